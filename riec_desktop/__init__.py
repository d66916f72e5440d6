"""RIEC Jaarverslag: from a year's results per portfolio to chapter 3.4 in Word and overviews in Excel."""

__version__ = "0.1.0"
