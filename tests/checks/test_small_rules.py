"""Counts below the threshold are noticed, also when they can be computed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.walk import check
from riec_desktop.dossier.choices import MissingReason, SmallChoice
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.records import Settings
from riec_desktop.figures.shielded import organisation_figures, year_figures
from tests.helpers.sample import DELDEN, GOOR, LIEC, SIGNALS, TRAININGS, figure, sample

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


def test_small_counts_of_other_years_are_noticed_too_for_the_documents_show_them() -> None:
    (found,) = noticed(sample(SMALL, figure("9", SMALL, GOOR), figure("2", SMALL, GOOR, 2020)))
    assert "In 2020: het aantal van RIEC Goor is lager dan 5" in found.sentence
    assert "In 2022" not in found.sentence


def test_so_are_those_of_indicators_that_no_portfolio_of_the_year_has() -> None:
    old = replace(SMALL, id="oud", portfolio_id="weg")
    (found,) = noticed(sample(old, figure("2", old, GOOR, 2020)))
    assert (found.record_id, found.report_id) == ("oud", "")


@pytest.mark.parametrize(("name", "codes"), [("slachtoffers", ["figure.small_unmarked"]), ("gesprekken", [])])
def test_small_counts_of_what_looks_like_persons_are_asked_about_and_one_button_says_yes(
    name: str, codes: list[str]
) -> None:
    one = replace(SIGNALS, name=name, unit="", unit_one="")
    dossier = sample(one, figure("3", one, GOOR))
    found = [each for each in check(dossier, 2022) if each.code.startswith("figure.small")]
    assert [each.code for each in found] == codes
    for each in found:
        assert noticed(applied(dossier, each.repairs[0].changes))


SECRET = figure(None, SIGNALS, GOOR, missing=MissingReason.CONFIDENTIAL)


def test_a_confidential_count_of_any_size_that_follows_from_the_national_one_is_noticed() -> None:
    (found,) = noticed(sample(SIGNALS, SECRET, figure("20", SIGNALS, DELDEN), figure("90")), "figure.confidential")
    assert "In 2022: het vertrouwelijke aantal van RIEC Goor volgt uit het landelijke cijfer" in found.sentence
    assert not noticed(sample(SIGNALS, SECRET, figure("20", SIGNALS, DELDEN)), "figure.confidential")
    both = replace(SECRET, id="ook", organisation_id=DELDEN.id)
    assert not noticed(sample(SIGNALS, SECRET, both, figure("90")), "figure.confidential")


def test_a_choice_hides_the_national_number_that_gives_it_away() -> None:
    hides = replace(SMALL, small_choice=SmallChoice.BELOW)
    secret = replace(SECRET, indicator_id=hides.id)
    dossier = sample(hides, secret, figure("20", hides, DELDEN), figure("90", hides))
    assert year_figures(dossier, hides, 2022).found[None].instead == "niet getoond"
    assert not [one for one in check(dossier, 2022) if one.code.startswith("figure.")]


def test_a_note_that_tells_a_hidden_count_is_noticed_at_the_note() -> None:
    hides = replace(SMALL, small_choice=SmallChoice.BELOW)
    rest = (figure("20", hides, DELDEN), figure("30", hides, LIEC))
    (found,) = noticed(sample(hides, figure("3", hides, GOOR, note="Drie, waarvan één laat."), *rest))
    assert (found.field, found.words) == ("note", "Drie")
    assert not noticed(sample(hides, figure("3", hides, GOOR, note="Later geteld."), *rest))
