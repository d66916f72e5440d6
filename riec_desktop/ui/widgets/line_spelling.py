"""The wavy lines under misspelt words in a text of one line."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit

from riec_desktop.language.words import Word
from riec_desktop.ui.spelling import Spelling
from riec_desktop.ui.widgets.rich_document import units
from riec_desktop.ui.widgets.word_marks import Mistake, WordMarks, wavy


class LineMarks(WordMarks):
    """Marks the words of a line that `spelling` calls wrong."""

    def __init__(self, line: QLineEdit, spelling: Spelling) -> None:
        super().__init__(line, spelling)
        self._line = line
        self._wrong: tuple[Word, ...] = ()
        line.textChanged.connect(self._changed)

    def _changed(self) -> None:
        """Lines do not move along with the words, so they go until it is quiet."""
        self._wrong = ()
        self._show()
        self.later.ask()

    def look(self) -> None:
        """Mark what is wrong now, and not the word that is being typed."""
        text = self._line.text()
        self._wrong = () if self._line.isReadOnly() else self.spelling.wrong_in([text])[0]
        self._show()

    def _is_typed(self, word: Word) -> bool:
        """Whether the cursor stands right behind it, while the person is here."""
        behind = self._line.cursorPosition() == self._end(word) and not self._line.hasSelectedText()
        return behind and self._line.hasFocus()

    def _show(self) -> None:
        """Give the words their line.

        Only an input method may give letters of a line edit a look. This one has nothing to add to the text, so
        nothing is typed by it: https://doc.qt.io/qt-6/qinputmethodevent.html.
        """
        look, cursor = wavy(self._line), self._line.cursorPosition()
        kind = QInputMethodEvent.AttributeType.TextFormat
        marks = [
            QInputMethodEvent.Attribute(kind, self._start(word) - cursor, units(word.text), look)
            for word in self._wrong
            if not self._is_typed(word)
        ]
        QCoreApplication.sendEvent(self._line, QInputMethodEvent("", marks))

    # A place in the text as Qt counts

    def _start(self, word: Word) -> int:
        return units(self._line.text()[: word.start])

    def _end(self, word: Word) -> int:
        return units(self._line.text()[: word.end])

    # --- Going through them ------------------------------------------------------------------------------------------

    def wrong(self) -> tuple[str, ...]:
        """The words that are wrong, from left to right."""
        return tuple(one.text for one in self._wrong)

    def here(self) -> Mistake | None:
        """The misspelt word at the cursor."""
        at = self._line.cursorPosition()
        found = next((one for one in self._wrong if self._start(one) <= at <= self._end(one)), None)
        return Mistake(found.text, partial(self._replace, found)) if found is not None else None

    def _replace(self, found: Word, word: str) -> None:
        self._select(found)
        self._line.insert(word)

    def _select(self, word: Word) -> None:
        self._line.setSelection(self._start(word), units(word.text))

    def word_here(self) -> str:
        """The word at the cursor, as the spaces around it say."""
        text, at = self._line.text(), self._line.cursorPosition()
        before, after = text[:at].rpartition(" ")[2], text[at:].partition(" ")[0]
        return (before + after).strip(".,;:!?()")

    def move_to(self, place: QPoint) -> None:
        """Put the cursor at a place in the line, unless that is selected."""
        wanted, line = self._line.cursorPositionAt(place), self._line
        if not (line.hasSelectedText() and line.selectionStart() <= wanted <= line.selectionEnd()):
            line.setCursorPosition(wanted)

    def select_next(self, *, anew: bool) -> str:
        """Select the first misspelt word that begins behind the cursor or the selection, or the first of all."""
        selected = self._line.selectionEnd()
        position = 0 if anew else max(selected, self._line.cursorPosition())
        found = next((one for one in self._wrong if self._start(one) >= position), None)
        if found is None:
            return ""
        self._select(found)
        return found.text
