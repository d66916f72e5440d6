"""The page of a template: its size and margins. A chapter is printed on A4, whatever paper the template is for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from riec_desktop.word.etree import Element, W

A4_WIDTH, A4_HEIGHT = 11906, 16838
_SAME = 60
"""Programs round the size of A4 differently: within 1 mm it is A4."""
_NARROW = 4500
"""A text column narrower than 8 cm holds no table."""
_LOW = 6000
_TWIPS_PER_CM = 567
_TWIPS = ("top", "right", "bottom", "left", "header", "footer")
_LETTER = (12240, 15840)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The size of a page and its margins in twips (1/1440 inch), as `w:pgSz` and `w:pgMar` hold them. A4 if unsaid."""

    width: int = A4_WIDTH
    height: int = A4_HEIGHT
    top: int = 1418
    right: int = 1418
    bottom: int = 1418
    left: int = 1418
    header: int = 709
    footer: int = 709


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFound:
    """The page that a chapter gets, and what differs from the template's own: its paper ('' for A4), lying, margins."""

    page: Page
    paper: str = ""
    lying: bool = False
    margins: bool = False


def read_page(section: Element | None) -> PageFound:
    """The page of a section, standing and on A4, with its own margins as long as they leave room for text."""
    if section is None:
        return PageFound(page=Page())
    said = _said(section)
    lying = said.width > said.height
    page = replace(_standing(said) if lying else said, width=A4_WIDTH, height=A4_HEIGHT)
    fits = _has_room(page)
    return PageFound(page=page if fits else Page(), paper=_paper(said), lying=lying, margins=not fits)


def _said(section: Element) -> Page:
    margins = section.find(f"{W}pgMar")
    size = _twips(section.find(f"{W}pgSz"), {"width": "w", "height": "h"})
    page = Page(**size, **_twips(margins, {name: name for name in _TWIPS}))
    return replace(page, left=page.left + _twips(margins, {"gutter": "gutter"}).get("gutter", 0))


def _standing(page: Page) -> Page:
    """A quarter turn back: the top of a page that lies is the left of one that stands."""
    return replace(page, top=page.right, right=page.bottom, bottom=page.left, left=page.top)


def _has_room(page: Page) -> bool:
    """Whether there is room for text between the margins, and below a header that stands lower than the margin."""
    above, below = max(page.top, page.header), max(page.bottom, page.footer)
    return page.width - page.left - page.right >= _NARROW and page.height - above - below >= _LOW


def _paper(page: Page) -> str:
    short, long = sorted((page.width, page.height))
    if abs(short - A4_WIDTH) <= _SAME and abs(long - A4_HEIGHT) <= _SAME:
        return ""
    sizes = f"{_cm(short)} bij {_cm(long)} cm"
    return f"Amerikaans papier ({sizes})" if (short, long) == _LETTER else f"papier van {sizes}"


def _cm(twips: int) -> str:
    return f"{twips / _TWIPS_PER_CM:.1f}".replace(".", ",")


def _twips(element: Element | None, names: Mapping[str, str]) -> dict[str, int]:
    found = {} if element is None else {name: element.get(W + attribute, "") for name, attribute in names.items()}
    return {name: int(value) for name, value in found.items() if value.isdecimal()}


def put_on_a4(section: Element) -> None:
    """Give a section the size of A4, lying if it lay; its margins stay."""
    size = section.find(f"{W}pgSz")
    said = _twips(size, {"width": "w", "height": "h"})
    if size is None or len(said) < len(("width", "height")):
        return
    lying = said["width"] > said["height"]
    size.set(f"{W}w", str(A4_HEIGHT if lying else A4_WIDTH))
    size.set(f"{W}h", str(A4_WIDTH if lying else A4_HEIGHT))
    size.attrib.pop(f"{W}code", "")
