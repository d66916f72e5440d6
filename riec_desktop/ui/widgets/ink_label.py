"""A label whose text keeps a colour of the theme, also when the system turns to dark or back."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from riec_desktop.ui.theme import Tone, colours, text_palette
from riec_desktop.ui.typed import optional


class InkLabel(QLabel):
    """Plain text in the quiet colour, or in that of a tone."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, tone: Tone | None = None) -> None:
        """`tone` None is the quiet colour of help and counts."""
        super().__init__(text, parent)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._ink()

    def set_tone(self, tone: Tone | None) -> None:
        """Another colour."""
        self._tone = tone
        self._ink()

    def ink(self) -> QColor:
        """The colour that the text should have now."""
        found = colours(self._surroundings())
        return found.muted if self._tone is None else found.tones[self._tone].text

    def _surroundings(self) -> QPalette:
        """The palette around it: its own text has a colour of its own, also in high contrast."""
        around = optional(self.parentWidget())
        return around.palette() if around is not None else QGuiApplication.palette()

    def _ink(self) -> None:
        if self.palette().color(self.foregroundRole()) != self.ink():
            self.setPalette(text_palette(self.palette(), self.ink()))

    def changeEvent(self, arg__1: QEvent) -> None:
        """Called when the theme changed."""
        super().changeEvent(arg__1)
        if arg__1.type() is QEvent.Type.PaletteChange:
            self._ink()
