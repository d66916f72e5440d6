"""A foreign table row by row: which figures stand in it, and which rows say nothing that the dossier knows.

Pure: a dossier, a sheet and a mapping give a `FigureReading`. Nothing is dropped: a row is a figure, a stray with its
reason, or named in a note.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from riec_desktop.dossier.choices import Scope
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import listing
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import Indicator, Organisation, Portfolio
from riec_desktop.excel.figure_cells import CellValue, is_filled, read_number, read_other
from riec_desktop.excel.figure_columns import text_at, year_of
from riec_desktop.excel.figure_mapping import TITLES, FigureMapping, Meaning, Shape
from riec_desktop.excel.form_values import plain_name
from riec_desktop.excel.reading.cells import ReadSheet, shown
from riec_desktop.workspace.figure_names import Match, is_national, is_total
from riec_desktop.workspace.figure_notes import sheet_notes
from riec_desktop.workspace.figure_sheet import FigureSheet, Slot, Stray, sheet_to_read

_FIELDS: Mapping[Meaning, str] = {
    Meaning.TARGET: "target",
    Meaning.ACTUAL: "actual",
    Meaning.PROVISIONAL: "provisional",
    Meaning.REFERENCE_DATE: "reference_date",
    Meaning.MISSING: "missing",
    Meaning.NOTE: "note",
}
_BESIDE = (Meaning.PROVISIONAL, Meaning.REFERENCE_DATE, Meaning.MISSING, Meaning.NOTE)
_WORDS = (Meaning.MISSING, Meaning.NOTE)
_NO_YEAR = "Op deze regel staat geen jaar."
_GROUPING = (Meaning.PORTFOLIO, Meaning.INDICATOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One value that was found: of which indicator, year and organisation (None: the country), in which row."""

    row: int
    indicator: Indicator
    year: int
    organisation_id: str | None
    cell: CellValue
    doubts: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, int, str | None, str]:
        """The field that it is about."""
        return self.indicator.id, self.year, self.organisation_id, self.cell.field


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureReading:
    """All that a sheet says. `new` are indicators that the dossier does not have."""

    entries: tuple[Entry, ...] = ()
    strays: tuple[Stray, ...] = ()
    new: tuple[Indicator, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many numbers, and reasons for one that is not there, were recognised."""
        return len({one.key[:3] for one in self.entries if one.cell.understood})

    @property
    def unread(self) -> int:
        """How many rows were not understood, wholly or in part."""
        return len({one.row for one in self.strays} | {one.row for one in self.entries if _unclear(one.cell)})


def _unclear(cell: CellValue) -> bool:
    return not cell.understood and not cell.nothing


def read_figures(dossier: Dossier, sheet: ReadSheet, mapping: FigureMapping) -> FigureReading:
    """The figures of a sheet, read as the mapping says."""
    table = sheet_to_read(dossier, sheet, mapping)
    rows = (row for row in sorted(sheet.rows) if row > mapping.header_row)
    entries = tuple(entry for row in rows for entry in _of_row(table, row))
    return FigureReading(
        entries=entries,
        strays=tuple(table.strays),
        new=tuple(_scoped(one, entries) for one in table.new.values()),
        notes=tuple(sheet_notes(table)),
    )


def _scoped(indicator: Indicator, entries: Iterable[Entry]) -> Indicator:
    """A new indicator is per organisation when one of its figures is."""
    per_organisation = any(one.organisation_id for one in entries if one.indicator.id == indicator.id)
    return replace(indicator, scope=Scope.ORGANISATION) if per_organisation else indicator


# --- Rows ------------------------------------------------------------------------------------------------------------


def _of_row(table: FigureSheet, row: int) -> Iterator[Entry]:
    if _repeats_head(table, row):
        return
    if _is_total(table, row):
        table.totals.append(row)
    elif _has_number(table, row) or _has_words(table, row):
        yield from _sure_of_nothing(list(_figures(table, row)))
    else:
        _without_number(table, row)


def _has_number(table: FigureSheet, row: int) -> bool:
    return any(is_filled(table.sheet.rows[row].get(slot.column)) for slot in table.slots)


def _has_words(table: FigureSheet, row: int) -> bool:
    """A reason why there is no number, or a note about that, is worth as much as one."""
    return any(is_filled(table.cell(row, meaning)) for meaning in _WORDS)


def _sure_of_nothing(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Without the dashes whose reason stands beside them."""
    reasoned = {one.key[:3] for one in entries if one.cell.field == "missing" and one.cell.understood}
    yield from (one for one in entries if not (one.cell.nothing and one.key[:3] in reasoned))


def _repeats_head(table: FigureSheet, row: int) -> bool:
    """A table of several pages has its head on each."""
    texts = {at: text_at(table.sheet, row, at) for at in table.sheet.rows[row]}
    return all(text == text_at(table.sheet, table.mapping.header_row, at) for at, text in texts.items())


def _is_total(table: FigureSheet, row: int) -> bool:
    """A sum under the figures: the program adds up itself. An indicator of the dossier is never one."""
    named = [table.text(row, one) for one in (Meaning.PORTFOLIO, Meaning.INDICATOR)]
    first = next((shown(cell) for _, cell in sorted(table.sheet.rows[row].items()) if is_filled(cell)), "")
    if any(is_total(text) for text in (*named, first)) and not _is_known(table, named[1]):
        return True
    return is_total(table.text(row, Meaning.ORGANISATION))


def _is_known(table: FigureSheet, name: str) -> bool:
    found = table.names.indicator(name, None) if name else Match()
    return bool(found.id) and not found.doubt


def _without_number(table: FigureSheet, row: int) -> None:
    """A row without numbers: the name of the portfolio over those below, an empty figure, or something else."""
    texts = [shown(cell).strip() for cell in table.sheet.rows[row].values() if is_filled(cell)]
    portfolio = table.names.portfolio(texts[0]) if len(texts) == 1 else Match()
    if portfolio.id and not portfolio.doubt:
        table.above = {Meaning.PORTFOLIO: texts[0]}
    elif _is_known(table, table.text(row, Meaning.INDICATOR)):
        _remember(table, row)
        table.empty.append(row)
    elif texts:
        table.stray(row, "Op deze regel staat geen getal.")


def _remember(table: FigureSheet, row: int) -> None:
    """The names of this row hold for the rows below that leave them out, as merged cells do."""
    for meaning in _GROUPING:
        text = table.text(row, meaning)
        if text and text != table.above.get(meaning):
            # Another portfolio begins: the indicator above belongs to the one before.
            table.above = {**table.above, meaning: text} if meaning is not Meaning.PORTFOLIO else {meaning: text}


def _grouped_indicator(table: FigureSheet, row: int) -> str:
    """The name on the row, or above it where the row itself says whose figure or which year it is."""
    own = table.text(row, Meaning.INDICATOR)
    above = table.above.get(Meaning.INDICATOR, "")
    says = table.text(row, Meaning.ORGANISATION) or table.text(row, Meaning.YEAR)
    if own or not above or not says:
        return own
    table.filled_down.append(row)
    return above


def _figures(table: FigureSheet, row: int) -> Iterator[Entry]:
    _remember(table, row)
    indicator, doubt, reason = _indicator(table, row)
    if indicator is None:
        table.stray(row, reason)
        return
    doubts = (*((doubt,) if doubt else ()), *_unit_doubt(table, row, indicator))
    for slot in table.slots:
        yield from _of_slot(table, row, slot, indicator, doubts)
    yield from _beside(table, row, indicator, doubts)


def _indicator(table: FigureSheet, row: int) -> tuple[Indicator | None, str, str]:
    """The indicator of a row, the doubt about it, and the reason when there is none."""
    mapping = table.mapping
    if Meaning.INDICATOR not in mapping.columns:
        return table.dossier.get(Indicator, mapping.indicator_id), "", "Er is geen indicator gekozen."
    name = _grouped_indicator(table, row)
    if not name:
        return None, "", "Op deze regel staat geen naam van een indicator."
    portfolio = _portfolio(table, row)
    found = table.names.indicator(name, portfolio.id or None)
    indicator = table.dossier.get(Indicator, found.id)
    if indicator is not None:
        return indicator, " ".join(filter(None, (portfolio.doubt, portfolio.reason, found.doubt))), ""
    return _new_indicator(table, row, name, portfolio, found)


def _portfolio(table: FigureSheet, row: int) -> Match:
    text = table.text(row, Meaning.PORTFOLIO) or table.above.get(Meaning.PORTFOLIO, "")
    if text:
        return table.names.portfolio(text)
    return Match(id=table.mapping.portfolio_id or "")


def _new_indicator(
    table: FigureSheet, row: int, name: str, portfolio: Match, found: Match
) -> tuple[Indicator | None, str, str]:
    """A new indicator under the portfolio of the row, or under the one that was chosen."""
    portfolio_id = portfolio.id or table.mapping.portfolio_id
    if "meer dan een keer" in found.reason or table.dossier.get(Portfolio, portfolio_id) is None:
        wanted = "" if portfolio.reason else " Kies een portefeuille om hem nieuw te maken."
        return None, "", f"{found.reason}{' ' if portfolio.reason else ''}{portfolio.reason}{wanted}"
    made_id = natural_id("indicator", portfolio_id, plain_name(name))
    unit = table.text(row, Meaning.UNIT)
    made = Indicator(id=made_id, portfolio_id=portfolio_id, name=name, unit=unit)
    return table.new.setdefault(made_id, made), "", ""


def _unit_doubt(table: FigureSheet, row: int, indicator: Indicator) -> Iterator[str]:
    text = table.text(row, Meaning.UNIT)
    if text and indicator.unit and plain_name(text) != plain_name(indicator.unit):
        yield f"In het bestand is de eenheid ‘{text}’, in uw dossier ‘{indicator.unit}’."


# --- One number ------------------------------------------------------------------------------------------------------


def _of_slot(
    table: FigureSheet, row: int, slot: Slot, indicator: Indicator, doubts: tuple[str, ...]
) -> Iterator[Entry]:
    cell = table.sheet.rows[row].get(slot.column)
    if cell is None or not is_filled(cell):
        return
    year, year_doubt = _year(table, row, slot)
    organisation = _organisation(table, row, slot, indicator)
    if year is None or organisation.reason:
        _cannot_place(table, row, organisation.reason or _NO_YEAR)
        return
    percents = "%" in indicator.unit or "procent" in indicator.unit.lower()
    value = read_number(cell, _FIELDS[slot.meaning], in_percents=percents, decimals=indicator.decimals)
    more = tuple(filter(None, (year_doubt, organisation.doubt)))
    found = Entry(
        row=row,
        indicator=indicator,
        year=year,
        organisation_id=organisation.id or None,
        cell=value,
        doubts=(*doubts, *more),
    )
    yield found
    if slot.provisional and value.understood and value.field == "actual":
        yield replace(found, cell=CellValue(field="provisional", value=True, text=table.heads[slot.column]))


def _cannot_place(table: FigureSheet, row: int, reason: str) -> None:
    """One stray per row says enough."""
    if not table.strays or table.strays[-1].row != row:
        table.stray(row, reason)


def _year(table: FigureSheet, row: int, slot: Slot | None) -> tuple[int | None, str]:
    if slot is not None and slot.year is not None:
        return slot.year, ""
    if Meaning.YEAR in table.mapping.columns:
        return year_of(table.cell(row, Meaning.YEAR))
    return table.mapping.year, ""


def _organisation(table: FigureSheet, row: int, slot: Slot | None, indicator: Indicator) -> Match:
    """The organisation of a number; an empty id is the country."""
    text = slot.organisation if slot is not None and slot.organisation else table.text(row, Meaning.ORGANISATION)
    found = Match() if not text or is_national(text) else table.names.organisation(text)
    is_new = table.dossier.get(Indicator, indicator.id) is None
    if found.reason or is_new:
        return found
    return replace(found, doubt=f"{found.doubt} {_scope_doubt(table, found, indicator)}".strip())


def _scope_doubt(table: FigureSheet, found: Match, indicator: Indicator) -> str:
    organisation = table.dossier.get(Organisation, found.id)
    if organisation is not None and indicator.scope is Scope.NATIONAL:
        return f"‘{indicator.name}’ is landelijk, maar dit getal is van {organisation.name}."
    if organisation is None and indicator.scope is Scope.ORGANISATION:
        return f"‘{indicator.name}’ is per organisatie, maar bij dit getal staat geen organisatie."
    return ""


def _beside(table: FigureSheet, row: int, indicator: Indicator, doubts: tuple[str, ...]) -> Iterator[Entry]:
    """What stands beside the number: provisional, reference date, reason, note."""
    if table.mapping.shape is not Shape.ROWS:
        _tell_beside(table, row)
        return
    (year, _), organisation = _year(table, row, None), _organisation(table, row, None, indicator)
    meanings = _BESIDE if _has_number(table, row) else _WORDS
    if year is None or organisation.reason:
        _cannot_place(table, row, organisation.reason or _NO_YEAR)
        return
    for meaning in meanings:
        cell = table.cell(row, meaning)
        if cell is not None and is_filled(cell):
            head = table.heads.get(table.mapping.columns[meaning], "")
            value = read_other(cell, _FIELDS[meaning], head, table.dossier)
            more = (organisation.doubt,) if organisation.doubt else ()
            yield Entry(
                row=row,
                indicator=indicator,
                year=year,
                organisation_id=organisation.id or None,
                cell=value,
                doubts=(*doubts, *more),
            )


def _tell_beside(table: FigureSheet, row: int) -> None:
    """Where numbers stand side by side, nobody knows which of them a note is about."""
    found = [TITLES[meaning] for meaning in _BESIDE if is_filled(table.cell(row, meaning))]
    if found:
        texts = "\n".join(f"{TITLES[one]}: {table.text(row, one)}" for one in _BESIDE if table.text(row, one))
        verb = "hoort" if len(found) == 1 else "horen"
        reason = (
            f"Wat bij {listing(found)} staat, {verb} bij meer getallen tegelijk. Zet het zelf bij het goede cijfer."
        )
        table.strays.append(Stray(row=row, text=texts, reason=reason))
