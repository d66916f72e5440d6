"""What a piece of a spreadsheet does to a table, worked out before anything is done.

Every pasted cell becomes a change, a change with a doubt, a reason why not, or nothing because it is there already.
Rows find their place by the names in them where the table has names for its rows, else from the selection down;
columns by a line of titles, else from the selection to the right. Nothing is dropped in silence.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Final

from PySide6.QtCore import QModelIndex

from riec_desktop.dossier.fields import Kind, Value
from riec_desktop.dossier.normal import normalise
from riec_desktop.dossier.records import Record
from riec_desktop.excel.form_values import Given
from riec_desktop.ui.widgets.choice_inputs import ids_of
from riec_desktop.ui.widgets.columns import ColumnSpec, cell_text, copied_text, typed_value, value_of, value_text
from riec_desktop.ui.widgets.record_model import SortedRecords
from riec_desktop.ui.widgets.table_clipboard import bounds
from riec_desktop.workspace.names import NAMELESS, display_name
from riec_desktop.workspace.pasted import comparable, pasted_value, reads
from riec_desktop.workspace.values import LARGEST, TOO_LARGE, Invalid

Cell = tuple[str, str, Value]
"""Record id, field, value."""
Cells = Sequence[Sequence[str]]
New = Callable[[], Record | None]

NO_COLUMN: Final = "Deze kolom hoort bij geen kolom van de tabel."
NO_ROOM: Final = "Dit valt rechts buiten de tabel."
NO_ROW: Final = "Voor deze regel is geen rij in de tabel."
UNKNOWN_ROW: Final = "Een rij met deze naam staat niet in de tabel."
TWICE: Final = "Deze cel staat twee keer in wat u plakt. De onderste telt."
MANY_ROWS: Final = "Er is meer dan één rij met deze naam. Plak alle namen mee, of toon eerst minder rijen."


class Outcome(Enum):
    """What happens to a pasted cell, as the person reads it."""

    CHANGE = "wordt geplakt"
    DOUBT = "kijk na"
    REFUSED = "niet geplakt"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedCell:
    """One pasted cell: where it goes, what stands there, what comes, and why not or what to look at."""

    outcome: Outcome
    row: str
    column: str
    old: str = ""
    new: str = ""
    note: str = ""
    record: Record | None = None
    field: str = ""
    value: Value = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastePlan:
    """All pasted cells that are not there already. `same` counts those that are; `added` are rows to add for it.

    `source` is what was pasted, as it came.
    """

    cells: tuple[PlannedCell, ...] = ()
    same: int = 0
    header: bool = False
    added: tuple[Record, ...] = ()
    source: Cells = ()

    def of(self, outcome: Outcome) -> tuple[PlannedCell, ...]:
        """The cells to which this happens."""
        return tuple(one for one in self.cells if one.outcome is outcome)

    def edits(self) -> list[Cell]:
        """The edits that it makes."""
        return [(one.record.id, one.field, one.value) for one in self.cells if one.record is not None]

    def message(self) -> str:
        """One sentence for the person about what was not pasted or what to look at; '' when all is well."""
        refused, doubted = self.of(Outcome.REFUSED), self.of(Outcome.DOUBT)
        if not refused:
            return doubted[0].note if doubted else ""
        cells = "1 cel is niet geplakt" if len(refused) == 1 else f"{len(refused)} cellen zijn niet geplakt"
        return f"{cells}. {refused[0].note}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A pasted row and the record it goes to; without a record `note` says why not."""

    name: str
    texts: Sequence[str]
    record: Record | None = None
    note: str = ""
    is_new: bool = False


def is_single(cells: Cells) -> bool:
    """Whether it is one cell."""
    return len(cells) == 1 and len(cells[0]) == 1


def planned(proxy: SortedRecords, selected: Sequence[QModelIndex], cells: Cells, new: New | None = None) -> PastePlan:
    """What these cells do to the table: one text fills the whole selection, more go right and down from its corner.

    `new` makes a record for a row below the last; None where a table cannot have more rows.
    """
    if is_single(cells) and selected:
        found = [_planned_at(proxy, index, cells[0][0]) for index in selected]
        return _plan(found)
    return _rectangle(proxy, selected, cells, new)


def _plan(found: Iterable[PlannedCell | None]) -> PastePlan:
    cells = list(found)
    kept = tuple(one for one in cells if one is not None)
    return PastePlan(cells=kept, same=len(cells) - len(kept))


def _planned_at(proxy: SortedRecords, index: QModelIndex, text: str) -> PlannedCell | None:
    source = proxy.mapToSource(index)
    record = proxy.model.row_record(source)
    return _planned(proxy, proxy.model.column(source), record, _row_name(proxy, record, index.row()), text)


def _row_name(proxy: SortedRecords, record: Record, row: int) -> str:
    name = display_name(proxy.model.dossier, record)
    return f"rij {row + 1}" if name == NAMELESS else name


