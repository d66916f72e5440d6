"""The package of a template: which parts there are, what they are, and which of them a chapter copies.

Works on the parts as bytes by name; knows relationships and content types, nothing of styles.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from riec_desktop.errors import RiecError
from riec_desktop.word.etree import Element, W, parse, serialise
from riec_desktop.word.package import relationships_name, target_name

Parts = Mapping[str, bytes]

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
_DOCUMENT_TYPES = (_MAIN.format("document"), _MAIN.format("template"))
_TYPES = "[Content_Types].xml"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_UNWANTED_SETTINGS = (
    *("attachedTemplate", "linkStyles", "mailMerge", "documentProtection", "writeProtection", "docVars"),
    *("trackRevisions", "updateFields", "rsids", "revisionView", "saveThroughXslt", "attachedSchema"),
    *("footnotePr", "endnotePr"),
)
"""Settings that belong to the template's own life: where it came from, how it was protected, notes it had."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship to another part: its kind (the last word of the relationship type) and the part."""

    kind: str
    type: str
    part: str


def part(parts: Parts, name: str) -> bytes:
    """A part that must be there."""
    if name not in parts:
        raise RiecError("template.damaged")
    return parts[name]


def content_types(parts: Parts) -> dict[str, str]:
    """The content type of every part that has one."""
    root = parse(part(parts, _TYPES))
    defaults = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in root.iter(f"{_TYPE}Default")}
    named = {e.get("PartName", "").lstrip("/"): e.get("ContentType", "") for e in root.iter(f"{_TYPE}Override")}
    return {name: named.get(name) or defaults.get(name.rpartition(".")[2].lower(), "") for name in parts}


def relations(parts: Parts, source: str) -> list[Relation]:
    """The relationships of a part to parts that are there; outside links and dangling ones are left out."""
    name = relationships_name(source)
    if name not in parts:
        return []
    found = [_relation(e, source) for e in parse(parts[name]).iter(_RELATIONSHIP)]
    return [relation for relation in found if relation.part in parts]


def _relation(element: Element, source: str) -> Relation:
    kind = element.get("Type", "")
    return Relation(kind.rpartition("/")[2], kind, target_name(source, element.get("Target", "")))


def main_part(parts: Parts, types: Mapping[str, str]) -> str:
    """The name of the document itself.

    Raises `RiecError` for anything but a Word document or template without macros.
    """
    mains = [relation.part for relation in relations(parts, "") if relation.kind == "officeDocument"]
    if not mains:
        raise RiecError("template.not_docx")
    if "macroEnabled" in types[mains[0]] or any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise RiecError("template.macros")
    if types[mains[0]] not in _DOCUMENT_TYPES:
        raise RiecError("template.not_docx")
    return mains[0]


def copied_parts(parts: Parts, roots: Iterable[Relation]) -> dict[str, bytes]:
    """The parts that a new document takes over, with the parts they need; settings without their past."""
    copied: dict[str, bytes] = {}
    for relation in roots:
        if relation.kind == "settings":
            copied[relation.part] = clean_settings(parts[relation.part])
        else:
            _copy(parts, relation.part, copied)
    return copied


def _copy(parts: Parts, name: str, copied: dict[str, bytes]) -> None:
    if name in copied:
        return
    copied[name] = parts[name]
    inner = relations(parts, name)
    if inner:
        copied[relationships_name(name)] = parts[relationships_name(name)]
    for relation in inner:
        _copy(parts, relation.part, copied)


def clean_settings(xml: bytes) -> bytes:
    """The settings without links to other files, protection, variables and traces of editing."""
    root = parse(xml)
    for name in _UNWANTED_SETTINGS:
        for element in root.findall(W + name):
            root.remove(element)
    return serialise(root)
