"""The child process that knows Dutch: the same answers, and what happens when it is not there."""

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from riec_desktop.errors import RiecError
from riec_desktop.language import child
from riec_desktop.language.dictionary import Dictionary
from riec_desktop.language.remote import ChildSpeller
from tests.helpers.heirs import heir_code, heir_of


@pytest.fixture
def speller() -> Iterator[ChildSpeller]:
    made = ChildSpeller()
    yield made
    made.close()


def python(code: str) -> ChildSpeller:
    return ChildSpeller((sys.executable, "-c", code))


def refusal_of(ask: Callable[[], object]) -> str:
    """The code of the trouble that a question ends in."""
    with pytest.raises(RiecError) as told:
        ask()
    return told.value.code


def test_it_answers_as_the_dictionary_does(speller: ChildSpeller, dutch: Dictionary) -> None:
    words = {"jaarverslag", "jaarvreslag", "één", "coordinator"}
    assert speller.wrong(words) == dutch.wrong(words) == {"jaarvreslag", "coordinator"}
    assert speller.suggest("coordinator") == dutch.suggest("coordinator")


def test_without_words_no_child_is_started() -> None:
    assert python("raise SystemExit").wrong(()) == frozenset()


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("print('false')", "spelling.no_dictionary"),
        ("", "spelling.stopped"),
        ("print('true', flush=True); input()", "spelling.stopped"),
    ],
)
def test_a_child_that_gives_up_is_told(code: str, reason: str) -> None:
    broken = python(code)
    with pytest.raises(RiecError, match=reason):
        broken.wrong({"woord"})
    broken.close()


def test_a_child_that_cannot_start_is_told() -> None:
    with pytest.raises(RiecError, match=r"spelling\.stopped"):
        ChildSpeller(("geen-programma-met-deze-naam",)).wrong({"woord"})


def test_closing_ends_a_question_that_waits() -> None:
    slow = python("import time; print('true', flush=True); time.sleep(60)")
    refused: list[str] = []
    asking = Thread(target=lambda: refused.append(refusal_of(lambda: slow.wrong({"woord"}))))
    asking.start()
    slow.close()
    asking.join(10)
    assert refused == ["spelling.stopped"]


def test_closing_waits_for_nobody_who_has_the_pipe_longer_than_the_child(tmp_path: Path) -> None:
    """What the child started, its console or a virus scanner may: then reading from the pipe goes on for ever."""
    slow = python(heir_code(tmp_path / "erfgenaam"))
    asking = Thread(target=lambda: refusal_of(lambda: slow.wrong({"woord"})))
    asking.start()
    with heir_of(tmp_path / "erfgenaam"):
        closing = Thread(target=slow.close, daemon=True)
        closing.start()
        for one in (closing, asking):
            one.join(10)
        assert (closing.is_alive(), asking.is_alive()) == (False, False)


def test_a_closed_speller_starts_nothing(speller: ChildSpeller) -> None:
    speller.close()
    with pytest.raises(RiecError, match=r"spelling\.stopped"):
        speller.wrong({"woord"})


def test_the_child_speaks_in_lines() -> None:
    questions, answers = io.StringIO('{"wrong": ["woord", "woodr"]}\n{"suggest": "reeel"}\n'), io.StringIO()
    assert child.serve(questions, answers) == 0
    ready, wrong, suggested = answers.getvalue().splitlines()
    assert (ready, wrong) == ("true", '["woodr"]')
    assert suggested.startswith('["re\\u00ebel"')


@pytest.mark.expects_log("the word list cannot be loaded")
def test_a_child_without_a_dictionary_says_so(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "dictionary_folder", lambda: tmp_path)
    answers = io.StringIO()
    assert child.serve(io.StringIO(), answers) == 1
    assert answers.getvalue() == "false\n"
