"""What a template holds beside its looks, and what a chapter does not take over: text, fields, macros, links."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from riec_desktop.word.etree import Element, W, parse
from riec_desktop.word.template_package import Parts, has_macros, outside, relations

_FORM = ("sdt", "fldSimple", "instrText", "ffData", "customXml")
_TAGS = ("{{", "{%", "<<", "«", "[[")
_LINES = ("header", "footer")
_SHOWN = 40
_PICTURES = ("drawing", "pict", "object")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """What stays behind: the beginning of the text and of the lines around the page, and whether there is more."""

    text: str
    lines: str
    logo: bool
    fields: bool
    macros: bool
    links: tuple[str, ...]


def leftover(parts: Parts, types: Mapping[str, str], main: str, document: Element) -> Leftover:
    """Look through a template for all that is no style, numbering, font, theme, setting or page."""
    lines = [parse(parts[one.part]) for one in relations(parts, main) if one.kind in _LINES]
    body = _text(document)
    return Leftover(
        text=_beginning(body),
        lines=_beginning(" ".join(text for text in map(_text, lines) if text)),
        logo=any(_has(line, _PICTURES) for line in lines),
        fields=_has(document, _FORM) or any(tag in body for tag in _TAGS),
        macros=has_macros(parts, types, main),
        links=tuple(dict.fromkeys(_links(parts))),
    )


def _text(root: Element) -> str:
    return " ".join("".join(one.text or "" for one in root.iter(f"{W}t")).split())


def _beginning(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


def _has(root: Element, names: tuple[str, ...]) -> bool:
    return next(root.iter(*(W + name for name in names)), None) is not None


def _links(parts: Parts) -> Iterator[str]:
    """The files outside that a template uses, without their folders: those may name a person. Web links are text."""
    sources = (name for name in parts if not name.endswith(".rels"))
    for source in sources:
        for kind, address in outside(parts, source):
            if kind != "hyperlink":
                yield address.replace("\\", "/").rstrip("/").rpartition("/")[2] or address
