"""From chosen portfolios to a dossier for a colleague: ask, choose a place, write, and say what to do with it."""

from pathlib import Path
from typing import TYPE_CHECKING

from riec_desktop.dossier.records import PortfolioReport
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.dialogs import DOSSIER_FILTER, DOSSIER_SUFFIX
from riec_desktop.ui.merging.part_dialog import PartDialog
from riec_desktop.workspace.parts import part_name, part_words, share_part, shareable

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench

TITLE = "Deel van het dossier delen"
MADE = (
    "Het deel staat in {file}. Stuur dat bestand naar uw collega. Komt het terug, kies dan Delen > Dossier van een "
    "collega samenvoegen."
)


class PartDesk:
    """Parts of the open dossier."""

    def __init__(self, bench: "Workbench", around: Surroundings) -> None:
        self._bench = bench
        self._around = around

    def make(self) -> None:
        """Ask for portfolios and a place, and make the part; errors are told."""
        chosen = self._ask()
        path = self._place(chosen) if chosen else None
        if path is None:
            return
        try:
            share_part(self._around.env, self._bench.session, chosen, path)
        except RiecError as error:
            self._tell(sentence(error))
            return
        self._tell(MADE.format(file=path))

    def _ask(self) -> tuple[str, ...]:
        """The chosen portfolios; the one whose page is open is chosen at first."""
        dossier = self._bench.session.dossier
        report = dossier.get(PortfolioReport, self._bench.place.record_id)
        here = report.portfolio_id if report is not None else None
        dialog = PartDialog(
            self._bench, shareable(dossier), (here,) if here else (), lambda chosen: part_words(dossier, chosen)
        )
        chosen = dialog.chosen() if self._around.dialogs.execute(dialog) else ()
        dialog.deleteLater()
        return chosen

    def _place(self, chosen: tuple[str, ...]) -> Path | None:
        session = self._bench.session
        folder = session.path.parent if session.path is not None else self._around.documents
        suggestion = folder / part_name(session, chosen)
        path = self._around.dialogs.pick_save(self._bench, TITLE, suggestion, DOSSIER_FILTER)
        wrong = path is not None and path.suffix.lower() != DOSSIER_SUFFIX
        return path.with_name(f"{path.name}{DOSSIER_SUFFIX}") if path is not None and wrong else path

    def _tell(self, text: str) -> None:
        self._around.dialogs.tell(self._bench, TITLE, text)
