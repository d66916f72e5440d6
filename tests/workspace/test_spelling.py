"""The person's own dictionary is kept from one start to the next."""

from pathlib import Path

import pytest

from riec_desktop.workspace.spelling import forget_word, learn_word, personal_words
from tests.helpers.surroundings import environment


def test_a_word_that_was_learnt_is_known_at_the_next_start(tmp_path: Path) -> None:
    learn_word(environment(tmp_path), "Vlijtwaard")
    learn_word(environment(tmp_path), "één")
    assert personal_words(environment(tmp_path)) == {"Vlijtwaard", "één"}


def test_a_word_can_be_forgotten(tmp_path: Path) -> None:
    env = environment(tmp_path)
    learn_word(env, "fuot")
    forget_word(env, "fuot")
    forget_word(env, "nooit geleerd")
    assert personal_words(env) == frozenset()


@pytest.mark.parametrize("content", ["{}", '"woord"', "null"])
def test_a_file_of_another_kind_is_an_empty_dictionary(tmp_path: Path, content: str) -> None:
    (tmp_path / "woordenboek.json").write_text(content, encoding="utf-8")
    assert personal_words(environment(tmp_path)) == frozenset()


@pytest.mark.expects_log("woordenboek.json cannot be read")
def test_a_damaged_file_is_an_empty_dictionary(tmp_path: Path) -> None:
    (tmp_path / "woordenboek.json").write_text("[", encoding="utf-8")
    assert personal_words(environment(tmp_path)) == frozenset()
