"""Colours that everybody can read, in light, dark and high contrast."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.records import Indicator
from riec_desktop.ui.style import FlatStyle
from riec_desktop.ui.theme import (
    Tone,
    apply_theme,
    colours,
    heading_font,
    icon_size,
    is_dark,
    palette,
    scaled_font,
    small_font,
    unit,
)
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.field_form import make_input

Role = QPalette.ColorRole
READABLE, VISIBLE = 4.5, 3.0


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: QColor) -> float:
    """As in WCAG 2.2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    return sum(share * _linear(part) for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(first: QColor, second: QColor) -> float:
    """As in WCAG 2.2."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, put back in the light afterwards."""
    yield qapp
    qapp.styleHints().unsetColorScheme()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("ground", "text"),
    [
        (Role.Window, Role.WindowText),
        (Role.Base, Role.Text),
        (Role.AlternateBase, Role.Text),
        (Role.Button, Role.ButtonText),
        (Role.Highlight, Role.HighlightedText),
        (Role.ToolTipBase, Role.ToolTipText),
        (Role.Base, Role.PlaceholderText),
        (Role.Base, Role.Link),
        (Role.Window, Role.Link),
    ],
)
def test_text_of_the_palette_is_readable(dark: bool, ground: Role, text: Role) -> None:
    made = palette(dark=dark)
    assert contrast(made.color(ground), made.color(text)) >= READABLE


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("tone", Tone)
def test_badges_and_messages_are_readable(dark: bool, tone: Tone) -> None:
    found = colours(palette(dark=dark), contrast=False).tones[tone]
    assert contrast(found.background, found.text) >= READABLE


@pytest.mark.parametrize("dark", [False, True])
def test_outlines_are_seen_and_quiet_text_is_readable(dark: bool) -> None:
    made = palette(dark=dark)
    found = colours(made, contrast=False)
    for ground in (made.color(Role.Window), made.color(Role.Base), found.card):
        assert contrast(found.muted, ground) >= READABLE
        assert contrast(found.input_border, ground) >= VISIBLE
        assert contrast(found.focus, ground) >= VISIBLE
        assert contrast(found.tones[Tone.WARNING].text, ground) >= READABLE


@pytest.mark.parametrize("dark", [False, True])
def test_a_number_box_has_the_outline_of_an_input(qtbot: QtBot, dark: bool) -> None:
    box, made = QSpinBox(), palette(dark=dark)
    qtbot.addWidget(box)
    style = FlatStyle()
    box.setStyle(style)
    box.setPalette(made)
    image = box.grab().toImage()
    assert image.pixelColor(image.width() // 2, 0) == colours(made).input_border
    style.setParent(box)


@pytest.mark.parametrize("dark", [False, True])
def test_only_a_button_that_enter_can_press_is_filled(qtbot: QtBot, dark: bool) -> None:
    button, made = QPushButton("Maken"), palette(dark=dark)
    qtbot.addWidget(button)
    style = FlatStyle()
    button.setStyle(style)
    button.setPalette(made)

    def look() -> set[str]:
        image = button.grab().toImage()
        return {image.pixelColor(across, image.height() // 2).name() for across in range(image.width())}

    pair = colours(made).default
    assert pair.background.name() not in look()
    button.setDefault(True)
    assert {pair.background.name(), pair.text.name()} <= look()
    button.setEnabled(False)
    assert pair.background.name() not in look()
    style.setParent(button)


@pytest.mark.parametrize("high", [False, True])
@pytest.mark.parametrize("dark", [False, True])
def test_the_filled_button_is_readable_and_seen(dark: bool, high: bool) -> None:
    made = palette(dark=dark)
    pair = colours(made, contrast=high).default
    assert contrast(pair.background, pair.text) >= READABLE
    assert contrast(pair.background, made.color(Role.Window)) >= VISIBLE


def test_what_is_chosen_in_a_closed_year_is_as_readable_as_in_an_open_one(qtbot: QtBot) -> None:
    desk, field = QWidget(), make_input(specs(Indicator)["scope"], FormContext())
    qtbot.addWidget(desk)
    field.setParent(desk)
    for dark in (False, True, False):
        desk.setPalette(palette(dark=dark))
        field.set_read_only(True)
        made = field.main.palette()
        ground, ink = (made.color(QPalette.ColorGroup.Disabled, role) for role in (Role.Window, Role.ButtonText))
        assert not field.main.isEnabled()
        assert contrast(ground, ink) >= READABLE


def test_high_contrast_uses_the_colours_of_the_system_alone() -> None:
    system = QPalette(QColor("black"))
    system.setColor(Role.Window, QColor("black"))
    system.setColor(Role.WindowText, QColor("yellow"))
    found = colours(system, contrast=True)
    assert {tone.text.name() for tone in found.tones.values()} == {QColor("yellow").name()}
    assert found.card == QColor("black")


def test_the_program_follows_the_system_to_dark_and_back(app: QApplication) -> None:
    apply_theme(app)
    app.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    if app.styleHints().colorScheme() is Qt.ColorScheme.Dark:
        assert is_dark(app.palette())
    app.styleHints().setColorScheme(Qt.ColorScheme.Light)
    assert not is_dark(app.palette())


def test_the_program_looks_the_same_where_the_system_has_a_style_of_its_own(app: QApplication) -> None:
    app.setStyle("Windows")
    apply_theme(app)
    assert isinstance(app.style(), FlatStyle)


def test_sizes_grow_with_the_font(qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    before = unit(label), icon_size(label)
    label.setFont(scaled_font(label.font(), 2))
    assert unit(label) > before[0]
    assert icon_size(label) > before[1]


@pytest.mark.parametrize("font", ["points", "pixels"])
def test_headings_are_larger_and_help_is_smaller(font: str) -> None:
    base = QFont()
    if font == "points":
        base.setPointSizeF(10)
    else:
        base.setPixelSize(20)

    def size(one: QFont) -> float:
        return one.pointSizeF() if font == "points" else one.pixelSize()

    assert size(heading_font(base, 1)) > size(heading_font(base, 2)) > size(base) > size(small_font(base))
    assert heading_font(base, 3).bold() or heading_font(base, 3).weight() >= QFont.Weight.DemiBold
