"""The last version of a dossier that two people both knew: what a three-way merge starts from.

It is found in the two histories by the ids of their steps, never by a clock. Each history is walked back to where
everything that was known is known on both sides; when both can be walked back that far, the further of the two counts.
A part of a dossier that was handed to a colleague shares the step that made it, so it needs no rule of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from riec_desktop.dossier.contested import place_of
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.errors import RiecError
from riec_desktop.storage.content import FileContent, HistoryRow
from riec_desktop.workspace.line import known_ids, learnt, own_rows, rewound


@dataclass(frozen=True, slots=True)
class _Moment:
    """A moment in the history of one side: how many of its own steps were done, and what was known then."""

    count: int
    known: frozenset[str]


def common_base(ours: FileContent, theirs: FileContent) -> Dossier | None:
    """The records of the last version that both know; None when there was no such version.

    A record about which the two histories do not agree is left out, so that it is compared as it is.
    """
    try:
        return _found(ours, theirs)
    except RiecError:
        # A row that cannot be read: nothing certain can be said of what was before it.
        return None


def _found(ours: FileContent, theirs: FileContent) -> Dossier | None:
    shared = known_ids(ours.history) & known_ids(theirs.history)
    if not shared and ours.id != theirs.id:
        return None
    mine, yours = _last_within(ours.history, shared), _last_within(theirs.history, shared)
    while not (mine.known <= yours.known or yours.known <= mine.known):
        # Each has merged the other: only what both knew before that is common.
        shared = mine.known & yours.known
        mine, yours = _last_within(ours.history, shared), _last_within(theirs.history, shared)
    if mine.known < yours.known:
        return _state(theirs, yours)
    return _state(ours, mine) if yours.known < mine.known else _agreed(_state(ours, mine), _state(theirs, yours))


def _last_within(rows: Sequence[HistoryRow], shared: frozenset[str]) -> _Moment:
    """The last moment at which nothing was known but this."""
    own = own_rows(rows)
    last, strange = 0, set[str]()
    for count, row in enumerate(own, start=1):
        more, less = learnt(row)
        strange.update(more - shared)
        strange -= less
        last = last if strange else count
    return _Moment(last, known_ids(own[:last]))


def _state(content: FileContent, moment: _Moment) -> Dossier:
    """The dossier as it was at a moment, without the records whose steps do not fit."""
    dossier, odd = rewound(content, moment.count)
    if not odd:
        return dossier
    return dossier_of(record for record in dossier.records() if place_of(record) not in odd)


def _agreed(one: Dossier, other: Dossier) -> Dossier:
    """The records that are the same in both."""
    return dossier_of(record for record in one.records() if other.get(*place_of(record)) == record)
