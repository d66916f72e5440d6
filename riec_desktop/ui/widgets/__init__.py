"""The building blocks of every page: rich-text editor, record form, record table, cards and messages."""
