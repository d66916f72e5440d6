"""The menu of a rich text: suggestions for the word at the cursor, the clipboard, spelling and the size of the text."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu

from riec_desktop.ui.spelling import Spelling
from riec_desktop.ui.text_zoom import TextZoom
from riec_desktop.ui.widgets.field_menu import add_field_actions
from riec_desktop.ui.widgets.rich_canvas import RichCanvas
from riec_desktop.ui.widgets.rich_chip_menu import ChipItem
from riec_desktop.ui.widgets.rich_spelling import SpellingMarks

NEXT_MISTAKE: Final = "Alt+F7"
SEARCHING = "Suggesties worden gezocht…"
NO_SUGGESTIONS = "Geen suggesties"


class RichMenu(QMenu):
    """Made anew each time it opens."""

    def __init__(
        self,
        area: RichCanvas,
        marks: SpellingMarks | None,
        zoom: TextZoom,
        next_mistake: Callable[[], None],
        chip_items: Sequence[ChipItem] = (),
    ) -> None:
        """`marks` None: spelling is not checked here; `chip_items` are for the number at the cursor."""
        super().__init__(area)
        self._area = area
        self._suggestions: list[QAction] = []
        self.setAccessibleName("Menu van de tekst")
        for item in chip_items:
            self._item(item.title, item.run)
        if chip_items:
            self.addSeparator()
        if marks is not None:
            self._add_word(marks)
        self._add_clipboard()
        if marks is not None:
            self._add_spelling(marks.spelling, next_mistake)
        self._add_zoom(zoom)
        add_field_actions(self, area)

    def _item(self, text: str, run: Callable[[], object], keys: str = "", *, enabled: bool = True) -> QAction:
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = self.addAction(f"{text}\t{shown}" if keys else text)
        action.setEnabled(enabled)

        def chosen() -> None:
            run()

        action.triggered.connect(chosen)
        return action

    # The word at the cursor

    def _add_word(self, marks: SpellingMarks) -> None:
        found = marks.at(self._area.textCursor().position())
        if found is not None:
            self._add_mistake(found, marks.spelling)
            return
        word = self._word_here()
        if word and marks.spelling.is_learnt(word):
            self._item(f"‘{word}’ verwijderen uit woordenboek", lambda: marks.spelling.forget(word))
            self.addSeparator()

    def _word_here(self) -> str:
        cursor = self._area.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return cursor.selectedText()

    def _add_mistake(self, found: QTextCursor, spelling: Spelling) -> None:
        word = found.selectedText()
        self._wrong = found
        waiting = self.addAction(SEARCHING)
        waiting.setEnabled(False)
        self._suggestions = [waiting]
        self._below = self.addSeparator()
        self._item("Toevoegen aan woordenboek", lambda: spelling.learn(word))
        self._item("Negeren", lambda: spelling.ignore(word))
        self.addSeparator()
        spelling.suggested.connect(self._take)
        spelling.suggest(word)

    def _take(self, word: str, found: tuple[str, ...]) -> None:
        """The worker knows what may be meant."""
        if word != self._wrong.selectedText():
            return
        for old in self._suggestions:
            self.removeAction(old)
        self._suggestions = [self._suggestion(one) for one in found] or [QAction(NO_SUGGESTIONS, self)]
        self._suggestions[0].setEnabled(bool(found))
        self.insertActions(self._below, self._suggestions)
        if found:
            self.setActiveAction(self._suggestions[0])

    def _suggestion(self, word: str) -> QAction:
        action = QAction(word, self)
        font = action.font()
        font.setBold(True)
        action.setFont(font)
        action.triggered.connect(lambda: self._replace(word))
        return action

    def _replace(self, word: str) -> None:
        """The word keeps the look of its first letter."""
        look = QTextCursor(self._wrong)
        look.setPosition(self._wrong.selectionStart() + 1)
        self._wrong.insertText(word, look.charFormat())

    # What every text has

    def _add_clipboard(self) -> None:
        chosen, writable = self._area.textCursor().hasSelection(), not self._area.isReadOnly()
        self._item("Knippen", self._area.cut, "Ctrl+X", enabled=chosen and writable)
        self._item("Kopiëren", self._area.copy, "Ctrl+C", enabled=chosen)
        self._item("Plakken", self._area.paste, "Ctrl+V", enabled=self._area.canPaste())
        self._item("Alles selecteren", self._area.selectAll, "Ctrl+A")

    def _add_spelling(self, spelling: Spelling, next_mistake: Callable[[], None]) -> None:
        self.addSeparator()
        on = self._item("Spelling controleren", lambda: spelling.switch(not spelling.is_on()))
        on.setCheckable(True)
        on.setChecked(spelling.is_on())
        self._item("Volgende spelfout", next_mistake, NEXT_MISTAKE, enabled=spelling.is_on())

    def _add_zoom(self, zoom: TextZoom) -> None:
        self.addSeparator()
        self._item("Tekst groter", zoom.larger, "Ctrl++")
        self._item("Tekst kleiner", zoom.smaller, "Ctrl+-")
        self._item(f"Gewone grootte (nu {zoom.percent()} %)", zoom.reset, "Ctrl+0")
