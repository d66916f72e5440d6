"""The row that asks for the address of a link, under the buttons of the rich-text editor."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from riec_desktop.dossier.richtext import clean_href
from riec_desktop.ui.theme import unit


class LinkBar(QWidget):
    """Asks for the address of a link, in a row under the buttons. Enter takes it, Esc leaves it."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = QLineEdit(self)
        self.address.setPlaceholderText("https://…")
        self.address.setAccessibleName("Adres van de webpagina")
        self.address.returnPressed.connect(self._take)
        label = QLabel("&Adres:", self)
        label.setBuddy(self.address)
        self.message = QLabel("Een adres begint met https:// of http://.", self)
        self.message.hide()
        take, remove = QPushButton("Toepassen", self), QPushButton("Link weghalen", self)
        take.clicked.connect(self._take)
        remove.clicked.connect(lambda: self.chosen.emit(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(unit(self) * 2, unit(self), unit(self) * 2, 0)
        for widget in (label, self.address, take, remove, self.message):
            row.addWidget(widget)
        self.hide()

    def open(self, address: str) -> None:
        """Ask."""
        self.address.setText(address)
        self.message.hide()
        self.show()
        self.address.setFocus()
        self.address.selectAll()

    def _take(self) -> None:
        typed = self.address.text().strip()
        whole = typed if "://" in typed or not typed else f"https://{typed}"
        if typed and not clean_href(whole):
            self.message.show()
        else:
            self.chosen.emit(whole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
