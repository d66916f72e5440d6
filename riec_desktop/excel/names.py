"""How high the row with the names of the columns is: measured letter by letter, because a name is short and bold.

The letters per line that serve running text miss by a line or two here.
"""

from collections.abc import Iterable, Iterator, Sequence

from riec_desktop.excel.sizes import HIGHEST, LINE_HEIGHT

# Widths in Calibri Bold, with a digit of the regular letter as 1 (measured on Carlito, which is as wide).
_WIDTHS = (
    ("ijlI.,:;’' ", 0.5),
    ("frt()-/J", 0.68),
    ("cszL", 0.83),
    ("aegkvxyEFSTZ", 0.98),
    ("DGHNOQUV", 1.3),
    ("w%", 1.48),
    ("m", 1.62),
    ("MW", 1.8),
)
_CAPITAL, _OTHER = 1.1, 1.06
_BY_LETTER = {letter: width for letters, width in _WIDTHS for letter in letters}
_ROUNDING = 0.05
"""What Excel and its kin may round differently."""


def width_of_name(text: str) -> float:
    """The width of a bold text in digits."""
    return sum(_BY_LETTER.get(one) or (_CAPITAL if one.isupper() else _OTHER) for one in text)


def header_height(names: Sequence[str], widths: Sequence[float]) -> float:
    """The height in points of a row with these names in columns of these widths."""
    lines = max(_lines(name, width) for name, width in zip(names, widths, strict=True))
    return min(lines * LINE_HEIGHT, HIGHEST)


def _lines(name: str, width: float) -> int:
    lines, line = 1, ""
    for piece in _pieces(name.split(" ")):
        if line.strip() and width_of_name(f"{line}{piece}".rstrip()) > width - _ROUNDING:
            lines, line = lines + 1, ""
        line += piece
    return lines


def _pieces(words: Iterable[str]) -> Iterator[str]:
    """The pieces that stay whole when a name wraps: between words and after hyphens."""
    for word in words:
        *heads, last = word.split("-")
        yield from (f"{head}-" for head in heads)
        yield f"{last} "
