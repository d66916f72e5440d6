"""Cells and rows as SpreadsheetML text, one small function per kind of value.

Nothing that was typed can become a formula, a link or markup, because every text goes through `Strings`.
Source: ISO/IEC 29500-1, 18.3.1 (worksheets) and 18.4 (shared strings).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from riec_desktop.dossier.dutch import number, short_date
from riec_desktop.excel.celltext import cell_text
from riec_desktop.excel.markup import HEAD, MAIN, string_xml
from riec_desktop.excel.plan import Amount, Cell, Formula, Link
from riec_desktop.sheets import column_letters

# Excel counts days from here, with a 29 February 1900 that never was; before March of that year it is a day off.
_DAY_ZERO = date(1899, 12, 30)
_FIRST_DAY = date(1900, 3, 1)
# Excel keeps 15 digits; a larger number stands as text, so that no digit of it changes.
_EXACT = 10**15
_NO_TEXT = -1


# --- Strings ---------------------------------------------------------------------------------------------------------


class Strings(dict[str, int]):
    """The shared strings of a workbook: text → its number, given when first asked for; −1 for text that is empty."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[str] = []

    def __missing__(self, text: str) -> int:
        cleaned = cell_text(text)
        self[text] = found = self._added(text) if cleaned == text else self[cleaned]
        return found

    def _added(self, text: str) -> int:
        if not text:
            return _NO_TEXT
        self._items.append(f"<si><t>{string_xml(text)}</t></si>")
        return len(self._items) - 1

    def part(self) -> str:
        """The part `sharedStrings.xml`."""
        return "".join((f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(self._items)}">', *self._items, "</sst>"))


# --- Cells -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CellStyles:
    """The numbers of the formats of a column: for most cells, for links, and for amounts by their decimals."""

    plain: int
    link: int
    amounts: Mapping[int, int]


def _text(start: str, styles: CellStyles, text: str, strings: Strings) -> str:
    found = strings[text]
    # An empty string would count as text in a pivot table.
    return f'{start}{styles.plain}"/>' if found < 0 else f'{start}{styles.plain}" t="s"><v>{found}</v></c>'


def _nothing(start: str, styles: CellStyles, _: None, __: Strings) -> str:
    return f'{start}{styles.plain}"/>'


def _integer(start: str, styles: CellStyles, value: int, strings: Strings) -> str:
    if -_EXACT < value < _EXACT:
        return f'{start}{styles.plain}"><v>{value}</v></c>'
    return _text(start, styles, number(value), strings)


def _amount(start: str, styles: CellStyles, amount: Amount, strings: Strings) -> str:
    value = float(amount.value)
    if -_EXACT < value < _EXACT:
        return f'{start}{styles.amounts[amount.decimals]}"><v>{value:.16g}</v></c>'
    return _text(start, styles, number(amount.value), strings)


def _formula(start: str, styles: CellStyles, formula: Formula, strings: Strings) -> str:
    value = float(formula.amount.value)
    if -_EXACT < value < _EXACT:
        style = styles.amounts[formula.amount.decimals]
        return f'{start}{style}"><f>{_expression(formula.expression)}</f><v>{value:.16g}</v></c>'
    return _text(start, styles, number(formula.amount.value), strings)


# A column repeats its formula in every row.
@lru_cache(maxsize=64)
def _expression(expression: str) -> str:
    return escape(expression.removeprefix("="))


def _date(start: str, styles: CellStyles, day: date, strings: Strings) -> str:
    if day >= _FIRST_DAY:
        return f'{start}{styles.plain}"><v>{(day - _DAY_ZERO).days}</v></c>'
    return _text(start, styles, short_date(day), strings)


def _link(start: str, styles: CellStyles, link: Link, strings: Strings) -> str:
    return f'{start}{styles.link}" t="s"><v>{strings[link.text]}</v></c>'


_WRITERS: Mapping[type, Callable[[str, CellStyles, Any, Strings], str]] = {
    str: _text,
    int: _integer,
    date: _date,
    Amount: _amount,
    Formula: _formula,
    Link: _link,
    type(None): _nothing,
}


# --- Rows ------------------------------------------------------------------------------------------------------------


class Rows:
    """Writes the rows of a sheet one after the other; `styles` has the formats of each column."""

    def __init__(self, strings: Strings, width: int) -> None:
        self._strings = strings
        self._starts = [f'<c r="{column_letters(column)}' for column in range(1, width + 1)]
        self._rows: list[str] = []

    def add(self, cells: Sequence[Cell], styles: Iterable[CellStyles], height: float | None) -> None:
        """One more row; `height` in points, None for that of the sheet."""
        row, strings, writers = len(self._rows) + 1, self._strings, _WRITERS
        end = f'{row}" s="'
        written = [
            writers[type(cell)](start + end, style, cell, strings)
            for start, style, cell in zip(self._starts, styles, cells, strict=True)
        ]
        high = f' ht="{height:g}"' if height else ""
        self._rows.append(f'<row r="{row}"{high}>{"".join(written)}</row>')

    def xml(self) -> str:
        """All rows: what stands between the tags `sheetData`."""
        return "".join(self._rows)

    def area(self) -> str:
        """The cells that were written: 'A1:C12'."""
        return f"A1:{column_letters(len(self._starts))}{len(self._rows)}"
