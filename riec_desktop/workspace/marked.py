"""Two texts side by side with the words that differ marked: what a person looks at before taking something in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_WORDS = 4_000
"""Beyond this many pieces a text is compared by line: comparing words takes the square of their number."""


class Mark(StrEnum):
    """What happened to a stretch of text."""

    SAME = "same"
    ADDED = "added"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring words with one mark."""

    text: str
    mark: Mark


def marked(old: str, new: str) -> tuple[Stretch, ...]:
    """The way from one text to the other, in reading order.

    What is not ADDED spells `old`, what is not GONE spells `new`.
    """
    return tuple(_stretches(*_pieces(old, new)))


def _pieces(old: str, new: str) -> tuple[list[str], list[str]]:
    words = _WORDS.findall(old), _WORDS.findall(new)
    if max(map(len, words)) <= _MOST_WORDS:
        return words
    return old.splitlines(keepends=True), new.splitlines(keepends=True)


def _stretches(before: list[str], after: list[str]) -> Iterator[Stretch]:
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, added = "".join(before[old_from:old_to]), "".join(after[new_from:new_to])
        if kind == "equal":
            yield Stretch(gone, Mark.SAME)
            continue
        if gone:
            yield Stretch(gone, Mark.GONE)
        if added:
            yield Stretch(added, Mark.ADDED)
