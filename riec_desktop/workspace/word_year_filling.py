"""The dossier while a chapter of an earlier year fills it: the year, the reports in it, and proposals that need them.

Every proposal brings along what it stands on, so that any of them can be taken by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, cast

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import AddRecord, Change, set_field
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied, end_position, normal_record, set_value
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.keys import key_id
from riec_desktop.dossier.markdown import write
from riec_desktop.dossier.order import STEP
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import (
    Portfolio,
    PortfolioReport,
    Question,
    Record,
    ReportYear,
)
from riec_desktop.dossier.richtext import BlockKind, RichBlock, Run
from riec_desktop.excel.form_values import plain_name
from riec_desktop.word.reading.read import Para
from riec_desktop.workspace.figure_names import Names
from riec_desktop.workspace.merge_words import field_text, record_text
from riec_desktop.workspace.review import Proposal, Standing
from riec_desktop.workspace.whereabouts import whereabouts
from riec_desktop.workspace.word_year_parts import Part, Section, What, cell_text, rows_of

NO_PLACE = "Voor deze tekst is geen plaats gevonden."
DIFFERS = "In uw dossier staat hier al iets anders."
LOOSE = "niet geplaatst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """The dossier with the year in it, the changes that put it there, and the questions of that year.

    `regional` are the plain names of the indicators of which the chapter has figures per organisation. `added` are the
    ids of the records that came so far, whose number gives the next one its place.
    """

    dossier: Dossier
    year: ReportYear
    basis: tuple[Change, ...]
    questions: tuple[Question, ...]
    names: Names
    regional: frozenset[str] = frozenset()
    added: list[str] = field(default_factory=list[str])


def filling_of(dossier: Dossier, number: int) -> Filling:
    """The dossier with this year in it, made as the nearest year when it is new."""
    held = views.year_of(dossier, number)
    basis = () if held else tuple(_new_year(dossier, number))
    grown = applied(dossier, basis)
    year = held or cast("ReportYear", views.year_of(grown, number))
    questions = views.questions(grown, year.id)
    return Filling(dossier=grown, year=year, basis=basis, questions=questions, names=Names(grown))


def _new_year(dossier: Dossier, number: int) -> Iterator[Change]:
    """A year as the nearest one that there is: its agenda and its questions."""
    years = [one for one in dossier.all(ReportYear) if one.year]
    nearest = min(years, key=lambda one: abs((one.year or 0) - number), default=None)
    year_id = natural_id("ReportYear", number)
    agenda = nearest.agenda_id if nearest else None
    yield AddRecord(normal_record(ReportYear(id=year_id, year=number, agenda_id=agenda)))
    for one in views.questions(dossier, nearest.id) if nearest else ():
        yield AddRecord(replace(one, id=natural_id(year_id, one.id), year_id=year_id))


def place_of(filling: Filling, record: Record) -> Decimal:
    """After all that is there, in the order of the document."""
    if record.id not in filling.added:
        filling.added.append(record.id)
    return end_position(filling.dossier, record) + STEP * filling.added.index(record.id)


def report_of(filling: Filling, section: Section) -> tuple[PortfolioReport, tuple[Change, ...]]:
    """The report of a portfolio in the year, and the changes by which it is there."""
    dossier, year = filling.dossier, filling.year
    portfolio = dossier.get(Portfolio, section.record_id)
    basis = list(filling.basis)
    if portfolio is None:
        portfolio = Portfolio(id=natural_id("Portfolio", plain_name(section.title)), name=section.title)
        basis.append(AddRecord(normal_record(portfolio)))
    held = dossier.where(PortfolioReport, "year_id", year.id)
    found = next((one for one in held if one.portfolio_id == portfolio.id), None)
    if found is not None:
        return found, tuple(basis)
    wanted = PortfolioReport(
        id=key_id(PortfolioReport, year.id, portfolio.id),
        year_id=year.id,
        portfolio_id=portfolio.id,
        goal_id=section.goal_id or None,
        name_then="" if plain_name(portfolio.name) == plain_name(section.title) else section.title,
    )
    wanted = replace(wanted, position=place_of(filling, wanted))
    return wanted, (*basis, AddRecord(normal_record(wanted)))


def field_proposal(
    filling: Filling, record: Record, field: str, value: Any, basis: tuple[Change, ...]
) -> Proposal | None:
    """A value for a field; None when it stands there already."""
    dossier, kind = filling.dossier, type(record)
    mine = getattr(record, field)
    held = dossier.get(kind, record.id) is not None or any(
        isinstance(one, AddRecord) and one.record.id == record.id for one in basis
    )
    changes = set_field(record, field, value) if held else set_value(dossier, record, field, value)
    if not changes:
        return None
    shown = applied(dossier, basis)
    return Proposal(
        id=f"{kind.__name__}:{record.id}:{field}",
        standing=Standing.CONFLICT if mine and mine != specs(kind)[field].default else Standing.NEW,
        place=whereabouts(shown, record),
        kind=kind,
        record_id=record.id,
        field=field,
        label=specs(kind)[field].label,
        mine=field_text(shown, record, field, mine),
        theirs=field_text(shown, record, field, value),
        doubt=DIFFERS if mine and mine != specs(kind)[field].default else "",
        changes=(*basis, *changes),
    )


def record_proposal(filling: Filling, record: Record, basis: tuple[Change, ...], doubt: str) -> Proposal:
    """A whole record."""
    shown = applied(filling.dossier, basis)
    return Proposal(
        id=f"{type(record).__name__}:{record.id}:",
        standing=Standing.NEW,
        place=whereabouts(shown, record),
        kind=type(record),
        record_id=record.id,
        label=type(record).label,
        theirs=record_text(shown, (record,)),
        doubt=doubt,
        changes=(*basis, AddRecord(normal_record(record))),
    )


def loose_proposal(filling: Filling, part: Part) -> Proposal:
    """What found no place, with where it stood."""
    text = "\n".join(_line(one) for one in part.paras) if part.what is not What.TABLE else _rows_text(part)
    title = part.section.title
    whole = "\n".join(filter(None, (part.title, part.source, text)))
    return Proposal(
        id=natural_id("loose", filling.year.id, title, whole),
        standing=Standing.UNKNOWN,
        place=f"Onder ‘{title}’" if title else "Aan het begin",
        label=LOOSE,
        theirs=whole,
        doubt=f"{NO_PLACE} {part.section.doubt}".strip(),
    )


def _line(para: Para) -> str:
    things = "".join(f" [{one.thing}]" for one in para.stretches if one.thing)
    return f"{para.text}{things}".strip()


def _rows_text(part: Part) -> str:
    return "\n".join(" | ".join(map(cell_text, row)) for row in rows_of(part))


def spelled_paras(paras: Sequence[Para]) -> str:
    """The canonical spelling of paragraphs, with every change in them taken."""
    return write(RichBlock(BlockKind(one.kind), _runs(one), one.depth) for one in paras)


def _runs(para: Para) -> tuple[Run, ...]:
    kept = (one for one in para.stretches if one.fate != "out")
    return tuple(Run(one.text, bold=one.bold, italic=one.italic, href=one.href) for one in kept)
