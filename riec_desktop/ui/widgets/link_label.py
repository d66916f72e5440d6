"""A label with one link in it, which Tab comes to and Enter follows.

It has the colour of links of the theme, also when the system turns to dark or back.
"""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from riec_desktop.ui.theme import colours, unit

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class LinkLabel(QLabel):
    """Shows HTML; `linkActivated` carries '' when the link is followed with a key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        """Called by Qt for a key while the label has the focus."""
        if ev.key() in _KEYS:
            self.linkActivated.emit("")
        else:
            super().keyPressEvent(ev)

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """The text, and a frame that shows where the keyboard is."""
        super().paintEvent(arg__1)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours(self.palette()).focus, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), unit(self), unit(self))

    def changeEvent(self, arg__1: QEvent) -> None:
        """Called when the theme changed: Qt gives a link its colour when the text is set."""
        super().changeEvent(arg__1)
        if arg__1.type() is QEvent.Type.PaletteChange:
            text = self.text()
            self.clear()
            self.setText(text)
