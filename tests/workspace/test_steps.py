"""Undo and redo as a value: which edits are one step, and what undo and redo would do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from riec_desktop.dossier.changes import AddRecord, Change, ChangeSet, Source, set_field
from riec_desktop.dossier.records import Answer
from riec_desktop.workspace.steps import MOST, PAUSE, Steps
from tests.helpers.surroundings import START

EMPTY = Answer(id="antwoord")


def typed(before: str, after: str, seconds: float = 0, label: str = "antwoord") -> ChangeSet:
    changes = set_field(replace(EMPTY, text=before), "text", after)
    return step(label, changes, seconds)


def step(label: str, changes: tuple[Change, ...], seconds: float = 0) -> ChangeSet:
    return ChangeSet(
        id=f"{label} {seconds}",
        label=label,
        source=Source.INPUT,
        author="anja",
        time=START + timedelta(seconds=seconds),
        changes=changes,
    )


def test_nothing_is_done_or_undone_at_first() -> None:
    assert (Steps().undo_label, Steps().redo_label) == ("", "")


def test_a_step_can_be_undone_and_done_again_under_its_name() -> None:
    done = Steps().with_step(typed("", "a"))
    undone = done.after_undo()
    assert (done.undo_label, undone.undo_label, undone.redo_label) == ("antwoord", "", "antwoord")
    assert undone.after_redo().undo_label == "antwoord"


def test_a_new_edit_ends_what_could_be_done_again() -> None:
    steps = Steps().with_step(typed("", "a")).after_undo().with_step(typed("", "b", 1))
    assert steps.redo_label == ""


def test_typing_on_is_one_step_from_the_first_text_to_the_last() -> None:
    joined = Steps().with_step(typed("", "a")).joined(typed("a", "ab", 1))
    assert joined is not None
    assert joined.changes == set_field(EMPTY, "text", "ab")
    assert joined.id == typed("", "a").id


@pytest.mark.parametrize(
    "steps",
    [
        Steps(),
        Steps().with_step(typed("", "a")).closed(),
        Steps().with_step(step("toevoegen", (AddRecord(EMPTY),))),
        Steps().with_step(step("ander veld", set_field(EMPTY, "report_id", "verslag"))),
        Steps().with_step(typed("", "a", 1 - PAUSE.total_seconds() - 1)),
        Steps().with_step(replace(typed("", "a"), source=Source.FORM)),
        Steps().with_step(typed("", "b")).with_step(typed("", "a")).after_undo(),
    ],
    ids=["first", "after a save", "record", "field", "pause", "source", "after undo"],
)
def test_typing_starts_a_step_of_its_own_after(steps: Steps) -> None:
    assert steps.joined(typed("a", "ab", 1)) is None


def test_typing_and_deleting_it_again_leaves_no_step() -> None:
    steps = Steps().with_step(typed("", "a"))
    joined = steps.joined(typed("a", "", 1))
    assert joined is not None
    assert steps.with_joined(joined).undo_label == ""


def test_undo_reaches_the_newest_steps_and_a_day_of_work_stays_light() -> None:
    steps = Steps()
    for number in range(MOST + 5):
        steps = steps.with_step(step(f"stap {number}", ()))
    assert (len(steps.done), steps.done[0].label, steps.undo_label) == (MOST, "stap 5", f"stap {MOST + 4}")
