"""A line of buttons under a table: what can be kept instead of typed text that is no value."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from riec_desktop.ui.theme import unit
from riec_desktop.workspace.odd_numbers import Offer


class OfferLine(QWidget):
    """Shows a button for each offer; hidden without any. `taken` gives the cells as (record id, field, value)."""

    taken = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, Sequence[Offer]] = ("", ())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(unit(self) * 2, 0, unit(self) * 2, 0)
        self._row.setSpacing(unit(self) * 2)
        self._row.addStretch(1)
        self.buttons: list[QPushButton] = []
        self.hide()

    def show_offers(self, record_id: str, offers: Sequence[Offer]) -> None:
        """Other offers. The same ones stay: leaving a cell for a button says once more what is wrong in the cell."""
        if (record_id, offers) == self._shown:
            return
        self._shown = (record_id, offers)
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [self._button(record_id, one) for one in offers]
        for at, button in enumerate(self.buttons):
            self._row.insertWidget(at, button)
        self.setVisible(bool(offers))

    def _button(self, record_id: str, offer: Offer) -> QPushButton:
        button = QPushButton(offer.title.capitalize(), self)
        button.setAccessibleName(f"Geen cijfer, want {offer.title}")
        cells = [(record_id, field, value) for field, value in offer.values]

        def press() -> None:
            self.taken.emit(cells)

        button.clicked.connect(press)
        return button
