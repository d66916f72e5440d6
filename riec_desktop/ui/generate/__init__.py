"""Making documents: a dialog with choices, then progress, then what to do with the file."""
