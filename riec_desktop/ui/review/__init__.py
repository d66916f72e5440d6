"""Incoming work on screen: what came in next to what is there, and a choice for each."""
