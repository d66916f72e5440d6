"""The action that shows the backups on this computer. A part of the table of actions."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow


def backups_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The action, for the table of the window."""
    return (
        ActionSpec(
            id="backups",
            title="Reserve&kopieën…",
            icon="history",
            run=lambda: _show_backups(window),
            help="Kopieën van uw dossier op deze computer bekijken en terugzetten",
        ),
    )


def _show_backups(window: "MainWindow") -> None:
    from riec_desktop.ui.backups.desk import BackupDesk

    BackupDesk(window).show()
