"""Text as an Excel cell can hold it: clean, not too long, and never taken for anything but text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from riec_desktop.dossier.dutch import number
from riec_desktop.dossier.text import clean
from riec_desktop.sheets import MOST_CHARACTERS

# Excel reads `_x0041_` in a file as the letter A (ISO/IEC 29500-1, 22.4.2.4, ST_Xstring). XlsxWriter escapes such a
# stretch, but of two that share an underscore only the first. What is split here, is no such stretch any more.
_SHARED = re.compile(r"_x[0-9A-Fa-f]{4}(?=_x[0-9A-Fa-f]{4}_)")
_SPLIT = re.compile(r"(?<=_)(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Look:
    """A stretch of a cell's text with one look."""

    text: str
    bold: bool = False
    italic: bool = False


Looks = tuple[Look, ...]
"""The text of a cell from begin to end."""


def bare(looks: Iterable[Look]) -> str:
    """The text without its looks."""
    return "".join(look.text for look in looks)


def is_plain(looks: Iterable[Look]) -> bool:
    """Whether no part of the text has a look of its own."""
    return not any(look.bold or look.italic for look in looks)


def units(text: str) -> int:
    """The length of a text as Excel counts it: a character beyond U+FFFF is two."""
    return len(text) + sum(character > "\uffff" for character in text)


def cell_text(text: str) -> str:
    """The text without what a file cannot carry, and cut with a visible mark when a cell cannot hold it.

    Space around it goes: nobody sees it, and the schema of ISO/IEC 29500 has no place for the attribute that keeps it.
    """
    cleaned = clean(text).strip()
    if len(cleaned) * 2 <= MOST_CHARACTERS or units(cleaned) <= MOST_CHARACTERS:
        return cleaned
    mark = f" … [ingekort: {number(len(cleaned))} tekens]"
    return _first_units(cleaned, MOST_CHARACTERS - len(mark)) + mark


def _first_units(text: str, most: int) -> str:
    """The longest beginning of at most this many UTF-16 units, never half a character."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


# Names of portfolios and organisations stand in thousands of cells.
@lru_cache(maxsize=4096)
def cell_pieces(text: str) -> tuple[str, ...]:
    """`cell_text` in the pieces in which it must be written: none for empty text, one for almost every other.

    XlsxWriter writes a string of the form `<r>…</r>` as markup, unescaped; in pieces it is text. It takes no fewer
    than three of them.
    """
    whole = cell_text(text)
    if whole.startswith("<r>") and whole.endswith("</r>"):
        return ("<", "r", *_SPLIT.split(whole.removeprefix("<r")))
    if "_x" in whole and _SHARED.search(whole):
        return tuple(_SPLIT.split(whole))
    return (whole,) if whole else ()
