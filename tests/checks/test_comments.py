"""A portfolio that is agreed upon with a comment still open is a tip."""

from dataclasses import replace

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.walk import check
from riec_desktop.dossier.choices import ReviewState
from riec_desktop.dossier.records import Answer, Comment, Record
from tests.helpers.sample import TRAFFICKING, answer, sample

AGREED = replace(TRAFFICKING, review=ReviewState.AGREED)
WRITTEN = answer("Er speelde veel.")
COMMENT = Comment(id="opm", kind="Answer", record_id=WRITTEN.id, field="text", text="Klopt dit?")


def noticed(*records: Record) -> list[Finding]:
    return [one for one in check(sample(WRITTEN, *records), 2022) if one.code == "report.open_comments"]


def test_an_open_comment_on_an_agreed_portfolio_is_a_tip_at_its_field() -> None:
    (found,) = noticed(AGREED, COMMENT)
    assert (found.kind, found.record_id, found.field) == (Answer, WRITTEN.id, "text")
    assert found.severity is Severity.TIP
    assert found.sentence.startswith("Portefeuille mensenhandel staat op akkoord, maar er staat nog 1 opmerking open.")


def test_all_open_comments_of_a_portfolio_are_one_tip() -> None:
    (found,) = noticed(AGREED, COMMENT, replace(COMMENT, id="nog een"))
    assert "er staan nog 2 opmerkingen open" in found.sentence


def test_a_resolved_comment_is_none_and_a_portfolio_in_discussion_may_have_open_ones() -> None:
    assert noticed(AGREED, replace(COMMENT, resolved=True)) == []
    assert noticed(COMMENT) == []
