"""Which charts a portfolio gets: those that somebody chose, and of the rest what an editor would draw.

An editor draws few: a line where years can be compared, at most two per portfolio, indicators in the same unit and of
similar size together, and none of a handful that the table says as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from riec_desktop.dossier.choices import IndicatorChart, Scope
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Indicator, PortfolioReport
from riec_desktop.dossier.views import indicators
from riec_desktop.figures.shielded import year_figures
from riec_desktop.figures.trends import Trend, trend
from riec_desktop.figures.values import Total, YearFigures

MOST_AUTOMATIC = 2
"""More charts that nobody asked for than this make a section of pictures."""

_ENOUGH_YEARS = 3
_CHOSEN_YEARS = 2
_MOST_LINES = 3
_SIMILAR = 4
"""Lines of which one is more than so many times as high as another hide each other's course."""

_WORTH_DRAWING = 10
"""A line of whole numbers that never come as high says less than the table."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A line over the years for each of these indicators, which share a unit."""

    trends: tuple[Trend, ...]


@dataclass(frozen=True, slots=True)
class Regions:
    """A bar for each organisation with a number in this year, and one for those that may only be shown together."""

    indicator: Indicator
    figures: YearFigures


@dataclass(frozen=True, slots=True)
class Targets:
    """Two bars for each year with a target and a number."""

    trend: Trend


Choice = Lines | Regions | Targets


def choices(dossier: Dossier, report: PortfolioReport, year: int) -> tuple[Choice, ...]:
    """The charts of one portfolio in the order of its indicators; made once per dossier."""
    return dossier.once(("charts", report.id, year), lambda: tuple(_choices(dossier, report, year)))


def _choices(dossier: Dossier, report: PortfolioReport, year: int) -> Iterator[Choice]:
    found = indicators(dossier, report)
    groups = _groups([_trend(dossier, one, year) for one in found if one.chart is IndicatorChart.AUTOMATIC])
    first = {group[0].indicator.id: group for group in groups[:MOST_AUTOMATIC]}
    for one in found:
        if one.chart is IndicatorChart.AUTOMATIC:
            if one.id in first:
                yield Lines(first[one.id])
        else:
            yield from _chosen(dossier, one, year)


def _trend(dossier: Dossier, indicator: Indicator, year: int) -> Trend:
    """The years from the first with a number or a target."""
    whole = trend(dossier, indicator, year)
    start = next((at for at, one in enumerate(whole.totals) if _says_something(one)), len(whole.years))
    return whole.part(start) if start else whole


def _says_something(one: Total) -> bool:
    return one.actual is not None or one.target is not None


# --- Automatic -------------------------------------------------------------------------------------------------------


def _groups(trends: Sequence[Trend]) -> list[tuple[Trend, ...]]:
    """Those worth drawing, with what fits into one chart together; the order is that of the first of each."""
    groups: list[tuple[Trend, ...]] = []
    for one in trends:
        if not _worth_drawing(one):
            continue
        at = next((at for at, group in enumerate(groups) if _fits(group, one)), None)
        if at is None:
            groups.append((one,))
        else:
            groups[at] = (*groups[at], one)
    return groups


def _worth_drawing(one: Trend) -> bool:
    """Numbers of three years or more, this year's among them, of a size that makes a line."""
    known = numbers(one)
    enough = len(known) >= _ENOUGH_YEARS and one.totals[-1].actual is not None
    return enough and (one.indicator.decimals > 0 or _size(one) >= _WORTH_DRAWING)


def numbers(one: Trend) -> list[tuple[int, Decimal]]:
    """The years that have a number, with it."""
    return [(year, each.actual) for year, each in zip(one.years, one.totals, strict=True) if each.actual is not None]


def _size(one: Trend) -> Decimal:
    return max(abs(number) for _, number in numbers(one))


def _fits(group: Sequence[Trend], one: Trend) -> bool:
    unit = one.indicator.unit.casefold()
    same = bool(unit) and all(other.indicator.unit.casefold() == unit for other in group)
    sizes = [_size(other) for other in (*group, one)]
    return same and len(group) < _MOST_LINES and max(sizes) <= _SIMILAR * min(sizes)


# --- Chosen ----------------------------------------------------------------------------------------------------------


def _chosen(dossier: Dossier, indicator: Indicator, year: int) -> Iterator[Choice]:
    """What somebody chose for an indicator, as soon as there is anything to compare."""
    if indicator.chart is IndicatorChart.YEARS:
        found = _trend(dossier, indicator, year)
        if len(numbers(found)) >= _CHOSEN_YEARS:
            yield Lines((found,))
    elif indicator.chart is IndicatorChart.TARGET:
        found = _with_target(_trend(dossier, indicator, year))
        if found.years:
            yield Targets(found)
    elif indicator.chart is IndicatorChart.ORGANISATIONS and indicator.scope is Scope.ORGANISATION:
        found = year_figures(dossier, indicator, year)
        if has_bars(found):
            yield Regions(indicator, found)


def has_bars(found: YearFigures) -> bool:
    """Whether there is a number of any organisation to draw."""
    return found.together_count is not None or any(part.figure.actual is not None for part in found.parts)


def _with_target(one: Trend) -> Trend:
    """The years that have both."""
    pairs = [
        (year, total)
        for year, total in zip(one.years, one.totals, strict=True)
        if total.actual is not None and total.target is not None
    ]
    return Trend(
        indicator=one.indicator, years=tuple(year for year, _ in pairs), totals=tuple(total for _, total in pairs)
    )
