"""The choice of a portfolio above a part that shows what belongs to it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from riec_desktop.dossier import views
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.records import Portfolio
from riec_desktop.ui.editing import Editing

EVERYTHING = "alle portefeuilles"


def portfolios_in_order(editing: Editing) -> Sequence[Portfolio]:
    """The portfolios of the year in the order of the chapter, then the others by name."""
    of_year = [one.portfolio_id for one in views.reports(editing.dossier, editing.year) if one.portfolio_id]
    known = editing.dossier.many(Portfolio, of_year)
    here = set(of_year)
    others = [one for one in editing.dossier.all(Portfolio) if one.id not in here]
    return (*known, *sorted(others, key=lambda one: one.name))


class PortfolioFilter(QWidget):
    """`chosen` says that `portfolio_id()` is another one."""

    chosen = Signal()

    def __init__(self, editing: Editing, *, everything: bool) -> None:
        super().__init__()
        self._editing = editing
        self._everything = everything
        self.box = QComboBox()
        self.box.setAccessibleName("Portefeuille")
        caption = QLabel("Porte&feuille")
        caption.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(caption)
        row.addWidget(self.box)
        row.addStretch(1)
        self.box.activated.connect(self.chosen)

    def portfolio_id(self) -> str | None:
        """The chosen portfolio; None for all of them."""
        return self.box.currentData()

    def choose(self, portfolio_id: str | None) -> None:
        """Choose one, as a person would."""
        self.box.setCurrentIndex(max(0, self.box.findData(portfolio_id)))
        self.chosen.emit()

    def _name(self, portfolio: Portfolio) -> str:
        return capitalised(views.portfolio_name(self._editing.dossier, portfolio)) or "(zonder naam)"

    def refresh(self) -> None:
        """The portfolios as they are called now; the chosen one stays."""
        wanted: list[tuple[str, str | None]] = [(EVERYTHING, None)] if self._everything else []
        wanted += [(self._name(one), one.id) for one in portfolios_in_order(self._editing)]
        shown = [(self.box.itemText(i), self.box.itemData(i)) for i in range(self.box.count())]
        if wanted == shown:
            return
        kept = self.portfolio_id()
        self.box.clear()
        for text, portfolio_id in wanted:
            self.box.addItem(text, portfolio_id)
        self.box.setCurrentIndex(max(0, self.box.findData(kept)))
