"""Which portfolios come into a document: a list with a check box for each, and two buttons for all and none."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from riec_desktop.ui.generate.buttons import button
from riec_desktop.ui.roomy import RoomyRows, row_height
from riec_desktop.ui.theme import unit

SHOWN = 4
"""Rows that are in sight at least."""
_ID = Qt.ItemDataRole.UserRole


class PortfolioList(QWidget):
    """Portfolios by the id of their report. `changed` says that other ones are ticked; Space ticks."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.items = QListWidget()
        self.items.setAccessibleName("Portefeuilles")
        self.items.setAccessibleDescription("Welke portefeuilles in het document komen; spatie kiest")
        self.items.setItemDelegate(RoomyRows(self.items))
        self.items.setMinimumHeight(row_height(self.items) * SHOWN + self.items.frameWidth() * 2)
        self.items.itemChanged.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit(self) * 2)
        column.addWidget(self.items, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(button("&Alle kiezen", "Alle portefeuilles in het document", lambda: self.choose(self.offered())))
        row.addWidget(button("&Geen kiezen", "Begin zonder portefeuilles en kies er zelf een paar", self._none))
        row.addStretch(1)
        return row

    def _none(self) -> None:
        self.choose(())

    def offer(self, names: Mapping[str, str]) -> None:
        """Offer these, id → name, all of them ticked."""
        self.items.clear()
        for report_id, name in names.items():
            item = QListWidgetItem(name)
            item.setData(_ID, report_id)
            item.setCheckState(Qt.CheckState.Checked)
            self.items.addItem(item)
        self.items.setCurrentRow(0)

    def _all(self) -> list[QListWidgetItem]:
        return [self.items.item(row) for row in range(self.items.count())]

    def offered(self) -> tuple[str, ...]:
        """The ids that can be chosen."""
        return tuple(one.data(_ID) for one in self._all())

    def chosen(self) -> tuple[str, ...]:
        """The ids that are ticked."""
        return tuple(one.data(_ID) for one in self._all() if one.checkState() is Qt.CheckState.Checked)

    def choose(self, report_ids: Collection[str]) -> None:
        """Tick these and no others, as a person would."""
        for item in self._all():
            ticked = item.data(_ID) in report_ids
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
