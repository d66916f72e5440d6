"""The words that the rules about vocabulary know in one dossier: the shipped lists with what the team added."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from riec_desktop.checks.wordlist import Words, shipped
from riec_desktop.dossier.choices import WordRuleKind
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Indicator, Organisation, Portfolio, WordRule

_SHORTEST_PART = 3
"""Letters: shorter parts of a compound are words of their own too often ('de', 'op')."""
_SHORTEST_NAME = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What is looked for in small letters, and what may stand in its place.

    `hard`: a hard word or phrase → plainer ones. `hard_by_first`: first word → those words.

    `compounds` are words written as one, `compound_starts` what they begin with. `full` gives the full name of an
    abbreviation, '' where none is needed.
    """

    hard: Words
    hard_by_first: Mapping[str, tuple[str, ...]]
    compounds: frozenset[str]
    compound_starts: frozenset[str]
    full: Mapping[str, str]


def lexicon(dossier: Dossier) -> Lexicon:
    """The words of this dossier."""
    hard = {word.lower(): instead for word, instead in (*shipped("moeilijke-woorden").items(), *_own_hard(dossier))}
    compounds = frozenset(_compounds(dossier))
    return Lexicon(
        hard=hard,
        hard_by_first=_by_first(hard),
        compounds=compounds,
        compound_starts=frozenset(
            word[:end] for word in compounds for end in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        ),
        full=dict(_abbreviations(dossier)),
    )


def _by_first(words: Words) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word.split(" ")[0], []).append(word)
    return {first: tuple(some) for first, some in found.items()}


def _rules(dossier: Dossier, kind: WordRuleKind) -> tuple[WordRule, ...]:
    return tuple(one for one in dossier.where(WordRule, "kind", kind) if one.text)


def _own_hard(dossier: Dossier) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in _rules(dossier, WordRuleKind.HARD):
        yield one.text, (one.instead,) if one.instead else ()


def _compounds(dossier: Dossier) -> Iterator[str]:
    yield from (word.lower() for word in shipped("samenstellingen"))
    names = [one.text for one in _rules(dossier, WordRuleKind.TERM)]
    names += [one.name for kind in (Indicator, Portfolio) for one in dossier.all(kind)]
    for word in (word for name in names for word in name.lower().split(" ")):
        if len(word) >= _SHORTEST_NAME and word.isalpha():
            yield word


def _abbreviations(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """An organisation that is called by its abbreviation needs no more; one that has it beside its name does."""
    for word, full in shipped("afkortingen").items():
        yield word, full[0] if full else ""
    for one in dossier.all(Organisation):
        yield from ((alias, one.name) for alias in one.aliases if " " not in alias)
        yield from ((word, "") for word in one.name.split(" "))
    for rule in _rules(dossier, WordRuleKind.ABBREVIATION):
        yield rule.text, rule.instead
