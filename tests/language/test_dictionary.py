"""The dictionary that is shipped, and what happens when it is missing or broken."""

import shutil
from pathlib import Path

import pytest

from riec_desktop.errors import RiecError
from riec_desktop.language.dictionary import Dictionary, dictionary_folder
from riec_desktop.messages import sentence


def test_the_licence_lies_beside_the_word_list() -> None:
    licence = (dictionary_folder() / "LICENTIE-OpenTaal.txt").read_text(encoding="utf-8")
    assert "OpenTaal" in licence
    assert "Revised BSD" in licence


def test_a_folder_with_a_name_of_another_alphabet_is_no_trouble(tmp_path: Path) -> None:
    folder = tmp_path / "Čapek Ω"
    shutil.copytree(dictionary_folder(), folder)
    assert Dictionary(folder).knows("jaarverslag")


@pytest.mark.expects_log("the word list cannot be loaded")
def test_a_missing_word_list_is_told_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(RiecError) as caught:
        Dictionary(tmp_path)
    assert "u kunt gewoon verder werken" in sentence(caught.value)


@pytest.mark.parametrize("content", [b"", b"\x00\xff" * 500, b"2\njaarverslag\njaarvreslag\n"])
def test_a_broken_word_list_is_refused(tmp_path: Path, content: bytes) -> None:
    shutil.copy(dictionary_folder() / "nl.aff", tmp_path)
    (tmp_path / "nl.dic").write_bytes(content)
    with pytest.raises(RiecError, match=r"spelling\.no_dictionary"):
        Dictionary(tmp_path)


@pytest.mark.parametrize("word", ["", "x" * 5000, "\x00", "een\nregel", "😀"])
def test_any_text_may_be_asked(dutch: Dictionary, word: str) -> None:
    assert isinstance(dutch.knows(word), bool)