def _rectangle(proxy: SortedRecords, selected: Sequence[QModelIndex], cells: Cells, new: New | None) -> PastePlan:
    rows, columns = bounds(selected) if selected else (range(0), range(0))
    header = _header(proxy.model.columns, cells)
    width = max(map(len, cells))
    mapping = header or [
        at if at < len(proxy.model.columns) else None for at in range(columns.start, columns.start + width)
    ]
    body = cells[1:] if header else cells
    lines = list(_lines(proxy, rows.start, body, mapping, new))
    plan = _plan(one for line in lines for one in _planned_line(proxy, line, mapping, titled=bool(header)))
    strange = _strange_columns(cells[0], header) if header else ()
    added = tuple(line.record for line in lines if line.is_new and line.record is not None)
    kept = (*strange, *_last_counts(plan.cells))
    return replace(plan, cells=kept, header=bool(header), added=added, source=cells)


def _last_counts(cells: Sequence[PlannedCell]) -> Iterator[PlannedCell]:
    """Of two texts for one cell, as when a row is named twice, the lower counts, and the other says so."""
    last = {(one.record.id, one.field): at for at, one in enumerate(cells) if one.record is not None}
    for at, one in enumerate(cells):
        if one.record is None or last[one.record.id, one.field] == at:
            yield one
        else:
            yield replace(one, outcome=Outcome.REFUSED, note=TWICE, record=None)


# --- Columns ---------------------------------------------------------------------------------------------------------


def _header(columns: Sequence[ColumnSpec], cells: Cells) -> list[int | None]:
    """For each pasted column the column with that title; empty when the first line holds no titles."""
    by_name = {name.casefold(): at for at, one in enumerate(columns) for name in (one.spec.label, one.title)}
    found = [by_name.get(" ".join(text.split()).casefold()) for text in cells[0]]
    known = [at for at in found if at is not None]
    filled = sum(bool(text.strip()) for text in cells[0])
    enough = len(cells) > 1 and known and 2 * len(known) >= filled and len(set(known)) == len(known)
    return found if enough else []


def _strange_columns(titles: Sequence[str], header: Sequence[int | None]) -> tuple[PlannedCell, ...]:
    """A column with a title that the table does not have, told once."""
    strange = [text.strip() for text, at in zip(titles, header, strict=True) if at is None and text.strip()]
    return tuple(
        PlannedCell(outcome=Outcome.REFUSED, row="hele kolom", column=title, note=NO_COLUMN) for title in strange
    )


# --- Rows ------------------------------------------------------------------------------------------------------------


def _lines(
    proxy: SortedRecords, start: int, body: Cells, mapping: Sequence[int | None], new: New | None
) -> Iterator[_Line]:
    columns = proxy.model.columns
    naming = [(right, at) for right, at in enumerate(mapping) if at is not None and columns[at].names_row]
    return _named_lines(proxy, start, body, naming) if naming else _lines_in_order(proxy, start, body, new)


def _lines_in_order(proxy: SortedRecords, start: int, body: Cells, new: New | None) -> Iterator[_Line]:
    """From the selection down; below the last row a new one, where the table can have it."""
    added = 0
    for row, texts in enumerate(body, start):
        if row < proxy.rowCount():
            record = _record(proxy, row)
            yield _Line(name=_row_name(proxy, record, row), texts=texts, record=record)
        elif any(text.strip() for text in texts):
            added += 1
            record = new() if new is not None else None
            name = f"nieuwe rij {added}" if record else f"regel {row - start + 1}"
            yield _Line(name=name, texts=texts, record=record, note=NO_ROW, is_new=record is not None)


def _record(proxy: SortedRecords, row: int) -> Record:
    return proxy.model.row_record(proxy.mapToSource(proxy.index(row, 0)))


Names = tuple[str, ...]


def _named_lines(proxy: SortedRecords, start: int, body: Cells, naming: Sequence[tuple[int, int]]) -> Iterator[_Line]:
    """By the names in the line; a name left out, as in a grouped table, is that of the line above."""
    dossier = proxy.model.dossier
    rows, near = _rows_by_name(proxy, [at for _, at in naming]), _near(proxy, start)
    held: Names = ("",) * len(naming)
    for texts in body:
        said = [texts[right].strip() if right < len(texts) else "" for right, _ in naming]
        if not any(said):
            if any(text.strip() for text in texts):
                yield _Line(name=_first(texts), texts=texts, note=UNKNOWN_ROW)
            continue
        names = tuple(comparable(dossier, text) if text else "" for text in said)
        held = _completed(names, held)
        yield _named_line(proxy, near, rows.get(held, ()), " – ".join(filter(None, said)), texts)


def _completed(names: Names, above: Names) -> Names:
    """A name that is left out before one that is given is that of the line above; behind it there is none."""
    last = max(at for at, name in enumerate(names) if name)
    return tuple(name or (above[at] if at < last else "") for at, name in enumerate(names))


