"""Single figures and totals as they were recorded: what is there, what is missing and why.

Readers get them through `shielded`, which hides small counts where that was chosen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from riec_desktop.dossier.choices import MissingReason, OrganisationKind, Scope
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Indicator, IndicatorValue, Organisation
from riec_desktop.dossier.views import centres


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number as it may be used. `actual` is None when it is not there or may not be shown; `reason` says why.

    `instead` is what stands in the place of a number that is hidden because of small counts: '<5', 'niet getoond'.
    """

    target: Decimal | None = None
    actual: Decimal | None = None
    provisional: bool = False
    reason: MissingReason = MissingReason.NONE
    instead: str = ""

    @property
    def difference(self) -> Decimal | None:
        """How far the actual number is above (+) or below (−) the target; None when one of them is not there."""
        return difference(self.actual, self.target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total(Figure):
    """A figure for the whole country; `missing` names the organisations whose number is not in it."""

    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFigure:
    """The figure of one organisation."""

    organisation: Organisation
    figure: Figure


NO_FIGURE = Figure()


def difference(value: Decimal | None, base: Decimal | None) -> Decimal | None:
    """`value - base`, or None when one of them is not there."""
    return None if value is None or base is None else value - base


def change(value: Decimal | None, base: Decimal | None) -> Decimal | None:
    """The change from `base` to `value` in percent; None when one is not there or the base is 0."""
    if value is None or not base:
        return None
    return (value - base) / abs(base) * 100


def share(value: Decimal | None, base: Decimal | None) -> Decimal | None:
    """How much of `base` the value is, in percent; None when one is not there or the base is 0."""
    return None if value is None or not base else value / base * 100


def figure_of(record: IndicatorValue) -> Figure:
    """What may be used of a record. A confidential number is not there for anybody; any other number beats a reason."""
    hidden = record.missing is MissingReason.CONFIDENTIAL
    actual = None if hidden else record.actual
    reason = record.missing if actual is None else MissingReason.NONE
    provisional = record.provisional and actual is not None
    return Figure(target=record.target, actual=actual, provisional=provisional, reason=reason)


def figures_of_year(dossier: Dossier, indicator: Indicator, year: int) -> Mapping[str | None, Figure]:
    """Organisation id (None = national) → figure, of every value that was recorded."""
    return dossier.once(("figures", indicator.id, year), lambda: _figures_of_year(dossier, indicator.id, year))


def _figures_of_year(dossier: Dossier, indicator_id: str, year: int) -> Mapping[str | None, Figure]:
    records = dossier.where(IndicatorValue, "indicator_id", indicator_id)
    # Reversed, so that of two records for one organisation the first in order counts, as everywhere.
    return {one.organisation_id: figure_of(one) for one in reversed(records) if one.year == year}


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFigures:
    """All figures of an indicator in one year.

    `found` has every organisation that something was recorded of (None: national), `parts` those that make up the
    total. `together` names organisations whose counts may only be shown as one, and `together_count` is that one.
    """

    found: Mapping[str | None, Figure]
    parts: tuple[OrganisationFigure, ...]
    total: Total
    together: tuple[str, ...] = ()
    together_count: Decimal | None = None


def recorded(dossier: Dossier, indicator: Indicator, year: int) -> YearFigures:
    """The figures as they were recorded, small counts too: for checks and for who fills them in, never for a reader."""
    # The record is in the question: what is made hangs on its fields, which nobody sees being read.
    return dossier.once(("recorded", indicator, year), lambda: _recorded(dossier, indicator, year))


def _recorded(dossier: Dossier, indicator: Indicator, year: int) -> YearFigures:
    found = figures_of_year(dossier, indicator, year)
    regional = indicator.scope is Scope.ORGANISATION
    parts = parts_of(found, centres(dossier, year))
    whole = total_of(found.get(None, NO_FIGURE), parts if regional else ())
    return YearFigures(found=found, parts=parts, total=whole)


def parts_of(
    found: Mapping[str | None, Figure], organisations: Iterable[Organisation]
) -> tuple[OrganisationFigure, ...]:
    """The figures that make up a total: of every RIEC of the year, and of the LIEC when it has something recorded."""
    return tuple(
        OrganisationFigure(organisation=one, figure=found.get(one.id, NO_FIGURE))
        for one in organisations
        if one.id in found or one.kind is OrganisationKind.RIEC
    )


def total_of(national: Figure, parts: tuple[OrganisationFigure, ...]) -> Total:
    """The national number, or the sum over RIECs and LIEC, with the names of those that are not in it.

    When no organisation has a number but a national one was recorded, as happens with years before the regions
    counted, that one is the total. `parts` is empty for a national indicator.
    """
    if not parts:
        return _national(national)
    added = _added(parts)
    return _national(national) if added.actual is None and national.actual is not None else added


def _national(figure: Figure) -> Total:
    return Total(
        target=figure.target, actual=figure.actual, provisional=figure.provisional, reason=figure.reason, missing=()
    )


def _added(parts: tuple[OrganisationFigure, ...]) -> Total:
    figures = [part.figure for part in parts]
    actual = _sum(figure.actual for figure in figures)
    return Total(
        target=_sum(figure.target for figure in figures),
        actual=actual,
        provisional=any(figure.provisional for figure in figures),
        reason=_shared_reason(figures) if actual is None else MissingReason.NONE,
        missing=tuple(part.organisation.name for part in parts if part.figure.actual is None),
    )


def _sum(numbers: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of the numbers that are there; None, not 0, when none is."""
    known = [number for number in numbers if number is not None]
    return sum(known, Decimal(0)) if known else None


def _shared_reason(figures: Iterable[Figure]) -> MissingReason:
    """The reason that all figures share; no reason when they differ."""
    reasons = {figure.reason for figure in figures}
    return reasons.pop() if len(reasons) == 1 else MissingReason.NONE
