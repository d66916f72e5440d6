"""One open dossier: edit, undo, redo, save, merge. Every edit is kept on disk before anybody hears of it.

The session holds values and replaces them; what makes changes lies in `dossier`, what keeps them in `storage`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from riec_desktop.dossier.changes import Applied, Change, ChangeSet, Source, apply, apply_changes
from riec_desktop.dossier.closed import closed_year
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.merge import Merged, merge
from riec_desktop.errors import RiecError
from riec_desktop.files import digest
from riec_desktop.storage.content import FileContent, HistoryRow, changeset_of, history_row
from riec_desktop.storage.dossier_file import LIMITS, open_dossier, write_dossier
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.steps import Steps

QUIET = timedelta(seconds=30)
"""After this long without an edit the dossier file is written by itself."""

Listener = Callable[[Applied], None]


class Store(Protocol):
    """Where the work is kept until it is in the dossier file."""

    def commit(self, changeset: ChangeSet, applied: Applied) -> None:
        """Keep one ChangeSet, whole or not at all; one with an id that is kept already takes its place."""
        ...

    def saved(self, path: Path, content: FileContent, digest: str) -> None:
        """The dossier file now holds this."""
        ...

    def close(self, *, keep: bool) -> None:
        """Let go of it; `keep` leaves the work for the next start."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedFile(Merged):
    """What was taken in from the file, and where theirs was kept for what a person must decide (None: no clashes)."""

    copy: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InFile:
    """What the dossier file held when it was last read or written: what both sides of a merge knew.

    `digest` is '' when there is no file yet.
    """

    path: Path | None = None
    digest: str = ""
    content: FileContent
    saved_at: datetime | None = None


