"""Rich text in a cell of a form and back."""

import pytest
from hypothesis import given

from riec_desktop.dossier.linked import LinkedNumber
from riec_desktop.dossier.markdown import canonical
from riec_desktop.dossier.richtext import Linked
from riec_desktop.excel.form_text import Look, Tokens, bare, from_cell, to_cell
from tests.helpers.strategies import raw_texts

TEXT = (
    "In 2022 kwamen {cijfer:signalen} **goede** en _kleine_ signalen; zie {zie:cijfers;verslag}.\n\n"
    "- lees [dit](https://example.org/a_b)\n    - dieper\n1. een\n2. twee"
)


def show(linked: Linked) -> str:
    return "1.234" if isinstance(linked, LinkedNumber) else "tabel [A]"


def sent(text: str) -> tuple[Tokens, tuple[Look, ...]]:
    tokens = Tokens()
    return tokens, to_cell(text, tokens, show)


def test_a_cell_shows_lists_looks_and_tokens_in_words() -> None:
    tokens, looks = sent(TEXT)
    assert bare(looks) == (
        "In 2022 kwamen [cijfer 1: 1.234] goede en kleine signalen; zie [zie 2: tabel (A)].\n\n"
        "- lees dit (https://example.org/a_b)\n    - dieper\n1. een\n2. twee"
    )
    assert [look.text for look in looks if look.bold or look.italic] == ["goede", "kleine"]
    assert tokens.by_number() == {"1": "{cijfer:signalen}", "2": "{zie:cijfers;verslag}"}


@given(raw_texts(120).map(canonical))
def test_what_comes_back_untouched_is_what_was_sent(text: str) -> None:
    tokens, looks = sent(text)
    assert from_cell(looks, text, tokens.by_number(), show).text == text
    assert from_cell((Look(bare(looks)),), text, tokens.by_number(), show).text == text


def back(old: str, new: str, text: str = TEXT) -> tuple[str, tuple[str, ...]]:
    """The text after somebody replaced words in its cell."""
    tokens, looks = sent(text)
    changed = tuple(Look(look.text.replace(old, new), look.bold, look.italic) for look in looks)
    found = from_cell(changed, text, tokens.by_number(), show)
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


def test_bold_that_was_added_is_kept() -> None:
    assert (
        from_cell((Look("heel "), Look("goed", bold=True), Look(".")), "heel goed.", {}, show).text == "heel **goed**."
    )
