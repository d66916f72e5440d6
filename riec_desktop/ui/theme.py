"""How the window looks, in one place: palettes, colours that carry a meaning, spacing and headings.

Colours follow the palette in use, so light, dark and the system's high contrast need no second set of widgets. Every
text colour here has a contrast of at least 4.5:1 with its background (WCAG 2.2, 1.4.3), every outline of an input at
least 3:1 (1.4.11); a test computes them. Sizes are multiples of the font's own, so they grow with it.
"""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

Role = QPalette.ColorRole


class Tone(Enum):
    """What a badge or message says by its colour; a symbol and a word always say it too."""

    NEUTRAL = "neutral"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class ToneColours:
    """Background and text of one tone."""

    background: QColor
    text: QColor


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours that own drawing needs beside the palette."""

    card: QColor
    border: QColor
    input_border: QColor
    focus: QColor
    default: ToneColours
    muted: QColor
    tones: dict[Tone, ToneColours]


_LIGHT = {
    Role.Window: "#f4f5f7",
    Role.WindowText: "#1b2330",
    Role.Base: "#ffffff",
    Role.AlternateBase: "#f7f8fa",
    Role.Text: "#1b2330",
    Role.Button: "#ffffff",
    Role.ButtonText: "#1b2330",
    Role.BrightText: "#ffffff",
    Role.Highlight: "#154273",
    Role.HighlightedText: "#ffffff",
    Role.Link: "#01689b",
    Role.LinkVisited: "#42145f",
    Role.ToolTipBase: "#1b2330",
    Role.ToolTipText: "#ffffff",
    Role.PlaceholderText: "#667080",
    Role.Accent: "#154273",
    Role.Light: "#ffffff",
    Role.Midlight: "#e9ebef",
    Role.Mid: "#c3c8d0",
    Role.Dark: "#9aa2ae",
    Role.Shadow: "#5b6472",
}
_DARK = {
    Role.Window: "#1b1f26",
    Role.WindowText: "#e8ebf0",
    Role.Base: "#14171d",
    Role.AlternateBase: "#1a1e25",
    Role.Text: "#e8ebf0",
    Role.Button: "#2a303a",
    Role.ButtonText: "#e8ebf0",
    Role.BrightText: "#ffffff",
    Role.Highlight: "#8ab8e8",
    Role.HighlightedText: "#0b1420",
    Role.Link: "#8ec5f0",
    Role.LinkVisited: "#c9a6e4",
    Role.ToolTipBase: "#e8ebf0",
    Role.ToolTipText: "#14171d",
    Role.PlaceholderText: "#98a2b1",
    Role.Accent: "#8ab8e8",
    Role.Light: "#3a424f",
    Role.Midlight: "#323944",
    Role.Mid: "#454e5c",
    Role.Dark: "#0f1217",
    Role.Shadow: "#000000",
}
_DISABLED = {False: "#7b8492", True: "#7f8997"}


def _pair(background: str, text: str) -> ToneColours:
    return ToneColours(QColor(background), QColor(text))


_LIGHT_TONES = {
    Tone.NEUTRAL: _pair("#e6e9ee", "#3b4554"),
    Tone.INFO: _pair("#dcebf7", "#0b4a78"),
    Tone.SUCCESS: _pair("#dff1e3", "#1c5a2c"),
    Tone.WARNING: _pair("#fdeec9", "#6d4700"),
    Tone.ERROR: _pair("#fbe1df", "#8f1d14"),
}
_DARK_TONES = {
    Tone.NEUTRAL: _pair("#343c48", "#d5dbe4"),
    Tone.INFO: _pair("#153a57", "#bfe0f8"),
    Tone.SUCCESS: _pair("#1b4327", "#bfe8c9"),
    Tone.WARNING: _pair("#4d3905", "#f8dc93"),
    Tone.ERROR: _pair("#5a1f1b", "#fbc7c2"),
}


def is_dark(palette: QPalette) -> bool:
    """Whether light text stands on a dark ground."""
    return palette.color(Role.Window).lightness() < palette.color(Role.WindowText).lightness()


def high_contrast() -> bool:
    """Whether the system asks for more contrast; then its own colours are used for everything."""
    hints = QGuiApplication.styleHints()
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _own_colours(*, dark: bool) -> Colours:
    return Colours(
        card=QColor("#232831" if dark else "#ffffff"),
        border=QColor("#39414d" if dark else "#dde1e7"),
        input_border=QColor("#7d8898" if dark else "#838c99"),
        focus=QColor("#8ab8e8" if dark else "#154273"),
        default=_pair("#8ab8e8", "#0b1420") if dark else _pair("#154273", "#ffffff"),
        muted=QColor("#a9b2c0" if dark else "#5b6472"),
        tones=_DARK_TONES if dark else _LIGHT_TONES,
    )


def _contrast_colours(palette: QPalette) -> Colours:
    text, base = palette.color(Role.WindowText), palette.color(Role.Window)
    return Colours(
        card=base,
        border=text,
        input_border=text,
        focus=palette.color(Role.Highlight),
        # The one pair of which the system promises that it can be read, the other way round.
        default=ToneColours(text, base),
        muted=text,
        tones=dict.fromkeys(Tone, ToneColours(base, text)),
    )


@lru_cache(maxsize=2)
def _usual_colours(*, dark: bool) -> Colours:
    return _own_colours(dark=dark)


def colours(palette: QPalette, *, contrast: bool | None = None) -> Colours:
    """The colours that go with a palette. `contrast` None asks the system."""
    if high_contrast() if contrast is None else contrast:
        return _contrast_colours(palette)
    return _usual_colours(dark=is_dark(palette))


def palette(*, dark: bool) -> QPalette:
    """Our own palette."""
    made = QPalette()
    for role, name in (_DARK if dark else _LIGHT).items():
        made.setColor(role, QColor(name))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED[dark]))
    made.setColor(QPalette.ColorGroup.Disabled, Role.Base, made.color(Role.Window))
    made.setColor(QPalette.ColorGroup.Inactive, Role.Highlight, QColor("#2c3f55" if dark else "#d6e4f3"))
    made.setColor(QPalette.ColorGroup.Inactive, Role.HighlightedText, made.color(Role.Text))
    return made


def apply_theme(app: QApplication) -> None:
    """Dress the program in our style and palette, on every system; light, dark and contrast follow the system."""
    # The style draws with the colours above, so it is imported where it is put to use.
    from riec_desktop.ui.style import FlatStyle

    app.setStyle(FlatStyle())
    _take_scheme(app)

    def follow(_: Qt.ColorScheme | Qt.ContrastPreference) -> None:
        _take_scheme(app)

    hints = app.styleHints()
    hints.colorSchemeChanged.connect(follow)
    hints.accessibility().contrastPreferenceChanged.connect(follow)


def _take_scheme(app: QApplication) -> None:
    if high_contrast():
        # An empty palette is the system's own.
        app.setPalette(QPalette())
    else:
        app.setPalette(palette(dark=app.styleHints().colorScheme() is Qt.ColorScheme.Dark))


# --- Sizes -----------------------------------------------------------------------------------------------------------


def unit(widget: QWidget) -> int:
    """A quarter of the line height in pixels: the step that all distances are multiples of (about 4 at 100 %)."""
    return max(3, round(widget.fontMetrics().height() / 4))


def characters(widget: QWidget, count: int) -> int:
    """The width in pixels of this many average characters."""
    return widget.fontMetrics().averageCharWidth() * count


def line_height(widget: QWidget) -> int:
    """The height in pixels of one line of text."""
    return widget.fontMetrics().lineSpacing()


def icon_size(widget: QWidget) -> int:
    """The side in pixels of an icon beside text."""
    return max(14, round(QFontMetrics(widget.font()).height() * 1.05))


# --- Type ------------------------------------------------------------------------------------------------------------


def scaled_font(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """The font in another size; works for fonts set in points and in pixels."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * factor)
    else:
        made.setPixelSize(max(1, round(font.pixelSize() * factor)))
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


_HEADINGS = {1: 1.5, 2: 1.2, 3: 1.0}


def heading_font(font: QFont, level: int = 2) -> QFont:
    """The font of a page title (1), a section (2) or a group (3)."""
    return scaled_font(font, _HEADINGS[level], bold=True)


def small_font(font: QFont) -> QFont:
    """The font of help and counts."""
    return scaled_font(font, 0.92)


def readable_palette(base: QPalette) -> QPalette:
    """A palette in which what cannot be changed is as easy to read as what can, as in a closed year."""
    made = QPalette()
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, base.color(QPalette.ColorGroup.Active, role))
    return made


def show_read_only(text: QAbstractScrollArea, *, on: bool) -> None:
    """Give a text that can be read and not changed the ground of every input that cannot be changed."""
    text.viewport().setBackgroundRole(Role.Window if on else Role.Base)


def text_palette(base: QPalette, colour: QColor) -> QPalette:
    """A palette whose text has this colour, for labels."""
    made = QPalette(base)
    made.setColor(Role.WindowText, colour)
    return made
