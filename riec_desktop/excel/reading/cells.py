"""A workbook that came in as plain data: cells with what they hold and what is odd about them, and nothing else.

Also as JSON, because it is made in a child process.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from riec_desktop.excel.celltext import Look, Looks, bare

Plain = Any
"""What JSON can hold."""


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A cell with something in it: text with its looks, a number, a day, or a flag.

    `formula`: the value is what a formula last gave. `percent`: a number that is shown as a percentage. `error`: the
    cell shows an error, whose name is the text.
    """

    value: Looks | Decimal | date | bool
    formula: bool = False
    percent: bool = False
    error: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSheet:
    """A sheet; `rows`: row → column → cell, both counted from 1. `hidden`: its reader did not see it."""

    name: str
    rows: Mapping[int, Mapping[int, ReadCell]]
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """Something odd that does not keep a workbook from being read; `code` is one of `ODDITIES`."""

    code: str
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBook:
    """A workbook."""

    sheets: tuple[ReadSheet, ...]
    oddities: tuple[Oddity, ...] = ()


class Refusal(Exception):
    """Why a file is not read: a code of `messages`, and where."""

    def __init__(self, *, code: str, sheet: str = "", cell: str = "") -> None:
        super().__init__(code, sheet, cell)
        self.code = code
        self.sheet = sheet
        self.cell = cell


def shown(cell: ReadCell) -> str:
    """What a cell says, for a person."""
    match cell.value:
        case tuple():
            return bare(cell.value)
        case bool():
            return "ja" if cell.value else "nee"
        case Decimal():
            return f"{cell.value:f}".replace(".", ",")
        case date():
            return f"{cell.value.day}-{cell.value.month}-{cell.value.year}"


# --- As JSON ---------------------------------------------------------------------------------------------------------


def cell_to_json(cell: ReadCell) -> Plain:
    """A cell: [kind, value, flags]."""
    flags = f"{'f' if cell.formula else ''}{'p' if cell.percent else ''}{'e' if cell.error else ''}"
    match cell.value:
        case (Look(bold=False, italic=False) as only,):
            return ["s", only.text, flags]
        case tuple():
            return ["r", [[look.text, look.bold, look.italic] for look in cell.value], flags]
        case bool():
            return ["b", cell.value, flags]
        case Decimal():
            return ["n", str(cell.value), flags]
        case date():
            return ["d", cell.value.isoformat(), flags]


def cell_from_json(plain: Plain) -> ReadCell:
    """What `cell_to_json` made."""
    kind, value, flags = plain
    return ReadCell(_VALUES[kind](value), formula="f" in flags, percent="p" in flags, error="e" in flags)


def _looks(plain: Sequence[tuple[str, bool, bool]]) -> Looks:
    return tuple(Look(text, bold, italic) for text, bold, italic in plain)


def _plain_text(text: str) -> Looks:
    return (Look(text),)


_VALUES: Mapping[str, Any] = {
    "s": _plain_text,
    "r": _looks,
    "b": bool,
    "n": Decimal,
    "d": date.fromisoformat,
}


def book_to_json(book: ReadBook) -> Plain:
    """A workbook."""
    return {
        "sheets": [_sheet_to_json(sheet) for sheet in book.sheets],
        "oddities": [[one.code, one.sheet, one.cell] for one in book.oddities],
    }


def _sheet_to_json(sheet: ReadSheet) -> Plain:
    rows = [[at, [[index, cell_to_json(cell)] for index, cell in row.items()]] for at, row in sheet.rows.items()]
    return [sheet.name, sheet.hidden, rows]


def book_from_json(plain: Plain) -> ReadBook:
    """What `book_to_json` made."""
    return ReadBook(
        sheets=tuple(_sheet_from_json(one) for one in plain["sheets"]),
        oddities=tuple(Oddity(code=code, sheet=sheet, cell=cell) for code, sheet, cell in plain["oddities"]),
    )


def _sheet_from_json(plain: Plain) -> ReadSheet:
    name, hidden, rows = plain
    found = {at: {index: cell_from_json(cell) for index, cell in row} for at, row in rows}
    return ReadSheet(name=name, hidden=hidden, rows=found)
