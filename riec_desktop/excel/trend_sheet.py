"""The sheet 'Trends': every indicator of the year over the years, what changed, and a line chart of each.

The numbers are those of `riec_desktop.figures`, so they equal the tables of the Word chapter of each year.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from riec_desktop.dossier.choices import Direction, IndicatorChart
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised, number
from riec_desktop.dossier.records import Indicator, PortfolioReport, ReportYear
from riec_desktop.dossier.views import indicators, report_name, reports
from riec_desktop.excel.plan import Amount, Cell, Chart, Column, ColumnType, Formula, Line, Mark, Row, SheetPlan, Tone
from riec_desktop.excel.wording import amount_of, own_row
from riec_desktop.figures.shown import decimals_of
from riec_desktop.figures.trends import Break, Trend, trend
from riec_desktop.figures.values import Total, change, difference

NAME = "Trends"
MOST_CHARTS = 60
"""More charts than this make a workbook that opens slowly, and nobody looks at them all."""

_BETTER = Mark("beter", Tone.DONE)
_WORSE = Mark("slechter", Tone.LACKING)
_SAME = Mark("gelijk", Tone.QUIET)
_FIRST_YEAR = 3
_ROOM = 10
_NO_TOTAL = Total()


@dataclass(frozen=True, slots=True)
class _Series:
    """One row: an indicator of a portfolio, and its totals in the years of the sheet."""

    report: PortfolioReport
    indicator: Indicator
    totals: tuple[Total, ...]
    breaks: tuple[Break, ...]


def trends(dossier: Dossier, year: ReportYear) -> SheetPlan:
    """One row per indicator of the year's portfolios; the years run from the first with a figure to this one."""
    found = tuple(_found(dossier, year))
    years = _years(one for _, one in found)
    series = tuple(_Series(report, one.indicator, _totals_in(one, years), one.breaks) for report, one in found)
    names = tuple(report_name(dossier, one.report) for one in series)
    rows = tuple(_row(name, one, years) for name, one in zip(names, series, strict=True))
    return SheetPlan(
        name=NAME,
        description="Eén regel per indicator: de totalen van de afgelopen jaren, wat er veranderde, "
        "en onder de tabel een grafiek.",
        columns=_columns(years),
        rows=rows,
        nothing="Bij de portefeuilles van dit verslagjaar horen nog geen indicatoren.",
        frozen_columns=2,
        charts=tuple(_charts(series, rows, years))[:MOST_CHARTS],
    )


def _found(dossier: Dossier, year: ReportYear) -> Iterator[tuple[PortfolioReport, Trend]]:
    if year.year is None:
        return
    for report in reports(dossier, year):
        for indicator in indicators(dossier, report):
            yield report, trend(dossier, indicator, year.year)


def _years(found: Iterator[Trend]) -> tuple[int, ...]:
    """The years of the longest series; every series ends in the same year."""
    return max((one.years for one in found), key=len, default=())


def _totals_in(one: Trend, years: Sequence[int]) -> tuple[Total, ...]:
    known = dict(zip(one.years, one.totals, strict=True))
    return tuple(known.get(year, _NO_TOTAL) for year in years)


# --- Table -----------------------------------------------------------------------------------------------------------


def _columns(years: Sequence[int]) -> tuple[Column, ...]:
    first, *more = (_change_columns(base) for base in _bases(years)) if len(years) > 1 else ((),)
    return (
        Column(name="Portefeuille", widest=24),
        Column(name="Indicator", widest=30, bold=True),
        Column(name="Eenheid", widest=16),
        *(Column(name=str(year), type=ColumnType.DECIMAL) for year in years),
        *(Column(name=f"Doel {year}", type=ColumnType.DECIMAL) for year in years),
        *first,
        Column(name="Ontwikkeling", marks=(_BETTER, _WORSE, _SAME), widest=14),
        *chain.from_iterable(more),
        Column(name="Niet meegeteld", widest=30),
        Column(name="Anders geteld vanaf", widest=30),
        Column(name="Grafiek", widest=40),
    )


def _change_columns(base: int) -> tuple[Column, Column]:
    return (
        Column(name=f"Sinds {base}", type=ColumnType.DIFFERENCE, narrowest=_ROOM),
        Column(name=f"Sinds {base} in %", type=ColumnType.PERCENTAGE, narrowest=_ROOM),
    )


def _bases(years: Sequence[int]) -> tuple[int, ...]:
    """The years that this one is compared with: the one before it, and the first one when that is another."""
    return tuple(dict.fromkeys((years[-2], years[0]))) if len(years) > 1 else ()


