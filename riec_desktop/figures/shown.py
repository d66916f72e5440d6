"""Figures as a reader sees them: Dutch notation, and a word instead of a number that is not there."""

from decimal import Decimal

from riec_desktop.dossier.choices import MissingReason
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import number, percentage, signed
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import Indicator
from riec_desktop.dossier.references import described
from riec_desktop.dossier.richtext import CrossReference, Linked, LinkedNumber, Measure
from riec_desktop.figures.shielded import total, value
from riec_desktop.figures.values import NO_FIGURE, Figure

NOTHING = "–"
"""Stands where no number is known and no reason was given; never a 0."""

_MOST_DECIMALS = 6
_MOST_PERCENT = Decimal(1_000_000)
"""A larger change says nothing to a reader."""


def decimals_of(indicator: Indicator) -> int:
    """The decimals that an indicator is shown with: what was chosen, from 0 to 6."""
    return max(0, min(indicator.decimals, _MOST_DECIMALS))


def shown(value: Decimal | None, indicator: Indicator, reason: MissingReason = MissingReason.NONE) -> str:
    """'1.234,5' with the decimals of the indicator; for a missing number the word of its reason, or a dash."""
    if value is None:
        return word(reason) or NOTHING
    return number(value, decimals_of(indicator))


def figure_text(figure: Figure, indicator: Indicator) -> str:
    """As `shown`, and '<5' or 'niet getoond' for a number that is hidden."""
    return figure.instead or shown(figure.actual, indicator, figure.reason)


def shown_difference(value: Decimal | None, indicator: Indicator) -> str:
    """'+12', '−3', '0', or a dash."""
    return NOTHING if value is None else signed(value, decimals_of(indicator))


def shown_change(value: Decimal | None) -> str:
    """'+12 %' or a dash."""
    return NOTHING if value is None or abs(value) > _MOST_PERCENT else percentage(value)


def _linked_figure(dossier: Dossier, indicator: Indicator, linked: LinkedNumber, year: int | None) -> Figure:
    wanted = linked.year or year
    if wanted is None:
        return NO_FIGURE
    if linked.organisation_id is None:
        return total(dossier, indicator, wanted)
    return value(dossier, indicator, wanted, linked.organisation_id)


def _measured(figure: Figure, measure: Measure) -> Decimal | None:
    numbers = {Measure.ACTUAL: figure.actual, Measure.TARGET: figure.target, Measure.DIFFERENCE: figure.difference}
    return numbers[measure]


def linked_text(dossier: Dossier, linked: Linked, year: int | None) -> str:
    """What a linked number prints: '1.234', '+12' for a difference, or the word for a number that is not there.

    A reference is described in words; only a whole chapter knows its number.
    """
    if isinstance(linked, CrossReference):
        return described(dossier, linked)
    indicator = dossier.get(Indicator, linked.indicator_id)
    if indicator is None:
        return NOTHING
    figure = _linked_figure(dossier, indicator, linked, year)
    found = _measured(figure, linked.measure)
    if linked.measure is Measure.DIFFERENCE:
        return shown_difference(found, indicator)
    reason = figure.reason if linked.measure is Measure.ACTUAL else MissingReason.NONE
    return shown(found, indicator, reason)
