"""A foreign sheet while its figures are read: what is known beforehand, and what the rows leave behind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Indicator
from riec_desktop.excel.figure_columns import heads, text_at, year_columns
from riec_desktop.excel.figure_mapping import NUMBERS, TITLES, FigureMapping, Meaning, Shape
from riec_desktop.excel.reading.cells import ReadCell, ReadSheet, shown
from riec_desktop.workspace.figure_names import Names, is_national


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """A row, or a part of one, that is no figure: all that stands in it, and why."""

    row: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A column with numbers; `year`, `organisation` and `provisional` are set where its head says them."""

    column: int
    meaning: Meaning
    year: int | None = None
    organisation: str = ""
    provisional: bool = False


@dataclass(slots=True, kw_only=True)
class FigureSheet:
    """What reading a row needs, and what it leaves behind."""

    dossier: Dossier
    sheet: ReadSheet
    mapping: FigureMapping
    names: Names
    heads: Mapping[int, str]
    slots: tuple[Slot, ...] = ()
    above: dict[Meaning, str] = field(default_factory=dict[Meaning, str])
    strays: list[Stray] = field(default_factory=list[Stray])
    new: dict[str, Indicator] = field(default_factory=dict[str, Indicator])
    totals: list[int] = field(default_factory=list[int])
    filled_down: list[int] = field(default_factory=list[int])
    empty: list[int] = field(default_factory=list[int])

    def cell(self, row: int, meaning: Meaning) -> ReadCell | None:
        return self.sheet.rows[row].get(self.mapping.columns.get(meaning, 0))

    def text(self, row: int, meaning: Meaning) -> str:
        return text_at(self.sheet, row, self.mapping.columns.get(meaning))

    def stray(self, row: int, reason: str) -> None:
        """Keep a row that is no figure."""
        self.strays.append(Stray(row=row, text=self.whole(row), reason=reason))

    def whole(self, row: int) -> str:
        """All that stands in a row, each with its head."""
        cells = ((self.heads.get(at, ""), shown(cell).strip()) for at, cell in sorted(self.sheet.rows[row].items()))
        return "\n".join(f"{head}: {text}" if head else text for head, text in cells if text)


def sheet_to_read(dossier: Dossier, sheet: ReadSheet, mapping: FigureMapping) -> FigureSheet:
    """A sheet at the beginning of reading, with its columns of numbers."""
    table = FigureSheet(
        dossier=dossier,
        sheet=sheet,
        mapping=mapping,
        names=Names(dossier),
        heads=heads(sheet, mapping.header_row),
    )
    table.slots = tuple(_slots(table))
    return table


def roles(dossier: Dossier, sheet: ReadSheet, mapping: FigureMapping) -> Mapping[int, str]:
    """Column → what it is read as, in Dutch: 'indicator', 'werkelijk 2023', 'RIEC Limburg'."""
    own = {column: TITLES[meaning] for meaning, column in mapping.columns.items()}
    return {**{one.column: _role(one) for one in sheet_to_read(dossier, sheet, mapping).slots}, **own}


def _role(slot: Slot) -> str:
    return slot.organisation or f"{TITLES[slot.meaning]} {slot.year or ''}".strip()


def _slots(table: FigureSheet) -> Iterator[Slot]:
    """The columns with numbers, from left to right."""
    columns = table.mapping.columns
    taken = set(columns.values())
    own = [Slot(column=columns[one], meaning=one) for one in NUMBERS if one in columns]
    match table.mapping.shape:
        case Shape.ROWS:
            yield from own
        case Shape.YEARS:
            for column, year, meaning in year_columns(table.heads):
                if column not in taken:
                    provisional = "voorlopig" in table.heads[column].lower()
                    yield Slot(column=column, meaning=meaning, year=year, provisional=provisional)
        case Shape.ORGANISATIONS:
            yield from own
            yield from _organisation_slots(table, taken)


def _organisation_slots(table: FigureSheet, taken: set[int]) -> Iterator[Slot]:
    for column, text in table.heads.items():
        is_name = is_national(text) or table.names.is_centre(text)
        if column not in taken and text and is_name:
            yield Slot(column=column, meaning=Meaning.ACTUAL, organisation=text)
