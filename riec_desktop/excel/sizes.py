"""How wide columns are and how high rows: so that everything can be read as soon as the file opens.

Widths are in Excel's unit, the width of a digit; in Calibri a letter of running text is narrower, so that text counted
in characters fits. Excel fits the height of a row when someone edits it, but not when it opens a file, and viewers
never do; so a height is estimated here.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

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
# The plus sign, and the sign for percent.
_SIGNS = {ColumnType.DIFFERENCE: 1, ColumnType.PERCENTAGE: 2}


# --- Columns ---------------------------------------------------------------------------------------------------------


def column_width(column: Column, cells: Iterable[Cell]) -> float:
    """The width of a column with these cells; its name may wrap between words but not within one."""
    header = max(map(len, _parts(column.name))) + _FILTER_BUTTON
    content = _DATE if column.type is ColumnType.DATE else _longest(tuple(cells), column.type, column.widest)
    return max(header, content, column.narrowest) + _PADDING


def _parts(name: str) -> list[str]:
    """The pieces that stay whole when a name wraps: between words and after hyphens."""
    return name.replace("-", "- ").split() or [""]


def _longest(cells: Sequence[Cell], kind: ColumnType, most: int) -> int:
    """The characters of the longest line in a column, or `most` when it is longer."""
    texts = {cell.text if isinstance(cell, Link) else cell for cell in cells if isinstance(cell, str | Link)}
    lengths = [_longest_text(texts, most)]
    whole = [cell for cell in cells if isinstance(cell, int)]
    amounts = [
        cell.amount if isinstance(cell, Formula) else cell for cell in cells if isinstance(cell, Amount | Formula)
    ]
    if whole:
        lengths.append(_longest_number(whole, 0))
    if amounts:
        numbers = [amount.value for amount in amounts]
        scale = 100 if kind is ColumnType.PERCENTAGE else 1
        signs = _SIGNS.get(kind, 0)
        lengths.append(_longest_number(numbers, max(amount.decimals for amount in amounts), scale) + signs)
    return min(max(lengths), most)


def _longest_text(texts: Iterable[str], most: int) -> int:
    longest = 0
    for text in texts:
        # Most texts are shorter than one before; no need to look at their lines.
        if len(text) > longest:
            longest = max(longest, *map(len, text.split("\n")))
            if longest >= most:
                break
    return longest


def _longest_number(numbers: Sequence[Decimal] | Sequence[int], decimals: int, scale: int = 1) -> int:
    """The largest and the smallest number are the longest."""
    return max(len(f"{number * scale:,.{decimals}f}") for number in (max(numbers), min(numbers)))


# --- Rows ------------------------------------------------------------------------------------------------------------


def letters(width: float) -> int:
    """How many letters of running text fit on one line of a column of this width."""
    return int((width - _PADDING) * _LETTERS_PER_DIGIT)


def row_height(row: Row, room: Sequence[int]) -> float:
    """The height of a row in points, from its cell with the most lines; `room` is the letters per line of each."""
    lines = 1
    for cell, most in zip(row, room, strict=True):
        if isinstance(cell, str) and (len(cell) > most or "\n" in cell):
            lines = max(lines, _lines(cell, most))
    return min(lines * LINE_HEIGHT, HIGHEST)


def row_heights(rows: Sequence[Row], room: Sequence[int]) -> list[float]:
    """As `row_height`, for all rows of a sheet: column by column, since most columns have nothing that wraps."""
    lines = [1] * len(rows)
    for at, most in enumerate(room):
        cells = [row[at] for row in rows]
        wrapped = {cell for cell in cells if isinstance(cell, str) and (len(cell) > most or "\n" in cell)}
        counted: dict[Cell, int] = {cell: _lines(cell, most) for cell in wrapped}
        if counted:
            lines = [max(before, counted.get(cell, 1)) for before, cell in zip(lines, cells, strict=True)]
    return [min(one * LINE_HEIGHT, HIGHEST) for one in lines]


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
