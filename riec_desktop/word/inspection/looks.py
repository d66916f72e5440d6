"""Colours as Word shows them: of text, of what lies behind it, and the contrast between the two.

WCAG 2.1, 1.4.3 gives the contrast and its formula; ISO/IEC 29500-1, 17.7.6 the order in which table styles count.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from riec_desktop.word.etree import Element, W
from riec_desktop.word.inspection.styles import Styles, inner, is_on, value

WHITE, BLACK = "FFFFFF", "000000"
NORMAL_SIZE, LARGE, LARGE_BOLD = 22, 36, 28
"""Sizes in half points: Word's own default of 11 points; large text is 18 points, or 14 in bold (WCAG 2.1)."""

ENOUGH, ENOUGH_LARGE = 4.5, 3.0
_DARK = 0.18
_LINEAR = 0.04045
_HEX = re.compile("[0-9A-Fa-f]{6}")
_HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGray": "808080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "green": "00FF00",
    "lightGray": "C0C0C0",
    "magenta": "FF00FF",
    "red": "FF0000",
    "white": "FFFFFF",
    "yellow": "FFFF00",
}
_CONDITIONS = ("firstRow", "lastRow", "firstColumn", "lastColumn")
_LOOK_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
_NO_BANDS = 0x200


@dataclass(frozen=True, slots=True)
class Frame:
    """The cell around a paragraph: its colour ('' for none), and what the table style says of text in it."""

    fill: str
    looks: tuple[Element, ...]


def fill_of(shading: Element | None) -> str:
    """The colour that a `w:shd` paints; '' when it paints none."""
    pattern = value(shading)
    colour = value(shading, f"{W}color" if pattern == "solid" else f"{W}fill")
    return "" if pattern == "nil" or not _HEX.fullmatch(colour) else colour.upper()


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.1)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= _LINEAR else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast between two colours, 1 to 21 (WCAG 2.1)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is shown: its colour, what is behind it, its size in half points, and whether it is bold or hidden."""

    colour: str
    behind: str
    size: int
    bold: bool
    hidden: bool

    @property
    def enough(self) -> float:
        """The contrast that text of this size needs."""
        large = self.size >= LARGE or (self.bold and self.size >= LARGE_BOLD)
        return ENOUGH_LARGE if large else ENOUGH


def look_of(styles: Styles, style: str, paragraph: Element | None, run: Element | None, frame: Frame | None) -> Look:
    """The look of a run with these properties in a paragraph of this style."""
    sources = tuple(_sources(styles, style, run, frame))
    behind = _behind(styles, style, paragraph, sources, frame)
    colour = value(_first(sources, "color")).upper()
    automatic = WHITE if luminance(behind) < _DARK else BLACK
    size = value(_first(sources, "sz"))
    return Look(
        colour=colour if _HEX.fullmatch(colour) else automatic,
        behind=behind,
        size=int(size) if size.isdecimal() else NORMAL_SIZE,
        bold=is_on(_first(sources, "b")),
        hidden=is_on(_first(sources, "vanish")),
    )


def _sources(styles: Styles, style: str, run: Element | None, frame: Frame | None) -> Iterator[Element]:
    """Run properties from near to far: its own, its style, that of the paragraph, the table's, the document's."""
    own = value(inner(run, "rStyle"))
    of_styles = (inner(each, "rPr") for each in (*styles.chain(own), *styles.chain(style or styles.default)))
    for source in (run, *of_styles, *(frame.looks if frame else ()), styles.default_run):
        if source is not None:
            yield source


def _first(sources: Iterable[Element], name: str) -> Element | None:
    return next((found for source in sources if (found := source.find(W + name)) is not None), None)


def _behind(
    styles: Styles, style: str, paragraph: Element | None, sources: Iterable[Element], frame: Frame | None
) -> str:
    marker = _HIGHLIGHTS.get(value(_first(sources, "highlight")), "")
    of_paragraph = inner(paragraph, "shd")
    if of_paragraph is None:
        of_paragraph = styles.found(style or styles.default, "pPr/shd")
    return marker or fill_of(_first(sources, "shd")) or fill_of(of_paragraph) or (frame.fill if frame else "") or WHITE


# --- Tables ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLook:
    """What a table says of its cells: its style, its own colour, and which special rows and columns it has."""

    style: str
    fill: str
    special: frozenset[str]
    banded: bool


def table_look(properties: Element | None) -> TableLook:
    """Read `w:tblPr`."""
    look = inner(properties, "tblLook")
    bits = value(look)
    mask = int(bits, 16) if re.fullmatch("[0-9A-Fa-f]{1,8}", bits) else 0
    special = frozenset(name for name in _CONDITIONS if _says(look, name, mask & _LOOK_BITS[name]))
    return TableLook(
        style=value(inner(properties, "tblStyle")),
        fill=fill_of(inner(properties, "shd")),
        special=special,
        banded=not _says(look, "noHBand", mask & _NO_BANDS),
    )


def _says(look: Element | None, name: str, bit: int) -> bool:
    said = value(look, W + name)
    return said in {"1", "true", "on"} if said else bool(bit)


def conditions(look: TableLook, row: int, rows: int, column: int, columns: int) -> tuple[str, ...]:
    """The conditional formats of a cell, the strongest first (17.7.6: columns yield to rows, bands to both)."""
    first_row = row == 0 and "firstRow" in look.special
    places = {
        "firstRow": row == 0,
        "lastRow": row == rows - 1,
        "firstCol": column == 0,
        "lastCol": column == columns - 1,
    }
    named = {"firstCol": "firstColumn", "lastCol": "lastColumn"}
    special = [one for one, here in places.items() if here and named.get(one, one) in look.special]
    band = (row - ("firstRow" in look.special)) % 2
    banded = [f"band{band + 1}Horz"] if look.banded and not first_row else []
    return (*special, *banded, "wholeTable")


def frame_of(styles: Styles, look: TableLook, cell: Element | None, where: tuple[str, ...], outer: str) -> Frame:
    """The frame of a cell with these conditional formats; `outer` is the colour behind the table."""
    parts = [found for name in where for found in _conditional(styles, look.style, name)]
    fills = [fill_of(inner(part, "tcPr/shd")) for part in parts]
    of_styles = next(filter(None, fills), "")
    runs = [found for part in parts if (found := inner(part, "rPr")) is not None]
    return Frame(fill_of(inner(cell, "shd")) or of_styles or look.fill or outer, tuple(runs))


def _conditional(styles: Styles, style: str, name: str) -> Iterator[Element]:
    for each in styles.chain(style):
        if name == "wholeTable":
            yield each
        yield from (part for part in each.findall(f"{W}tblStylePr") if part.get(f"{W}type", "") == name)
