"""What changes in the template's own styles, so that a chapter in them reads well: as little as possible.

Language, hyphenation, white space between paragraphs, contrast, headings that stay with their text, tabs at the margin.
Every function changes the styles in place; those that give something tell what they changed.
"""

from collections.abc import Iterator

from riec_desktop.word.etree import VAL, Element, W, new, whole_number
from riec_desktop.word.templates.colours import BLACK, WHITE, Theme, colour_of, fill_of, readable, stands_out
from riec_desktop.word.templates.fill import HOUSE_SIZE, SMALLEST, Source, add, text_size
from riec_desktop.word.templates.names import CONTENTS, HEADINGS, STYLE_NAMES, kind_of
from riec_desktop.word.templates.order import drop, made, put, put_value
from riec_desktop.word.templates.sheet import OFF, StyleSheet, value

DUTCH = "nl-NL"
_SPACE = 120
"""White space below a paragraph of 11 points, in twips."""
_LARGE_LINE = 1.3
"""A line above or below the page in letters larger than running text by this factor is no line but a title."""
_NO_LEVEL = "9"
"""The outline level of text that is no heading (ISO/IEC 29500-1, 17.3.1.20)."""
_RIGHT = {"right", "end"}


# --- Language and running text ---------------------------------------------------------------------------------------


def make_default(styles: StyleSheet) -> None:
    """See to it that the style of running text counts where none is named: running text names none."""
    normal = styles.style("Normal")
    if normal is not None and normal.get(f"{W}default", "0") in OFF:
        normal.set(f"{W}default", "1")
        styles.index()


def forget_missing(styles: StyleSheet) -> None:
    """Take out what names a style that is not there: Word guesses then, and other readers complain."""
    for style in styles.by_id.values():
        for name in ("basedOn", "next", "link"):
            if value(style, name) not in styles.by_id:
                drop(style, name)


def speak_dutch(styles: StyleSheet) -> str:
    """Make Dutch the language of all styles. Gives the language that it was: '' for Dutch, '?' when nobody said."""
    was = styles.attribute(styles.style("Normal"), "rPr", "lang")
    for language in styles.root.iter(f"{W}lang"):
        if language.get(VAL, ""):
            language.set(VAL, DUTCH)
    made(styles.defaults("rPr"), "lang").set(VAL, DUTCH)
    return "" if was == DUTCH else (was or "?")


