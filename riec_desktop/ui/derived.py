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
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear
from riec_desktop.memory import keeping
from riec_desktop.ui.ahead import RULES, loading
from riec_desktop.ui.outline import OutlineItem, outline
from riec_desktop.ui.slices import Slices, Turns
from riec_desktop.ui.status import words_of_year

QUIET = 250
"""Milliseconds without an edit before it is computed again: longer than between two keys, shorter than a wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """Everything that follows from a dossier and a year. `weighty` are the findings without advice on style.

    `is_checked`: findings and words are those of the dossier, and not still to be found.
    """

    findings: tuple[Finding, ...] = ()
    weighty: tuple[Finding, ...] = ()
    outline: tuple[OutlineItem, ...] = ()
    words: int = 0
    is_checked: bool = False


More = Callable[[Dossier, ReportYear], tuple[Finding, ...]]
"""Findings of somebody else, such as a dictionary."""


def _steps(
    checker: Checker, dossier: Dossier, year: ReportYear, more: More, take: Callable[[Derived], None]
) -> Iterator[None]:
    """Compute it step by step, and hand it over at the end. The rules are loaded first, for the first dossier."""
    yield from loading(RULES)
    from riec_desktop.checks.walk import noted

    found: list[Finding] = []
    for some in checker.steps(dossier, year.year) if year.year else ():
        found += some
        yield
    findings = (*noted(dossier, year.year or 0, lambda: found), *more(dossier, year)) if year.year else ()
    todo = weighty(findings)
    lines = outline(dossier, year, todo)
    words = words_of_year(dossier, year)
    take(Derived(findings=findings, weighty=todo, outline=lines, words=words, is_checked=True))


class Deriving(QObject):
    """Computes it for the last dossier that it was given."""

    def __init__(
        self,
        parent: QObject,
        turns: Turns,
        take: Callable[[Derived], None],
        guard: Callable[[Callable[[], None]], object],
        more: More,
    ) -> None:
        """`take` gets the result; `guard` runs a slice and tells of failures.

        `more` gives what the checks do not find.
        """
        super().__init__(parent)
        self.checker = Checker()
        self._take = take
        self._guard = guard
        self._more = more
        self._slices = Slices(turns, guard)

    def begin(self, dossier: Dossier, year: ReportYear) -> None:
        """Compute it for this dossier; what was being computed for another one is dropped.

        For a year that was not looked at before the navigation is there at once, without findings, so that a person
        can go on.
        """
        known = self.checker.knows(year)
        if not known:
            self._guard(lambda: self._without_findings(dossier, year))
        work = _steps(self.checker, dossier, year, self._more, self._take)
        self._slices.begin(work if known else keeping(work))

    def _without_findings(self, dossier: Dossier, year: ReportYear) -> None:
        self._take(Derived(outline=outline(dossier, year, ())))

    def settle(self) -> None:
        """Compute what is left of it now."""
        self._slices.settle()

    def stop(self) -> None:
        """Compute no further."""
        self._slices.stop()
