"""The words of a text that are worth checking, and the forms in which a dictionary may know them.

Not checked are what no dictionary can know: words with digits, addresses, file names, abbreviations, words in another
script, linked numbers, and the first half of 'in- en uitstroom'.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LETTER = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u00ad"
"""The letters of the Latin script, and the soft hyphen that may stand between them."""
_CHUNK = re.compile(r"\S+")
_WORD = re.compile(rf"(?:(?<!\w)['’](?=[stnkm](?![{_LETTER}])))?[{_LETTER}]+(?:['’‑-][{_LETTER}]+)*")
_ADDRESS = re.compile(r"://|@|\\|^\W*(?i:www)\.|[a-z]\.[a-z]{2,5}\W*$")
"""The address of a page or of mail, or the name of a file."""
_DOTTED = re.compile(rf"^\W*(?:[{_LETTER}]{{1,4}}\.){{2,}}\W*$")
"""Abbreviations with points in them, as in 'a.u.b.'."""
_CAPITALS = 5
_SHORTEST = 2
_LONGEST = 120
"""Characters: what is longer without a space is no Dutch."""
_HYPHENS = re.compile("[-‑]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text with the places of its first character and of the one after its last."""

    start: int
    end: int
    text: str


def checkable(text: str) -> tuple[Word, ...]:
    """The words of a text that can be checked, from left to right."""
    return tuple(word for chunk in _CHUNK.finditer(text) for word in _in_chunk(chunk[0], chunk.start()))


def _in_chunk(chunk: str, start: int) -> Iterator[Word]:
    """The words of a stretch without spaces that begins at `start`."""
    if len(chunk) > _LONGEST or _is_no_word(chunk):
        return
    for found in _WORD.finditer(chunk):
        if not _hangs(chunk, found) and not _too_short(found[0]) and not is_abbreviation(found[0]):
            yield Word(start + found.start(), start + found.end(), found[0])


def _is_no_word(chunk: str) -> bool:
    return bool(_ADDRESS.search(chunk) or _DOTTED.match(chunk)) or any(one.isdigit() for one in chunk)


def _hangs(chunk: str, found: re.Match[str]) -> bool:
    """Whether a hyphen before or after it says that half of the word stands elsewhere."""
    return chunk[found.end() : found.end() + 1] in ("-", "‑") or chunk[: found.start()].endswith(("-", "‑"))


def _too_short(word: str) -> bool:
    return len(bare(word)) < _SHORTEST


def bare(word: str) -> str:
    """The word as a dictionary spells it: straight apostrophes, plain hyphens, no soft ones."""
    return word.replace("\u00ad", "").replace("’", "'").replace("‑", "-")


def is_abbreviation(word: str) -> bool:
    """Whether it is written in at most five capitals, as RIEC, with or without 's'; hyphens may join several."""
    return all(_is_capitals(part) for part in parts(word))


def _is_capitals(part: str) -> bool:
    letters = without_ending(part)
    return letters.isupper() and len(letters) <= _CAPITALS


def without_ending(word: str) -> str:
    """The word without the ending of a plural or a possession, as in RIEC's."""
    return word.removesuffix("'s")


def parts(word: str) -> tuple[str, ...]:
    """What hyphens join."""
    return tuple(part for part in _HYPHENS.split(bare(word)) if part)


def forms(word: str) -> tuple[str, ...]:
    """What a dictionary is asked about a word: the word itself and, of a word with hyphens, its parts."""
    found = parts(word)
    return (bare(word), *found) if len(found) > 1 else (bare(word),)
