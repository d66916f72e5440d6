"""The figures of an indicator as charts to look at: its course over the years, and who it comes from this year.

The same charts as in the chapter, of every indicator that has numbers; the chapter shows only some of them.
"""

from collections.abc import Iterator, Sequence

from riec_desktop.chapter import chart_words as words
from riec_desktop.chapter.blocks import Caption, Chart, ChartKind
from riec_desktop.chapter.chart_choice import has_bars
from riec_desktop.chapter.charts import lines, regions
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import Scope
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised, number, signed
from riec_desktop.dossier.records import Indicator, IndicatorValue, PortfolioReport, ReportYear
from riec_desktop.figures.shielded import year_figures
from riec_desktop.figures.shown import shown_change
from riec_desktop.figures.trends import breaks, trend
from riec_desktop.figures.values import YearFigures, change, difference


def key_figures(dossier: Dossier, year: ReportYear) -> tuple[tuple[str, Indicator], ...]:
    """The indicators of a year that have numbers, in the order of the chapter, each named with its portfolio."""
    return tuple(
        (f"{capitalised(views.report_name(dossier, report))}: {words.bare_name(one)}", one)
        for report in views.reports(dossier, year)
        for one in figures_of(dossier, report)
    )


def figures_of(dossier: Dossier, report: PortfolioReport) -> tuple[Indicator, ...]:
    """The indicators of a portfolio that have a number in some year."""
    return tuple(one for one in views.indicators(dossier, report) if _has_numbers(dossier, one))


def _has_numbers(dossier: Dossier, indicator: Indicator) -> bool:
    return any(one.actual is not None for one in dossier.where(IndicatorValue, "indicator_id", indicator.id))


def plots(dossier: Dossier, indicator: Indicator, year: int) -> tuple[Chart, ...]:
    """A line over the years, and bars per organisation where it is counted so; only what has numbers."""
    return tuple(_plots(dossier, indicator, year))


def _plots(dossier: Dossier, indicator: Indicator, year: int) -> Iterator[Chart]:
    course = trend(dossier, indicator, year)
    if any(one.actual is not None for one in course.totals):
        yield lines((course,), _caption(words.lines_title((course,))))
    if indicator.scope is Scope.ORGANISATION:
        found = year_figures(dossier, indicator, year)
        if has_bars(found):
            before = _year_before(dossier, indicator, year)
            yield regions(indicator, found, year, _caption(words.regions_title(indicator, year)), before)


def _year_before(dossier: Dossier, indicator: Indicator, year: int) -> YearFigures | None:
    """What the regions had a year earlier, to compare; None where nothing was recorded or it was counted otherwise."""
    if breaks(dossier, indicator, year - 1, year):
        return None
    return year_figures(dossier, indicator, year - 1)


def _caption(title: str) -> Caption:
    """On screen a chart has no number."""
    return Caption(label="", prefix="", number=0, text=title, bookmark="")


def rows(chart: Chart) -> Sequence[tuple[str, ...]]:
    """The numbers of a chart as the rows of a table, in Dutch notation: the category, then a cell for each series.

    Of a line over the years the change since the year before follows, as a number and in percent.
    """
    return [
        (name, *(value_text(chart, series, at) for series in range(len(chart.series))), *_changes(chart, at))
        for at, name in enumerate(chart.categories)
    ]


def columns(chart: Chart) -> Sequence[str]:
    """What stands above the cells of `rows`."""
    return ("", *(one.name for one in chart.series), *(_CHANGE_COLUMNS if _has_changes(chart) else ()))


_CHANGE_COLUMNS = ("Verandering", "In procenten")


def _has_changes(chart: Chart) -> bool:
    return chart.kind is ChartKind.LINE and len(chart.categories) > 1


def _changes(chart: Chart, at: int) -> tuple[str, ...]:
    """Within what was counted in one way: across a break nothing is compared."""
    if not _has_changes(chart):
        return ()
    pairs = [(one.values[at], one.values[at - 1]) for one in chart.series if not one.is_target] if at else []
    now, before = next((pair for pair in pairs if None not in pair), (None, None))
    changed = difference(now, before)
    told = "–" if changed is None else signed(changed, chart.decimals)
    return told, shown_change(change(now, before))


def value_text(chart: Chart, series: int, at: int) -> str:
    """One number in Dutch notation; a dash where there is none."""
    value = chart.series[series].values[at]
    return "–" if value is None else number(value, chart.decimals)


def spoken(chart: Chart, series: int, at: int) -> str:
    """'2023, Signalen: 254 signalen', for a screen reader and under the mouse."""
    unit = f" {chart.unit}" if chart.unit else ""
    name = "" if len(chart.series) == 1 else f", {chart.series[series].name.lower()}"
    return f"{chart.categories[at]}{name}: {value_text(chart, series, at)}{unit}"
