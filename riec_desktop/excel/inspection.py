"""The check of a finished workbook as a file: nobody and nothing that was only part of the work stays in it (rule 15).

The parts are read as they lie in the package, so that nothing is missed that a library does not know.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from riec_desktop.errors import RiecError
from riec_desktop.severity import Severity

Parts = Mapping[str, bytes]
_MOST_BYTES = 200_000_000
_XML = (".xml", ".rels", ".vml")
_ORGANISATION = re.compile(r"\b(T?RIEC|LIEC)\b")
_PERSON = re.compile(r"<(?:dc:creator|cp:lastModifiedBy|Manager)>([^<]+)<")
_COMPANY = re.compile(r"<Company>([^<]+)<")
_LOCAL_PATH = re.compile(
    rb"file:/|\b[A-Za-z]:\\{1,2}[\w.~-]|\\\\[\w.-]+\\[\w$]|/(?:home|Users)/[\w.-]+/|absPath", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Point:
    """One point that is looked at; `look` gives a Dutch sentence for each thing that is wrong."""

    code: str
    name: str
    look: Callable[[Parts], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Noticed:
    """What was wrong, and on which point."""

    code: str
    severity: Severity
    sentence: str


def inspect_workbook(data: bytes) -> tuple[int, tuple[Noticed, ...]]:
    """On how many points an .xlsx file was looked at, and what was wrong. Raises `RiecError` ('workbook.damaged')."""
    parts = _parts(data)
    found = (Noticed(one.code, Severity.ERROR, told) for one in POINTS for told in one.look(parts))
    return len(POINTS), tuple(found)


def _parts(data: bytes) -> Parts:
    try:
        with ZipFile(BytesIO(data)) as package:
            if sum(one.file_size for one in package.infolist()) > _MOST_BYTES:
                raise RiecError("workbook.damaged", file="", place="")
            return {one.filename: package.read(one) for one in package.infolist()}
    except (BadZipFile, OSError, ValueError, EOFError) as error:
        raise RiecError("workbook.damaged", file="", place="") from error


def _text(parts: Parts, name: str) -> str:
    return parts.get(name, b"").decode("utf-8", errors="replace")


def _named(parts: Parts, *words: str) -> Iterator[str]:
    return (name for name in parts if any(word in name.lower() for word in words))


def _persons(parts: Parts) -> Iterator[str]:
    company = _COMPANY.search(_text(parts, "docProps/app.xml"))
    for name in ("docProps/core.xml", "docProps/app.xml"):
        for found in _PERSON.finditer(_text(parts, name)):
            if not _ORGANISATION.search(found[1]) and found[1] != (company[1] if company else ""):
                yield "In de eigenschappen staat een naam die niet van een organisatie is."


def _comments(parts: Parts) -> Iterator[str]:
    if any(_named(parts, "comments", "/persons/", "threadedcomment")):
        yield "In de werkmap zitten opmerkingen, of de namen van wie ze schreven."


def _own_properties(parts: Parts) -> Iterator[str]:
    if any(_named(parts, "docprops/custom.xml", "customxml/")):
        yield "De werkmap heeft eigen eigenschappen, zoals van een documentsysteem."


def _hidden(parts: Parts) -> Iterator[str]:
    if re.search(r'<sheet [^>]*state="(?:hidden|veryHidden)"', _text(parts, "xl/workbook.xml")):
        yield "De werkmap heeft een verborgen blad."
    for name in _named(parts, "xl/worksheets/sheet"):
        if re.search(rb'<(?:row|col) [^>]*hidden="(?:1|true)"', parts[name]):
            yield f"In {name} zijn rijen of kolommen verborgen."


def _paths(parts: Parts) -> Iterator[str]:
    for name, content in parts.items():
        if name.endswith(_XML) and _LOCAL_PATH.search(content):
            yield f"In {name} staat de plaats van een bestand op een computer of netwerk."


def _outside(parts: Parts) -> Iterator[str]:
    if any(_named(parts, "externallinks/", "xl/connections", "xl/querytables")):
        yield "De werkmap haalt gegevens uit een ander bestand of van een server."
    for name in _named(parts, ".rels"):
        targets = re.findall(r'Target="([^"]*)"[^>]*TargetMode="External"', _text(parts, name))
        if any(not one.startswith(("http://", "https://")) for one in targets):
            yield f"In {name} staat een koppeling die niet naar het web gaat."


def _programs(parts: Parts) -> Iterator[str]:
    if any(_named(parts, "vbaproject", "activex", "xl/embeddings", "oleobject")):
        yield "In de werkmap zit een programma of een ander bestand."


def _changes(parts: Parts) -> Iterator[str]:
    if any(_named(parts, "revisions/", "usernames")):
        yield "De werkmap houdt bij wie wat veranderde."


def _printer(parts: Parts) -> Iterator[str]:
    if any(_named(parts, "printersettings")):
        yield "In de werkmap staan gegevens van een printer."


def _title(parts: Parts) -> Iterator[str]:
    core = _text(parts, "docProps/core.xml")
    if not re.search(r"<dc:title>[^<]+<", core):
        yield "De werkmap heeft geen titel."
    if "<dc:language>nl" not in core:
        yield "Er staat niet in dat de werkmap Nederlands is."


def _drawings(parts: Parts) -> Iterator[str]:
    for name in _named(parts, "xl/drawings/drawing"):
        if re.search(rb"<xdr:cNvPr (?![^>]*\bdescr=\"[^\"])", parts[name]):
            yield f"In {name} staat een grafiek of afbeelding zonder beschrijving."


def _tables(parts: Parts) -> Iterator[str]:
    for name in _named(parts, "xl/tables/table"):
        if b'headerRowCount="0"' in parts[name]:
            yield f"De tabel in {name} heeft geen kopregel."


def _merged(parts: Parts) -> Iterator[str]:
    for name in _named(parts, "xl/worksheets/sheet"):
        if b"<mergeCell " in parts[name]:
            yield f"In {name} zijn cellen samengevoegd."


POINTS: tuple[Point, ...] = (
    Point("final.persons", "geen namen van mensen in de eigenschappen", _persons),
    Point("final.comments", "geen opmerkingen", _comments),
    Point("final.properties", "geen eigen eigenschappen", _own_properties),
    Point("final.hidden", "geen verborgen bladen, rijen of kolommen", _hidden),
    Point("final.paths", "geen plaatsen op een computer", _paths),
    Point("final.outside", "geen koppelingen naar buiten", _outside),
    Point("final.programs", "geen programma’s en andere bestanden erin", _programs),
    Point("final.changes", "geen bijgehouden wijzigingen", _changes),
    Point("final.printer", "geen gegevens van een printer", _printer),
    Point("properties.title", "een titel en de taal", _title),
    Point("drawings.described", "grafieken hebben een beschrijving", _drawings),
    Point("tables.header", "tabellen hebben een kopregel", _tables),
    Point("tables.merged", "geen samengevoegde cellen", _merged),
)
"""In the order in which they are told."""
