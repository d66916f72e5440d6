"""Change: the only way to alter a dossier; how changes are applied and undone.

Whatever brings information in becomes a ChangeSet. `apply` is pure and total: a change that no longer fits
(its old value is gone, its record was removed or exists already) is left out and told as a conflict.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, cast

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Value
from riec_desktop.dossier.records import Record


class Source(StrEnum):
    """Where a ChangeSet came from."""

    INPUT = "input"
    FORM = "form"
    WORD = "word"
    MERGE = "merge"
    ROLLOVER = "rollover"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetField:
    """One field of one record gets another value."""

    kind: type[Record]
    record_id: str
    field: str
    old: Value
    new: Value

    def inverse(self) -> "SetField":
        """The change that undoes this one."""
        return replace(self, old=self.new, new=self.old)


@dataclass(frozen=True, slots=True)
class AddRecord:
    """A record comes into being."""

    record: Record

    def inverse(self) -> "RemoveRecord":
        """The change that undoes this one."""
        return RemoveRecord(self.record)


@dataclass(frozen=True, slots=True)
class RemoveRecord:
    """A record goes; the change keeps it whole, so that it can come back."""

    record: Record

    def inverse(self) -> AddRecord:
        """The change that undoes this one."""
        return AddRecord(self.record)


Change = SetField | AddRecord | RemoveRecord


def about(change: Change) -> tuple[type[Record], str]:
    """The record that a change is about: its type and id."""
    if isinstance(change, SetField):
        return change.kind, change.record_id
    return type(change.record), change.record.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """Changes that belong together: one step of undo, one row of history. `label` is Dutch.

    A merge also says which steps of others it knows of from then on: `brought` are their ids. Taking the merge back
    makes them unknown again: they are `dropped`.
    """

    id: str
    label: str
    source: Source
    author: str
    time: datetime
    changes: tuple[Change, ...]
    brought: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    def inverse(self) -> "ChangeSet":
        """The same set backwards: applying both in turn gives the dossier before."""
        changes = tuple(change.inverse() for change in reversed(self.changes))
        return replace(self, changes=changes, brought=self.dropped, dropped=self.brought)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A change that did not fit, and the value that stands there now (None: no such record)."""

    change: Change
    found: Record | Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What `apply` made: the new dossier, the changes that took effect, and those that did not fit."""

    dossier: Dossier
    done: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


class _Draft:
    """The rows that one `apply` works on: a table is copied when it is first touched."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self.touched: dict[type[Record], dict[str, Record]] = {}

    def rows(self, kind: type[Record]) -> dict[str, Record]:
        if kind not in self.touched:
            self.touched[kind] = dict(self._dossier.rows(kind))
        return self.touched[kind]


def _set(rows: dict[str, Record], change: SetField) -> Conflict | None:
    record = rows.get(change.record_id)
    if record is None:
        return Conflict(change, None)
    found = cast("Value", getattr(record, change.field))
    if found != change.old:
        return Conflict(change, found)
    update: dict[str, Any] = {change.field: change.new}
    rows[change.record_id] = replace(record, **update)
    return None


def _add(rows: dict[str, Record], change: AddRecord) -> Conflict | None:
    found = rows.get(change.record.id)
    if found is not None:
        return Conflict(change, found)
    rows[change.record.id] = change.record
    return None


def _remove(rows: dict[str, Record], change: RemoveRecord) -> Conflict | None:
    found = rows.get(change.record.id)
    if found != change.record:
        return Conflict(change, found)
    del rows[change.record.id]
    return None


def _apply_one(draft: _Draft, change: Change) -> Conflict | None:
    match change:
        case SetField():
            return _set(draft.rows(change.kind), change)
        case AddRecord():
            return _add(draft.rows(type(change.record)), change)
        case RemoveRecord():
            return _remove(draft.rows(type(change.record)), change)


def apply_changes(dossier: Dossier, changes: Iterable[Change]) -> Applied:
    """Apply changes in order; see the module for what happens with one that does not fit."""
    draft = _Draft(dossier)
    done: list[Change] = []
    conflicts: list[Conflict] = []
    for change in changes:
        conflict = _apply_one(draft, change)
        if conflict is None:
            done.append(change)
        else:
            conflicts.append(conflict)
    return Applied(dossier=dossier.with_rows(draft.touched), done=tuple(done), conflicts=tuple(conflicts))


def apply(dossier: Dossier, changeset: ChangeSet) -> Applied:
    """Apply a ChangeSet; `Applied.done` is what its inverse must undo."""
    return apply_changes(dossier, changeset.changes)


def set_field(record: Record, field: str, value: Value) -> tuple[SetField, ...]:
    """The change that gives a field this value: one, or none when it has it already."""
    old = cast("Value", getattr(record, field))
    if old == value:
        return ()
    return (SetField(kind=type(record), record_id=record.id, field=field, old=old, new=value),)


def set_fields(record: Record, **values: Value) -> tuple[SetField, ...]:
    """`set_field` for several fields of one record."""
    return tuple(change for field, value in values.items() for change in set_field(record, field, value))


def merged_steps(first: Sequence[Change], second: Sequence[Change]) -> tuple[Change, ...] | None:
    """One step for two edits of the same single field, as while typing; None when they are something else."""
    if len(first) != 1 or len(second) != 1:
        return None
    before, after = first[0], second[0]
    if not (isinstance(before, SetField) and isinstance(after, SetField)):
        return None
    same = (before.kind, before.record_id, before.field) == (after.kind, after.record_id, after.field)
    return (replace(before, new=after.new),) if same and before.new == after.old else None
