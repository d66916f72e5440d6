"""The texts of which the spelling is checked, in the order in which a person goes through them.

First those of the chapter as the reader meets them, then what is asked, counted and set up. Names are left out: they
are right by definition, and no dictionary has them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from riec_desktop.checks.place import plain_of
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import FieldSpec, Kind, specs
from riec_desktop.dossier.records import (
    Activity,
    AgendaStep,
    Callout,
    Indicator,
    IndicatorValue,
    Picture,
    PortfolioReport,
    Programme,
    Promise,
    Question,
    Record,
    ReportYear,
)

_LINES: Final[Mapping[type[Record], tuple[str, ...]]] = {
    ReportYear: ("title", "footer"),
    PortfolioReport: ("client", "contractor"),
    Activity: ("title",),
    Callout: ("title",),
    Picture: ("title",),
    Question: ("topic",),
}
"""Texts of one line that hold language; the others are names, numbers and marks."""


@dataclass(frozen=True, slots=True)
class SpelledText:
    """A text with its place; `text` as a person reads it, a line for each paragraph."""

    record: Record
    field: str
    text: str


def is_spelled(kind: type[Record], field: str) -> bool:
    """Whether the spelling of this field is checked."""
    found = specs(kind)[field].kind
    return found in (Kind.RICH, Kind.TEXT) or (found is Kind.LINE and field in _LINES.get(kind, ()))


@cache
def _spelled_fields(kind: type[Record]) -> tuple[FieldSpec, ...]:
    return tuple(spec for name, spec in specs(kind).items() if is_spelled(kind, name))


def spelled_texts(dossier: Dossier, year: ReportYear) -> tuple[SpelledText, ...]:
    """The texts of a year that are filled in, and those that belong to all years."""
    return tuple(text for record in _records(dossier, year) for text in _texts(record))


def _texts(record: Record) -> Iterator[SpelledText]:
    for spec in _spelled_fields(type(record)):
        text: str = getattr(record, spec.name)
        if text:
            yield SpelledText(record, spec.name, plain_of(text) if spec.kind is Kind.RICH else text)


def _records(dossier: Dossier, year: ReportYear) -> Iterator[Record]:
    yield year
    for goal in views.goals(dossier, year):
        yield views.goal_section(dossier, year, goal)
        for report in views.reports_of_goal(dossier, year, goal):
            yield from _of_report(dossier, report, year.year)
    yield from views.regional_sections(dossier, year)
    yield from dossier.where(AgendaStep, "agenda_id", year.agenda_id)
    yield from views.questions(dossier, year.id)
    yield from dossier.all(Indicator)
    yield from dossier.all(Programme)


def _of_report(dossier: Dossier, report: PortfolioReport, year: int | None) -> Iterator[Record]:
    yield report
    yield from dossier.where(Promise, "report_id", report.id)
    for question in views.questions(dossier, report.year_id):
        yield views.answer(dossier, report, question)
    yield from dossier.where(Activity, "report_id", report.id)
    for indicator in views.indicators(dossier, report):
        values = dossier.where(IndicatorValue, "indicator_id", indicator.id)
        yield from (one for one in values if one.year == year)
    for kind in (Callout, Picture):
        yield from dossier.where(kind, "report_id", report.id)
