"""What indicators are called in a sentence, and which number in it is about which indicator."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from riec_desktop.checks.number_text import TypedNumber, word_set
from riec_desktop.dossier.records import Indicator

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GENERIC = word_set(
    "regio regio’s gemeente gemeenten organisatie organisaties partner partners persoon personen medewerker "
    "medewerkers deelnemer deelnemers dag dagen week weken maand maanden uur uren keer procent euro punt "
    "punten bijeenkomst bijeenkomsten sessie sessies product producten"
)
"""Nouns that stand beside a number for many reasons: with these another word of the name must be in the sentence."""

_EMPTY = word_set("de het een van voor met in op bij aan en of per naar uit door dat die gegeven aantal")
"""Words of a name that tell nothing about what is counted."""

_STOP = word_set(
    "van de het in op bij aan en of door voor met uit over naar die dat zijn is was waren werd werden om te "
    "tot maar als dan er hebben heeft had kregen deden namen keer jaar"
)
"""A number is not about a noun behind one of these."""

_REACH = 3
"""So many words may stand between a number and its noun, the noun included."""

_BACK = 9
"""So many words may stand between a noun and a number behind it, as in 'het aantal signalen kwam in 2023 uit op 12'."""

_CUE = re.compile(
    r"(?:\b(?:naar|tot|op|was|is|bedroeg|bedraagt|waren|van|met|telde|telden|staat|stond|lag|ligt|tegen|tegenover)"
    r"(?: (?:ongeveer|circa|ruim|bijna|zo[’']n|meer dan|minder dan|in totaal))?[ \u00a0]|[:(=]\s?)$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;!?]|\.(?=\s)|, (?:en|maar|terwijl|want|dus|waarvan|waarbij) ")
_BETWEEN = re.compile(r"\s*(?:in \d{4})?\s*(?:,|en|, en|/|tegen|tegenover|naar|tot)\s*", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:in|over|eind|begin) (?:19|20)\d\d (?=$|op )", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """What one indicator is called.

    `strong` nouns say it by themselves ('signalen', 'doorlooptijd'); `weak` ones ('dagen', 'gemeenten') only with one
    of the `keys` in the sentence. `nouns` are both.
    """

    indicator: Indicator
    strong: frozenset[str]
    weak: frozenset[str]
    keys: frozenset[str]
    nouns: frozenset[str]

    def fits(self, word: str, sentence: str) -> bool:
        """Whether a word of a sentence (both in small letters) is a noun for what is counted."""
        return word in self.strong or (word in self.weak and self._is_keyed(sentence))

    def _is_keyed(self, sentence: str) -> bool:
        return any(key[: max(_STEM, len(key) - 2)] in sentence for key in self.keys)


def terms(indicators: Sequence[Indicator]) -> tuple[Term, ...]:
    """The terms of these indicators; one without a noun has none."""
    made = (_term(one.name.casefold(), one.unit.casefold(), one.unit_one.casefold(), one) for one in indicators)
    return tuple(one for one in made if one.nouns)


def _term(name: str, unit: str, unit_one: str, indicator: Indicator) -> Term:
    words = [word for word in _WORD.findall(name) if word not in _EMPTY]
    heads = _heads(words, unit)
    nouns = {form for noun in (*heads, unit, unit_one) if noun and _WORD.fullmatch(noun) for form in _forms(noun)}
    generic = unit in _GENERIC or any(noun in _GENERIC for noun in nouns)
    loose = {form for noun in (unit, unit_one) if noun for form in _forms(noun)} if generic else set[str]()
    strong = frozenset(nouns - loose - _GENERIC)
    others = {word for word in words if word not in nouns and len(word) >= _STEM}
    return Term(indicator, strong, frozenset(nouns - strong), frozenset(others | strong), frozenset(nouns))


_STEM = 4
"""A word is known by so many letters at least; the last two may be an ending."""


def _heads(words: Sequence[str], unit: str) -> Sequence[str]:
    """The word of the name that is counted: the one that is the unit or ends in it, else the first."""
    return [word for word in words if unit and word.endswith(unit)] or words[:1]


def _forms(noun: str) -> Iterator[str]:
    """The noun, also with the other apostrophe, and without the ending of its plural."""
    yield from (noun, noun.replace("’", "'"), noun.replace("'", "’"))
    for ending in ("’s", "'s", "en", "s"):
        if noun.endswith(ending) and len(noun) > len(ending) + 3:
            yield noun.removesuffix(ending)
            break


@dataclass(frozen=True, slots=True)
class Bound:
    """A number, the terms that it may be about, and the words between the two; `after` is what follows both."""

    number: TypedNumber
    terms: tuple[Term, ...]
    between: tuple[str, ...]
    after: str


def bound(sentence: str, numbers: Sequence[TypedNumber], known: Sequence[Term]) -> Iterator[Bound]:
    """Which numbers are about which indicators, from left to right; the rest of the numbers is not given."""
    found = [_forward(sentence, one, known) or _back(sentence, one, known) for one in numbers]
    for at in reversed(range(len(numbers) - 1)):
        found[at] = found[at] or _shared(sentence, numbers[at], found[at + 1], numbers[at + 1])
    for at in range(1, len(numbers)):
        found[at] = found[at] or _shared(sentence, numbers[at], found[at - 1], numbers[at - 1])
    yield from (one for one in found if one)


def _matching(word: str, sentence: str, known: Sequence[Term]) -> tuple[Term, ...]:
    """The terms with this noun; those that are called so and no more come alone."""
    found = tuple(one for one in known if one.fits(word, sentence))
    return tuple(one for one in found if word == one.indicator.name.casefold()) or found


def _forward(sentence: str, number: TypedNumber, known: Sequence[Term]) -> Bound | None:
    """The noun behind a number: '12 nieuwe signalen'."""
    at, between = number.end, tuple[str, ...]()
    for word, start, end in _following(sentence, number.end):
        if sentence[at:start].strip(" \u00a0"):
            return None
        if found := _matching(word, sentence.casefold(), known):
            return Bound(number, found, between, sentence[end:])
        if word in _STOP:
            return None
        at, between = end, (*between, word)
    return None


def _following(sentence: str, end: int) -> Sequence[tuple[str, int, int]]:
    return [(one[0].casefold(), one.start(), one.end()) for one in islice(_WORD.finditer(sentence, end), _REACH)]


def _shared(sentence: str, number: TypedNumber, other: Bound | None, beside: TypedNumber) -> Bound | None:
    """'12, 15 en 18 signalen': the noun of the number beside this one is that of this one too."""
    first, second = sorted((number, beside), key=lambda one: one.start)
    if other is None or not _BETWEEN.fullmatch(sentence[first.end : second.start]):
        return None
    return Bound(number, other.terms, other.between, other.after)


def _back(sentence: str, number: TypedNumber, known: Sequence[Term]) -> Bound | None:
    """The noun before a number: 'het aantal signalen steeg naar 12'."""
    before = _WHEN.sub("", sentence[: number.start])
    if not _CUE.search(before) or _is_followed_by_noun(sentence, number):
        return None
    clause = before[max((one.end() for one in _CLAUSE.finditer(before)), default=0) :]
    words = _WORD.findall(clause.casefold())[-_BACK:]
    # 'het aantal deelnemers aan trainingen steeg naar': what is counted stands behind 'aantal', else nearest.
    counted = words[words.index("aantal") + 1 :] if "aantal" in words else words[::-1]
    for word in counted:
        if found := _matching(word, sentence.casefold(), known):
            return Bound(number, found, (), sentence[number.end :])
    return None


_NO_NOUN = word_set(
    "in en of van ten op dit dat per meer minder hoger lager tegen ten naar tot uit ligt lag kwam bleef was is "
    "na voor bij waarvan waren tegenover vergeleken terwijl maar keer stuks"
)


def _is_followed_by_noun(sentence: str, number: TypedNumber) -> bool:
    """Whether the number is about something else: 'steeg door 12 controles'."""
    rest = _following(sentence, number.end)
    if not rest or sentence[number.end : rest[0][1]].strip(" \u00a0") or number.is_percentage:
        return False
    return rest[0][0] not in _NO_NOUN
