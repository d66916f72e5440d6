"""The columns of a table of records: what a cell shows, how it sorts, what is copied, and what may be typed in it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final, cast

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import MINUS, capitalised
from riec_desktop.dossier.fields import FieldSpec, Kind, Value, specs
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import RECORD_TYPES, TYPE_BY_NAME, Indicator, IndicatorValue, Organisation, Record
from riec_desktop.dossier.richtext import plain_text
from riec_desktop.ui.widgets.choice_inputs import ids_of
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.workspace.names import display_name
from riec_desktop.workspace.values import Names, Read, read, show

ShowCell = Callable[[Dossier, Record], str]

_WIDTHS: Final = {
    Kind.LINE: 24,
    Kind.TEXT: 30,
    Kind.RICH: 36,
    Kind.LINES: 24,
    Kind.INTEGER: 9,
    Kind.DECIMAL: 9,
    Kind.DATE: 11,
    Kind.TIME: 16,
    Kind.FLAG: 6,
    Kind.CHOICE: 14,
    Kind.CHOICES: 22,
    Kind.REF: 24,
    Kind.REFS: 26,
}
NUMBERS: Final = (Kind.INTEGER, Kind.DECIMAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSpec:
    """One column: a field, or with `value` something computed from the record, in which nothing can be typed.

    `width` is in characters; `show` replaces the usual text of a cell, for example to give a number its decimals.
    `sources` are the record types that a cell depends on beside its own record. `names_row`: its texts tell rows apart,
    so that pasted rows with these texts find their place in any order.
    """

    title: str
    spec: FieldSpec
    value: Callable[[Dossier, Record], Value] | None = None
    show: ShowCell | None = None
    editable: bool = True
    width: int = 20
    sources: tuple[type[Record], ...] = ()
    names_row: bool = False

    @property
    def field(self) -> str:
        """The name of the field, '' for a computed column."""
        return self.spec.name

    @property
    def kind(self) -> Kind:
        """The kind of its values."""
        return self.spec.kind


def field_column(
    kind: type[Record],
    name: str,
    *,
    title: str = "",
    width: int = 0,
    editable: bool = True,
    show: ShowCell | None = None,
    sources: tuple[type[Record], ...] = (),
) -> ColumnSpec:
    """The column of a field."""
    spec = specs(kind)[name]
    return ColumnSpec(
        title=title or capitalised(spec.label),
        spec=spec,
        editable=editable,
        width=width or _WIDTHS[spec.kind],
        show=show,
        sources=(*_sources(spec), *sources),
    )


def _sources(spec: FieldSpec) -> tuple[type[Record], ...]:
    """The types that the text of a field depends on: what it refers to, and the figures that a text prints."""
    if spec.kind is Kind.RICH:
        return (Indicator, IndicatorValue, Organisation)
    return (TYPE_BY_NAME[spec.to],) if spec.to else ()


def computed_column(
    title: str,
    value: Callable[[Dossier, Record], Value],
    *,
    kind: Kind = Kind.LINE,
    width: int = 0,
    sources: tuple[type[Record], ...] = RECORD_TYPES,
    names_row: bool = False,
) -> ColumnSpec:
    """A column that tells something about a record and cannot be typed in."""
    spec = FieldSpec(name="", kind=kind, label=title, help="", to="", owner=False, choices=None, default=None)
    return ColumnSpec(
        title=title,
        spec=spec,
        value=value,
        editable=False,
        width=width or _WIDTHS[kind],
        sources=sources,
        names_row=names_row,
    )


def value_of(column: ColumnSpec, dossier: Dossier, record: Record) -> Value:
    """The value of a cell."""
    if column.value is not None:
        return column.value(dossier, record)
    return cast("Value", getattr(record, column.field))


def _names(column: ColumnSpec, dossier: Dossier, value: Value) -> Names:
    """The names of the records that a value refers to."""
    if not column.spec.to:
        return {}
    found = dossier.many(TYPE_BY_NAME[column.spec.to], ids_of(value))
    return {record.id: display_name(dossier, record) for record in found}


def cell_text(column: ColumnSpec, dossier: Dossier, record: Record, context: FormContext) -> str:
    """What a cell shows."""
    if column.show is not None:
        return column.show(dossier, record)
    value = value_of(column, dossier, record)
    if column.kind is Kind.RICH and isinstance(value, str):
        return plain_text(parse(value), context.show_number)
    text = show(column.kind, value, _names(column, dossier, value))
    return text.replace("; ", ", ") if isinstance(value, tuple) else text


def copied_text(column: ColumnSpec, dossier: Dossier, record: Record) -> str:
    """What goes to the clipboard: what `typed_value` reads back; spreadsheets know the plain minus only."""
    text = value_text(column, dossier, value_of(column, dossier, record))
    return text.replace(MINUS, "-") if column.kind in NUMBERS else text


def value_text(column: ColumnSpec, dossier: Dossier, value: Value) -> str:
    """What a value in this column says, also one that no record holds yet."""
    return show(column.kind, value, _names(column, dossier, value))


def typed_value(column: ColumnSpec, dossier: Dossier, record: Record, text: str, context: FormContext) -> Read:
    """The value that typed or pasted text stands for in this cell."""
    held = ids_of(value_of(column, dossier, record))
    names: Names = context.choices(dossier, column.spec, held) if column.spec.to else {}
    return read(column.spec, text, names)


SortKey = tuple[int, Decimal | int | str]


def sort_key(column: ColumnSpec, dossier: Dossier, record: Record, context: FormContext) -> SortKey:
    """What a cell sorts by: numbers and days by size, choices in their order, the rest by text; empty last."""
    value = value_of(column, dossier, record)
    if value is None or value in ("", ()):
        return (1, "")
    match value:
        case bool() | int() | Decimal():
            return (0, Decimal(value))
        case datetime():
            return (0, Decimal(value.timestamp()))
        case date():
            return (0, Decimal(value.toordinal()))
        case StrEnum():
            return (0, Decimal(list(type(value)).index(value)))
        case _:
            return (0, cell_text(column, dossier, record, context).casefold())


# --- The clipboard ---------------------------------------------------------------------------------------------------


def _quoted(text: str) -> str:
    """As spreadsheets put a cell with lines or quotes on the clipboard."""
    if any(sign in text for sign in '\t\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def to_clipboard(rows: Sequence[Sequence[str]]) -> str:
    """Cells as spreadsheets exchange them: tabs between cells, a line per row."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


_CELL: Final = re.compile(r'(?:"((?:[^"]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*))([\t\n]|\Z)')


def from_clipboard(text: str) -> list[list[str]]:
    """The cells of a piece of a spreadsheet. Total: any text is at least one cell."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    for found in _CELL.finditer(unified):
        quoted, bare, end = found.groups()
        rows[-1].append(bare if quoted is None else quoted.replace('""', '"'))
        if end == "\n":
            rows.append([])
        elif not end:
            break
    return rows
