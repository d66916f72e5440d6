"""The plumbing of the package: which part is what, and which part uses which."""

from collections.abc import Iterable, Mapping

from riec_desktop.word import sections
from riec_desktop.word.attachments import CHART_FOLDER, CHART_TYPE, DEFAULT_TYPES, Attached
from riec_desktop.word.marking import PROPERTIES_TYPE
from riec_desktop.word.markup import attribute
from riec_desktop.word.template import Template

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OWN_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    sections.HEADER_PART: f"{_WORD}.header+xml",
    sections.FOOTER_PART: f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}

_TYPES_BY_START = {CHART_FOLDER: CHART_TYPE, "customXml/itemProps": PROPERTIES_TYPE}


def content_types(house: Template, written: Iterable[str]) -> str:
    """The content types of the template's parts and of those written for this chapter."""
    types = {**house.types, **_types(written)}
    endings = {name.rpartition(".")[2] for name in written}
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in DEFAULT_TYPES.items()
        if ending in endings
    )
    overrides = "".join(
        f'<Override PartName="/{attribute(name)}" ContentType="{attribute(kind)}"/>'
        for name, kind in sorted(types.items())
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{defaults}{overrides}</Types>'
    )


def _types(written: Iterable[str]) -> dict[str, str]:
    """The types of our own parts, apart from those that are known by the end of their name."""
    return {name: kind for name in written if (kind := _OWN_TYPES.get(name) or _type_by_start(name))}


def _type_by_start(name: str) -> str:
    return next((kind for start, kind in _TYPES_BY_START.items() if name.startswith(start)), "")


def package_relations() -> str:
    """From the package to the document and its properties."""
    return _part(
        (
            _relation("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            _relation("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            _relation("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        )
    )


def document_relations(house: Template, links: Mapping[str, str], attached: Iterable[Attached], *, header: bool) -> str:
    """From the document to the template's parts, header, footer, charts, pictures, and web addresses in the text."""
    parts = [
        _relation(f"rId{at}", relation.type, _from_word(relation.part))
        for at, relation in enumerate(house.relations, start=1)
    ]
    if header:
        parts.append(_relation(sections.HEADER_ID, f"{_OFFICE}/header", _from_word(sections.HEADER_PART)))
    parts.append(_relation(sections.FOOTER_ID, f"{_OFFICE}/footer", _from_word(sections.FOOTER_PART)))
    parts += (_relation(one.id, f"{_OFFICE}/{one.kind}", _from_word(one.part)) for one in attached)
    web = [_relation(id, f"{_OFFICE}/hyperlink", address, ' TargetMode="External"') for address, id in links.items()]
    return _part((*parts, *web))


def _from_word(part: str) -> str:
    """A part as seen from the folder of the document."""
    return part.removeprefix("word/") if part.startswith("word/") else f"/{part}"


def _relation(id: str, kind: str, target: str, mode: str = "") -> str:
    return f'<Relationship Id="{id}" Type="{attribute(kind)}" Target="{attribute(target)}"{mode}/>'


def _part(relations: Iterable[str]) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'
