"""What the window shows beside the page and what takes time: findings, navigation, preview and counts.

All of it is computed from the dossier at one moment, after the edits of that moment. It is done in slices between which
keys are handled; the checks remember what they found, so that after an edit one slice is enough.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject

from riec_desktop.checks.checker import Checker
from riec_desktop.checks.findings import Finding
from riec_desktop.checks.kinds import weighty
from riec_desktop.checks.walk import noted
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear
from riec_desktop.memory import keeping
from riec_desktop.ui.outline import OutlineItem, outline
from riec_desktop.ui.slices import SLICE, Slices
from riec_desktop.ui.status import words_of_year

QUIET = 250
"""Milliseconds without an edit before it is computed again: longer than between two keys, shorter than a wait."""
FIRST = 0.2
"""Seconds for a year that was not looked at before, when nobody types yet: an ordinary dossier is done in that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """Everything that follows from a dossier and a year. `weighty` are the findings without advice on style."""

    findings: tuple[Finding, ...] = ()
    weighty: tuple[Finding, ...] = ()
    outline: tuple[OutlineItem, ...] = ()
    words: int = 0


More = Callable[[Dossier, ReportYear], tuple[Finding, ...]]
"""Findings of somebody else, such as a dictionary."""


def _steps(
    checker: Checker, dossier: Dossier, year: ReportYear, more: More, take: Callable[[Derived], None]
) -> Iterator[None]:
    """Compute it step by step, and hand it over at the end."""
    found: list[Finding] = []
    for some in checker.steps(dossier, year.year) if year.year else ():
        found += some
        yield
    findings = (*noted(dossier, year.year or 0, lambda: found), *more(dossier, year)) if year.year else ()
    todo = weighty(findings)
    lines = outline(dossier, year, todo)
    take(Derived(findings=findings, weighty=todo, outline=lines, words=words_of_year(dossier, year)))


class Deriving(QObject):
    """Computes it for the last dossier that it was given."""

    def __init__(
        self,
        parent: QObject,
        take: Callable[[Derived], None],
        guard: Callable[[Callable[[], None]], object],
        more: More,
    ) -> None:
        """`take` gets the result, at once when there is little to do; `guard` runs a slice and tells of failures.

        `more` gives what the checks do not find.
        """
        super().__init__(parent)
        self.checker = Checker()
        self._take = take
        self._guard = guard
        self._more = more
        self._slices = Slices(parent, guard)

    def begin(self, dossier: Dossier, year: ReportYear) -> None:
        """Compute it for this dossier; what was being computed for another one is dropped.

        For a year that was not looked at before the first slice is longer; when that is not enough a person can go on
        without the findings.
        """
        known = self.checker.knows(year)
        work = _steps(self.checker, dossier, year, self._more, self._take)
        self._slices.begin(work if known else keeping(work), SLICE if known else FIRST)
        if not known and self._slices.is_busy():
            self._guard(lambda: self._without_findings(dossier, year))

    def _without_findings(self, dossier: Dossier, year: ReportYear) -> None:
        self._take(Derived(outline=outline(dossier, year, ()), words=words_of_year(dossier, year)))

    def settle(self) -> None:
        """Compute what is left of it now."""
        self._slices.settle()

    def stop(self) -> None:
        """Compute no further."""
        self._slices.stop()
