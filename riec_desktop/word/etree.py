"""lxml with types: the one thin place where an XML tree is parsed and written.

lxml carries no annotations, so the little that templates need of it is spelled out here as protocols. Entities are
not resolved, nothing is fetched and a document type is refused: a template may come from anywhere.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Protocol, cast

from riec_desktop.errors import RiecError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_BARE = {"remove_comments": True, "remove_pis": True}
"""Nothing but elements: what is no element has no tag that is text."""


class Element(Protocol):
    """An element of an lxml tree; `tag` and attribute names are in Clark notation ('{namespace}name')."""

    tag: str
    text: str | None

    def __iter__(self) -> "Iterator[Element]": ...
    def get(self, key: str, default: str) -> str: ...
    def set(self, key: str, value: str) -> None: ...
    def find(self, path: str) -> "Element | None": ...
    def findall(self, path: str) -> "list[Element]": ...
    def iter(self, *tags: str) -> "Iterator[Element]": ...
    def remove(self, element: "Element") -> None: ...
    def append(self, element: "Element") -> None: ...
    def addprevious(self, element: "Element") -> None: ...
    def getparent(self) -> "Element | None": ...
    @property
    def attrib(self) -> MutableMapping[str, str]: ...
    @property
    def nsmap(self) -> "Mapping[str | None, str]": ...
    def getnext(self) -> "Element | None": ...
    def getroottree(self) -> "_Tree": ...


class _DocInfo(Protocol):
    doctype: str


class _Tree(Protocol):
    docinfo: _DocInfo


class _Maker(Protocol):
    def __call__(self, tag: str, *, nsmap: Mapping[str | None, str]) -> Element: ...


class _Lxml(Protocol):
    XMLSyntaxError: type[Exception]
    XMLParser: Callable[..., object]

    def fromstring(self, text: bytes, parser: object) -> Element: ...
    def tostring(self, element: Element, *, encoding: str, xml_declaration: bool, standalone: bool) -> bytes: ...


def _maker() -> _Maker:
    return cast("_Maker", import_module("lxml.etree").Element)


def _lxml() -> _Lxml:
    return cast("_Lxml", import_module("lxml.etree"))


def parse(xml: bytes) -> Element:
    """The tree of a part. Raises `RiecError` ('template.damaged') when it is not well-formed or has a document type."""
    lxml = _lxml()
    if b"<!DOCTYPE" in xml:
        raise RiecError("template.damaged")
    try:
        root = lxml.fromstring(xml, lxml.XMLParser(resolve_entities=False, no_network=True, **_BARE))
    except (lxml.XMLSyntaxError, ValueError) as error:
        raise RiecError("template.damaged") from error
    # In another encoding, such as UTF-16, the bytes above do not show it.
    if root.getroottree().docinfo.doctype:
        raise RiecError("template.damaged")
    return root


def new(tag: str) -> Element:
    """An element of WordprocessingML without anything in it."""
    return _maker()(tag, nsmap={"w": W[1:-1]})


def with_prefix(root: Element) -> Element:
    """The same root with the prefix `w` for WordprocessingML, whatever prefix the part used.

    What is added as text uses that prefix. Other prefixes stay declared: `mc:Ignorable` names them.
    """
    if root.nsmap.get("w") == W[1:-1]:
        return root
    kept = {prefix: space for prefix, space in root.nsmap.items() if prefix is not None}
    made = _maker()(root.tag, nsmap={**kept, "w": W[1:-1]})
    made.attrib.update(root.attrib)
    for child in list(root):
        made.append(child)
    return made


def whole_number(text: str) -> int:
    """A number as it stands in an attribute. Raises `RiecError` ('template.damaged') when it is none."""
    try:
        return int(text)
    except ValueError as error:
        raise RiecError("template.damaged") from error


def serialise(root: Element) -> bytes:
    """The part of a tree, as UTF-8 with its declaration."""
    return _lxml().tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
