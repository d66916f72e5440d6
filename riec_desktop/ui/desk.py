"""Opening, saving and closing the dossier, with the questions that belong to it. One dossier is open at a time.

Everything here shows its own errors; what it gives back only tells whether to go on. What reads and holds a dossier is
loaded with the first one, so that the start screen shows at once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from riec_desktop.errors import RiecError
from riec_desktop.files import file_name_part
from riec_desktop.language.speller import EndingSpeller
from riec_desktop.messages import sentence
from riec_desktop.ui.dialogs import DOSSIER_FILTER, Dialogs
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.recent import remember

if TYPE_CHECKING:
    from riec_desktop.dossier.dossier import Dossier
    from riec_desktop.workspace.session import Recovery, Session

AGAIN, SAVE_AS, CANCEL = "Opnieuw", "Opslaan als…", "Annuleren"
MERGE, KEEP = "Samenvoegen", "Bewaren op deze computer"
EXAMPLE_NAME = "Voorbeeld Jaarverslag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the window needs from outside.

    The workspace's environment, the dialogs, where documents go by themselves, how a file or folder is opened in the
    program that belongs to it, and what knows Dutch (None: spelling is not checked).
    """

    env: Environment
    dialogs: Dialogs
    documents: Path
    open_file: Callable[[Path], None]
    speller: Callable[[], EndingSpeller] | None = None


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

    `opened` carries a new one, `closed` says that it is gone, `saved` that its file is up to date.
    """

    opened = Signal(object)
    closed = Signal()
    saved = Signal()

    def __init__(self, around: Surroundings, parent: QWidget, flush: Callable[[], None]) -> None:
        """`flush` makes the page hand over what is being typed."""
        super().__init__(parent)
        self._around = around
        self._window = parent
        self._flush = flush
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
        """Open a dossier file; False when that fails or the open one stays."""
        from riec_desktop.workspace.session import open_session

        return self._take(lambda: open_session(self._around.env, path))

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

    def _take(self, make: "Callable[[], Session]") -> bool:
        """Close what is open and put another session in its place."""
        if not self.close():
            return False
        while True:
            try:
                self.session = make()
            except RiecError as error:
                if self._refused(error) != AGAIN:
                    return False
            else:
                self._remember()
                self.opened.emit(self.session)
                return True

    def _refused(self, error: RiecError) -> str:
        return self._around.dialogs.ask(self._window, "Openen lukt niet", sentence(error), (AGAIN, CANCEL))

    def _remember(self) -> None:
        if self.session is not None and self.session.path is not None:
            remember(self._around.env, self.session.path)

    # --- saving ------------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save, asking as long as it fails and the person wants to go on. True when the file is up to date."""
        self._flush()
        session = self.session
        return session is not None and self._attempt(session.save)

    def save_quietly(self) -> RiecError | None:
        """Save without a question, for the quiet moments; the error when that failed."""
        if self.session is None or self.session.path is None or not self.session.dirty:
            return None
        try:
            self.session.save()
        except RiecError as error:
            return error
        self.saved.emit()
        return None

    def save_as(self) -> bool:
        """Ask for a place and save there."""
        self._flush()
        session = self.session
        path = self._asked_path(session) if session else None
        return session is not None and path is not None and self._attempt(lambda: session.save_as(path))

    def _asked_path(self, session: "Session") -> Path | None:
        from riec_desktop.dossier import views

        stem = file_name_part(views.settings(session.dossier).name) or "Dossier"
        suggestion = session.path or free_path(self._around.documents, stem, ".riec")
        path = self._around.dialogs.pick_save(self._window, "Dossier opslaan als", suggestion, DOSSIER_FILTER)
        return path.with_name(f"{path.name}.riec") if path and path.suffix.lower() != ".riec" else path

    def _attempt(self, write: Callable[[], None]) -> bool:
        while True:
            try:
                write()
            except RiecError as error:
                decided = self._after_failure(error)
                if decided is not None:
                    return decided
            else:
                self._remember()
                self.saved.emit()
                return True

    def _after_failure(self, error: RiecError) -> bool | None:
        """What the person wants now: None to try again, else whether the file is up to date."""
        if error.code == "dossier.no_path":
            return self.save_as()
        merging = error.code == "file.changed_underneath"
        choices = (MERGE if merging else AGAIN, SAVE_AS, CANCEL)
        chosen = self._around.dialogs.ask(self._window, "Opslaan lukt niet", sentence(error), choices)
        if chosen == SAVE_AS:
            return self.save_as()
        if chosen == MERGE:
            return None if self._merge() else False
        return None if chosen == AGAIN else False

    def _merge(self) -> bool:
        """Take in what a colleague saved in the file meanwhile, and say what came of it."""
        if self.session is None:
            return False
        try:
            merged = self.session.merge_from_file()
        except RiecError as error:
            self._around.dialogs.tell(self._window, "Samenvoegen lukt niet", sentence(error))
            return False
        self._around.dialogs.tell(self._window, "Samengevoegd", merged_sentence(len(merged.clashes), merged.copy))
        return True

    # --- closing -----------------------------------------------------------------------------------------------------

    def close(self) -> bool:
        """Save and let go of the dossier; False when the person wants to stay."""
        self._flush()
        session = self.session
        if session is None:
            return True
        if session.dirty and not self._settled(session) and not self._may_leave(session):
            return False
        session.close(keep=session.dirty)
        self.session = None
        self.closed.emit()
        return True

    def _settled(self, session: "Session") -> bool:
        """Whether the file is up to date, without a question when that is possible."""
        return session.path is not None and self.save_quietly() is None

    def _may_leave(self, session: "Session") -> bool:
        """Ask what to do with work that is in no file yet: False when the person wants to stay."""
        text = (
            "Dit dossier heeft nog geen bestand. Wilt u het opslaan? Kiest u ‘Bewaren op deze computer’, dan staat uw "
            "werk klaar als u het programma weer start."
        )
        if session.path is not None:
            text = (
                f"Het bestand {session.path.name} kon niet worden opgeslagen. Uw werk is bewaard op deze computer en "
                "staat klaar als u het programma weer start. Wilt u het op een andere plaats opslaan?"
            )
        chosen = self._around.dialogs.ask(self._window, "Dossier sluiten", text, (SAVE_AS, KEEP, CANCEL))
        return self.save_as() if chosen == SAVE_AS else chosen == KEEP


def merged_sentence(clashes: int, copy: Path | None) -> str:
    """What a merge did, in plain words."""
    taken = "Wat een collega intussen heeft opgeslagen, is in uw dossier opgenomen."
    if not clashes:
        return taken
    fields = "één veld" if clashes == 1 else f"{clashes} velden"
    where = f" De andere versie vindt u in {copy}." if copy else ""
    return f"{taken} In {fields} had u allebei iets veranderd; daar is uw eigen tekst blijven staan.{where}"
