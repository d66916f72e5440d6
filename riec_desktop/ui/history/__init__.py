"""The past of a dossier on screen: all steps, the values that one field had, and how to get them back."""
