"""A table model over records of one type. It shows them and asks for edits; it changes nothing itself."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Kind, Value
from riec_desktop.dossier.records import Record
from riec_desktop.ui.widgets.columns import NUMBERS, ColumnSpec, cell_text, sort_key, value_of
from riec_desktop.ui.widgets.context import FormContext

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

SORT_ROLE: Final = Role.UserRole + 1
"""The key that a cell sorts by."""
OBJECT_ROLE: Final = Role.UserRole + 2
"""The record of a row."""

_NOTHING: Final = QModelIndex()


class RecordTableModel(QAbstractTableModel):
    """Rows are records, columns a column table. `edit_requested` gives record id, field and value."""

    edit_requested = Signal(str, str, object)

    def __init__(
        self, columns: Sequence[ColumnSpec], context: FormContext | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.context = context or FormContext()
        self.dossier = Dossier()
        self.records: tuple[Record, ...] = ()
        self.read_only = False

    # Contents

    def set_rows(self, dossier: Dossier, records: Sequence[Record]) -> None:
        """Show these records in this order. Rows that stay keep their place, selection and open editor."""
        new = tuple(records)
        before = [record.id for record in self.records]
        after = [record.id for record in new]
        held, self.dossier = self.dossier, dossier
        if before == after:
            self._replace(new, held)
        elif after[: len(before)] == before:
            self._append(new, held)
        elif [one for one in before if one in set(after)] == after:
            self._remove(new, held)
        else:
            self.beginResetModel()
            self.records = new
            self.endResetModel()

    def _replace(self, new: tuple[Record, ...], held: Dossier) -> None:
        """The same rows: only what changed is told. `held` is the dossier that was shown before."""
        old, self.records = self.records, new
        self._tell(old, held)

    def _tell(self, old: Sequence[Record], held: Dossier) -> None:
        """Which of the first rows, that were these before, look different now."""
        sources = {kind for column in self.columns for kind in column.sources}
        last = len(self.columns) - 1
        if any(held.table(kind) is not self.dossier.table(kind) for kind in sources):
            if old:
                self.dataChanged.emit(self.index(0, 0), self.index(len(old) - 1, last))
            return
        for row, (one, other) in enumerate(zip(old, self.records, strict=False)):
            if one != other:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def _append(self, new: tuple[Record, ...], held: Dossier) -> None:
        old = self.records
        self.beginInsertRows(_NOTHING, len(old), len(new) - 1)
        self.records = (*old, *new[len(old) :])
        self.endInsertRows()
        self.records = new
        self._tell(old, held)

    def _remove(self, new: tuple[Record, ...], held: Dossier) -> None:
        kept = {record.id for record in new}
        for row in reversed(range(len(self.records))):
            if self.records[row].id not in kept:
                self.beginRemoveRows(_NOTHING, row, row)
                self.records = self.records[:row] + self.records[row + 1 :]
                self.endRemoveRows()
        self._replace(new, held)

    def record(self, record_id: str) -> Record | None:
        """The record of a row, also one that the dossier does not hold yet."""
        return next((one for one in self.records if one.id == record_id), None)

    def column(self, index: Index) -> ColumnSpec:
        """The column of a cell."""
        return self.columns[index.column()]

    def row_record(self, index: Index) -> Record:
        """The record of a cell."""
        return self.records[index.row()]

    # What Qt asks

    def rowCount(self, parent: Index = _NOTHING) -> int:
        """The number of records."""
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Titles above, row numbers beside."""
        if orientation is Qt.Orientation.Vertical:
            return section + 1 if role == Role.DisplayRole else None
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self.columns[section].title
        if role == Role.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell shows, holds and sorts by."""
        if not index.isValid():
            return None
        column, record = self.column(index), self.row_record(index)
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return self._text(column, record, role)
            case Role.EditRole:
                return value_of(column, self.dossier, record)
            case Role.CheckStateRole:
                return self._check_state(column, record)
            case _:
                return self._more(column, record, role)

    def _text(self, column: ColumnSpec, record: Record, role: int) -> str | None:
        """A check box has no text beside it; what does not fit in a cell stands in its tool tip."""
        text = cell_text(column, self.dossier, record, self.context)
        if column.kind is Kind.FLAG and role == Role.DisplayRole:
            return ""
        return text or None if role == Role.ToolTipRole else text

    def _check_state(self, column: ColumnSpec, record: Record) -> Qt.CheckState | None:
        if column.kind is not Kind.FLAG:
            return None
        on = bool(value_of(column, self.dossier, record))
        return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked

    def _more(self, column: ColumnSpec, record: Record, role: int) -> Any:
        match role:
            case Role.TextAlignmentRole:
                return _alignment(column)
            case Role.AccessibleTextRole:
                text = cell_text(column, self.dossier, record, self.context)
                return f"{column.title}: {text or 'leeg'}"
            case x if x == SORT_ROLE:
                return sort_key(column, self.dossier, record, self.context)
            case x if x == OBJECT_ROLE:
                return record
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A cell can be typed in when its column allows it and the table is not read-only."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if not self.is_editable(index):
            return flags
        if self.column(index).kind is Kind.FLAG:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def is_editable(self, index: Index) -> bool:
        """Whether a person may give this cell a value."""
        return self.column(index).editable and not self.read_only

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Ask for an edit; the row changes when `set_rows` brings the record as it became."""
        if not index.isValid() or not self.is_editable(index):
            return False
        if role == Role.CheckStateRole:
            value = Qt.CheckState(value) is Qt.CheckState.Checked
        elif role != Role.EditRole:
            return False
        return self._ask(index, value)

    def _ask(self, index: Index, value: Value) -> bool:
        column, record = self.column(index), self.row_record(index)
        if value_of(column, self.dossier, record) != value:
            self.edit_requested.emit(record.id, column.field, value)
        return True


def _alignment(column: ColumnSpec) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.kind in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class SortedRecords(QSortFilterProxyModel):
    """The rows in the order of a column that a person chose, else in their own; all, or those with certain words."""

    def __init__(self, model: RecordTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self._words: tuple[str, ...] = ()
        self.setSourceModel(model)

    def show_only(self, text: str) -> None:
        """Show the rows in which each of these words stands; '' for all."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def is_filtered(self) -> bool:
        """Whether rows may be out of sight."""
        return bool(self._words)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        """By the sort key."""
        left, right = (self.model.data(index, SORT_ROLE) for index in (source_left, source_right))
        return bool(left < right)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """By the texts of the cells."""
        if not self._words:
            return True
        model, record = self.model, self.model.records[source_row]
        texts = (cell_text(one, model.dossier, record, model.context) for one in model.columns)
        shown = "\n".join(texts).casefold()
        return all(word in shown for word in self._words)
