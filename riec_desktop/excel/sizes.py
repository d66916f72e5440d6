"""How wide columns are and how high rows: so that everything can be read as soon as the file opens.

Widths are in Excel's unit, the width of a digit; in Calibri a letter of running text is narrower, so that text counted
in characters fits. Excel fits the height of a row when someone edits it, but not when it opens a file, and viewers
never do; so a height is estimated here.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from riec_desktop.excel.plan import Amount, Cell, Column, ColumnType, Formula, Link, Row

LINE_HEIGHT = 15.0
"""Points: one line of Calibri 11."""

HIGHEST = 409.0
"""Points: the highest row that Excel has ('Excel specifications and limits')."""

# Measured on Dutch sentences in Calibri: 1.2 letters to a digit. A little less, so that no line is lost.
_LETTERS_PER_DIGIT = 1.15
_PADDING = 1.5
_FILTER_BUTTON = 3
_DATE = len("31-12-2023")


# --- Columns ---------------------------------------------------------------------------------------------------------


def column_width(column: Column, cells: Iterable[Cell]) -> float:
    """The width of a column with these cells; its name may wrap between words but not within one."""
    header = max(map(len, column.name.split())) + _FILTER_BUTTON
    content = _DATE if column.type is ColumnType.DATE else _longest(cells, column.widest)
    return max(header, content) + _PADDING


def _longest(cells: Iterable[Cell], most: int) -> int:
    longest = 0
    for cell in cells:
        # Most cells are empty or shorter than one before; no need to look at their lines.
        if cell is None or (isinstance(cell, str) and len(cell) <= longest):
            continue
        longest = max(longest, _length(cell))
        if longest >= most:
            return most
    return longest


def _length(cell: str | int | date | Amount | Formula | Link) -> int:
    match cell:
        case str():
            return max(map(len, cell.split("\n")))
        case int():
            return len(f"{cell:,}")
        case Amount():
            return len(f"{cell.value:,.{cell.decimals}f}")
        case Formula():
            return _length(cell.amount)
        case Link():
            return len(cell.text)
        case date():
            return _DATE


# --- Rows ------------------------------------------------------------------------------------------------------------


def letters(width: float) -> int:
    """How many letters of running text fit on one line of a column of this width."""
    return int((width - _PADDING) * _LETTERS_PER_DIGIT)


def letters_of_name(width: float) -> int:
    """How many letters of its name fit on one line of the header cell, beside the button of the filter."""
    return letters(width + _PADDING - _FILTER_BUTTON)


def row_height(row: Row, room: Sequence[int]) -> float:
    """The height of a row in points, from its cell with the most lines; `room` is the letters per line of each."""
    lines = 1
    for cell, most in zip(row, room, strict=True):
        if isinstance(cell, str) and (len(cell) > most or "\n" in cell):
            lines = max(lines, _lines(cell, most))
    return min(lines * LINE_HEIGHT, HIGHEST)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes when it wraps between words and after hyphens."""
    return sum(_paragraph_lines(paragraph, width) for paragraph in text.replace("-", "- ").split("\n"))


def _paragraph_lines(text: str, width: int) -> int:
    lines, used = 1, 0
    for length in map(len, text.split(" ")):
        if used and used + length > width:
            lines, used = lines + 1, 0
        # A word that is longer than a line is broken.
        lines += (length - 1) // width if length else 0
        used += length + 1
    return lines
