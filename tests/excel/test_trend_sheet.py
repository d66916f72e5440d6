"""Trends: the totals of the Word chapter over the years, what changed, and charts that say the same in words."""

from dataclasses import replace
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest

from riec_desktop.dossier.choices import Direction, IndicatorChart, MissingReason, Scope, SmallChoice
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import DefinitionChange, Indicator, IndicatorValue, Portfolio, ReportYear
from riec_desktop.dossier.views import centres, indicators, reports, year_of
from riec_desktop.excel.figure_sheets import figures, totals
from riec_desktop.excel.plan import Amount, Formula, Line, SheetPlan
from riec_desktop.excel.trend_sheet import MOST_CHARTS, trends
from riec_desktop.figures.shielded import total
from riec_desktop.workspace.content import example_dossier
from tests.helpers.sample import DELDEN, GOOR, SIGNALS, TRAININGS, YEAR, figure, sample

pd: Any = import_module("pandas")
DOSSIER = sample(
    SIGNALS,
    figure("10", organisation=GOOR, year=2020),
    figure("4", organisation=GOOR, year=2021),
    figure("5", organisation=DELDEN, year=2021, target=Decimal(8)),
    figure("12", organisation=GOOR),
    figure("6", organisation=DELDEN),
)


def column(plan: SheetPlan, name: str) -> list[Any]:
    at = [one.name for one in plan.columns].index(name)
    return [row[at] for row in plan.rows]


def now(base: int) -> str:
    return f"Trends[[#This Row],[2022]]-Trends[[#This Row],[{base}]]"


def test_a_row_has_the_totals_of_the_years_and_what_changed() -> None:
    plan = trends(DOSSIER, YEAR)
    (row,) = plan.rows
    assert dict(zip((one.name for one in plan.columns), row, strict=True)) == {
        "Portefeuille": "mensenhandel",
        "Indicator": "signalen",
        "Eenheid": "signalen",
        "2020": Amount(Decimal(10)),
        "2021": Amount(Decimal(9)),
        "2022": Amount(Decimal(18)),
        "Doel 2020": None,
        "Doel 2021": Amount(Decimal(8)),
        "Doel 2022": None,
        "Sinds 2021": Formula(f"={now(2021)}", Amount(Decimal(9))),
        "Sinds 2021 in %": Formula(f"=({now(2021)})/ABS(Trends[[#This Row],[2021]])", Amount(Decimal(1))),
        "Ontwikkeling": "beter",
        "Sinds 2020": Formula(f"={now(2020)}", Amount(Decimal(8))),
        "Sinds 2020 in %": Formula(f"=({now(2020)})/ABS(Trends[[#This Row],[2020]])", Amount(Decimal("0.8"))),
        "Niet meegeteld": "2020: RIEC Delden",
        "Anders geteld vanaf": "",
        "Grafiek": "Mensenhandel: signalen",
    }


@pytest.mark.parametrize(
    ("actual", "direction", "told"),
    [
        ("6", Direction.UP, "beter"),
        ("4", Direction.UP, "slechter"),
        ("4", Direction.DOWN, "beter"),
        ("6", Direction.DOWN, "slechter"),
        ("5", Direction.UP, "gelijk"),
        ("6", Direction.NEUTRAL, ""),
        (None, Direction.UP, ""),
    ],
)
def test_a_change_is_called_better_or_worse_by_the_good_direction(
    actual: str | None, direction: Direction, told: str
) -> None:
    indicator = replace(TRAININGS, direction=direction)
    plan = trends(sample(indicator, figure("5", indicator, year=2021), figure(actual, indicator)), YEAR)
    assert column(plan, "Ontwikkeling") == [told]


def test_one_year_has_nothing_to_compare_with() -> None:
    plan = trends(sample(TRAININGS, figure("5", TRAININGS)), YEAR)
    assert not [one.name for one in plan.columns if one.name.startswith("Sinds")]
    assert (plan.rows[0][3], plan.charts) == (Amount(Decimal(5)), ())


def test_two_years_are_compared_once() -> None:
    plan = trends(sample(TRAININGS, figure("5", TRAININGS), figure("4", TRAININGS, year=2021)), YEAR)
    assert [one.name for one in plan.columns if one.name.startswith("Sinds")] == ["Sinds 2021", "Sinds 2021 in %"]


def test_without_figures_the_indicators_are_there_all_the_same() -> None:
    plan = trends(sample(TRAININGS), YEAR)
    assert [row[1] for row in plan.rows] == ["trainingen"]
    assert trends(sample(TRAININGS), ReportYear(id="zonder")).rows == ()


# --- Charts ----------------------------------------------------------------------------------------------------------


def test_a_chart_shows_its_row_and_tells_its_numbers() -> None:
    (chart,) = trends(DOSSIER, YEAR).charts
    assert chart.places == ("2020", "2021", "2022")
    assert chart.lines == (Line("werkelijk", 3, 5), Line("doel", 6, 8, is_target=True))
    assert chart.description == (
        "Lijngrafiek. Mensenhandel: signalen (signalen). Werkelijk: 2020 10, 2021 9, 2022 18. Doel: 2021 8."
    )


def test_an_indicator_without_targets_has_one_line() -> None:
    (chart,) = trends(sample(TRAININGS, figure("5", TRAININGS), figure("4", TRAININGS, year=2021)), YEAR).charts
    assert [line.name for line in chart.lines] == ["werkelijk"]


def test_an_indicator_that_wants_no_chart_has_none() -> None:
    quiet = replace(SIGNALS, chart=IndicatorChart.NONE)
    assert trends(sample(*DOSSIER.all(IndicatorValue), quiet), YEAR).charts == ()


