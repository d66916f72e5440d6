"""Plots on screen: charts to point at, to go through with the keyboard, and to copy."""
