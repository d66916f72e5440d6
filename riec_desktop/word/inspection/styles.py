"""Styles with what they inherit: what a paragraph or run looks like when it says nothing itself.

ISO/IEC 29500-1, 17.7.2: direct formatting, then the character style, the paragraph style with what it is based on, the
table style, and last the defaults of the document.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from riec_desktop.word.etree import VAL, Element, W

_HEADING = re.compile("(?:heading|kop) ([1-9])")
_DEEPEST = 50
_OFF = {"0", "false", "off", "none", "nil"}
BODY_LEVEL = 0


def value(element: Element | None, attribute: str = VAL) -> str:
    """An attribute (`w:val` unless another is named) of an element that may not be there."""
    return "" if element is None else element.get(attribute, "")


def is_on(element: Element | None) -> bool:
    """Whether a switch such as `w:b` is there and on."""
    return element is not None and value(element) not in _OFF


def inner(element: Element | None, path: str) -> Element | None:
    """A descendant by the names on the way, such as 'pPr/numPr'."""
    return None if element is None else element.find("/".join(W + step for step in path.split("/")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The styles of a document by id, its defaults, and the id of the style of paragraphs that name none."""

    elements: Mapping[str, Element]
    default: str
    default_run: Element | None
    _chains: dict[str, tuple[Element, ...]] = field(default_factory=dict[str, tuple[Element, ...]])
    _names: dict[str, str] = field(default_factory=dict[str, str])

    def name(self, style: str) -> str:
        """The lower-case English name of a style; '' for one that is not there."""
        if style not in self._names:
            self._names[style] = value(inner(self.elements.get(style), "name")).lower()
        return self._names[style]

    def chain(self, style: str) -> tuple[Element, ...]:
        """A style and what it is based on, nearest first."""
        if style not in self._chains:
            self._chains[style] = tuple(self._ancestors(style))
        return self._chains[style]

    def _ancestors(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self.elements and style not in seen and len(seen) < _DEEPEST:
            seen.add(style)
            yield self.elements[style]
            style = value(inner(self.elements[style], "basedOn"))

    def found(self, style: str, path: str) -> Element | None:
        """The nearest element at a path such as 'pPr/shd' in a style and what it is based on."""
        return next((found for each in self.chain(style) if (found := inner(each, path)) is not None), None)

    def level(self, style: str) -> int:
        """The outline level of a style: 1-9, or 0 for body text."""
        outline = value(self.found(style, "pPr/outlineLvl"))
        if outline.isdecimal():
            return int(outline) + 1 if int(outline) < len("123456789") else BODY_LEVEL
        named = _HEADING.fullmatch(self.name(style))
        return int(named[1]) if named else BODY_LEVEL


def read_styles(root: Element | None) -> Styles:
    """The styles in a styles part, or none at all."""
    found: list[Element] = [] if root is None else root.findall(f"{W}style")
    elements: dict[str, Element] = {}
    for style in found:
        elements.setdefault(style.get(f"{W}styleId", ""), style)
    return Styles(elements=elements, default=_default(found), default_run=inner(root, "docDefaults/rPrDefault/rPr"))


def _default(styles: Iterable[Element]) -> str:
    """The style of paragraphs that name none (17.7.4.17: the last one that says so)."""
    marked = [
        style.get(f"{W}styleId", "")
        for style in styles
        if style.get(f"{W}type", "") == "paragraph" and style.get(f"{W}default", "") in {"1", "true", "on"}
    ]
    return marked[-1] if marked else ""
