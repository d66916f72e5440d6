"""Edits of many cells at once that need no text: emptying them, and filling them from the cell above."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex

from riec_desktop.dossier.fields import Value
from riec_desktop.ui.widgets.columns import typed_value, value_of
from riec_desktop.ui.widgets.record_model import SortedRecords
from riec_desktop.ui.widgets.table_clipboard import bounds
from riec_desktop.workspace.values import Invalid

Cell = tuple[str, str, Value]
"""Record id, field, value."""


def _value(proxy: SortedRecords, index: QModelIndex) -> Value:
    source = proxy.mapToSource(index)
    return value_of(proxy.model.column(source), proxy.model.dossier, proxy.model.row_record(source))


def _cell(proxy: SortedRecords, index: QModelIndex, value: Value) -> Cell | None:
    """The edit that gives a cell a value; None where it has it or cannot take one."""
    model, source = proxy.model, proxy.mapToSource(index)
    if not model.is_editable(source) or _value(proxy, index) == value:
        return None
    return model.row_record(source).id, model.column(source).field, value


def emptied(proxy: SortedRecords, selected: Sequence[QModelIndex]) -> Iterator[Cell]:
    """The edits that empty the selected cells, where a cell may be empty."""
    model = proxy.model
    for index in selected:
        source = proxy.mapToSource(index)
        value = typed_value(model.column(source), model.dossier, model.row_record(source), "", model.context)
        cell = None if isinstance(value, Invalid) else _cell(proxy, index, value)
        if cell is not None:
            yield cell


def filled_down(proxy: SortedRecords, selected: Sequence[QModelIndex]) -> Iterator[Cell]:
    """The edits that repeat the topmost selected row below it; of one row, the row above it in that row."""
    if not selected:
        return
    rows, _ = bounds(selected)
    top = rows.start if len(rows) > 1 else rows.start - 1
    for index in selected:
        if 0 <= top < index.row():
            cell = _cell(proxy, index, _value(proxy, proxy.index(top, index.column())))
            if cell is not None:
                yield cell
