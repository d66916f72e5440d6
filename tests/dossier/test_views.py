"""The questions that everything else asks a dossier."""

from decimal import Decimal

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import OrganisationKind, PortfolioStatus
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.keys import answer_id, key_id
from riec_desktop.dossier.records import (
    Answer,
    GoalSection,
    Indicator,
    Organisation,
    Portfolio,
    PortfolioReport,
    Question,
    RegionalSection,
    ReportYear,
    Settings,
    StrategicAgenda,
    StrategicGoal,
)

BEFORE = ReportYear(id="j22", year=2022, agenda_id="a")
NOW = ReportYear(id="j23", year=2023, agenda_id="a")
ONE = StrategicGoal(id="d1", agenda_id="a", short_name="Een", position=Decimal(1))
TWO = StrategicGoal(id="d2", agenda_id="a", short_name="Twee", position=Decimal(2))
FIRST = PortfolioReport(id="v1", year_id="j23", portfolio_id="p1", goal_id="d2", position=Decimal(1))
SECOND = PortfolioReport(id="v2", year_id="j23", portfolio_id="p2", goal_id="d1", name_then="oude naam")
HOMELESS = PortfolioReport(id="v3", year_id="j23", portfolio_id="p3")
LAST_YEAR = PortfolioReport(id="v0", year_id="j22", portfolio_id="p1", goal_id="d2")
CONTEXT = Question(id="q23", year_id="j23", topic="context", required_for=(PortfolioStatus.RUNNING,))
OLD_CONTEXT = Question(id="q22", year_id="j22", topic="context")
OLD_PROMISE = Question(id="b22", year_id="j22", topic="vervolg", promise=True)
OLD_ANSWER = Answer(id="oud", report_id="v0", question_id="q22", text="zo was het")
PROMISED = Answer(id="belofte", report_id="v0", question_id="b22", text="we gaan het doen")
RIEC = Organisation(id="r", kind=OrganisationKind.RIEC, name="RIEC Goor", position=Decimal(2))
LIEC = Organisation(id="l", kind=OrganisationKind.LIEC, name="LIEC", position=Decimal(1))
OLD_NAME = Organisation(id="szw", name="Inspectie SZW", last_year=2021)
NEW_NAME = Organisation(id="nla", name="Arbeidsinspectie", first_year=2022)
DOSSIER = dossier_of(
    [
        *(BEFORE, NOW, StrategicAgenda(id="a", first_year=2021, last_year=2023), TWO, ONE),
        *(FIRST, SECOND, HOMELESS, LAST_YEAR, Portfolio(id="p1", name="een"), Portfolio(id="p2", name="twee")),
        *(CONTEXT, OLD_CONTEXT, OLD_PROMISE, OLD_ANSWER, PROMISED, RIEC, LIEC, OLD_NAME, NEW_NAME),
        *(Indicator(id="i", portfolio_id="p1"), RegionalSection(id="s", year_id="j23")),
    ]
)


def test_years_come_newest_first_and_know_the_one_before() -> None:
    assert views.years(DOSSIER) == (NOW, BEFORE)
    assert views.year_of(DOSSIER, 2022) == BEFORE
    assert views.previous_year(DOSSIER, NOW) == BEFORE
    assert views.previous_year(DOSSIER, BEFORE) is None
    assert views.previous_year(DOSSIER, ReportYear(id="x")) is None


def test_goals_and_their_reports_come_in_the_order_of_the_agenda() -> None:
    assert views.goals(DOSSIER, NOW) == (ONE, TWO)
    assert views.goals(DOSSIER, ReportYear(id="x")) == ()
    assert views.reports(DOSSIER, NOW) == (SECOND, FIRST, HOMELESS)
    assert views.reports_of_goal(DOSSIER, NOW, TWO) == (FIRST,)
    agenda = views.agenda(DOSSIER, NOW)
    assert agenda is not None
    assert agenda.id == "a"


def test_a_portfolio_has_the_name_it_had_that_year() -> None:
    assert [views.report_name(DOSSIER, one) for one in (FIRST, SECOND, HOMELESS)] == ["een", "oude naam", ""]


def test_last_years_text_and_promise_stand_ready_beside_this_years() -> None:
    assert views.previous_report(DOSSIER, FIRST) == LAST_YEAR
    assert views.previous_answer(DOSSIER, FIRST, CONTEXT) == OLD_ANSWER
    assert views.promise(DOSSIER, FIRST) == PROMISED
    assert views.previous_report(DOSSIER, SECOND) is None
    assert views.previous_answer(DOSSIER, SECOND, CONTEXT) is None
    assert views.promise(DOSSIER, SECOND) is None


def test_what_was_not_written_yet_is_an_empty_record_with_its_own_id() -> None:
    empty = views.answer(DOSSIER, FIRST, CONTEXT)
    assert empty == Answer(id=answer_id("v1", "q23"), report_id="v1", question_id="q23")
    section = views.goal_section(DOSSIER, NOW, ONE)
    assert section == GoalSection(id=key_id(GoalSection, "j23", "d1"), year_id="j23", goal_id="d1")


def test_what_was_written_under_another_id_is_found() -> None:
    section = GoalSection(id="anders", year_id="j23", goal_id="d1", introduction="tekst")
    assert views.goal_section(dossier_of([*DOSSIER.records(), section]), NOW, ONE) == section
    assert views.answer(DOSSIER, LAST_YEAR, OLD_CONTEXT) == OLD_ANSWER


def test_organisations_are_known_by_the_name_of_the_year() -> None:
    assert views.centres(DOSSIER) == (LIEC, RIEC)
    assert views.riecs(DOSSIER, 2023) == (RIEC,)
    assert views.partners(DOSSIER, 2021) == (OLD_NAME,)
    assert views.partners(DOSSIER, 2022) == (NEW_NAME,)
    assert views.names(DOSSIER, ("l", "weg", "r")) == ("LIEC", "RIEC Goor")


def test_a_dossier_without_settings_has_the_default_ones() -> None:
    assert views.settings(Dossier()) == Settings(id="settings")
    chosen = Settings(id="settings", small_number=10)
    assert views.settings(dossier_of([chosen])) == chosen


def test_a_question_is_required_for_some_states_only() -> None:
    assert views.is_required(CONTEXT, PortfolioStatus.RUNNING)
    assert not views.is_required(CONTEXT, PortfolioStatus.PREPARING)


def test_prompts_carry_the_numbers_of_the_years() -> None:
    assert views.filled_prompt("Wat komt er na {jaar} in {volgend jaar}, anders dan {vorig jaar}?", 2023) == (
        "Wat komt er na 2023 in 2024, anders dan 2022?"
    )
    assert views.filled_prompt("{jaar}", None) == "{jaar}"


def test_indicators_and_regional_pages_are_found_by_what_they_belong_to() -> None:
    assert [one.id for one in views.indicators(DOSSIER, FIRST)] == ["i"]
    assert views.indicators(DOSSIER, PortfolioReport(id="x")) == ()
    assert [one.id for one in views.regional_sections(DOSSIER, NOW)] == ["s"]
