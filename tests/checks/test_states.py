"""What a portfolio owes by its state, each rule on the smallest dossier that breaks it."""

from dataclasses import replace
from datetime import date

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.walk import check
from riec_desktop.dossier.changes import apply_changes
from riec_desktop.dossier.choices import ActivityState, PortfolioStatus
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import Activity, Portfolio, Record
from tests.helpers.sample import CONTEXT, PORTFOLIOS, RESULTS, TRAFFICKING, answer, sample


def noticed(code: str, *more: Record) -> list[Finding]:
    return [one for one in check(with_records(*more), 2022) if one.code == code]


def with_records(*more: Record) -> Dossier:
    return dossier_of([*sample().records(), *more])


def test_an_answer_may_be_a_tenth_longer_than_its_room() -> None:
    roomy = replace(CONTEXT, word_budget=10)
    assert not noticed("answer.too_long", roomy, answer("woord " * 11))
    (found,) = noticed("answer.too_long", roomy, answer("woord " * 12))
    assert "heeft 12 woorden, en er is ruimte voor 10" in found.sentence
    assert not noticed("answer.too_long", answer("woord " * 900))


def test_a_portfolio_stands_once_in_a_year() -> None:
    (found,) = noticed("report.twice", replace(TRAFFICKING, id="zelfde", goal_id="overheid"))
    assert (found.severity, found.record_id) == (Severity.ERROR, "zelfde")


def test_a_merged_portfolio_says_into_which() -> None:
    merged = replace(TRAFFICKING, status=PortfolioStatus.MERGED)
    (found,) = noticed("report.merged_nowhere", merged)
    assert (found.kind, found.field, found.report_id) == (Portfolio, "merged_into_id", TRAFFICKING.id)
    assert not noticed("report.merged_nowhere", merged, replace(PORTFOLIOS[0], merged_into_id="portefeuille-b"))


def test_a_name_leaves_the_words_and_marks_of_the_list_out() -> None:
    named = replace(PORTFOLIOS[0], name="portefeuille mensenhandel;")
    (found,) = noticed("report.name", named)
    after = apply_changes(with_records(named), found.repairs[0].changes).dossier
    kept = after.get(Portfolio, named.id)
    assert kept is not None
    assert kept.name == "mensenhandel"


TRAINING = Activity(id="a", report_id=TRAFFICKING.id, title="Training")


def test_an_activity_ends_after_it_begins() -> None:
    assert noticed("activity.reversed", replace(TRAINING, start=date(2022, 5, 1), end=date(2022, 4, 1)))
    assert not noticed("activity.reversed", replace(TRAINING, start=date(2022, 4, 1), end=date(2022, 4, 1)))


def test_an_activity_that_is_over_is_not_planned() -> None:
    assert noticed("activity.still_planned", replace(TRAINING, end=date(2021, 4, 1)))
    assert not noticed("activity.still_planned", replace(TRAINING, end=date(2021, 4, 1), state=ActivityState.DONE))
    assert not noticed("activity.still_planned", replace(TRAINING, end=date(2022, 4, 1)))


def test_an_activity_of_one_organisation_names_it() -> None:
    assert noticed("activity.whose", replace(TRAINING, joint=False))
    assert not noticed("activity.whose", replace(TRAINING, joint=False, organisation_ids=("goor",)))


ASKED = replace(RESULTS, required_for=(PortfolioStatus.RUNNING, PortfolioStatus.FINISHED))


def test_a_result_of_one_riec_belongs_in_a_box() -> None:
    (found,) = noticed("report.one_region", ASKED, answer("RIEC Goor sloot drie panden.", TRAFFICKING, RESULTS))
    assert found.words == "RIEC Goor"


def test_results_of_several_or_of_all_stand_in_the_text() -> None:
    for text in ("RIEC Goor en RIEC Delden deden mee.", "Alle RIEC’s volgden RIEC Goor.", "De politie deed mee."):
        assert not noticed("report.one_region", ASKED, answer(text, TRAFFICKING, RESULTS))
