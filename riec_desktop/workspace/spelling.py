"""The person's own dictionary, in a small file in the data folder; and the spelling of a whole chapter at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear
from riec_desktop.language.own_words import dossier_names, terms, words_of
from riec_desktop.language.speller import Speller, misspelt_in
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


def spelling_findings(dossier: Dossier, year: ReportYear, env: Environment, speller: Speller) -> tuple[Finding, ...]:
    """A finding for each text of the chapter with words that nobody knows. Raises `RiecError` (`spelling.…`)."""
    # The window needs the words here at once, and the rules later.
    from riec_desktop.checks.spelling_rules import misspelt

    known = terms() | personal_words(env) | words_of(dossier_names(dossier))

    def wrong(texts: Sequence[str]) -> list[list[str]]:
        return [[one.text for one in words] for words in misspelt_in(speller, texts, known)]

    return tuple(misspelt(dossier, year, wrong))
