"""What a menu says of the word at the cursor: what may be meant by it, and whether it goes in the dictionary."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from riec_desktop.ui.spelling import Spelling
from riec_desktop.ui.typed import required
from riec_desktop.ui.widgets.word_marks import Mistake, WordMarks

SEARCHING: Final = "Suggesties worden gezocht…"
NO_SUGGESTIONS: Final = "Geen suggesties"


def add_word(menu: QMenu, marks: WordMarks) -> None:
    """Put the items first in a menu that is about to open; none for a word of which nothing is to be said."""
    found, word = marks.here(), marks.word_here()
    if found is not None:
        mistaken = _Mistaken(menu, found, marks.spelling)
        _put_first(menu, mistaken.items)
        mistaken.ask()
    elif word and marks.spelling.is_learnt(word):
        forget = _item(menu, f"‘{word}’ verwijderen uit woordenboek", lambda: marks.spelling.forget(word))
        _put_first(menu, [forget])


def _put_first(menu: QMenu, items: Sequence[QAction]) -> None:
    below = next(iter(menu.actions()), None)
    for one in (*items, _separator(menu)):
        menu.insertAction(required(below), one)


def _item(parent: QObject, text: str, run: Callable[[], None]) -> QAction:
    action = QAction(text, parent)

    def chosen() -> None:
        run()

    action.triggered.connect(chosen)
    return action


def _separator(parent: QObject) -> QAction:
    line = QAction(parent)
    line.setSeparator(True)
    return line


class _Mistaken(QObject):
    """What can be done about a misspelt word. The words that may be meant come a moment later than the menu."""

    def __init__(self, menu: QMenu, found: Mistake, spelling: Spelling) -> None:
        super().__init__(menu)
        self._menu = menu
        self._found = found
        waiting = QAction(SEARCHING, self)
        waiting.setEnabled(False)
        self._shown = [waiting]
        self._below = _separator(self)
        learn = _item(self, "Toevoegen aan woordenboek", lambda: spelling.learn(found.word))
        ignore = _item(self, "Negeren", lambda: spelling.ignore(found.word))
        self.items = [waiting, self._below, learn, ignore]
        self._spelling = spelling

    def ask(self) -> None:
        """Find out what may be meant; call it when the items are in the menu."""
        self._spelling.suggested.connect(self._take)
        self._spelling.suggest(self._found.word)

    def _take(self, word: str, found: tuple[str, ...]) -> None:
        """The worker knows what may be meant."""
        if word != self._found.word:
            return
        for old in self._shown:
            self._menu.removeAction(old)
        self._shown = [self._suggestion(one) for one in found] or [QAction(NO_SUGGESTIONS, self)]
        self._shown[0].setEnabled(bool(found))
        self._menu.insertActions(self._below, self._shown)
        if found:
            self._menu.setActiveAction(self._shown[0])

    def _suggestion(self, word: str) -> QAction:
        action = _item(self, word, lambda: self._found.replace(word))
        font = action.font()
        font.setBold(True)
        action.setFont(font)
        return action
