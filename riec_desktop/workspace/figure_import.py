"""Figures from any workbook as proposals: what a table says, next to what stands in the dossier now.

Pure: a dossier, a table and a mapping give an `Incoming` for the review dialog. A number that already stands there is
no news; another number is a conflict, because nobody knows which of the two is newer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from riec_desktop.dossier.changes import AddRecord, Change, Source
from riec_desktop.dossier.choices import MissingReason, YearState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied, end_position, figure, normal_record, set_value
from riec_desktop.dossier.fields import Kind, Value, specs
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import Indicator, IndicatorValue, Organisation, Portfolio
from riec_desktop.dossier.views import year_of
from riec_desktop.excel.figure_mapping import FigureMapping
from riec_desktop.excel.reading.cells import Oddity, ReadSheet
from riec_desktop.workspace.figure_rows import Entry, FigureReading, read_figures
from riec_desktop.workspace.figure_sheet import Stray
from riec_desktop.workspace.form_notes import oddity_note
from riec_desktop.workspace.form_shown import shown_value
from riec_desktop.workspace.review import Incoming, Proposal, Standing

_STEP = " › "
_COUNTRY = "landelijk"
_ORDINARY = ("merged", "formula", "like_formula", "hidden", "empty_rows")
"""Oddities that say nothing about figures, or that are told once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTable:
    """A sheet of a workbook: `origin` is the name of its file."""

    sheet: ReadSheet
    origin: str
    oddities: tuple[Oddity, ...] = ()


def figure_proposals(dossier: Dossier, table: FigureTable, mapping: FigureMapping) -> Incoming:
    """Everything that a table brings, for review. `base` is what stands in the dossier: nothing was sent."""
    return proposed(dossier, table, read_figures(dossier, table.sheet, mapping))


def proposed(dossier: Dossier, table: FigureTable, reading: FigureReading) -> Incoming:
    """What was read of a table, for review."""
    held = [one for one in reading.entries if dossier.get(Indicator, one.indicator.id)]
    found = [
        *_of_entries(dossier, held),
        *(_new_indicator(dossier, one, reading) for one in reading.new),
        *(_stray(table, one) for one in reading.strays),
    ]
    return Incoming(
        id=natural_id("figures", table.origin, table.sheet.name),
        source=Source.FORM,
        title=f"Cijfers van blad {table.sheet.name}",
        origin=table.origin,
        proposals=tuple(found),
        notes=(*reading.notes, *_file_notes(table)),
    )


def counted_figures(reading: FigureReading) -> str:
    """How much was read, as a sentence: '48 cijfers herkend, 2 regels niet.'."""
    figures = f"{reading.count} {'cijfer' if reading.count == 1 else 'cijfers'} herkend"
    rows = "1 regel" if reading.unread == 1 else f"{reading.unread} regels"
    return f"{figures}, {rows} niet." if reading.unread else f"{figures}."


def _file_notes(table: FigureTable) -> Iterator[str]:
    ours = [one for one in table.oddities if one.sheet in ("", table.sheet.name)]
    if any(one.code == "formula" for one in ours):
        yield "In dit blad staan formules; gelezen is wat er als uitkomst stond."
    yield from (oddity_note(one) for one in ours if one.code not in _ORDINARY)


# --- Figures of indicators that are there ----------------------------------------------------------------------------


def _of_entries(dossier: Dossier, entries: Iterable[Entry]) -> Iterator[Proposal]:
    by_key: dict[tuple[str, int, str | None, str], list[Entry]] = {}
    for one in entries:
        same = by_key.setdefault(one.key, [])
        if all((one.cell.value, one.cell.understood) != (other.cell.value, other.cell.understood) for other in same):
            same.append(one)
    for several in by_key.values():
        for at, one in enumerate(several):
            yield from _of_entry(dossier, _among(one, several), at)


def _among(entry: Entry, several: list[Entry]) -> Entry:
    """With a doubt when another row says something else about the same figure."""
    others = [f"rij {one.row} ({one.cell.text})" for one in several if one is not entry]
    if not others:
        return entry
    doubt = f"Dit cijfer staat vaker in het bestand, met een andere waarde: ook op {', '.join(others)}."
    return replace(entry, doubts=(*entry.doubts, doubt))


def _of_entry(dossier: Dossier, entry: Entry, at: int) -> Iterator[Proposal]:
    record = figure(dossier, entry.indicator.id, entry.year, entry.organisation_id)
    name, value = entry.cell.field, entry.cell.value
    spec = specs(IndicatorValue)[name]
    mine: Value = getattr(record, name)
    if entry.cell.understood and value == mine:
        return
    changes = set_value(dossier, record, name, value) if entry.cell.understood else ()
    yield _closed(
        dossier,
        entry,
        Proposal(
            id=f"{record.id}:{name}{f':{at}' if at else ''}",
            standing=_standing(record, entry, mine),
            place=_place(dossier, entry),
            kind=IndicatorValue,
            record_id=record.id,
            field=name,
            label=spec.label,
            base=shown_value(dossier, None, spec, mine),
            mine=shown_value(dossier, None, spec, mine),
            theirs=shown_value(dossier, None, spec, value) if entry.cell.understood else entry.cell.text,
            doubt=" ".join((*entry.doubts, *entry.cell.doubts, *_hidden(record, entry))),
            changes=changes,
        ),
    )


