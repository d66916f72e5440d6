"""The steps of one dossier in the order in which they were done here, among the rows of others that merges brought.

A merge puts the rows of the other dossier in the history before its own step. What they changed is in that step, so
that whoever goes back through the history passes them over.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from riec_desktop.dossier.changes import ChangeSet, about, apply_changes
from riec_desktop.dossier.contested import Place
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.storage.content import FileContent, HistoryRow, changeset_of, tells_of_others


def others(history: Iterable[tuple[str, Callable[[], Iterable[str]]]]) -> frozenset[str]:
    """The ids of the steps of others in a history, given as ids with what each step brought, newest first.

    From the newest back, because a merge that was brought does not say what was brought here.
    """
    found: set[str] = set()
    for step_id, brought in history:
        if step_id not in found:
            found.update(brought())
    return frozenset(found)


def _brought(row: HistoryRow) -> tuple[str, ...]:
    return changeset_of(row).brought if tells_of_others(row) else ()


def own_rows(rows: Sequence[HistoryRow]) -> tuple[HistoryRow, ...]:
    """The rows of what was done here. Raises `RiecError` (`history.damaged`)."""
    strange = others((row.id, partial(_brought, row)) for row in reversed(rows))
    return tuple(row for row in rows if row.id not in strange)


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


def rewound(content: FileContent, count: int) -> tuple[Dossier, frozenset[Place]]:
    """The dossier as it was when this many of its own steps were done, and the records whose steps do not fit.

    Raises `RiecError` (`history.damaged`).
    """
    dossier, odd = content.dossier, set[Place]()
    for row in reversed(own_rows(content.history)[count:]):
        applied = apply_changes(dossier, changeset_of(row).inverse().changes)
        dossier = applied.dossier
        odd.update(about(one.change) for one in applied.conflicts)
    return dossier, frozenset(odd)
