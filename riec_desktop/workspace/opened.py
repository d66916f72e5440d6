"""One open dossier: edit, undo, redo, save, merge. Every edit is kept on disk before anybody hears of it.

The session holds values and replaces them; what makes changes lies in `dossier`, what keeps them in `storage`.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from riec_desktop.dossier.changes import Applied, Change, ChangeSet, Source, apply, apply_changes
from riec_desktop.dossier.closed import closed_year
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.merge import Merged, merge
from riec_desktop.errors import RiecError
from riec_desktop.files import digest
from riec_desktop.storage.content import FileContent, HistoryRow, changeset_of, history_row
from riec_desktop.storage.dossier_file import LIMITS, OpenedFile, open_dossier, write_dossier
from riec_desktop.storage.lock import FileLock
from riec_desktop.storage.store import SavedFile
from riec_desktop.storage.working_store import SqliteStore
from riec_desktop.workspace import safekeeping
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.steps import Steps, moved

QUIET = timedelta(seconds=30)
"""After this long without an edit the dossier file is written by itself."""

Listener = Callable[[Applied], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedFile(Merged):
    """What was taken in from the file, and where theirs was kept for what a person must decide (None: no clashes)."""

    copy: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InFile:
    """The dossier file as it was last read or written: what both sides of a merge knew.

    `digest` is '' when there is no file yet; `claim` is ours as long as the session is open.
    """

    path: Path | None = None
    claim: FileLock | None = None
    digest: str = ""
    content: FileContent
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a session begins with: an open store with this dossier in it, and the file. `unsaved` is not in the file."""

    store: SqliteStore
    dossier: Dossier
    in_file: InFile
    unsaved: tuple[HistoryRow, ...] = ()
    commit: int = 0


