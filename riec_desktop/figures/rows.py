"""Figures in rows, as tables show them: per indicator with the year before, and per organisation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from riec_desktop.dossier.choices import MissingReason, Scope
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Indicator, Organisation, PortfolioReport, ReportYear
from riec_desktop.dossier.views import centres, indicators
from riec_desktop.figures.values import (
    NO_FIGURE,
    Figure,
    OrganisationFigure,
    Total,
    change,
    figures_of_year,
    parts_of,
    total,
    total_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One indicator in one year.

    `previous` is last year's number, `difference` is actual minus target, `percentage` the change since last year.
    `provisional`, `reason` and `missing` are about the actual number, as in `Total`.
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

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show: no number and no reason."""
        numbers = (self.previous, self.target, self.actual)
        return self.reason is MissingReason.NONE and all(number is None for number in numbers)


def figure_row(dossier: Dossier, indicator: Indicator, year: int) -> FigureRow:
    """The row of one indicator."""
    now = total(dossier, indicator, year)
    previous = total(dossier, indicator, year - 1).actual
    return FigureRow(
        indicator=indicator,
        previous=previous,
        target=now.target,
        actual=now.actual,
        difference=now.difference,
        percentage=change(now.actual, previous),
        provisional=now.provisional,
        reason=now.reason,
        missing=now.missing,
    )


def figure_rows(dossier: Dossier, report: PortfolioReport) -> tuple[FigureRow, ...]:
    """A row for every indicator of the portfolio, in the year of the report; none when the report has no year."""
    year = dossier.get(ReportYear, report.year_id)
    if year is None or year.year is None:
        return ()
    wanted, number = indicators(dossier, report), year.year
    return dossier.once(("figure rows", report.id), lambda: tuple(figure_row(dossier, one, number) for one in wanted))


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One organisation, with a figure for each indicator of the matrix in the same order."""

    organisation: Organisation
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Organisations × indicators in one year, with a total per indicator."""

    indicators: tuple[Indicator, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[Total, ...]


def _recorded(figure: Figure) -> bool:
    return figure.actual is not None or figure.reason is not MissingReason.NONE


@dataclass(frozen=True, slots=True)
class _Column:
    """One indicator: its figures by organisation, and their total."""

    indicator: Indicator
    parts: tuple[OrganisationFigure, ...]
    total: Total


def _columns(dossier: Dossier, wanted: Iterable[Indicator], year: int) -> Iterator[_Column]:
    """The indicators per organisation of which anything was recorded."""
    organisations = centres(dossier, year)
    for one in (indicator for indicator in wanted if indicator.scope is Scope.ORGANISATION):
        found = figures_of_year(dossier, one, year)
        parts = parts_of(found, organisations)
        if any(_recorded(part.figure) for part in parts):
            yield _Column(one, parts, total_of(found.get(None, NO_FIGURE), parts))


def matrix(dossier: Dossier, wanted: Iterable[Indicator], year: int) -> Matrix:
    """The figures per organisation of those indicators that have any; who has no part in it is left out."""
    chosen = tuple(wanted)
    question = ("matrix", tuple(one.id for one in chosen), year)
    return dossier.once(question, lambda: _matrix(dossier, chosen, year))


def _matrix(dossier: Dossier, wanted: Iterable[Indicator], year: int) -> Matrix:
    columns = tuple(_columns(dossier, wanted, year))
    cells = {(part.organisation.id, at): part.figure for at, one in enumerate(columns) for part in one.parts}
    organisations = {part.organisation.id: part.organisation for one in columns for part in one.parts}
    rows = (
        MatrixRow(organisation=one, figures=tuple(cells.get((one.id, at), NO_FIGURE) for at in range(len(columns))))
        for one in sorted(organisations.values(), key=lambda one: (one.position, one.id))
    )
    return Matrix(
        indicators=tuple(one.indicator for one in columns),
        rows=tuple(rows),
        totals=tuple(one.total for one in columns),
    )
