"""The actions that find something: words, an action, a record, or how it was. A part of the table of actions."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow


class FindCommands:
    """What a person can ask of the open dossier; without one nothing happens."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def search(self) -> None:
        """Look for words in all texts."""
        if self._window.workbench is not None:
            self._window.workbench.search.begin()


def find_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    do = FindCommands(window)
    return (
        ActionSpec(
            id="search",
            title="&Zoeken en vervangen…",
            shortcut="Ctrl+F",
            icon="search",
            short="Zoeken",
            run=do.search,
            enabled=window.has_dossier,
            help="Zoeken in alle teksten van alle jaren, en vervangen wat u vindt",
        ),
    )
