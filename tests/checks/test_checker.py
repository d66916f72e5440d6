"""Checking again after an edit gives what checking everything gives, and looks only at what hangs on the edit."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riec_desktop.checks.checker import Checker
from riec_desktop.checks.walk import check
from riec_desktop.checks.watched import Past, Watched
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import AddRecord, Change, RemoveRecord, SetField, apply_changes, set_field
from riec_desktop.dossier.choices import ReviewState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import set_value
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.records import (
    RECORD_TYPES,
    Answer,
    Comment,
    IndicatorValue,
    Organisation,
    PortfolioReport,
    Record,
    ReportYear,
    StrategicGoal,
)
from riec_desktop.workspace.content import example_dossier
from tests.helpers.sample import GOOR, POLICE, TRAFFICKING, answer, sample

EXAMPLE = example_dossier()
TEXTS = (
    "",
    "RIEC Noord hielp.",
    "XXX",
    "Volgend jaar meer.",
    "Inspectie SZW  hielp tevens mee.",
    "Het OM doet mee.",
    "- een\n\n\\- twee",
)


def edited(dossier: Dossier, *changes: Change) -> Dossier:
    return apply_changes(dossier, changes).dossier


R = TypeVar("R")
Ask = Callable[[Dossier], object]


def pick(rows: tuple[R, ...], at: int) -> R:
    return rows[at % len(rows)]


def comment_on(report: PortfolioReport, text: str) -> tuple[Change, ...]:
    """A comment on a portfolio that everybody agreed on, which is what makes it noticed."""
    agreed = set_field(report, "review", ReviewState.AGREED)
    remark = Comment(id=uuid4().hex, kind="PortfolioReport", record_id=report.id, field="client", text=text)
    return (*agreed, AddRecord(remark))


EDITS: dict[str, Callable[[Dossier, int, str], tuple[Change, ...]]] = {
    "answer": lambda dossier, at, text: set_field(pick(dossier.all(Answer), at), "text", text),
    "year": lambda dossier, at, text: set_field(pick(dossier.all(ReportYear), at), "opening", text),
    "organisation": lambda dossier, at, text: set_field(pick(dossier.all(Organisation), at), "name", text),
    "goal": lambda dossier, at, text: set_field(pick(dossier.all(StrategicGoal), at), "short_name", text),
    "role": lambda dossier, at, text: set_field(pick(dossier.all(PortfolioReport), at), "client", text),
    "figure": lambda dossier, at, _: set_field(pick(dossier.all(IndicatorValue), at), "actual", Decimal(at)),
    "remove": lambda dossier, at, _: (RemoveRecord(pick(dossier.all(Answer), at)),),
    "comment": lambda dossier, at, text: comment_on(pick(dossier.all(PortfolioReport), at), text),
    "settings": lambda dossier, at, _: set_value(dossier, views.settings(dossier), "long_sentence", at),
}
"""What a person may change: which record of a kind, and to what."""
STEP = st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 400), st.sampled_from(TEXTS))


@settings(max_examples=12, deadline=None)
@given(st.lists(STEP, min_size=1, max_size=5))
def test_after_any_edits_it_finds_what_a_check_of_everything_finds(steps: list[tuple[str, int, str]]) -> None:
    dossier, checker = EXAMPLE, Checker()
    assert checker.check(dossier, 2023) == check(dossier, 2023)
    for kind, at, text in steps:
        dossier = edited(dossier, *EDITS[kind](dossier, at, text))
        assert checker.check(dossier, 2023) == check(dossier, 2023)


def _chosen_otherwise(record: Record) -> Iterator[tuple[SetField, ...]]:
    """Every other value of every choice and every yes or no of a record."""
    for spec in specs(type(record)).values():
        old: object = getattr(record, spec.name)
        if isinstance(old, StrEnum):
            yield from (set_field(record, spec.name, one) for one in type(old) if one is not old)
        if isinstance(old, bool):
            yield set_field(record, spec.name, not old)


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_after_any_choice_it_finds_what_a_check_of_everything_finds(kind: type[Record]) -> None:
    known = Checker()
    known.check(EXAMPLE, 2023)
    for record in EXAMPLE.all(kind)[:3]:
        for changes in _chosen_otherwise(record):
            known.check(EXAMPLE, 2023)
            assert known.check(edited(EXAMPLE, *changes), 2023) == check(edited(EXAMPLE, *changes), 2023)


def test_years_are_remembered_apart() -> None:
    checker = Checker()
    for year in (2022, 2023, 2022):
        assert checker.check(EXAMPLE, year) == check(EXAMPLE, year)


def test_a_year_that_is_not_there_is_one_finding() -> None:
    assert [one.code for one in Checker().check(sample(), 1999)] == ["year.unknown"]


def test_a_check_that_is_broken_off_changes_nothing() -> None:
    checker = Checker()
    checker.check(EXAMPLE, 2023)
    other = edited(EXAMPLE, *set_field(EXAMPLE.all(Answer)[0], "text", "XXX"))
    next(checker.steps(other, 2023))
    assert checker.check(EXAMPLE, 2023) == check(EXAMPLE, 2023)


def test_it_knows_a_year_only_after_it_was_checked_to_the_end() -> None:
    checker, year = Checker(), EXAMPLE.all(ReportYear)[0]
    next(checker.steps(EXAMPLE, year.year or 0))
    assert not checker.knows(year)
    checker.check(EXAMPLE, year.year or 0)
    assert checker.knows(year)


def test_findings_that_hold_are_the_very_same() -> None:
    checker = Checker()
    dossier = edited(sample(), *set_field(TRAFFICKING, "client", ""))
    before = {one.code: one for one in checker.check(dossier, 2022)}
    after = checker.check(edited(dossier, *set_field(POLICE, "name", "marechaussee")), 2022)
    assert next(one for one in after if one.code == "report.no_client") is before["report.no_client"]


# --- A dossier that notes what is asked ------------------------------------------------------------------------------


def test_every_question_gets_the_answer_of_the_dossier() -> None:
    dossier = sample()
    watched = Watched(Past(None, dossier))
    assert watched.all(Organisation) == dossier.all(Organisation)
    assert watched.rows(Organisation) is dossier.rows(Organisation)
    assert watched.table(Organisation) is dossier.table(Organisation)
    assert watched.first(Organisation, "name", "RIEC Goor") == GOOR
    assert watched.many(Organisation, ["goor", "weg"]) == (GOOR,)
    assert watched.get(Organisation, None) is None


def how_many(dossier: Dossier) -> int:
    return len(dossier.all(Organisation))


def all_names(dossier: Dossier) -> tuple[str, ...]:
    return tuple(one.name for one in dossier.all(Organisation))


HOLD: tuple[tuple[Ask, bool], ...] = (
    (lambda one: one.get(Organisation, "goor"), False),
    (lambda one: one.get(Organisation, "politie"), True),
    (lambda one: one.all(Organisation), False),
    (lambda one: one.rows(Organisation), False),
    (lambda one: one.where(Organisation, "name", "politie"), True),
    (lambda one: one.all(Answer), True),
    (lambda one: one.once("names", lambda: one.get(Organisation, "goor")), False),
    (lambda one: one.derived(how_many), True),
    (lambda one: one.derived(all_names), False),
)
"""What is asked, and whether it holds when RIEC Goor gets another name."""


@pytest.mark.parametrize(("ask", "holds"), HOLD)
def test_what_was_asked_holds_while_the_answers_are_the_same(ask: Ask, holds: bool) -> None:
    past = Past(None, sample())
    watched = Watched(past)
    ask(watched)
    later = Past(past, edited(past.dossier, *set_field(GOOR, "name", "RIEC Markelo")))
    assert later.holds(watched.reads) is holds


def test_what_is_derived_is_made_once_and_kept_while_its_sources_are_the_same() -> None:
    made: list[int] = []

    def make(dossier: Dossier) -> int:
        made.append(1)
        return len(dossier.all(Organisation))

    past = Past(None, sample())
    assert Watched(past).derived(make) == Watched(past).derived(make)
    later = Past(past, edited(past.dossier, *set_field(TRAFFICKING, "client", "iemand")))
    assert Watched(later).derived(make)
    assert len(made) == 1


def name_of_goor(dossier: Dossier) -> str:
    return dossier.once("name of goor", lambda: next(one.name for one in dossier.all(Organisation) if one.id == "goor"))


def test_what_hangs_on_an_answer_through_something_else_gets_the_new_one() -> None:
    """Both are looked at after the change, in any order."""
    past = Past(None, sample())
    for question in range(20):
        ask_again(Watched(past), question)
    assert name_of_goor(Watched(past)) == GOOR.name
    later = Past(past, edited(past.dossier, *set_field(GOOR, "name", "RIEC Markelo")))
    assert {ask_again(Watched(later), question) for question in range(20)} == {"RIEC Markelo"}


def ask_again(watched: Watched, question: int) -> str:
    return watched.once(("through", question), lambda: watched.derived(name_of_goor))


def test_what_did_not_change_is_not_asked_again() -> None:
    past = Past(None, sample())
    known = Watched(past).once("names", lambda: Watched(past).all(Organisation))
    later = Past(past, edited(past.dossier, *set_field(TRAFFICKING, "client", "iemand")))
    assert Watched(later).once("names", tuple) is known


def test_a_plain_dossier_derives_too_and_once() -> None:
    dossier = sample()
    assert dossier.derived(all_names) is dossier.derived(all_names)


def test_an_answer_that_is_added_makes_its_portfolio_checked_again() -> None:
    checker = Checker()
    checker.check(sample(), 2022)
    more = sample().with_rows({Answer: {one.id: one for one in (answer("XXX"),)}})
    assert checker.check(more, 2022) == check(more, 2022)
