"""Figures as a reader sees them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from riec_desktop.dossier.choices import MissingReason
from riec_desktop.dossier.linked import LinkedNumber, Measure
from riec_desktop.figures.shown import linked_text, shown, shown_change, shown_difference
from tests.helpers.sample import DELDEN, GOOR, SIGNALS, figure, sample

TENTHS = replace(SIGNALS, decimals=1)
DOSSIER = sample(
    SIGNALS,
    figure("1000", SIGNALS, GOOR, target=Decimal(900)),
    figure("234", SIGNALS, DELDEN, target=Decimal(400)),
    figure("7", SIGNALS, GOOR, 2021),
    figure(None, SIGNALS, DELDEN, 2020, missing=MissingReason.NOT_DELIVERED),
)


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (MissingReason.NONE, "–"),
        (MissingReason.UNKNOWN, "onbekend"),
        (MissingReason.NOT_DELIVERED, "niet geleverd"),
        (MissingReason.CONFIDENTIAL, "vertrouwelijk"),
    ],
)
def test_a_missing_number_is_a_word_or_a_dash_and_never_zero(reason: MissingReason, text: str) -> None:
    assert shown(None, SIGNALS, reason) == text


def test_numbers_are_dutch_with_the_decimals_of_their_indicator() -> None:
    assert shown(Decimal("1234.5"), TENTHS) == "1.234,5"
    assert shown(Decimal(12), TENTHS) == "12,0"
    assert shown(Decimal(0), SIGNALS) == "0"


def test_decimals_that_no_reader_wants_are_bounded() -> None:
    assert shown(Decimal(1), replace(SIGNALS, decimals=10**9)) == "1,000000"
    assert shown(Decimal(1), replace(SIGNALS, decimals=-3)) == "1"


def test_differences_and_changes_carry_their_sign() -> None:
    assert shown_difference(Decimal(12), SIGNALS) == "+12"
    assert shown_difference(Decimal(-3), TENTHS) == "−3,0"
    assert shown_difference(None, SIGNALS) == "–"
    assert shown_change(Decimal("12.6")) == "+13\u00a0%"
    assert shown_change(None) == "–"
    assert shown_change(Decimal("1E30")) == "–"


@pytest.mark.parametrize(
    ("linked", "text"),
    [
        (LinkedNumber("signalen"), "1.234"),
        (LinkedNumber("signalen", organisation_id="goor"), "1.000"),
        (LinkedNumber("signalen", year=2021), "7"),
        (LinkedNumber("signalen", measure=Measure.TARGET), "1.300"),
        (LinkedNumber("signalen", measure=Measure.DIFFERENCE), "−66"),
        (LinkedNumber("signalen", year=2020, organisation_id="delden"), "niet geleverd"),
        (LinkedNumber("signalen", year=2020, organisation_id="delden", measure=Measure.TARGET), "–"),
        (LinkedNumber("signalen", year=2019), "–"),
        (LinkedNumber("weg"), "–"),
    ],
)
def test_a_linked_number_prints_what_the_number_bank_has(linked: LinkedNumber, text: str) -> None:
    assert linked_text(DOSSIER, linked, 2022) == text


def test_without_a_year_a_linked_number_prints_a_dash() -> None:
    assert linked_text(DOSSIER, LinkedNumber("signalen"), None) == "–"