class Session:
    """One open dossier. `new_session`, `open_session` and `recover` make one; `close` ends it."""

    def __init__(self, env: Environment, store: Store, dossier: Dossier, in_file: InFile) -> None:
        self._env = env
        self._store = store
        self._dossier = dossier
        self._in_file = in_file
        self._rows = list(in_file.content.history)
        self._steps = Steps()
        self._edited_at: datetime | None = None
        self._listeners: list[Listener] = []

    # --- Looking ---

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self._dossier

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

    def edit(self, label: str, changes: Sequence[Change], *, join: bool = False) -> None:
        """One step with a Dutch name. `join`: typing on in one field is one step. Nothing happens without changes.

        Raises `RiecError`: `year.closed`, or what keeping the work raises; then nothing has changed.
        """
        self._refuse_closed(changes)
        applied = apply_changes(self._dossier, changes)
        if not applied.done:
            return
        step = self._changeset(label, applied.done)
        joined = self._steps.joined(step) if join else None
        self._keep(joined or step, applied)
        self._steps = self._steps.with_joined(joined) if joined else self._steps.with_step(step)
        self._tell(applied)

    def undo(self) -> None:
        """Take the newest step back; nothing happens when there is none."""
        if self._steps.done:
            step = self._steps.done[-1].inverse()
            self._redo_or_undo(step, f"Ongedaan maken: {step.label}", self._steps.after_undo())

    def redo(self) -> None:
        """Do again the step that was taken back last; nothing happens when there is none."""
        if self._steps.undone:
            step = self._steps.undone[-1]
            self._redo_or_undo(step, f"Opnieuw: {step.label}", self._steps.after_redo())

    def _redo_or_undo(self, step: ChangeSet, label: str, steps: Steps) -> None:
        applied = apply(self._dossier, step)
        self._keep(self._changeset(label, applied.done, Source.RESTORE), applied)
        self._steps = steps
        self._tell(applied)

    def _refuse_closed(self, changes: Sequence[Change]) -> None:
        closed = closed_year(self._dossier, changes)
        if closed is not None:
            raise RiecError("year.closed", year=closed.year)

    def _changeset(self, label: str, changes: Sequence[Change], source: Source = Source.INPUT) -> ChangeSet:
        return ChangeSet(
            id=self._env.new_id(),
            label=label,
            source=source,
            author=self._env.author,
            time=self._env.now(),
            changes=tuple(changes),
        )

    def _keep(self, changeset: ChangeSet, applied: Applied) -> None:
        """On disk first; then here."""
        self._store.commit(changeset, applied)
        if self._rows and self._rows[-1].id == changeset.id:
            self._rows.pop()
        self._rows.append(history_row(changeset))
        self._dossier = applied.dossier
        self._edited_at = changeset.time

    def _tell(self, applied: Applied) -> None:
        for listener in tuple(self._listeners):
            listener(applied)

    # --- The dossier file ---

    def save(self) -> None:
        """Write the dossier file, whole or not at all.

        Raises `RiecError`: `dossier.no_path`, `file.changed_underneath`, or what writing raises; then the file is as it
        was and the work is kept.
        """
        if self.path is None:
            raise RiecError("dossier.no_path")
        if self.path.exists() and digest(self.path, LIMITS.file_bytes) != self._in_file.digest:
            raise RiecError("file.changed_underneath", file=self.path.name)
        self._write(self.path)

    def save_as(self, path: Path) -> None:
        """Write another dossier file and go on with that one. What stood there is replaced."""
        self._write(path)

    def autosave_due(self, now: datetime) -> bool:
        """Whether there is unsaved work, a file to put it in, and a quiet moment."""
        quiet = self._edited_at is None or now - self._edited_at >= QUIET
        return quiet and self.path is not None and self.dirty

    def merge_from_file(self) -> MergedFile:
        """Take in what another program wrote to the dossier file, as one step. Where both changed the same, ours stays.

        Raises `RiecError`: `dossier.no_path`, or what reading raises; then nothing has changed.
        """
        if self.path is None:
            raise RiecError("dossier.no_path")
        theirs = open_dossier(self.path)
        merged = merge(self._in_file.content.dossier, self._dossier, theirs.content.dossier)
        applied = apply_changes(self._dossier, merged.changes)
        changeset = self._changeset("Samenvoegen met het bestand", applied.done, Source.MERGE)
        self._keep(changeset, applied)
        self._tell(applied)
        return MergedFile(changes=applied.done, clashes=merged.clashes, copy=None)

    def close(self, *, keep: bool = False) -> None:
        """End the session. `keep` leaves unsaved work for the next start; without it that work is gone."""
        self._store.close(keep=keep)

    def _write(self, path: Path) -> None:
        before = self._in_file.content
        content = replace(before, version=before.version + 1, dossier=self._dossier, history=tuple(self._rows))
        written = write_dossier(path, content)
        self._store.saved(path, content, written)
        self._in_file = InFile(path=path, digest=written, content=content, saved_at=self._env.now())
        self._steps = self._steps.closed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """Work that a session left behind: of which dossier, where its file is, when it was last edited.

    `changes` counts the edits that are not in the dossier file.
    """

    store: Path
    name: str
    path: Path | None
    edited_at: datetime | None
    changes: int


def new_session(env: Environment, dossier: Dossier, path: Path | None = None) -> Session:
    """Start with a dossier that is in no file yet; `path` is where `save` will write it."""
    content = FileContent(id=env.new_id(), version=0, dossier=Dossier())
    return Session(env, MemoryStore(), dossier, InFile(path=path, content=content))


def open_session(env: Environment, path: Path) -> Session:
    """Open a dossier file, with the unsaved work of this computer when a session left some.

    Raises `RiecError`: `dossier.open_elsewhere`, or what reading a dossier file raises.
    """
    opened = open_dossier(path)
    in_file = InFile(path=path, digest=opened.digest, content=opened.content)
    return Session(env, MemoryStore(), opened.content.dossier, in_file)


def recoverable(env: Environment) -> tuple[Recovery, ...]:
    """The unsaved work that sessions left behind on this computer, the newest first."""
    return ()


def recover(env: Environment, recovery: Recovery) -> Session:
    """Go on with unsaved work."""
    raise NotImplementedError


def discard(env: Environment, recovery: Recovery) -> None:
    """Throw unsaved work away, for good."""


class MemoryStore:
    """Until the working store is there."""

    def commit(self, changeset: ChangeSet, applied: Applied) -> None: ...

    def saved(self, path: Path, content: FileContent, digest: str) -> None: ...

    def close(self, *, keep: bool) -> None: ...
