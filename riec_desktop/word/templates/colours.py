"""Colours: how well they can be told apart, and a colour of the same kind that can (WCAG 2.1, 1.4.3).

A colour is six hexadecimal digits.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from riec_desktop.word.etree import Element, W, parse

WHITE, BLACK = "FFFFFF", "000000"
READABLE = 4.5
"""The contrast that letters need."""

_HEX = re.compile("[0-9A-Fa-f]{6}")
_BYTE = re.compile("[0-9A-Fa-f]{2}")
_LINEAR = 0.04045
"""Below this a channel is linear (IEC 61966-2-1)."""
_STEPS = 25
_DARK = 0.18
"""A ground with less light than this is dark: letters on it get lighter instead of darker."""
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLOTS: Mapping[str, str] = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "text1": "dk1",
    "background1": "lt1",
    "text2": "dk2",
    "background2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


@lru_cache(maxsize=1024)
def luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 to 1."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= _LINEAR else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def stands_out(colour: str, *grounds: str) -> bool:
    """Whether letters of this colour can be read on all these grounds."""
    return all(contrast(colour, ground) >= READABLE for ground in grounds)


def mixed(colour: str, other: str, share: float) -> str:
    """The one colour mixed with the other: `share`, from 0 to 1, is how much there is of the first."""
    pairs = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def readable(colour: str, *grounds: str) -> str:
    """The colour, darker (or on a dark ground lighter) as far as it takes to stand out on all these grounds."""
    towards = WHITE if max(map(luminance, grounds)) < _DARK else BLACK
    shades = (mixed(colour, towards, 1 - step / _STEPS) for step in range(_STEPS))
    return next((shade for shade in shades if stands_out(shade, *grounds)), towards)


@dataclass(frozen=True, slots=True)
class Theme:
    """What a theme gives: colours by slot ('dk1', 'accent1') and the fonts of headings and text ('' when unsaid)."""

    colours: Mapping[str, str] = field(default_factory=dict[str, str])
    major: str = ""
    minor: str = ""

    def font(self, name: str) -> str:
        """The font that a name of a theme font such as 'majorHAnsi' stands for."""
        return self.major if name.startswith("major") else self.minor


def read_theme(xml: bytes) -> Theme:
    """The theme in a theme part."""
    root = parse(xml)
    found = {slot.tag.removeprefix(_A): _slot(slot) for scheme in root.iter(f"{_A}clrScheme") for slot in scheme}
    return Theme({name: colour for name, colour in found.items() if colour}, _font(root, "major"), _font(root, "minor"))


def _slot(slot: Element) -> str:
    texts = (colour.get("lastClr", "") or colour.get("val", "") for colour in slot)
    return next((text.upper() for text in texts if _HEX.fullmatch(text)), "")


def _font(root: Element, name: str) -> str:
    found = next(root.iter(f"{_A}{name}Font"), None)
    latin = None if found is None else found.find(f"{_A}latin")
    return "" if latin is None else latin.get("typeface", "")


def colour_of(element: Element | None, theme: Theme) -> str:
    """The colour of a `w:color`; '' when it is automatic or unsaid."""
    return _colour(element, theme, "val", "themeColor", "theme")


def fill_of(element: Element | None, theme: Theme) -> str:
    """The colour behind text with this `w:shd`; '' when there is none."""
    return _colour(element, theme, "fill", "themeFill", "themeFill")


def _colour(element: Element | None, theme: Theme, plain: str, themed: str, prefix: str) -> str:
    """A colour of the theme goes before the value beside it, as in Word."""
    if element is None:
        return ""
    slot = element.get(W + themed, "")
    found = theme.colours.get(_SLOTS.get(slot, slot), "")
    if found:
        return _shaded(found, element.get(f"{W}{prefix}Tint", ""), element.get(f"{W}{prefix}Shade", ""))
    text = element.get(W + plain, "")
    return text.upper() if _HEX.fullmatch(text) else ""


def _shaded(colour: str, tint: str, shade: str) -> str:
    """A theme colour made lighter or darker: both are shares of 255 (ISO/IEC 29500-1, 17.3.2.6)."""
    if _BYTE.fullmatch(tint):
        return mixed(colour, WHITE, int(tint, 16) / 255)
    return mixed(colour, BLACK, int(shade, 16) / 255) if _BYTE.fullmatch(shade) else colour
