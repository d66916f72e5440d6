"""The window. The only package that imports PySide6; everything it shows and does comes from the workspace."""
