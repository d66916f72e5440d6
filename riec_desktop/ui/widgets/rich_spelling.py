"""The wavy lines under misspelt words in one text. They are no part of the text: nothing of them is saved or undone.

A paragraph is looked at anew only when its text changed, after a quiet moment. The word that is being typed is not
marked before the cursor has left it.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from riec_desktop.ui.later import Later
from riec_desktop.ui.spelling import Spelling
from riec_desktop.ui.theme import Tone, colours
from riec_desktop.ui.widgets.rich_document import paragraphs, units

QUIET = 500
"""Milliseconds after the last key."""


class SpellingMarks(QObject):
    """Marks the words of a text edit that `spelling` calls wrong."""

    def __init__(self, area: QTextEdit, spelling: Spelling) -> None:
        super().__init__(area)
        self._area = area
        self.spelling = spelling
        self._wrong: list[QTextCursor] = []
        self._typing: QTextCursor | None = None
        self._later = Later(self, self.look, QUIET)
        area.document().contentsChanged.connect(self._later.ask)
        area.cursorPositionChanged.connect(self._cursor_moved)
        spelling.changed.connect(self.look)

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
        line = QTextCharFormat()
        line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        line.setUnderlineColor(colours(self._area.palette()).tones[Tone.ERROR].text)
        self._area.setExtraSelections([_selection(one, line) for one in self._wrong if one is not self._typing])

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

    def at(self, position: int) -> QTextCursor | None:
        """The misspelt word at a place in the text, selected."""
        return next((one for one in self._wrong if one.selectionStart() <= position <= one.selectionEnd()), None)

    def after(self, position: int) -> QTextCursor | None:
        """The first misspelt word that begins there or further on."""
        return next((one for one in self._wrong if one.selectionStart() >= position), None)

    def settle(self) -> None:
        """For tests: look now, and wait for the answers."""
        self._later.settle()
        self.spelling.settle()


def _selection(cursor: QTextCursor, line: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format = line
    return made
