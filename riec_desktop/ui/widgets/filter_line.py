"""The line in which a person types words to see only the rows of a table that have them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from riec_desktop.ui.theme import characters
from riec_desktop.ui.widgets.seek_line import SeekLine

KEYS = "Ctrl+Shift+L"
"""As for the filter of a table in Excel."""
HELP = f"Alleen rijen met deze woorden tonen ({KEYS}). Esc: weer alle rijen."
MANY = 8
"""A table with fewer rows needs no filter."""


class FilterLine(SeekLine):
    """`left` says that the person goes back to the table: with Enter or the arrow down, or Esc, which empties it."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Filteren")
        self.setAccessibleName(name)
        self.setAccessibleDescription(HELP)
        self.setToolTip(HELP)
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(characters(self, 24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that leave it, and those of a line."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)
