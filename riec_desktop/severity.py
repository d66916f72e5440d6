"""How bad something is that a check found, in a dossier or in a file."""

from enum import Enum


class Severity(Enum):
    """The value is the Dutch word; the order is from bad to good to know."""

    ERROR = "fout"
    WARNING = "waarschuwing"
    TIP = "tip"
