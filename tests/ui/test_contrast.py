"""What is drawn by hand can be read and seen in light, dark and high contrast: 4.5:1 for text, 3:1 for the rest.

WCAG 2.2, 1.4.3 and 1.4.11. The text that windows really show is measured in `test_theme_switch`.
"""

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication

from riec_desktop.chapter.blocks import Caption, Chart, ChartKind, Series
from riec_desktop.ui.chart_painter import paint_chart
from riec_desktop.ui.paper import paper
from riec_desktop.ui.theme import Colours, Tone, colours
from tests.helpers.looks import Look, palette_of, wardrobe
from tests.ui.test_theme import READABLE, VISIBLE, contrast

Role = QPalette.ColorRole
Pair = tuple[QColor, QColor]
"""What is drawn, and the ground under it."""


def grounds(made: QPalette, found: Colours) -> dict[str, QColor]:
    """What pages, cards, texts and tables are drawn on."""
    return {"window": made.color(Role.Window), "text": made.color(Role.Base), "card": found.card}


def inks(made: QPalette, found: Colours) -> dict[str, QColor]:
    """What is written on any of these: also words that came and words that went, and numbers over their budget."""
    tones = {tone.value: found.tones[tone].text for tone in (Tone.SUCCESS, Tone.WARNING, Tone.ERROR)}
    roles = {one.name: made.color(one) for one in (Role.WindowText, Role.Text, Role.Link, Role.PlaceholderText)}
    return {"muted": found.muted, **tones, **roles}


def text_pairs(made: QPalette, found: Colours) -> dict[str, Pair]:
    """Written text: on the page, on badges, chips, board cells and messages, on a button and in what is chosen."""
    written = product(inks(made, found).items(), grounds(made, found).items())
    badges = {f"badge {tone.value}": (pair.text, pair.background) for tone, pair in found.tones.items()}
    chosen = made.color(Role.HighlightedText), made.color(Role.Highlight)
    button = found.default.text, found.default.background
    return (
        {f"{ink} on {ground}": (one, under) for (ink, one), (ground, under) in written}
        | badges
        | {
            "chosen": chosen,
            "button": button,
        }
    )


def shape_pairs(made: QPalette, found: Colours) -> dict[str, Pair]:
    """Outlines of inputs and chips, the sign of the focus and the lines under misspelt words."""
    shapes = {"input": found.input_border, "focus": found.focus, "mistake": found.tones[Tone.ERROR].text}
    drawn = product(shapes.items(), grounds(made, found).items())
    return {f"{shape} on {ground}": (one, under) for (shape, one), (ground, under) in drawn}


def weak(pairs: dict[str, Pair], least: float) -> list[str]:
    measured = {name: contrast(*pair) for name, pair in pairs.items()}
    return [f"{name} {found:.1f}" for name, found in measured.items() if found < least]


@pytest.mark.parametrize("look", Look)
def test_every_pair_of_colours(qapp: QApplication, look: Look) -> None:
    with wardrobe(qapp) as clothes:
        clothes.wear(look)
        made = palette_of(look)
        found = colours(made)
    assert weak(text_pairs(made, found), READABLE) == []
    assert weak(shape_pairs(made, found), VISIBLE) == []


LINES = Chart(
    kind=ChartKind.LINE,
    categories=("2021", "2022", "2023"),
    series=tuple(
        Series(name=f"Reeks {at}", values=tuple(map(Decimal, (at, 9 - at, 5 + at))), is_target=at == 4)
        for at in range(1, 5)
    ),
    unit="signalen",
    decimals=0,
    caption=Caption(label="Figuur", prefix="3.4", number=1, text="Signalen", bookmark="g1_a"),
    title="Signalen",
    description="Lijndiagram.",
)


def whole_colours(image: QImage) -> set[str]:
    """The colours that nothing shows through: of lines, bars, axis, marks and letters."""
    places = product(range(image.width()), range(image.height()))
    return {one.name() for one in (image.pixelColor(*place) for place in places) if one.alpha() == 255}


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("kind", ChartKind)
def test_all_that_a_plot_draws(qapp: QApplication, look: Look, kind: ChartKind) -> None:
    with wardrobe(qapp) as clothes:
        clothes.wear(look)
        made = palette_of(look)
        image, under = (
            paint_chart(replace(LINES, kind=kind), QSize(300, 160), paper(made)),
            grounds(made, colours(made)),
        )
    drawn = whole_colours(image)
    assert len(drawn) >= 5
    pairs = {f"{ink} on {name}": (QColor(ink), ground) for ink, (name, ground) in product(drawn, under.items())}
    assert weak(pairs, VISIBLE) == []
