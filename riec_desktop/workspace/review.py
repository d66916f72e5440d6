"""Incoming work as proposals: what others sent, next to what we have, each with the changes that would take it in.

A form, a Word draft and a colleague's dossier all become an `Incoming`, one dialog shows it, and `accepted` turns
what a person chose into the changes of one step. Nothing here is done by itself: a proposal is a question.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import cast

from riec_desktop.dossier.changes import (
    AddRecord,
    Change,
    RemoveRecord,
    SetField,
    Source,
    about,
    apply_changes,
    set_field,
)
from riec_desktop.dossier.closed import closed_year
from riec_desktop.dossier.compare import remove
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Kind, Value, specs
from riec_desktop.dossier.markdown import parse, write
from riec_desktop.dossier.merge import merge_text
from riec_desktop.dossier.records import Record
from riec_desktop.workspace.revised import (
    Edit,
    Pieces,
    before_pieces,
    chosen_pieces,
    edits_of,
    settled,
    shown_pieces,
    spelled,
)


class Standing(StrEnum):
    """What a proposal is; the value is the word that a person reads."""

    NEW = "nieuw"
    CHANGED = "gewijzigd"
    CONFLICT = "botsing"
    MISSING = "ontbreekt"
    UNKNOWN = "niet herkend"

    def counted(self, count: int) -> str:
        """'1 botsing', '2 botsingen', '3 gewijzigd'."""
        return f"{count} botsingen" if self is Standing.CONFLICT and count != 1 else f"{count} {self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """A place where something without a place can go: its name in Dutch, and what takes it in there."""

    name: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One thing that came in.

    `id` is the same whenever the same thing is read again. `place` says in Dutch where it belongs ('Mensenhandel ›
    Context'), `label` which field it is ('antwoord'). `kind`, `record_id` and `field` name that field; `field` is ''
    for a whole record that is new or gone, `kind` is None for what was not recognised.

    `base` (what was sent), `mine` (what stands in the dossier), `theirs` (what came back) and `merged` (both sides'
    work in one text, '' when that cannot be made) are plain texts as a person reads them; show them as text only.

    `doubt` is a Dutch sentence about how sure the reading is, '' when it is. `changes` take theirs in, and are empty
    when there is nothing to take in; `merged_changes` take `merged` in. `destinations` are the places that a person can
    choose for what has none by itself.

    A text may come with its separate changes (`edits`): `pieces` is the text in which they stand, `left_out` are the
    numbers of those that a person does not want.
    """

    id: str
    standing: Standing
    place: str
    kind: type[Record] | None = None
    record_id: str = ""
    field: str = ""
    label: str = ""
    base: str = ""
    mine: str = ""
    theirs: str = ""
    merged: str = ""
    doubt: str = ""
    changes: tuple[Change, ...] = ()
    merged_changes: tuple[Change, ...] = ()
    destinations: tuple[Destination, ...] = ()
    edits: tuple[Edit, ...] = ()
    pieces: Pieces = ()
    left_out: frozenset[int] = frozenset()

    @property
    def is_gone(self) -> bool:
        """Whether a whole record that was sent did not come back, or was removed by who sent it."""
        known = self.standing in (Standing.MISSING, Standing.CHANGED, Standing.CONFLICT)
        return known and not self.field and not self.theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """All that one file brought.

    `id` is the same whenever the same file is read; `title` is Dutch ('Formulier van RIEC Limburg'), `origin` the name
    of the file, `from_whom` who filled it in ('' when unknown). `answers` is the id of the record of what was sent, ''
    when it answers nothing. `notes` are Dutch sentences about the file as a whole.
    """

    id: str
    source: Source
    title: str
    origin: str = ""
    from_whom: str = ""
    answers: str = ""
    proposals: tuple[Proposal, ...] = ()
    notes: tuple[str, ...] = ()


def sent_to(proposal: Proposal, destination: Destination) -> Proposal:
    """The proposal after a person chose where it goes."""
    return replace(proposal, standing=Standing.NEW, doubt="", changes=destination.changes)


