"""A table of rows of a plan. The wizard has no dossier to change: each wish gives another tuple of rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Value, specs
from riec_desktop.dossier.normal import normalise
from riec_desktop.dossier.record import Record
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import unit
from riec_desktop.ui.typed import optional, required
from riec_desktop.ui.widgets.columns import ColumnSpec
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.record_table import RecordTable

R = TypeVar("R", bound=Record)
Rows = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What stands in the table. `new` makes a row to add (None: rows come and go by themselves).

    `keeps` gives the sentence why a row cannot be taken away, '' when it can.
    """

    kind: type[Record]
    title: str
    columns: Sequence[ColumnSpec]
    new: Callable[[], Record] | None = None
    keeps: Callable[[Record], str] = lambda _: ""
    empty: str = ""


class PlanTable(QWidget):
    """`changed` carries the rows as a person made them."""

    changed = Signal(object)

    def __init__(self, table: Table, context: FormContext) -> None:
        super().__init__()
        self._table = table
        self.rows: Rows = ()
        self.table = RecordTable(
            table.kind,
            table.columns,
            context,
            addable=table.new is not None,
            movable=table.new is not None,
            new=table.new,
            empty=table.empty,
        )
        self.table.set_label(table.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit(self) * 2)
        column.addWidget(label(table.title, level=3))
        column.addWidget(self.table)
        self.setFocusProxy(self.table)
        self._connect()

    def _connect(self) -> None:
        self.table.edit_requested.connect(self._edit)
        self.table.add_requested.connect(self._add)
        self.table.delete_requested.connect(self._remove)
        self.table.move_requested.connect(self._move)
        self.table.cells_requested.connect(self._edit_cells)
        self.table.chosen.connect(self._bring_in_sight)

    def _bring_in_sight(self) -> None:
        """On a low screen the page scrolls around the table; it follows the row that the arrow keys choose."""
        around: QWidget | None = optional(self.parentWidget())
        while around is not None and not isinstance(around, QScrollArea):
            around = optional(around.parentWidget())
        if around is not None:
            row = self.table.view.visualRect(self.table.view.currentIndex())
            at = self.table.view.viewport().mapTo(required(around.widget()), row.center())
            around.ensureVisible(0, at.y(), 0, row.height())

    def show_rows(self, dossier: Dossier, rows: Rows) -> None:
        """Show these; `dossier` has what they refer to."""
        self.rows = rows
        self.table.set_records(dossier, rows)

    def _edit(self, record_id: str, field: str, value: Value) -> None:
        self._give(_edited(self.rows, record_id, field, value))

    def _edit_cells(self, cells: Sequence[tuple[str, str, Value]], _verb: str) -> None:
        rows = self.rows
        for record_id, field, value in cells:
            rows = _edited(rows, record_id, field, value)
        self._give(rows)

    def _add(self) -> None:
        if self._table.new is not None:
            added = self._table.new()
            self._give((*self.rows, added))
            self.table.choose(added.id)

    def _remove(self, ids: Sequence[str]) -> None:
        kept = [why for one in self.rows if one.id in ids and (why := self._table.keeps(one))]
        self._give(tuple(one for one in self.rows if one.id not in ids or self._table.keeps(one)))
        self.table.show_message(kept[0] if kept else "")

    def _move(self, record_id: str, index: int) -> None:
        moved = [one for one in self.rows if one.id == record_id]
        others = [one for one in self.rows if one.id != record_id]
        at = max(0, min(index, len(others)))
        self._give((*others[:at], *moved, *others[at:]))

    def _give(self, rows: Rows) -> None:
        if rows != self.rows:
            self.rows = rows
            self.changed.emit(rows)


def _edited(rows: Rows, record_id: str, field: str, value: Value) -> Rows:
    return tuple(with_value(one, field, value) if one.id == record_id else one for one in rows)


def with_value(record: R, field: str, value: Value) -> R:
    """The record with a value in its kept form."""
    update: dict[str, Any] = {field: normalise(specs(type(record))[field].kind, value)}
    return replace(record, **update)
