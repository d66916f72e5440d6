"""The menu of a rich text: suggestions for the word at the cursor, the clipboard, spelling and the size of the text."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from riec_desktop.ui.text_zoom import TextZoom
from riec_desktop.ui.widgets.field_menu import add_field_actions, spelling_actions
from riec_desktop.ui.widgets.rich_canvas import RichCanvas
from riec_desktop.ui.widgets.rich_chip_menu import ChipItem
from riec_desktop.ui.widgets.word_items import add_word
from riec_desktop.ui.widgets.word_marks import WordMarks


class RichMenu(QMenu):
    """Made anew each time it opens."""

    def __init__(
        self,
        area: RichCanvas,
        marks: WordMarks | None,
        zoom: TextZoom,
        chip_items: Sequence[ChipItem] = (),
    ) -> None:
        """`marks` None: spelling is not checked here; `chip_items` are for the number at the cursor."""
        super().__init__(area)
        self._area = area
        self.setAccessibleName("Menu van de tekst")
        for item in chip_items:
            self._item(item.title, item.run)
        if chip_items:
            self.addSeparator()
        self._add_clipboard()
        if marks is not None:
            self._add_spelling()
        self._add_zoom(zoom)
        add_field_actions(self, area)
        if marks is not None:
            add_word(self, marks)

    def _item(self, text: str, run: Callable[[], object], keys: str = "", *, enabled: bool = True) -> QAction:
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = self.addAction(f"{text}\t{shown}" if keys else text)
        action.setEnabled(enabled)

        def chosen() -> None:
            run()

        action.triggered.connect(chosen)
        return action

    # What every text has

    def _add_clipboard(self) -> None:
        chosen, writable = self._area.textCursor().hasSelection(), not self._area.isReadOnly()
        self._item("Knippen", self._area.cut, "Ctrl+X", enabled=chosen and writable)
        self._item("Kopiëren", self._area.copy, "Ctrl+C", enabled=chosen)
        self._item("Plakken", self._area.paste, "Ctrl+V", enabled=self._area.canPaste())
        self._item("Alles selecteren", self._area.selectAll, "Ctrl+A")

    def _add_spelling(self) -> None:
        self.addSeparator()
        self.addActions(spelling_actions(self._area))

    def _add_zoom(self, zoom: TextZoom) -> None:
        self.addSeparator()
        self._item("Tekst groter", zoom.larger, "Ctrl++")
        self._item("Tekst kleiner", zoom.smaller, "Ctrl+-")
        self._item(f"Gewone grootte (nu {zoom.percent()} %)", zoom.reset, "Ctrl+0")