def _first(texts: Sequence[str]) -> str:
    return next((text.strip() for text in texts if text.strip()), "")


def _rows_by_name(proxy: SortedRecords, naming: Sequence[int]) -> Mapping[Names, Sequence[int]]:
    found: dict[Names, list[int]] = {}
    for row in range(proxy.rowCount()):
        found.setdefault(_names_of(proxy, row, naming), []).append(row)
    return found


def _names_of(proxy: SortedRecords, row: int, columns: Sequence[int]) -> Names:
    model, record = proxy.model, _record(proxy, row)
    texts = [cell_text(model.columns[at], model.dossier, record, model.context) for at in columns]
    return tuple(comparable(model.dossier, text) for text in texts)


def _near(proxy: SortedRecords, start: int) -> frozenset[int]:
    """The rows that share the first name with the selected one, such as its indicator."""
    first = [at for at, one in enumerate(proxy.model.columns) if one.names_row][:1]
    groups = _rows_by_name(proxy, first)
    return frozenset(next((rows for rows in groups.values() if start in rows), ()))


def _named_line(
    proxy: SortedRecords, near: frozenset[int], rows: Sequence[int], name: str, texts: Sequence[str]
) -> _Line:
    """The one row of these names; of more, the one that is near the selected row."""
    fitting = rows if len(rows) == 1 else [row for row in rows if row in near]
    if len(fitting) != 1:
        return _Line(name=name, texts=texts, note=MANY_ROWS if rows else UNKNOWN_ROW)
    record = _record(proxy, fitting[0])
    return _Line(name=_row_name(proxy, record, fitting[0]), texts=texts, record=record)


# --- Cells -----------------------------------------------------------------------------------------------------------


def _planned_line(
    proxy: SortedRecords, line: _Line, mapping: Sequence[int | None], *, titled: bool
) -> Iterator[PlannedCell | None]:
    """The cells of a line; a line without a row is told once, with its first text."""
    if line.record is None:
        text = _first(line.texts)
        yield PlannedCell(outcome=Outcome.REFUSED, row=line.name, column="hele regel", new=text, note=line.note)
        return
    for text, at in zip(line.texts, mapping, strict=False):
        if at is not None and not proxy.model.columns[at].names_row:
            yield _planned(proxy, proxy.model.columns[at], line.record, line.name, text)
        elif at is None and text.strip() and not titled:
            yield PlannedCell(outcome=Outcome.REFUSED, row=line.name, column="", new=text, note=NO_ROOM)


def _planned(proxy: SortedRecords, column: ColumnSpec, record: Record, row: str, text: str) -> PlannedCell | None:
    """What one text does to one cell; None where the cell says it already."""
    model = proxy.model
    old = copied_text(column, model.dossier, record)
    if text == old or (column.names_row and comparable(model.dossier, text) == comparable(model.dossier, old)):
        return None
    found = _understood(proxy, column, record, text)
    cell = PlannedCell(
        outcome=Outcome.REFUSED, row=row, column=column.title, old=old, new=text, note=" ".join(found.doubts)
    )
    if not found.understood:
        return cell
    value = normalise(column.kind, found.value)
    if value == value_of(column, model.dossier, record):
        return None
    outcome = Outcome.DOUBT if found.doubts else Outcome.CHANGE
    new = value_text(column, model.dossier, value)
    return replace(cell, outcome=outcome, new=new, record=record, field=column.field, value=value)


def _understood(proxy: SortedRecords, column: ColumnSpec, record: Record, text: str) -> Given:
    """The value that a pasted text stands for in a cell."""
    if not column.editable:
        return _refused(f"De kolom {column.title} kunt u niet wijzigen.")
    model = proxy.model
    if not text.strip() or not reads(column.spec):
        value = typed_value(column, model.dossier, record, text, model.context)
        return _refused(f"‘{text}’: {value.sentence}") if isinstance(value, Invalid) else Given(value)
    base = value_of(column, model.dossier, record)
    return _allowed(proxy, column, base, pasted_value(text, column.spec, base, model.dossier))


def _refused(sentence: str) -> Given:
    return Given(None, (sentence,), understood=False)


def _allowed(proxy: SortedRecords, column: ColumnSpec, base: Value, found: Given) -> Given:
    """The value, unless a person could not have chosen or typed it in this cell."""
    model, value = proxy.model, found.value
    if isinstance(value, Decimal | int) and abs(value) > LARGEST:
        return _refused(TOO_LARGE.sentence)
    if column.kind is Kind.REFS and found.understood:
        offered = model.context.choices(model.dossier, column.spec, ids_of(base))
        strange = [one for one in ids_of(value) if one not in offered]
        if strange:
            return _refused(f"‘{value_text(column, model.dossier, tuple(strange))}’ kunt u in deze kolom niet kiezen.")
    return found
