"""The past of a dossier as a person looks at it: its steps, the values that a field had, and how to get them back.

All of it is read from the history; getting something back is a new step like any other, so it can be undone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from riec_desktop.dossier import edits
from riec_desktop.dossier.changes import AddRecord, Change, ChangeSet, RemoveRecord, SetField, Source
from riec_desktop.dossier.compare import remove
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Kind, Value, owner_specs, specs
from riec_desktop.dossier.records import RECORD_TYPES, Record
from riec_desktop.workspace.line import others
from riec_desktop.workspace.opened import Session
from riec_desktop.workspace.steps import Steps

# --- Steps -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PastStep:
    """One step of the history.

    `count` is how many steps are done when this is the last of them; None for what undo does not reach: a step of
    before the dossier was opened, and undoing itself. `undone`: it is taken back now. `current`: the last step that
    counts, after which the dossier is as it is now; at most one is. `brought`: somebody else did it, and a merge
    brought it, so that there is no going back to it.
    """

    changeset: ChangeSet
    count: int | None
    undone: bool
    current: bool
    brought: bool = False


def past(history: Sequence[ChangeSet], steps: Steps) -> tuple[PastStep, ...]:
    """Every step, newest first."""
    done = {one.id: count for count, one in enumerate(steps.done, 1)}
    undone = {one.id: count for count, one in enumerate(reversed(steps.undone), len(steps.done) + 1)}
    counts = {**done, **undone}
    strange = brought_steps(history)
    newest = history[-1].id if history else ""
    current = steps.done[-1].id if steps.done else newest
    return tuple(
        PastStep(
            changeset=one,
            count=counts.get(one.id),
            undone=one.id in undone,
            current=one.id == current,
            brought=one.id in strange,
        )
        for one in reversed(history)
    )


def back_to(session: Session, step: PastStep) -> None:
    """Make the dossier as it was after a step: by undo and redo where they reach, else by a step that takes back.

    Raises `RiecError`: `year.closed`, or what keeping the work raises; then nothing has changed.
    """
    if step.count is not None:
        session.go_to(step.count)
    else:
        label = f"Terug tot: {step.changeset.label}"
        later = after(session.history, step.changeset.id)
        changes = tuple(change for one in reversed(later) for change in one.inverse().changes)
        dropped = tuple(other for one in later for other in one.brought)
        session.edit(label, changes, source=Source.RESTORE, dropped=dropped)


def brought_steps(history: Sequence[ChangeSet]) -> frozenset[str]:
    """The ids of the steps of others that merges brought; what they changed is in the step of the merge."""
    return others((one.id, lambda one=one: one.brought) for one in reversed(history))


def after(history: Sequence[ChangeSet], step_id: str) -> tuple[ChangeSet, ...]:
    """The own steps after a step; none when there is no such step."""
    strange = brought_steps(history)
    at = next((at for at, one in enumerate(history) if one.id == step_id), len(history))
    return tuple(one for one in history[at + 1 :] if one.id not in strange)


# --- One change ------------------------------------------------------------------------------------------------------


def restored(dossier: Dossier, step: ChangeSet, change: Change) -> tuple[Change, ...]:
    """The changes that take back one change of a step; none when nothing of it is left to take back.

    A record that was removed comes back with what was part of it and with the references to it.
    """
    match change:
        case SetField():
            held = dossier.get(change.kind, change.record_id)
            return edits.set_value(dossier, held, change.field, change.old) if held is not None else ()
        case AddRecord():
            held = dossier.get(type(change.record), change.record.id)
            return remove(dossier, held) if held is not None else ()
        case RemoveRecord():
            return tuple(_brought_back(dossier, step, change.record))


def _brought_back(dossier: Dossier, step: ChangeSet, record: Record) -> Iterator[Change]:
    gone = sorted((one.record for one in step.changes if isinstance(one, RemoveRecord)), key=_rank)
    wanted = _parts(gone, record) | _wholes(gone, record)
    missing = [one for one in gone if one.id in wanted and dossier.get(type(one), one.id) is None]
    yield from map(AddRecord, missing)
    if missing:
        yield from (change.inverse() for change in _cleared(dossier, step, wanted))


def _rank(record: Record) -> int:
    """Owners before what they own."""
    return RECORD_TYPES.index(type(record))


def _parts(gone: Sequence[Record], record: Record) -> frozenset[str]:
    """The ids of a record and of what went with it as a part of it."""
    wanted = {record.id}
    for one in gone:
        if not wanted.isdisjoint(_owners(one)):
            wanted.add(one.id)
    return frozenset(wanted)


def _wholes(gone: Sequence[Record], record: Record) -> frozenset[str]:
    """The ids of what a record was a part of."""
    wanted = set(_owners(record))
    for one in reversed(gone):
        if one.id in wanted:
            wanted.update(_owners(one))
    return frozenset(wanted)


def _cleared(dossier: Dossier, step: ChangeSet, ids: frozenset[str]) -> Iterator[SetField]:
    """The changes that took references to these records away, where nothing else came since."""
    for change in step.changes:
        if isinstance(change, SetField) and _refers(change, ids):
            held = dossier.get(change.kind, change.record_id)
            if held is not None and getattr(held, change.field) == change.new:
                yield change


def _owners(record: Record) -> Iterator[str]:
    for spec in owner_specs(type(record)):
        owner = cast("str | None", getattr(record, spec.name))
        if owner is not None:
            yield owner


def _refers(change: SetField, ids: frozenset[str]) -> bool:
    """Whether a change took a reference to one of these away."""
    kind = specs(change.kind)[change.field].kind
    old = change.old if isinstance(change.old, tuple) else (change.old,)
    return kind in (Kind.REF, Kind.REFS) and not ids.isdisjoint(cast("tuple[str, ...]", old))


# --- One field -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value that a field had, and the step that gave it; None for what stood there before the first step known."""

    value: Value
    since: ChangeSet | None


def field_past(history: Sequence[ChangeSet], kind: type[Record], record_id: str, field: str) -> tuple[FieldValue, ...]:
    """The values that a field had here, newest first and the present one included; each differs from the next."""
    found: list[FieldValue] = []
    strange = brought_steps(history)
    for step in (one for one in history if one.id not in strange):
        for change in step.changes:
            found += _values(found, step, change, (kind, record_id, field))
    return tuple(reversed(found))


def _values(
    before: Sequence[FieldValue], step: ChangeSet, change: Change, place: tuple[type[Record], str, str]
) -> Iterator[FieldValue]:
    kind, record_id, field = place
    match change:
        case SetField() if (change.kind, change.record_id, change.field) == place:
            if not before:
                yield FieldValue(change.old, None)
            if not before or before[-1].value != change.new:
                yield FieldValue(change.new, step)
        case AddRecord() if (type(change.record), change.record.id) == (kind, record_id):
            value = cast("Value", getattr(change.record, field))
            if not before or before[-1].value != value:
                yield FieldValue(value, step)
        case _:
            return
