"""Copying cells to a spreadsheet and pasting cells from one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex

from riec_desktop.dossier.fields import Value
from riec_desktop.ui.widgets.columns import copied_text, from_clipboard, to_clipboard, typed_value
from riec_desktop.ui.widgets.record_model import SortedRecords
from riec_desktop.ui.widgets.values import Invalid

Cell = tuple[str, str, Value]
"""Record id, field, value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What can be pasted, and sentences about what cannot."""

    cells: tuple[Cell, ...]
    refused: tuple[str, ...]

    def message(self) -> str:
        """One sentence for the person; '' when everything fits."""
        if not self.refused:
            return ""
        count = len(self.refused)
        cells = "1 cel is niet geplakt" if count == 1 else f"{count} cellen zijn niet geplakt"
        return f"{cells}. {self.refused[0]}"


def _bounds(indexes: Iterable[QModelIndex]) -> tuple[range, range]:
    """The rows and columns of the smallest rectangle around cells."""
    places = [(index.row(), index.column()) for index in indexes]
    rows, columns = {row for row, _ in places}, {column for _, column in places}
    return range(min(rows), max(rows) + 1), range(min(columns), max(columns) + 1)


def copied(proxy: SortedRecords, selected: Sequence[QModelIndex]) -> str:
    """The selected cells as text for the clipboard; a cell in between that is not selected stays empty."""
    rows, columns = _bounds(selected)
    chosen = {(index.row(), index.column()) for index in selected}
    return to_clipboard(
        [[_copied_cell(proxy, row, column) if (row, column) in chosen else "" for column in columns] for row in rows]
    )


def _copied_cell(proxy: SortedRecords, row: int, column: int) -> str:
    source = proxy.mapToSource(proxy.index(row, column))
    model = proxy.model
    return copied_text(model.column(source), model.dossier, model.row_record(source))


def _targets(cells: Sequence[Sequence[str]], selected: Sequence[QModelIndex]) -> Iterable[tuple[int, int, str]]:
    """Row, column and text: one text fills the whole selection, more go right and down from its corner."""
    rows, columns = _bounds(selected)
    if len(cells) == 1 and len(cells[0]) == 1:
        return [(index.row(), index.column(), cells[0][0]) for index in selected]
    return [
        (rows.start + down, columns.start + right, text)
        for down, line in enumerate(cells)
        for right, text in enumerate(line)
    ]


def pasted(proxy: SortedRecords, selected: Sequence[QModelIndex], text: str) -> Pasted:
    """What the text on the clipboard does to the cells from the selection on."""
    done: list[Cell] = []
    refused: list[str] = []
    for row, column, cell in _targets(from_clipboard(text), selected):
        found = _pasted_cell(proxy, row, column, cell)
        if isinstance(found, str):
            refused.append(found)
        elif found is not None:
            done.append(found)
    return Pasted(cells=tuple(done), refused=tuple(refused))


def _pasted_cell(proxy: SortedRecords, row: int, column: int, text: str) -> Cell | str | None:
    """The edit, the sentence why not, or None where the cell already holds what is pasted."""
    index = proxy.index(row, column)
    if not index.isValid():
        return f"‘{text}’ valt buiten de tabel." if text.strip() else None
    model, source = proxy.model, proxy.mapToSource(index)
    spec, record = model.column(source), model.row_record(source)
    if text == copied_text(spec, model.dossier, record):
        return None
    if not model.is_editable(source):
        return f"De kolom {spec.title} kunt u niet wijzigen."
    value = typed_value(spec, model.dossier, record, text, model.context)
    if isinstance(value, Invalid):
        return f"‘{text}’: {value.sentence}"
    return record.id, spec.field, value


def emptied(proxy: SortedRecords, selected: Sequence[QModelIndex]) -> tuple[Cell, ...]:
    """The edits that empty the selected cells, where a cell may be empty."""
    found = (_pasted_cell(proxy, index.row(), index.column(), "") for index in selected)
    return tuple(one for one in found if isinstance(one, tuple))
