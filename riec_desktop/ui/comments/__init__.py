"""Comments in the window: the mark at a field, and the tab that shows what was said."""
