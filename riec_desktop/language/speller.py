"""Pure functions over whatever knows words: a loaded dictionary, or a child process that has one."""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from riec_desktop.language.words import Word, bare, checkable, forms, is_abbreviation, parts, without_ending

MOST = 5
"""Suggestions: what a person takes in at a glance."""
_OWN = 2
"""At most this many of our own words."""
_CLOSE = 0.8
"""How alike (0 to 1, as `difflib` counts) a word of our own must be to be offered."""


class Speller(Protocol):
    """Knows Dutch words. Both methods may take long and raise `RiecError` `spelling.…` when they cannot answer."""

    def wrong(self, words: Collection[str]) -> frozenset[str]:
        """Those of the words that it does not know."""
        ...

    def suggest(self, word: str) -> tuple[str, ...]:
        """What may have been meant, likeliest first."""
        ...


class EndingSpeller(Speller, Protocol):
    """A speller that can be ended, also while it is asked something."""

    def close(self) -> None:
        """Answer no more."""
        ...


def is_known(word: str, known: Collection[str]) -> bool:
    """Whether it is one of our own words, also with a capital at the start of a sentence, in capitals, or with 's."""
    spelled = bare(word)
    wanted = {spelled, without_ending(spelled)}
    return any(one in known or one.lower() in known or (one.isupper() and one.title() in known) for one in wanted)


def is_right(word: str, known: Collection[str], right: Callable[[str], bool | None]) -> bool | None:
    """Whether a word is right: as a whole, or each part that hyphens join. None: `right` cannot tell yet.

    `right` tells it of each of `forms(word)` as far as the dictionary goes.
    """
    if is_known(word, known):
        return True
    whole = right(bare(word))
    joined = parts(word)
    if whole is not False or len(joined) == 1:
        return whole
    verdicts = [len(one) == 1 or is_abbreviation(one) or is_known(one, known) or right(one) for one in joined]
    return False if False in verdicts else None if None in verdicts else True


def misspelt(speller: Speller, text: str, known: Collection[str]) -> tuple[Word, ...]:
    """The words of a text that neither the speller nor our own words know, from left to right."""
    return misspelt_in(speller, (text,), known)[0]


def misspelt_in(speller: Speller, texts: Sequence[str], known: Collection[str]) -> list[tuple[Word, ...]]:
    """The same of many texts, with one question to the speller."""
    words = [checkable(text) for text in texts]
    wrong = speller.wrong({form for found in words for word in found for form in forms(word.text)})

    def is_wrong(word: Word) -> bool:
        return is_right(word.text, known, lambda form: form not in wrong) is False

    return [tuple(filter(is_wrong, found)) for found in words]


def suggestions(speller: Speller, word: str, known: Collection[str]) -> tuple[str, ...]:
    """At most `MOST` words that may have been meant: first our own that no dictionary has, the likelier ones here."""
    # Loaded when a person asks, as the window shows sooner without it.
    from difflib import get_close_matches

    close = get_close_matches(bare(word), list(known), n=_OWN, cutoff=_CLOSE)
    strange = speller.wrong(close)
    own = [one for one in close if one in strange]
    return tuple(dict.fromkeys([*own, *speller.suggest(bare(word))]))[:MOST]
