"""The steps of one dossier in the order in which they were done here, among the rows of others that merges brought.

A merge puts the rows of the other dossier in the history before its own step. What they changed is in that step, so
that whoever goes back through the history passes them over.
"""

from collections.abc import Sequence

from riec_desktop.dossier.changes import ChangeSet
from riec_desktop.storage.content import HistoryRow, changeset_of, tells_of_others


def own_rows(rows: Sequence[HistoryRow]) -> tuple[HistoryRow, ...]:
    """The rows of what was done here. Raises `RiecError` (`history.damaged`).

    Read from the newest back, because a merge that was brought does not say what was brought here.
    """
    others: set[str] = set()
    own: list[HistoryRow] = []
    for row in reversed(rows):
        if row.id not in others:
            own.append(row)
            others.update(changeset_of(row).brought if tells_of_others(row) else ())
    return tuple(reversed(own))


def own_steps(rows: Sequence[HistoryRow]) -> tuple[ChangeSet, ...]:
    """What was done here, oldest first."""
    return tuple(map(changeset_of, own_rows(rows)))


def learnt(row: HistoryRow) -> tuple[frozenset[str], frozenset[str]]:
    """The ids that are known from this own row on, and those that no longer are."""
    if not tells_of_others(row):
        return frozenset((row.id,)), frozenset()
    step = changeset_of(row)
    return frozenset((row.id, *step.brought)), frozenset(step.dropped)


def known_ids(rows: Sequence[HistoryRow]) -> frozenset[str]:
    """The ids of all steps whose work is known here."""
    known: set[str] = set()
    for row in own_rows(rows):
        more, less = learnt(row)
        known.update(more)
        known -= less
    return frozenset(known)
