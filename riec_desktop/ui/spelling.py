"""What the editors of an open dossier know of spelling: asked of a worker once per word, remembered after that."""

from collections.abc import Callable, Collection, Sequence
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from riec_desktop.errors import RiecError
from riec_desktop.language.own_words import terms, words_of
from riec_desktop.language.speller import EndingSpeller, is_right, suggestions
from riec_desktop.language.words import Word, bare, checkable, forms
from riec_desktop.messages import sentence
from riec_desktop.ui.background import Background
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.preferences import prefer, preferences
from riec_desktop.workspace.spelling import forget_word, learn_word, personal_words

T = TypeVar("T")

_PREFERENCE: Final = "spelling"
_MOST_TEXTS: Final = 20_000
"""Paragraphs whose words are remembered; after that the memory starts anew."""


class Spelling(QObject):
    """`changed` says that words may be judged otherwise now, `suggested` carries a word and what may be meant by it.

    `failed` says once, in Dutch, that spelling is checked no longer.
    """

    changed = Signal()
    suggested = Signal(str, object)
    failed = Signal(str)

    def __init__(
        self, speller: EndingSpeller, env: Environment, names: Callable[[], frozenset[str]], parent: QObject
    ) -> None:
        """`names` gives the names in the dossier as they are now."""
        super().__init__(parent)
        self.speller = speller
        self._env = env
        self._names = names
        self._background = Background(self)
        self._terms = terms()
        self._personal = personal_words(env)
        self._ignored: frozenset[str] = frozenset()
        self._named: frozenset[str] = frozenset()
        self._known = self._terms | self._personal
        self._verdicts: dict[str, bool | None] = {}
        self._texts: dict[str, tuple[Word, ...]] = {}
        self._suggestions: dict[str, tuple[str, ...]] = {}
        self._broken = False
        self._trouble = ""
        self._is_told = False
        self._on = preferences(env).get(_PREFERENCE, True) is True

    # --- The switch --------------------------------------------------------------------------------------------------

    def is_on(self) -> bool:
        """Whether the person wants spelling to be checked."""
        return self._on

    def switch(self, on: bool) -> None:
        """Check, or check no longer; remembered for the next start."""
        self._on = on
        prefer(self._env, **{_PREFERENCE: on})
        self.changed.emit()

    # --- Judging -----------------------------------------------------------------------------------------------------

    def wrong_in(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """For each text the words that are known to be wrong; what is not known yet is asked, and `changed` follows."""
        if not self._on or self._broken:
            return [() for _ in texts]
        self._take_names()
        words = [self._words(text) for text in texts]
        self._ask({form for found in words for word in found for form in forms(word.text)})
        return [tuple(word for word in found if self.is_wrong(word.text)) for found in words]

    def is_wrong(self, word: str) -> bool:
        """Whether a word is known to be wrong."""
        return is_right(word, self._known, self._verdicts.get) is False

    def is_waiting(self) -> bool:
        """Whether words were asked about that are not judged yet."""
        return not self._broken and None in self._verdicts.values()

    def trouble(self) -> str:
        """Why spelling is checked no longer, in Dutch; '' while it is."""
        return self._trouble

    def untold(self) -> str:
        """`trouble`, once: the person is told where they write, which may be long after it began."""
        told, self._is_told = self._is_told, bool(self._trouble)
        return "" if told else self._trouble

    def _words(self, text: str) -> tuple[Word, ...]:
        found = self._texts.get(text)
        if found is None:
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            found = self._texts[text] = checkable(text)
        return found

    def _take_names(self) -> None:
        names = self._names()
        if names != self._named:
            self._named = names
            self._gather()

    def _gather(self) -> None:
        self._known = self._terms | self._personal | self._ignored | words_of(self._named)
        self._suggestions.clear()

    def _ask(self, words: Collection[str]) -> None:
        """Let the worker judge the words that nobody asked about yet."""
        new = frozenset(word for word in words if word not in self._verdicts)
        if not new:
            return
        self._verdicts.update(dict.fromkeys(new))
        self._background.run(lambda _progress, _cancel: _tried(lambda: self.speller.wrong(new)), self._judged(new))

    def _judged(self, asked: frozenset[str]) -> Callable[[frozenset[str] | RiecError], None]:
        def take(wrong: frozenset[str] | RiecError) -> None:
            if isinstance(wrong, RiecError):
                self._fail(wrong)
            else:
                self._verdicts.update({word: word not in wrong for word in asked})
                self.changed.emit()

        return take

    def _fail(self, error: RiecError) -> None:
        if not self._broken:
            self._broken = True
            self._trouble = sentence(error)
            self.failed.emit(self._trouble)
            self.changed.emit()

    # --- Suggesting --------------------------------------------------------------------------------------------------

    def suggest(self, word: str) -> None:
        """Find out what may be meant; `suggested` carries the answer, at once or when the worker has it."""
        if word in self._suggestions:
            self.suggested.emit(word, self._suggestions[word])
            return
        known = self._known
        self._background.run(
            lambda _progress, _cancel: _tried(lambda: suggestions(self.speller, word, known)), self._proposed(word)
        )

    def _proposed(self, word: str) -> Callable[[tuple[str, ...] | RiecError], None]:
        def take(found: tuple[str, ...] | RiecError) -> None:
            self._suggestions[word] = () if isinstance(found, RiecError) else found
            self.suggested.emit(word, self._suggestions[word])

        return take

    # --- The person's own words --------------------------------------------------------------------------------------

    def learn(self, word: str) -> None:
        """Put a word in the person's dictionary."""
        learn_word(self._env, bare(word))
        self._reread()

    def forget(self, word: str) -> None:
        """Take a word out of the person's dictionary."""
        forget_word(self._env, bare(word))
        self._reread()

    def is_learnt(self, word: str) -> bool:
        """Whether the word stands in the person's dictionary."""
        return bare(word) in self._personal

    def ignore(self, word: str) -> None:
        """Say nothing of a word as long as the dossier is open."""
        self._ignored |= {bare(word)}
        self._gather()
        self.changed.emit()

    def _reread(self) -> None:
        self._personal = personal_words(self._env)
        self._gather()
        self.changed.emit()

    # --- The end -----------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Wait for what was asked and take the answers."""
        self._background.settle()

    def stop(self) -> None:
        """Ask nothing any more."""
        self._broken = True
        self.speller.close()
        self._background.stop()


def _tried(ask: Callable[[], T]) -> T | RiecError:
    """The answer, or why there is none: nobody may be disturbed by a speller that is ended."""
    try:
        return ask()
    except RiecError as error:
        return error
