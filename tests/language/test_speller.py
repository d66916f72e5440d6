"""The functions over a loaded speller, with the real dictionary and our own words."""

import pytest

from riec_desktop.language.dictionary import Dictionary
from riec_desktop.language.own_words import terms
from riec_desktop.language.speller import MOST, is_known, is_right, misspelt, suggestions
from riec_desktop.language.words import Word

DOMAIN = (
    "signaal, casus, fenomeen, barrière, interventie, bestuurlijke rapportage, weerbaarheidsscan, "
    "bewustwordingssessie, Bibob, jonge aanwas, ondermijning, bestel, convenantpartner, Informatieplein"
)
NOTHING: frozenset[str] = frozenset()


def wrong(dutch: Dictionary, text: str, *known: str) -> list[str]:
    return [word.text for word in misspelt(dutch, text, frozenset(known))]


def test_a_misspelt_word_is_found_where_it_stands(dutch: Dictionary) -> None:
    assert misspelt(dutch, "Een intergraal beeld", NOTHING) == (Word(4, 14, "intergraal"),)


@pytest.mark.parametrize(
    "text",
    [
        "Drugscriminaliteit, portefeuillehouders, weerbaarheidsscans en bewustwordingssessies.",
        "Zo'n pilotgemeente kreeg foto’s, e-mails en ’s avonds bezoek.",
        "De politie-inzet in Zuid-Holland, bijv. in Goor, a.u.b. niet vergeten.",
        "De RIEC-LIEC-samenwerking",
    ],
)
def test_compounds_and_abbreviations_are_right(dutch: Dictionary, text: str) -> None:
    assert wrong(dutch, text) == []


def test_a_compound_in_two_words_and_one_that_is_none_are_told_apart(dutch: Dictionary) -> None:
    assert wrong(dutch, "een samenwerkings verband, een samenwerkingsverband") == ["samenwerkings"]


def test_the_terms_of_the_work_are_right(dutch: Dictionary) -> None:
    assert wrong(dutch, DOMAIN, *terms()) == []
    assert wrong(dutch, "Bibob") == ["Bibob"]


@pytest.mark.parametrize("word", ["casusje", "Casusje", "CASUSJE", "casusje's"])
def test_our_own_word_is_known_with_a_capital_and_an_ending(word: str) -> None:
    assert is_known(word, {"casusje"})


@pytest.mark.parametrize(("word", "known"), [("Bibob", True), ("BIBOB", True), ("bibob", False)])
def test_a_name_keeps_its_capital(word: str, known: bool) -> None:
    assert is_known(word, {"Bibob"}) is known


def test_a_word_with_hyphens_is_right_when_its_parts_are(dutch: Dictionary) -> None:
    assert wrong(dutch, "Bibob-toets en Bibob-teots", "Bibob") == ["Bibob-teots"]


def test_as_long_as_a_part_is_not_known_nothing_is_said() -> None:
    answers = {"Bibob-toets": False, "toets": None}
    assert is_right("Bibob-toets", {"Bibob"}, answers.get) is None


def test_suggestions_are_few_and_likely(dutch: Dictionary) -> None:
    found = suggestions(dutch, "reeel", NOTHING)
    assert found[0] == "reëel"
    assert len(found) <= MOST


def test_our_own_words_are_suggested_first(dutch: Dictionary) -> None:
    assert suggestions(dutch, "Bibop", {"Bibob"})[0] == "Bibob"


def test_a_word_of_our_own_that_is_in_the_dictionary_goes_in_its_order(dutch: Dictionary) -> None:
    assert suggestions(dutch, "intergraal", {"integrale"})[0] == "integraal"
