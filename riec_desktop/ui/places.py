"""The places of the window: which page shows which record, so that every finding and preview block can be jumped to."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import cast

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.lineage import counting_report
from riec_desktop.dossier.records import (
    TYPE_BY_NAME,
    Activity,
    AgendaStep,
    Answer,
    Callout,
    Comment,
    DefinitionChange,
    GoalSection,
    Indicator,
    IndicatorValue,
    Organisation,
    Picture,
    Portfolio,
    PortfolioReport,
    Programme,
    Promise,
    Question,
    Record,
    RegionalSection,
    ReportYear,
    Settings,
    StrategicAgenda,
    StrategicGoal,
    WordRule,
)


class PageId(Enum):
    """The pages of the window; the value is the Dutch title."""

    OVERVIEW = "Overzicht"
    TEXTS = "Inleiding en agenda"
    GOAL = "Doel"
    PORTFOLIO = "Portefeuille"
    CALLOUTS = "Kaderteksten"
    FIGURES = "Cijfers"
    REGIONS = "Regio’s"
    SETUP = "Inrichting"
    SETTINGS = "Instellingen"
    YEARS = "Verslagjaren"
    PORTFOLIOS = "Portefeuilles"
    QUESTIONNAIRE = "Vragenlijst"
    INDICATORS = "Indicatoren"
    AGENDA = "Agenda en doelen"
    ORGANISATIONS = "Organisaties"
    PROGRAMMES = "Programma’s"
    RULES = "Eigen regels"
    CHECKS = "Controles"


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and the record that it shows ('' where a page shows them all)."""

    page: PageId
    record_id: str = ""


def _report_place(_: Dossier, record: Record, __: str) -> Place:
    return Place(PageId.PORTFOLIO, cast("str", getattr(record, "report_id", record.id)))


def _value_place(dossier: Dossier, record: Record, year_id: str) -> Place:
    indicator = dossier.get(Indicator, cast("IndicatorValue", record).indicator_id)
    found = counting_report(dossier, indicator, year_id)
    return Place(PageId.PORTFOLIO, found.id) if found else Place(PageId.FIGURES)


def _goal_place(_: Dossier, record: Record, __: str) -> Place:
    return Place(PageId.GOAL, cast("GoalSection", record).goal_id or "")


def _comment_place(dossier: Dossier, record: Record, year_id: str) -> Place:
    about = views.comment_subject(dossier, cast("Comment", record))
    return place_of_record(dossier, about, year_id) if about is not None else Place(PageId.OVERVIEW)


def _page(page: PageId) -> Callable[[Dossier, Record, str], Place]:
    return lambda _dossier, _record, _year_id: Place(page)


_PLACES: dict[type[Record], Callable[[Dossier, Record, str], Place]] = {
    PortfolioReport: _report_place,
    Answer: _report_place,
    Activity: _report_place,
    Callout: _report_place,
    Promise: _report_place,
    Picture: _report_place,
    IndicatorValue: _value_place,
    GoalSection: _goal_place,
    ReportYear: _page(PageId.TEXTS),
    RegionalSection: _page(PageId.REGIONS),
    Settings: _page(PageId.SETTINGS),
    Portfolio: _page(PageId.PORTFOLIOS),
    Question: _page(PageId.QUESTIONNAIRE),
    Indicator: _page(PageId.INDICATORS),
    DefinitionChange: _page(PageId.INDICATORS),
    StrategicAgenda: _page(PageId.AGENDA),
    StrategicGoal: _page(PageId.AGENDA),
    AgendaStep: _page(PageId.AGENDA),
    Organisation: _page(PageId.ORGANISATIONS),
    Programme: _page(PageId.PROGRAMMES),
    WordRule: _page(PageId.RULES),
    Comment: _comment_place,
}


def place_of(dossier: Dossier, kind: str, record_id: str, year_id: str) -> Place:
    """Where the record with this type name and id is edited; the overview for what is not there."""
    record_type = TYPE_BY_NAME.get(kind)
    record = dossier.get(record_type, record_id) if record_type else None
    return place_of_record(dossier, record, year_id) if record is not None else Place(PageId.OVERVIEW)


def place_of_record(dossier: Dossier, record: Record, year_id: str) -> Place:
    """Where this record is edited, also when the dossier does not hold it (any more)."""
    find = _PLACES.get(type(record))
    return find(dossier, record, year_id) if find is not None else Place(PageId.OVERVIEW)


def place_of_finding(dossier: Dossier, finding: Finding, year_id: str) -> Place:
    """Where something was noticed, also when its record was never written."""
    if dossier.get(finding.kind, finding.record_id) is not None:
        return place_of(dossier, finding.kind.__name__, finding.record_id, year_id)
    if finding.report_id:
        return Place(PageId.PORTFOLIO, finding.report_id)
    return _unwritten_place(dossier, finding, year_id)


def _unwritten_place(dossier: Dossier, finding: Finding, year_id: str) -> Place:
    """The goal of a text that nobody wrote yet."""
    year = dossier.get(ReportYear, year_id)
    goals = views.goals(dossier, year) if year else ()
    wanted = (goal for goal in goals if year and views.goal_section(dossier, year, goal).id == finding.record_id)
    goal = next(wanted, None)
    return Place(PageId.GOAL, goal.id) if goal else Place(PageId.OVERVIEW)
