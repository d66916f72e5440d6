"""The question of which year a chapter is, before it is read."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import characters, unit

FIRST, LAST = 2000, 2100
TITLE = "Hoofdstuk van een eerder jaar"
HELP = (
    "Het programma zoekt bij elke kop het doel of de portefeuille, en bij elke tekst de vraag. U ziet eerst alles wat "
    "het vindt. Er verandert niets voordat u iets overneemt."
)


class YearDialog(KeyDialog):
    """Accepted, `year()` is the year that the chapter is about."""

    def __init__(self, parent: QWidget | None, file_name: str, year: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self._year = QSpinBox()
        self._year.setRange(FIRST, LAST)
        self._year.setValue(year)
        self._year.setAccessibleName("Verslagjaar")
        self._build(file_name)
        self.setMinimumWidth(characters(self, 70))

    def year(self) -> int:
        """The year that was chosen."""
        return self._year.value()

    def _build(self, file_name: str) -> None:
        column = QVBoxLayout(self)
        space = unit(self)
        column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        column.setSpacing(space * 3)
        column.addWidget(label(file_name, level=2))
        column.addWidget(label(HELP))
        row = QHBoxLayout()
        caption = label("Over welk &jaar gaat dit hoofdstuk?")
        caption.setBuddy(self._year)
        row.addWidget(caption, 1)
        row.addWidget(self._year)
        column.addLayout(row)
        column.addStretch(1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        go_on = QPushButton("Inlezen")
        go_on.setDefault(True)
        go_on.setToolTip("Het document lezen en laten zien wat erin staat")
        go_on.clicked.connect(self.accept)
        leave = QPushButton("Annuleren")
        leave.setAutoDefault(False)
        leave.setToolTip("Terug zonder iets te lezen")
        leave.clicked.connect(self.reject)
        row.addWidget(go_on)
        row.addWidget(leave)
        return row
