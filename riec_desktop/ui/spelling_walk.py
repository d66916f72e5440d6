"""Going from one misspelt word to the next: in the text with the cursor, then through all texts of the year."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from riec_desktop.dossier.choices import YearState
from riec_desktop.ui.dialogs import Dialogs
from riec_desktop.ui.landing import landing
from riec_desktop.ui.pages.page import field_at
from riec_desktop.ui.places import place_of_record
from riec_desktop.ui.spelling import Spelling
from riec_desktop.ui.typed import optional
from riec_desktop.ui.widgets.word_marks import WordMarks
from riec_desktop.workspace.spelled import SpelledText, spelled_texts

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench

TITLE: Final = "Spelling"
NOTHING: Final = "In de teksten van verslagjaar {year} zijn geen spelfouten gevonden."
AT_THE_END: Final = (
    "U hebt alle teksten tot het einde gehad. In de teksten daarvoor staan nog woorden die het woordenboek niet kent. "
    "Wilt u vooraan verdergaan?"
)
FROM_THE_TOP, ENOUGH = "Vooraan verdergaan", "Stoppen"
_SOME: Final = 300
"""Texts that are looked at together."""
FIXED: Final = "U kunt de teksten nu alleen lezen. De spelling wordt nagekeken in teksten die u kunt veranderen."


class SpellingWalk(QObject):
    """Lives as long as the dossier is open. What the dictionary must still judge is waited for, without a sentence."""

    def __init__(self, bench: "Workbench", spelling: Spelling, dialogs: Dialogs) -> None:
        super().__init__(bench)
        self._bench = bench
        self._spelling = spelling
        self._dialogs = dialogs
        self._waits = False
        self._walked: WordMarks | None = None
        spelling.changed.connect(self._judged)

    def go_on(self) -> None:
        """Select the next misspelt word, wherever it stands."""
        if not self._next_here():
            self._bench.flush()
            self._elsewhere()

    def _next_here(self) -> bool:
        focused = optional(self._bench.window().focusWidget())
        marks = optional(focused.findChild(WordMarks)) if focused is not None else None
        if marks is None:
            return False
        marks.look()
        # Who begins at the end of what was just written means that text.
        found = marks.go_on() or (marks is not self._walked and marks.go_on(anew=True))
        if found or not self._spelling.is_waiting():
            self._walked = marks
        return found

    def _judged(self) -> None:
        if self._waits and not self._spelling.is_waiting():
            self._waits = False
            QTimer.singleShot(0, self, self.go_on)

    def _elsewhere(self) -> None:
        """In the texts behind the one with the cursor; from the end to the begin when the person wants that."""
        editing = self._bench.editing
        if editing.year.state is YearState.CLOSED or self._bench.session.read_only:
            self._dialogs.tell(self._bench, TITLE, FIXED)
            return
        if self._spelling.trouble():
            self._dialogs.tell(self._bench, TITLE, self._spelling.trouble())
            return
        texts = spelled_texts(editing.dossier, editing.year)
        reached = self._reached(texts) + 1
        if any(map(self._show, self._wrong(texts[reached:]))):
            return
        before = self._wrong(texts[:reached])
        first = next(before, None)
        if self._spelling.is_waiting():
            self._waits = True
        elif first is None:
            self._dialogs.tell(self._bench, TITLE, NOTHING.format(year=editing.year.year))
        elif self._dialogs.ask(self._bench, TITLE, AT_THE_END, (FROM_THE_TOP, ENOUGH)) == FROM_THE_TOP:
            any(map(self._show, chain((first,), before)))

    def _wrong(self, texts: Sequence[SpelledText]) -> Iterator[SpelledText]:
        """Those with a mistake, up to where the dictionary must still judge.

        Some at a time: the next mistake is mostly near, and in 400 portfolios all words take two seconds.
        """
        for at in range(0, len(texts), _SOME):
            some = texts[at : at + _SOME]
            wrong = self._spelling.wrong_in([one.text for one in some])
            if self._spelling.is_waiting():
                return
            yield from (one for one, words in zip(some, wrong, strict=True) if words)

    def _reached(self, texts: Sequence[SpelledText]) -> int:
        """The number of the text with the cursor; without one, what comes before the texts of this page; -1 at last."""
        bench = self._bench
        here = field_at(bench.window().focusWidget())
        if here is not None:
            places = [(one.record.id, one.field) for one in texts]
            wanted = (here[0].id, here[1])
            if wanted in places:
                return places.index(wanted)
        dossier, year_id = bench.editing.dossier, bench.editing.year_id
        on_page = (at for at, one in enumerate(texts) if place_of_record(dossier, one.record, year_id) == bench.place)
        return next(on_page, 0) - 1

    def _show(self, text: SpelledText) -> bool:
        """Go to the first misspelt word of a text; False where it cannot be changed by typing."""
        dossier, year_id = self._bench.editing.dossier, self._bench.editing.year_id
        there = landing(dossier, text.record, text.field, year_id)
        field = self._bench.visit(there.spot, there.year_id, there.place)
        marks = optional(field.findChild(WordMarks)) if field is not None else None
        if marks is None:
            return False
        marks.look()
        self._walked = marks
        return marks.go_on(anew=True)
