"""The steps of one dossier in the order in which they were done here, among the rows of others that merges brought.

A merge puts the rows of the other dossier in the history before its own step. What they changed is in that step, so
that whoever goes back through the history passes them over.
"""

from collections.abc import Iterable, Iterator, Sequence

from riec_desktop.dossier.changes import ChangeSet
from riec_desktop.storage.content import HistoryRow, changeset_of, tells_of_others


def brought_ids(rows: Iterable[HistoryRow]) -> frozenset[str]:
    """The ids of the steps of others that merges brought, also when that was taken back. Raises `history.damaged`."""
    return frozenset(one for row in rows if tells_of_others(row) for one in changeset_of(row).brought)


def own_rows(rows: Sequence[HistoryRow]) -> tuple[HistoryRow, ...]:
    """The rows of what was done here."""
    others = brought_ids(rows)
    return tuple(row for row in rows if row.id not in others)


def own_steps(rows: Sequence[HistoryRow]) -> tuple[ChangeSet, ...]:
    """What was done here, oldest first."""
    return tuple(map(changeset_of, own_rows(rows)))


def learnt(row: HistoryRow) -> tuple[frozenset[str], frozenset[str]]:
    """The ids that are known from this own row on, and those that no longer are."""
    if not tells_of_others(row):
        return frozenset((row.id,)), frozenset()
    step = changeset_of(row)
    return frozenset((row.id, *step.brought)), frozenset(step.dropped)


def known_after(rows: Sequence[HistoryRow]) -> Iterator[frozenset[str]]:
    """What is known before the first own row, and after each."""
    known: frozenset[str] = frozenset()
    yield known
    for row in own_rows(rows):
        more, less = learnt(row)
        known = (known | more) - less
        yield known


def known_ids(rows: Sequence[HistoryRow]) -> frozenset[str]:
    """The ids of all steps whose work is known here."""
    known: set[str] = set()
    for row in own_rows(rows):
        more, less = learnt(row)
        known = (known | more) - less
    return frozenset(known)
