"""The sheet of promises: a row each, with the year that promised and what came of it."""

from dataclasses import replace

from riec_desktop.dossier.choices import PromiseOutcome
from riec_desktop.dossier.records import Promise, ReportYear
from riec_desktop.excel.plan import Tone
from riec_desktop.excel.promise_sheet import promises
from tests.helpers.sample import TRAFFICKING, YEAR, sample

OLD = ReportYear(id="oud", year=2021)
BEFORE = replace(TRAFFICKING, id="verslag-oud", year_id="oud")


def test_a_promise_is_a_row() -> None:
    done = Promise(
        id="belofte",
        report_id=TRAFFICKING.id,
        from_report_id="verslag-oud",
        text="- een **scan**",
        outcome=PromiseOutcome.DONE,
        reply="Klaar.",
    )
    lost = Promise(id="los", report_id=TRAFFICKING.id, text="Van ooit.")
    assert promises(sample(OLD, BEFORE, done, lost), YEAR).rows == (
        ("mensenhandel", 2021, "• een scan", "gedaan", "Klaar."),
        ("mensenhandel", None, "Van ooit.", "nog open", ""),
    )


def test_a_promise_without_an_answer_stands_out() -> None:
    marks = {one.word: one.tone for one in promises(sample(), YEAR).columns[3].marks}
    assert (marks["nog open"], marks["gedaan"]) == (Tone.LACKING, Tone.DONE)
