"""What the wavy lines under misspelt words have in common, whatever the text stands in.

They are no part of the text: nothing of them is saved or undone. A text is looked at anew after a quiet moment.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextCharFormat
from PySide6.QtWidgets import QWidget

from riec_desktop.ui.later import Later
from riec_desktop.ui.spelling import Spelling
from riec_desktop.ui.theme import Tone, colours

QUIET = 500
"""Milliseconds after the last key."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A misspelt word in a text, and how to put another in its place."""

    word: str
    replace: Callable[[str], None]


def unknown_text(word: str) -> str:
    """What a screen reader says at a word with a wavy line."""
    return f"Niet in het woordenboek: {word}."


def wavy(widget: QWidget) -> QTextCharFormat:
    """The line, in the colour of a mistake."""
    line = QTextCharFormat()
    line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    line.setUnderlineColor(colours(widget.palette()).tones[Tone.ERROR].text)
    return line


class WordMarks(QObject):
    """Marks the words of a text that `spelling` calls wrong; each kind of text has its own way for most of it."""

    def __init__(self, area: QWidget, spelling: Spelling) -> None:
        """`area` is what the text is typed in."""
        super().__init__(area)
        self.spelling = spelling
        self._place = area
        self.later = Later(self, self.look, QUIET)
        spelling.changed.connect(self.look)
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another theme has another colour for a mistake."""
        if event.type() is QEvent.Type.PaletteChange:
            self.look()
        return False

    def look(self) -> None:
        """Mark what is wrong now."""
        raise NotImplementedError

    def wrong(self) -> tuple[str, ...]:
        """The words that are wrong, from begin to end; also the one that is being typed."""
        raise NotImplementedError

    def here(self) -> Mistake | None:
        """The misspelt word at the cursor."""
        raise NotImplementedError

    def word_here(self) -> str:
        """The word at the cursor, right or wrong; '' for none."""
        raise NotImplementedError

    def select_next(self, *, anew: bool) -> str:
        """Select the first misspelt word behind the cursor, or `anew` the first of all, and give it; '' for none."""
        raise NotImplementedError

    def move_to(self, place: QPoint) -> None:
        """Put the cursor at a place in the area, unless it is in what is selected, as Word does for its menu."""
        raise NotImplementedError

    def go_on(self, *, anew: bool = False) -> bool:
        """Go to the next misspelt word of this text and say which; False when there is none."""
        word = self.select_next(anew=anew)
        if word:
            self._place.setFocus()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._place, unknown_text(word)))
        return bool(word)

    def is_in(self, widget: QWidget | None) -> bool:
        """Whether these are the marks of what a person types in there."""
        return self._place is widget

    def settle(self) -> None:
        """For tests: look now, and wait for the answers."""
        self.later.settle()
        self.spelling.settle()
