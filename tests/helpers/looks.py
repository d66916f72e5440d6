"""Light, dark and high contrast, put on and off while windows are open; and what a person has in hand there."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from enum import Enum
from unittest.mock import patch

from PySide6.QtGui import QColor, QPalette, QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from riec_desktop.ui import theme
from riec_desktop.ui.theme import palette
from riec_desktop.ui.widgets.seek_line import SeekLine

Role = QPalette.ColorRole
BLACK, YELLOW, CYAN = "#000000", "#ffff00", "#1aebff"


class Look(Enum):
    """How a system can be set."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "high contrast"


def high_contrast_palette() -> QPalette:
    """Yellow on black, as one of the themes of Windows."""
    made = QPalette()
    for role in (Role.Window, Role.Base, Role.AlternateBase, Role.Button, Role.ToolTipBase, Role.HighlightedText):
        made.setColor(role, QColor(BLACK))
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText, Role.ToolTipText, Role.Link):
        made.setColor(role, QColor(YELLOW))
    made.setColor(Role.Highlight, QColor(CYAN))
    return made


def palette_of(look: Look) -> QPalette:
    """What the program looks like then."""
    return high_contrast_palette() if look is Look.CONTRAST else palette(dark=look is Look.DARK)


class Wardrobe:
    """Puts on one look after another, as the system does while the program runs."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._look = Look.LIGHT

    def asks_contrast(self) -> bool:
        return self._look is Look.CONTRAST

    def wear(self, look: Look) -> None:
        """Another look for all that is open."""
        self._look = look
        self._app.setPalette(palette_of(look))
        self._app.processEvents()


@contextmanager
def wardrobe(app: QApplication) -> Generator[Wardrobe]:
    """The looks of an application, which gets its own back afterwards."""
    before, made = QPalette(app.palette()), Wardrobe(app)
    with patch.object(theme, "high_contrast", made.asks_contrast):
        yield made
    app.setPalette(before)


# --- What a person has in hand ---------------------------------------------------------------------------------------


def in_hand(window: QWidget) -> list[object]:
    """What is typed, selected, ticked and current everywhere in a window, where it is scrolled to, and the focus."""
    return [window.focusWidget(), *(part for one in window.findChildren(QWidget) for part in _held(one))]


def _held(widget: QWidget) -> Iterator[object]:
    match widget:
        case QLineEdit():
            yield (widget.text(), widget.cursorPosition())
        case QTextEdit() | QPlainTextEdit():
            cursor = widget.textCursor()
            yield (widget.toPlainText(), cursor.anchor(), cursor.position())
        case QAbstractButton() | QComboBox():
            yield widget.isChecked() if isinstance(widget, QAbstractButton) else widget.currentIndex()
        case QAbstractItemView():
            yield (widget.currentIndex(), widget.selectedIndexes())
        case _:
            pass
    if isinstance(widget, QAbstractScrollArea):
        yield widget.verticalScrollBar().value()


def type_something(window: QWidget) -> None:
    """In the first line that can be typed in."""
    lines = (one for one in window.findChildren(QLineEdit) if one.isVisible() and one.isEnabled())
    parts = QAbstractSpinBox, QComboBox
    for line in [one for one in lines if not isinstance(one, SeekLine) and not isinstance(one.parent(), parts)][:1]:
        line.setFocus()
        line.insert("half")


def select_something(window: QWidget) -> None:
    """In every text."""
    for text in (*window.findChildren(QTextEdit), *window.findChildren(QPlainTextEdit)):
        cursor = text.textCursor()
        cursor.setPosition(text.document().characterCount() - 1)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousWord, QTextCursor.MoveMode.KeepAnchor)
        text.setTextCursor(cursor)
