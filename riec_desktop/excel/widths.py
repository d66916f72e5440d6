"""How wide columns are: as wide as what they hold, within the limit that the plan sets.

Widths are in Excel's unit, the width of a digit; in Calibri a letter of running text is a little narrower.
"""

from collections.abc import Iterable
from datetime import date

from riec_desktop.excel.plan import Amount, Cell, Column, Formula, Link

_PADDING = 1.5
_FILTER_BUTTON = 3
_DATE = len("31-12-2023")


def column_width(column: Column, cells: Iterable[Cell]) -> float:
    """The width of a column with these cells; its name may wrap between words but not within one."""
    header = max(map(len, column.name.split())) + _FILTER_BUTTON
    return max(header, _longest(cells, column.widest)) + _PADDING


def _longest(cells: Iterable[Cell], most: int) -> int:
    longest = 0
    for cell in cells:
        # Most cells are text that is shorter than one before it; no need to look at its lines.
        if isinstance(cell, str) and len(cell) <= longest:
            continue
        longest = max(longest, _length(cell))
        if longest >= most:
            return most
    return longest


def _length(cell: Cell) -> int:
    match cell:
        case str():
            return max(map(len, cell.split("\n")))
        case int():
            return len(f"{cell:,}")
        case Amount() | Formula():
            amount = cell if isinstance(cell, Amount) else cell.amount
            return len(f"{amount.value:,.{amount.decimals}f}")
        case Link():
            return len(cell.text)
        case date():
            return _DATE
        case None:
            return 0
