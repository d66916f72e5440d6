"""Dutch sentences about a foreign table as a whole: what was left out of it, and what was filled in."""

from collections.abc import Iterator, Sequence

from riec_desktop.dossier.dutch import listing
from riec_desktop.excel.figure_cells import is_filled
from riec_desktop.excel.figure_columns import MOST_COLUMNS, year_in
from riec_desktop.excel.figure_mapping import NUMBERS, Meaning, Shape
from riec_desktop.workspace.figure_names import is_total
from riec_desktop.workspace.figure_sheet import FigureSheet

_MOST_NAMED = 6
_TOTALS = "{} zijn totalen en tellen niet mee: optellen doet het programma zelf."
_TOTAL = "{} is een totaal en telt niet mee: optellen doet het programma zelf."
_NUMBERLESS = "Bij {} staat nog geen getal."
_ABOVE = "Op {} stond geen indicator; die van de regel erboven is gebruikt."


def sheet_notes(table: FigureSheet) -> Iterator[str]:
    """The sentences about a sheet that was read."""
    yield from _fixed_year(table)
    yield from _about(table.totals, _TOTAL, _TOTALS)
    yield from _about(table.filled_down, _ABOVE, _ABOVE)
    yield from _about(table.empty, _NUMBERLESS, _NUMBERLESS)
    if any(column > MOST_COLUMNS for cells in table.sheet.rows.values() for column in cells):
        yield f"Het blad is heel breed; alleen de eerste {MOST_COLUMNS} kolommen zijn gelezen."
    yield from _columns(list(_total_columns(table)), "Niet gelezen, want optellen doet het programma zelf: {}.")
    yield from _columns(list(_unread_columns(table)), "Niet gelezen, want niet herkend: {}.")


def _fixed_year(table: FigureSheet) -> Iterator[str]:
    """A year that no cell of the table says is said aloud."""
    mapping = table.mapping
    if mapping.shape is not Shape.YEARS and Meaning.YEAR not in mapping.columns and mapping.year is not None:
        yield f"De tabel heeft geen kolom met het jaar: alle cijfers zijn gelezen als cijfers van {mapping.year}."


def _about(rows: Sequence[int], one: str, several: str) -> Iterator[str]:
    """A sentence about these rows, none when there are none."""
    if rows:
        text = (one if len(rows) == 1 else several).format(_rows(rows))
        yield text[:1].upper() + text[1:]


def _columns(heads: Sequence[str], text: str) -> Iterator[str]:
    """A sentence about columns with these heads, none when there are none."""
    if heads:
        yield text.format(f"{'de kolom' if len(heads) == 1 else 'de kolommen'} {listing(heads)}")


def _rows(rows: Sequence[int]) -> str:
    """The rows in words: 'rij 4', 'rijen 4, 5 en 9', 'rijen 4, 5, 6 en nog 20'."""
    if len(rows) == 1:
        return f"rij {rows[0]}"
    named = [str(one) for one in rows[:_MOST_NAMED]]
    more = len(rows) - len(named)
    return f"rijen {listing([*named, f'nog {more}'] if more else named)}"


def _left(table: FigureSheet) -> Iterator[tuple[int, str]]:
    """Column and head of what was not read, though something stands in it."""
    used = {*table.mapping.columns.values(), *(slot.column for slot in table.slots)}
    below = [cells for row, cells in table.sheet.rows.items() if row > table.mapping.header_row]
    for column, text in table.heads.items():
        if column not in used and any(is_filled(cells.get(column)) for cells in below):
            yield column, text


def _total_columns(table: FigureSheet) -> Iterator[str]:
    yield from (f"‘{text}’" for _, text in _left(table) if is_total(text))


def _unread_columns(table: FigureSheet) -> Iterator[str]:
    """The heads of columns that the mapping says nothing about."""
    for column, text in _left(table):
        if not is_total(text):
            yield f"‘{text}’" if text else f"zonder kop (nummer {column})"
    yield from _unread_numbers(table)


def _unread_numbers(table: FigureSheet) -> Iterator[str]:
    """With the years side by side, a number without a year belongs nowhere."""
    if table.mapping.shape is Shape.YEARS:
        named = {table.mapping.columns[one]: one for one in NUMBERS if one in table.mapping.columns}
        yield from (f"‘{table.heads.get(at, '')}’" for at in named if year_in(table.heads.get(at, "")) is None)
