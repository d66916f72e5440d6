"""Totals and figures as rows: the same numbers as everywhere else, each row complete in itself."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from riec_desktop.dossier.choices import Direction, MissingReason, OrganisationKind, Scope
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import (
    Indicator,
    IndicatorValue,
    Organisation,
    Portfolio,
    PortfolioReport,
    Record,
    ReportYear,
)
from riec_desktop.dossier.views import reports, year_of
from riec_desktop.excel.figure_sheets import figures, totals
from riec_desktop.excel.overview import overview_plan
from riec_desktop.excel.plan import Amount, Formula
from riec_desktop.excel.render import render_workbook
from riec_desktop.figures.rows import figure_rows
from riec_desktop.figures.shielded import total
from riec_desktop.workspace.content import example_dossier
from tests.helpers.workbooks import opened

YEAR = ReportYear(id="2023", year=2023)
INDICATOR = Indicator(id="i", portfolio_id="p", name="signalen", unit="signalen", scope=Scope.ORGANISATION, decimals=1)
NORTH = Organisation(id="n", kind=OrganisationKind.RIEC, name="RIEC Noord", position=Decimal(1))
SOUTH = Organisation(id="s", kind=OrganisationKind.RIEC, name="RIEC Zuid", position=Decimal(2))
VALUE = IndicatorValue(
    id="v1",
    indicator_id="i",
    year=2023,
    organisation_id="n",
    target=Decimal(10),
    actual=Decimal("12.25"),
    provisional=True,
    reference_date=date(2023, 12, 31),
    note="Nog niet alles.",
)
BEFORE = IndicatorValue(id="v0", indicator_id="i", year=2022, organisation_id="n", actual=Decimal(10))
RECORDS: tuple[Record, ...] = (
    YEAR,
    Portfolio(id="p", name="mensenhandel"),
    PortfolioReport(id="r", year_id="2023", portfolio_id="p"),
    INDICATOR,
    NORTH,
    SOUTH,
    VALUE,
    BEFORE,
)
DIFFERENCE = "=Cijfers[[#This Row],[Werkelijk]]-Cijfers[[#This Row],[Doel]]"


def with_records(*records: Record) -> Dossier:
    return dossier_of([*RECORDS, *records])


@pytest.fixture(name="example", scope="module")
def example_fixture() -> Dossier:
    return example_dossier()


def year_2023(dossier: Dossier) -> ReportYear:
    found = year_of(dossier, 2023)
    assert found is not None
    return found


# --- Cijfers ---------------------------------------------------------------------------------------------------------


def test_a_value_is_one_row() -> None:
    assert figures(with_records(), YEAR).rows[1] == (
        "mensenhandel",
        "signalen",
        "signalen",
        "RIEC Noord",
        2023,
        Amount(Decimal(10), 1),
        Amount(Decimal("12.25"), 2),
        Formula(DIFFERENCE, Amount(Decimal("2.25"), 2)),
        "ja",
        "voorlopig",
        "",
        date(2023, 12, 31),
        "Nog niet alles.",
    )


def test_years_come_in_order_and_the_country_before_its_regions() -> None:
    national = IndicatorValue(id="a", indicator_id="i", year=2023, actual=Decimal(99))
    south = replace(VALUE, id="b", organisation_id="s")
    rows = figures(with_records(south, national), YEAR).rows
    assert [row[3:5] for row in rows] == [
        ("RIEC Noord", 2022),
        ("landelijk", 2023),
        ("RIEC Noord", 2023),
        ("RIEC Zuid", 2023),
    ]


def test_portfolios_of_the_year_come_before_others_and_those_by_name() -> None:
    others = [
        record
        for name in ("b", "a")
        for record in (
            Portfolio(id=name, name=name),
            Indicator(id=f"i{name}", portfolio_id=name),
            IndicatorValue(id=f"v{name}", indicator_id=f"i{name}", year=2021),
        )
    ]
    names = [row[0] for row in figures(with_records(*others), YEAR).rows]
    assert names == ["mensenhandel", "mensenhandel", "a", "b"]


def test_a_missing_number_is_empty_with_its_reason() -> None:
    missing = replace(VALUE, actual=None, missing=MissingReason.NOT_DELIVERED)
    assert figures(with_records(missing), YEAR).rows[1][6:11] == (None, None, "", "", "niet geleverd")


def test_a_confidential_number_is_not_in_the_workbook() -> None:
    secret = replace(VALUE, missing=MissingReason.CONFIDENTIAL)
    assert figures(with_records(secret), YEAR).rows[1][6:11] == (None, None, "", "", "vertrouwelijk")


@pytest.mark.parametrize(
    ("direction", "actual", "word"),
    [
        (Direction.UP, 11, "ja"),
        (Direction.UP, 10, "ja"),
        (Direction.UP, 9, "nee"),
        (Direction.DOWN, 9, "ja"),
        (Direction.DOWN, 10, "ja"),
        (Direction.DOWN, 11, "nee"),
        (Direction.NEUTRAL, 9, ""),
    ],
)
def test_whether_a_target_is_met_depends_on_the_good_direction(direction: Direction, actual: int, word: str) -> None:
    dossier = with_records(replace(INDICATOR, direction=direction), replace(VALUE, actual=Decimal(actual)))
    assert figures(dossier, YEAR).rows[1][8] == word


@pytest.mark.parametrize(("decimals", "shown"), [(0, 2), (3, 3), (-5, 2), (2**50, 15)])
def test_a_number_shows_its_own_decimals_and_those_of_its_indicator(decimals: int, shown: int) -> None:
    dossier = with_records(replace(INDICATOR, decimals=decimals))
    assert figures(dossier, YEAR).rows[1][6] == Amount(Decimal("12.25"), shown)


def test_every_value_of_every_year_of_the_example_has_a_row(example: Dossier) -> None:
    rows = figures(example, year_2023(example)).rows
    assert len(rows) == len(example.all(IndicatorValue))
    assert {row[4] for row in rows} == {2021, 2022, 2023}


# --- Totalen ---------------------------------------------------------------------------------------------------------


def test_a_total_is_one_row_with_the_change_and_who_is_not_in_it() -> None:
    now, before = "Totalen[[#This Row],[Werkelijk]]", "Totalen[[#This Row],[Vorig jaar]]"
    assert totals(with_records(), YEAR).rows == (
        (
            "mensenhandel",
            "signalen",
            "signalen",
            Amount(Decimal(10), 1),
            Amount(Decimal(10), 1),
            Amount(Decimal("12.25"), 2),
            Formula(DIFFERENCE.replace("Cijfers", "Totalen"), Amount(Decimal("2.25"), 2)),
            "ja",
            Formula(f"=({now}-{before})/ABS({before})", Amount(Decimal("0.225"))),
            "voorlopig",
            "",
            "RIEC Zuid",
        ),
    )


def test_without_a_year_before_there_is_no_change() -> None:
    assert totals(with_records(replace(BEFORE, year=2020)), YEAR).rows[0][8] is None


def as_float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def test_totals_in_the_file_are_those_of_the_figures(example: Dossier) -> None:
    year = year_2023(example)
    written: Any = opened(render_workbook(overview_plan(example, year, date(2024, 3, 1))), values=True)["Totalen"]
    found = [tuple(cell.value for cell in row[3:7]) for row in written.iter_rows(min_row=2)]
    expected = [
        tuple(as_float(number) for number in (row.previous, row.target, row.actual, row.difference))
        for report in reports(example, year)
        for row in figure_rows(example, report)
    ]
    assert found == expected
    assert len(found) > 10


def test_the_figures_of_the_regions_add_up_to_the_totals(example: Dossier) -> None:
    sums: dict[tuple[object, object], Decimal] = {}
    for row in figures(example, year_2023(example)).rows:
        if isinstance(row[6], Amount):
            sums[row[1], row[4]] = sums.get((row[1], row[4]), Decimal(0)) + row[6].value
    expected = {
        (indicator.name, year): actual
        for indicator in example.all(Indicator)
        for year in (2021, 2022, 2023)
        if (actual := total(example, indicator, year).actual) is not None
    }
    assert sums == expected
