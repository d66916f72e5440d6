"""The actions that share a dossier with colleagues and bring their dossiers in. A part of the table of actions."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow

OPEN, MERGE, CANCEL = "Openen", "Samenvoegen", "Annuleren"
WHICH = (
    "Wat wilt u met {file}? Openen sluit het dossier dat u nu open hebt. Samenvoegen laat zien wat erin staat en in uw "
    "dossier ontbreekt of anders is; u kiest wat u overneemt."
)


class MergingCommands:
    """What a person can do with dossiers of others; without one of their own they can only open them."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def merge_dossier(self) -> None:
        """Ask for dossiers of colleagues and show what they bring."""
        from riec_desktop.ui.merging.desk import MergeDesk

        if self._window.workbench is not None:
            MergeDesk(self._window.workbench, self._window.around).pick()

    def share_part(self) -> None:
        """Ask for portfolios and put them in a dossier of their own."""
        from riec_desktop.ui.merging.part_desk import PartDesk

        if self._window.workbench is not None:
            self._window.flush()
            PartDesk(self._window.workbench, self._window.around).make()

    def open_or_merge(self, paths: Sequence[Path]) -> None:
        """Dossiers that were dropped on the window: one is opened, or all are merged into the open one."""
        bench = self._window.workbench
        if bench is None:
            self._window.open_path(paths[0])
            return
        text = WHICH.format(file=paths[0].name if len(paths) == 1 else f"deze {len(paths)} dossiers")
        around = self._window.around
        chosen = around.dialogs.ask(self._window, "Dossier", text, (MERGE, OPEN, CANCEL))
        if chosen == OPEN:
            self._window.open_path(paths[0])
        elif chosen == MERGE:
            from riec_desktop.ui.merging.desk import MergeDesk

            MergeDesk(bench, around).merge_files(paths)


def merging_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    do = MergingCommands(window)
    return (
        ActionSpec(
            id="merge_dossier",
            title="&Dossier van een collega samenvoegen…",
            icon="import",
            run=do.merge_dossier,
            enabled=window.has_dossier,
            help="Nakijken wat een collega in een eigen kopie van dit dossier heeft gedaan, en het overnemen",
        ),
        ActionSpec(
            id="share_part",
            title="Deel van het dossier d&elen…",
            icon="share",
            run=do.share_part,
            enabled=window.has_dossier,
            help="Een dossier maken met alleen de portefeuilles die u kiest, voor een collega",
        ),
    )
