"""The lists of words that are shipped with the program: hard words, compounds and abbreviations, as plain text files.

A line is a word or, with an equals sign, a word and what may stand in its place (`|` between several); `#` begins a
remark. People add their own in the dossier (`WordRule`).
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from riec_desktop.errors import RiecError
from riec_desktop.files import read_file
from riec_desktop.paths import data_file

_LIMIT = 1_000_000
"""Bytes: a list that is larger is none of ours."""
Words = Mapping[str, tuple[str, ...]]
"""A word → what may stand in its place."""


@cache
def shipped(name: str) -> Words:
    """A list by its name, such as 'moeilijke-woorden'; read once."""
    return read_words(data_file("resources", "rules", f"{name}.txt"))


def read_words(path: Path) -> Words:
    """The list in a file; empty when it cannot be read: a check that has no list finds nothing."""
    try:
        text = read_file(path, _LIMIT).decode()
    except (RiecError, UnicodeDecodeError):
        return {}
    return dict(_entries(text))


def _entries(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in text.splitlines():
        word, _, instead = line.partition("#")[0].partition("=")
        if word.strip():
            yield word.strip(), tuple(one.strip() for one in instead.split("|") if one.strip())
