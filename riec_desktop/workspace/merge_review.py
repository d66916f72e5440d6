"""What another dossier brings as proposals: beside ours, and against the last version that both knew.

Pure: two contents give an `Incoming`. What only the other changed is taken unless a person says no; what both changed,
and what one removed while the other worked on it, is a question. Without a common version everything that differs is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from riec_desktop.dossier.changes import AddRecord, RemoveRecord, SetField, Source
from riec_desktop.dossier.choices import ReviewState
from riec_desktop.dossier.closed import opened_years
from riec_desktop.dossier.compare import diff, owned
from riec_desktop.dossier.contested import Place, grouped, place_of
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Value, specs
from riec_desktop.dossier.merge import REMOVED, Clash, merge
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import RECORD_TYPES, PortfolioReport, Record
from riec_desktop.storage.content import FileContent
from riec_desktop.workspace.line import known_ids
from riec_desktop.workspace.merge_words import field_text, name_doubt, record_place, record_text, told_apart
from riec_desktop.workspace.review import Incoming, Proposal, Standing, unless_closed
from riec_desktop.workspace.whereabouts import whereabouts

NO_BASE = (
    "Van dit bestand en uw dossier is geen versie bekend die u allebei had. Daarom ziet u alles wat verschilt, en "
    "kiest u zelf."
)
OTHER_DOSSIER = "Dit bestand is van een ander dossier. Kijk goed of u het juiste bestand hebt gekozen."
THEY_REMOVED = "Dit is daar verwijderd, terwijl u er iets in hebt veranderd of het opnieuw gebruikt."
WE_REMOVED = "U hebt dit verwijderd, terwijl er daar iets in is veranderd of het opnieuw is gebruikt."
AGREED = (
    "{name} is aan de ene kant akkoord bevonden, terwijl er aan de andere kant nog aan is gewerkt. Kijk na het "
    "overnemen of het akkoord nog geldt."
)
NOT_THERE = "Dit staat alleen in uw dossier."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Merging:
    """The sides that proposals are made from; `base` is None when nothing is known of before."""

    base: Dossier | None
    ours: Dossier
    theirs: Dossier


def merge_proposals(ours: FileContent, theirs: FileContent, base: Dossier | None, origin: str) -> Incoming:
    """Everything that the other dossier brings. `origin` is the name of its file."""
    sides = _Merging(base=base, ours=ours.dossier, theirs=theirs.dossier)
    found = _compared(sides) if base is None else _merged(sides, base)
    who = _who(ours, theirs)
    notes = (
        *((OTHER_DOSSIER,) if ours.id != theirs.id else ()),
        *((NO_BASE,) if base is None else _agreed_notes(sides, base)),
    )
    last = theirs.history[-1].id if theirs.history else ""
    return Incoming(
        id=natural_id("merge", theirs.id, origin, last, theirs.version),
        source=Source.MERGE,
        title=f"Dossier van {who}" if who else "Dossier",
        origin=origin,
        from_whom=who,
        proposals=tuple(found),
        notes=notes,
    )


def _who(ours: FileContent, theirs: FileContent) -> str:
    """Who did the newest step that is not known here."""
    known = known_ids(ours.history)
    return next((row.author for row in reversed(theirs.history) if row.id not in known), "")


def _agreed_notes(sides: _Merging, base: Dossier) -> Iterator[str]:
    """A report that one side found good while the other went on working on it."""
    for agreed, other in ((sides.ours, sides.theirs), (sides.theirs, sides.ours)):
        for report in agreed.where(PortfolioReport, "review", ReviewState.AGREED):
            before = base.get(PortfolioReport, report.id)
            new = before is None or before.review is not ReviewState.AGREED
            if new and _parts_of(base, report) != _parts_of(other, report) and other.get(PortfolioReport, report.id):
                yield AGREED.format(name=whereabouts(agreed, report))


def _parts_of(dossier: Dossier, report: PortfolioReport) -> frozenset[Record]:
    return frozenset(owned(dossier, report))


# --- With a common version -------------------------------------------------------------------------------------------


def _merged(sides: _Merging, base: Dossier) -> Iterator[Proposal]:
    merged = merge(base, sides.ours, sides.theirs)
    opened = opened_years(merged.changes)
    found = [
        *(_field(sides, one) for one in merged.changes if isinstance(one, SetField)),
        *(_clash(sides, one) for one in merged.clashes),
        *_additions(sides, [one.record for one in merged.changes if isinstance(one, AddRecord)]),
        *_removals(sides, [one.record for one in merged.changes if isinstance(one, RemoveRecord)]),
    ]
    yield from (unless_closed(sides.ours, one, opened) for one in _sorted(sides, found))


def _sorted(sides: _Merging, found: Iterable[Proposal]) -> list[Proposal]:
    """In the order of the record types, and within a type in the order in which records stand."""
    order = {kind: at for at, kind in enumerate(RECORD_TYPES)}
    every = [*sides.ours.records(), *sides.theirs.records()]
    place = {place_of(record): at for at, record in reversed(list(enumerate(every)))}
    return sorted(
        found, key=lambda one: (order[cast("type[Record]", one.kind)], place[cast("Place", (one.kind, one.record_id))])
    )


def _field(sides: _Merging, change: SetField) -> Proposal:
    """A field that only they changed; or that both did in a way that goes together."""
    kind, record_id, field = change.kind, change.record_id, change.field
    theirs = cast("Value", getattr(cast("Record", sides.theirs.get(kind, record_id)), field))
    made = _field_proposal(sides, change, theirs, Standing.CHANGED)
    if change.new == theirs:
        return made
    record = cast("Record", sides.ours.get(kind, record_id))
    merged = field_text(sides.ours, record, field, change.new)
    return replace(made, merged=merged, merged_changes=(change,))


def _clash(sides: _Merging, clash: Clash) -> Proposal:
    if clash.field:
        change = SetField(
            kind=clash.kind, record_id=clash.record_id, field=clash.field, old=clash.ours, new=clash.theirs
        )
        return _field_proposal(sides, change, clash.theirs, Standing.CONFLICT)
    place = (clash.kind, clash.record_id)
    if clash.theirs == REMOVED:
        record = cast("Record", sides.ours.get(*place))
        made = _whole(sides.ours, record, Standing.CONFLICT, THEY_REMOVED)
        text = record_text(sides.ours, _with_parts(sides.ours, record))
        return replace(made, mine=text, base=text, changes=(RemoveRecord(record),))
    record = cast("Record", sides.theirs.get(*place))
    parts = _with_parts(sides.theirs, record)
    back = tuple(AddRecord(one) for one in parts if sides.ours.get(*place_of(one)) is None)
    made = _whole(sides.theirs, record, Standing.CONFLICT, WE_REMOVED)
    return replace(made, theirs=record_text(sides.theirs, parts), changes=back)


def _field_proposal(sides: _Merging, change: SetField, theirs: Value, standing: Standing) -> Proposal:
    kind, record_id, field = change.kind, change.record_id, change.field
    record = cast("Record", sides.ours.get(kind, record_id))
    before = sides.base.get(kind, record_id) if sides.base is not None else None
    spec = specs(kind)[field]
    values = [cast("Value", getattr(before, field)) if before else spec.default, change.old, theirs]
    shown = [
        field_text(sides.base or sides.ours, before or record, field, values[0]),
        field_text(sides.ours, record, field, values[1]),
        field_text(sides.theirs, record, field, values[2]),
    ]
    texts = shown if shown[1] != shown[2] else told_apart(spec, shown[1:2] * 3, values)
    return Proposal(
        id=f"{kind.__name__}:{record_id}:{field}",
        standing=Standing.NEW if standing is Standing.CHANGED and not texts[1] else standing,
        place=whereabouts(sides.ours, record),
        kind=kind,
        record_id=record_id,
        field=field,
        label=spec.label,
        base=texts[0],
        mine=texts[1],
        theirs=texts[2],
        changes=(replace(change, new=theirs),),
    )


# --- Whole records ---------------------------------------------------------------------------------------------------


def _whole(dossier: Dossier, record: Record, standing: Standing, doubt: str = "") -> Proposal:
    place, what = record_place(dossier, record)
    kind = type(record)
    return Proposal(
        id=f"{kind.__name__}:{record.id}:",
        standing=standing,
        place=place,
        kind=kind,
        record_id=record.id,
        label=what,
        doubt=doubt,
    )


def _with_parts(dossier: Dossier, record: Record) -> tuple[Record, ...]:
    """A record and all that is part of it, owners first."""
    return (record, *owned(dossier, record))


def _additions(sides: _Merging, added: Iterable[Record]) -> Iterator[Proposal]:
    """What is new comes in with all that is part of it."""
    for record, parts in grouped(added):
        made = _whole(sides.theirs, record, Standing.NEW, name_doubt(sides.ours, sides.theirs, record))
        yield replace(made, theirs=record_text(sides.theirs, parts), changes=tuple(map(AddRecord, parts)))


def _removals(sides: _Merging, removed: Iterable[Record]) -> Iterator[Proposal]:
    """What they removed and nobody here touched goes, with all that is part of it."""
    in_order = sorted(removed, key=lambda one: RECORD_TYPES.index(type(one)))
    for record, parts in grouped(in_order):
        text = record_text(sides.ours, parts)
        made = _whole(sides.ours, record, Standing.CHANGED)
        yield replace(made, base=text, mine=text, changes=(RemoveRecord(record),))


# --- Without a common version ----------------------------------------------------------------------------------------


def _compared(sides: _Merging) -> Iterator[Proposal]:
    """Everything that differs: what only they have is new, what differs is a conflict, what only we have is missing."""
    changes = diff(sides.ours, sides.theirs)
    found = [
        *(_differing(sides, one) for one in changes if isinstance(one, SetField)),
        *_additions(sides, [one.record for one in changes if isinstance(one, AddRecord)]),
        *_missing(sides, [one.record for one in changes if isinstance(one, RemoveRecord)]),
    ]
    yield from (unless_closed(sides.ours, one, frozenset()) for one in _sorted(sides, found))


def _differing(sides: _Merging, change: SetField) -> Proposal:
    made = _field_proposal(sides, change, change.new, Standing.CONFLICT)
    if not made.mine:
        return replace(made, standing=Standing.NEW, base=made.mine)
    return replace(made, standing=made.standing if made.theirs else Standing.MISSING, base=made.mine)


def _missing(sides: _Merging, records: Iterable[Record]) -> Iterator[Proposal]:
    for record, parts in grouped(records):
        made = _whole(sides.ours, record, Standing.MISSING, NOT_THERE)
        text = record_text(sides.ours, parts)
        yield replace(made, base=text, mine=text, changes=(RemoveRecord(record),))
