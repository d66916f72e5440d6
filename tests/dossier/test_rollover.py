"""The turn of the year: what goes along, what stays behind, and that it can be undone."""

from dataclasses import replace

import pytest

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import AddRecord, Change, apply_changes
from riec_desktop.dossier.choices import PortfolioStatus, ReviewState, YearState
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import (
    Answer,
    Portfolio,
    PortfolioReport,
    Question,
    ReportYear,
    StrategicAgenda,
    StrategicGoal,
)
from riec_desktop.dossier.rollover import new_year
from riec_desktop.errors import RiecError

AGENDA = StrategicAgenda(id="agenda")
GOAL = StrategicGoal(id="doel", agenda_id="agenda")
YEAR = ReportYear(
    id="jaar",
    year=2022,
    agenda_id="agenda",
    number="3.5",
    title="Bestel",
    footer="Jaarverslag 2022",
    opening="Dit jaar.",
    state=YearState.CLOSED,
)
QUESTION = Question(id="vraag", year_id="jaar", topic="context", prompt="Wat speelt er?", word_budget=80)
REPORT = PortfolioReport(
    id="verslag",
    year_id="jaar",
    portfolio_id="portefeuille",
    goal_id="doel",
    name_then="Oude naam",
    status=PortfolioStatus.PREPARING,
    contractor="hoofd RIEC Limburg",
    review=ReviewState.AGREED,
    reviewed_by="hoofdenoverleg",
)
ANSWER = Answer(id="antwoord", report_id="verslag", question_id="vraag", text="Veel.")
BEFORE = dossier_of([AGENDA, GOAL, Portfolio(id="portefeuille", name="Naam"), YEAR, QUESTION, REPORT, ANSWER])


def after(dossier: Dossier, year: int = 2023) -> Dossier:
    applied = apply_changes(dossier, new_year(dossier, year))
    assert not applied.conflicts
    return applied.dossier


def the_year(dossier: Dossier, year: int = 2023) -> ReportYear:
    found = views.year_of(dossier, year)
    assert found is not None
    return found


def test_the_chapter_goes_on_with_the_same_agenda_and_an_open_year() -> None:
    added = the_year(after(BEFORE))
    assert (added.agenda_id, added.number, added.title) == ("agenda", "3.5", "Bestel")
    assert added.state is YearState.OPEN


def test_the_footer_names_the_new_year_and_texts_start_empty() -> None:
    added = the_year(after(BEFORE))
    assert (added.footer, added.opening) == ("Jaarverslag 2023", "")


def test_the_questionnaire_goes_along_in_full() -> None:
    dossier = after(BEFORE)
    (question,) = views.questions(dossier, the_year(dossier).id)
    assert replace(question, id="vraag", year_id="jaar") == QUESTION


def test_a_portfolio_keeps_goal_roles_and_status_and_starts_without_progress() -> None:
    dossier = after(BEFORE)
    (report,) = views.reports(dossier, the_year(dossier))
    assert (report.goal_id, report.contractor, report.status) == ("doel", REPORT.contractor, PortfolioStatus.PREPARING)
    assert (report.review, report.reviewed_by, report.name_then) == (ReviewState.EMPTY, "", "")
    assert views.previous_report(dossier, report) == REPORT
    assert dossier.all(Answer) == (ANSWER,)


@pytest.mark.parametrize("status", [PortfolioStatus.FINISHED, PortfolioStatus.MERGED, PortfolioStatus.STOPPED])
def test_a_portfolio_that_ended_stays_behind(status: PortfolioStatus) -> None:
    dossier = after(dossier_of([*BEFORE.records(), replace(REPORT, status=status)]))
    assert views.reports(dossier, the_year(dossier)) == ()


def test_undoing_it_gives_the_dossier_before() -> None:
    changes = new_year(BEFORE, 2023)
    back: list[Change] = [change.inverse() for change in reversed(changes)]
    assert apply_changes(after(BEFORE), back).dossier == BEFORE


def test_the_newest_earlier_year_is_the_one_that_is_copied() -> None:
    older = ReportYear(id="ouder", year=2020, title="Ouder")
    later = ReportYear(id="later", year=2030, title="Later")
    assert the_year(after(dossier_of([*BEFORE.records(), older, later]))).title == "Bestel"


def test_the_first_year_of_a_dossier_starts_empty() -> None:
    assert new_year(Dossier(), 2023) == (AddRecord(the_year(after(Dossier()))),)


def test_two_people_who_add_the_same_year_have_the_same_records() -> None:
    assert new_year(BEFORE, 2023) == new_year(BEFORE, 2023)


def test_a_year_that_was_given_another_number_is_left_alone() -> None:
    first = the_year(after(BEFORE))
    renumbered = dossier_of([*BEFORE.records(), replace(first, year=2019)])
    assert the_year(after(renumbered)).id != first.id


def test_a_year_cannot_be_added_twice() -> None:
    with pytest.raises(RiecError) as caught:
        new_year(BEFORE, 2022)
    assert caught.value.code == "year.exists"
