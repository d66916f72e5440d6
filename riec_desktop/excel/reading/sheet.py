"""One sheet as cells.

Only cells that are there are kept, so a lying dimension or a format over the whole sheet costs nothing; the number of
cells is limited.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from riec_desktop.dossier.dutch import parse_date
from riec_desktop.excel.celltext import Look, Looks
from riec_desktop.excel.reading.cells import Oddity, ReadCell, Refusal
from riec_desktop.excel.reading.strings import text_of, tidy
from riec_desktop.excel.reading.xml import Element, local, parse

MOST_CELLS = 200_000
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""Of Excel itself ('Excel specifications and limits')."""
MOST_MERGED = 1_000_000
"""Cells in one merged area."""
_MANY_EMPTY = 10_000
_PLACE = re.compile(r"\$?([A-Z]{1,7})\$?([0-9]{1,10})")
_MOST_DAYS = 2_958_465
_LEAP_BUG = 60
_LETTERS = 26
_FIRST_CENTURY = date(1900, 1, 1)
_DIGITS = 15

Rows = Mapping[int, Mapping[int, ReadCell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the sheets of a workbook share: strings, which styles show days and percentages, day 0."""

    strings: tuple[Looks, ...]
    days: frozenset[int]
    percents: frozenset[int]
    zero: date


def read_sheet(xml: bytes, known: Known) -> tuple[Rows, tuple[Oddity, ...]]:
    """The cells of a sheet, and what is odd about them. Raises `Refusal`."""
    if xml.count(b"<c ") + xml.count(b"<c>") + xml.count(b":c ") > MOST_CELLS:
        raise Refusal(code="workbook.too_large")
    root = parse(xml)
    if local(root) not in ("worksheet", "chartsheet", "dialogsheet"):
        raise Refusal(code="workbook.damaged")
    odd = [*_areas(root)]
    reader = _Reader(known, odd)
    data = root.find("{*}sheetData")
    rows = reader.rows(data) if data is not None else {}
    if data is not None and len(data) - len(rows) > _MANY_EMPTY:
        odd.append(Oddity(code="empty_rows"))
    return rows, tuple(odd)


def place_of(text: str) -> tuple[int, int]:
    """Row and column of a reference such as 'B12', both from 1. Raises `Refusal` for a cell outside every sheet."""
    found = _PLACE.fullmatch(text)
    if found is None:
        raise Refusal(code="workbook.damaged", cell=text[:20])
    column = 0
    for letter in found[1]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    row = int(found[2])
    if not (1 <= row <= MOST_ROWS and column <= MOST_COLUMNS):
        raise Refusal(code="workbook.damaged", cell=text[:20])
    return row, column


def _areas(root: Element) -> Iterator[Oddity]:
    """What is odd about the areas that a sheet names: its dimension, merged cells, hidden rows."""
    dimension = root.find("{*}dimension")
    if dimension is not None and _size(dimension.get("ref") or "A1") > MOST_MERGED:
        yield Oddity(code="dimension")
    merged = [one.get("ref") or "A1" for one in root.iter("{*}mergeCell")]
    for area in merged:
        if _size(area) > MOST_MERGED:
            raise Refusal(code="workbook.too_large", cell=area[:20])
    if merged:
        yield Oddity(code="merged", cell=merged[0][:20])


def _size(area: str) -> int:
    first, _, last = area.partition(":")
    (top, left), (bottom, right) = place_of(first), place_of(last or first)
    return (bottom - top + 1) * (right - left + 1)


class _Reader:
    """Reads rows; `odd` fills up on the way."""

    def __init__(self, known: Known, odd: list[Oddity]) -> None:
        self._known = known
        self._odd = odd

    def rows(self, data: Element) -> dict[int, dict[int, ReadCell]]:
        found: dict[int, dict[int, ReadCell]] = {}
        at = 0
        for row in data:
            at = _row_number(row, at)
            cells = self._cells(row, at)
            if cells:
                found[at] = {**found.get(at, {}), **cells}
        return found

    def _cells(self, row: Element, at: int) -> dict[int, ReadCell]:
        found: dict[int, ReadCell] = {}
        column = 0
        for cell in row:
            reference = cell.get("r")
            column = place_of(reference)[1] if reference else column + 1
            read = self._cell(cell, reference or f"rij {at}")
            if read is not None:
                found[column] = read
        return found

    def _notice(self, code: str, place: str) -> None:
        self._odd.append(Oddity(code=code, cell=place))

    def _cell(self, cell: Element, place: str) -> ReadCell | None:
        if not len(cell):
            return None
        formula = cell.find("{*}f") is not None
        kind = cell.get("t") or "n"
        read = self._inline(cell, place) if kind == "inlineStr" else self._valued(cell, kind, place)
        if formula:
            self._notice("formula" if read else "formula_without_value", place)
        if read is None:
            return None
        return ReadCell(read.value, formula=formula, percent=read.percent, error=read.error) if formula else read

    def _inline(self, cell: Element, place: str) -> ReadCell | None:
        item = cell.find("{*}is")
        if item is None:
            return None
        looks, odd = text_of(item)
        for one in odd:
            self._notice(one.code, place)
        return self._text(looks, place)

    def _text(self, looks: Looks, place: str) -> ReadCell | None:
        if looks and looks[0].text.startswith(("=", "+", "-", "@", "\t")) and not looks[0].text.startswith("- "):
            self._notice("like_formula", place)
        return ReadCell(looks) if looks else None

    def _valued(self, cell: Element, kind: str, place: str) -> ReadCell | None:
        value = cell.find("{*}v")
        text = (value.text or "") if value is not None else ""
        if not text:
            return None
        if kind in ("s", "str"):
            return self._text(self._shared(text, place) if kind == "s" else (Look(tidy(text)),), place)
        if kind == "b":
            return ReadCell(text.strip() in ("1", "true"))
        if kind == "e":
            self._notice("error", place)
            return ReadCell((Look(text[:20]),), error=True)
        day = parse_date(text[:10]) if kind == "d" else None
        return ReadCell(day) if day else self._number(text, _style(cell), place)

    def _shared(self, text: str, place: str) -> Looks:
        if text.isascii() and text.isdigit() and int(text) < len(self._known.strings):
            return self._known.strings[int(text)]
        raise Refusal(code="workbook.damaged", cell=place)

    def _number(self, text: str, style: int, place: str) -> ReadCell:
        try:
            value = float(text)
            exact = Decimal(int(value)) if value.is_integer() else Decimal(repr(value))
        except (ValueError, InvalidOperation, OverflowError):
            value, exact = float("nan"), Decimal("nan")
        if not exact.is_finite():
            self._notice("no_number", place)
            return ReadCell((Look(text[:50]),), error=True)
        if len(Decimal(text.strip()).normalize().as_tuple().digits) > _DIGITS and exact == exact.to_integral_value():
            self._notice("long_number", place)
        if style in self._known.days:
            return self._day(value, exact, place)
        return ReadCell(exact, percent=style in self._known.percents)

    def _day(self, value: float, exact: Decimal, place: str) -> ReadCell:
        """A day as Excel counts: from 1900 with a 29 February that never was (18.17.4.1), or from 1904."""
        from_1900 = self._known.zero < _FIRST_CENTURY
        if not 1 <= value <= _MOST_DAYS or (from_1900 and int(value) == _LEAP_BUG):
            self._notice("no_day", place)
            return ReadCell(exact)
        days = int(value) + (1 if from_1900 and value < _LEAP_BUG else 0)
        return ReadCell(self._known.zero + timedelta(days=days))


def _style(cell: Element) -> int:
    text = cell.get("s") or "0"
    return int(text) if text.isascii() and text.isdigit() else 0


def _row_number(row: Element, before: int) -> int:
    text = row.get("r")
    if text is None:
        return before + 1
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_ROWS):
        raise Refusal(code="workbook.damaged", cell=text[:20])
    return int(text)
