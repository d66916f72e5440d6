"""Text of cells: shared strings and text in place, with bold and italic where runs have it."""

import re
from collections.abc import Iterator

from riec_desktop.dossier.text import clean
from riec_desktop.excel.celltext import Look, Looks
from riec_desktop.excel.reading.cells import Oddity, Refusal
from riec_desktop.excel.reading.xml import Element, local, parse
from riec_desktop.sheets import MOST_CHARACTERS

MOST_TEXT = 1_000_000
"""Characters of one cell: far above what Excel holds, far below what hurts."""

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_OFF = ("0", "false")
# Marks that turn the direction of a text or that nobody sees.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def read_strings(xml: bytes) -> tuple[tuple[Looks, ...], tuple[Oddity, ...]]:
    """The shared strings by their number, and what is odd about them."""
    found = [text_of(item) for item in parse(xml) if local(item) == "si"]
    return tuple(looks for looks, _ in found), tuple(one for _, odd in found for one in odd)


def text_of(item: Element) -> tuple[Looks, tuple[Oddity, ...]]:
    """The text of a string item or of a cell with text in place (ISO/IEC 29500-1, 18.4.8)."""
    raw = tuple(_pieces(item))
    length = sum(len(look.text) for look in raw)
    if length > MOST_TEXT:
        raise Refusal(code="workbook.too_large")
    looks = tuple(Look(tidy(look.text), look.bold, look.italic) for look in raw)
    whole = "".join(look.text for look in raw)
    odd = (
        *((Oddity(code="long_text"),) if length > MOST_CHARACTERS else ()),
        *((Oddity(code="control"),) if _UNSEEN.search(whole) or _has_control(whole) else ()),
    )
    return tuple(look for look in looks if look.text), odd


def tidy(text: str) -> str:
    """Text as the dossier keeps it, without marks that nobody sees."""
    return _UNSEEN.sub("", clean(text))


def _has_control(text: str) -> bool:
    return not text.isprintable() and any(one < " " and one not in "\t\n\r" for one in text)


def _pieces(item: Element) -> Iterator[Look]:
    for part in item:
        match local(part):
            case "t":
                yield Look(_unescaped(part.text or ""))
            case "r":
                yield _run(part)
            case _:
                pass


def _run(run: Element) -> Look:
    text = "".join(_unescaped(one.text or "") for one in run if local(one) == "t")
    look = run.find("{*}rPr")
    return Look(text, bold=_is_on(look, "b"), italic=_is_on(look, "i"))


def _is_on(look: Element | None, name: str) -> bool:
    found = look.find(f"{{*}}{name}") if look is not None else None
    return found is not None and found.get("val") not in _OFF


def _unescaped(text: str) -> str:
    """Excel spells odd characters as `_x0041_` (22.4.2.4)."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