def _standing(record: IndicatorValue, entry: Entry, mine: Value) -> Standing:
    if not entry.cell.understood:
        return Standing.MISSING if entry.cell.nothing else Standing.UNKNOWN
    spec = specs(IndicatorValue)[entry.cell.field]
    # Of a flag, 'no' is also what nobody ever answered.
    is_empty = record.actual is None if spec.kind is Kind.FLAG else mine == spec.default
    return Standing.NEW if is_empty else Standing.CONFLICT


def _hidden(record: IndicatorValue, entry: Entry) -> Iterator[str]:
    """A confidential number stays at home, whatever comes in."""
    if entry.cell.field == "actual" and record.missing is MissingReason.CONFIDENTIAL and entry.cell.understood:
        yield "In uw dossier is dit cijfer vertrouwelijk; het getal komt dan niet in het verslag."


def _closed(dossier: Dossier, entry: Entry, proposal: Proposal) -> Proposal:
    """A figure of a closed year can be looked at, not taken in: one such figure would stop all others."""
    year = year_of(dossier, entry.year)
    if year is None or year.state is not YearState.CLOSED or not proposal.changes:
        return proposal
    doubt = f"Het verslagjaar {entry.year} is afgesloten. Open het bij Inrichting, Verslagjaren en lees opnieuw in."
    return replace(proposal, changes=(), doubt=f"{doubt} {proposal.doubt}".strip())


def _place(dossier: Dossier, entry: Entry) -> str:
    """'Mensenhandel › signalen › RIEC Limburg › 2023'."""
    portfolio = dossier.get(Portfolio, entry.indicator.portfolio_id)
    parts = (portfolio.name if portfolio else "", entry.indicator.name, _who(dossier, entry), str(entry.year))
    return _STEP.join(filter(None, parts))


def _who(dossier: Dossier, entry: Entry) -> str:
    organisation = dossier.get(Organisation, entry.organisation_id)
    return organisation.name if organisation else _COUNTRY


# --- What is new, and what has no place ------------------------------------------------------------------------------


def _new_indicator(dossier: Dossier, indicator: Indicator, reading: FigureReading) -> Proposal:
    """One question for a new indicator with all its figures: they cannot be taken in without it."""
    portfolio = dossier.get(Portfolio, indicator.portfolio_id)
    name = portfolio.name if portfolio else ""
    entries = [one for one in reading.entries if one.indicator.id == indicator.id]
    doubts = dict.fromkeys(text for one in entries for text in (*one.doubts, *one.cell.doubts))
    first = f"Deze indicator staat niet in het dossier. Neem dit over om hem te maken bij de portefeuille {name}."
    return Proposal(
        id=f"{indicator.id}:",
        standing=Standing.NEW,
        place=f"{name}{_STEP}{indicator.name}",
        kind=Indicator,
        record_id=indicator.id,
        label="nieuwe indicator",
        theirs="\n".join(_shown_indicator(dossier, indicator, entries)),
        doubt=" ".join((first, *doubts)),
        changes=_indicator_changes(dossier, indicator, entries),
    )


def _shown_indicator(dossier: Dossier, indicator: Indicator, entries: list[Entry]) -> Iterator[str]:
    yield f"naam: {indicator.name}"
    if indicator.unit:
        yield f"eenheid: {indicator.unit}"
    for one in entries:
        spec = specs(IndicatorValue)[one.cell.field]
        value = shown_value(dossier, None, spec, one.cell.value) if one.cell.understood else f"{one.cell.text} (?)"
        yield f"{one.year}, {_who(dossier, one)}, {spec.label}: {value}"


def _indicator_changes(dossier: Dossier, indicator: Indicator, entries: list[Entry]) -> tuple[Change, ...]:
    """The indicator and its figures; of several values for one figure the first counts."""
    placed = normal_record(replace(indicator, position=end_position(dossier, indicator)))
    start = applied(dossier, (AddRecord(placed),))
    records: dict[str, IndicatorValue] = {}
    for one in reversed([each for each in entries if each.cell.understood]):
        year = year_of(dossier, one.year)
        if year is None or year.state is not YearState.CLOSED:
            found = figure(start, indicator.id, one.year, one.organisation_id)
            held = records.get(found.id, found)
            records[found.id] = replace(held, **{one.cell.field: one.cell.value})
    return (AddRecord(placed), *(AddRecord(normal_record(one)) for one in reversed(records.values())))


def _stray(table: FigureTable, stray: Stray) -> Proposal:
    return Proposal(
        id=natural_id("figures", table.origin, table.sheet.name, stray.row, stray.text),
        standing=Standing.UNKNOWN,
        place=f"Blad {table.sheet.name}, rij {stray.row}",
        label="regel",
        theirs=stray.text,
        doubt=stray.reason,
    )
