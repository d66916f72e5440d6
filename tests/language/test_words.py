"""Which words of a text are worth checking."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.language.words import Word, checkable, forms, is_abbreviation


def texts(text: str) -> list[str]:
    return [word.text for word in checkable(text)]


def test_a_word_knows_its_place() -> None:
    assert checkable("Een (goede) zin.") == (Word(0, 3, "Een"), Word(5, 10, "goede"), Word(12, 15, "zin"))


@pytest.mark.parametrize(
    "text", ["zo'n", "foto’s", "'s", "’s-Gravenhage", "Oost-Brabant", "één", "coördinator", "af\u00adbreken"]
)
def test_apostrophes_hyphens_and_accents_are_part_of_a_word(text: str) -> None:
    assert texts(f"Dus {text} hier") == ["Dus", text, "hier"]


@pytest.mark.parametrize(
    "text",
    [
        "2023",
        "A4-formaat",
        "3e",
        "https://www.riec.nl/onderwerpen",
        "www.riec.nl",
        "riec.nl.",
        "jan@riec.nl",
        r"H:\stukken\verslag",
        "verslag.docx",
        "a.u.b.",
        "e.d.",
        "(m.b.t.)",
        "RIEC",
        "RIEC's",
        "RIEC-LIEC",
        "\ufffc",
        "معلومات",
        "данные",
        "😀",
        "x",
        "x" * 200,
    ],
)
def test_what_no_dictionary_can_know_is_left_alone(text: str) -> None:
    assert texts(f"Zie {text} hier") == ["Zie", "hier"]


def test_half_a_word_is_left_alone() -> None:
    assert texts("weerbaarheids- en bewustwordingssessies, informatiedeling en -beheer") == [
        "en",
        "bewustwordingssessies",
        "informatiedeling",
        "en",
    ]


def test_a_word_against_a_linked_number_is_a_word_of_its_own() -> None:
    assert texts("\ufffcsignalen") == ["signalen"]


def test_words_around_a_slash_and_a_missing_space_are_checked_each() -> None:
    assert texts("gemeenten/provincies einde.Begin") == ["gemeenten", "provincies", "einde", "Begin"]


@pytest.mark.parametrize(("word", "is_one"), [("RIEC", True), ("AVG's", True), ("GEMEENTE", False), ("Riec", False)])
def test_an_abbreviation_has_at_most_five_capitals(word: str, is_one: bool) -> None:
    assert is_abbreviation(word) is is_one


def test_a_word_with_hyphens_is_asked_whole_and_in_parts() -> None:
    assert forms("Bibob‑toets") == ("Bibob-toets", "Bibob", "toets")
    assert forms("foto’s") == ("foto's",)


@given(st.text(max_size=80))
def test_every_word_stands_where_it_says(text: str) -> None:
    assert all(text[word.start : word.end] == word.text for word in checkable(text))
