"""Dutch text as sentences, words and syllables: what the rules about language count.

Sentences end at a line break or at an ending mark before a capital, unless an abbreviation stands before it. A list
item without an ending mark is a sentence too.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_END = re.compile(r"(?<=[.!?…])([\"”’')\]]*)\s+(?=[\"“‘'(\[]*[A-ZÀ-ÖØ-Þ0-9])")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:a\.s|art|bijv|blz|bv|ca|dr|drs|enz|evt|excl|incl|ing|ir|jl|max|min|mln|mr|nl|nr|nrs|pag|par|prof|"
    r"resp|st|tel|vgl|vs|zgn|(?:[A-Za-z]\.){1,4}[A-Za-z])\.$",
    re.IGNORECASE,
)
"""A text that ends with an abbreviation goes on. 'etc.' and 'e.d.' may end a sentence as well as not."""
_LONGEST = 12
"""Characters of an abbreviation with the space before it: further back nothing is looked at."""
_SYLLABLE = re.compile(r"a(?:ai|[au])?|e(?:eu|[eiu])?|i(?:eu|[ej])?|o(?:oi|ei|[oeu])?|u[ui]?|[yàáâäèéêëìíîïòóôöùúûü]")
"""In small letters."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its words in small letters."""

    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """The sentences of a text, and all its words in small letters."""

    sentences: tuple[Sentence, ...]
    vocabulary: frozenset[str]


@lru_cache(maxsize=16384)
def prose(plain: str) -> Prose:
    """What a bare text consists of; remembered, because of a whole year one text changes at a time."""
    found = tuple(one for line in plain.split("\n") for one in sentences_of(line.strip()))
    return Prose(found, frozenset(word for one in found for word in one.words))


@lru_cache(maxsize=65536)
def sentences_of(line: str) -> tuple[Sentence, ...]:
    """The sentences of one line; a rule that reads a text paragraph by paragraph finds them ready."""
    return tuple(Sentence(one, words(one.lower())) for one in _split(line))


def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text as they stand there."""
    return tuple(_WORD.findall(text))


def _split(line: str) -> list[str]:
    """The sentences of one paragraph."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(line):
        if not _SHORT.search(line, max(0, start - 1, end.start() - _LONGEST), end.start()):
            found.append(line[start : end.end()].rstrip())
            start = end.end()
    rest = line[start:]
    return [*found, rest] if rest else found


def syllables(word: str) -> int:
    """The syllables of a Dutch word by its vowels; at least one."""
    return max(1, len(_SYLLABLE.findall(word.lower())))


@lru_cache(maxsize=65536)
def syllables_of(sentence: Sentence) -> int:
    """The syllables of a sentence, counted at once: at least one for each word."""
    return max(len(sentence.words), len(_SYLLABLE.findall(sentence.text.lower())))
