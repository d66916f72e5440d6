"""A Word document as plain values: every part with text, the remarks, and which draft it says that it is."""

from collections.abc import Iterator, Mapping

from riec_desktop.word.etree import Element, W
from riec_desktop.word.marking import NAMESPACE
from riec_desktop.word.reading.opened import Opened, opened, tree_of
from riec_desktop.word.reading.read import Manifest, Para, ReadDocument
from riec_desktop.word.reading.remarks import remarks_of
from riec_desktop.word.reading.runs import Surroundings
from riec_desktop.word.reading.styles import StyleSheet, style_sheet
from riec_desktop.word.reading.walk import Walk

_PARTS = {"header": "koptekst", "footer": "voettekst", "footnotes": "voetnoot", "endnotes": "eindnoot"}
_PAPER = f"{{{NAMESPACE}}}"
_MOST_TABLES_DEEP = 20


def read_document(data: bytes) -> ReadDocument:
    """Everything that a document holds. Raises `RiecError`: `draft.…`."""
    document = opened(data)
    sheet = _sheet(document)
    oddities: dict[str, None] = dict.fromkeys(_odd(document))
    paras: list[Para] = []
    for name, part in _texts(document):
        walk = Walk(sheet=sheet, links=_links(document, name), part=part, around=Surroundings(oddities=oddities))
        root = document.tree(name)
        if root is not None:
            paras += walk.read(root)
            oddities |= dict.fromkeys(_deep(root))
    return ReadDocument(
        paras=tuple(paras), remarks=remarks_of(document), manifest=_manifest(document), oddities=tuple(oddities)
    )


def _sheet(document: Opened) -> StyleSheet:
    styles, numbering = (next(document.related(kind), "") for kind in ("styles", "numbering"))
    return style_sheet(document.tree(styles), document.tree(numbering))


def _texts(document: Opened) -> Iterator[tuple[str, str]]:
    """The parts with text and what they are called: the text itself first."""
    yield document.document, ""
    for kind, called in _PARTS.items():
        yield from ((name, called) for name in document.related(kind))


def _links(document: Opened, part: str) -> Mapping[str, str]:
    found = document.relations(part)
    return {id: one.target for id, one in found.items() if one.kind == "hyperlink" and one.external}


def _odd(document: Opened) -> Iterator[str]:
    """What is odd about the package: it asks for files elsewhere, or carries a program."""
    names = [name for name in document.parts if name.endswith(".rels")]
    relations = (one for name in names for one in document.relations(_owner(name)).values())
    if any(one.external and one.kind != "hyperlink" for one in relations):
        yield "external"
    if any(name.lower().endswith("vbaproject.bin") for name in document.parts):
        yield "macros"


def _owner(relations: str) -> str:
    """The part whose relationships these are: 'word/_rels/document.xml.rels' → 'word/document.xml'."""
    folder, _, name = relations.rpartition("_rels/")
    return f"{folder}{name.removesuffix('.rels')}"


def _deep(root: Element) -> Iterator[str]:
    """An oddity when tables stand in tables in tables."""
    level = [root]
    for _ in range(_MOST_TABLES_DEEP):
        level = [table for one in level for table in one.iter(f"{W}tbl") if table is not one][:1]
    if level:
        yield "nested"


def _manifest(document: Opened) -> Manifest | None:
    for name, content in document.parts.items():
        if name.startswith("customXml/") and NAMESPACE.encode() in content and not name.endswith(".rels"):
            root = tree_of(content)
            if root.tag == f"{_PAPER}reviewversie":
                return _read_manifest(root)
    return None


def _read_manifest(root: Element) -> Manifest:
    year = root.get("jaar", "")
    return Manifest(
        document_id=root.get("document", ""),
        dossier_id=root.get("dossier", ""),
        version=root.get("versie", ""),
        year=int(year) if year.isdecimal() else 0,
        texts={
            one.get("sleutel", ""): (
                one.get("soort", ""),
                one.get("gegeven", ""),
                one.get("veld", ""),
                one.get("controlegetal", ""),
            )
            for one in root.iter(f"{_PAPER}tekst")
        },
    )