class Session:
    """One open dossier. The functions of `session` make one, `close` ends it."""

    def __init__(self, env: Environment, start: Start) -> None:
        self._env = env
        self._store = start.store
        self._commit = start.commit
        self._dossier = start.dossier
        self._in_file = start.in_file
        self._rows = [*start.in_file.content.history, *start.unsaved]
        self._steps = Steps(done=tuple(map(changeset_of, start.unsaved)), sealed=True)
        self._edited_at = env.now()
        self._listeners: list[Listener] = []

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
        return not self._in_file.digest or self._dossier != self._in_file.content.dossier

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

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each edit, undo, redo and merge. Gives the function that ends this."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # --- Changing ---

    def edit(self, label: str, changes: Sequence[Change], *, join: bool = False, source: Source = Source.INPUT) -> None:
        """One step with a Dutch name. `join`: typing on in one field is one step. Nothing happens without changes.

        `source` says where the changes came from, for the history.

        Raises `RiecError`: `year.closed`, or what keeping the work raises; then nothing has changed.
        """
        closed = closed_year(self._dossier, changes)
        if closed is not None:
            raise RiecError("year.closed", year=closed.year)
        applied = apply_changes(self._dossier, changes)
        if not applied.done:
            return
        step = self._changeset(label, applied.done, source)
        joined = self._steps.joined(step) if join else None
        steps = self._steps.with_joined(joined) if joined else self._steps.with_step(step)
        self._do(joined or step, applied, steps)

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
            self._do(self._changeset(label, applied.done, Source.RESTORE), applied, steps)

    def _again(self, step: ChangeSet, label: str, steps: Steps) -> None:
        applied = apply(self._dossier, step)
        self._do(self._changeset(label, applied.done, Source.RESTORE), applied, steps)

    def _changeset(self, label: str, changes: Sequence[Change], source: Source = Source.INPUT) -> ChangeSet:
        return ChangeSet(
            id=self._env.new_id(),
            label=label,
            source=source,
            author=self._env.author,
            time=self._env.now(),
            changes=tuple(changes),
        )

    def _do(self, changeset: ChangeSet, applied: Applied, steps: Steps) -> None:
        """Keep it on disk, then here, then tell: who listens sees only what is safe."""
        self._commit = self._store.commit(changeset)
        if self._rows and self._rows[-1].id == changeset.id:
            self._rows.pop()
        self._rows.append(history_row(changeset))
        self._dossier = applied.dossier
        self._steps = steps
        self._edited_at = changeset.time
        self._tell(applied)

    def _tell(self, applied: Applied) -> None:
        for listener in tuple(self._listeners):
            listener(applied)

    # --- The dossier file ---

    def autosave_due(self, now: datetime) -> bool:
        """Whether there is unsaved work, a file to put it in, and a quiet moment."""
        return self.path is not None and now - self._edited_at >= QUIET and self.dirty

    def save(self) -> None:
        """Write the dossier file, whole or not at all.

        Raises `RiecError`: `dossier.no_path`, `file.changed_underneath`, or what writing raises; then the file is as it
        was and the work is kept.
        """
        path = self._known_path()
        if path.exists() and digest(path, LIMITS.file_bytes) != self._in_file.digest:
            raise RiecError("file.changed_underneath", file=path.name)
        self._write(path)

    def save_as(self, path: Path) -> None:
        """Write another dossier file and go on with that one. What stood there is replaced.

        Raises `RiecError`: `dossier.open_elsewhere`, or what writing raises; then everything is as it was.
        """
        self._write(path)

    def merge_from_file(self) -> MergedFile:
        """Take in what another wrote to the dossier file, as one step. Where both changed the same, ours stays.

        Raises `RiecError`: `dossier.no_path`, `file.other_dossier`, or what reading raises; then nothing has changed.
        """
        path = self._known_path()
        theirs = open_dossier(path)
        if theirs.content.id != self._in_file.content.id:
            raise RiecError("file.other_dossier", file=path.name)
        merged = merge(self._in_file.content.dossier, self._dossier, theirs.content.dossier)
        copy = safekeeping.copy_of(self._env, path, theirs.content) if merged.clashes else None
        applied = apply_changes(self._dossier, merged.changes)
        self._take_in(path, theirs, applied)
        return MergedFile(changes=applied.done, clashes=merged.clashes, copy=copy)

    def close(self, *, keep: bool = False) -> None:
        """End the session. `keep` leaves unsaved work for the next start; without it that work is gone."""
        keep = keep and self.dirty
        self._store.close()
        if not keep:
            safekeeping.throw_away(self._store.path)
        if self._in_file.claim is not None:
            self._in_file.claim.release()

    def _known_path(self) -> Path:
        if self.path is None:
            raise RiecError("dossier.no_path")
        return self.path

    def _write(self, path: Path) -> None:
        before = self._in_file.content
        content = replace(before, version=before.version + 1, dossier=self._dossier, history=tuple(self._rows))
        with self._claimed(path) as claim:
            written = OpenedFile(content=content, digest=write_dossier(path, content))
            self._in_file = InFile(
                path=path, claim=claim, digest=written.digest, content=content, saved_at=self._env.now()
            )
        self._steps = self._steps.closed()
        safekeeping.keep_base(self._store.path, safekeeping.known_image(path, written))
        self._store.mark_saved(
            SavedFile(path=path, digest=written.digest, version=content.version, commit=self._commit)
        )

    @contextmanager
    def _claimed(self, path: Path) -> Generator[FileLock | None]:
        """The claim on a file for as long as the session is open; the one that it replaces is released."""
        held = self._in_file.claim
        if held is not None and safekeeping.is_same_file(self.path, path):
            yield held
            return
        with safekeeping.claimed(self._env, path) as claim:
            yield claim
        if held is not None:
            held.release()

    def _take_in(self, path: Path, theirs: OpenedFile, applied: Applied) -> None:
        """Their work becomes a step of ours, their version the one that both know, their history comes before ours."""
        if applied.done:
            step = self._changeset("Samenvoegen met het bestand", applied.done, Source.MERGE)
            self._do(step, applied, self._steps.with_step(step).closed())
        safekeeping.keep_base(self._store.path, safekeeping.known_image(path, theirs))
        self._in_file = replace(self._in_file, digest=theirs.digest, content=theirs.content)
        known = {row.id for row in theirs.content.history}
        self._rows = [*theirs.content.history, *(row for row in self._rows if row.id not in known)]
