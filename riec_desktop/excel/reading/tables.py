"""A table as text (CSV, TSV, or what Excel puts on the clipboard) as one sheet of cells.

Excel saves in the code page of Windows or in UTF-8 with a mark, with the separator of the reader's country. Every value
stays text: what it means is decided where its field is known.
"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from riec_desktop.excel.celltext import Look
from riec_desktop.excel.reading.cells import Oddity, ReadBook, ReadCell, ReadSheet, Refusal
from riec_desktop.excel.reading.sheet import MOST_CELLS
from riec_desktop.excel.reading.strings import MOST_TEXT, tidy

SUFFIXES = (".csv", ".tsv", ".txt")
_SEPARATORS = ("\t", ";", ",")
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_NUL = "\0"


def read_table(data: bytes, name: str) -> ReadBook:
    """The table as a workbook of one sheet with this name. Raises `Refusal`."""
    if not data:
        raise Refusal(code="workbook.empty")
    text = _decoded(data)
    if _NUL in text:
        raise Refusal(code="workbook.other_file")
    rows = _rows(text, _separator(text))
    if sum(map(len, rows)) > MOST_CELLS or any(len(value) > MOST_TEXT for row in rows for value in row):
        raise Refusal(code="workbook.too_large")
    like = any(value.startswith(("=", "+", "@", "\t")) or value[:2] in ("-1", "-2") for row in rows for value in row)
    odd = (Oddity(code="like_formula"),) if like else ()
    return ReadBook(sheets=(ReadSheet(name=name, rows=_cells(rows)),), oddities=odd)


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, "replace").lstrip("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _separator(text: str) -> str:
    """The separator that makes the most columns in the first rows; Excel's own line 'sep=;' goes first."""
    if text[:4] == "sep=":
        return text[4:5]
    head = text[:20_000]
    return max(_SEPARATORS, key=lambda one: _width(_rows(head, one)))


def _width(rows: Iterable[Sequence[str]]) -> int:
    return sum(len(row) - 1 for row in list(rows)[:20])


def _rows(text: str, separator: str) -> list[list[str]]:
    lines = csv.reader(StringIO(text, newline=""), delimiter=separator or ";")
    try:
        return [*lines]
    except csv.Error as error:
        raise Refusal(code="workbook.too_large") from error


def _cells(rows: Iterable[Sequence[str]]) -> dict[int, dict[int, ReadCell]]:
    found: dict[int, dict[int, ReadCell]] = {}
    for at, row in enumerate(rows, start=1):
        cells = {index: ReadCell((Look(tidy(text)),)) for index, text in enumerate(row, start=1) if text.strip()}
        if cells:
            found[at] = cells
    return found
