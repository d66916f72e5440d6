"""The actions that find something: words, an action, a record, or how it was. A part of the table of actions."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow

NO_FIELD = "Zet de cursor in het veld waarvan u wilt zien wat er eerder stond, en kies dit dan opnieuw."


class FindCommands:
    """What a person can ask of the open dossier; without one nothing happens."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def search(self) -> None:
        """Look for words in all texts."""
        if self._window.workbench is not None:
            self._window.workbench.search.begin()

    def palette(self) -> None:
        """Ask for a part of a name, and do what is chosen."""
        from riec_desktop.ui.search.entries import action_entries, place_entries
        from riec_desktop.ui.search.palette import Palette

        bench = self._window.workbench
        actions = action_entries(self._window.actions_made)
        dialog = Palette(self._window, (*actions, *(place_entries(bench) if bench is not None else ())))
        accepted = self._window.around.dialogs.execute(dialog)
        chosen = dialog.chosen if accepted else None
        dialog.deleteLater()
        if chosen is not None:
            chosen.run()

    def history(self) -> None:
        """Show everything that was done."""
        from riec_desktop.ui.history.desk import HistoryDesk

        if self._window.workbench is not None:
            HistoryDesk(self._window.workbench, self._window.around).show()

    def field_history(self) -> None:
        """Show the values that the field with the cursor had."""
        from riec_desktop.ui.history.desk import HistoryDesk
        from riec_desktop.ui.pages.page import field_at

        bench, around = self._window.workbench, self._window.around
        found = field_at(self._window.focusWidget())
        if bench is None or found is None:
            around.dialogs.tell(self._window, "Geschiedenis van dit veld", NO_FIELD)
        else:
            HistoryDesk(bench, around).show_field(*found)


def find_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    do = FindCommands(window)
    return (
        ActionSpec(
            id="search",
            title="&Zoeken en vervangen…",
            shortcut="Ctrl+F; Ctrl+H",
            icon="search",
            short="Zoeken",
            run=do.search,
            enabled=window.has_dossier,
            help="Zoeken in alle teksten van alle jaren, en vervangen wat u vindt",
        ),
        ActionSpec(
            id="palette",
            title="&Snel naar…",
            shortcut="Ctrl+K",
            icon="reference",
            run=do.palette,
            enabled=window.has_dossier,
            help="Een deel van een naam typen, en de opdracht doen of erheen gaan",
        ),
        ActionSpec(
            id="history",
            title="Geschied&enis…",
            shortcut="Ctrl+Alt+Z",
            icon="history",
            run=do.history,
            enabled=window.has_dossier,
            help="Alles wat is gedaan, met wie en wanneer; teruggaan of één ding terugzetten",
        ),
        ActionSpec(
            id="field_history",
            title="Geschiedenis van dit &veld…",
            shortcut="Ctrl+Shift+H",
            run=do.field_history,
            enabled=window.has_dossier,
            help="Wat er eerder stond in het veld met de cursor, van wie, en het terugzetten",
        ),
    )
