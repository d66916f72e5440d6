"""Read a Word document back: its parts as trees, its text as a reader sees it, and what a validator says of it.

Reads with the standard library only, so that what is tested and what tests do not share a mistake.
"""

import io
import zipfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
DOCUMENT = "word/document.xml"
_BREAKS = {f"{W}br": "\n", f"{W}tab": "\t"}


def part_names(document: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.namelist()


def part_text(document: bytes, name: str = DOCUMENT) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read(name).decode()


def tree(document: bytes, name: str = DOCUMENT) -> ET.Element:
    """A part; parsing it shows that it is well-formed."""
    return ET.fromstring(part_text(document, name))


def body(document: bytes) -> ET.Element:
    found = tree(document).find(f"{W}body")
    assert found is not None
    return found


def paragraphs(document: bytes) -> list[ET.Element]:
    """All paragraphs, also those in tables, in the order of reading."""
    return list(body(document).iter(f"{W}p"))


def text_of(element: ET.Element) -> str:
    """The text of an element as shown: results of fields, line breaks as newlines."""
    return "".join(_pieces(element))


def _pieces(element: ET.Element) -> Iterator[str]:
    for child in element.iter():
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}tabs":
            child.clear()
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]


def texts_of(document: bytes) -> list[str]:
    """The text of every paragraph."""
    return [text_of(paragraph) for paragraph in paragraphs(document)]


def value(element: ET.Element, path: str) -> str:
    """The `w:val` at the end of a path such as 'pPr/pStyle', '' when there is none."""
    found = element.find("/".join(W + step for step in path.split("/")))
    return "" if found is None else found.get(f"{W}val", "")


def style_of(paragraph: ET.Element) -> str:
    """The style id of a paragraph."""
    return value(paragraph, "pPr/pStyle") or "Normal"


def properties(paragraph: ET.Element) -> list[str]:
    """The names of the properties that a paragraph has of its own."""
    return [child.tag.removeprefix(W) for child in paragraph.iterfind(f"{W}pPr/*")]


def instructions(document: bytes) -> list[str]:
    """The instructions of all fields, in order."""
    return [(element.text or "").strip() for element in body(document).iter(f"{W}instrText")]


def links(document: bytes) -> dict[str, str]:
    """The web addresses of a document by relationship id."""
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in tree(document, "word/_rels/document.xml.rels").iter(RELATIONSHIP)
        if relation.get("TargetMode") == "External"
    }


class _Problem(Protocol):
    part_uri: str
    description: str


class _Result(Protocol):
    errors: list[_Problem]


class _Validator(Protocol):
    def validate(self, file: Path) -> _Result: ...


class _Audit(Protocol):
    """What is used of openxml-audit, which has no annotations."""

    OpenXmlValidator: type[_Validator]


def audit(document: bytes, folder: Path, suffix: str = ".docx") -> list[str]:
    """What openxml-audit has to say about a document or workbook: nothing, when it is valid."""
    file = folder / f"gecontroleerd{suffix}"
    file.write_bytes(document)
    validator = cast("_Audit", import_module("openxml_audit")).OpenXmlValidator()
    return [f"{error.part_uri}: {error.description}" for error in validator.validate(file).errors]
