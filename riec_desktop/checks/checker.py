"""The checks as the window needs them: after an edit only what hangs on it is checked again.

What a rule found on a record is kept with everything that it asked of the dossier (`watched`); in the next dossier it
holds when the tables that changed give the same answers. Rules need not know of this. All rules on one record are
asked about at once first: after most edits those of nearly every record hold. The rules are loaded with the first year
that is checked, so that a dossier is on screen before them.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from riec_desktop.checks.findings import Finding
from riec_desktop.checks.watched import Past, Reads, Watched
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear
from riec_desktop.memory import without_collector

if TYPE_CHECKING:
    from riec_desktop.checks.walk import Part, Rule


@dataclass(frozen=True, slots=True)
class _Kept:
    """What one rule found, and what it asked."""

    findings: tuple[Finding, ...]
    reads: Reads


@dataclass(frozen=True, slots=True)
class _KeptPart:
    """What every rule of a part found, and what all of them asked together."""

    part: "Part"
    rules: "Mapping[Rule, _Kept]"
    findings: tuple[Finding, ...]
    reads: Reads


class _Known:
    """What is known of one year: what was made for it, and the parts."""

    def __init__(self, before: "_Known | None", dossier: Dossier) -> None:
        self.past = Past(before.past if before else None, dossier)
        self._before = before.kept if before else {}
        self.kept: dict[Hashable, _KeptPart] = {}

    def forget_before(self) -> None:
        """What was known of the dossier before is needed no more."""
        self._before = {}

    def steps(self, part: "Part") -> Iterator[tuple[Finding, ...]]:
        """What the rules of a part find, now or when they were last asked."""
        before = self._before.get(part.key)
        if before is not None and before.part != part:
            before = None
        if before is not None and self.past.holds(before.reads):
            self.kept[part.key] = before
            yield before.findings
            return
        rules: dict[Rule, _Kept] = {}
        for rule in part.rules:
            rules[rule] = self._taken(part, rule, before)
            yield rules[rule].findings
        self.kept[part.key] = _together(part, rules)

    def _taken(self, part: "Part", rule: "Rule", before: _KeptPart | None) -> _Kept:
        if before is not None and self.past.holds(before.rules[rule].reads):
            return before.rules[rule]
        watched = Watched(self.past)
        return _Kept(tuple(part.run(rule, watched)), watched.reads)


def _together(part: "Part", rules: "Mapping[Rule, _Kept]") -> _KeptPart:
    reads = Reads()
    for one in rules.values():
        reads.add(one.reads)
    return _KeptPart(part, rules, tuple(one for kept in rules.values() for one in kept.findings), reads)


class Checker:
    """Remembers of each year what it found."""

    def __init__(self) -> None:
        self._years: dict[str, _Known] = {}

    def knows(self, year: ReportYear) -> bool:
        """Whether the year was checked before, so that checking it again is quick."""
        return year.id in self._years

    def check(self, dossier: Dossier, year: int) -> tuple[Finding, ...]:
        """As `walk.check`, and quicker when little changed since the last time."""
        from riec_desktop.checks.walk import noted

        with without_collector():
            found = [one for some in self.steps(dossier, year) for one in some]
        return noted(dossier, year, lambda: found)

    def steps(self, dossier: Dossier, year: int) -> Iterator[tuple[Finding, ...]]:
        """The findings bit by bit, so that whoever has no time can pause; `shown` leaves out what nobody wants.

        What was checked counts only when the last step is taken.
        """
        from riec_desktop.checks.walk import no_year, parts

        found = views.year_of(dossier, year)
        if found is None:
            yield (no_year(year),)
            return
        new = _Known(self._years.get(found.id), dossier)
        for part in parts(dossier, found):
            yield from new.steps(part)
        new.forget_before()
        self._years[found.id] = new