def flow(styles: StyleSheet) -> bool:
    """Hyphenate running text, and leave no line of it alone on a page. Tells whether a style was against it."""
    normal = styles.style("Normal")
    owners = styles.root.findall(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    owners += [] if normal is None else normal.findall(f"{W}pPr")
    found = [
        (properties, switch)
        for properties in owners
        for name, wanted in (("suppressAutoHyphens", False), ("widowControl", True))
        for switch in properties.findall(W + name)
        if (switch.get(VAL, "1") not in OFF) is not wanted
    ]
    for properties, switch in found:
        properties.remove(switch)
    return bool(found)


def space_out(styles: StyleSheet) -> bool:
    """Put white space between paragraphs of running text that have none. Tells whether it was needed.

    Text that begins with an indent shows its paragraphs in that way.
    """
    normal = styles.style("Normal")
    if normal is None or _number(styles, normal, "ind", "firstLine"):
        return False
    before, after = (_number(styles, normal, "spacing", side) for side in ("before", "after"))
    if not before:
        _share_space(normal, after or round(_SPACE * text_size(styles) / HOUSE_SIZE / 20) * 20)
    return before + after == 0


def _share_space(normal: Element, space: int) -> None:
    """Half of the space above, half below: between paragraphs it is the same, and text below a list stands free."""
    spacing = made(made(normal, "pPr"), "spacing")
    spacing.set(f"{W}before", str(space // 2))
    spacing.set(f"{W}after", str(space - space // 2))


def _number(styles: StyleSheet, style: Element, name: str, attribute: str) -> int:
    text = styles.attribute(style, "pPr", name, attribute)
    return int(text) if text.isdecimal() else 0


# --- Headings and lines ----------------------------------------------------------------------------------------------


def keep_together(styles: StyleSheet) -> None:
    """Headings and captions stay with what follows, and headings stand in the outline at their own level."""
    for name in (*HEADINGS, "TOC Heading", "caption"):
        style = styles.style(name)
        if style is None:
            continue
        properties = made(style, "pPr")
        if not styles.is_on(style, "pPr", "keepNext"):
            put_value(properties, "keepNext")
        level = str(HEADINGS.index(name)) if name in HEADINGS else _NO_LEVEL
        if styles.attribute(style, "pPr", "outlineLvl") not in {level, "" if level == _NO_LEVEL else level}:
            put_value(properties, "outlineLvl", level)


def set_tabs(styles: StyleSheet, width: int) -> None:
    """The lines of the contents end at the right margin, after a line of dots."""
    for name in CONTENTS:
        style = styles.style(name)
        if style is not None and _right_tabs(styles, style) != [str(width)]:
            _put_right_tab(styles, style, width)


def _tabs(styles: StyleSheet, style: Element) -> list[Element]:
    """The tab stops of a style that are not taken away again."""
    found = styles.look(style, "pPr", "tabs")
    tabs = () if found is None else found.findall(f"{W}tab")
    return [tab for tab in tabs if tab.get(VAL, "") != "clear"]


def _right_tabs(styles: StyleSheet, style: Element) -> list[str]:
    return [tab.get(f"{W}pos", "") for tab in _tabs(styles, style) if tab.get(VAL, "") in _RIGHT]


def _put_right_tab(styles: StyleSheet, style: Element, width: int) -> None:
    kept = [tab for tab in _tabs(styles, style) if tab.get(VAL, "") not in _RIGHT]
    places = [(tab.get(f"{W}pos", ""), tab.get(VAL, ""), tab.get(f"{W}leader", "")) for tab in kept]
    tabs = put(made(style, "pPr"), new(f"{W}tabs"))
    for position, kind, leader in (*places, (str(width), "right", "dot")):
        tab = new(f"{W}tab")
        tab.set(VAL, kind)
        if leader:
            tab.set(f"{W}leader", leader)
        tab.set(f"{W}pos", position)
        tabs.append(tab)


def add_page_lines(styles: StyleSheet, source: Source) -> None:
    """A line of our own above and below the page, where that of the template is no plain line.

    Ours has one tab, at the right margin; that of a template often has another in the middle, or letters of a title.
    """
    for name in ("header", "footer"):
        style = styles.style(name)
        if style is not None and not _is_plain_line(styles, style, source.text_width):
            add(styles, name, source)


def _is_plain_line(styles: StyleSheet, style: Element, width: int) -> bool:
    tabs = [(tab.get(VAL, ""), tab.get(f"{W}pos", "")) for tab in _tabs(styles, style)]
    size = styles.look(style, "rPr", "sz")
    large = size is not None and whole_number(size.get(VAL, "")) > text_size(styles) * _LARGE_LINE
    return tabs == [("right", str(width))] and not large


# --- Letters ---------------------------------------------------------------------------------------------------------


def enlarge(styles: StyleSheet) -> tuple[str, ...]:
    """No letters below 8 points. Gives the styles that had them."""
    found: list[str] = []
    for name, style in _used(styles):
        size = style.find(f"{W}rPr/{W}sz")
        if size is not None and whole_number(size.get(VAL, "")) < SMALLEST:
            put_value(made(style, "rPr"), "sz", str(SMALLEST))
            found.append(name)
    return tuple(found)


def darken(styles: StyleSheet, theme: Theme) -> tuple[str, ...]:
    """Letters that stand out, 4.5 to 1. Gives the styles whose colour was changed."""
    head = fill_of(_first_row(styles.style("RIEC tabel")), theme)
    box = fill_of(styles.look(styles.style("Kadertekst"), "pPr", "shd"), theme)
    grounds = {"Tabelkop": head, "Tabelkop getal": head, "Hyperlink": box}
    return tuple(name for name, style in _used(styles) if _darkened(styles, style, theme, grounds.get(name, "")))


def _darkened(styles: StyleSheet, style: Element, theme: Theme, ground: str) -> bool:
    own = fill_of(styles.look(style, "pPr", "shd"), theme)
    behind = [one for one in (own, ground) if one] or [WHITE]
    said = styles.look(style, "rPr", "color")
    colour = colour_of(said, theme) or _automatic(behind[0])
    if not stands_out(colour, *behind):
        put_value(made(style, "rPr"), "color", readable(colour, *behind))
        return True
    if said is not None and said.get(f"{W}themeColor", ""):
        # A reader that knows no themes goes by the value beside it.
        said.set(VAL, colour)
    return False


def _automatic(ground: str) -> str:
    """The colour that Word chooses itself: black, or white on a dark ground."""
    return BLACK if stands_out(BLACK, ground) else WHITE


def _first_row(table: Element | None) -> Element | None:
    rows = () if table is None else table.findall(f"{W}tblStylePr")
    heads = (row for row in rows if row.get(f"{W}type", "") == "firstRow")
    return next((head.find(f"{W}tcPr/{W}shd") for head in heads), None)


def _used(styles: StyleSheet) -> Iterator[tuple[str, Element]]:
    for name in STYLE_NAMES:
        style = styles.style(name)
        if style is not None and kind_of(name) != "table":
            yield name, style
