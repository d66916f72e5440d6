"""Rules about single words: hard ones that have a plainer one, and compounds that were written as two words."""

import re
from collections.abc import Iterator
from itertools import pairwise

from riec_desktop.checks.findings import Finding, Repair, Severity
from riec_desktop.checks.lexicon import Lexicon, lexicon
from riec_desktop.checks.place import TextPlace
from riec_desktop.checks.prose import prose

# --- Hard words ------------------------------------------------------------------------------------------------------


ANOTHER_SENTENCE = "~"
"""Before a plainer word that fits only when the sentence changes with it."""


def hard_words(place: TextPlace) -> Iterator[Finding]:
    """Each hard word of a text with the words that may stand in its place."""
    known = place.dossier.derived(lexicon)
    for word in _hard_in(place.plain, known):
        instead = known.hard[word]
        fitting = (one for one in instead if not one.startswith(ANOTHER_SENTENCE))
        repairs = tuple(repair for one in fitting for repair in _instead(place, word, one))
        plainer = " of ".join(f"‘{one.removeprefix(ANOTHER_SENTENCE)}’" for one in instead)
        problem = f"‘{word}’ is een moeilijk woord." + (f" Gewoner is {plainer}." if plainer else "")
        yield place.notice(Severity.TIP, "language.hard_word", problem, repairs=repairs, words=word)


def _hard_in(plain: str, known: Lexicon) -> Iterator[str]:
    """The hard words and phrases of a text; only those whose first word is in it are looked for."""
    firsts = known.hard_by_first.keys() & prose(plain).vocabulary
    text = plain.lower() if firsts else ""
    for word in (word for first in sorted(firsts) for word in known.hard_by_first[first]):
        if word in text and re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text):
            yield word


def _instead(place: TextPlace, word: str, plain: str) -> tuple[Repair, ...]:
    pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.IGNORECASE)
    return place.repair(f"Vervang door ‘{plain}’", lambda text: pattern.sub(lambda one: _cased(one[0], plain), text))


def _cased(word: str, plain: str) -> str:
    """The plain word with the capital of the one that it replaces."""
    return plain[:1].upper() + plain[1:] if word[:1].isupper() else plain


# --- Compounds -------------------------------------------------------------------------------------------------------


def split_compounds(place: TextPlace) -> Iterator[Finding]:
    """Each compound of the list that was written as two words."""
    known = place.dossier.derived(lexicon)
    text = prose(place.plain)
    if known.compound_starts.isdisjoint(text.vocabulary):
        return
    pairs = (pair for sentence in text.sentences for pair in pairwise(sentence.words))
    for first, second in dict.fromkeys(pairs):
        if first in known.compound_starts and first + second in known.compounds:
            yield from _split(place, first, second)


def _split(place: TextPlace, first: str, second: str) -> Iterator[Finding]:
    """Only where nothing but a space stands between the two."""
    pattern = re.compile(rf"\b({first}) +({second})\b", re.IGNORECASE)
    found = pattern.search(place.plain)
    if found:
        repairs = place.repair(f"Schrijf ‘{first}{second}’", lambda text: pattern.sub(r"\1\2", text))
        problem = f"‘{found[0]}’ hoort aan elkaar: ‘{first}{second}’."
        yield place.notice(Severity.TIP, "language.compound", problem, repairs=repairs, words=found[0])
