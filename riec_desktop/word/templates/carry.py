"""Parts that go along as they are (fonts, theme, pictures), with what they need and nothing from outside.

A relationship to a file elsewhere, or to a part that is not there, would make Word ask or complain; it is taken out,
with the element that uses it.
"""

from collections.abc import Iterable, Mapping

from riec_desktop.word.etree import Element, parse, serialise
from riec_desktop.word.package import relationships_name
from riec_desktop.word.template_package import Parts, outside, relations, relationships_part

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_GUESSES: Mapping[str, str] = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
}


def carried(parts: Parts, names: Iterable[str]) -> dict[str, bytes]:
    """These parts and all that they need, by name, with their relationships."""
    found: dict[str, bytes] = {}
    for name in names:
        _carry(parts, name, found)
    return found


def _carry(parts: Parts, name: str, found: dict[str, bytes]) -> None:
    if name in found:
        return
    found[name] = parts[name]
    inner = relations(parts, name)
    if relationships_name(name) in parts:
        found[name] = _sound(parts, name, {one.id for one in inner})
    if inner:
        found[relationships_name(name)] = relationships_part(inner, name)
    for one in inner:
        _carry(parts, one.part, found)


def _sound(parts: Parts, name: str, ids: set[str]) -> bytes:
    root = parse(parts[name])
    return serialise(root) if loosen(root, ids) or outside(parts, name) else parts[name]


def loosen(root: Element, ids: set[str]) -> bool:
    """Take out the elements that use a relationship which is not one of these. Tells whether there were any."""
    loose = [element for element in root.iter() if used_ids(element) - ids]
    for element in loose:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return bool(loose)


def used_ids(element: Element) -> set[str]:
    """The relationships that an element itself uses."""
    return {text for name, text in element.attrib.items() if name.startswith(_R) and text}


def type_of(name: str, types: Mapping[str, str]) -> str:
    """The content type of a part; a picture or font whose package does not say gets the usual one."""
    return types.get(name, "") or _GUESSES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
