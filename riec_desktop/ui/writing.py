"""What the editors of one open dossier share: which words are right, and how large texts are."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from riec_desktop.checks.findings import Finding
from riec_desktop.checks.kinds import hidden_kinds
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear
from riec_desktop.language.own_words import dossier_names
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.spelling import Spelling
from riec_desktop.ui.spelling_walk import SpellingWalk
from riec_desktop.ui.text_zoom import TextZoom
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.inputs import FieldInput
from riec_desktop.ui.widgets.rich_editor import RichTextEditor

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench


class Writing(QObject):
    """Lives as long as the dossier is open. `spelling` is None where the surroundings have no speller."""

    def __init__(self, around: Surroundings, dossier: Callable[[], Dossier], parent: QObject) -> None:
        """`dossier` gives the open one as it is now."""
        super().__init__(parent)
        self.zoom = TextZoom(around.env, self)
        self._dialogs = around.dialogs
        names = _Names(dossier)
        self.spelling = Spelling(around.speller(), around.env, names, self) if around.speller else None

    def walk(self, bench: "Workbench") -> SpellingWalk | None:
        """What goes from one misspelt word to the next; None without a speller."""
        return SpellingWalk(bench, self.spelling, self._dialogs) if self.spelling is not None else None

    def equip(self, forms: FormContext, typing: Callable[[RichTextEditor | FieldInput], None]) -> FormContext:
        """What forms and tables are given, with this; `typing` is told of every letter."""
        return replace(forms, spelling=self.spelling, zoom=self.zoom, typing=typing)

    def misspelt(self, dossier: Dossier, year: ReportYear) -> tuple[Finding, ...]:
        """The texts with words that nobody knows, when the team asked for that; what is not known yet comes later."""
        speller = self.spelling
        if speller is None or not self.shows_spelling(dossier):
            return ()
        from riec_desktop.checks.spelling_rules import misspelt

        return tuple(
            misspelt(dossier, year, lambda texts: [[one.text for one in two] for two in speller.wrong_in(texts)])
        )

    def judged(self, tell: Callable[[], None]) -> None:
        """Call this when words may be judged otherwise."""
        if self.spelling is not None:
            self.spelling.changed.connect(tell)

    @staticmethod
    def shows_spelling(dossier: Dossier) -> bool:
        """Whether the team wants to see spelling among the findings."""
        # The rules, and what they know of texts, are loaded when a dossier is on screen.
        from riec_desktop.checks.spelling_rules import CODE

        return CODE not in hidden_kinds(dossier)

    def settle(self) -> None:
        """Wait for what the speller was asked."""
        if self.spelling is not None:
            self.spelling.settle()

    def stop(self) -> None:
        """Ask nothing any more."""
        if self.spelling is not None:
            self.spelling.stop()


class _Names:
    """The names in the dossier; gathered anew only when it is another value."""

    def __init__(self, dossier: Callable[[], Dossier]) -> None:
        self._dossier = dossier
        self._seen: Dossier | None = None
        self._found: frozenset[str] = frozenset()

    def __call__(self) -> frozenset[str]:
        """The names now."""
        now = self._dossier()
        if now is not self._seen:
            self._seen, self._found = now, dossier_names(now)
        return self._found
