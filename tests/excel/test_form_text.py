"""Rich text in a cell of a form and back."""

import pytest
from hypothesis import given

from riec_desktop.dossier.linked import LinkedNumber
from riec_desktop.dossier.markdown import canonical
from riec_desktop.dossier.richtext import Linked
from riec_desktop.excel.celltext import Look
from riec_desktop.excel.form_text import Tokens, from_cell, to_cell
from tests.helpers.strategies import raw_texts

TEXT = (
    "In 2022 kwamen {cijfer:signalen} **goede** en _kleine_ signalen; zie {zie:cijfers;verslag}.\n\n"
    "- lees [dit](https://example.org/a_b)\n    - dieper\n1. een\n2. twee"
)


def show(linked: Linked) -> str:
    return "1.234" if isinstance(linked, LinkedNumber) else "tabel [A]"


def sent(text: str) -> tuple[Tokens, str]:
    tokens = Tokens()
    return tokens, to_cell(text, tokens, show)


def test_a_cell_shows_lists_and_tokens_in_words_and_one_look() -> None:
    tokens, shown = sent(TEXT)
    assert shown == (
        "In 2022 kwamen [cijfer 1: 1.234] goede en kleine signalen; zie [zie 2: tabel (A)].\n\n"
        "- lees dit (https://example.org/a_b)\n    - dieper\n1. een\n2. twee"
    )
    assert tokens.by_number() == {"1": "{cijfer:signalen}", "2": "{zie:cijfers;verslag}"}


@given(raw_texts(120).map(canonical))
def test_what_comes_back_untouched_is_what_was_sent(text: str) -> None:
    tokens, shown = sent(text)
    assert from_cell((Look(shown),), text, tokens.by_number(), show).text == text


@given(raw_texts(120).map(canonical))
def test_no_text_of_a_cell_has_space_around_it(text: str) -> None:
    assert sent(text)[1] == sent(text)[1].strip()


def back(old: str, new: str, text: str = TEXT) -> tuple[str, tuple[str, ...]]:
    """The text after somebody replaced words in its cell."""
    tokens, shown = sent(text)
    assert old in shown
    found = from_cell((Look(shown.replace(old, new)),), text, tokens.by_number(), show)
    return found.text, found.doubts


def test_a_changed_line_keeps_its_tokens_its_link_and_its_looks() -> None:
    assert back("In 2022 kwamen", "Toen kwamen")[0] == TEXT.replace("In 2022 kwamen", "Toen kwamen")
    assert back("lees", "bekijk")[0] == TEXT.replace("lees", "bekijk")


def test_an_item_put_first_renumbers_the_others_and_changes_nothing_in_them() -> None:
    assert back("1. een\n2. twee", "1. nul\n2. een\n3. twee")[0] == TEXT.replace(
        "1. een\n2. twee", "1. nul\n2. een\n3. twee"
    )


@pytest.mark.parametrize(
    ("new", "doubt"),
    [
        ("[cijfer 1: 1.300]", "het cijfer in het dossier is 1.234"),
        ("[cijfer 1]", "het cijfer in het dossier is 1.234"),
        ("[cijfer 99: 5]", "hoort niet bij dit formulier"),
        ("[cijfer 1: 1.234", "is beschadigd"),
    ],
)
def test_a_token_that_was_touched_is_told(new: str, doubt: str) -> None:
    text, doubts = back("[cijfer 1: 1.234]", new)
    assert doubt in " ".join(doubts)
    assert ("{cijfer:signalen}" in text) == ("[cijfer 1" in new and "]" in new)


def test_a_reference_in_other_words_still_points_there() -> None:
    text, doubts = back("tabel (A)", "de tabel hieronder")
    assert "{zie:cijfers;verslag}" in text
    assert "wijst naar: tabel [A]" in doubts[0]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("een\ntwee", "een\n\ntwee"),
        ("• een\n* twee\n– drie", "- een\n- twee\n- drie"),
        ("1) een\n2. twee", "1. een\n2. twee"),
        ("- een\n  - dieper\n    - ook", "- een\n    - dieper\n    - ook"),
        ("  ruim  \n\n\n  ", "ruim"),
        ("2023. Zo begon het", "2023\\. Zo begon het"),
        ("**geen opmaak**", "\\*\\*geen opmaak\\*\\*"),
        ("", ""),
    ],
)
def test_text_as_people_type_it(typed: str, text: str) -> None:
    assert from_cell((Look(typed),), "", {}, show).text == text


# --- Looks -----------------------------------------------------------------------------------------------------------

LOOKED = "Dit is **een heel goed** jaar, met _veel_ werk.\n\n- **Kop:** uitleg\n- goed\n- **goed**"


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("jaar", "zeer druk jaar", LOOKED.replace("jaar", "zeer druk jaar")),
        ("heel goed", "goed", LOOKED.replace("heel goed", "goed")),
        ("heel goed", "heel erg goed", LOOKED.replace("heel goed", "heel erg goed")),
        ("een heel goed", "een slecht", LOOKED.replace("**een heel goed**", "een slecht")),
        ("met veel werk", "met weinig werk", LOOKED.replace("_veel_", "weinig")),
        ("- Kop: uitleg", "1. Kop: uitleg en meer", LOOKED.replace("- **Kop:** uitleg", "1. **Kop:** uitleg en meer")),
        ("- Kop: uitleg\n- goed", "- nieuw\n- goed\n- Kop: uitleg", ""),
    ],
)
def test_words_that_stay_keep_their_looks(old: str, new: str, text: str) -> None:
    moved = "Dit is **een heel goed** jaar, met _veel_ werk.\n\n- nieuw\n- goed\n- **Kop:** uitleg\n- **goed**"
    assert back(old, new, LOOKED)[0] == (text or moved)


def test_a_line_with_other_words_takes_no_look_from_a_word_they_share() -> None:
    assert back("- Kop: uitleg", "- de kop is weg", LOOKED)[0] == LOOKED.replace("**Kop:** uitleg", "de kop is weg")
    text = "Zo **ging het in de regio** beter."
    assert back("Zo ging het in de regio beter.", "Waar het om gaat in 2023.", text)[0] == "Waar het om gaat in 2023."


def test_bold_that_was_added_is_kept() -> None:
    typed = (Look("heel "), Look("goed", bold=True), Look("."))
    assert from_cell(typed, "heel goed.", {}, show).text == "heel **goed**."


def test_bold_that_was_added_stands_beside_what_was_sent() -> None:
    text = "Een **goed** jaar, zie [ons plan](https://example.org) en {cijfer:signalen}.\n\n_Meer_ volgt."
    tokens, shown = sent(text)
    before, word, after = shown.partition("jaar")
    typed = (Look(before), Look(word, bold=True), Look(after))
    found = from_cell(typed, text, tokens.by_number(), show).text
    assert found == text.replace("**goed** jaar", "**goed jaar**").replace("**goed jaar**", "**goed** **jaar**")


def test_a_very_long_line_that_was_changed_comes_back_as_it_was_typed() -> None:
    text = "**vet** " + "woord " * 4_001
    assert back("vet", "vetter", canonical(text))[0].startswith("vetter woord")
    assert back("woord", "woord", canonical(text))[0] == canonical(text)
