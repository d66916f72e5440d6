"""The team's own words about privacy: names, patterns, forbidden words and what is allowed, ready to be looked for.

A pattern of a team is no regular expression: `#` is a digit, `@` a letter, `*` the rest of a word, and everything else
is itself. So it can be written by anybody and can never make a check slow.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from riec_desktop.checks.secret_names import Secrets, is_secret, secrets
from riec_desktop.dossier.choices import WordRuleKind
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import WordRule

LONGEST_PATTERN = 60
_SIGNS = {"#": r"\d", "@": r"[^\W\d_]", "*": r"[\w-]{0,40}"}
MOST_STARS = 2
"""Each star makes a text longer to look through."""


def pattern_problem(text: str) -> str:
    """Why a pattern cannot be used, in Dutch; '' when it can."""
    if len(text) > LONGEST_PATTERN:
        return f"een patroon is hoogstens {LONGEST_PATTERN} tekens lang."
    if text.count("*") > MOST_STARS:
        return f"in een patroon staat het teken * hoogstens {MOST_STARS} keer."
    if not any(one.isalnum() or one in "#@" for one in text):
        return "in een patroon staat ten minste één letter, cijfer, # of @."
    return ""


def compiled(text: str) -> re.Pattern[str]:
    """The pattern as a regular expression that is bounded: what comes before and after it is no part of a word."""
    body = "".join(_SIGNS.get(one, re.escape(one)) for one in text)
    return re.compile(rf"(?<!\w){body}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word or phrase to look for in any case, with the word that may stand in its place and what was noted."""

    text: str
    regex: re.Pattern[str]
    instead: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRules:
    """`allowed` are texts in small letters that no rule of privacy minds: those with a note that says why."""

    names: tuple[Phrase, ...]
    secrets: Secrets
    patterns: tuple[Phrase, ...]
    forbidden: tuple[Phrase, ...]
    allowed: frozenset[str]

    @property
    def seek_names(self) -> bool:
        """Whether there is any name or pattern to look for."""
        return bool(self.names or self.secrets.by_salt or self.patterns)


NO_RULES = OwnRules(names=(), secrets=Secrets({}), patterns=(), forbidden=(), allowed=frozenset())
"""Those of a team that has none, and for texts of no dossier."""


def own_rules(dossier: Dossier) -> OwnRules:
    """The rules of this dossier."""
    names = [one for one in _rules(dossier, WordRuleKind.NAME) if not is_secret(one.text)]
    return OwnRules(
        names=tuple(map(_phrase, names)),
        secrets=secrets(one.text for one in _rules(dossier, WordRuleKind.NAME)),
        patterns=tuple(_patterns(dossier)),
        forbidden=tuple(map(_phrase, _rules(dossier, WordRuleKind.FORBIDDEN))),
        allowed=frozenset(one.text.casefold() for one in _rules(dossier, WordRuleKind.ALLOWED) if one.note),
    )


def _rules(dossier: Dossier, kind: WordRuleKind) -> tuple[WordRule, ...]:
    return tuple(one for one in dossier.where(WordRule, "kind", kind) if one.text.strip())


def _phrase(rule: WordRule) -> Phrase:
    words = r"\s{1,3}".join(map(re.escape, rule.text.split()))
    return Phrase(rule.text.casefold(), re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE), rule.instead, rule.note)


def _patterns(dossier: Dossier) -> Iterator[Phrase]:
    """A pattern that cannot be used is passed over; where it was written, it says why."""
    for one in _rules(dossier, WordRuleKind.PATTERN):
        if not pattern_problem(one.text):
            yield Phrase(one.text, compiled(one.text), one.instead, one.note)


def phrases_in(phrases: tuple[Phrase, ...], plain: str) -> Iterator[tuple[Phrase, str]]:
    """Each phrase that stands in a text, once, as it is written there."""
    small = plain.casefold() if phrases else ""
    for one in phrases:
        found = one.regex.search(plain) if one.text.split()[0] in small else None
        if found:
            yield one, found[0]


@dataclass(frozen=True, slots=True)
class OwnHit:
    """Something that the team looks for: the end of its code, what it is called in Dutch, and the text."""

    code: str
    title: str
    text: str


def own_hits(own: OwnRules, plain: str) -> Iterator[OwnHit]:
    """Every name and pattern of the team that stands in a text, each once."""
    names = (found for _, found in phrases_in(own.names, plain))
    for text in dict.fromkeys((*names, *own.secrets.found_in(plain))):
        yield OwnHit("own_name", "een naam uit uw lijst met geheime namen", text)
    for pattern in own.patterns:
        for text in dict.fromkeys(found[0] for found in pattern.regex.finditer(plain)):
            if text.casefold() not in own.allowed:
                yield OwnHit("own_pattern", f"iets dat past bij uw patroon{_noted(pattern)}", text)


def _noted(pattern: Phrase) -> str:
    return f" ({pattern.note})" if pattern.note else ""
