"""Word documents that come in: the chapter of an earlier year as the first filling of a dossier."""
