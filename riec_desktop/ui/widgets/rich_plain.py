"""Bare text that is pasted: every line a paragraph, unless the lines were broken to fit a page, as in a PDF."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from riec_desktop.dossier.richtext import BlockKind, Blocks, RichBlock, Run, normal_blocks

_BULLET = re.compile(r"\s*[•◦▪‣·▫●○■–]\s+(.*)")
_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s+\S")
_UNFINISHED = re.compile(r"[^\W\d_,]\Z|,\Z")
_LOWER = re.compile(r"[a-zà-ÿ(]")
_HYPHEN = re.compile(r"[a-zà-ÿ][-\u00ad‐]\Z")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
"""Letters that a printer joins; a PDF gives them as one sign."""
_NARROWEST, _WIDEST = 40, 140
"""Characters on the longest line of a page."""
_FULL = 0.8
"""A line of at least this part of the longest one was broken because it was full."""


def blocks_of_plain(text: str) -> Blocks:
    """The paragraphs and bullets of bare text in its normal form."""
    lines = [line.strip() for line in text.translate(_LIGATURES).splitlines()]
    return normal_blocks(_block(line) for line in (_unbroken(lines) if _are_broken(lines) else lines))


def _block(line: str) -> RichBlock:
    bullet = _BULLET.fullmatch(line)
    if bullet:
        return RichBlock(BlockKind.BULLET, (Run(bullet[1]),))
    return RichBlock(BlockKind.PARAGRAPH, (Run(line),))


def _are_broken(lines: Sequence[str]) -> bool:
    """Whether lines end where the page did: none is long, and some sentence goes on on the next line."""
    longest = max(map(len, lines), default=0)
    pairs = pairwise(lines)
    return _NARROWEST <= longest <= _WIDEST and any(
        len(line) >= longest * _FULL and _goes_on(line, after) for line, after in pairs
    )


def _goes_on(line: str, after: str) -> bool:
    return bool(_UNFINISHED.search(line) or _HYPHEN.search(line)) and bool(_LOWER.match(after))


def _unbroken(lines: Sequence[str]) -> Iterator[str]:
    """The lines with those joined that were one."""
    longest = max(map(len, lines))
    joined = ""
    for line, after in zip(lines, (*lines[1:], ""), strict=True):
        joined = _joined(joined, line)
        full = len(line) >= longest * _FULL
        if not (after and (_goes_on(line, after) or full) and not _BULLET.match(after) and not _NUMBER.match(after)):
            yield joined
            joined = ""


def _joined(before: str, line: str) -> str:
    """Two lines as one; a hyphen at the end of a line goes when a small letter follows, as in 'samen-werking'."""
    if _HYPHEN.search(before) and _LOWER.match(line) and not line.startswith(("en ", "of ")):
        return before[:-1] + line
    return f"{before} {line}".strip()
