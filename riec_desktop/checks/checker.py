"""The checks as the window needs them: after an edit only what hangs on it is checked again.

A unit is one rule on one record. It is kept with everything that it asked of the dossier (`watched`); in the next
dossier it holds when the tables that changed give the same answers. Rules need not know of this.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from riec_desktop.checks.findings import Finding
from riec_desktop.checks.walk import Unit, no_year, noted, units
from riec_desktop.checks.watched import Past, Reads, Watched
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear


@dataclass(frozen=True, slots=True)
class _Kept:
    """What one unit found, for which values, and what it asked."""

    unit: Unit
    findings: tuple[Finding, ...]
    reads: Reads


class _Known:
    """What is known of one year: what was made for it, and the units."""

    def __init__(self, before: "_Known | None", dossier: Dossier) -> None:
        self.past = Past(before.past if before else None, dossier)
        self.kept: dict[Hashable, _Kept] = {}

    def take(self, unit: Unit, before: "_Known | None") -> tuple[Finding, ...]:
        """What a unit finds, now or when it was last asked."""
        kept = before.kept.get(unit.key) if before else None
        if kept is None or kept.unit != unit or not self.past.holds(kept.reads):
            watched = Watched(self.past)
            kept = _Kept(unit, tuple(unit.run(watched)), watched.reads)
        self.kept[unit.key] = kept
        return kept.findings


class Checker:
    """Remembers of each year what it found."""

    def __init__(self) -> None:
        self._years: dict[str, _Known] = {}

    def knows(self, year: ReportYear) -> bool:
        """Whether the year was checked before, so that checking it again is quick."""
        return year.id in self._years

    def check(self, dossier: Dossier, year: int) -> tuple[Finding, ...]:
        """As `checks.check`, and quicker when little changed since the last time."""
        found = [one for some in self.steps(dossier, year) for one in some]
        return noted(dossier, year, lambda: found)

    def steps(self, dossier: Dossier, year: int) -> Iterator[tuple[Finding, ...]]:
        """The findings unit by unit, so that whoever has no time can pause; `shown` leaves out what nobody wants.

        What was checked counts only when the last step is taken.
        """
        found = views.year_of(dossier, year)
        if found is None:
            yield (no_year(year),)
            return
        before = self._years.get(found.id)
        new = _Known(before, dossier)
        for unit in units(dossier, found):
            yield new.take(unit, before)
        self._years[found.id] = new