def _row(name: str, one: _Series, years: Sequence[int]) -> Row:
    indicator, totals = one.indicator, dict(zip(years, one.totals, strict=True))
    first, *more = (_changes(one, totals, base, years[-1]) for base in _bases(years)) if len(years) > 1 else ((),)
    return (
        name,
        indicator.name,
        indicator.unit,
        *(amount_of(figure.actual, indicator) for figure in one.totals),
        *(amount_of(figure.target, indicator) for figure in one.totals),
        *first,
        _development(one, years),
        *chain.from_iterable(more),
        _not_counted(one, years),
        "\n".join(f"{each.year}: {each.note}".rstrip(": ") for each in one.breaks),
        f"{capitalised(name)}: {indicator.name}",
    )


def _changes(one: _Series, totals: Mapping[int, Total], base: int, last: int) -> tuple[Cell, Cell]:
    """The difference between two years, as a number and in percent; both can be followed in the cell."""
    if _is_broken(one, base, last):
        return None, None
    then, now = own_row(NAME, str(base)), own_row(NAME, str(last))
    amount = amount_of(difference(totals[last].actual, totals[base].actual), one.indicator)
    percentage = change(totals[last].actual, totals[base].actual)
    return (
        amount and Formula(f"={now}-{then}", amount),
        None if percentage is None else Formula(f"=({now}-{then})/ABS({then})", Amount(percentage / 100)),
    )


def _is_broken(one: _Series, base: int, last: int) -> bool:
    """Whether two years were not counted in one way."""
    return any(base < each.year <= last for each in one.breaks)


def _development(one: _Series, years: Sequence[int]) -> str:
    """Whether the indicator went the way that is good for it since last year."""
    before, last = one.totals[-2:] if len(one.totals) > 1 else (_NO_TOTAL, _NO_TOTAL)
    changed, direction = difference(last.actual, before.actual), one.indicator.direction
    if changed is None or direction is Direction.NEUTRAL or _is_broken(one, years[-1] - 1, years[-1]):
        return ""
    if not changed:
        return _SAME.word
    return (_BETTER if (changed > 0) is (direction is Direction.UP) else _WORSE).word


def _not_counted(one: _Series, years: Sequence[int]) -> str:
    """'2021: RIEC Limburg': of whom no number is in the total of a year, to explain a jump in the line."""
    told = zip(years, one.totals, strict=True)
    return "\n".join(f"{year}: {said}" for year, figure in told if (said := _why_not(figure)))


def _why_not(figure: Total) -> str:
    return figure.instead or (", ".join(figure.missing) if _partial(figure) else "")


def _partial(figure: Total) -> bool:
    return bool(figure.missing) and figure.actual is not None


# --- Charts ----------------------------------------------------------------------------------------------------------


def _charts(series: Sequence[_Series], rows: Sequence[Row], years: Sequence[int]) -> Iterator[Chart]:
    """A chart of every indicator with a line to draw: numbers of two years at least, unless nobody wants one.

    A line begins at the last break: what was counted in another way stands in the table only.
    """
    for at, (one, row) in enumerate(zip(series, rows, strict=True)):
        known = [figure for figure in one.totals[_start(one, years) :] if figure.actual is not None]
        if len(known) > 1 and one.indicator.chart is not IndicatorChart.NONE:
            yield _chart(at, one, str(row[-1]), years)


def _start(one: _Series, years: Sequence[int]) -> int:
    """The index of the year from which on the indicator is counted as it is now."""
    return years.index(one.breaks[-1].year) if one.breaks else 0


def _chart(at: int, one: _Series, title: str, years: Sequence[int]) -> Chart:
    first, count, start = _FIRST_YEAR, len(years), _start(one, years)
    lines = [Line("werkelijk", first + start, first + count - 1)]
    if any(figure.target is not None for figure in one.totals[start:]):
        lines.append(Line("doel", first + count + start, first + 2 * count - 1, is_target=True))
    return Chart(
        row=at,
        title_column=len(_columns(years)) - 1,
        description=_told(one, title, years),
        unit=one.indicator.unit,
        decimals=decimals_of(one.indicator),
        places=tuple(map(str, years[start:])),
        lines=tuple(lines),
    )


def _told(one: _Series, title: str, years: Sequence[int]) -> str:
    """The chart in words, with its numbers: 'Werkelijk: 2021 12, 2022 15. Doel: 2022 20' after its title."""
    start = _start(one, years)
    totals, shown = one.totals[start:], years[start:]
    actual = _told_line("Werkelijk", [figure.actual for figure in totals], one.indicator, shown)
    target = _told_line("Doel", [figure.target for figure in totals], one.indicator, shown)
    broken = f"Vanaf {shown[0]} anders geteld. " if one.breaks else ""
    return f"Lijngrafiek. {title} ({one.indicator.unit}). {broken}{actual}{target}".strip()


def _told_line(name: str, values: Sequence[Decimal | None], indicator: Indicator, years: Sequence[int]) -> str:
    known = [(year, value) for year, value in zip(years, values, strict=True) if value is not None]
    told = ", ".join(f"{year} {number(value, decimals_of(indicator))}" for year, value in known)
    return f"{name}: {told}. " if known else ""
