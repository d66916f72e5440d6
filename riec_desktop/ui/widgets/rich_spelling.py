"""The wavy lines under misspelt words in a text of several lines, with or without formatting.

A paragraph is looked at anew only when its text changed. The word that is being typed is not marked before the cursor
has left it.
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from riec_desktop.ui.spelling import Spelling
from riec_desktop.ui.widgets.rich_document import paragraphs, units
from riec_desktop.ui.widgets.word_marks import Mistake, WordMarks, wavy


class SpellingMarks(WordMarks):
    """Marks the words of a text edit that `spelling` calls wrong."""

    def __init__(self, area: QTextEdit | QPlainTextEdit, spelling: Spelling) -> None:
        super().__init__(area, spelling)
        self._area = area
        self._wrong: list[QTextCursor] = []
        self._typing: QTextCursor | None = None
        area.document().contentsChanged.connect(self.later.ask)
        area.cursorPositionChanged.connect(self._cursor_moved)

    def look(self) -> None:
        """Mark what is wrong now."""
        self._wrong = [] if self._area.isReadOnly() else list(self._found())
        self._typing = self._word_being_typed()
        self._show()

    def _found(self) -> Iterator[QTextCursor]:
        blocks = list(paragraphs(self._area.document()))
        for block, words in zip(blocks, self.spelling.wrong_in([one.text() for one in blocks]), strict=True):
            for word in words:
                start = block.position() + units(block.text()[: word.start])
                cursor = QTextCursor(block)
                cursor.setPosition(start)
                cursor.setPosition(start + units(word.text), QTextCursor.MoveMode.KeepAnchor)
                yield cursor

    def _show(self) -> None:
        shown = [_selection(one) for one in self._wrong if one is not self._typing]
        line = wavy(self._area)
        for one in shown:
            one.format = line
        self._area.setExtraSelections(shown)

    def _word_being_typed(self) -> QTextCursor | None:
        """The word that the cursor stands right behind, while the person is here."""
        cursor = self._area.textCursor()
        if not self._area.hasFocus() or cursor.hasSelection():
            return None
        return next((one for one in self._wrong if one.selectionEnd() == cursor.position()), None)

    def _cursor_moved(self) -> None:
        if self._typing is None or self._typing.selectionEnd() == self._area.textCursor().position():
            return
        self._typing = None
        self._show()

    # --- Going through them ------------------------------------------------------------------------------------------

    def wrong(self) -> tuple[str, ...]:
        """The words that are wrong, from top to bottom; also the one that is being typed."""
        return tuple(one.selectedText() for one in self._wrong)

    def here(self) -> Mistake | None:
        """The misspelt word at the cursor; what comes in its place keeps the look of its first letter."""
        at = self._area.textCursor().position()
        found = next((one for one in self._wrong if one.selectionStart() <= at <= one.selectionEnd()), None)
        return Mistake(found.selectedText(), partial(_replace, found)) if found is not None else None

    def word_here(self) -> str:
        """The word at the cursor."""
        cursor = self._area.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return cursor.selectedText()

    def move_to(self, place: QPoint) -> None:
        """Put the cursor at a place in the text, unless that is selected."""
        wanted, now = self._area.cursorForPosition(place), self._area.textCursor()
        if not now.selectionStart() <= wanted.position() <= now.selectionEnd():
            self._area.setTextCursor(wanted)

    def select_next(self, *, anew: bool) -> str:
        """Select the first misspelt word that begins behind the cursor, or the first of all."""
        position = 0 if anew else self._area.textCursor().selectionEnd()
        found = next((one for one in self._wrong if one.selectionStart() >= position), None)
        if found is None:
            return ""
        self._area.setTextCursor(found)
        self._area.ensureCursorVisible()
        return found.selectedText()


def _selection(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    return made


def _replace(found: QTextCursor, word: str) -> None:
    look = QTextCursor(found)
    look.setPosition(found.selectionStart() + 1)
    found.insertText(word, look.charFormat())
