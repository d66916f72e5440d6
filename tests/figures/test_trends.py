"""A trend: the total of every year from the first one with a figure, none left out."""

from dataclasses import replace
from decimal import Decimal

from riec_desktop.figures.shielded import total
from riec_desktop.figures.trends import MOST_YEARS, trend
from tests.helpers.sample import DELDEN, GOOR, SIGNALS, TRAININGS, figure, sample


def test_a_trend_runs_from_the_first_year_with_a_figure_to_the_year_asked_for() -> None:
    dossier = sample(
        SIGNALS,
        figure("3", organisation=GOOR, year=2020),
        figure("4", organisation=DELDEN, year=2022),
        figure("9", year=2024),
    )
    found = trend(dossier, SIGNALS, 2023)
    assert found.years == (2020, 2021, 2022, 2023)
    assert [one.actual for one in found.totals] == [Decimal(3), None, Decimal(4), None]


def test_a_trend_holds_the_totals_that_stand_elsewhere() -> None:
    dossier = sample(TRAININGS, figure("5", TRAININGS, target=Decimal(8)), figure("7", TRAININGS, year=2021))
    found = trend(dossier, TRAININGS, 2022)
    assert found.totals == tuple(total(dossier, TRAININGS, year) for year in (2021, 2022))


def test_an_indicator_without_figures_has_no_years() -> None:
    found = trend(sample(SIGNALS, figure("9", year=2024)), SIGNALS, 2022)
    assert (found.years, found.totals) == ((), ())


def test_years_long_ago_are_left_out() -> None:
    dossier = sample(SIGNALS, figure("1", year=1), figure("2", year=2022), replace(figure("3"), id="x", year=None))
    assert trend(dossier, SIGNALS, 2022).years == (2022,)
    long_ago = sample(SIGNALS, figure("1", year=2022 - MOST_YEARS + 1))
    assert len(trend(long_ago, SIGNALS, 2022).years) == MOST_YEARS
