"""Which fonts the styles of a template name, and which of them may be missing on another computer."""

from collections.abc import Iterator

from riec_desktop.word.etree import Element, W, parse
from riec_desktop.word.templates.colours import Theme
from riec_desktop.word.templates.names import STYLE_NAMES, kind_of
from riec_desktop.word.templates.sheet import StyleSheet

_STANDARD = frozenset(
    name.casefold()
    for name in (
        *("Aptos", "Aptos Display", "Arial", "Arial Black", "Arial Narrow", "Bahnschrift", "Book Antiqua"),
        *("Bookman Old Style", "Calibri", "Calibri Light", "Cambria", "Cambria Math", "Candara", "Century"),
        *("Century Gothic", "Century Schoolbook", "Comic Sans MS", "Consolas", "Constantia", "Corbel", "Courier New"),
        *("Ebrima", "Franklin Gothic Book", "Franklin Gothic Medium", "Gadugi", "Garamond", "Georgia", "Gill Sans MT"),
        *("Impact", "Lucida Console", "Lucida Sans", "Lucida Sans Unicode", "Microsoft Sans Serif"),
        *("Palatino Linotype", "Rockwell", "Segoe UI", "Segoe UI Light", "Segoe UI Semibold", "Sylfaen", "Symbol"),
        *("Tahoma", "Times New Roman", "Trebuchet MS", "Tw Cen MT", "Verdana", "Webdings", "Wingdings"),
    )
)
"""Fonts that come with Windows or with Office (learn.microsoft.com: 'Windows 11 font list', 'Cloud fonts')."""


def doubtful_fonts(styles: StyleSheet, theme: Theme, font_table: bytes | None) -> tuple[str, ...]:
    """The fonts that a chapter would use and that are neither standard nor in the template itself, in order."""
    embedded = {name.casefold() for name in (() if font_table is None else _embedded(parse(font_table)))}
    named = dict.fromkeys(name for name in _named(styles, theme) if name)
    return tuple(name for name in named if name.casefold() not in _STANDARD | embedded)


def _named(styles: StyleSheet, theme: Theme) -> Iterator[str]:
    for name in STYLE_NAMES:
        style = styles.style(name)
        font = styles.look(style, "rPr", "rFonts") if kind_of(name) == "paragraph" else None
        if font is not None:
            themed = font.get(f"{W}asciiTheme", "")
            yield theme.font(themed) if themed else font.get(f"{W}ascii", "")


def _embedded(fonts: Element) -> Iterator[str]:
    for font in fonts.iter(f"{W}font"):
        if any(child.tag.startswith(f"{W}embed") for child in font):
            yield font.get(f"{W}name", "")
