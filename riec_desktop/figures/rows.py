"""Figures in rows, as tables show them: per indicator with the year before, and per organisation."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Indicator, MissingReason, Organisation, PortfolioReport, ReportYear, Scope
from riec_desktop.dossier.views import indicators
from riec_desktop.figures.values import (
    NO_FIGURE,
    Figure,
    OrganisationFigure,
    Total,
    change,
    organisation_figures,
    total,
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
    return tuple(figure_row(dossier, one, year.year) for one in indicators(dossier, report))


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


def _with_numbers(dossier: Dossier, indicator: Indicator, year: int) -> tuple[OrganisationFigure, ...]:
    """The figures per organisation of an indicator, or none when not one of them was recorded."""
    found = organisation_figures(dossier, indicator, year) if indicator.scope is Scope.ORGANISATION else ()
    return found if any(_recorded(one.figure) for one in found) else ()


def _recorded(figure: Figure) -> bool:
    return figure.actual is not None or figure.reason is not MissingReason.NONE


def matrix(dossier: Dossier, wanted: Sequence[Indicator], year: int) -> Matrix:
    """The figures per organisation of those indicators that have any; who has no part in it is left out."""
    columns = {one.id: (one, found) for one in wanted if (found := _with_numbers(dossier, one, year))}
    cells = {(part.organisation.id, at): part.figure for at, (_, found) in columns.items() for part in found}
    organisations = {part.organisation.id: part.organisation for _, found in columns.values() for part in found}
    rows = (
        MatrixRow(organisation=one, figures=tuple(cells.get((one.id, at), NO_FIGURE) for at in columns))
        for one in sorted(organisations.values(), key=lambda one: (one.position, one.id))
    )
    chosen = tuple(indicator for indicator, _ in columns.values())
    return Matrix(indicators=chosen, rows=tuple(rows), totals=tuple(total(dossier, one, year) for one in chosen))
