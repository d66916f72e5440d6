"""Opening, saving and closing the dossier, with the questions that belong to it. One dossier is open at a time.

A file is written on another thread while edits go on; a small one is done before anybody notices. Everything here shows
its own errors; what it gives back only tells whether to go on. What reads and holds a dossier is loaded with the first
one, so that the start screen shows at once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from riec_desktop.errors import RiecError
from riec_desktop.files import file_name_part
from riec_desktop.messages import sentence
from riec_desktop.ui.background import Background
from riec_desktop.ui.dialogs import DOSSIER_FILTER, Dialogs
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.recent import remember

if TYPE_CHECKING:
    from riec_desktop.dossier.dossier import Dossier
    from riec_desktop.language.speller import EndingSpeller
    from riec_desktop.storage.beside import Holder
    from riec_desktop.workspace.backups import BackupPlan
    from riec_desktop.workspace.saving import SavePlan, Written
    from riec_desktop.workspace.session import Access, Recovery, Session

AGAIN, SAVE_AS, CANCEL = "Opnieuw", "Opslaan als…", "Annuleren"
MERGE, KEEP = "Samenvoegen", "Bewaren op deze computer"
LOOK, JOIN = "Kijken (alleen lezen)", "Meewerken"
LEAVE_NEW = (
    "Dit dossier heeft nog geen bestand. Wilt u het opslaan? Kiest u ‘Bewaren op deze computer’, dan staat uw werk "
    "klaar als u het programma weer start."
)
LEAVE = (
    "{reason}\n\nU kunt ook sluiten: kiest u ‘Bewaren op deze computer’, dan staat uw werk klaar als u het programma "
    "weer start."
)
PATIENCE = 0.2
"""Seconds that the window waits for a file to be written: a small one is saved when the key comes up again."""
EXAMPLE_NAME = "Voorbeeld Jaarverslag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the window needs from outside.

    The workspace's environment, the dialogs, where documents go by themselves, how a file or folder is opened in the
    program that belongs to it, and what knows Dutch (None: spelling is not checked). `patience` is how many seconds
    the window waits for a file to be written before it goes on.
    """

    env: Environment
    dialogs: Dialogs
    documents: Path
    open_file: Callable[[Path], None]
    speller: "Callable[[], EndingSpeller] | None" = None
    patience: float = PATIENCE


class _Saving:
    """One writing of the file: what came of it, and whether the window went on meanwhile."""

    def __init__(self, session: "Session", plan: "SavePlan") -> None:
        self.session = session
        self.plan = plan
        self.error: RiecError | None = None
        self.is_late = False


def named(dossier: "Dossier", name: str) -> "Dossier":
    """The dossier under this name."""
    from riec_desktop.dossier import edits, views

    return edits.applied(dossier, edits.set_value(dossier, views.settings(dossier), "name", name))


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """A path in the folder that no file has: 'naam.riec', 'naam (2).riec' and so on."""
    path, count = folder / f"{stem}{suffix}", 1
    while path.exists():
        count += 1
        path = folder / f"{stem} ({count}){suffix}"
    return path


