"""From files that came in to the dossier: read them in the background, look at them, take in what was chosen."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.ui.desk import Surroundings
from riec_desktop.workspace.progress import Cancel, Progress

if TYPE_CHECKING:
    from riec_desktop.ui.review.dialog import ReviewDialog
    from riec_desktop.ui.workbench import Workbench
    from riec_desktop.workspace.forms import Received, RefusedFile
    from riec_desktop.workspace.review import Incoming

FORM_FILTER = (
    "Formulieren en reviewversies (*.docx *.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt);;Word-documenten (*.docx);;"
    "Alle bestanden (*)"
)
TITLE = "Inlezen"
NOTHING_WAITS = "Er is niets bewaard om later over te beslissen."
OTHERS = "Wat de andere bestanden brengen, ziet u hierna."
_MOST_SAID = 8


def _read(
    dossier: Dossier, paths: Sequence[Path], dossier_id: str, progress: Progress, cancel: Cancel
) -> "Received | RiecError":
    """A job. What may be expected to go wrong is a result, because nobody waits in a dialog."""
    from riec_desktop.workspace.incoming import read_incoming

    try:
        return read_incoming(dossier, paths, dossier_id, progress, cancel)
    except RiecError as error:
        return error


class IncomingDesk:
    """What comes in for the open dossier. `around` gives its dialogs and its place on this computer."""

    def __init__(self, bench: "Workbench", around: Surroundings) -> None:
        self._bench = bench
        self._around = around

    def pick(self) -> None:
        """Ask which files to read."""
        paths = self._around.dialogs.pick_many(self._bench, TITLE, FORM_FILTER)
        if paths:
            self.read(paths)

    def read(self, paths: Sequence[Path]) -> None:
        """Read files in the background, then let a person look at what they bring."""
        session = self._bench.session
        work = partial(_read, session.dossier, tuple(paths), session.dossier_id)
        self._bench.in_background(work, self._received)

    def show_waiting(self) -> None:
        """Look at what was left for later."""
        from riec_desktop.workspace.taking import waiting

        found = waiting(self._around.env, self._bench.session)
        if found:
            self.review(found)
        else:
            self._tell(NOTHING_WAITS)

    def _received(self, received: "Received | RiecError") -> None:
        if isinstance(received, RiecError):
            self._tell(sentence(received))
            return
        if received.refused:
            self._tell("\n\n".join((_refusals(received.refused), *((OTHERS,) if received.incoming else ()))))
        if received.incoming:
            self.review(received.incoming)

    def review(self, incoming: "tuple[Incoming, ...]") -> None:
        """Let a person look at what came in, and take in what they choose."""
        from riec_desktop.ui.review.dialog import ReviewDialog

        dialog = ReviewDialog(self._bench, incoming)
        if self._around.dialogs.execute(dialog):
            self._take(dialog, incoming)
        dialog.deleteLater()

    def _take(self, dialog: "ReviewDialog", incoming: "tuple[Incoming, ...]") -> None:
        """One step for what was chosen; when it cannot be taken in, all of it waits."""
        from riec_desktop.workspace.forms import returned
        from riec_desktop.workspace.taking import set_aside, take_in

        session, env = self._bench.session, self._around.env
        changes = dialog.decisions.changes(session.dossier)
        try:
            take_in(session, incoming, (*changes, *returned(session.dossier, incoming, env.now())))
        except RiecError as error:
            set_aside(env, session, incoming, keep=True)
            self._tell(sentence(error))
            return
        set_aside(env, session, dialog.decisions.rest(), keep=dialog.keeps_rest())

    def _tell(self, text: str) -> None:
        self._around.dialogs.tell(self._bench, TITLE, text)


def _refusals(refused: "Sequence[RefusedFile]") -> str:
    said = [sentence(one.error) for one in refused[:_MOST_SAID]]
    more = len(refused) - len(said)
    return "\n\n".join([*said, *((f"En nog {more} andere bestanden.",) if more else ())])
