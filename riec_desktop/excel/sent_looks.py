"""Bold and italic words that went out as plain text, put back on the words that came back.

A form shows every text in one look, so nobody who fills it in can take a look away; whoever did not touch a word did
not mean to change it. A stretch comes back when at least half of its letters are still there in the line.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from riec_desktop.excel.celltext import Look, Looks, bare

_WORD = re.compile(r"\w+|[^\w\s]")
_MOST_WORDS = 4_000
"""Comparing takes the square of the number of words: a line beyond this comes back as it was typed."""
_NOWHERE = -1


def with_sent_looks(line: Looks, sent: Sequence[Looks]) -> Looks:
    """The line with the looks of its words in the lines that were sent, besides its own."""
    stretches = [look for one in sent for look in (*one, Look("\n"))]
    origins = _origins(bare(line), stretches)
    return tuple(_relooked(line, _filled(origins, _kept(origins, stretches)), stretches))


def _origins(text: str, stretches: Sequence[Look]) -> list[int]:
    """For each character the stretch that its word was sent in; −1 for space and for words that are new."""
    before, after = list(_WORD.finditer(bare(stretches))), list(_WORD.finditer(text))
    owners = [at for at, look in enumerate(stretches) for _ in look.text]
    found = [_NOWHERE] * len(text)
    if max(len(before), len(after)) <= _MOST_WORDS:
        matcher = SequenceMatcher(None, [one[0] for one in before], [one[0] for one in after], autojunk=False)
        for here, there, size in matcher.get_matching_blocks():
            for old, new in zip(before[here : here + size], after[there : there + size], strict=True):
                found[new.start() : new.end()] = owners[old.start() : old.end()]
    return found


def _kept(origins: Sequence[int], stretches: Sequence[Look]) -> set[int]:
    """The stretches with a look that still stand here for at least half."""
    there = Counter(origins)
    looked = (at for at, look in enumerate(stretches) if look.bold or look.italic)
    return {at for at in looked if 0 < sum(map(len, stretches[at].text.split())) <= 2 * there[at]}


def _filled(origins: Sequence[int], kept: set[int]) -> list[int]:
    """Only the kept stretches; what stands between two words of one, such as space, belongs to it as well."""
    found = [_NOWHERE] * len(origins)
    before = _NOWHERE
    for at, origin in enumerate(origins):
        if origin == _NOWHERE:
            continue
        if origin in kept:
            start = before if before != _NOWHERE and origins[before] == origin else at
            found[start : at + 1] = [origin] * (at + 1 - start)
        before = at
    return found


def _relooked(line: Looks, origins: Sequence[int], stretches: Sequence[Look]) -> Iterator[Look]:
    plain = Look("")
    own = (look for look in line for _ in look.text)
    sent = (plain if origin == _NOWHERE else stretches[origin] for origin in origins)
    looks = ((one.bold or other.bold, one.italic or other.italic) for one, other in zip(own, sent, strict=True))
    for (bold, italic), group in groupby(zip(looks, bare(line), strict=True), lambda one: one[0]):
        yield Look("".join(character for _, character in group), bold, italic)
