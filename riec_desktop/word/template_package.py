"""The package of a template: which parts there are, what they are, and which of them a chapter copies.

Works on the parts as bytes by name; knows relationships and content types, nothing of styles.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from riec_desktop.errors import RiecError
from riec_desktop.word.etree import Element, parse
from riec_desktop.word.markup import attribute
from riec_desktop.word.package import relationships_name, target_name

Parts = Mapping[str, bytes]

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
_DOCUMENT_TYPES = (_MAIN.format("document"), _MAIN.format("template"))
_MACRO = "application/vnd.ms-word.{}.macroEnabled{}.main+xml"
_MACRO_TYPES = (_MACRO.format("document", ""), _MACRO.format("template", ""), _MACRO.format("template", "Template"))
_STRICT = "http://purl.oclc.org/ooxml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "[Content_Types].xml"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship to another part: its kind (the last word of the relationship type), the part, and its id."""

    kind: str
    type: str
    part: str
    id: str = ""


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
    inside = (each for each in parse(parts[name]).iter(_RELATIONSHIP) if each.get("TargetMode", "") != "External")
    found = [_relation(each, source) for each in inside]
    return [relation for relation in found if relation.part in parts]


def _relation(element: Element, source: str) -> Relation:
    kind = element.get("Type", "")
    return Relation(
        kind.rpartition("/")[2], kind, target_name(source, element.get("Target", "")), element.get("Id", "")
    )


def outside(parts: Parts, source: str) -> list[tuple[str, str]]:
    """The kind and the address of every relationship of a part to what lies outside the package."""
    name = relationships_name(source)
    found = parse(parts[name]).iter(_RELATIONSHIP) if name in parts else ()
    links = [each for each in found if each.get("TargetMode", "") == "External"]
    return [(each.get("Type", "").rpartition("/")[2], each.get("Target", "")) for each in links]


def main_part(parts: Parts, types: Mapping[str, str]) -> str:
    """The name of the document itself.

    Raises `RiecError` for anything but a Word document or template without macros.
    """
    main = document_part(parts, types)
    if has_macros(parts, types, main):
        raise RiecError("template.macros")
    return main


def document_part(parts: Parts, types: Mapping[str, str]) -> str:
    """The name of the document itself, with or without macros.

    Raises `RiecError` for anything but a Word document or template ('template.not_docx'), and for one in the strict
    form, whose every name is another ('template.strict').
    """
    mains = [relation for relation in relations(parts, "") if relation.kind == "officeDocument"]
    if not mains or not _is_word(types[mains[0].part]):
        raise RiecError("template.not_docx")
    if mains[0].type.startswith(_STRICT):
        raise RiecError("template.strict")
    return mains[0].part


def _is_word(kind: str) -> bool:
    return kind in _DOCUMENT_TYPES or kind in _MACRO_TYPES


def has_macros(parts: Parts, types: Mapping[str, str], main: str) -> bool:
    """Whether a program lies in the package, or the document says so."""
    return types[main] in _MACRO_TYPES or any(name.lower().endswith("vbaproject.bin") for name in parts)


def relationships_part(found: Iterable[Relation], source: str) -> bytes:
    """The relationships of a part to these parts, with their own ids."""
    lines = "".join(
        f'<Relationship Id="{attribute(one.id)}" Type="{attribute(one.type)}" '
        f'Target="{attribute(_seen_from(source, one.part))}"/>'
        for one in found
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{space}">{lines}</Relationships>'.encode()


def _seen_from(source: str, name: str) -> str:
    folder = f"{source.rpartition('/')[0]}/"
    return name.removeprefix(folder) if name.startswith(folder) else f"/{name}"
