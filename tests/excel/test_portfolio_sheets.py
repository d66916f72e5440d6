"""Portfolios and activities as rows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from riec_desktop.dossier.choices import ActivityState, ExecutionForm, PortfolioStatus, ReviewState
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Organisation,
    Portfolio,
    PortfolioReport,
    Record,
    ReportYear,
    Settings,
    StrategicGoal,
)
from riec_desktop.excel.plan import Amount
from riec_desktop.excel.portfolio_sheets import activities, portfolios

YEAR = ReportYear(id="2023", year=2023, agenda_id="agenda")
GOAL = StrategicGoal(id="goal", agenda_id="agenda", short_name="Weerbare samenleving", position=Decimal(1))
REPORT = PortfolioReport(
    id="report",
    year_id="2023",
    portfolio_id="portfolio",
    goal_id="goal",
    status=PortfolioStatus.RUNNING,
    client="hoofdenoverleg RIEC-LIEC",
    contractor="hoofd RIEC Limburg",
    contractor_person="A. Voorbeeld",
    execution_form=ExecutionForm.WORKING_GROUP,
    execution="Een werkgroep uit de regio’s.",
    organisation_ids=("liec", "limburg"),
    partner_ids=("politie",),
    holder="coördinator mensenhandel",
    deadline=date(2024, 3, 1),
    review=ReviewState.IN_REVIEW,
)
ACTIVITY = Activity(
    id="activity",
    report_id="report",
    title="Training",
    state=ActivityState.DONE,
    start=date(2023, 4, 3),
    joint=False,
    organisation_ids=("limburg", "gone"),
    partner_ids=("politie",),
    result="Gegeven in **alle** regio’s:\n\n- noord\n    - oost\n\n1. zuid",
)
RECORDS: tuple[Record, ...] = (
    YEAR,
    GOAL,
    Portfolio(id="portfolio", name="mensenhandel"),
    Organisation(id="liec", name="LIEC"),
    Organisation(id="limburg", name="RIEC Limburg"),
    Organisation(id="politie", name="politie"),
    REPORT,
    Answer(id="a", report_id="report", text="Drie **losse** woorden"),
    Answer(id="b", report_id="report", text="en twee"),
    ACTIVITY,
)
DOSSIER = dossier_of(RECORDS)


def with_records(*records: Record) -> Dossier:
    return dossier_of([*RECORDS, *records])


def test_a_portfolio_is_one_row() -> None:
    assert portfolios(DOSSIER, YEAR).rows == (
        (
            "Weerbare samenleving",
            "mensenhandel",
            "lopend",
            "ter beoordeling",
            "hoofdenoverleg RIEC-LIEC",
            "hoofd RIEC Limburg",
            "werkgroep",
            "Een werkgroep uit de regio’s.",
            "LIEC, RIEC Limburg",
            "politie",
            "coördinator mensenhandel",
            date(2024, 3, 1),
            5,
        ),
    )


def test_words_are_added_up() -> None:
    second = replace(REPORT, id="second")
    dossier = with_records(second, Answer(id="c", report_id="second", text="Nog eens vier woorden"))
    assert portfolios(dossier, YEAR).columns[-1].total == Amount(Decimal(9))


def test_without_portfolios_there_is_no_total() -> None:
    assert portfolios(dossier_of([YEAR]), YEAR).columns[-1].total is None


def test_the_name_of_a_person_stands_there_only_when_the_team_chose_so() -> None:
    shown = with_records(Settings(id="settings", persons_shown=True))
    assert portfolios(shown, YEAR).rows[0][5] == "hoofd RIEC Limburg, A. Voorbeeld"


def test_a_goal_without_a_short_name_is_called_by_its_full_name_and_a_missing_one_by_nothing() -> None:
    full = with_records(replace(GOAL, short_name="", full_name="een weerbare samenleving"))
    assert portfolios(full, YEAR).rows[0][0] == "een weerbare samenleving"
    assert portfolios(with_records(replace(REPORT, goal_id="gone")), YEAR).rows[0][0] == ""


def test_an_activity_is_one_row_with_its_result_as_bare_text() -> None:
    assert activities(DOSSIER, YEAR).rows == (
        (
            "mensenhandel",
            "Training",
            "afgerond",
            date(2023, 4, 3),
            None,
            "nee",
            "RIEC Limburg",
            "politie",
            "Gegeven in alle regio’s:\n• noord\n    • oost\n1. zuid",
        ),
    )


def test_only_the_year_itself_is_shown() -> None:
    other = ReportYear(id="2022", year=2022)
    assert not portfolios(with_records(other), other).rows
    assert not activities(with_records(other), other).rows
