"""A place to drop files on: says what can be dropped, and shows that it would be taken while it is held there."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from riec_desktop.ui.theme import colours, unit
from riec_desktop.ui.widgets.ink_label import InkLabel


class DropZone(QWidget):
    """A dashed outline around a sentence. What is around it takes the files; this only shows it."""

    def __init__(self, text: str, held_text: str) -> None:
        """`held_text` stands there while something is held above it."""
        super().__init__()
        self._texts = (text, held_text)
        self._held = False
        self._label = InkLabel(text)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        space = unit(self) * 4
        column.setContentsMargins(space, space, space, space)
        column.addWidget(self._label)

    def label(self) -> QLabel:
        """The sentence."""
        return self._label

    def set_held(self, *, held: bool) -> None:
        """Whether something that can be dropped is held above it."""
        self._held = held
        self._label.setText(self._texts[held])
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outline: dashed, and thick in the colour of the focus while something is held."""
        found = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self._held else 1.0
        style = Qt.PenStyle.SolidLine if self._held else Qt.PenStyle.DashLine
        painter.setPen(QPen(found.focus if self._held else found.input_border, width, style))
        radius = unit(self) * 1.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
