"""The open dossier and everything a person can do with it. No Qt, no SQL: window and command line both stand on this."""
