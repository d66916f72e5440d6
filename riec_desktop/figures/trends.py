"""An indicator over the years: the series behind the trend sheet, its charts and those of the chapter."""

from dataclasses import dataclass

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Indicator, IndicatorValue
from riec_desktop.figures.shielded import total
from riec_desktop.figures.values import Total

MOST_YEARS = 10
"""A longer series than this is not readable; the oldest years are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The totals of one indicator, one per year; the years follow each other without a gap, oldest first."""

    indicator: Indicator
    years: tuple[int, ...]
    totals: tuple[Total, ...]


def trend(dossier: Dossier, indicator: Indicator, up_to: int) -> Trend:
    """The totals from the first year in which anything was recorded to `up_to`; no years when there is nothing."""
    return dossier.once(("trend", indicator.id, up_to), lambda: _trend(dossier, indicator, up_to))


def _trend(dossier: Dossier, indicator: Indicator, up_to: int) -> Trend:
    values = dossier.where(IndicatorValue, "indicator_id", indicator.id)
    recorded = [one.year for one in values if one.year is not None and up_to - MOST_YEARS < one.year <= up_to]
    years = tuple(range(min(recorded), up_to + 1)) if recorded else ()
    return Trend(indicator=indicator, years=years, totals=tuple(total(dossier, indicator, year) for year in years))
