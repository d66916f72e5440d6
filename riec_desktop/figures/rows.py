"""Figures in rows, as tables show them: per indicator with the year before, and per organisation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from riec_desktop.dossier.choices import MissingReason, Scope
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Indicator, Organisation, PortfolioReport, ReportYear
from riec_desktop.dossier.views import indicators
from riec_desktop.figures.shielded import total, year_figures
from riec_desktop.figures.trends import Break, breaks
from riec_desktop.figures.values import NO_FIGURE, Figure, Total, YearFigures, change


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One indicator in one year.

    `previous` is last year's number, `difference` is actual minus target, `percentage` the change since last year.
    `provisional`, `reason`, `missing` and `instead` are about the actual number, as in `Total`; `previous_instead` is
    about last year's. With `breaks` between the two years there is no percentage: they do not compare.
    """

    indicator: Indicator
    previous: Decimal | None
    target: Decimal | None
    actual: Decimal | None
    difference: Decimal | None
    percentage: Decimal | None
    provisional: bool
    reason: MissingReason
    missing: tuple[str, ...]
    instead: str = ""
    previous_instead: str = ""
    breaks: tuple[Break, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show: no number and no reason."""
        numbers = (self.previous, self.target, self.actual)
        said = self.reason is not MissingReason.NONE or self.instead or self.previous_instead
        return not said and all(number is None for number in numbers)


def figure_row(dossier: Dossier, indicator: Indicator, year: int) -> FigureRow:
    """The row of one indicator."""
    now, before = total(dossier, indicator, year), total(dossier, indicator, year - 1)
    broken = breaks(dossier, indicator, year - 1, year)
    return FigureRow(
        indicator=indicator,
        previous=before.actual,
        target=now.target,
        actual=now.actual,
        difference=now.difference,
        percentage=None if broken else change(now.actual, before.actual),
        provisional=now.provisional,
        reason=now.reason,
        missing=now.missing,
        instead=now.instead,
        previous_instead=before.instead,
        breaks=broken,
    )


def figure_rows(dossier: Dossier, report: PortfolioReport) -> tuple[FigureRow, ...]:
    """A row for every indicator of the portfolio, in the year of the report; none when the report has no year."""
    year = dossier.get(ReportYear, report.year_id)
    if year is None or year.year is None:
        return ()
    wanted, number = indicators(dossier, report), year.year
    return dossier.once(
        ("figure rows", wanted, number), lambda: tuple(figure_row(dossier, one, number) for one in wanted)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One organisation, with a figure for each indicator of the matrix in the same order."""

    organisation: Organisation
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Organisations × indicators in one year, with a total per indicator.

    `together` is a row with the sums of counts that may only be shown as one; without numbers when there are none.
    """

    indicators: tuple[Indicator, ...]
    rows: tuple[MatrixRow, ...]
    together: tuple[Figure, ...]
    totals: tuple[Total, ...]


def _recorded(figure: Figure) -> bool:
    return figure.actual is not None or figure.reason is not MissingReason.NONE or bool(figure.instead)


@dataclass(frozen=True, slots=True)
class _Column:
    """One indicator with its figures by organisation, and their total."""

    indicator: Indicator
    figures: YearFigures


def _columns(dossier: Dossier, wanted: Iterable[Indicator], year: int) -> Iterator[_Column]:
    """The indicators per organisation of which anything was recorded."""
    for one in (indicator for indicator in wanted if indicator.scope is Scope.ORGANISATION):
        found = year_figures(dossier, one, year)
        if any(_recorded(part.figure) for part in found.parts):
            yield _Column(one, found)


def matrix(dossier: Dossier, wanted: Iterable[Indicator], year: int) -> Matrix:
    """The figures per organisation of those indicators that have any; who has no part in it is left out."""
    chosen = tuple(wanted)
    question = ("matrix", chosen, year)
    return dossier.once(question, lambda: _matrix(dossier, chosen, year))


def _matrix(dossier: Dossier, wanted: Iterable[Indicator], year: int) -> Matrix:
    columns = tuple(_columns(dossier, wanted, year))
    cells = {(part.organisation.id, at): part.figure for at, one in enumerate(columns) for part in one.figures.parts}
    organisations = {part.organisation.id: part.organisation for one in columns for part in one.figures.parts}
    rows = (
        MatrixRow(organisation=one, figures=tuple(cells.get((one.id, at), NO_FIGURE) for at in range(len(columns))))
        for one in sorted(organisations.values(), key=lambda one: (one.position, one.id))
    )
    return Matrix(
        indicators=tuple(one.indicator for one in columns),
        rows=tuple(rows),
        together=tuple(Figure(actual=one.figures.together_count) for one in columns),
        totals=tuple(one.figures.total for one in columns),
    )
