"""A label with a link in it, in the colour of links of the theme, also when the system turns to dark or back."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget


class LinkLabel(QLabel):
    """Shows HTML; Qt gives a link its colour when the text is set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)

    def changeEvent(self, arg__1: QEvent) -> None:
        """Called when the theme changed."""
        super().changeEvent(arg__1)
        if arg__1.type() is QEvent.Type.PaletteChange:
            text = self.text()
            self.clear()
            self.setText(text)
