"""A badge: a state in a word, with a symbol and a colour that say the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from riec_desktop.ui.icons import draw
from riec_desktop.ui.theme import Tone, colours, small_font, unit

SYMBOLS = {
    Tone.NEUTRAL: "empty",
    Tone.INFO: "info",
    Tone.SUCCESS: "success",
    Tone.WARNING: "warning",
    Tone.ERROR: "error",
}
"""The icon that goes with a tone when nothing else is given."""


class Badge(QWidget):
    """A rounded label with a symbol. Screen readers read its text."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.NEUTRAL, symbol: str = "", parent: QWidget | None = None
    ) -> None:
        """`symbol` is the name of an icon; '' takes the one of the tone."""
        super().__init__(parent)
        self.setFont(small_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, tone, symbol)

    def show_state(self, text: str, tone: Tone, symbol: str = "") -> None:
        """Another state."""
        self._text, self._tone, self._symbol = text, tone, symbol or SYMBOLS[tone]
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word."""
        return self._text

    def sizeHint(self) -> QSize:
        """As wide as symbol and word."""
        metrics, step = self.fontMetrics(), unit(self)
        return QSize(metrics.horizontalAdvance(self._text) + metrics.height() + step * 5, metrics.height() + step * 2)

    def minimumSizeHint(self) -> QSize:
        """It never shrinks."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, symbol, word."""
        tone = colours(self.palette()).tones[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tone.text, 1) if tone.background == self.palette().window().color() else Qt.PenStyle.NoPen)
        painter.setBrush(tone.background)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        side, step = self.fontMetrics().height(), unit(self)
        draw(
            painter,
            QRectF(step * 1.5, (self.height() - side * 0.9) / 2, side * 0.9, side * 0.9),
            self._symbol,
            tone.text,
        )
        painter.setPen(tone.text)
        painter.drawText(box.adjusted(step * 2.5 + side, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)
