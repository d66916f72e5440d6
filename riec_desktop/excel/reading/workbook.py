"""The parts of an .xlsx file as cells: sheets in their order, shared strings with their looks, which numbers are days.

Own reading on lxml instead of openpyxl: openpyxl fills whole sheets with cells when a file says so (ISO/IEC 29500-1,
18.3.1.35, a lying dimension) and takes ten times as long.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from zipfile import ZipFile

from riec_desktop.excel.reading.cells import Oddity, ReadBook, ReadSheet, Refusal
from riec_desktop.excel.reading.package import externals, opened, part
from riec_desktop.excel.reading.sheet import Known, read_sheet
from riec_desktop.excel.reading.strings import read_strings
from riec_desktop.excel.reading.xml import RELATION_ID, Element, local, parse

_BOOK_TYPES = ("officeDocument",)
_DAY_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_PERCENT_FORMATS = frozenset((9, 10))
_BAD_NAME = re.compile(r"[\[\]:*?/\\<>&\"\x00-\x1f]")
_MOST_NAME = 31
_MOST_ALIKE = 100
_FIRST_1904, _FIRST_1900 = date(1904, 1, 1), date(1899, 12, 30)


def read_workbook(data: bytes) -> ReadBook:
    """Everything that stands in the cells of a workbook. Raises `Refusal`."""
    package, oddities = opened(data)
    with package:
        book_name = _book_name(package)
        book = parse(part(package, book_name))
        if local(book) != "workbook":
            raise Refusal(code="workbook.other_file")
        known, more = _known(package, book_name, book)
        sheets = [_sheet(package, entry, known) for entry in _sheets(package, book_name, book)]
        noticed = (*oddities, *externals(package), *more, *(one for _, found in sheets for one in found))
        return ReadBook(sheets=tuple(sheet for sheet, _ in sheets), oddities=_distinct(noticed))


def _distinct(oddities: tuple[Oddity, ...]) -> tuple[Oddity, ...]:
    """Of each code on a sheet the first ones: a thousand say no more."""
    found: dict[tuple[str, str], list[Oddity]] = {}
    for one in oddities:
        same = found.setdefault((one.code, one.sheet), [])
        if len(same) < _MOST_ALIKE and one not in same:
            same.append(one)
    return tuple(one for same in found.values() for one in same)


def _relations(package: ZipFile, name: str) -> Mapping[str, tuple[str, str]]:
    """Relation id → type and target, of a part ('' for the package itself)."""
    folder, base = posixpath.split(name)
    place = posixpath.join(folder, "_rels", f"{base}.rels")
    if place not in package.namelist():
        return {}
    found: dict[str, tuple[str, str]] = {}
    for one in parse(part(package, place)):
        target = one.get("Target") or ""
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[one.get("Id") or ""] = ((one.get("Type") or "").rpartition("/")[2], whole)
    return found


def _book_name(package: ZipFile) -> str:
    for kind, target in _relations(package, "").values():
        if kind in _BOOK_TYPES:
            if not target.startswith("xl/"):
                raise Refusal(code="workbook.other_file")
            return target
    raise Refusal(code="workbook.other_file")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sheet as the workbook lists it."""

    name: str
    hidden: bool
    part: str


def _sheets(package: ZipFile, book_name: str, book: Element) -> Iterator[_Entry]:
    relations = _relations(package, book_name)
    for one in book.iter("{*}sheet"):
        relation = next((found for key in RELATION_ID if (found := one.get(key))), "")
        kind, target = relations.get(relation, ("", ""))
        if kind in ("worksheet", ""):
            yield _Entry(one.get("name") or "", (one.get("state") or "visible") != "visible", target)


def _known(package: ZipFile, book_name: str, book: Element) -> tuple[Known, tuple[Oddity, ...]]:
    targets = dict(_relations(package, book_name).values())
    strings, odd = read_strings(part(package, targets["sharedStrings"])) if "sharedStrings" in targets else ((), ())
    days, percents = _formats(parse(part(package, targets["styles"]))) if "styles" in targets else _NO_FORMATS
    settings = book.find("{*}workbookPr")
    from_1904 = settings is not None and settings.get("date1904") in ("1", "true")
    zero = _FIRST_1904 if from_1904 else _FIRST_1900
    known = Known(strings=strings, days=days, percents=percents, zero=zero)
    return known, (*odd, *((Oddity(code="from_1904"),) if from_1904 else ()))


_Numbers = frozenset[int]
_NO_FORMATS: tuple[_Numbers, _Numbers] = (frozenset(), frozenset())


def _formats(styles: Element) -> tuple[_Numbers, _Numbers]:
    """The numbers of the cell styles that show a day, and of those that show a percentage."""
    codes = {_whole(one.get("numFmtId")): one.get("formatCode") or "" for one in styles.iter("{*}numFmt")}
    cells = styles.find("{*}cellXfs")
    numbers = [_whole(one.get("numFmtId")) for one in (cells if cells is not None else ())]
    days = (at for at, one in enumerate(numbers) if one in _DAY_FORMATS or _shows_day(codes.get(one, "")))
    percents = (at for at, one in enumerate(numbers) if one in _PERCENT_FORMATS or "%" in codes.get(one, ""))
    return frozenset(days), frozenset(percents)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else -1


def _shows_day(code: str) -> bool:
    """Whether a format code shows a day or month (18.8.31); quoted words and colours say nothing."""
    bare = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.|_.', "", code.lower())
    return "d" in bare or "yy" in bare or ("m" in bare and "0" not in bare)


def _sheet(package: ZipFile, entry: _Entry, known: Known) -> tuple[ReadSheet, tuple[Oddity, ...]]:
    if entry.part not in package.namelist():
        raise Refusal(code="workbook.damaged", sheet=entry.name)
    try:
        rows, odd = read_sheet(part(package, entry.part), known)
    except Refusal as refusal:
        raise Refusal(code=refusal.code, sheet=entry.name, cell=refusal.cell) from refusal
    more: list[Oddity] = [Oddity(code="hidden", sheet=entry.name)] if entry.hidden else []
    if _BAD_NAME.search(entry.name) or not 0 < len(entry.name) <= _MOST_NAME:
        more.append(Oddity(code="sheet_name", sheet=entry.name))
    placed = (Oddity(code=one.code, sheet=entry.name, cell=one.cell) for one in odd)
    return ReadSheet(name=entry.name, hidden=entry.hidden, rows=rows), (*more, *placed)
