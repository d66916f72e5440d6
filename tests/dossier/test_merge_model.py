"""Merging against a model: two or three people edit one dossier, and nothing that one of them did is lost unseen."""

from collections.abc import Iterator

from hypothesis import given, settings

from riec_desktop.dossier.changes import apply_changes
from riec_desktop.dossier.contested import Place, place_of, wholes
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Kind, specs
from riec_desktop.dossier.merge import Clash, Merged, merge
from riec_desktop.dossier.records import Record
from tests.helpers.two_people import worked_on_by

People = tuple[Dossier, ...]
TOGETHER = (Kind.RICH, Kind.LINES, Kind.CHOICES, Kind.REFS)
"""What both may change without a conflict: in other paragraphs, or other items."""


def after(base: Dossier, ours: Dossier, theirs: Dossier) -> tuple[Dossier, Merged]:
    merged = merge(base, ours, theirs)
    applied = apply_changes(ours, merged.changes)
    assert applied.conflicts == ()
    return applied.dossier, merged


def shared(*sides: Dossier) -> Iterator[tuple[Record, ...]]:
    """The records that all of these hold."""
    for record in sides[0].records():
        found = tuple(held for side in sides if (held := side.get(*place_of(record))) is not None)
        if len(found) == len(sides):
            yield found


@settings(max_examples=40)
@given(worked_on_by(2))
def test_a_field_that_one_changed_is_kept_and_one_that_both_changed_alike_too(people: People) -> None:
    base, ours, theirs = people
    result, merged = after(base, ours, theirs)
    clashes = {(one.kind, one.record_id, one.field): one for one in merged.clashes}
    for was, mine, yours, now in shared(base, ours, theirs, result):
        for name, spec in specs(type(was)).items():
            before, our, their, have = (getattr(one, name) for one in (was, mine, yours, now))
            clash = clashes.get((type(was), was.id, name))
            if before in (our, their) or our == their:
                assert have == (their if our == before else our)
                assert clash is None
            elif clash is not None:
                assert (clash.base, clash.ours, clash.theirs, have) == (before, our, their, our)
            else:
                assert spec.kind in TOGETHER


def claimed(clashes: tuple[Clash, ...], side: Dossier) -> set[Place]:
    """The records that clashes about a whole are about, with all their parts on this side."""
    found = {(one.kind, one.record_id) for one in clashes if not one.field}
    for record in side.records():
        if not found.isdisjoint(wholes(record)):
            found.add(place_of(record))
    return found


@settings(max_examples=40)
@given(worked_on_by(2))
def test_what_was_added_is_there_and_what_was_removed_is_gone_or_it_is_a_conflict(people: People) -> None:
    base, ours, theirs = people
    result, merged = after(base, ours, theirs)
    asked = claimed(merged.clashes, ours) | claimed(merged.clashes, theirs)
    every = {place_of(record) for side in people for record in side.records()}
    for place in every - asked:
        was, mine, yours, now = (side.get(*place) for side in (base, ours, theirs, result))
        gone = was is not None and (mine is None or yours is None)
        assert (now is None) == gone
    for place in asked:
        assert result.get(*place) == ours.get(*place) or theirs.get(*place) is not None


@settings(max_examples=40)
@given(worked_on_by(2))
def test_nothing_of_ours_is_lost_and_no_part_loses_its_whole(people: People) -> None:
    base, ours, theirs = people
    result, _ = after(base, ours, theirs)
    for record in ours.records():
        if record != base.get(*place_of(record)):
            assert result.get(*place_of(record)) is not None
    lost = [
        (record, whole)
        for record in result.records()
        for whole in wholes(record)
        if result.get(*whole) is None and (ours.get(*whole) is not None)
    ]
    assert lost == []


@settings(max_examples=40)
@given(worked_on_by(2))
def test_it_is_the_same_from_both_sides_but_for_the_conflicts(people: People) -> None:
    base, one, other = people
    here, found = after(base, one, other)
    there, mirrored = after(base, other, one)
    turned = {(each.kind, each.record_id, each.field, str(each.theirs), str(each.ours)) for each in mirrored.clashes}
    assert {
        (each.kind, each.record_id, each.field, str(each.ours), str(each.theirs)) for each in found.clashes
    } == turned
    if not found.clashes:
        assert here == there


@settings(max_examples=40)
@given(worked_on_by(2))
def test_merging_twice_changes_nothing(people: People) -> None:
    base, ours, theirs = people
    once, _ = after(base, ours, theirs)
    again = merge(theirs, once, theirs)
    assert (again.changes, again.clashes) == ((), ())


@settings(max_examples=40)
@given(worked_on_by(3))
def test_the_order_in_which_three_are_merged_does_not_matter_but_for_the_conflicts(people: People) -> None:
    base, first, second, third = people
    forth, one = after(base, first, second)
    forth, other = after(base, forth, third)
    back, another = after(base, first, third)
    back, last = after(base, back, second)
    if not (one.clashes or other.clashes or another.clashes or last.clashes):
        assert forth == back
