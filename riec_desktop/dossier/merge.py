"""Three-way merge: what only one side changed is kept, what both changed alike is kept, the rest is a conflict.

Works per record and field, and inside rich text per paragraph, so that two people can work on one answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import cast

from riec_desktop.dossier.changes import AddRecord, Change, RemoveRecord, set_field
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Kind, Value, specs
from riec_desktop.dossier.markdown import parse, write
from riec_desktop.dossier.records import RECORD_TYPES, Record
from riec_desktop.dossier.richtext import RichBlock


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


_Edit = tuple[int, int, Sequence[RichBlock]]


def _edits(base: Sequence[RichBlock], side: Sequence[RichBlock]) -> list[_Edit]:
    matcher = SequenceMatcher(None, base, side, autojunk=False)
    return [(low, high, side[a:b]) for tag, low, high, a, b in matcher.get_opcodes() if tag != "equal"]


def _overlap(one: _Edit, other: _Edit) -> bool:
    """Edits of the same or touching paragraphs: nobody but a person can say in which order they belong."""
    return one != other and one[0] <= other[1] and other[0] <= one[1]


def merge_text(base: str, ours: str, theirs: str) -> str | None:
    """Both sides' edits in one text, paragraph by paragraph; None when they touch the same paragraphs."""
    source = parse(base)
    mine, yours = _edits(source, parse(ours)), _edits(source, parse(theirs))
    if any(_overlap(one, other) for one in mine for other in yours):
        return None
    blocks = list(source)
    every = [*mine, *(edit for edit in yours if edit not in mine)]
    for low, high, new in sorted(every, key=lambda edit: edit[:2], reverse=True):
        blocks[low:high] = new
    return write(blocks)


def _merged_value(kind: Kind, base: Value, ours: Value, theirs: Value) -> tuple[Value, bool]:
    """The value to keep, and whether it is agreed."""
    if theirs in (base, ours):
        return ours, True
    if ours == base:
        return theirs, True
    if kind is Kind.RICH:
        text = merge_text(cast("str", base), cast("str", ours), cast("str", theirs))
        return (ours, False) if text is None else (text, True)
    return ours, False


def _merge_fields(base: Record | None, ours: Record, theirs: Record) -> Iterator[Change | Clash]:
    for name, spec in specs(type(ours)).items():
        before = cast("Value", getattr(base, name)) if base else spec.default
        mine, yours = cast("Value", getattr(ours, name)), cast("Value", getattr(theirs, name))
        value, agreed = _merged_value(spec.kind, before, mine, yours)
        yield from set_field(ours, name, value)
        if not agreed:
            yield Clash(kind=type(ours), record_id=ours.id, field=name, base=before, ours=mine, theirs=yours)


def _removed(base: Record, left: Record, *, ours: bool) -> Iterator[Change | Clash]:
    """One side removed the record, the other still has it as `left`."""
    if left != base:
        mine, yours = ("aangepast", "verwijderd") if ours else ("verwijderd", "aangepast")
        yield Clash(kind=type(base), record_id=base.id, field="", base=None, ours=mine, theirs=yours)
    elif ours:
        yield RemoveRecord(left)


def _merge_record(base: Record | None, ours: Record | None, theirs: Record | None) -> Iterator[Change | Clash]:
    if ours is not None and theirs is not None:
        yield from _merge_fields(base, ours, theirs)
    elif base is None and theirs is not None:
        yield AddRecord(theirs)
    elif base is not None and (ours or theirs):
        yield from _removed(base, cast("Record", ours or theirs), ours=ours is not None)


def _merge_kind(kind: type[Record], base: Dossier, ours: Dossier, theirs: Dossier) -> Iterator[Change | Clash]:
    before, mine, yours = (side.table(kind).rows for side in (base, ours, theirs))
    for record_id in {**mine, **yours, **before}:
        found = (before.get(record_id), mine.get(record_id), yours.get(record_id))
        if found[1] != found[2]:
            yield from _merge_record(*found)


def merge(base: Dossier, ours: Dossier, theirs: Dossier) -> Merged:
    """The changes that bring what `theirs` did since `base` into `ours`; where both differ, ours stays."""
    found = [one for kind in RECORD_TYPES for one in _merge_kind(kind, base, ours, theirs)]
    return Merged(
        changes=tuple(one for one in found if not isinstance(one, Clash)),
        clashes=tuple(one for one in found if isinstance(one, Clash)),
    )
