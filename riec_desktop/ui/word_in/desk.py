"""From the chapter of an earlier year to the dossier: which file, which year, read it, look at what it brings."""

from pathlib import Path
from typing import TYPE_CHECKING

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.review.incoming import IncomingDesk
from riec_desktop.ui.word_in.dialog import TITLE, YearDialog

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench
    from riec_desktop.workspace.review import Incoming

WORD_FILTER = "Word-documenten (*.docx);;Alle bestanden (*)"


def _read(dossier: Dossier, path: Path, year: int) -> "Incoming | RiecError":
    """What may be expected to go wrong is a result, because nobody waits in a dialog."""
    from riec_desktop.workspace.word_in import read_year

    try:
        return read_year(dossier, path, year)
    except RiecError as error:
        return error


class YearDesk:
    """Reads chapters of earlier years into the dossier of a workbench."""

    def __init__(self, bench: "Workbench", around: Surroundings) -> None:
        self._bench = bench
        self._around = around

    def pick(self) -> None:
        """Ask which documents, one after another."""
        for path in self._around.dialogs.pick_many(self._bench, TITLE, WORD_FILTER):
            self.read(path)

    def read(self, path: Path) -> None:
        """Ask which year a document is about and read it in the background."""
        from riec_desktop.workspace.word_in import likely_year

        dossier = self._bench.session.dossier
        dialog = YearDialog(self._bench, path.name, likely_year(dossier, path))
        year = dialog.year() if self._around.dialogs.execute(dialog) else None
        dialog.deleteLater()
        if year is not None:
            self._bench.in_background(lambda _progress, _cancel: _read(dossier, path, year), self._received)

    def _received(self, found: "Incoming | RiecError") -> None:
        if isinstance(found, RiecError):
            self._around.dialogs.tell(self._bench, TITLE, sentence(found))
        else:
            IncomingDesk(self._bench, self._around).review((found,))
