"""The package of a Word document, looked over before anything in it is read, and its parts as trees.

A document of people has some tens of parts. What is no document, is protected, damaged or set up to hurt is refused
with a code `draft.…`; what is merely odd is told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from riec_desktop.errors import RiecError
from riec_desktop.word.etree import Element, parse
from riec_desktop.word.package import read_package, relationships_name, target_name

MOST_BYTES = 50_000_000
"""Of the file itself."""
_OLE, _ENCRYPTED_STREAM = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
_OFFICE = "/officeDocument"
_STRICT = "purl.oclc.org/ooxml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CODES = {
    "template.not_docx": "draft.not_docx",
    "template.too_large": "draft.too_large",
    "template.damaged": "draft.damaged",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """From a part to another, or to something outside (`external`); `kind` is the last word of its type."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The parts of a document by name, and the name of the part with its text."""

    parts: Mapping[str, bytes]
    document: str

    def tree(self, name: str) -> Element | None:
        """The tree of a part; None when there is no such part. Raises `RiecError` (`draft.damaged`)."""
        return tree_of(self.parts[name]) if name in self.parts else None

    def relations(self, part: str) -> Mapping[str, Relation]:
        """What a part relates to, by id."""
        root = self.tree(relationships_name(part))
        return {one.get("Id", ""): _relation(part, one) for one in root.iter(_RELATION)} if root is not None else {}

    def related(self, kind: str) -> Iterator[str]:
        """The names of the parts that the document relates to in this way."""
        for one in self.relations(self.document).values():
            if one.kind == kind and not one.external:
                yield one.target


def tree_of(xml: bytes) -> Element:
    """The tree of a part. Raises `RiecError` (`draft.damaged`), also for one with a document type."""
    try:
        return parse(xml)
    except RiecError as error:
        raise RiecError("draft.damaged") from error


def _relation(part: str, one: Element) -> Relation:
    external = one.get("TargetMode", "") == "External"
    target = one.get("Target", "")
    kind = one.get("Type", "").rpartition("/")[2]
    return Relation(kind=kind, target=target if external else target_name(part, target), external=external)


def opened(data: bytes) -> Opened:
    """The package of a document. Raises `RiecError`: `draft.…`."""
    if data.startswith(_OLE):
        raise RiecError("draft.encrypted" if _ENCRYPTED_STREAM in data else "draft.old")
    try:
        parts = read_package(data)
    except RiecError as error:
        raise RiecError(_CODES[error.code]) from error
    return Opened(parts=parts, document=_document(parts))


def _document(parts: Mapping[str, bytes]) -> str:
    rels = parts.get("_rels/.rels")
    if rels is None:
        raise RiecError("draft.damaged" if not parts else "draft.not_docx")
    for one in tree_of(rels).iter(_RELATION):
        if one.get("Type", "").endswith(_OFFICE):
            return _checked(target_name("", one.get("Target", "")), parts)
    raise RiecError("draft.not_docx")


def _checked(name: str, parts: Mapping[str, bytes]) -> str:
    """The part with the text, when it is one of Word."""
    if name not in parts:
        raise RiecError("draft.damaged")
    if not name.startswith("word/") and b"wordprocessingml" not in parts[name][:4096]:
        raise RiecError("draft.not_docx")
    if _STRICT.encode() in parts[name][:4096]:
        raise RiecError("draft.strict")
    return name
