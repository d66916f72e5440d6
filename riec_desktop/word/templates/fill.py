"""The styles that a template misses, added from the house template in the fonts, sizes and colours of its own."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass

from riec_desktop.word.etree import VAL, Element, W, whole_number
from riec_desktop.word.templates.house import TEXT_WIDTH, house
from riec_desktop.word.templates.names import HEADINGS, STYLE_NAMES, own_name
from riec_desktop.word.templates.order import drop, made, put, put_value
from riec_desktop.word.templates.palette import HOUSE, Palette, replacements
from riec_desktop.word.templates.sheet import StyleSheet, is_default, kind, name_of, style_id, value

HOUSE_SIZE = 22
"""The size of running text of the house, in half points."""
SMALLEST = 16
"""Letters below 8 points are hard to read on paper and on screen."""
_WORD_SIZE = 20
"""The size of letters when nobody says it (ISO/IEC 29500-1, 17.3.2.38)."""
_LEFT = {"", "left", "start"}
_COLOURED = (f"{W}val", f"{W}fill", f"{W}color")
_THEMED = (f"{W}themeColor", f"{W}themeFill", f"{W}themeTint", f"{W}themeShade")


@dataclass(frozen=True, slots=True)
class Source:
    """How styles of the house are made to fit: the colours instead of ours, and the width of the text column."""

    palette: Palette
    text_width: int

    @property
    def house(self) -> StyleSheet:
        """The styles that are copied; read when the first one is missing."""
        return house().styles


def fill_in(styles: StyleSheet, source: Source) -> tuple[str, ...]:
    """Add every style that a chapter needs and the template has not. Gives their English names."""
    names = tuple(name for name in STYLE_NAMES if styles.style(name) is None)
    if "Normal" in names and styles.root.find(f"{W}docDefaults") is None:
        # Nothing says what running text looks like, so it gets the font and the size of the house.
        for defaults in source.house.root.findall(f"{W}docDefaults"):
            put(styles.root, deepcopy(defaults))
    for name in names:
        add(styles, name, source)
    return names


def add(styles: StyleSheet, name: str, source: Source) -> Element:
    """Add the style of the house with this name, and those that it is based on."""
    original = next(style for style in source.house.by_id.values() if name_of(style) == name)
    style = deepcopy(original)
    _name(styles, style, name)
    _refer(styles, style, original, source)
    styles.root.append(style)
    styles.index()
    recolour(style, source.palette)
    _fit(styles, style, name, source)
    return style


def _name(styles: StyleSheet, style: Element, name: str) -> None:
    """A name and an id that are free."""
    if styles.is_taken(name):
        put_value(style, "name", own_name(name))
        style.set(f"{W}customStyle", "1")
    wanted, number = style_id(style), 1
    while style_id(style) in styles.by_id:
        style.set(f"{W}styleId", f"{wanted}RIEC{number}")
        number += 1


def _refer(styles: StyleSheet, style: Element, original: Element, source: Source) -> None:
    """Base the style on the template's own styles; a base that is not there comes along."""
    base = source.house.by_id.get(value(original, "basedOn"))
    if base is not None:
        put_value(style, "basedOn", _own_id(styles, base, source))
    following = source.house.by_id.get(value(original, "next"))
    found = None if following is None else styles.style(name_of(following))
    drop(style, "next")
    if found is not None:
        put_value(style, "next", style_id(found))


def _own_id(styles: StyleSheet, base: Element, source: Source) -> str:
    found = styles.style(name_of(base)) if kind(base) == "paragraph" else _default_of(styles, kind(base))
    return style_id(add(styles, name_of(base), source) if found is None else found)


def _default_of(styles: StyleSheet, wanted: str) -> Element | None:
    """Styles for letters and tables are based on the one that counts where none is named."""
    found = (one for one in styles.by_id.values() if kind(one) == wanted and is_default(one))
    return next(found, None)


def recolour(root: Element, palette: Palette) -> None:
    """Put the colours of a palette in the place of ours; ours keep their ties to the theme."""
    colours = replacements(palette)
    for element in root.iter():
        for name in _COLOURED:
            colour = element.get(name, "")
            if colour in colours:
                element.set(name, colours[colour])
        if palette != HOUSE:
            for name in _THEMED:
                element.attrib.pop(name, "")


# --- Fitting in ------------------------------------------------------------------------------------------------------


def _fit(styles: StyleSheet, style: Element, name: str, source: Source) -> None:
    """Sizes, tabs and lines as the template has them."""
    _resize(style, text_size(styles) / HOUSE_SIZE)
    for tab in style.findall(f"{W}pPr/{W}tabs/{W}tab"):
        if tab.get(f"{W}pos", "") == str(TEXT_WIDTH):
            tab.set(f"{W}pos", str(source.text_width))
    if kind(style) == "paragraph" and name != "Normal":
        _straighten(styles, style)
    if name in HEADINGS or name == "TOC Heading":
        _like_a_heading(styles, style, name)


def text_size(styles: StyleSheet) -> int:
    """The size of running text in half points."""
    said = styles.look(styles.style("Normal"), "rPr", "sz")
    return _WORD_SIZE if said is None else max(whole_number(said.get(VAL, "")), SMALLEST)


def _resize(style: Element, factor: float) -> None:
    for size in (*style.findall(f"{W}rPr/{W}sz"), *style.findall(f"{W}rPr/{W}szCs")):
        size.set(VAL, str(max(SMALLEST, round(whole_number(size.get(VAL, "")) * factor))))


def _straighten(styles: StyleSheet, style: Element) -> None:
    """Running text that is justified or indented must not make tables and boxes so."""
    normal = styles.style("Normal")
    properties = made(style, "pPr")
    if styles.attribute(normal, "pPr", "jc") not in _LEFT and properties.find(f"{W}jc") is None:
        put_value(properties, "jc", "left")
    indented = styles.look(normal, "pPr", "ind")
    if indented is not None and properties.find(f"{W}ind") is None and properties.find(f"{W}numPr") is None:
        indent = made(properties, "ind")
        indent.set(f"{W}left", "0")
        indent.set(f"{W}firstLine", "0")


def _like_a_heading(styles: StyleSheet, style: Element, name: str) -> None:
    """The font of the nearest heading, its weight and capitals, and never larger than the heading above."""
    above = _nearest_heading(styles, name)
    if above is None:
        return
    properties = made(style, "rPr")
    font = styles.look(above, "rPr", "rFonts")
    if font is not None:
        put(properties, deepcopy(font))
    for switch in ("b", "caps", "smallCaps"):
        drop(properties, switch, f"{switch}Cs")
        if styles.is_on(above, "rPr", switch):
            put_value(properties, switch)
    size, own = styles.look(above, "rPr", "sz"), properties.find(f"{W}sz")
    if size is not None and own is not None and name in HEADINGS[1:]:
        largest = max(text_size(styles), whole_number(size.get(VAL, "")) - 2)
        _set_size(properties, min(largest, whole_number(own.get(VAL, ""))))


def _set_size(properties: Element, half_points: int) -> None:
    for name in ("sz", "szCs"):
        put_value(properties, name, str(half_points))


def _nearest_heading(styles: StyleSheet, name: str) -> Element | None:
    """The nearest heading of a higher level, or else of a lower one."""
    at = HEADINGS.index(name) if name in HEADINGS else 2
    nearest: Iterable[str] = (*reversed(HEADINGS[:at]), *HEADINGS[at:])
    found = (styles.style(one) for one in nearest if one != name)
    return next((one for one in found if one is not None), None)