def without_edits(proposal: Proposal, left_out: Collection[int]) -> Proposal:
    """The proposal when these changes of its text are left out: what it then brings, also beside our own work."""
    pieces = chosen_pieces(proposal.pieces, left_out)
    theirs = spelled(pieces)
    changes = tuple(replace(one, new=theirs) if isinstance(one, SetField) else one for one in proposal.changes)
    mine = next((str(one.old) for one in changes if isinstance(one, SetField)), "")
    base = spelled(before_pieces(proposal.pieces))
    both = None if mine == base else merge_text(base, mine, theirs)
    merged = tuple(replace(one, new=both) for one in changes if isinstance(one, SetField)) if both is not None else ()
    return replace(
        proposal,
        theirs=shown_pieces(pieces),
        changes=changes,
        merged=proposal.merged if merged else "",
        merged_changes=merged,
        left_out=frozenset(left_out),
    )


def what_is_left(proposal: Proposal) -> Proposal:
    """The changes that were left out of a text, as a proposal of their own, for when the others were taken in."""
    pieces = settled(proposal.pieces, proposal.left_out)
    taken = next((one.new for one in proposal.changes if isinstance(one, SetField)), "")
    later = replace(proposal, pieces=pieces, edits=edits_of(pieces), mine=proposal.theirs, base=proposal.theirs)
    changes = tuple(replace(one, old=taken) if isinstance(one, SetField) else one for one in proposal.changes)
    return without_edits(replace(later, changes=changes, merged="", merged_changes=()), ())


CLOSED = "Verslagjaar {year} is in uw dossier afgesloten. Open het eerst als u dit wilt overnemen."


def unless_closed(dossier: Dossier, proposal: Proposal, opened: frozenset[str] = frozenset()) -> Proposal:
    """What would change a closed year is shown and cannot be taken, because one of those would refuse all.

    `opened` are the ids of years that the same work opens.
    """
    closed = closed_year(dossier, proposal.changes) if proposal.changes else None
    if closed is None or closed.id in opened:
        return proposal
    doubt = f"{CLOSED.format(year=closed.year)} {proposal.doubt}".strip()
    return replace(proposal, changes=(), merged_changes=(), edits=(), pieces=(), destinations=(), doubt=doubt)


def with_own_ids(found: Iterable[Proposal]) -> Iterator[Proposal]:
    """Every proposal with an id of its own."""
    seen: dict[str, int] = {}
    for one in found:
        seen[one.id] = seen.get(one.id, 0) + 1
        yield one if seen[one.id] == 1 else replace(one, id=f"{one.id}:{seen[one.id]}")


def is_default(proposal: Proposal) -> bool:
    """Whether a proposal is taken in unless a person says no: new or changed, something to take in, and no doubt."""
    sure = proposal.standing in (Standing.NEW, Standing.CHANGED) and not proposal.doubt
    return sure and bool(proposal.changes)


def default_ids(incoming: Incoming) -> frozenset[str]:
    """The ids of the proposals that are chosen when the dialog opens."""
    return frozenset(one.id for one in incoming.proposals if is_default(one))


def is_merged_by_itself(proposal: Proposal) -> bool:
    """Whether both sides' work goes together without a doubt, so that it is taken in as the merged text."""
    return is_default(proposal) and bool(proposal.merged_changes)


def sure_changes(incoming: Incoming, dossier: Dossier) -> tuple[Change, ...]:
    """The changes that take in what is taken in unless a person says no."""
    merged = frozenset(one.id for one in incoming.proposals if is_merged_by_itself(one))
    return accepted(incoming, default_ids(incoming), dossier, merged)


def tally(incoming: Incoming) -> Mapping[Standing, int]:
    """How many proposals there are of each standing, in the order of the enum; 0 for none."""
    return {each: sum(1 for one in incoming.proposals if one.standing is each) for each in Standing}