class Desk(QObject):
    """Holds the open session.

    `opened` carries a new one, `closed` says that it is gone, `saving` whether its file is being written, `saved` that
    it is up to date. `unsaved` carries the error of a file that could not be written after all, `troubled` that of a
    backup or of a copy on this computer.
    """

    opened = Signal(object)
    closed = Signal()
    saving = Signal(bool)
    saved = Signal()
    unsaved = Signal(object)
    troubled = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget, flush: Callable[[], None]) -> None:
        """`flush` makes the page hand over what is being typed."""
        super().__init__(parent)
        self._around = around
        self._window = parent
        self._flush = flush
        self.aside = Background(self)
        self._is_closing = False
        self._running: _Saving | None = None
        self._is_asked_again = False
        self.session: Session | None = None

    # --- opening -----------------------------------------------------------------------------------------------------

    def start(self, dossier: "Dossier", path: Path | None = None) -> bool:
        """Open a dossier that has no file yet; with a path it gets one at once."""
        from riec_desktop.workspace.session import new_session

        return self._take(lambda: new_session(self._around.env, dossier, path))

    def new(self, name: str, year: int) -> bool:
        """A new dossier with the starting content."""
        from riec_desktop.workspace.content import starting_dossier

        return self.start(named(starting_dossier(year), name))

    def open(self, path: Path) -> bool:
        """Open a dossier file; False when that fails or the open one stays. Asks when somebody else has it open."""
        from riec_desktop.workspace.holding import held_by_other
        from riec_desktop.workspace.session import Access, open_session

        env = self._around.env
        other = held_by_other(env, path)
        access = Access.WORK if other is None else self._asked_access(path, other)
        if access is None:
            return False
        return self._take(partial(open_session, env, path, access), partial(open_session, env, path, Access.LOOK))

    def _asked_access(self, path: Path, other: "Holder") -> "Access | None":
        """Whether the person wants to look or to work along; None for neither."""
        from riec_desktop.ui.holding import held_sentence
        from riec_desktop.workspace.session import Access

        text = held_sentence(path, other, self._around.env.now())
        chosen = self._around.dialogs.ask(self._window, "Dossier is open", text, (LOOK, JOIN, CANCEL))
        return {LOOK: Access.LOOK, JOIN: Access.WORK}.get(chosen)

    def recover(self, recovery: "Recovery") -> bool:
        """Go on with work that a stopped program left."""
        from riec_desktop.workspace.session import recover

        return self._take(lambda: recover(self._around.env, recovery))

    def open_example(self) -> bool:
        """The example in a file among the documents; one that was opened before is opened again."""
        from riec_desktop.workspace.content import example_dossier

        path = self._around.documents / f"{EXAMPLE_NAME}.riec"
        if path.exists():
            return self.open(path)
        return self.start(example_dossier(), path) and self.save()

    def _take(self, make: "Callable[[], Session]", look: "Callable[[], Session] | None" = None) -> bool:
        """Close what is open and put another session in its place. `look` opens it for reading only."""
        if not self.close():
            return False
        while True:
            try:
                self.session = make()
            except RiecError as error:
                chosen = self._refused(error, can_look=look is not None)
                if chosen == LOOK and look is not None:
                    make = look
                elif chosen != AGAIN:
                    return False
            else:
                self._remember()
                self.session.subscribe(lambda _: self.back_up())
                self.opened.emit(self.session)
                return True

    def _refused(self, error: RiecError, *, can_look: bool) -> str:
        looking = can_look and error.code == "dossier.open_elsewhere"
        choices = (AGAIN, *((LOOK,) if looking else ()), CANCEL)
        return self._around.dialogs.ask(self._window, "Openen lukt niet", sentence(error), choices)

    def _remember(self) -> None:
        if self.session is not None and self.session.path is not None:
            remember(self._around.env, self.session.path)

    # --- saving ------------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save, asking as long as it fails and the person wants to go on.

        True when the file is up to date, or is being written while the window goes on.
        """
        self._flush()
        session = self.session
        return session is not None and self._attempt(session)

    def save_quietly(self) -> RiecError | None:
        """Save without a question, for the quiet moments; the error when that failed.

        While somebody else has the file open it is left alone, until it is saved by hand or closed.
        """
        session = self.session
        if session is None or session.path is None or session.other_holder is not None or not session.dirty:
            return None
        return self._write(session)

    def save_as(self) -> bool:
        """Ask for a place and save there."""
        self._flush()
        session = self.session
        path = self._asked_path(session) if session else None
        return session is not None and path is not None and self._attempt(session, path)

    def _asked_path(self, session: "Session") -> Path | None:
        from riec_desktop.dossier import views

        stem = file_name_part(views.settings(session.dossier).name) or "Dossier"
        suggestion = session.path or free_path(self._around.documents, stem, ".riec")
        path = self._around.dialogs.pick_save(self._window, "Dossier opslaan als", suggestion, DOSSIER_FILTER)
        return path.with_name(f"{path.name}.riec") if path and path.suffix.lower() != ".riec" else path

    def _attempt(self, session: "Session", path: Path | None = None) -> bool:
        while True:
            error = self._write(session, path)
            if error is None:
                return True
            decided = self._after_failure(error)
            if decided is not None:
                return decided

    def _write(self, session: "Session", path: Path | None = None, *, wait: bool = False) -> RiecError | None:
        """Write the file aside; the error when it failed within our patience, or in the end with `wait`.

        While it is being written already, it is written once more after that.
        """
        from riec_desktop.workspace.saving import write

        if self._running is not None and path is None and not wait:
            self._is_asked_again = True
            return None
        self._finish_running()
        try:
            run = self._running = _Saving(session, session.plan_save(path))
        except RiecError as error:
            return error
        env = self._around.env
        self.aside.run(
            lambda _progress, _cancel: write(env, run.plan),
            lambda written: self._written(run, written),
            lambda error: self._not_written(run, error),
        )
        self.saving.emit(True)
        self.aside.settle(None if wait else self._around.patience)
        run.is_late = True
        return run.error

    def _finish_running(self) -> None:
        """Wait for the file that is being written, and leave it at that."""
        self._is_asked_again = False
        if self._running is not None:
            self.aside.settle()

    def _written(self, run: _Saving, written: "Written") -> None:
        self._running = None
        try:
            run.session.finish_save(written)
        except RiecError as error:
            self.saving.emit(False)
            self._tell_failed(run, error)
            return
        self._remember()
        self.saved.emit()
        for problem in written.problems:
            self.troubled.emit(problem)
        if self._is_asked_again:
            self._is_asked_again = False
            self._tell_late(self._write(run.session))

    def _not_written(self, run: _Saving, error: Exception) -> None:
        self._running = None
        run.session.give_up_save(run.plan)
        self.saving.emit(False)
        if not isinstance(error, RiecError):
            raise error
        self._tell_failed(run, error)

    def _tell_failed(self, run: _Saving, error: RiecError) -> None:
        """To who waits, or by a message when nobody does."""
        run.error = error
        if run.is_late:
            self._tell_late(error)

    def _tell_late(self, error: RiecError | None) -> None:
        if error is not None:
            self.unsaved.emit(error)

    def _after_failure(self, error: RiecError) -> bool | None:
        """What the person wants now: None to try again, else whether the file is up to date."""
        if error.code == "dossier.no_path":
            return self.save_as()
        merging = error.code == "file.changed_underneath"
        choices = (MERGE if merging else AGAIN, SAVE_AS, CANCEL)
        title = "Ook iemand anders heeft opgeslagen" if merging else "Opslaan lukt niet"
        chosen = self._around.dialogs.ask(self._window, title, sentence(error), choices)
        if chosen == SAVE_AS:
            return self.save_as()
        if chosen == MERGE:
            return None if self._merge() else False
        return None if chosen == AGAIN else False

    def _merge(self) -> bool:
        """Take in what a colleague saved in the file meanwhile, and say what came of it."""
        from riec_desktop.ui.merging.reviewing import merge_own_file

        self.aside.settle()
        return self.session is not None and merge_own_file(self.session, self._window, self._around)

    # --- backups -----------------------------------------------------------------------------------------------------

    def back_up(self) -> None:
        """Make the backups that the session asked for, on another thread."""
        for plan in self.session.take_backups() if self.session is not None else ():
            self._back_up(plan)

    def _back_up(self, plan: "BackupPlan") -> None:
        from riec_desktop.workspace.backups import make_backup

        env = self._around.env
        self.aside.run(lambda _progress, _cancel: make_backup(env, plan), _ignore, self._no_backup)

    def _no_backup(self, error: Exception) -> None:
        if not isinstance(error, RiecError):
            raise error
        if self._is_closing:
            self._around.dialogs.tell(self._window, "Reservekopie maken lukt niet", sentence(error))
        else:
            self.troubled.emit(error)

    # --- closing -----------------------------------------------------------------------------------------------------

    def close(self) -> bool:
        """Save and let go of the dossier; False when the person wants to stay."""
        self._flush()
        self._finish_running()
        session = self.session
        if session is None:
            return True
        if session.dirty and not self._settled(session):
            return False
        self._make_last_backups(session)
        session.close(keep=session.dirty)
        self.session = None
        self.closed.emit()
        return True

    def _make_last_backups(self, session: "Session") -> None:
        """Nobody sees a message above a page that goes, so what fails is told in a dialog."""
        self._is_closing = True
        for plan in session.last_backups():
            self._back_up(plan)
        self.aside.settle()
        self._is_closing = False

    def _settled(self, session: "Session") -> bool:
        """Bring the file up to date, without a question when that is possible; False when the person wants to stay."""
        error = RiecError("dossier.no_path") if session.path is None else self._write(session, wait=True)
        return error is None or self._may_leave(session, error)

    def _may_leave(self, session: "Session", error: RiecError) -> bool:
        """Ask what to do with work that is in no file yet: False when the person wants to stay."""
        merging = (MERGE,) if error.code == "file.changed_underneath" else ()
        text = LEAVE.format(reason=sentence(error)) if session.path is not None else LEAVE_NEW
        choices = (*merging, SAVE_AS, KEEP, CANCEL)
        chosen = self._around.dialogs.ask(self._window, "Dossier sluiten", text, choices)
        if chosen == MERGE:
            return self._merge() and self._attempt(session)
        return self.save_as() if chosen == SAVE_AS else chosen == KEEP


def _ignore(_: object) -> None:
    """For work that gives nothing."""
