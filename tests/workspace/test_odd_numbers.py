"""What people type where a number belongs: a clear outcome or sentence for each."""

from decimal import Decimal

import pytest

from riec_desktop.dossier.choices import MissingReason
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.records import IndicatorValue
from riec_desktop.workspace.values import Invalid, Read, doubt, read

ACTUAL = specs(IndicatorValue)["actual"]
TARGET = specs(IndicatorValue)["target"]
DAY = specs(IndicatorValue)["reference_date"]


def typed(text: str) -> Read:
    return read(ACTUAL, text, {})


@pytest.mark.parametrize(
    ("text", "value", "asked"),
    [
        ("12,5", "12.5", ""),
        ("12.5", "12.5", "‘12.5’ is gelezen als 12,5."),
        ("1.234", "1234", "‘1.234’ is gelezen als 1234. Bedoelt u een getal met decimalen? Typ dan een komma."),
        ("1.234,5", "1234.5", ""),
        ("1234", "1234", ""),
        ("0", "0", ""),
        ("−3", "-3", ""),
    ],
)
def test_a_number_is_read_and_asked_about_where_it_can_be_read_in_two_ways(text: str, value: str, asked: str) -> None:
    assert typed(text) == Decimal(value)
    assert doubt(ACTUAL, text) == asked


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("±40", "Typ het getal zelf: 40. Is het een schatting? Zet dan ‘Voorlopig’ aan."),
        ("ca. 1.200", "Typ het getal zelf: 1.200."),
        ("40%", "Typ alleen het getal: 40. Dat het procenten zijn, staat bij de eenheid van de indicator."),
        ("€ 500", "Typ alleen het getal: 500. Dat het euro’s zijn"),
        ("12 signalen", "Typ alleen het getal: 12. De eenheid staat bij de indicator."),
        ("<5", "Typ het echte aantal. Bij de indicator kiest u hoe kleine aantallen naar buiten gaan."),
        ("3-4-2023", "Dit lijkt een datum (3 april 2023)"),
        ("3-apr", "Dit lijkt een datum; Excel maakt soms een datum van een getal."),
        ("veel", "Dit is geen getal. Typ bijvoorbeeld 1.234,5."),
    ],
)
def test_what_is_no_exact_number_gets_a_sentence_and_no_offer(text: str, told: str) -> None:
    found = typed(text)
    assert isinstance(found, Invalid)
    assert found.sentence.startswith(told)
    assert found.offers == ()


@pytest.mark.parametrize("text", ["n.v.t.", "nvt", "N.V.T.", "-", "–", "?", "onbekend", "niet geleverd", "geheim"])
def test_no_figure_offers_the_reasons_and_is_never_zero(text: str) -> None:
    found = typed(text)
    assert isinstance(found, Invalid)
    assert [one.title for one in found.offers] == ["onbekend", "niet geleverd", "vertrouwelijk"]
    assert found.offers[0].values == (("actual", None), ("missing", MissingReason.UNKNOWN))


def test_a_target_has_no_reason_to_be_missing() -> None:
    found = read(TARGET, "-", {})
    assert found == Invalid("Is er geen getal? Laat het vak dan leeg.")


def test_a_day_as_excel_keeps_it_is_understood_and_asked_back() -> None:
    assert read(DAY, "45291", {}) == Invalid("Zo bewaart Excel een datum; bedoelt u 31-12-2023? Typ dan 31-12-2023.")
    assert doubt(DAY, "1.234") == ""
