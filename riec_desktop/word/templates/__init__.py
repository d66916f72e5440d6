"""Templates of any origin: what they miss is filled in from the house template, in their own fonts and colours.

Everything works on parts and trees in memory; the file of the user is never touched.
"""
