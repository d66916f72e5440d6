"""A text to read with words in the colours of the theme: it is made anew when the system turns to dark or back.

HTML keeps the colours that it was made with, so what made it is kept instead.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from riec_desktop.ui.theme import Colours, colours

Make = Callable[[Colours], str]
"""The HTML of a text in these colours."""


@contextmanager
def same_place(text: QTextBrowser) -> Generator[None]:
    """What is selected and where it is scrolled to stay the same, while the same words are put there again."""
    cursor, place = text.textCursor(), text.verticalScrollBar().value()
    anchor, position = cursor.anchor(), cursor.position()
    yield
    again = text.textCursor()
    again.setPosition(anchor)
    again.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(again)
    text.verticalScrollBar().setValue(place)


class InkText(QTextBrowser):
    """Shows what `show_made` is given; links lead nowhere."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader says of it."""
        super().__init__(parent)
        self._make: Make = lambda _: ""
        self.setAccessibleName(name)
        self.setOpenLinks(False)

    def show_made(self, make: Make) -> None:
        """Show another text, from its beginning."""
        self._make = make
        self.setHtml(make(colours(self.palette())))

    def changeEvent(self, e: QEvent) -> None:
        """Called when the theme changed."""
        super().changeEvent(e)
        if e.type() is QEvent.Type.PaletteChange:
            with same_place(self):
                self.show_made(self._make)
