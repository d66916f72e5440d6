"""The difference between two dossiers as changes, and the removal of a record with all that hangs on it.

`apply_changes(a, diff(a, b)).dossier == b` for every pair of dossiers.
"""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from riec_desktop.dossier.changes import AddRecord, Change, RemoveRecord, SetField, set_field
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Kind, Value, owner_specs, specs
from riec_desktop.dossier.records import RECORD_TYPES, Comment, Record
from riec_desktop.dossier.views import comment_subject


def _altered(old: Record, new: Record) -> Iterator[SetField]:
    for field in specs(type(old)):
        yield from set_field(old, field, cast("Value", getattr(new, field)))


def _diff_rows(old: Mapping[str, Record], new: Mapping[str, Record]) -> Iterator[Change]:
    if old is new:
        return
    for record_id, record in new.items():
        if record_id not in old:
            yield AddRecord(record)
        elif old[record_id] != record:
            yield from _altered(old[record_id], record)
    yield from (RemoveRecord(record) for record_id, record in old.items() if record_id not in new)


def diff(old: Dossier, new: Dossier) -> tuple[Change, ...]:
    """The changes that turn `old` into `new`, per record and field."""
    return tuple(change for kind in RECORD_TYPES for change in _diff_rows(old.table(kind).rows, new.table(kind).rows))


def owned(dossier: Dossier, record: Record) -> Iterator[Record]:
    """The records that are part of this one, at any depth, each after what it is part of."""
    for kind in RECORD_TYPES:
        for spec in owner_specs(kind):
            if spec.to == type(record).__name__:
                for part in dossier.where(kind, spec.name, record.id):
                    yield part
                    yield from owned(dossier, part)


def _without(record: Record, gone: frozenset[str]) -> Iterator[Change]:
    """The changes that clear this record's references to records that go."""
    for spec in specs(type(record)).values():
        value: Any = getattr(record, spec.name)
        if spec.kind is Kind.REF and value in gone:
            yield from set_field(record, spec.name, None)
        elif spec.kind is Kind.REFS and not gone.isdisjoint(value):
            yield from set_field(record, spec.name, tuple(one for one in value if one not in gone))


def _remarks(dossier: Dossier, gone: frozenset[str]) -> Iterator[Comment]:
    """The comments on records that go, and on an answer of theirs that nobody wrote yet."""
    for one in dossier.all(Comment):
        about = comment_subject(dossier, one)
        owners = owner_specs(type(about)) if about is not None else ()
        if one.record_id in gone or any(getattr(about, spec.name) in gone for spec in owners):
            yield one


def remove(dossier: Dossier, record: Record) -> tuple[Change, ...]:
    """The changes that remove a record: references to it are cleared, what it owns and comments on it go with it."""
    going = {part.id: part for part in (record, *owned(dossier, record))}
    going.update({one.id: one for one in _remarks(dossier, frozenset(going))})
    gone = frozenset(going)
    cleared = (change for other in dossier.records() if other.id not in gone for change in _without(other, gone))
    return (*cleared, *(RemoveRecord(part) for part in reversed(going.values())))
