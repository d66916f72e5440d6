"""Contribution forms on screen: order one, save it, and copy the text of the mail that it goes with."""
