"""The actions that send something to colleagues and take in what comes back. A part of the table of actions."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow
    from riec_desktop.ui.review.incoming import IncomingDesk


class SharingCommands:
    """What a person can send and take in; without a dossier nothing happens."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def make_form(self) -> None:
        """Ask for a contribution form and make it."""
        from riec_desktop.ui.forms.desk import FormDesk

        if self._window.workbench is not None:
            self._window.flush()
            FormDesk(self._window.workbench, self._window.around).make()

    def read_forms(self) -> None:
        """Ask for files that came back, and read them."""
        self._incoming(lambda desk: desk.pick())

    def show_waiting(self) -> None:
        """Show what was left for later."""
        self._incoming(lambda desk: desk.show_waiting())

    def read(self, paths: Sequence[Path]) -> None:
        """Read files that came back."""
        self._incoming(lambda desk: desk.read(paths))

    def _incoming(self, task: Callable[["IncomingDesk"], None]) -> None:
        from riec_desktop.ui.review.incoming import IncomingDesk

        if self._window.workbench is not None:
            self._window.flush()
            task(IncomingDesk(self._window.workbench, self._window.around))


def sharing_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    do = SharingCommands(window)
    return (
        ActionSpec(
            id="form",
            title="&Aanleverformulier maken…",
            icon="share",
            run=do.make_form,
            enabled=window.has_dossier,
            help="Een Excel-formulier maken waarin een collega gegevens invult",
        ),
        ActionSpec(
            id="read",
            title="Formulieren en reviewversies &inlezen…",
            shortcut="Ctrl+Shift+I",
            icon="import",
            short="Inlezen…",
            run=do.read_forms,
            enabled=window.has_dossier,
            help="Excel-formulieren en Word-documenten die terugkwamen nakijken en overnemen",
        ),
        ActionSpec(
            id="waiting",
            title="&Bewaard om later te beslissen…",
            icon="history",
            run=do.show_waiting,
            enabled=window.has_dossier,
            help="Wat u bij het inlezen nog niet hebt overgenomen",
        ),
    )
