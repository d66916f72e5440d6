"""An editor that needs more room than a cell: it lies as a window of its own over the cell that it belongs to.

Every way to close it keeps what was chosen or typed; undo takes it back.
"""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from riec_desktop.ui.theme import characters, line_height, unit
from riec_desktop.ui.widgets.inputs import FieldInput


class CellWindow(QFrame):
    """Holds the input. Esc, Ctrl+Enter and clicking elsewhere close it."""

    closed = Signal()

    def __init__(self, field: FieldInput, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(*(unit(self) * 2,) * 4)
        column.addWidget(field)
        column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, and with Ctrl+Enter, because Enter alone is a new line."""
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers()
        if event.key() == Qt.Key.Key_Escape or ends:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell."""
        super().hideEvent(event)
        self.closed.emit()


class CellPopup(QWidget):
    """What lies in the cell itself while its window is open."""

    closed = Signal()

    def __init__(self, field: FieldInput, parent: QWidget) -> None:
        super().__init__(parent)
        self.window_ = CellWindow(field, self)
        self.field = field
        self.window_.closed.connect(self.closed)

    def showEvent(self, event: QShowEvent) -> None:
        """Open the window when the cell has its place."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._open)

    def _open(self) -> None:
        self.window_.setMinimumWidth(max(self.width(), characters(self, 56)))
        self.window_.adjustSize()
        self.window_.move(self._place(self.window_.height()))
        self.window_.show()
        self.field.setFocus()

    def _place(self, height: int) -> QPoint:
        """Over the cell, as far up as the screen needs."""
        corner = self.mapToGlobal(QPoint(0, 0))
        room = self.screen().availableGeometry()
        top = max(room.top(), min(corner.y(), room.bottom() - height - line_height(self)))
        left = max(room.left(), min(corner.x(), room.right() - self.window_.width()))
        return QPoint(left, top)
