"""The actions that look at the past of the dossier as a whole. A part of the table of actions."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow


class PastCommands:
    """What a person can ask of the open dossier; without one nothing happens."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def versions(self) -> None:
        """Show the versions with a name."""
        from riec_desktop.ui.history.versions_desk import VersionsDesk

        if self._window.workbench is not None:
            VersionsDesk(self._window.workbench, self._window.around).show()

    def compare(self) -> None:
        """Lay two moments or two years side by side."""
        from riec_desktop.ui.history.compare_desk import CompareDesk

        if self._window.workbench is not None:
            CompareDesk(self._window.workbench, self._window.around).show()


def past_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    do = PastCommands(window)
    return (
        ActionSpec(
            id="versions",
            title="Ve&rsies met een naam…",
            icon="history",
            run=do.versions,
            enabled=window.has_dossier,
            help="Het dossier van nu een naam geven, en later vergelijken of ernaar teruggaan",
        ),
        ActionSpec(
            id="compare",
            title="Verge&lijken…",
            icon="history",
            run=do.compare,
            enabled=window.has_dossier,
            help="Twee momenten of twee verslagjaren naast elkaar leggen, en terugzetten wat u kiest",
        ),
    )
