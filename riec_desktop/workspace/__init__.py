"""The open dossier and everything a person can do with it, for window and command line alike. No Qt, no SQL."""
