"""Totals, differences and changes over the figures of a dossier: the one place where numbers are added up."""
