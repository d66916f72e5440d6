"""The wizard for a new report year: what goes along, page by page, and in plain words what will happen."""
