"""A portfolio does not merge into itself, by whatever way."""

from dataclasses import replace

from riec_desktop.checks.walk import check
from riec_desktop.dossier.records import Record
from tests.helpers.sample import PORTFOLIOS, sample

ONE, OTHER, _ = PORTFOLIOS


def codes(*records: Record) -> list[str]:
    return [one.code for one in check(sample(*records), 2022) if "circle" in one.code]


def test_a_portfolio_cannot_end_in_itself() -> None:
    assert codes(replace(ONE, merged_into_id=ONE.id)) == ["report.merged_in_circle"]
    circle = (replace(ONE, merged_into_id=OTHER.id), replace(OTHER, merged_into_id=ONE.id))
    assert codes(*circle) == ["report.merged_in_circle"] * 2


def test_a_portfolio_that_ends_in_another_is_fine() -> None:
    assert codes(replace(ONE, merged_into_id=OTHER.id)) == []
