"""Names that the team wants found without keeping them: a salted digest stands in the list instead of the name.

Whoever has the file and guesses a name can see whether it is in the list; nobody can read the names from it. The
first byte of the digest of the first word is kept too, so that nearly every word of a text is passed over at once.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_PREFIX = "geheim"
_PARTS = 5
_WORD = re.compile(r"\w[\w'’.-]*\w|\w")
_SIZE = 16
"""Bytes of a digest."""


def secret(name: str, salt: str) -> str:
    """What stands in the list for a name: 'geheim:<words>:<salt>:<first byte of the first word>:<digest>'."""
    words = _words(name)
    first = _digest(salt, words[0])[:2] if words else ""
    return f"{_PREFIX}:{len(words)}:{salt}:{first}:{_digest(salt, ' '.join(words))}"


def is_secret(text: str) -> bool:
    """Whether a text of the list is a digest."""
    return text.startswith(f"{_PREFIX}:") and text.count(":") == _PARTS - 1


def salt_of(texts: Iterable[str]) -> str:
    """The salt that the digests of a list have already, '' where there are none: one salt makes looking cheap."""
    return next((text.split(":")[2] for text in texts if is_secret(text)), "")


def _words(text: str) -> tuple[str, ...]:
    return tuple(found[0].casefold() for found in _WORD.finditer(text))


@lru_cache(maxsize=65536)
def _digest(salt: str, text: str) -> str:
    return hashlib.blake2b(f"{salt}\x1f{text}".encode(), digest_size=_SIZE).hexdigest()


@dataclass(frozen=True, slots=True)
class Secrets:
    """Salt → first byte → number of words → digests."""

    by_salt: Mapping[str, Mapping[str, Mapping[int, frozenset[str]]]]

    def found_in(self, plain: str) -> Iterator[str]:
        """Every secret name in a text, as it stands there."""
        matches = list(_WORD.finditer(plain)) if self.by_salt else []
        words = [one[0].casefold() for one in matches]
        for salt, by_first in self.by_salt.items():
            for index, word in enumerate(words):
                for count, digests in by_first.get(_digest(salt, word)[:2], {}).items():
                    end = index + count
                    if end <= len(words) and _digest(salt, " ".join(words[index:end])) in digests:
                        yield plain[matches[index].start() : matches[end - 1].end()]


def secrets(texts: Iterable[str]) -> Secrets:
    """What is looked for, from the texts of the list that are digests; one that is damaged is passed over."""
    found: dict[str, dict[str, dict[int, set[str]]]] = {}
    for text in filter(is_secret, texts):
        _, count, salt, first, digest = text.split(":")
        if count.isdigit():
            found.setdefault(salt, {}).setdefault(first, {}).setdefault(int(count), set()).add(digest)
    return Secrets(
        {
            salt: {
                first: {count: frozenset(digests) for count, digests in counts.items()}
                for first, counts in firsts.items()
            }
            for salt, firsts in found.items()
        }
    )
