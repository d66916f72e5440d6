"""One open dossier: edit, undo, redo, save, merge. Every edit is kept on disk before anybody hears of it.

The session holds values and replaces them; what makes changes lies in `dossier`, what keeps them in `storage`.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from riec_desktop.dossier.changes import Applied, Change, ChangeSet, Source, apply, apply_changes
from riec_desktop.dossier.closed import closed_year
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.errors import RiecError
from riec_desktop.storage.beside import Holder
from riec_desktop.storage.content import FileContent, HistoryRow, changeset_of, history_row
from riec_desktop.storage.dossier_file import OpenedFile, image_of
from riec_desktop.storage.formats import VERSION
from riec_desktop.storage.store import SavedFile
from riec_desktop.workspace import safekeeping
from riec_desktop.workspace.backups import REASONS, BackupPlan, Reason, try_backup
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.holding import Hold, holding
from riec_desktop.workspace.in_file import InFile, Start
from riec_desktop.workspace.line import known_ids, own_steps
from riec_desktop.workspace.saving import SavePlan, Written, base_backup, write
from riec_desktop.workspace.steps import Steps, moved

QUIET = timedelta(seconds=30)
"""After this long without an edit the dossier file is written by itself."""

Listener = Callable[[Applied], None]


class Session:
    """One open dossier. The functions of `session` make one, `close` ends it."""

    def __init__(self, env: Environment, start: Start) -> None:
        self._env = env
        self._store = start.store
        self._commit = start.commit
        self._dossier = start.dossier
        self._in_file = start.in_file
        self._rows = [*start.in_file.content.history, *start.unsaved]
        self._steps = Steps(done=own_steps(start.unsaved), sealed=True)
        self._edited_at = env.now()
        self._listeners: list[Listener] = []
        self._read_only = start.read_only
        self._wanted: list[BackupPlan] = []
        self._troubles: list[RiecError] = []
        self._noted = False

    # --- Looking ---

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self._dossier

    @property
    def dossier_id(self) -> str:
        """The id of the dossier, the same in every copy and version of it."""
        return self._in_file.content.id

    @property
    def version(self) -> int:
        """How often the dossier file was written, as it was last read or written here; 0 before the first time."""
        return self._in_file.content.version

    @property
    def path(self) -> Path | None:
        """The dossier file that `save` writes."""
        return self._in_file.path

    @property
    def dirty(self) -> bool:
        """Whether the dossier file does not hold the dossier as it is now."""
        return not self._in_file.digest or self._noted or self._dossier != self._in_file.content.dossier

    @property
    def older_format(self) -> bool:
        """Whether the dossier file was written by an older version of the program, and the next save makes it new."""
        return bool(self._in_file.digest) and self._in_file.format < VERSION

    @property
    def read_only(self) -> bool:
        """Whether this dossier can only be looked at; `save_as` makes it one's own."""
        return self._read_only

    @property
    def other_holder(self) -> Holder | None:
        """Who else had the file open when it was last looked at."""
        return self._in_file.hold.other if self._in_file.hold is not None else None

    @property
    def hold(self) -> Hold | None:
        """What must be beaten now and then as long as the file is open; None when there is no file to hold."""
        return self._in_file.hold

    @property
    def undo_label(self) -> str:
        """Dutch name of the step that `undo` takes back, '' when there is none."""
        return self._steps.undo_label

    @property
    def redo_label(self) -> str:
        """Dutch name of the step that `redo` does again, '' when there is none."""
        return self._steps.redo_label

    @property
    def steps(self) -> Steps:
        """What can be undone and done again, step by step."""
        return self._steps

    @property
    def saved_at(self) -> datetime | None:
        """When this session last wrote the dossier file."""
        return self._in_file.saved_at

    @property
    def history(self) -> tuple[ChangeSet, ...]:
        """Every change that was made, oldest first; what was undone stands there twice, forth and back."""
        return tuple(map(changeset_of, self._rows))

    @property
    def content(self) -> FileContent:
        """The dossier as it is now with all that belongs to it, under the version of its file."""
        return replace(self._in_file.content, dossier=self._dossier, history=tuple(self._rows))

    @property
    def known_content(self) -> FileContent:
        """The dossier file as it was last read or written."""
        return self._in_file.content

    @property
    def step_ids(self) -> frozenset[str]:
        """The ids of all steps in `history`."""
        return frozenset(row.id for row in self._rows)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each edit, undo, redo and merge. Gives the function that ends this."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # --- Changing ---

    def edit(
        self,
        label: str,
        changes: Sequence[Change],
        *,
        join: bool = False,
        source: Source = Source.INPUT,
        dropped: Sequence[str] = (),
    ) -> None:
        """One step with a Dutch name. `join`: typing on in one field is one step. Nothing happens without changes.

        `source` says where the changes came from, for the history; `dropped` are the steps of others that are taken
        back with it.

        Raises `RiecError`: `session.read_only`, `year.closed`, or what keeping the work raises; then nothing has
        changed.
        """
        applied = self._allowed(changes)
        if not applied.done:
            return
        if source in REASONS:
            self.back_up(REASONS[source])
        step = replace(self._changeset(label, applied.done, source), dropped=tuple(dropped))
        joined = self._steps.joined(step) if join else None
        steps = self._steps.with_joined(joined) if joined else self._steps.with_step(step)
        self._do(joined or step, applied, steps)

    def _allowed(self, changes: Sequence[Change], *, opening: bool = False) -> Applied:
        """What the changes make, when they may be made."""
        self._writable()
        closed = closed_year(self._dossier, changes, opening=opening)
        if closed is not None:
            raise RiecError("year.closed", year=closed.year)
        return apply_changes(self._dossier, changes)

    def undo(self) -> None:
        """Take the newest step back; nothing happens when there is none."""
        if self._steps.done:
            step = self._steps.done[-1]
            self._again(step.inverse(), f"Ongedaan maken: {step.label}", self._steps.after_undo())

    def redo(self) -> None:
        """Do again the step that was taken back last; nothing happens when there is none."""
        if self._steps.undone:
            step = self._steps.undone[-1]
            self._again(step, f"Opnieuw: {step.label}", self._steps.after_redo())

    def go_to(self, count: int) -> None:
        """Undo, or do again, until this many steps are done: one row of history, and one message to who listens."""
        steps, changes = moved(self._steps, count)
        if changes:
            applied = apply_changes(self._dossier, changes)
            label = f"Terug tot: {steps.undo_label}" if steps.done else "Terug tot het begin"
            self._do(self._restoring(label, applied, steps), applied, steps)

    def merge(self, label: str, changes: Sequence[Change], theirs: Sequence[HistoryRow]) -> Applied:
        """Take in work of another dossier as one step, with the rows of its history; tells what was done.

        From then on those rows are known here, so that the same work is not brought again: also when nothing of it
        was taken. Raises as `edit`; then nothing has changed.
        """
        applied = self._allowed(changes, opening=True)
        here = {row.id for row in self._rows}
        others = tuple(row for row in theirs if row.id not in here)
        brought = tuple(sorted({row.id for row in theirs} - known_ids(self._rows)))
        if applied.done or brought:
            self.back_up(Reason.MERGE)
            step = replace(self._changeset(label, applied.done, Source.MERGE), brought=brought)
            self._do(step, applied, self._steps.with_step(step).closed() if applied.done else self._steps, others)
            self._noted = True
        return applied

    def note(self, label: str, source: Source, task: Callable[[HistoryRow], None]) -> None:
        """Do a task that changes nothing here, such as handing out a part of the dossier, and note that in the history.

        The task gets the row that will stand there; what it raises goes on, and then nothing is noted.
        """
        applied = self._allowed(())
        step = self._changeset(label, (), source)
        task(history_row(step))
        self._do(step, applied, self._steps.closed())
        self._noted = True

    def _again(self, step: ChangeSet, label: str, steps: Steps) -> None:
        applied = apply(self._dossier, step)
        self._do(self._restoring(label, applied, steps), applied, steps)

    def _restoring(self, label: str, applied: Applied, steps: Steps) -> ChangeSet:
        """The step that leads to these steps; work of others that is taken back can be brought again."""
        before, after = self._steps.brought(), steps.brought()
        step = self._changeset(label, applied.done, Source.RESTORE)
        return replace(step, brought=tuple(sorted(after - before)), dropped=tuple(sorted(before - after)))

    def _changeset(self, label: str, changes: Sequence[Change], source: Source = Source.INPUT) -> ChangeSet:
        return ChangeSet(
            id=self._env.new_id(),
            label=label,
            source=source,
            author=self._env.author,
            time=self._env.now(),
            changes=tuple(changes),
        )

    def _do(self, changeset: ChangeSet, applied: Applied, steps: Steps, others: Sequence[HistoryRow] = ()) -> None:
        """Keep it on disk, then here, then tell: who listens sees only what is safe."""
        self._commit = self._store.commit(changeset, others)
        if self._rows and self._rows[-1].id == changeset.id:
            self._rows.pop()
        self._rows += (*others, history_row(changeset))
        self._dossier = applied.dossier
        self._steps = steps
        self._edited_at = changeset.time
        self._tell(applied)

    def _tell(self, applied: Applied) -> None:
        for listener in tuple(self._listeners):
            listener(applied)

    # --- The dossier file ---

    def autosave_due(self, now: datetime) -> bool:
        """Whether there is unsaved work, a file to put it in that nobody else has open, and a quiet moment."""
        quiet = now - self._edited_at >= QUIET
        return self.path is not None and self.other_holder is None and quiet and self.dirty

    def save(self) -> None:
        """Write the dossier file, whole or not at all.

        Raises `RiecError`: `dossier.no_path`, `session.read_only`, `file.changed_underneath`, or what writing raises;
        then the file is as it was and the work is kept.
        """
        self._carry_out(self.plan_save())

    def save_as(self, path: Path) -> None:
        """Write another dossier file and go on with that one. What stood there is replaced.

        Raises `RiecError`: `dossier.open_elsewhere`, or what writing raises; then everything is as it was.
        """
        self._carry_out(self.plan_save(path))

    def plan_save(self, path: Path | None = None) -> SavePlan:
        """What `save` (or with a path `save_as`) writes, as it is now. Raises as those, before anything is written.

        Who carries the plan out hands it back to `finish_save` or `give_up_save`, before another one is made.
        """
        target = self._known_path() if path is None else path
        if path is None:
            self._writable()
        content = replace(self.content, version=self.version + 1)
        # What is typed from now on is a step of its own, which is not in the file.
        self._steps = self._steps.closed()
        return SavePlan(
            path=target,
            content=content,
            known=self._in_file.digest if path is None else None,
            store=self._store.path,
            commit=self._commit,
            hold=self._hold_on(target),
            older_format=self.older_format,
        )

    def _hold_on(self, path: Path) -> Hold | None:
        """The hold on a file: the one that the session has, or a new one."""
        held = self._in_file.hold
        if held is not None and safekeeping.is_same_file(self.path, path):
            return held
        with holding(self._env, path) as hold:
            return hold

    def _carry_out(self, plan: SavePlan) -> None:
        with ExitStack() as failing:
            failing.callback(self.give_up_save, plan)
            written = write(self._env, plan)
            failing.pop_all()
        self.finish_save(written)

    def finish_save(self, written: Written) -> None:
        """The file was written: it is what the session knows of it from now on."""
        plan, held = written.plan, self._in_file.hold
        self._in_file = InFile(
            path=plan.path,
            hold=plan.hold,
            digest=written.file.digest,
            content=plan.content,
            saved_at=written.at,
        )
        if held is not None and held is not plan.hold:
            held.release()
        self._read_only = self._noted = False
        self._troubles += written.problems
        self._store.mark_saved(
            SavedFile(path=plan.path, digest=written.file.digest, version=plan.content.version, commit=plan.commit)
        )

    def give_up_save(self, plan: SavePlan) -> None:
        """The file was not written: a hold on another file than that of the session is let go."""
        if plan.hold is not None and plan.hold is not self._in_file.hold:
            plan.hold.release()

    def adopt(self, theirs: OpenedFile) -> None:
        """The dossier file is now what somebody else wrote, and their work was merged here: `save` may replace it.

        Raises `RiecError` when the copy of it cannot be kept.
        """
        fs = self._env.files
        image = safekeeping.known_image(self._known_path(), theirs, fs)
        safekeeping.keep_base(self._store.path, image, fs)
        self._in_file = replace(self._in_file, digest=theirs.digest, content=theirs.content, format=theirs.format)
        self._noted = False
        known = {row.id for row in theirs.content.history}
        self._rows = [*theirs.content.history, *(row for row in self._rows if row.id not in known)]

    def back_up(self, reason: Reason) -> None:
        """Ask for a backup of the dossier as it is now; `take_backups` hands it out, and `close` makes what is left."""
        content = self.content
        self._wanted.append(BackupPlan(dossier_id=content.id, reason=reason, image=lambda: image_of(content)))

    def take_backups(self) -> tuple[BackupPlan, ...]:
        """The backups that were asked for and that nobody took yet."""
        wanted = tuple(self._wanted)
        self._wanted.clear()
        return wanted

    def last_backups(self) -> tuple[BackupPlan, ...]:
        """What is to be backed up before the session ends: what was asked for, and the file when it was saved."""
        saved = self._in_file.saved_at is not None
        closing = base_backup(self._env, self.dossier_id, self._store.path, Reason.CLOSED)
        return (*self.take_backups(), *((closing,) if saved else ()))

    def close(self, *, keep: bool = False) -> tuple[RiecError, ...]:
        """End the session. `keep` leaves unsaved work for the next start; without it that work is gone.

        Gives what went wrong beside the work since it was opened: backups, and copies on this computer.
        """
        keep = keep and self.dirty
        for plan in self.take_backups():
            self._troubles += try_backup(self._env, plan)
        self._store.close()
        if not keep:
            safekeeping.throw_away(self._store.path)
        if self._in_file.hold is not None:
            self._in_file.hold.release()
        return tuple(self._troubles)

    def _writable(self) -> None:
        if self._read_only:
            raise RiecError("session.read_only")

    def _known_path(self) -> Path:
        if self.path is None:
            raise RiecError("dossier.no_path")
        return self.path
