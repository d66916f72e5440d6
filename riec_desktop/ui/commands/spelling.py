"""The actions for spelling: the switch, and going from one unknown word to the next. A part of the table."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow
    from riec_desktop.ui.spelling import Spelling

NEXT_MISTAKE = "Alt+F7"


class SpellingCommands:
    """What a person can ask of the open dossier; without one nothing happens."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def spelling(self) -> "Spelling | None":
        """What knows Dutch; None without a dossier, or where nothing does."""
        bench = self._window.workbench
        return bench.writing.spelling if bench is not None else None

    def is_there(self) -> bool:
        """Whether spelling can be checked."""
        return self.spelling() is not None

    def is_on(self) -> bool:
        """Whether spelling is checked."""
        speller = self.spelling()
        return speller is not None and speller.is_on()

    def switch(self) -> None:
        """Check spelling, or check it no longer."""
        speller = self.spelling()
        if speller is not None:
            speller.switch(not speller.is_on())
            self._window.actions_made.refresh()

    def next_mistake(self) -> None:
        """Go on in the text with the cursor, then through the other texts of the year."""
        bench = self._window.workbench
        if bench is not None and bench.spelling_walk is not None:
            bench.spelling_walk.go_on()


def spelling_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions, for the table of the window."""
    do = SpellingCommands(window)
    return (
        ActionSpec(
            id="spelling",
            title="Spelling &controleren",
            run=do.switch,
            enabled=do.is_there,
            checked=do.is_on,
            help="Onbekende woorden onderstrepen terwijl u schrijft, of niet",
        ),
        ActionSpec(
            id="next_mistake",
            title="Volgende spel&fout",
            shortcut=NEXT_MISTAKE,
            run=do.next_mistake,
            enabled=do.is_on,
            help="Naar het volgende woord dat niet in het woordenboek staat, in alle teksten van dit verslagjaar",
        ),
    )
