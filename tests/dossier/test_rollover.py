"""The turn of the year: what goes along, what stays behind, and that it can be undone."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import AddRecord, Change, SetField, apply_changes
from riec_desktop.dossier.choices import PortfolioStatus, ReviewState, YearState
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.merge import merge
from riec_desktop.dossier.records import (
    AgendaStep,
    Answer,
    Indicator,
    Organisation,
    Portfolio,
    PortfolioReport,
    Promise,
    Question,
    ReportYear,
    StrategicAgenda,
    StrategicGoal,
)
from riec_desktop.dossier.rollover import rollover_changes
from riec_desktop.dossier.rollover_plan import (
    Counting,
    Fate,
    Rollover,
    new_fate,
    planned,
    problems,
    shown_countings,
    with_agenda,
    with_fate,
    with_fates,
)
from riec_desktop.errors import RiecError
from tests.helpers.strategies import dossiers

AGENDA = StrategicAgenda(id="agenda", name="Agenda 2021-2023", first_year=2021, last_year=2023, drawn_up_in=2021)
STEP = AgendaStep(id="stap", agenda_id="agenda", text="We leren.")
GOAL = StrategicGoal(id="doel", agenda_id="agenda", short_name="Samenleving")
OTHER_GOAL = StrategicGoal(id="ander", agenda_id="agenda", short_name="Overheid", position=Decimal(2))
YEAR = ReportYear(
    id="jaar",
    year=2022,
    agenda_id="agenda",
    number="3.5",
    title="Bestel",
    footer="Jaarverslag 2022",
    opening="Dit jaar.",
)
QUESTION = Question(id="vraag", year_id="jaar", topic="context", prompt="Wat speelt er?", word_budget=80)
NEXT = Question(
    id="vervolg", year_id="jaar", topic="vervolg", prompt="Wat doet u in 2023?", promise=True, position=Decimal(2)
)
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
PORTFOLIO = Portfolio(id="portefeuille", name="Naam")
SECOND = Portfolio(id="tweede", name="Tweede")
SECOND_REPORT = PortfolioReport(
    id="verslag-2", year_id="jaar", portfolio_id="tweede", goal_id="ander", position=Decimal(2)
)
SCANS = Indicator(id="scans", portfolio_id="portefeuille", name="scans")
ANSWER = Answer(id="antwoord", report_id="verslag", question_id="vraag", text="Veel.")
PROMISED = Answer(id="beloofd", report_id="verslag", question_id="vervolg", text="- Meer scans\n- Een training")
FRAME = (AGENDA, STEP, GOAL, OTHER_GOAL, YEAR, QUESTION, NEXT)
BEFORE = dossier_of([*FRAME, PORTFOLIO, SECOND, SCANS, REPORT, SECOND_REPORT, ANSWER, PROMISED])


def carried_out(dossier: Dossier, plan: Rollover) -> Dossier:
    applied = apply_changes(dossier, rollover_changes(dossier, plan))
    assert not applied.conflicts
    return applied.dossier


def after(dossier: Dossier, year: int = 2023) -> Dossier:
    return carried_out(dossier, planned(dossier, year))


def the_year(dossier: Dossier, year: int = 2023) -> ReportYear:
    found = views.year_of(dossier, year)
    assert found is not None
    return found


def report_of(dossier: Dossier, portfolio_id: str, year: int = 2023) -> PortfolioReport:
    found = views.reports(dossier, the_year(dossier, year))
    return next(one for one in found if one.portfolio_id == portfolio_id)


def with_new_portfolio(plan: Rollover, portfolio_id: str) -> Rollover:
    return with_fates(plan, (*plan.fates, new_fate(plan, portfolio_id)))


def fated(plan: Rollover, portfolio_id: str, **values: Any) -> Rollover:
    fate = next(one for one in plan.fates if one.id == portfolio_id)
    return with_fate(plan, replace(fate, **values))


# --- The year --------------------------------------------------------------------------------------------------------


def test_the_chapter_goes_on_with_the_same_agenda_and_an_open_year() -> None:
    added = the_year(after(BEFORE))
    assert (added.agenda_id, added.number, added.title) == ("agenda", "3.5", "Bestel")
    assert added.state is YearState.OPEN


def test_the_footer_names_the_new_year_and_texts_start_empty() -> None:
    added = the_year(after(BEFORE))
    assert (added.footer, added.opening) == ("Jaarverslag 2023", "")


def test_last_year_is_closed_and_nothing_else_of_it_changes() -> None:
    changes = rollover_changes(BEFORE, planned(BEFORE, 2023))
    sets = [one for one in changes if isinstance(one, SetField)]
    assert [(one.kind, one.record_id, one.field) for one in sets] == [(ReportYear, "jaar", "state")]
    assert the_year(after(BEFORE), 2022).state is YearState.CLOSED


def test_last_year_can_stay_open() -> None:
    plan = replace(planned(BEFORE, 2023), close=False)
    assert the_year(carried_out(BEFORE, plan), 2022).state is YearState.OPEN


def test_the_newest_earlier_year_is_the_one_that_is_copied() -> None:
    older = ReportYear(id="ouder", year=2020, title="Ouder")
    later = ReportYear(id="later", year=2030, title="Later")
    assert the_year(after(dossier_of([*BEFORE.records(), older, later]))).title == "Bestel"


def test_the_first_year_of_a_dossier_starts_empty() -> None:
    changes = rollover_changes(Dossier(), planned(Dossier(), 2023))
    assert changes == (AddRecord(the_year(after(Dossier()))),)


def test_a_year_that_was_given_another_number_is_left_alone() -> None:
    first = the_year(after(BEFORE))
    renumbered = dossier_of([*BEFORE.records(), replace(first, year=2019)])
    assert the_year(after(renumbered)).id != first.id


def carry_out_again(dossier: Dossier, year: int) -> object:
    return rollover_changes(dossier, planned(BEFORE, year))


@pytest.mark.parametrize("ask", [planned, carry_out_again])
def test_a_year_cannot_begin_twice(ask: Callable[[Dossier, int], object]) -> None:
    with pytest.raises(RiecError) as caught:
        ask(after(BEFORE), 2023)
    assert caught.value.code == "year.exists"


# --- The agenda ------------------------------------------------------------------------------------------------------


def test_after_the_agenda_a_new_one_is_proposed_with_the_same_steps_and_goals() -> None:
    dossier = after(BEFORE, 2024)
    year = the_year(dossier, 2024)
    agenda = dossier.get(StrategicAgenda, year.agenda_id)
    assert agenda is not None
    assert (agenda.name, agenda.first_year, agenda.last_year, agenda.drawn_up_in) == (
        "Agenda 2024-2026",
        2024,
        2026,
        None,
    )
    assert [one.text for one in dossier.where(AgendaStep, "agenda_id", agenda.id)] == ["We leren."]
    goals = views.goals(dossier, year)
    assert [one.short_name for one in goals] == ["Samenleving", "Overheid"]
    assert [one.goal_id for one in views.reports(dossier, year)] == [one.id for one in goals]


def test_an_agenda_that_is_there_for_the_year_is_taken() -> None:
    next_agenda = StrategicAgenda(id="volgend", first_year=2024, last_year=2027)
    goals = (
        StrategicGoal(id="n1", agenda_id="volgend", short_name="Overheid"),
        StrategicGoal(id="n2", agenda_id="volgend", short_name="Iets anders", position=Decimal(2)),
    )
    plan = planned(dossier_of([*BEFORE.records(), next_agenda, *goals]), 2024)
    assert (plan.agenda, plan.new_agenda) == (next_agenda, False)
    assert [one.goal_id for one in plan.fates] == ["n1", "n1"], "by place, then by name"


def test_without_an_agenda_the_portfolios_lose_their_goal() -> None:
    plan = with_agenda(BEFORE, planned(BEFORE, 2023), None)
    assert [one.goal_id for one in plan.fates] == [None, None]
    assert the_year(carried_out(BEFORE, plan)).agenda_id is None


# --- Portfolios ------------------------------------------------------------------------------------------------------


def test_a_portfolio_keeps_goal_roles_and_name_and_starts_without_progress() -> None:
    dossier = after(BEFORE)
    report = report_of(dossier, "portefeuille")
    assert (report.goal_id, report.contractor, report.status) == ("doel", REPORT.contractor, PortfolioStatus.PREPARING)
    assert (report.review, report.reviewed_by, report.name_then) == (ReviewState.EMPTY, "", "Oude naam")
    assert views.previous_report(dossier, report) == REPORT
    assert dossier.all(Answer) == BEFORE.all(Answer)


@pytest.mark.parametrize("status", [PortfolioStatus.FINISHED, PortfolioStatus.MERGED, PortfolioStatus.STOPPED])
def test_a_portfolio_that_ended_stays_behind(status: PortfolioStatus) -> None:
    dossier = after(dossier_of([*BEFORE.records(), replace(REPORT, status=status)]))
    assert [one.portfolio_id for one in views.reports(dossier, the_year(dossier))] == ["tweede"]


def test_a_portfolio_that_ends_in_the_new_year_reports_on_it_once_more() -> None:
    dossier = carried_out(BEFORE, fated(planned(BEFORE, 2023), "portefeuille", status=PortfolioStatus.FINISHED))
    assert report_of(dossier, "portefeuille").status is PortfolioStatus.FINISHED


def test_a_new_name_holds_from_the_new_year_on() -> None:
    dossier = carried_out(BEFORE, fated(planned(BEFORE, 2023), "tweede", name="Nieuwe naam"))
    assert views.report_name(dossier, report_of(dossier, "tweede")) == "Nieuwe naam"
    assert views.report_name(dossier, SECOND_REPORT) == "Tweede"
    assert next(one.name for one in planned(dossier, 2024).fates if one.id == "tweede") == "Nieuwe naam"


def test_a_role_that_names_a_portfolio_or_organisation_gets_the_new_name_too() -> None:
    report = replace(SECOND_REPORT, holder="coördinator Tweede (Tweede-lijn)")
    dossier = dossier_of([*BEFORE.records(), report])
    rolled = carried_out(dossier, fated(planned(dossier, 2023), "tweede", name="Derde"))
    assert report_of(rolled, "tweede").holder == "coördinator Derde (Tweede-lijn)"


def test_choosing_where_a_portfolio_merges_makes_its_status_so_and_back() -> None:
    plan = fated(planned(BEFORE, 2023), "tweede", merged_into_id="portefeuille")
    assert plan.fates[1].status is PortfolioStatus.MERGED
    back = fated(plan, "tweede", status=PortfolioStatus.RUNNING)
    assert (back.fates[1].merged_into_id, back.fates[1].listed) == (None, True)


def test_a_new_portfolio_comes_with_its_report() -> None:
    plan = with_new_portfolio(planned(BEFORE, 2023), "nieuw")
    dossier = carried_out(BEFORE, fated(plan, "nieuw", name="Nieuw", follows_id="tweede"))
    assert dossier.get(Portfolio, "nieuw") == Portfolio(id="nieuw", name="Nieuw", follows_id="tweede")
    assert (report_of(dossier, "nieuw").goal_id, report_of(dossier, "nieuw").name_then) == ("doel", "")


def test_an_organisation_comes_along_under_its_new_name() -> None:
    old = Organisation(id="oud", name="RIEC Limburg", last_year=2022)
    new = Organisation(id="nieuw", name="RIEC Zuid", first_year=2023, follows_id="oud")
    report = replace(REPORT, organisation_ids=("oud",), partner_ids=("oud", "nieuw"))
    dossier = after(dossier_of([*BEFORE.records(), old, new, report]))
    moved = report_of(dossier, "portefeuille")
    assert (moved.organisation_ids, moved.partner_ids, moved.contractor) == (
        ("nieuw",),
        ("nieuw",),
        "hoofd RIEC Zuid",
    )


def test_what_cannot_be_is_said() -> None:
    plan = planned(BEFORE, 2023)
    assert problems(plan) == ()
    round_trip = fated(fated(plan, "tweede", merged_into_id="portefeuille"), "portefeuille", merged_into_id="tweede")
    assert len(problems(round_trip)) == 2
    assert "geen naam" in problems(with_new_portfolio(plan, "nieuw"))[0]
    later = planned(BEFORE, 2024)
    assert later.agenda is not None
    assert "periode" in problems(replace(later, agenda=replace(later.agenda, last_year=2020)))[0]


# --- Questions and indicators ----------------------------------------------------------------------------------------


def test_the_questionnaire_goes_along_in_full_and_its_years_move_along() -> None:
    dossier = after(BEFORE)
    context, following = views.questions(dossier, the_year(dossier).id)
    assert replace(context, id="vraag", year_id="jaar", position=Decimal(0)) == QUESTION
    assert (following.prompt, following.promise) == ("Wat doet u in 2024?", True)


def test_an_indicator_that_stops_keeps_its_past_and_leaves_the_new_year() -> None:
    plan = planned(BEFORE, 2023)
    assert shown_countings(BEFORE, plan) == (Counting(id="scans"),)
    dossier = carried_out(BEFORE, replace(plan, countings=(Counting(id="scans", goes_on=False),)))
    assert views.indicators(dossier, report_of(dossier, "portefeuille")) == ()
    assert [one.id for one in views.indicators(dossier, REPORT)] == ["scans"]
    assert planned(dossier, 2024).countings == ()


# --- Promises --------------------------------------------------------------------------------------------------------


def test_every_promise_waits_for_an_answer_in_the_new_year() -> None:
    dossier = after(BEFORE)
    found = dossier.where(Promise, "report_id", report_of(dossier, "portefeuille").id)
    assert [(one.text, one.from_report_id) for one in found] == [("Meer scans", "verslag"), ("Een training", "verslag")]


def test_a_promise_goes_to_the_portfolio_that_the_old_one_merged_into() -> None:
    plan = fated(planned(BEFORE, 2023), "portefeuille", merged_into_id="tweede", listed=False)
    dossier = carried_out(BEFORE, plan)
    assert {one.report_id for one in dossier.all(Promise)} == {report_of(dossier, "tweede").id}


# --- For every dossier -----------------------------------------------------------------------------------------------


@st.composite
def plans(draw: st.DrawFn) -> tuple[Dossier, Rollover]:
    """A random dossier and what a person may have made of the proposal."""
    dossier = draw(dossiers(sound=False, max_records=25))
    year = draw(st.integers(1990, 2100))
    if views.year_of(dossier, year) is not None:
        year += 1
    plan = planned(dossier, year) if views.year_of(dossier, year) is None else planned(Dossier(), year)
    for fate in plan.fates:
        plan = with_fate(plan, _changed(draw, plan, fate))
    stopped = tuple(replace(one, goes_on=draw(st.booleans())) for one in plan.countings)
    return dossier, replace(plan, countings=stopped, close=draw(st.booleans()))


def _changed(draw: st.DrawFn, plan: Rollover, fate: Fate) -> Fate:
    return replace(
        fate,
        status=draw(st.sampled_from(PortfolioStatus)),
        listed=draw(st.booleans()),
        merged_into_id=draw(st.sampled_from([None, *(one.id for one in plan.fates)])),
    )


@settings(max_examples=80)
@given(plans())
def test_undoing_it_gives_the_dossier_before(made: tuple[Dossier, Rollover]) -> None:
    dossier, plan = made
    changes = rollover_changes(dossier, plan)
    back: list[Change] = [change.inverse() for change in reversed(changes)]
    assert apply_changes(carried_out(dossier, plan), back).dossier == dossier


@settings(max_examples=40)
@given(plans())
def test_two_people_who_both_begin_the_year_have_the_same_records(made: tuple[Dossier, Rollover]) -> None:
    dossier, plan = made
    mine, theirs = carried_out(dossier, plan), carried_out(dossier, plan)
    merged = merge(dossier, mine, theirs)
    assert (merged.changes, merged.clashes) == ((), ())


@settings(max_examples=40)
@given(plans())
def test_it_is_refused_a_second_time(made: tuple[Dossier, Rollover]) -> None:
    dossier, plan = made
    with pytest.raises(RiecError):
        rollover_changes(carried_out(dossier, plan), plan)
