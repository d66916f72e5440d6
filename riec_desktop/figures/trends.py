"""An indicator over the years: the series behind the trend sheet, its charts and those of the chapter.

Where an indicator was counted in another way from some year on, the series has a break: numbers before and after it do
not compare.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import DefinitionChange, Indicator, IndicatorValue
from riec_desktop.figures.shielded import total
from riec_desktop.figures.values import Total

MOST_YEARS = 10
"""A longer series than this is not readable; the oldest years are left out."""


@dataclass(frozen=True, slots=True)
class Break:
    """From this year on an indicator is counted in another way; `note` says how, '' when nobody wrote it."""

    year: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The totals of one indicator, one per year; the years follow each other without a gap, oldest first.

    `breaks` lie after the first year, oldest first.
    """

    indicator: Indicator
    years: tuple[int, ...]
    totals: tuple[Total, ...]
    breaks: tuple[Break, ...] = ()

    def part(self, start: int, end: int | None = None) -> "Trend":
        """The years from index `start` up to `end`, with the breaks that lie among them."""
        years = self.years[start:end]
        breaks = tuple(one for one in self.breaks if years and years[0] < one.year <= years[-1])
        return replace(self, years=years, totals=self.totals[start:end], breaks=breaks)


def trend(dossier: Dossier, indicator: Indicator, up_to: int) -> Trend:
    """The totals from the first year in which anything was recorded to `up_to`; no years when there is nothing."""
    return dossier.once(("trend", indicator, up_to), lambda: _trend(dossier, indicator, up_to))


def _trend(dossier: Dossier, indicator: Indicator, up_to: int) -> Trend:
    values = dossier.where(IndicatorValue, "indicator_id", indicator.id)
    recorded = [one.year for one in values if one.year is not None and up_to - MOST_YEARS < one.year <= up_to]
    years = tuple(range(min(recorded), up_to + 1)) if recorded else ()
    return Trend(
        indicator=indicator,
        years=years,
        totals=tuple(total(dossier, indicator, year) for year in years),
        breaks=breaks(dossier, indicator, years[0], up_to) if years else (),
    )


def breaks(dossier: Dossier, indicator: Indicator, base: int, year: int) -> tuple[Break, ...]:
    """The breaks between two years: after `base`, up to and with `year`; of two in one year the first counts."""
    changes = dossier.where(DefinitionChange, "indicator_id", indicator.id)
    found = {one.year: Break(one.year, one.note) for one in reversed(changes) if one.year and base < one.year <= year}
    return tuple(found[at] for at in sorted(found))


def segments(one: Trend) -> Iterator[Trend]:
    """The parts of a series that were counted in one way, oldest first; all of it where there is no break."""
    starts = [0, *(one.years.index(each.year) for each in one.breaks)]
    for start, end in zip(starts, [*starts[1:], len(one.years)], strict=True):
        yield one.part(start, end)
