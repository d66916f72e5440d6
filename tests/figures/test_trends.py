"""A trend: the total of every year from the first one with a figure, none left out."""

from dataclasses import replace
from decimal import Decimal

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.linked import LinkedNumber, Measure
from riec_desktop.dossier.records import DefinitionChange
from riec_desktop.figures.rows import figure_row
from riec_desktop.figures.shielded import total
from riec_desktop.figures.shown import linked_text
from riec_desktop.figures.trends import MOST_YEARS, Break, breaks, segments, trend
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


# --- Breaks ----------------------------------------------------------------------------------------------------------


def broken(*years: int | None) -> Dossier:
    changes = (
        DefinitionChange(id=f"anders-{at}", indicator_id="trainingen", year=year, note=f"Reden {at}.")
        for at, year in enumerate(years)
    )
    counts = (figure(str(10 + at), TRAININGS, year=2018 + at) for at in range(5))
    return sample(TRAININGS, *counts, *changes)


def test_a_series_is_cut_where_the_definition_changed() -> None:
    found = trend(broken(2020, 2022), TRAININGS, 2022)
    assert found.breaks == (Break(2020, "Reden 0."), Break(2022, "Reden 1."))
    assert [part.years for part in segments(found)] == [(2018, 2019), (2020, 2021), (2022,)]
    assert [part.breaks for part in segments(found)] == [(), (), ()]
    assert [one.actual for part in segments(found) for one in part.totals] == [10, 11, 12, 13, 14]


def test_a_change_before_the_first_year_after_the_last_or_without_a_year_is_no_break() -> None:
    found = trend(broken(2018, 2023, None), TRAININGS, 2022)
    assert found.breaks == ()
    assert list(segments(found)) == [found]


def test_of_two_changes_in_one_year_the_first_counts() -> None:
    assert breaks(broken(2020, 2020), TRAININGS, 2018, 2022) == (Break(2020, "Reden 0."),)


def test_a_change_across_a_break_is_not_computed() -> None:
    dossier = broken(2022)
    row = figure_row(dossier, TRAININGS, 2022)
    assert (row.previous, row.actual, row.percentage) == (13, 14, None)
    assert row.breaks == (Break(2022, "Reden 0."),)
    for measure in (Measure.CHANGE, Measure.PERCENTAGE):
        assert linked_text(dossier, LinkedNumber("trainingen", measure=measure), 2022) == "niet te vergelijken"
        assert linked_text(dossier, LinkedNumber("trainingen", 2021, None, measure), 2022) != "niet te vergelijken"


# --- By hand ---------------------------------------------------------------------------------------------------------


def test_the_functions_agree_with_sums_made_by_hand() -> None:
    """2021: 10 + 25 = 35 against 40. 2022: 14 + 28 = 42 against 40: +2, 105 %; 7 more than 35 is +20 %."""
    dossier = sample(
        SIGNALS,
        figure("10", organisation=GOOR, year=2021, target=Decimal(15)),
        figure("25", organisation=DELDEN, year=2021, target=Decimal(25)),
        figure("14", organisation=GOOR, target=Decimal(15)),
        figure("28", organisation=DELDEN, target=Decimal(25)),
    )
    row = figure_row(dossier, SIGNALS, 2022)
    numbers = (row.previous, row.target, row.actual, row.difference, row.percentage)
    assert numbers == (35, 40, 42, 2, 20)
    said = {measure: linked_text(dossier, LinkedNumber("signalen", measure=measure), 2022) for measure in Measure}
    assert said == {
        Measure.ACTUAL: "42",
        Measure.TARGET: "40",
        Measure.DIFFERENCE: "+2",
        Measure.PREVIOUS: "35",
        Measure.CHANGE: "+7",
        Measure.PERCENTAGE: "+20\u00a0%",
        Measure.REACHED: "105\u00a0%",
    }
