"""The action that begins a report year. A part of the table of actions."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow


def rollover_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The action, for the table of the window."""
    return (
        ActionSpec(
            id="rollover",
            title="Nieuw verslag&jaar…",
            run=lambda: _begin(window),
            enabled=window.has_dossier,
            help="Het volgende verslagjaar beginnen met portefeuilles, vragen en beloften van dit jaar",
        ),
    )


def _begin(window: "MainWindow") -> None:
    """Ask what the new year will be; without a dossier nothing happens."""
    from riec_desktop.ui.rollover.desk import begin_year

    if window.workbench is not None:
        begin_year(window.workbench, window.around)
