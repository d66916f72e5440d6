"""A closed year refuses changes to everything that is part of it, and to nothing else."""

from dataclasses import replace

import pytest

from riec_desktop.dossier.changes import AddRecord, Change, RemoveRecord, set_field
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.closed import closed_year
from riec_desktop.dossier.dossier import dossier_of
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    Indicator,
    IndicatorValue,
    Organisation,
    PortfolioReport,
    Question,
    Record,
    RegionalSection,
    ReportYear,
)

CLOSED = ReportYear(id="dicht", year=2021, state=YearState.CLOSED)
OPEN = ReportYear(id="open", year=2022)
REPORT = PortfolioReport(id="verslag-dicht", year_id="dicht")
OPEN_REPORT = PortfolioReport(id="verslag-open", year_id="open")
FIGURE = IndicatorValue(id="cijfer", year=2021)
ANSWER = Answer(id="antwoord", report_id="verslag-dicht")
OPEN_ANSWER = Answer(id="antwoord-open", report_id="verslag-open")
RIEC = Organisation(id="riec")
DOSSIER = dossier_of([CLOSED, OPEN, REPORT, OPEN_REPORT, FIGURE, ANSWER, OPEN_ANSWER, RIEC])

PARTS = (
    Question(id="nieuw", year_id="dicht"),
    RegionalSection(id="nieuw", year_id="dicht"),
    PortfolioReport(id="nieuw", year_id="dicht"),
    Answer(id="nieuw", report_id="verslag-dicht"),
    Activity(id="nieuw", report_id="verslag-dicht"),
    Callout(id="nieuw", report_id="verslag-dicht"),
    IndicatorValue(id="nieuw", year=2021),
)


@pytest.mark.parametrize("record", PARTS, ids=lambda record: type(record).__name__)
def test_nothing_can_be_added_to_a_closed_year(record: Record) -> None:
    assert closed_year(DOSSIER, [AddRecord(record)]) == CLOSED


@pytest.mark.parametrize("record", [CLOSED, REPORT, ANSWER, FIGURE], ids=lambda record: type(record).__name__)
def test_nothing_can_be_removed_from_a_closed_year(record: Record) -> None:
    assert closed_year(DOSSIER, [RemoveRecord(record)]) == CLOSED


@pytest.mark.parametrize(
    "changes",
    [
        set_field(CLOSED, "title", "Anders"),
        set_field(REPORT, "client", "iemand"),
        set_field(ANSWER, "text", "Anders."),
        set_field(FIGURE, "note", "Anders."),
        set_field(OPEN_REPORT, "year_id", "dicht"),
    ],
    ids=["year", "report", "answer", "figure", "moved in from an open year"],
)
def test_nothing_of_a_closed_year_can_be_changed(changes: tuple[Change, ...]) -> None:
    assert closed_year(DOSSIER, changes) == CLOSED


def test_a_closed_year_can_be_opened_again() -> None:
    assert closed_year(DOSSIER, set_field(CLOSED, "state", YearState.OPEN)) is None


def test_other_years_and_what_belongs_to_no_year_can_be_changed() -> None:
    changes: list[Change] = [
        *set_field(OPEN, "title", "Anders"),
        *set_field(OPEN_ANSWER, "text", "Anders."),
        *set_field(RIEC, "name", "RIEC Limburg"),
        AddRecord(IndicatorValue(id="nieuw", year=2022)),
        AddRecord(IndicatorValue(id="ander jaar", year=1999)),
        AddRecord(Indicator(id="nieuw")),
    ]
    assert closed_year(DOSSIER, changes) is None


def test_a_change_of_what_is_gone_is_no_matter_of_closed_years() -> None:
    gone = Answer(id="weg", report_id="verslag-dicht")
    assert closed_year(DOSSIER, set_field(gone, "text", "Anders.")) is None


def test_without_closed_years_everything_is_allowed() -> None:
    dossier = dossier_of([replace(CLOSED, state=YearState.OPEN)])
    assert closed_year(dossier, [AddRecord(PARTS[0])]) is None
