"""A sentence that must be read again when its number changes."""

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.walk import check
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.records import Answer
from tests.helpers.sample import GOOR, SIGNALS, answer, figure, sample

CODE = "number.changed"


def noticed(dossier: Dossier, code: str = CODE) -> list[Finding]:
    return [one for one in check(dossier, 2022) if one.code == code]


def written(text: str, count: str = "15") -> Dossier:
    return sample(SIGNALS, figure(count, SIGNALS, GOOR), answer(text))


def test_a_watched_number_that_changed_is_a_finding_with_both_numbers() -> None:
    (found,) = noticed(written("Er waren {cijfer:signalen;let=12} signalen."))
    assert found.severity is Severity.WARNING
    assert "het cijfer was 12 toen de zin werd geschreven, en is nu 15" in found.sentence
    assert not noticed(written("Er waren {cijfer:signalen;let=15} signalen."))
    assert not noticed(written("Er waren {cijfer:signalen} signalen."))


def test_seen_takes_the_finding_away_and_goes_on_watching() -> None:
    dossier = written("Er waren {cijfer:signalen;let=12} signalen.")
    seen, no_more = noticed(dossier)[0].repairs
    assert applied(dossier, seen.changes).all(Answer)[0].text == "Er waren {cijfer:signalen;let=15} signalen."
    assert applied(dossier, no_more.changes).all(Answer)[0].text == "Er waren {cijfer:signalen} signalen."
    assert not noticed(applied(dossier, seen.changes))


def test_a_watched_count_of_what_is_in_the_chapter_is_noticed_too() -> None:
    assert noticed(written("In {aantal:portefeuilles;let=2} portefeuilles."))
    assert not noticed(written("In {aantal:portefeuilles;let=3} portefeuilles."))


def test_a_count_of_a_portfolio_that_is_gone_leads_nowhere() -> None:
    (found,) = noticed(written("In {aantal:activiteiten;portefeuille=weg} activiteiten."), "number.nowhere")
    assert "een portefeuille die niet meer bestaat" in found.sentence


def test_a_change_without_last_year_asks_for_the_figure_of_last_year() -> None:
    (found,) = noticed(written("Dat is {cijfer:signalen;waarde=procent}."), "number.empty")
    assert "het gekoppelde cijfer ‘signalen’ van 2021 is nog niet ingevuld" in found.sentence
    assert not noticed(written("Dat zijn er {cijfer:signalen}."), "number.empty")
