"""A portfolio that merged says where it went."""

from dataclasses import replace

from riec_desktop.checks import check
from riec_desktop.dossier.choices import PortfolioStatus
from riec_desktop.dossier.records import Record
from tests.helpers.sample import PORTFOLIOS, TRAFFICKING, sample

MERGED = replace(TRAFFICKING, status=PortfolioStatus.MERGED)
ONE, OTHER, _ = PORTFOLIOS


def codes(*records: Record) -> list[str]:
    return [one.code for one in check(sample(*records), 2022) if "merged" in one.code]


def test_where_a_merged_portfolio_went_is_asked_for() -> None:
    assert codes(MERGED) == ["report.merged_nowhere"]
    assert codes(MERGED, replace(ONE, merged_into_id=OTHER.id)) == []
    assert codes() == []


def test_a_portfolio_cannot_end_in_itself_by_any_way() -> None:
    assert codes(replace(ONE, merged_into_id=ONE.id)) == ["report.merged_in_circle"]
    circle = (replace(ONE, merged_into_id=OTHER.id), replace(OTHER, merged_into_id=ONE.id))
    assert codes(*circle) == ["report.merged_in_circle"] * 2
