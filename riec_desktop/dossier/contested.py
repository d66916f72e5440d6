"""What one side of a merge removed while the other still needs it: changed, part of it changed, or newly referred to.

A removal is contested as a whole: with what it is part of, when that was removed too, and with all its parts.
"""

from collections.abc import Iterable, Iterator
from typing import cast

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import owner_specs, specs
from riec_desktop.dossier.records import RECORD_TYPES, TYPE_BY_NAME, Comment, Record

Place = tuple[type[Record], str]
"""A record by its type and id."""


def place_of(record: Record) -> Place:
    """Where a record stands."""
    return type(record), record.id


def wholes(record: Record) -> Iterator[Place]:
    """What a record is part of; a comment goes with what it is about."""
    if isinstance(record, Comment):
        if record.kind in TYPE_BY_NAME:
            yield TYPE_BY_NAME[record.kind], record.record_id
        return
    for spec in owner_specs(type(record)):
        owner = cast("str | None", getattr(record, spec.name))
        if owner is not None:
            yield TYPE_BY_NAME[spec.to], owner


def _referred(record: Record) -> Iterator[Place]:
    for name, spec in specs(type(record)).items():
        value = cast("str | tuple[str, ...] | None", getattr(record, name)) if spec.to else None
        ids = value if isinstance(value, tuple) else (value,)
        yield from ((TYPE_BY_NAME[spec.to], one) for one in ids if one is not None)


def _touched(base: Dossier, side: Dossier) -> Iterator[tuple[Record, Record | None]]:
    """What a side changed or added, with the record as it was."""
    for kind in RECORD_TYPES:
        before = base.table(kind).rows
        if side.table(kind).rows is not before:
            changed = ((one, before.get(one.id)) for one in side.table(kind).rows.values())
            yield from ((now, was) for now, was in changed if now != was)


def _needed(base: Dossier, left: Dossier) -> Iterator[Place]:
    """What the changes of a side need: the records themselves, their wholes, and what they newly refer to."""
    for now, was in _touched(base, left):
        yield place_of(now)
        yield from wholes(now)
        yield from set(_referred(now)) - (set(_referred(was)) if was is not None else set())


def contested(base: Dossier, *, left: Dossier, gone: Dossier) -> frozenset[Place]:
    """What `gone` removed and `left` needs, with its wholes that were removed too and with all its parts in `left`."""
    needed = set(_needed(base, left))
    removed = frozenset(one for one in needed if base.get(*one) is not None and gone.get(*one) is None)
    if not removed:
        return frozenset()
    everything = frozenset(place_of(one) for one in base.records() if gone.get(*place_of(one)) is None)
    return _with_parts(left, _with_wholes(left, everything, removed))


def _with_wholes(left: Dossier, removed: frozenset[Place], found: frozenset[Place]) -> frozenset[Place]:
    """These and, however far up, the wholes that were removed too; what `left` lost as well cannot be kept."""
    every, new = set[Place](), set(found)
    while new:
        held = (record for one in new if (record := left.get(*one)) is not None)
        above = {whole for record in held for whole in wholes(record)}
        every |= new
        new = (above & removed) - every
    return frozenset(one for one in every if left.get(*one) is not None)


def _with_parts(left: Dossier, found: frozenset[Place]) -> frozenset[Place]:
    """These and all that is part of them; owners stand before what they own, so that one walk finds every part."""
    every = set(found)
    for kind in RECORD_TYPES:
        for record in left.table(kind).rows.values():
            if not every.isdisjoint(wholes(record)):
                every.add(place_of(record))
    return frozenset(every)


def roots(left: Dossier, places: Iterable[Place]) -> tuple[Place, ...]:
    """Those of these that are part of no other of them, in the order of the record types."""
    every = frozenset(places)
    order = {kind: at for at, kind in enumerate(RECORD_TYPES)}
    held = [record for one in every if (record := left.get(*one)) is not None]
    tops = (place_of(one) for one in held if every.isdisjoint(wholes(one)))
    return tuple(sorted(tops, key=lambda place: (order[place[0]], place[1])))


def grouped(records: Iterable[Record]) -> Iterator[tuple[Record, tuple[Record, ...]]]:
    """These records by the topmost whole among them, each with what is part of it; owners must come first."""
    top: dict[Place, Place] = {}
    groups: dict[Place, list[Record]] = {}
    for record in records:
        place = place_of(record)
        top[place] = next((top[one] for one in wholes(record) if one in top), place)
        groups.setdefault(top[place], []).append(record)
    yield from ((group[0], tuple(group)) for group in groups.values())
