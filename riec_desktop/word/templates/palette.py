"""The colours of a house: of ours, and of a house whose template came without ours.

Ours are named here alone; the script of the house template uses them too. Another house gets the same parts in colours
taken from its own headings, so that what is added looks as if it had always been there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from riec_desktop.word.templates.colours import BLACK, WHITE, Theme, colour_of, contrast, mixed, readable
from riec_desktop.word.templates.sheet import StyleSheet

_ALIKE = 1.15
"""Two colours with less contrast than this between them look the same."""
_HEAD, _FILL, _RULE = 0.13, 0.07, 0.25
"""How much of the main colour there is in heads of tables, in boxes and in thin lines; the rest is white."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The parts that colours play: headings, a second colour, notes, warnings, thin lines, boxes, heads of tables."""

    main: str
    accent: str
    quiet: str = "4D4D4D"
    alarm: str = "A3123B"
    rule: str
    fill: str
    head: str


HOUSE = Palette(main="154273", accent="01689B", rule="C8D5E3", fill="EEF3F8", head="E1EAF3")
CHART_COLOURS = (HOUSE.main, "B84A00", "00797F", "7B3F98", "6B6B00", "5A6570")
"""For lines and bars: 3:1 on white or more. They are accent 1-6 of the theme of the house."""


def palette_of(styles: StyleSheet, theme: Theme) -> Palette:
    """The palette of a template, from the colours of its headings; black headings give black and greys."""
    found = list(_heading_colours(styles, theme))
    main = found[0] if found else BLACK
    accent = next((one for one in found if contrast(one, main) > _ALIKE), main)
    head, fill, rule = (mixed(main, WHITE, share) for share in (_HEAD, _FILL, _RULE))
    letters, second = readable(main, WHITE, head), readable(accent, WHITE, fill, head)
    return Palette(main=letters, accent=second, rule=rule, fill=fill, head=head)


def _heading_colours(styles: StyleSheet, theme: Theme) -> Iterator[str]:
    for level in (2, 1, 3, 4):
        style = styles.style(f"heading {level}")
        colour = colour_of(styles.look(style, "rPr", "color"), theme) if style is not None else ""
        if colour and contrast(colour, WHITE) > _ALIKE:
            yield colour


def replacements(palette: Palette) -> Mapping[str, str]:
    """Which colour of this palette takes the place of which one of ours."""
    return {getattr(HOUSE, part.name): getattr(palette, part.name) for part in fields(Palette)}
