"""Three-way merge: what only one side changed is kept, what both changed alike is kept, the rest is a conflict.

Works per record and field, inside rich text per paragraph and inside a list per item, so that two people can work on
one answer. A record that one side removed while the other still works on it, on a part of it or points to it anew, is
one conflict with all that is part of it: nothing loses its whole, and no whole loses half of its parts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import cast

from riec_desktop.dossier.changes import AddRecord, Change, RemoveRecord, set_field
from riec_desktop.dossier.contested import Place, contested, roots
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Kind, Value, specs
from riec_desktop.dossier.markdown import parse, write
from riec_desktop.dossier.records import RECORD_TYPES, Record
from riec_desktop.dossier.richtext import RichBlock

CHANGED, REMOVED = "aangepast", "verwijderd"
"""What the two sides did with a record, in a clash about the whole of it."""

_LISTS = (Kind.LINES, Kind.CHOICES, Kind.REFS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """What both sides changed differently. `field` is '' when one side removed the record that the other changed."""

    kind: type[Record]
    record_id: str
    field: str
    base: Value
    ours: Value
    theirs: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The changes that bring their work into ours, and what a person must decide."""

    changes: tuple[Change, ...]
    clashes: tuple[Clash, ...]


# --- Texts and lists -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Edit:
    """The paragraphs from `low` up to `high` of the base became `new`."""

    low: int
    high: int
    new: Sequence[RichBlock]

    @property
    def adds(self) -> bool:
        """Whether paragraphs came in, so that the order among other new ones beside them matters."""
        return len(self.new) > self.high - self.low


def _edits(base: Sequence[RichBlock], side: Sequence[RichBlock]) -> Iterator[_Edit]:
    matcher = SequenceMatcher(None, base, side, autojunk=False)
    for tag, low, high, a, b in matcher.get_opcodes():
        if tag == "replace" and high - low == b - a:
            # As many as there were: each is an edit of its own.
            yield from (_Edit(low + at, low + at + 1, side[a + at : a + at + 1]) for at in range(high - low))
        elif tag != "equal":
            yield _Edit(low, high, side[a:b])


def _overlap(one: _Edit, other: _Edit) -> bool:
    """Edits of the same paragraphs, or new ones at one place: only a person can say in which order they belong."""
    if one == other:
        return False
    touching = one.low <= other.high and other.low <= one.high
    return (one.low < other.high and other.low < one.high) or (touching and one.adds and other.adds)


def merge_text(base: str, ours: str, theirs: str) -> str | None:
    """Both sides' edits in one text, paragraph by paragraph; None when they touch the same paragraphs."""
    source = parse(base)
    mine, yours = tuple(_edits(source, parse(ours))), tuple(_edits(source, parse(theirs)))
    if any(_overlap(one, other) for one in mine for other in yours):
        return None
    blocks = list(source)
    every = [*mine, *(edit for edit in yours if edit not in mine)]
    for edit in sorted(every, key=lambda one: (one.low, one.high), reverse=True):
        blocks[edit.low : edit.high] = edit.new
    return write(blocks)


def merge_list(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...] | None:
    """What either side added or took away, item by item; None when a side put the old items in another order.

    New items come last in an order of their own, so that it does not matter who merges first.
    """
    stays = [one for one in base if one in ours and one in theirs]
    if any([one for one in side if one in stays] != stays for side in (ours, theirs)):
        return None
    return (*stays, *sorted({*ours, *theirs} - {*base}))


def _both(kind: Kind, base: Value, ours: Value, theirs: Value) -> Value:
    """Both sides' work in one value; None when only a person can make it."""
    if kind is Kind.RICH:
        return merge_text(cast("str", base), cast("str", ours), cast("str", theirs))
    if kind in _LISTS:
        sides = (base, ours, theirs)
        return merge_list(*(cast("tuple[str, ...]", one) for one in sides))
    return None


def _merged_value(kind: Kind, base: Value, ours: Value, theirs: Value) -> tuple[Value, bool]:
    """The value to keep, and whether it is agreed."""
    if theirs in (base, ours):
        return ours, True
    if ours == base:
        return theirs, True
    both = _both(kind, base, ours, theirs)
    return (ours, False) if both is None else (both, True)


# --- Records ---------------------------------------------------------------------------------------------------------


def _merge_fields(base: Record | None, ours: Record, theirs: Record) -> Iterator[Change | Clash]:
    for name, spec in specs(type(ours)).items():
        before = cast("Value", getattr(base, name)) if base else spec.default
        mine, yours = cast("Value", getattr(ours, name)), cast("Value", getattr(theirs, name))
        value, agreed = _merged_value(spec.kind, before, mine, yours)
        yield from set_field(ours, name, value)
        if not agreed:
            yield Clash(kind=type(ours), record_id=ours.id, field=name, base=before, ours=mine, theirs=yours)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """The three dossiers, and what one side removed while the other still needs it."""

    base: Dossier
    ours: Dossier
    theirs: Dossier
    needed_here: frozenset[Place]
    needed_there: frozenset[Place]


def _merge_record(sides: _Sides, place: Place) -> Iterator[Change | Clash]:
    base, ours, theirs = (side.get(*place) for side in (sides.base, sides.ours, sides.theirs))
    if ours is not None and theirs is not None:
        yield from _merge_fields(base, ours, theirs)
    elif base is None and theirs is not None and place not in sides.needed_there:
        yield AddRecord(theirs)
    elif base is not None and ours is not None and place not in sides.needed_here:
        yield RemoveRecord(ours)


def _places(sides: _Sides) -> Iterator[Place]:
    """Every record that is not the same on both sides."""
    for kind in RECORD_TYPES:
        before, mine, yours = (side.table(kind).rows for side in (sides.base, sides.ours, sides.theirs))
        for record_id in {**mine, **yours, **before}:
            if mine.get(record_id) != yours.get(record_id):
                yield kind, record_id


def _whole_clashes(sides: _Sides) -> Iterator[Clash]:
    """A clash for each whole that one side removed, the other needs, and that is no part of another such whole."""
    for mine, yours, left, needed in (
        (CHANGED, REMOVED, sides.ours, sides.needed_here),
        (REMOVED, CHANGED, sides.theirs, sides.needed_there),
    ):
        for kind, record_id in roots(left, needed):
            yield Clash(kind=kind, record_id=record_id, field="", base=None, ours=mine, theirs=yours)


def merge(base: Dossier, ours: Dossier, theirs: Dossier) -> Merged:
    """The changes that bring what `theirs` did since `base` into `ours`; where both differ, ours stays."""
    sides = _Sides(
        base=base,
        ours=ours,
        theirs=theirs,
        needed_here=contested(base, left=ours, gone=theirs),
        needed_there=contested(base, left=theirs, gone=ours),
    )
    found = [one for place in _places(sides) for one in _merge_record(sides, place)]
    clashes = (*(one for one in found if isinstance(one, Clash)), *_whole_clashes(sides))
    return Merged(changes=_in_order(one for one in found if not isinstance(one, Clash)), clashes=clashes)


def _in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Removals last, parts before what they are part of."""
    every = tuple(changes)
    gone = [one for one in every if isinstance(one, RemoveRecord)]
    return (*(one for one in every if not isinstance(one, RemoveRecord)), *reversed(gone))
