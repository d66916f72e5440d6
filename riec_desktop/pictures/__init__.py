"""Pictures that people bring: recognised, refused or made fit for a chapter, and freed of what they carry unseen.

The only package that knows Pillow, which is loaded when the first picture comes.
"""

from riec_desktop.pictures.reading import Prepared, read_picture

__all__ = ["Prepared", "read_picture"]
