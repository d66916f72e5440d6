"""The action that takes in figures from any workbook. A part of the table of actions."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow


def figures_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The action, for the table of the window."""
    return (
        ActionSpec(
            id="figures",
            title="&Cijfers inlezen uit een Excel-bestand…",
            run=lambda: _read_figures(window),
            enabled=window.has_dossier,
            help="Cijfers overnemen uit een werkmap of tabel die u al hebt",
        ),
    )


def _read_figures(window: "MainWindow") -> None:
    """Ask for a workbook with figures, and read it; without a dossier nothing happens."""
    from riec_desktop.ui.figures_import.desk import FiguresDesk

    if window.workbench is not None:
        window.flush()
        FiguresDesk(window.workbench, window.around).pick()
