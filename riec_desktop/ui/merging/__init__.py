"""Dossiers of colleagues on screen: merging one into the open dossier, and handing out a part of it."""
