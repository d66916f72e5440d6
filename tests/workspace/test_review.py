"""Proposals: which are chosen by themselves, what accepting them does, and how they wait."""

from dataclasses import replace
from pathlib import Path

import pytest

from riec_desktop.dossier.changes import AddRecord, RemoveRecord, SetField, Source
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.records import Answer, IndicatorValue
from riec_desktop.workspace.kept import forget, keep_for_later, kept
from riec_desktop.workspace.review import Incoming, Proposal, Standing, accepted, default_ids, is_stale, tally
from tests.helpers.sample import TRAFFICKING, answer, figure, sample
from tests.helpers.surroundings import environment

HELD = answer("Oud.")
DOSSIER = sample(HELD)
NEW_TEXT = SetField(kind=Answer, record_id=HELD.id, field="text", old="Oud.", new="Nieuw.")
BOTH = SetField(kind=Answer, record_id=HELD.id, field="text", old="Oud.", new="Oud en nieuw.")


def proposal(standing: Standing = Standing.CHANGED, **rest: object) -> Proposal:
    plain = Proposal(id="p", standing=standing, place="mensenhandel › Context", kind=Answer, changes=(NEW_TEXT,))
    return replace(plain, **rest)


def incoming(*proposals: Proposal) -> Incoming:
    return Incoming(id="binnen", source=Source.FORM, title="Formulier", proposals=proposals, notes=("Let op.",))


@pytest.mark.parametrize("standing", Standing)
def test_only_what_is_new_or_changed_is_chosen_by_itself(standing: Standing) -> None:
    assert bool(default_ids(incoming(proposal(standing)))) is (standing in (Standing.NEW, Standing.CHANGED))


def test_doubt_or_nothing_to_do_is_not_chosen_by_itself() -> None:
    assert default_ids(incoming(proposal(doubt="Zeker?"), proposal(changes=()))) == frozenset()


def test_accepting_fits_the_dossier_as_it_is_now() -> None:
    now = applied(DOSSIER, (replace(NEW_TEXT, new="Tussendoor."),))
    assert is_stale(proposal(), now)
    assert not is_stale(proposal(), DOSSIER)
    assert accepted(incoming(proposal()), {"p"}, now) == (replace(NEW_TEXT, old="Tussendoor."),)


def test_what_is_not_accepted_changes_nothing() -> None:
    assert accepted(incoming(proposal()), (), DOSSIER) == ()


def test_the_merged_text_can_be_taken_instead() -> None:
    both = incoming(proposal(Standing.CONFLICT, merged="Oud en nieuw.", merged_changes=(BOTH,)))
    assert accepted(both, {"p"}, DOSSIER, merged_ids={"p"}) == (BOTH,)


def test_two_proposals_about_one_new_record_make_one_record() -> None:
    empty = figure(None)
    one = proposal(id="a", kind=IndicatorValue, changes=(AddRecord(figure("5")),))
    other = proposal(id="b", kind=IndicatorValue, changes=(AddRecord(replace(empty, provisional=True)),))
    changed = applied(DOSSIER, accepted(incoming(one, other), {"a", "b"}, DOSSIER))
    assert changed.all(IndicatorValue) == (replace(figure("5"), provisional=True),)


def test_removing_takes_what_is_part_of_it_and_a_second_time_nothing() -> None:
    gone = incoming(proposal(changes=(RemoveRecord(TRAFFICKING),)))
    changes = accepted(gone, {"p"}, DOSSIER)
    assert RemoveRecord(HELD) in changes
    assert accepted(gone, {"p"}, applied(DOSSIER, changes)) == ()
    assert accepted(incoming(proposal()), {"p"}, applied(DOSSIER, changes)) == ()


def test_standings_are_counted() -> None:
    counts = tally(incoming(proposal(), proposal(Standing.UNKNOWN)))
    assert [counts[one] for one in Standing] == [0, 1, 0, 0, 1]


# --- Waiting ---------------------------------------------------------------------------------------------------------


def test_what_waits_comes_back_as_it_was(tmp_path: Path) -> None:
    env = environment(tmp_path)
    whole = incoming(proposal(), proposal(Standing.UNKNOWN, id="q", kind=None, changes=(), merged_changes=(BOTH,)))
    keep_for_later(env, "dossier", whole)
    assert kept(env, "dossier") == (whole,)
    assert kept(env, "een ander dossier") == ()


def test_work_without_proposals_waits_no_longer(tmp_path: Path) -> None:
    env = environment(tmp_path)
    keep_for_later(env, "dossier", incoming(proposal()))
    keep_for_later(env, "dossier", incoming())
    assert kept(env, "dossier") == ()
    forget(env, "dossier", "binnen")


@pytest.mark.expects_log("holds no incoming work")
def test_a_damaged_file_is_passed_over(tmp_path: Path) -> None:
    env = environment(tmp_path)
    keep_for_later(env, "../../weg", incoming(proposal()))
    (path,) = tmp_path.rglob("*.json")
    path.write_text('{"id": "x"}', encoding="utf-8")
    assert kept(env, "../../weg") == ()


def test_conflicts_are_counted_as_people_do() -> None:
    assert [Standing.CONFLICT.counted(count) for count in (0, 1, 2)] == ["0 botsingen", "1 botsing", "2 botsingen"]
    assert Standing.CHANGED.counted(2) == "2 gewijzigd"
