"""Rule 12: a promise gets an answer; until the report is agreed upon that is a tip."""

from dataclasses import replace

import pytest

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.walk import check
from riec_desktop.dossier.choices import PromiseOutcome, ReviewState, YearState
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.promises import promises_of
from riec_desktop.dossier.records import Answer, Promise, Question, Record, ReportYear
from riec_desktop.workspace.content import example_dossier
from tests.helpers.sample import TRAFFICKING, YEAR, sample

OLD = ReportYear(id="oud", year=2021)
BEFORE = replace(TRAFFICKING, id="verslag-oud", year_id="oud")
ASKED = Question(id="vervolg", year_id="oud", promise=True)
SAID = Answer(id="gezegd", report_id="verslag-oud", question_id="vervolg", text="- een scan\n- een training")
PROMISE = Promise(id="belofte", report_id=TRAFFICKING.id, from_report_id="verslag-oud", text="Een scan.")


def noticed(*records: Record) -> list[Finding]:
    return [one for one in check(sample(*records), 2022) if one.code.startswith("promise.")]


@pytest.mark.parametrize(
    ("review", "severity"), [(ReviewState.DRAFT, Severity.TIP), (ReviewState.AGREED, Severity.WARNING)]
)
def test_a_promise_without_an_answer_weighs_more_when_the_report_is_agreed_upon(
    review: ReviewState, severity: Severity
) -> None:
    (found,) = noticed(PROMISE, replace(TRAFFICKING, review=review))
    assert (found.code, found.severity, found.record_id, found.field) == (
        "promise.open",
        severity,
        "belofte",
        "outcome",
    )
    assert "belofte ‘Een scan.’ heeft nog geen uitkomst" in found.sentence


def test_a_promise_with_an_answer_is_fine() -> None:
    assert noticed(replace(PROMISE, outcome=PromiseOutcome.DONE)) == []


def test_a_long_promise_is_quoted_in_part() -> None:
    (found,) = noticed(replace(PROMISE, text="woord " * 30))
    assert "woord…’" in found.sentence


def test_its_texts_are_checked_as_any() -> None:
    unfinished = replace(PROMISE, outcome=PromiseOutcome.DONE, reply="Nog XXX.")
    codes = [one.code for one in check(sample(unfinished), 2022)]
    assert "text.leftover" in codes


def test_promises_that_nobody_took_over_are_told_with_a_button_that_does_it() -> None:
    records = (OLD, BEFORE, ASKED, SAID)
    (found,) = noticed(*records)
    assert (found.code, found.severity) == ("promise.waiting", Severity.TIP)
    assert "twee beloften" in found.sentence
    dossier: Dossier = sample(*records)
    after = applied(dossier, found.repairs[0].changes)
    assert [one.text for one in promises_of(after, TRAFFICKING)] == ["een scan", "een training"]


def test_in_a_closed_year_nobody_is_asked_to_take_them_over() -> None:
    closed = dossier_of([*sample(OLD, BEFORE, ASKED, SAID).records(), replace(YEAR, state=YearState.CLOSED)])
    assert [one for one in check(closed, 2022) if one.code.startswith("promise.")] == []


@pytest.mark.parametrize("year", [2022, 2023])
def test_every_promise_of_the_example_has_its_answer(year: int) -> None:
    assert [one for one in check(example_dossier(), year) if one.kind is Promise or "promise" in one.code] == []
