"""Rows of figures for the tables of the chapter and the workbook."""

from dataclasses import replace
from decimal import Decimal

from riec_desktop.dossier.choices import MissingReason
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.figures.rows import FigureRow, figure_rows, matrix
from riec_desktop.figures.shielded import total
from tests.helpers.sample import (
    DELDEN,
    GOOR,
    LIEC,
    SIGNALS,
    TRAFFICKING,
    TRAININGS,
    YEAR,
    figure,
    sample,
)


def counted() -> Dossier:
    return sample(
        SIGNALS,
        TRAININGS,
        figure("10", SIGNALS, GOOR, 2021),
        figure("30", SIGNALS, GOOR, target=Decimal(20), provisional=True),
        figure(None, SIGNALS, DELDEN, missing=MissingReason.UNKNOWN),
    )


def test_a_row_holds_the_year_before_the_target_the_number_and_what_follows_from_them() -> None:
    assert figure_rows(counted(), TRAFFICKING)[0] == FigureRow(
        indicator=SIGNALS,
        previous=Decimal(10),
        target=Decimal(20),
        actual=Decimal(30),
        difference=Decimal(10),
        percentage=Decimal(200),
        provisional=True,
        reason=MissingReason.NONE,
        missing=("RIEC Delden",),
    )


def test_every_indicator_of_the_portfolio_has_a_row_and_an_empty_one_says_so() -> None:
    rows = figure_rows(counted(), TRAFFICKING)
    assert [(row.indicator.id, row.empty) for row in rows] == [("signalen", False), ("trainingen", True)]


def test_a_reason_alone_is_worth_a_row() -> None:
    dossier = sample(TRAININGS, figure(None, TRAININGS, missing=MissingReason.UNKNOWN))
    assert not figure_rows(dossier, TRAFFICKING)[0].empty


def test_a_report_without_a_year_has_no_rows() -> None:
    assert figure_rows(counted(), replace(TRAFFICKING, year_id=None)) == ()
    assert figure_rows(sample(SIGNALS, replace(YEAR, year=None)), TRAFFICKING) == ()


def test_a_matrix_has_a_row_per_organisation_and_the_same_totals_as_everywhere() -> None:
    dossier = counted()
    found = matrix(dossier, (SIGNALS, TRAININGS), 2022)
    assert found.indicators == (SIGNALS,)
    assert [row.organisation.name for row in found.rows] == ["RIEC Goor", "RIEC Delden"]
    assert [row.figures[0].actual for row in found.rows] == [30, None]
    assert found.totals == (total(dossier, SIGNALS, 2022),)


def test_an_organisation_that_counts_for_one_indicator_has_an_empty_place_at_the_other() -> None:
    other = replace(SIGNALS, id="casussen", name="casussen")
    dossier = sample(SIGNALS, other, figure("1", SIGNALS, GOOR), figure("2", other, LIEC))
    found = matrix(dossier, (SIGNALS, other), 2022)
    assert [(row.organisation.id, *(one.actual for one in row.figures)) for row in found.rows] == [
        ("liec", None, 2),
        ("goor", 1, None),
        ("delden", None, None),
    ]


def test_a_matrix_without_numbers_is_empty() -> None:
    found = matrix(sample(SIGNALS), (SIGNALS,), 2022)
    assert (found.indicators, found.rows, found.totals) == ((), (), ())