def accepted(
    incoming: Incoming, ids: Collection[str], dossier: Dossier, merged_ids: Collection[str] = ()
) -> tuple[Change, ...]:
    """The changes that take these proposals in, made to fit the dossier as it is now.

    Those in `merged_ids` are taken in as the merged text. Two proposals may be about one record that nobody made yet:
    the first adds it, the others fill it in.
    """
    taking = _Taking(dossier)
    for proposal in incoming.proposals:
        if proposal.id in merged_ids:
            taking.take(proposal.merged_changes)
        elif proposal.id in ids:
            taking.take(proposal.changes)
    return tuple(taking.found)


class _Taking:
    """Changes made to fit one after another.

    The dossier is brought up to date only when a change is about a record that an earlier one touched: with thousands
    of proposals, copying its tables for each would take seconds.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._waiting: list[Change] = []
        self._touched: set[tuple[type[Record], str]] = set()
        self._fields: set[tuple[type[Record], str, str]] = set()
        self.found: list[Change] = []

    def take(self, changes: Iterable[Change]) -> None:
        for change in changes:
            place = about(change)
            # A removal looks at every record for references to what goes.
            if place in self._touched or isinstance(change, RemoveRecord):
                self._catch_up()
            before = str(change.old) if isinstance(change, SetField) else ""
            fitting = tuple(self._beside(one, before) for one in _fitting(change, self._dossier))
            self._fields |= {(*about(one), one.field) for one in fitting if isinstance(one, SetField)}
            self._fields |= {
                (*about(one), name) for one in fitting if isinstance(one, AddRecord) for name in _texts(one)
            }
            self._waiting += fitting
            self._touched |= {place, *map(about, fitting)}
            self.found += fitting

    def _beside(self, change: Change, before: str) -> Change:
        """A text that goes where an earlier one of these went is added to it: nothing pushes another out.

        `before` is what stood there when the change was made.
        """
        if not isinstance(change, SetField) or (*about(change), change.field) not in self._fields:
            return change
        if specs(change.kind)[change.field].kind is not Kind.RICH:
            return change
        return replace(change, new=_together(before, str(change.old), str(change.new)))

    def _catch_up(self) -> None:
        self._dossier = apply_changes(self._dossier, self._waiting).dossier
        self._waiting.clear()
        self._touched.clear()


def _texts(change: AddRecord) -> Iterator[str]:
    """The rich texts that a new record has."""
    found = specs(type(change.record)).items()
    return (name for name, spec in found if spec.kind is Kind.RICH and getattr(change.record, name))


def _together(before: str, held: str, new: str) -> str:
    """Both sides' work in one text; where that does not go, what was added stands behind what is there."""
    both = merge_text(before, held, new)
    if both is not None:
        return both
    old, there = parse(before), parse(held)
    return write((*there, *(one for one in parse(new) if one not in old and one not in there)))


def is_stale(proposal: Proposal, dossier: Dossier) -> bool:
    """Whether the dossier was changed since the proposal was made, so that `mine` is no longer what stands there."""
    applied = apply_changes(dossier, proposal.changes)
    return bool(applied.conflicts)


def _fitting(change: Change, dossier: Dossier) -> Iterator[Change]:
    """The change with the old values of this dossier."""
    match change:
        case SetField():
            held = dossier.get(change.kind, change.record_id)
            if held is not None:
                yield from set_field(held, change.field, change.new)
        case AddRecord():
            held = dossier.get(type(change.record), change.record.id)
            if held is None:
                yield change
            else:
                yield from _filled_in(held, change.record)
        case RemoveRecord():
            held = dossier.get(type(change.record), change.record.id)
            if held is not None:
                yield from remove(dossier, held)


def _filled_in(held: Record, wanted: Record) -> Iterator[Change]:
    """The changes that give a record what another with its id says beyond the defaults."""
    for name, spec in specs(type(held)).items():
        value = cast("Value", getattr(wanted, name))
        if value != spec.default:
            yield from set_field(held, name, value)
