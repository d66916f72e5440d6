"""Short messages on a page: what a check noticed at a field, and what to do where there is nothing yet."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from riec_desktop.ui.icons import draw, icon
from riec_desktop.ui.theme import Tone, colours, heading_font, icon_size, unit
from riec_desktop.ui.widgets.badge import SYMBOLS
from riec_desktop.ui.widgets.ink_label import InkLabel


class Symbol(QWidget):
    """An icon that is no button, in the colour of a tone."""

    def __init__(self, name: str, tone: Tone, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone, self._scale = name, tone, scale
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def change(self, name: str, tone: Tone) -> None:
        """Another icon."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        """A square beside text."""
        side = round(icon_size(self) * self._scale)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        found = colours(self.palette())
        colour = found.muted if self._tone is Tone.NEUTRAL else found.tones[self._tone].text
        draw(QPainter(self), QRectF(self.rect()), self._name, colour)


class FindingLabel(QFrame):
    """A sentence with the symbol of its severity on a ground of that colour; `word` names the severity in words."""

    def __init__(
        self, sentence: str = "", tone: Tone = Tone.WARNING, word: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._symbol = Symbol(SYMBOLS[tone], tone, parent=self)
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


class EmptyState(QWidget):
    """What stands where nothing is yet: an icon, a title, what to do, and a button that does it (`pressed`)."""

    pressed = Signal()

    def __init__(
        self, title: str, sentence: str = "", button: str = "", symbol: str = "document", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(unit(self) * 6,) * 4)
        column.setSpacing(unit(self) * 2)
        column.addWidget(Symbol(symbol, Tone.NEUTRAL, 2.0, self), 0, Qt.AlignmentFlag.AlignHCenter)
        heading = self._line(title, QLabel())
        heading.setFont(heading_font(self.font(), 3))
        column.addWidget(heading)
        if sentence:
            column.addWidget(self._line(sentence, InkLabel()))
        if button:
            column.addWidget(self._button(button), 0, Qt.AlignmentFlag.AlignHCenter)

    @staticmethod
    def _line(text: str, label: QLabel) -> QLabel:
        label.setText(text)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _button(self, text: str) -> QPushButton:
        self.button = QPushButton(icon("add"), text, self)
        self.button.clicked.connect(self.pressed)
        return self.button
