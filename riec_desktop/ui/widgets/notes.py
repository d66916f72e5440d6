"""Short messages on a page: what a check noticed at a field."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from riec_desktop.ui.icons import draw
from riec_desktop.ui.theme import Tone, colours, icon_size, unit
from riec_desktop.ui.widgets.ink_label import InkLabel

SYMBOLS = {
    Tone.NEUTRAL: "empty",
    Tone.INFO: "info",
    Tone.SUCCESS: "success",
    Tone.WARNING: "warning",
    Tone.ERROR: "error",
}
"""The icon that goes with a tone."""


class Symbol(QWidget):
    """An icon that is no button, in the colour of a tone."""

    def __init__(self, name: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone = name, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def change(self, name: str, tone: Tone) -> None:
        """Another icon."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        """A square beside text."""
        return QSize(icon_size(self), icon_size(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        draw(QPainter(self), QRectF(self.rect()), self._name, colours(self.palette()).tones[self._tone].text)


class FindingLabel(QFrame):
    """A sentence with the symbol of its severity on a ground of that colour; `word` names the severity in words."""

    def __init__(
        self, sentence: str = "", tone: Tone = Tone.WARNING, word: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._symbol = Symbol(SYMBOLS[tone], tone, self)
        self._label = InkLabel(parent=self, tone=tone)
        self._label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(unit(self) * 2, unit(self), unit(self) * 2, unit(self))
        row.setSpacing(unit(self) * 2)
        row.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.show_finding(sentence, tone, word)

    def show_finding(self, sentence: str, tone: Tone, word: str = "") -> None:
        """Another sentence."""
        self._tone = tone
        self._symbol.change("tip" if word == "tip" else SYMBOLS[tone], tone)
        text = f"{word[:1].upper()}{word[1:]}: {sentence}" if word else sentence
        self._label.setText(text)
        self._label.set_tone(tone)
        self.setAccessibleName(text)

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground with round corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours(self.palette()).tones[self._tone].background)
        painter.drawRoundedRect(QRectF(self.rect()), unit(self), unit(self))
