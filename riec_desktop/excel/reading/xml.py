"""lxml with types, for parts of a workbook that may come from anywhere: no entities, no network, no document type."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Protocol, cast

from riec_desktop.excel.reading.cells import Refusal

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
RELATION_ID = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


class Element(Protocol):
    """An element; `tag` is in Clark notation ('{namespace}name')."""

    tag: str
    text: str | None

    def __iter__(self) -> "Iterator[Element]": ...
    def __len__(self) -> int: ...
    def get(self, key: str) -> str | None: ...
    def find(self, path: str) -> "Element | None": ...
    def iter(self, *tags: str) -> "Iterator[Element]": ...
    def getroottree(self) -> "_Tree": ...


class _DocInfo(Protocol):
    doctype: str


class _Tree(Protocol):
    docinfo: _DocInfo


class _Lxml(Protocol):
    XMLSyntaxError: type[Exception]
    XMLParser: Callable[..., object]

    def fromstring(self, text: bytes, parser: object) -> Element: ...


_TOO_LARGE = ("huge text node", "xmlSAX2Characters")
_NO_MEMORY = 2
"""XML_ERR_NO_MEMORY of libxml2."""
_SAFE = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}


def parse(xml: bytes) -> Element:
    """The tree of a part. Raises `Refusal` when it is not well-formed, has a document type, or is too large."""
    # Also in UTF-16: the signs then stand between zeros.
    if b"<!DOCTYPE" in xml or b"<!DOCTYPE" in xml.replace(b"\0", b""):
        raise Refusal(code="workbook.tampered")
    lxml = cast("_Lxml", import_module("lxml.etree"))
    try:
        root = lxml.fromstring(xml, lxml.XMLParser(**_SAFE))
    except lxml.XMLSyntaxError as error:
        # libxml2 takes no text of more than 10 million characters, and tells in its own way that memory is out.
        out_of_memory = getattr(error, "code", None) == _NO_MEMORY
        too_large = out_of_memory or any(words in str(error) for words in _TOO_LARGE)
        raise Refusal(code="workbook.too_large" if too_large else "workbook.damaged") from error
    except ValueError as error:
        raise Refusal(code="workbook.damaged") from error
    if root.getroottree().docinfo.doctype:
        raise Refusal(code="workbook.tampered")
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]
