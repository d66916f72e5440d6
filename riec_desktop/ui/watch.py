"""Keeps an eye on the folder of the open dossier: who else has it open, and copies that hold work of others.

All of it happens on a thread of its own: a network that is gone makes every look slow, and nobody may wait for that.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from riec_desktop.errors import RiecError
from riec_desktop.memory import hold, let_go
from riec_desktop.messages import sentence
from riec_desktop.ui.background import Background
from riec_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow
    from riec_desktop.workspace.copies import ConflictCopy
    from riec_desktop.workspace.session import Session

READ_ONLY = "U kijkt in dit dossier en verandert er niets in. Wilt u wel iets wijzigen, maak dan een eigen kopie."
OLDER = (
    "Dit dossier is van een oudere versie van het programma. Als u het opslaat, krijgt het de nieuwe vorm; er komt "
    "eerst een reservekopie. Een collega met de oudere versie kan het daarna niet meer openen; met Opslaan als "
    "blijft dit bestand zoals het is."
)
COPIES, LOOKING, SAFETY, FORM = "copies", "looking", "safety", "form"
"""Topics of the messages above the page."""


class Watch(QObject):
    """Follows the desk of a window: begins with a dossier and ends with it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._looking = Background(self)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.beat)
        self._desk.opened.connect(self._begin)
        self._desk.closed.connect(self._end)
        self._desk.saved.connect(self._forget_older)
        self._desk.troubled.connect(self._tell_trouble)

    def settle(self) -> None:
        """Wait for what is being looked at."""
        self._looking.settle()

    def _begin(self, session: "Session") -> None:
        from riec_desktop.storage.beside import BEAT

        hold()
        if session.read_only:
            self._tell(READ_ONLY, "Opslaan als…", self._window.save_as, LOOKING)
        else:
            self._tell_older(session)
            self.look()
        self._timer.start(int(BEAT * 1000))

    def _end(self) -> None:
        self._timer.stop()
        let_go()

    def beat(self) -> None:
        """Say that the file is still open here, and see who else says so."""
        session = self._desk.session
        if session is not None and session.hold is not None:
            hold = session.hold
            self._looking.run(lambda _progress, _cancel: hold.beat(), lambda _: self._after_beat())

    def _after_beat(self) -> None:
        """Who else is there may have changed, and a file that could not be written before may be written now."""
        if self._window.workbench is not None:
            self._window.workbench.show_saved()
        if self._window.has_unsaved_work():
            self._window.autosave.ask()

    # --- copies ------------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Look beside the file: what a stopped program left is removed, copies with other work are told."""
        session = self._desk.session
        if session is None or session.path is None:
            return
        from riec_desktop.workspace.copies import look_beside

        env, path, dossier_id, known = self._window.around.env, session.path, session.dossier_id, session.step_ids
        self._looking.run(lambda _progress, _cancel: look_beside(env, path, dossier_id, known), self._tell_copies)

    def _tell_copies(self, copies: Sequence["ConflictCopy"]) -> None:
        if copies:
            text = copies_sentence(copies)
            self._tell(text, "Samenvoegen…", lambda: self._merge(copies[0]), COPIES, Tone.WARNING)
        elif self._window.workbench is not None:
            self._window.workbench.banner.drop(COPIES)

    def _merge(self, copy: "ConflictCopy") -> None:
        from riec_desktop.ui.merging.desk import MergeDesk

        if self._window.workbench is not None:
            self._window.flush()
            MergeDesk(self._window.workbench, self._window.around).merge_file(copy.path, self.look)

    # --- telling -----------------------------------------------------------------------------------------------------

    def _tell_trouble(self, error: RiecError) -> None:
        self._tell(sentence(error), "Opnieuw opslaan", self._window.save, SAFETY, Tone.WARNING)

    def _tell_older(self, session: "Session") -> None:
        """Before the first save: whoever works with an older version can keep the file as it is."""
        if session.older_format:
            self._tell(OLDER, "Opslaan als…", self._window.save_as, FORM)

    def _forget_older(self) -> None:
        if self._window.workbench is not None:
            self._window.workbench.banner.drop(FORM)

    def _tell(self, text: str, button: str, action: Callable[[], None], topic: str, tone: Tone = Tone.INFO) -> None:
        if self._window.workbench is not None:
            self._window.workbench.banner.tell(text, button, action, tone, topic)


def copies_sentence(copies: Sequence["ConflictCopy"]) -> str:
    """Which copies hold work that is not in the open dossier."""
    # Only with a copy: the start screen goes without what knows dossiers.
    from riec_desktop.dossier.dutch import local_time

    first, rest = copies[0], copies[1:]
    steps = "1 wijziging" if first.steps == 1 else f"{first.steps} wijzigingen"
    person = f" van {first.person}" if first.person else ""
    others = " Er is nog een andere versie." if len(rest) == 1 else f" Er zijn nog {len(rest)} andere versies."
    return (
        f"Naast dit dossier staat {first.path.name}, met {steps}{person} ({local_time(first.time):%d-%m-%Y %H:%M}) "
        f"die hier ontbreken.{others if rest else ''}"
    )