def test_a_workbook_has_no_more_charts_than_anybody_looks_at() -> None:
    many = [replace(TRAININGS, id=f"i{number}") for number in range(MOST_CHARTS + 5)]
    values = [figure("5", one, year=year) for one in many for year in (2021, 2022)]
    plan = trends(sample(*many, *values), YEAR)
    assert (len(plan.rows), len(plan.charts)) == (MOST_CHARTS + 5, MOST_CHARTS)


# --- The same numbers everywhere -------------------------------------------------------------------------------------


@pytest.fixture(name="example", scope="module")
def example_fixture() -> Dossier:
    return example_dossier()


def year_of_example(dossier: Dossier, year: int) -> ReportYear:
    found = year_of(dossier, year)
    assert found is not None
    return found


def tidy(plan: SheetPlan) -> Any:
    """The sheet 'Cijfers' as Power Query reads it."""
    cells = [[cell.value if isinstance(cell, Amount) else cell for cell in row] for row in plan.rows]
    return pd.DataFrame(cells, columns=[column.name for column in plan.columns])


def added(dossier: Dossier, indicator: Indicator, year: int) -> Any:
    """The rows that make up the total of an indicator: the RIECs and LIEC, or the country when none of them counted."""
    rows = tidy(figures(dossier, year_of_example(dossier, year)))
    own = rows[(rows["Indicator"] == indicator.name) & (rows["Jaar"] == year)]
    portfolio = next(one.name for one in dossier.many(Portfolio, [indicator.portfolio_id or ""]))
    own = own[own["Portefeuille"] == portfolio]
    centre_names = [one.name for one in centres(dossier, year)]
    regional = own[own["Organisatie"].isin(centre_names)]
    counted = indicator.scope is Scope.ORGANISATION and regional["Werkelijk"].notna().any()
    return regional if counted else own[own["Organisatie"] == "landelijk"]


@pytest.mark.parametrize("year", [2021, 2022, 2023])
def test_pandas_over_the_tidy_figures_gives_the_totals_of_every_sheet_and_of_the_chapter(
    example: Dossier, year: int
) -> None:
    report_year = year_of_example(example, year)
    shown = [row[5] for row in totals(example, report_year).rows]
    asked = [one for report in reports(example, report_year) for one in indicators(example, report)]
    for one, cell in zip(asked, shown, strict=True):
        found = added(example, one, year)["Werkelijk"].dropna()
        pivot = sum(found, Decimal(0)) if len(found) else None
        assert pivot == total(example, one, year).actual
        assert (cell.value if isinstance(cell, Amount) else None) == pivot


def _summed(values: Any) -> Decimal:
    """Exactly, as the app adds up: pandas itself would take floating-point numbers."""
    return sum(values, Decimal(0))


def test_a_pandas_pivot_of_the_years_gives_the_rows_of_the_trends(example: Dossier) -> None:
    last = year_of_example(example, 2023)
    rows = trends(example, last).rows
    asked = [one for report in reports(example, last) for one in indicators(example, report)]
    long = pd.concat(added(example, one, year).assign(id=one.id) for one in asked for year in (2021, 2022, 2023))
    long = long[long["Werkelijk"].notna()]
    pivot = long.pivot_table(index="id", columns="Jaar", values="Werkelijk", aggfunc=_summed)
    for one, row in zip(asked, rows, strict=True):
        shown = [cell.value if isinstance(cell, Amount) else None for cell in row[3:6]]
        known = {year: value for year, value in pivot.loc[one.id].items() if not pd.isna(value)}
        assert shown == [known.get(year) for year in (2021, 2022, 2023)]


def test_a_confidential_number_is_in_no_trend() -> None:
    hidden = figure("5", TRAININGS, year=2021, missing=MissingReason.CONFIDENTIAL)
    assert column(trends(sample(TRAININGS, hidden, figure("4", TRAININGS)), YEAR), "2021") == [None]


def test_after_a_break_only_what_is_counted_the_same_way_is_compared_and_drawn() -> None:
    change = DefinitionChange(id="anders", indicator_id="signalen", year=2021, note="Ook telefonisch.")
    plan = trends(sample(*DOSSIER.records(), change), YEAR)
    assert column(plan, "Anders geteld vanaf") == ["2021: Ook telefonisch."]
    assert column(plan, "Sinds 2020") == column(plan, "Sinds 2020 in %") == [None]
    assert column(plan, "Sinds 2021") != [None]
    (chart,) = plan.charts
    assert chart.places == ("2021", "2022")
    assert [(line.first, line.last) for line in chart.lines] == [(4, 5), (7, 8)]
    assert "Vanaf 2021 anders geteld. Werkelijk: 2021 9, 2022 18." in chart.description


def test_with_a_break_in_the_year_itself_there_is_no_development_and_no_line() -> None:
    change = DefinitionChange(id="anders", indicator_id="signalen", year=2022)
    plan = trends(sample(*DOSSIER.records(), change), YEAR)
    assert column(plan, "Ontwikkeling") == [""]
    assert column(plan, "Anders geteld vanaf") == ["2022"]
    assert plan.charts == ()


def test_a_hidden_total_says_why_it_is_not_there() -> None:
    one = replace(TRAININGS, small_numbers=True, small_choice=SmallChoice.BELOW)
    plan = trends(sample(one, figure("9", one, year=2021), figure("3", one)), YEAR)
    assert column(plan, "2022") == [None]
    assert column(plan, "Niet meegeteld") == ["2022: <5"]
