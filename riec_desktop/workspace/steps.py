"""Undo and redo as a value: the steps that were done and the steps that were taken back.

One history over the whole dossier, whatever made the step. Typing on in one field stays one step until a pause.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from riec_desktop.dossier.changes import Change, ChangeSet, SetField, merged_steps

PAUSE = timedelta(seconds=10)
"""After this long without a key, typing on in the same field is a new step."""


MOST = 2_000
"""How many steps undo reaches; what lies further back is got back by the history, which holds everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """`done`, the newest last, can be undone; `undone`, the newest last, can be done again.

    `sealed`: the newest step takes in no more typing, because something else happened since.
    """

    done: tuple[ChangeSet, ...] = ()
    undone: tuple[ChangeSet, ...] = ()
    sealed: bool = False

    @property
    def undo_label(self) -> str:
        """Dutch name of the step that undo takes back, '' when there is none."""
        return _label(self.done)

    @property
    def redo_label(self) -> str:
        """Dutch name of the step that redo does again, '' when there is none."""
        return _label(self.undone)

    def brought(self) -> frozenset[str]:
        """The steps of others that merges among these brought."""
        return frozenset(one for step in self.done for one in step.brought)

    def joined(self, step: ChangeSet) -> ChangeSet | None:
        """The newest step with this one typed on to it; None when it must be a step of its own."""
        if self.sealed or not self.done:
            return None
        last = self.done[-1]
        changes = merged_steps(last.changes, step.changes)
        if changes is None or step.time - last.time > PAUSE or step.source is not last.source:
            return None
        return replace(last, changes=changes, time=step.time)

    def with_step(self, step: ChangeSet) -> "Steps":
        """After a new edit: nothing can be done again any more."""
        return Steps(done=(*self.done, step)[-MOST:])

    def with_joined(self, step: ChangeSet) -> "Steps":
        """After typing on in the newest step; typing that ends where it began leaves no step."""
        kept = () if _is_nothing(step.changes) else (step,)
        return Steps(done=(*self.done[:-1], *kept), sealed=not kept)

    def after_undo(self) -> "Steps":
        """The newest step is taken back."""
        return Steps(done=self.done[:-1], undone=(*self.undone, self.done[-1]), sealed=True)

    def after_redo(self) -> "Steps":
        """The step that was taken back last is done again."""
        return Steps(done=(*self.done, self.undone[-1]), undone=self.undone[:-1], sealed=True)

    def closed(self) -> "Steps":
        """The same steps; what is typed next starts a new one."""
        return replace(self, sealed=True)


def moved(steps: Steps, count: int) -> tuple[Steps, tuple[Change, ...]]:
    """The steps after undoing or doing again until `count` are done (or no more can be), and the changes of that."""
    changes: list[Change] = []
    while len(steps.done) > max(0, count):
        changes += steps.done[-1].inverse().changes
        steps = steps.after_undo()
    while len(steps.done) < count and steps.undone:
        changes += steps.undone[-1].changes
        steps = steps.after_redo()
    return steps, tuple(changes)


def _label(steps: Sequence[ChangeSet]) -> str:
    return steps[-1].label if steps else ""


def _is_nothing(changes: Sequence[object]) -> bool:
    return all(isinstance(one, SetField) and one.old == one.new for one in changes)
