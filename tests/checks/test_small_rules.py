"""Counts below the threshold are noticed, also when they can be computed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from riec_desktop.checks import check
from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.dossier.choices import MissingReason, SmallChoice
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.records import Settings
from riec_desktop.figures.shielded import organisation_figures
from tests.helpers.sample import DELDEN, GOOR, SIGNALS, TRAININGS, figure, sample

SMALL = replace(SIGNALS, small_numbers=True)


def noticed(dossier: Dossier, code: str = "figure.small") -> list[Finding]:
    return [one for one in check(dossier, 2022) if one.code == code]


def test_a_small_count_of_a_region_is_noticed_by_name_and_without_the_count() -> None:
    (found,) = noticed(sample(SMALL, figure("3", SMALL, GOOR), figure("20", SMALL, DELDEN)))
    assert (found.record_id, found.field, found.severity) == ("signalen", "small_choice", Severity.WARNING)
    assert "het aantal van RIEC Goor is lager dan 5 en kan naar personen wijzen" in found.sentence
    assert "3" not in found.sentence


@pytest.mark.parametrize("count", ["0", "5", "20"])
def test_nobody_and_enough_are_not_noticed(count: str) -> None:
    assert not noticed(sample(SMALL, figure(count, SMALL, GOOR)))


def test_without_the_flag_nothing_is_small_and_the_threshold_is_the_team_s() -> None:
    assert not noticed(sample(SIGNALS, figure("3", SIGNALS, GOOR)))
    assert not noticed(sample(Settings(id="settings", small_number=3), SMALL, figure("3", SMALL, GOOR)))


def test_a_national_count_on_a_theme_is_noticed() -> None:
    one = replace(TRAININGS, small_numbers=True)
    (found,) = noticed(sample(one, figure("2", one)))
    assert "het aantal is lager dan 5" in found.sentence
    assert [repair.title for repair in found.repairs] == ["Toon als <5", "Laat ze weg", "Toon ze zoals ze zijn"]


def test_a_confidential_count_that_follows_from_the_national_number_is_noticed() -> None:
    secret = figure(None, SMALL, GOOR, missing=MissingReason.CONFIDENTIAL)
    (found,) = noticed(sample(SMALL, secret, figure("20", SMALL, DELDEN), figure("22", SMALL)))
    assert "volgt uit het landelijke cijfer min de andere organisaties" in found.sentence
    assert not noticed(sample(SMALL, secret, figure("20", SMALL, DELDEN), figure("29", SMALL)))


def test_a_choice_takes_the_finding_away_and_hides_the_count_everywhere() -> None:
    dossier = sample(SMALL, figure("3", SMALL, GOOR), figure("20", SMALL, DELDEN))
    repair = next(one for one in noticed(dossier)[0].repairs if one.title == "Toon als <5")
    mended = applied(dossier, repair.changes)
    assert not noticed(mended)
    one = mended.all(type(SMALL))[0]
    assert [part.figure.actual for part in organisation_figures(mended, one, 2022)] == [None, None]


def test_a_choice_to_show_them_stays_to_be_read() -> None:
    shown = replace(SMALL, small_choice=SmallChoice.SHOW)
    dossier = sample(shown, figure("3", shown, GOOR))
    assert not noticed(dossier)
    assert [one.severity for one in noticed(dossier, "figure.small_shown")] == [Severity.TIP]
    assert organisation_figures(dossier, shown, 2022)[0].figure.actual == Decimal(3)
