"""Figures and totals against sums made by hand."""

from decimal import Decimal

import pytest

from riec_desktop.dossier.choices import MissingReason, Scope
from riec_desktop.figures.shielded import organisation_figures, total, value
from riec_desktop.figures.values import NO_FIGURE, Figure, Total, change, difference
from tests.helpers.sample import DELDEN, GOOR, LIEC, POLICE, SIGNALS, TRAININGS, figure, sample

ONE = Decimal(1)


def test_a_value_that_nobody_recorded_is_an_empty_figure_and_not_zero() -> None:
    assert value(sample(SIGNALS), SIGNALS, 2022, GOOR.id) is NO_FIGURE
    assert NO_FIGURE.actual is None


def test_a_recorded_zero_is_zero() -> None:
    assert value(sample(SIGNALS, figure("0", SIGNALS, GOOR)), SIGNALS, 2022, GOOR.id).actual == 0


def test_values_of_other_years_and_organisations_do_not_count() -> None:
    dossier = sample(SIGNALS, figure("7", SIGNALS, GOOR, 2021), figure("8", SIGNALS, DELDEN))
    assert value(dossier, SIGNALS, 2022, GOOR.id) is NO_FIGURE


def test_of_two_values_for_one_organisation_the_first_counts() -> None:
    first = figure("3", SIGNALS, GOOR)
    second = figure("4", SIGNALS, GOOR, id="zz")
    assert value(sample(SIGNALS, second, first), SIGNALS, 2022, GOOR.id).actual == 3


def test_the_total_is_the_sum_over_the_organisations_and_names_who_is_not_in_it() -> None:
    dossier = sample(
        SIGNALS,
        figure("10", SIGNALS, LIEC, target=Decimal(5)),
        figure("20.5", SIGNALS, GOOR, target=Decimal(25), provisional=True),
        figure(None, SIGNALS, DELDEN, missing=MissingReason.NOT_DELIVERED),
    )
    assert total(dossier, SIGNALS, 2022) == Total(
        actual=Decimal("30.5"), target=Decimal(30), provisional=True, missing=("RIEC Delden",)
    )


def test_the_liec_is_not_missed_where_it_never_counts() -> None:
    dossier = sample(SIGNALS, figure("1", SIGNALS, GOOR), figure("2", SIGNALS, DELDEN))
    assert total(dossier, SIGNALS, 2022) == Total(actual=Decimal(3))


def test_a_partner_is_no_part_of_a_total() -> None:
    dossier = sample(SIGNALS, figure("1", SIGNALS, GOOR), figure("2", SIGNALS, POLICE))
    assert total(dossier, SIGNALS, 2022).actual == 1


def test_without_any_number_there_is_no_total_and_everybody_is_missing() -> None:
    assert total(sample(SIGNALS), SIGNALS, 2022) == Total(missing=("RIEC Goor", "RIEC Delden"))


@pytest.mark.parametrize(
    ("goor", "delden", "reason"),
    [
        (MissingReason.UNKNOWN, MissingReason.UNKNOWN, MissingReason.UNKNOWN),
        (MissingReason.UNKNOWN, MissingReason.NOT_DELIVERED, MissingReason.NONE),
    ],
)
def test_a_total_has_the_reason_that_all_organisations_share(
    goor: MissingReason, delden: MissingReason, reason: MissingReason
) -> None:
    dossier = sample(SIGNALS, figure(None, SIGNALS, GOOR, missing=goor), figure(None, SIGNALS, DELDEN, missing=delden))
    assert total(dossier, SIGNALS, 2022).reason is reason


def test_a_national_number_is_the_total_when_no_organisation_has_one() -> None:
    dossier = sample(SIGNALS, figure("99"))
    assert total(dossier, SIGNALS, 2022) == Total(actual=Decimal(99))
    assert total(sample(SIGNALS, figure("99"), figure("1", SIGNALS, GOOR)), SIGNALS, 2022).actual == 1


def test_a_national_indicator_has_its_national_value_as_total() -> None:
    dossier = sample(TRAININGS, figure("4", TRAININGS, target=ONE), figure("50", TRAININGS, GOOR))
    assert TRAININGS.scope is Scope.NATIONAL
    assert total(dossier, TRAININGS, 2022) == Total(actual=Decimal(4), target=ONE)


def test_a_confidential_number_is_used_nowhere() -> None:
    secret = figure("3", SIGNALS, GOOR, missing=MissingReason.CONFIDENTIAL, provisional=True)
    dossier = sample(SIGNALS, secret, figure("5", SIGNALS, DELDEN))
    assert value(dossier, SIGNALS, 2022, GOOR.id) == Figure(reason=MissingReason.CONFIDENTIAL)
    assert total(dossier, SIGNALS, 2022) == Total(actual=Decimal(5), missing=("RIEC Goor",))


def test_a_number_beats_any_other_reason() -> None:
    late = figure("3", SIGNALS, GOOR, missing=MissingReason.NOT_DELIVERED)
    assert value(sample(SIGNALS, late), SIGNALS, 2022, GOOR.id) == Figure(actual=Decimal(3))


def test_the_riecs_of_a_year_have_a_place_in_a_total_and_the_liec_when_it_has_something() -> None:
    dossier = sample(SIGNALS, figure("1", SIGNALS, LIEC))
    assert [one.organisation.id for one in organisation_figures(dossier, SIGNALS, 2022)] == ["liec", "goor", "delden"]
    assert [one.organisation.id for one in organisation_figures(sample(), SIGNALS, 2022)] == ["goor", "delden"]


def test_differences_and_changes_need_both_numbers() -> None:
    assert difference(Decimal(3), Decimal(5)) == -2
    assert difference(None, ONE) is None
    assert difference(ONE, None) is None
    assert Figure(actual=Decimal(3), target=ONE).difference == 2


@pytest.mark.parametrize(
    ("now", "before", "percent"),
    [("150", "100", "50"), ("50", "100", "-50"), ("0", "100", "-100"), ("-5", "-10", "50")],
)
def test_a_change_is_in_percent_of_the_number_before(now: str, before: str, percent: str) -> None:
    assert change(Decimal(now), Decimal(before)) == Decimal(percent)


@pytest.mark.parametrize("before", [None, Decimal(0)])
def test_there_is_no_change_from_nothing_or_from_zero(before: Decimal | None) -> None:
    assert change(ONE, before) is None
    assert change(None, ONE) is None
