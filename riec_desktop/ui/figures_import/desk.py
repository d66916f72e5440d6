"""From a workbook with figures to the dossier: pick it, say what stands where, look at what changes, take it in."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.review.incoming import IncomingDesk
from riec_desktop.workspace.progress import Cancel, Progress

if TYPE_CHECKING:
    from riec_desktop.ui.figures_import.dialog import FiguresDialog
    from riec_desktop.ui.workbench import Workbench
    from riec_desktop.workspace.figure_files import FigureFile

FILTER = "Excel en CSV (*.xlsx *.csv *.tsv *.txt);;Alle bestanden (*)"
TITLE = "Cijfers inlezen"
NOTHING_NEW = "Alle cijfers in dit bestand staan al zo in uw dossier."


def _read(path: Path, _progress: Progress, cancel: Cancel) -> "FigureFile | RiecError":
    """A job. What may be expected to go wrong is a result, because nobody waits in a dialog."""
    from riec_desktop.workspace.figure_files import read_figure_file

    try:
        return read_figure_file(path, cancel)
    except RiecError as error:
        return error


class FiguresDesk:
    """Figures that come in for the open dossier. `around` gives its dialogs and its place on this computer."""

    def __init__(self, bench: "Workbench", around: Surroundings) -> None:
        self._bench = bench
        self._around = around

    def pick(self) -> None:
        """Ask which file to read, and read it in the background."""
        path = self._around.dialogs.pick_open(self._bench, TITLE, FILTER)
        if path is not None:
            self._bench.in_background(partial(_read, path), self._choose)

    def spread(self, cells: Sequence[Sequence[str]], indicator_id: str | None) -> None:
        """The same for pasted cells; `indicator_id` is of the indicator where they name none."""
        from riec_desktop.workspace.figure_files import pasted_file

        self._choose(pasted_file(cells), indicator_id)

    def _choose(self, file: "FigureFile | RiecError", indicator_id: str | None = None) -> None:
        """Let a person say what stands where."""
        from riec_desktop.ui.figures_import.dialog import FiguresDialog
        from riec_desktop.workspace.figure_profiles import profiles

        if isinstance(file, RiecError):
            self._around.dialogs.tell(self._bench, TITLE, sentence(file))
            return
        dossier, year = self._bench.session.dossier, self._bench.editing.year.year
        dialog = FiguresDialog(self._bench, file, dossier, profiles(self._around.env), year)
        dialog.suggest(indicator_id)
        if self._around.dialogs.execute(dialog):
            self._review(dialog)
        dialog.finish()
        dialog.deleteLater()

    def _review(self, dialog: "FiguresDialog") -> None:
        """Remember how the file was read, and show what it brings."""
        from riec_desktop.workspace.figure_profiles import remember

        remember(self._around.env, dialog.table.sheet, dialog.mapping)
        incoming = dialog.incoming
        if incoming is not None and incoming.proposals:
            IncomingDesk(self._bench, self._around).review((incoming,))
        else:
            self._around.dialogs.tell(self._bench, TITLE, NOTHING_NEW)
