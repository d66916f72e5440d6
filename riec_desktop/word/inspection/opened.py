"""A Word file opened to be looked at: its parts, what they point to, and its text as flows.

The file may come from anywhere. It is read under the guards of `word.package`, and no larger than can be looked at in
a few seconds; nothing that it points to is ever fetched.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from riec_desktop.errors import RiecError
from riec_desktop.word.etree import Element, W, parse
from riec_desktop.word.inspection.flow import Flow, Paragraph
from riec_desktop.word.inspection.names import RELATIONSHIP
from riec_desktop.word.inspection.numbering import Counter, read_instances
from riec_desktop.word.inspection.reader import read_flow
from riec_desktop.word.inspection.styles import Styles, read_styles
from riec_desktop.word.package import read_package, relationships_name, target_name
from riec_desktop.word.template_package import content_types, main_part

MOST_BYTES = 100_000_000
MOST_TAGS = 3_000_000
"""Start and end tags in the parts that are read: about twice a chapter with 400 portfolios and all its tables."""

PLACES = {
    "header": "in de koptekst",
    "footer": "in de voettekst",
    "footnotes": "in de voetnoten",
    "endnotes": "in de eindnoten",
}
_FINAL = {"definitief", "final", "definitive"}
_CORE = "docProps/core.xml"
_APP = "docProps/app.xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: its id, kind (the last word of its type), target as written, the part, and whether outside."""

    id: str
    kind: str
    target: str
    part: str
    outside: bool


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Document:
    """A document as the rules see it.

    `relations` lists the relationships by the part that has them; `body` is the text, `others` are headers, footers
    and notes; `core` and `app` are the properties by name; `final` says that it is looked at as finished.
    """

    parts: Mapping[str, bytes]
    types: Mapping[str, str]
    relations: Mapping[str, tuple[Relation, ...]]
    main: str
    styles: Styles
    body: Flow
    others: tuple[Flow, ...]
    settings: Element | None
    core: Mapping[str, str]
    app: Mapping[str, str]
    final: bool

    @property
    def flows(self) -> tuple[Flow, ...]:
        """All parts with text."""
        return (self.body, *self.others)

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs of all parts."""
        for flow in self.flows:
            yield from flow.paragraphs

    def relation(self, part: str, id: str) -> Relation | None:
        """A relationship of a part by its id."""
        return next((one for one in self.relations.get(part, ()) if one.id == id), None)


def open_document(data: bytes, *, final: bool | None) -> Document:
    """Open the bytes of a DOCX file; `final` None lets the file itself say whether it is a final one.

    Raises `RiecError`: 'inspect.not_docx', 'inspect.damaged', 'inspect.too_large' or 'inspect.macros'.
    """
    try:
        return _opened(data, final=final)
    except RiecError as error:
        raise RiecError(error.code.replace("template.", "inspect.")) from error


def _opened(data: bytes, *, final: bool | None) -> Document:
    parts = read_package(data, MOST_BYTES)
    types = content_types(parts)
    main = main_part(parts, types)
    _guard_tags(parts)
    relations = {source: tuple(_relations(parts, source)) for source in ("", *parts) if not source.endswith(".rels")}
    of_main = {one.kind: one.part for one in relations[main] if not one.outside}
    styles = read_styles(_root(parts, of_main.get("styles", "")))
    instances = read_instances(_root(parts, of_main.get("numbering", "")), styles)
    core = _properties(parts, _CORE)
    root = parse(parts[main])
    if root.find(f"{W}body") is None:
        raise RiecError("template.not_docx")
    return Document(
        parts=parts,
        types=types,
        relations=relations,
        main=main,
        styles=styles,
        body=read_flow(main, root, "", styles, Counter(instances, styles)),
        others=tuple(
            read_flow(one.part, parse(parts[one.part]), PLACES[one.kind], styles, Counter(instances, styles))
            for one in relations[main]
            if one.kind in PLACES and one.part in parts
        ),
        settings=_root(parts, of_main.get("settings", "")),
        core=core,
        app=_properties(parts, _APP),
        final=core.get("contentStatus", "").strip().lower() in _FINAL if final is None else final,
    )


def _guard_tags(parts: Mapping[str, bytes]) -> None:
    """Refuse what would take minutes to look at."""
    if sum(content.count(b"<") for name, content in parts.items() if name.endswith((".xml", ".rels"))) > MOST_TAGS:
        raise RiecError("template.too_large")


def _root(parts: Mapping[str, bytes], name: str) -> Element | None:
    return parse(parts[name]) if name in parts else None


def _relations(parts: Mapping[str, bytes], source: str) -> Iterator[Relation]:
    name = relationships_name(source)
    if name not in parts:
        return
    for element in parse(parts[name]).iter(RELATIONSHIP):
        target = element.get("Target", "")
        outside = element.get("TargetMode", "") == "External"
        kind = posixpath.basename(element.get("Type", ""))
        part = "" if outside else target_name(source, target.partition("#")[0])
        yield Relation(element.get("Id", ""), kind, target, part, outside)


def _properties(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """A properties part as text by the name of the element; nothing when it is not there."""
    if name not in parts:
        return {}
    return {element.tag.rpartition("}")[2]: element.text or "" for element in parse(parts[name])}
