"""Two moments, or two years, side by side: what differs, as texts with a place, and how to get the older back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import cast

from riec_desktop.dossier import edits
from riec_desktop.dossier.changes import AddRecord, Change, RemoveRecord, SetField, set_field
from riec_desktop.dossier.compare import diff, owned, remove
from riec_desktop.dossier.contested import Place, grouped, place_of, wholes
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Value, specs
from riec_desktop.dossier.records import RECORD_TYPES, NamedVersion, Record
from riec_desktop.workspace.merge_words import field_text, record_text, told_apart
from riec_desktop.workspace.whereabouts import whereabouts


class Way(Enum):
    """What happened between the two."""

    CHANGED = "gewijzigd"
    ADDED = "toegevoegd"
    REMOVED = "verwijderd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is not the same: where, and both texts as a person reads them ('' for nothing).

    `kind`, `record_id` and `field` name it; `field` is '' for a whole record with its parts. `kind` is None where
    nothing can be put back, as between two years.
    """

    way: Way
    place: str
    old: str
    new: str
    kind: type[Record] | None = None
    record_id: str = ""
    field: str = ""


def differences(old: Dossier, new: Dossier) -> tuple[Difference, ...]:
    """Everything that differs between two moments of a dossier; the names of versions are no news."""
    changes = [one for one in diff(old, new) if not _is_version(one)]
    return (
        *(_field(old, new, one) for one in changes if isinstance(one, SetField)),
        *_whole(new, Way.ADDED, (one.record for one in changes if isinstance(one, AddRecord))),
        *_whole(old, Way.REMOVED, (one.record for one in changes if isinstance(one, RemoveRecord))),
    )


def _is_version(change: Change) -> bool:
    kind = change.kind if isinstance(change, SetField) else type(change.record)
    return kind is NamedVersion


def _field(old: Dossier, new: Dossier, change: SetField) -> Difference:
    before, after = (cast("Record", side.get(change.kind, change.record_id)) for side in (old, new))
    shown = (field_text(old, before, change.field, change.old), field_text(new, after, change.field, change.new))
    texts = told_apart(specs(change.kind)[change.field], shown, (change.old, change.new))
    return Difference(
        way=Way.CHANGED,
        place=whereabouts(new, after, change.field),
        old=texts[0],
        new=texts[1],
        kind=change.kind,
        record_id=change.record_id,
        field=change.field,
    )


def _whole(dossier: Dossier, way: Way, records: Iterable[Record]) -> Iterator[Difference]:
    for record, parts in grouped(records):
        text = record_text(dossier, parts)
        yield Difference(
            way=way,
            place=whereabouts(dossier, record),
            old="" if way is Way.ADDED else text,
            new=text if way is Way.ADDED else "",
            kind=type(record),
            record_id=record.id,
        )


# --- Putting back ----------------------------------------------------------------------------------------------------


def field_back(now: Dossier, then: Dossier, one: Difference) -> tuple[Change, ...]:
    """The changes that give a field the value it had then; of a whole record all of it. None when it has it."""
    if one.kind is None or not one.field:
        return record_back(now, then, one)
    held, before = now.get(one.kind, one.record_id), then.get(one.kind, one.record_id)
    if held is None or before is None:
        return record_back(now, then, one)
    return edits.set_value(now, held, one.field, cast("Value", getattr(before, one.field)))


def record_back(now: Dossier, then: Dossier, one: Difference) -> tuple[Change, ...]:
    """The changes that make one record as it was then: with its parts when it is gone, away when it was not there."""
    if one.kind is None:
        return ()
    held, before = now.get(one.kind, one.record_id), then.get(one.kind, one.record_id)
    if before is None:
        return remove(now, held) if held is not None else ()
    if held is None:
        return tuple(_brought_back(now, then, before))
    fields = specs(one.kind)
    return tuple(change for name in fields for change in set_field(held, name, cast("Value", getattr(before, name))))


def all_back(now: Dossier, then: Dossier) -> tuple[Change, ...]:
    """The changes that make everything as it was then; the names of versions stay."""
    return tuple(one for one in diff(now, then) if not _is_version(one))


def _brought_back(now: Dossier, then: Dossier, record: Record) -> Iterator[Change]:
    """A record with its parts and, where they are gone too, its wholes; owners first."""
    wanted: dict[Place, Record] = {place_of(one): one for one in (record, *owned(then, record))}
    waiting = [record]
    while waiting:
        for place in wholes(waiting.pop()):
            whole = then.get(*place)
            if whole is not None and place not in wanted:
                wanted[place] = whole
                waiting.append(whole)
    missing = [one for place, one in wanted.items() if now.get(*place) is None]
    yield from map(AddRecord, sorted(missing, key=lambda one: RECORD_TYPES.index(type(one))))
