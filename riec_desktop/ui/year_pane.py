"""The left side of the open dossier: the choice of the report year, above the navigation."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.ui.navigation import NavigationTree
from riec_desktop.ui.theme import characters, unit


class YearPane(QWidget):
    """`year_chosen` carries the id of the report year that a person chose."""

    year_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.years = QComboBox()
        self.tree = NavigationTree()
        self.setMinimumWidth(characters(self, 24))
        self._build()
        self.years.activated.connect(lambda: self.year_chosen.emit(str(self.years.currentData())))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(unit(self) * 2, unit(self) * 2, 0, 0)
        caption = QLabel("&Verslagjaar")
        caption.setBuddy(self.years)
        self.years.setAccessibleName("Verslagjaar")
        column.addWidget(caption)
        column.addWidget(self.years)
        column.addWidget(self.tree, 1)

    def show_years(self, dossier: Dossier) -> None:
        """Offer the years that the dossier has."""
        known = [(str(one.year or "(geen jaar)"), one.id) for one in views.years(dossier)]
        shown = [(self.years.itemText(i), self.years.itemData(i)) for i in range(self.years.count())]
        if known != shown:
            self.years.clear()
            for text, year_id in known:
                self.years.addItem(text, year_id)

    def choose(self, year_id: str) -> None:
        """Show that this year is the one in sight."""
        self.years.setCurrentIndex(self.years.findData(year_id))
