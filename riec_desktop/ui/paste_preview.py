"""What a pasted piece of a spreadsheet does, shown before it is done: which cell becomes what, and what does not fit.

Nothing changes before 'plakken', and then it is one step that can be undone.
"""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from riec_desktop.dossier.dutch import number
from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.form_dialog import FormDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.roomy import RoomyRows
from riec_desktop.ui.theme import characters, line_height
from riec_desktop.ui.widgets.table_paste import Outcome, PastePlan, PlannedCell
from riec_desktop.workspace.names import shortened

COLUMNS: Final = ("Rij", "Kolom", "Nu", "Wordt", "Wat er gebeurt")
WIDTHS: Final = (44, 14, 14, 14)
SIGNS: Final = {Outcome.CHANGE: "✓", Outcome.DOUBT: "⚠", Outcome.REFUSED: "✕"}
HEADER: Final = "De eerste regel bevat namen van kolommen. Daarop zijn de cellen verdeeld."
ORDER: Final = (Outcome.REFUSED, Outcome.DOUBT, Outcome.CHANGE)
"""What needs a look stands first."""
_PLACE: Final = Qt.ItemDataRole.UserRole
"""The place of a line's cell in the plan."""


def _cells(count: int) -> str:
    return "1 cel" if count == 1 else f"{number(count)} cellen"


def summary(plan: PastePlan) -> str:
    """'12 cellen worden geplakt · 2 met twijfel · 1 niet geplakt · 5 staan er al'."""
    doubts, refused = len(plan.of(Outcome.DOUBT)), len(plan.of(Outcome.REFUSED))
    count = len(plan.cells) - refused
    parts = [f"{_cells(count)} {'wordt' if count == 1 else 'worden'} geplakt"]
    parts += [f"{number(doubts)} met twijfel"] if doubts else []
    parts += [f"{number(refused)} {'past' if refused == 1 else 'passen'} niet"] if refused else []
    parts += [f"{number(plan.same)} {'staat' if plan.same == 1 else 'staan'} er al"] if plan.same else []
    return " · ".join(parts)


def _texts(cell: PlannedCell) -> list[str]:
    told = f"{SIGNS[cell.outcome]} {cell.outcome.value}"
    empty = "(leeg)" if cell.field else ""
    return [
        cell.row,
        cell.column,
        shortened(cell.old) or empty,
        shortened(cell.new) or empty,
        f"{told}: {cell.note}" if cell.note else told,
    ]


class PastePreview(FormDialog):
    """Accepted, `chosen` gives the cells to paste. `parent` is the table that they go to."""

    def __init__(self, parent: QWidget | None, plan: PastePlan) -> None:
        super().__init__(parent, "Plakken nakijken", "Plakken")
        self.plan = plan
        self.tree = self._make_tree()
        self.note = label("", muted=True)
        self.rows_to_add = self._adding()
        self._fill()
        self._lay_out()
        self.tree.itemChanged.connect(self._count)
        self.tree.currentItemChanged.connect(self._look)
        for item in self._items()[:1]:
            self.tree.setCurrentItem(item)
        self._count()
        resize_within_screen(self, characters(self, 140), line_height(self) * 30)
        self.tree.setFocus()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName("Wat er geplakt wordt")
        tree.setAccessibleDescription("Spatie: deze cel wel of niet plakken")
        tree.setHeaderLabels(list(COLUMNS))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setItemDelegate(RoomyRows(tree))
        tree.header().setStretchLastSection(True)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for at, width in enumerate(WIDTHS):
            tree.setColumnWidth(at, characters(self, width))
        return tree

    def _adding(self) -> QCheckBox:
        count = len(self.plan.added)
        box = QCheckBox("1 &rij toevoegen" if count == 1 else f"{count} &rijen toevoegen")
        box.setToolTip("U plakt meer regels dan de tabel rijen heeft")
        box.setChecked(True)
        box.setVisible(bool(count))
        box.toggled.connect(self._add_rows)
        return box

    def _lay_out(self) -> None:
        parts: list[QWidget] = [label(summary(self.plan), level=2)]
        parts += [label(HEADER, muted=True)] if self.plan.header else []
        for at, widget in enumerate([*parts, self.tree, self.note, self.rows_to_add]):
            self.column.insertWidget(at, widget, 1 if widget is self.tree else 0)

    def _fill(self) -> None:
        for outcome in ORDER:
            for at, cell in enumerate(self.plan.cells):
                if cell.outcome is outcome:
                    self._add_item(at, cell)

    def _add_item(self, place: int, cell: PlannedCell) -> None:
        item = QTreeWidgetItem(self.tree, _texts(cell))
        item.setData(0, _PLACE, place)
        for at, text in enumerate((cell.row, cell.column, cell.old, cell.new, cell.note)):
            item.setToolTip(at, text)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags if cell.record is None else flags | Qt.ItemFlag.ItemIsUserCheckable)
        if cell.record is not None:
            item.setCheckState(0, Qt.CheckState.Checked)

    # --- choosing ----------------------------------------------------------------------------------------------------

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount()))
        return [one for one in found if one is not None]

    def _cell(self, item: QTreeWidgetItem) -> PlannedCell:
        return self.plan.cells[int(item.data(0, _PLACE))]

    def chosen(self) -> list[PlannedCell]:
        """The ticked cells, in the order of the plan, so that rows to add come in theirs."""
        ticked = [one for one in self._items() if one.checkState(0) is Qt.CheckState.Checked]
        places = {int(one.data(0, _PLACE)) for one in ticked}
        return [one for at, one in enumerate(self.plan.cells) if at in places]

    def _add_rows(self, on: bool) -> None:
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        with QSignalBlocker(self.tree):
            for item in self._items():
                if self._cell(item).record in self.plan.added:
                    item.setCheckState(0, state)
        self.tree.viewport().update()
        self._count()

    def _count(self) -> None:
        count = len(self.chosen())
        self.accept_button.setText(f"{_cells(count)} plakken" if count else "Niets plakken")
        self.accept_button.setEnabled(bool(count))

    def _look(self, item: QTreeWidgetItem | None) -> None:
        self.note.setText(self._cell(item).note if item is not None else "")
