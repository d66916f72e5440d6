"""The Dutch word list of OpenTaal behind Hunspell. The only module that knows the library."""

import logging
from collections.abc import Collection
from pathlib import Path
from typing import Any, Protocol, cast

from riec_desktop.errors import RiecError
from riec_desktop.paths import data_file

LOG = logging.getLogger(__name__)

_KNOWN, _UNKNOWN = ("jaarverslag", "samenwerkingsverband"), "jaarvreslag"
"""A word list that does not judge these so is no Dutch one: Hunspell reads any file without complaint."""
_LONGEST = 99
"""Characters: Hunspell's own limit for a word."""


class _Hunspell(Protocol):
    """What we use of the library, which has no types."""

    def spell(self, word: str) -> bool: ...
    def suggest(self, word: str) -> tuple[str, ...]: ...


def dictionary_folder() -> Path:
    """Where the word list is shipped."""
    return data_file("resources", "spelling")


class Dictionary:
    """A loaded word list. Loading takes half a second, and 'suggest' up to two: neither belongs on the main thread."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds nl.aff and nl.dic; raises `RiecError` `spelling.no_dictionary` when they are not usable."""
        self._library = _loaded(folder)
        if not all(map(self.knows, _KNOWN)) or self.knows(_UNKNOWN):
            raise RiecError("spelling.no_dictionary")

    def knows(self, word: str) -> bool:
        """Whether a word is right; an abbreviation also without its last point, which a sentence may have taken."""
        return len(word) <= _LONGEST and (self._library.spell(word) or self._library.spell(f"{word}."))

    def wrong(self, words: Collection[str]) -> frozenset[str]:
        """Those of the words that it does not know."""
        return frozenset(word for word in words if not self.knows(word))

    def suggest(self, word: str) -> tuple[str, ...]:
        """What may have been meant, likeliest first."""
        return self._library.suggest(word) if len(word) <= _LONGEST else ()


def _loaded(folder: Path) -> _Hunspell:
    try:
        import hunspell

        # Only with this encoding does the library open paths on Windows that its code page does not have.
        return cast("Any", hunspell).Hunspell("nl", hunspell_data_dir=str(folder), system_encoding="utf-8")
    except Exception as error:
        LOG.warning("the word list cannot be loaded: %s", error)
        raise RiecError("spelling.no_dictionary") from error
