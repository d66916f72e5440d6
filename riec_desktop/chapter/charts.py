"""The charts of one portfolio: lines over the years, bars per organisation, target beside actual.

All numbers come from `figures`, so what is confidential there is not drawn here either.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from riec_desktop.chapter import chart_words as words
from riec_desktop.chapter.blocks import Block, Caption, Chart, ChartKind, Role, Series
from riec_desktop.chapter.bookmarks import bookmark
from riec_desktop.chapter.chart_choice import Choice, Lines, Regions, Targets, choices
from riec_desktop.chapter.draft import FIGURE, Draft, Piece, anchor
from riec_desktop.chapter.prose import sentence
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.records import Indicator, PortfolioReport
from riec_desktop.dossier.richtext import Part
from riec_desktop.figures.shown import decimals_of
from riec_desktop.figures.trends import Trend, segments
from riec_desktop.figures.values import YearFigures

TARGET_NAME = "Doel"
ACTUAL_NAME = "Werkelijk"
MOST_NARROW = 14
"""Bars of so many names, which lie below each other, fit in one of two columns of a page: every RIEC and the LIEC."""


def charts(draft: Draft, report: PortfolioReport) -> Iterator[Piece]:
    """The charts of a portfolio, each followed by the line that explains it."""
    year = draft.year.year
    if year is None:
        return
    for at, choice in enumerate(choices(draft.dossier, report, year), 1):
        referred = tuple((Part.CHART, one.id) for one in _shown(choice))
        title = _title(choice, year)
        yield Piece(FIGURE, bookmark(f"g{at}", report.id), title, partial(_blocks, choice, year), referred)


def _shown(choice: Choice) -> tuple[Indicator, ...]:
    match choice:
        case Lines():
            return tuple(one.indicator for one in choice.trends)
        case Regions():
            return (choice.indicator,)
        case Targets():
            return (choice.trend.indicator,)


def _title(choice: Choice, year: int) -> str:
    match choice:
        case Lines():
            return words.lines_title(choice.trends)
        case Regions():
            return words.regions_title(choice.indicator, year)
        case Targets():
            return words.targets_title(choice.trend)


def _blocks(choice: Choice, year: int, caption: Caption) -> Iterator[Block]:
    """The chart, and the line below it when there is anything to explain."""
    match choice:
        case Lines():
            yield lines(choice.trends, caption)
            note = words.lines_note(choice.trends)
        case Regions():
            yield regions(choice.indicator, choice.figures, year, caption)
            note = words.regions_note(choice.figures)
        case Targets():
            yield _targets(choice.trend, caption)
            note = words.lines_note((choice.trend,))
    if note:
        yield sentence(note, anchor(_shown(choice)[0], "name"), Role.SOURCE)


# --- Lines -----------------------------------------------------------------------------------------------------------


def lines(trends: Sequence[Trend], caption: Caption) -> Chart:
    """One line per indicator, and one with targets when it is alone. One of the totals must have a number."""
    years = max((one.years for one in trends), key=len)
    actual = tuple(series for one in trends for series in _series(one, years))
    target = _target_line(trends[0], years) if len(trends) == 1 else ()
    return _chart(
        trends[0].indicator,
        caption,
        kind=ChartKind.LINE,
        categories=tuple(map(str, years)),
        series=(*actual, *target),
        description=words.lines_description(trends),
        decimals=max(decimals_of(one.indicator) for one in trends),
    )


def _series(one: Trend, years: Sequence[int]) -> Iterator[Series]:
    """The numbers of an indicator; every trend ends in the same year, and some begin later.

    What was counted in one way is a series of its own, so that the line has a gap where that changed.
    """
    parts = tuple(segments(one))
    for at, part in enumerate(parts):
        known = dict(zip(part.years, part.totals, strict=True))
        values = tuple(known[year].actual if year in known else None for year in years)
        if any(value is not None for value in values):
            yield Series(name=_series_name(part, parts), values=values, goes_on=at > 0)


def _series_name(part: Trend, parts: Sequence[Trend]) -> str:
    """'Signalen', or 'Signalen tot en met 2021' and 'Signalen vanaf 2022' around a break."""
    name = capitalised(words.bare_name(part.indicator))
    if len(parts) == 1:
        return name
    return f"{name} tot en met {part.years[-1]}" if part is parts[0] else f"{name} vanaf {part.years[0]}"


def _target_line(one: Trend, years: Sequence[int]) -> tuple[Series, ...]:
    values = tuple(each.target for each in one.totals)
    if all(value is None for value in values):
        return ()
    return (Series(name=TARGET_NAME, values=(None,) * (len(years) - len(values)) + values, is_target=True),)


# --- Bars ------------------------------------------------------------------------------------------------------------


def regions(
    indicator: Indicator, found: YearFigures, year: int, caption: Caption, before: YearFigures | None = None
) -> Chart:
    """A bar for each organisation with a number, and for those counted together; there must be one.

    With `before`, the figures of a year earlier, each has a bar of that year beside it.
    """
    bars = words.bars_of(found)
    earlier = dict(words.bars_of(_alike(before, found))) if before is not None else {}
    then = (Series(name=str(year - 1), values=tuple(earlier.get(name) for name, _ in bars)),) if earlier else ()
    return _chart(
        indicator,
        caption,
        kind=ChartKind.BARS,
        categories=tuple(name for name, _ in bars),
        series=(*then, Series(name=str(year), values=tuple(count for _, count in bars))),
        description=words.regions_description(indicator, found, year),
    )


def _alike(before: YearFigures, found: YearFigures) -> YearFigures:
    """Without the organisations that are shown together, unless they are the same ones as now."""
    return before if before.together == found.together else replace(before, together_count=None)


def _targets(one: Trend, caption: Caption) -> Chart:
    return _chart(
        one.indicator,
        caption,
        kind=ChartKind.BARS,
        categories=tuple(map(str, one.years)),
        series=(
            Series(name=TARGET_NAME, values=tuple(each.target for each in one.totals), is_target=True),
            Series(name=ACTUAL_NAME, values=tuple(each.actual for each in one.totals)),
        ),
        description=words.targets_description(one),
    )


def _chart(
    indicator: Indicator,
    caption: Caption,
    *,
    kind: ChartKind,
    categories: tuple[str, ...],
    series: tuple[Series, ...],
    description: str,
    decimals: int | None = None,
) -> Chart:
    return Chart(
        kind=kind,
        categories=categories,
        series=series,
        unit=indicator.unit,
        decimals=decimals_of(indicator) if decimals is None else decimals,
        caption=caption,
        title=caption.text,
        description=description,
        wide=len(categories) > MOST_NARROW,
        anchor=anchor(indicator, "name"),
    )
