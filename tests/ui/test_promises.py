"""Promises on the page of a portfolio: taken over, answered, written by hand; and the past of a merged portfolio."""

from collections.abc import Sequence
from dataclasses import replace

from riec_desktop.chapter.html import LIGHT
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import Change, RemoveRecord, set_field
from riec_desktop.dossier.choices import PromiseOutcome, YearState
from riec_desktop.dossier.promises import promises_of
from riec_desktop.dossier.records import Promise
from riec_desktop.dossier.rollover import rolled_over
from riec_desktop.dossier.rollover_plan import planned, with_fate
from riec_desktop.ui.last_year.html import last_year_html
from riec_desktop.ui.last_year.strip import pieces_of
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.pages.promises import PromisesPart
from riec_desktop.workspace.last_year import of_report
from tests.helpers.program import Program


def part(example: Program, name: str) -> PromisesPart:
    example.show_portfolio(name)
    page = example.bench.page
    assert isinstance(page, PortfolioPage)
    return page.promises


def do(example: Program, changes: Sequence[Change]) -> None:
    example.bench.editing.do("voorbereiden", changes)
    example.settle()


def test_promises_stand_above_the_questions_with_what_came_of_them(example: Program) -> None:
    shown = part(example, "criminele geldstromen")
    assert not shown.isHidden()
    assert [one.outcome for one in shown.rows.records() if isinstance(one, Promise)] == [
        PromiseOutcome.NOT_DONE,
        PromiseOutcome.PARTLY,
    ]
    assert shown.take_button.isHidden()


def test_an_answer_is_given_in_the_table(example: Program) -> None:
    shown = part(example, "sterk merk")
    first = shown.rows.records()[0]
    shown.table.edit_requested.emit(first.id, "outcome", PromiseOutcome.LAPSED)
    kept = example.bench.session.dossier.get(Promise, first.id)
    assert kept is not None
    assert kept.outcome is PromiseOutcome.LAPSED


def test_promises_that_are_not_there_can_be_taken_over_in_one_step(example: Program) -> None:
    shown = part(example, "sterk merk")
    held = promises_of(example.bench.session.dossier, example.report)
    do(example, [RemoveRecord(one) for one in held])
    assert shown.take_button.text() == "1 belofte overnemen"
    shown.take_button.click()
    (taken,) = promises_of(example.bench.session.dossier, example.report)
    assert taken.text.startswith("In 2023 voeren we één huisstijl in.")
    assert shown.take_button.isHidden()
    example.window.undo()
    assert promises_of(example.bench.session.dossier, example.report) == ()


def test_a_promise_can_be_added_by_hand_and_knows_the_report_that_made_it(example: Program) -> None:
    shown = part(example, "sterk merk")
    shown.add_row()
    dossier = example.bench.session.dossier
    before = views.previous_report(dossier, example.report)
    assert before is not None
    assert promises_of(dossier, example.report)[-1].from_report_id == before.id


def test_a_portfolio_without_a_past_is_not_asked_for_promises(fresh: Program) -> None:
    assert part(fresh, "mensenhandel").isHidden()


def test_a_closed_year_shows_its_promises_and_changes_none(example: Program) -> None:
    shown = part(example, "sterk merk")
    do(example, set_field(example.bench.editing.year, "state", YearState.CLOSED))
    assert shown.table.model.read_only
    assert not shown.take_button.isEnabled() or shown.take_button.isHidden()


def test_after_a_merger_the_panel_shows_the_texts_of_both(example: Program) -> None:
    dossier = example.bench.session.dossier
    plan = planned(dossier, 2024)
    ids = {fate.name: fate for fate in plan.fates}
    merged = replace(ids["criminele geldstromen"], merged_into_id=ids["jonge aanwas"].id, listed=False)
    after = rolled_over(dossier, with_fate(plan, merged))
    year = views.year_of(after, 2024)
    assert year is not None
    report = next(one for one in views.reports(after, year) if views.report_name(after, one) == "jonge aanwas")
    found = of_report(after, report)
    assert found is not None
    assert "Context (criminele geldstromen)" in [one.title for one in found.texts]
    html = last_year_html(found, LIGHT, takes=True)
    assert "<b>criminele geldstromen:</b> In het voorjaar van 2024" in html
    assert html.count("Wat u daarover in 2024 schrijft") == 1
    question = next(one for one in views.questions(after, year.id) if one.topic == "Context")
    titles = [one.title for one in pieces_of(after, report, question)]
    assert titles == ["Antwoord van 2023", "Antwoord van 2023 (criminele geldstromen)"]
