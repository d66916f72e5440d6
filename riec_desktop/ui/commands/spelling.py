"""The actions for spelling: the switch, and going from one unknown word to the next. A part of the table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from riec_desktop.ui.actions import ActionSpec

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow
    from riec_desktop.ui.spelling import Spelling
    from riec_desktop.ui.widgets.rich_editor import RichTextEditor

NEXT_MISTAKE = "Alt+F7"
NOTHING = "Op deze pagina zijn geen spelfouten gevonden."


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
        """Go on in the text with the cursor, then to the texts below it, and from the end of the page to its top."""
        editors = self._editors()
        at = next((place for place, one in enumerate(editors) if one.area.hasFocus()), None)
        if at is None:
            found = _first(editors)
        else:
            here = editors[at].area.textCursor().selectionEnd()
            found = editors[at].go_to_mistake(here) or _first((*editors[at + 1 :], *editors[: at + 1]))
        if not found and editors:
            editors[at or 0].say(NOTHING)

    def _editors(self) -> "list[RichTextEditor]":
        """The texts of the page, from top to bottom."""
        from riec_desktop.ui.widgets.rich_editor import RichTextEditor

        page = self._window.workbench.page if self._window.workbench is not None else None
        if page is None:
            return []
        shown = [one for one in page.findChildren(RichTextEditor) if one.isVisible()]
        return sorted(shown, key=lambda one: one.mapTo(page, QPoint(0, 0)).y())


def _first(editors: "Sequence[RichTextEditor]") -> bool:
    """Go to the first unknown word in the first of the texts that has one."""
    return any(one.go_to_mistake(0) for one in editors)


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
            help="Naar het volgende woord op deze pagina dat niet in het woordenboek staat",
        ),
    )
