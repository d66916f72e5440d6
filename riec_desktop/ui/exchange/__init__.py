"""Everything in a dossier out to open formats, and back, from the window."""
