"""The data about persons in a bare text: where it stands, of which kind it is and how sure that is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from riec_desktop.checks.privacy_patterns import PATTERNS, Pattern
from riec_desktop.severity import Severity

_DIGIT = re.compile(r"\d")
_SHORT = 6
"""Characters: of a shorter text only the first is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """`text` is what was found, `code` the end of its code, `title` the Dutch words for its kind."""

    code: str
    title: str
    text: str
    start: int
    severity: Severity


@lru_cache(maxsize=32768)
def hits(plain: str) -> tuple[Hit, ...]:
    """Everything that a pattern finds, in the order of the text; remembered, for one text changes at a time."""
    found: list[Hit] = []
    with_digit = _DIGIT.search(plain) is not None
    for pattern in PATTERNS:
        if (with_digit or not pattern.has_digit) and pattern.sieve.search(plain):
            found += [one for one in _of(pattern, plain) if not _overlaps(one, found)]
    return tuple(sorted(found, key=lambda one: one.start))


def _of(pattern: Pattern, plain: str) -> Iterator[Hit]:
    for match in pattern.regex.finditer(plain):
        severity = pattern.judge(match)
        if severity is not None:
            text = _bare(match[0])
            start = match.end() - len(text)
            yield Hit(code=pattern.code, title=pattern.title, text=text, start=start, severity=severity)


def _bare(text: str) -> str:
    """Without a bracket that closes further on: 'Piet (06-23456789)'."""
    return text.removeprefix("(") if ")" not in text else text


def _overlaps(one: Hit, others: list[Hit]) -> bool:
    end = one.start + len(one.text)
    return any(one.start < other.start + len(other.text) and other.start < end for other in others)


def masked(text: str) -> str:
    """Enough to recognise it where it stands and nothing to know it by: '06…8'. Findings are printed and logged."""
    line = " ".join(text.split())
    return f"{line[:2]}…{line[-1]}" if len(line) > _SHORT else f"{line[:1]}…"
