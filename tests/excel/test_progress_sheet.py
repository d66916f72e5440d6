"""The sheet of progress: a row per portfolio and question, and every finding counted once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import cast

from riec_desktop.checks.walk import check
from riec_desktop.dossier.choices import ReviewState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear
from riec_desktop.dossier.views import reports, year_of, years
from riec_desktop.excel.plan import Amount, Formula
from riec_desktop.excel.progress_sheet import progress
from riec_desktop.workspace.content import example_dossier
from tests.helpers.sample import CONTEXT, RESULTS, TRAFFICKING, YEAR, answer, sample

DIFFERENCE = "=Voortgang[[#This Row],[Woorden]]-Voortgang[[#This Row],[Ruimte]]"
ROOMY = replace(CONTEXT, word_budget=3)
REPORT = replace(
    TRAFFICKING,
    holder="team analyse",
    deadline=date(2023, 2, 1),
    review=ReviewState.DRAFT,
    contractor="hoofd RIEC Goor",
)


def one_row(dossier: Dossier, question: str, portfolio: str = "mensenhandel") -> tuple[object, ...]:
    return next(row for row in progress(dossier, YEAR).rows if row[:2] == (portfolio, question))


def test_a_question_tells_who_delivers_and_how_long_the_answer_is() -> None:
    row = one_row(sample(REPORT, ROOMY, answer("Een te lang antwoord.")), "Context")
    assert row == (
        "mensenhandel",
        "Context",
        "ingevuld",
        "concept",
        "team analyse",
        date(2023, 2, 1),
        4,
        3,
        Formula(DIFFERENCE, Amount(Decimal(1))),
        "te lang",
        1,
        "tip",
    )


def test_an_answer_that_fits_is_told_to_fit() -> None:
    assert one_row(sample(ROOMY, answer("Drie woorden lang.")), "Context")[8:10] == (
        Formula(DIFFERENCE, Amount(Decimal(0))),
        "past",
    )


def test_a_missing_answer_has_its_finding_and_no_length() -> None:
    assert one_row(sample(ROOMY), "Context")[2:] == (
        *("ontbreekt", "leeg", "", None, 0, 3, None, ""),
        *(1, "waarschuwing"),
    )


def test_what_need_not_be_answered_is_not_missing() -> None:
    assert one_row(sample(), "Resultaten van 2022", "jonge aanwas")[2] == "hoeft niet"


def test_what_stands_beside_the_questions_has_a_row_of_its_own() -> None:
    assert one_row(sample(replace(TRAFFICKING, client="")), "(alles naast de vragen)")[10:] == (1, "waarschuwing")


def test_findings_of_the_chapter_stand_last() -> None:
    last = progress(sample(replace(YEAR, number="")), replace(YEAR, number="")).rows[-1]
    assert (last[:2], last[11]) == (("", "(het hele hoofdstuk)"), "fout")


def test_every_finding_of_every_year_is_counted_once() -> None:
    dossier = example_dossier()
    for year in (*years(dossier), _emptied(dossier)):
        counts = [cast("int", row[10]) for row in progress(dossier, year).rows]
        assert sum(counts) == len(check(dossier, year.year or 0))


def _emptied(dossier: Dossier) -> ReportYear:
    found = year_of(dossier, 2021)
    assert found is not None
    return found


def test_totals_are_those_of_the_rows() -> None:
    plan = progress(sample(ROOMY, answer("Een te lang antwoord."), answer("Nog een.", question=RESULTS)), YEAR)
    totals = {column.name: column.total for column in plan.columns if column.total}
    assert totals["Woorden"] == Amount(Decimal(6))
    assert totals["Aandachtspunten"] == Amount(Decimal(sum(cast("int", row[10]) for row in plan.rows)))


def test_the_example_has_a_row_per_portfolio_and_question_and_one_for_the_rest() -> None:
    dossier = example_dossier()
    year = year_of(dossier, 2023)
    assert year is not None
    assert len(progress(dossier, year).rows) == len(reports(dossier, year)) * 8


def test_a_year_without_a_number_has_no_findings() -> None:
    assert progress(sample(), ReportYear(id="leeg")).rows == ()
