"""The workbook inside a chart, read just far enough to compare its cells with what the chart shows.

Not with the library for workbooks: that belongs to the package for Excel, and three elements are all that is needed.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

from riec_desktop.errors import RiecError
from riec_desktop.sheets import column_letters
from riec_desktop.word.etree import Element, parse
from riec_desktop.word.inspection.names import RELATIONSHIP, SHEET, R
from riec_desktop.word.package import read_package

MOST_BYTES = 4_000_000
"""Unpacked, of one workbook: the data of a chart is some dozens of cells."""

_WORKBOOK = "xl/workbook.xml"
_STRINGS = "xl/sharedStrings.xml"
_RANGE = re.compile(r"(?:'((?:[^']|'')*)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_MOST_CELLS = 5_000


@dataclass(frozen=True, slots=True)
class Workbook:
    """The cells by sheet name and address ('B2'), as text; and its properties by name."""

    sheets: Mapping[str, Mapping[str, str]]
    properties: Mapping[str, str]

    def cells(self, formula: str) -> list[str] | None:
        """The cells of a range such as "Blad1!$B$2:$B$5", row by row; None for another kind of formula."""
        found = _RANGE.fullmatch(formula.strip())
        if not found:
            return None
        quoted, bare, left, top, right, bottom = found.groups()
        cells = self.sheets.get((quoted or bare or "").replace("''", "'"), {})
        rows = range(int(top), int(bottom or top) + 1)
        columns = range(_column(left), _column(right or left) + 1)
        if len(rows) * len(columns) > _MOST_CELLS:
            return None
        return [cells.get(f"{column_letters(column)}{row}", "") for row in rows for column in columns]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def read_workbook(data: bytes) -> Workbook | None:
    """The workbook in these bytes; None when it cannot be read, or is larger than the data of a chart can be."""
    try:
        parts = read_package(data, MOST_BYTES)
        strings = _strings(parts)
        return Workbook({name: _sheet(parts, part, strings) for name, part in _sheets(parts)}, _properties(parts))
    except (RiecError, KeyError):
        return None


def _sheets(parts: Mapping[str, bytes]) -> list[tuple[str, str]]:
    relations = {
        one.get("Id", ""): posixpath.normpath(posixpath.join("/xl", one.get("Target", ""))).lstrip("/")
        for one in parse(parts["xl/_rels/workbook.xml.rels"]).iter(RELATIONSHIP)
    }
    found = parse(parts[_WORKBOOK]).iter(f"{SHEET}sheet")
    return [(one.get("name", ""), relations[one.get(f"{R}id", "")]) for one in found]


def _strings(parts: Mapping[str, bytes]) -> list[str]:
    if _STRINGS not in parts:
        return []
    return [_text(one) for one in parse(parts[_STRINGS]).iter(f"{SHEET}si")]


def _text(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{SHEET}t"))


def _sheet(parts: Mapping[str, bytes], part: str, strings: list[str]) -> dict[str, str]:
    return {one.get("r", ""): _cell(one, strings) for one in parse(parts[part]).iter(f"{SHEET}c")}


def _cell(element: Element, strings: list[str]) -> str:
    stored = element.find(f"{SHEET}v")
    text = "" if stored is None else stored.text or ""
    if element.get("t", "") == "inlineStr":
        return _text(element)
    if element.get("t", "") == "s":
        return strings[int(text)] if text.isdecimal() and int(text) < len(strings) else ""
    return text


def _properties(parts: Mapping[str, bytes]) -> dict[str, str]:
    if "docProps/core.xml" not in parts:
        return {}
    return {one.tag.rpartition("}")[2]: one.text or "" for one in parse(parts["docProps/core.xml"])}
