"""The person's own dictionary: words that they called right, in a small file in the data folder."""

from pathlib import Path
from typing import cast

from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.small_files import read_json, write_json


def _file(env: Environment) -> Path:
    return env.data_folder / "woordenboek.json"


def personal_words(env: Environment) -> frozenset[str]:
    """The words of the person; none when the file is not there or damaged."""
    plain = read_json(_file(env))
    return frozenset(str(one) for one in cast("list[object]", plain)) if isinstance(plain, list) else frozenset()


def learn_word(env: Environment, word: str) -> None:
    """Call a word right from now on."""
    write_json(_file(env), sorted(personal_words(env) | {word}))


def forget_word(env: Environment, word: str) -> None:
    """Call a word right no longer."""
    write_json(_file(env), sorted(personal_words(env) - {word}))
