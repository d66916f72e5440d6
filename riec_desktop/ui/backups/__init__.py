"""Backups in the window: a list of them, what differs, and getting one back."""
