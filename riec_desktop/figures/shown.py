"""Figures as a reader sees them: Dutch notation, and a word instead of a number that is not there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from riec_desktop.dossier.choices import MissingReason
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import NO_BREAK, number, percentage, signed
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.linked import LinkedCount, LinkedNumber, Measure, watchable
from riec_desktop.dossier.records import Indicator
from riec_desktop.dossier.references import described
from riec_desktop.dossier.richtext import CrossReference, Linked
from riec_desktop.figures.counts import NOUNS, count_of
from riec_desktop.figures.shielded import total, value
from riec_desktop.figures.trends import breaks
from riec_desktop.figures.values import NO_FIGURE, Figure, change, difference, share
from riec_desktop.figures.variants import NOT_KNOWN, hidden_in_words, in_words, more_or_less, unknown_in_words

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


@dataclass(frozen=True, slots=True)
class _Printed:
    """What a linked number measures: the number, the figure that explains why it is not there, and how it is written.

    `plain` writes it with its sign where it has one, `bare` without it.
    """

    value: Decimal | None
    figure: Figure
    plain: str
    bare: str


def _figures(dossier: Dossier, indicator: Indicator, linked: LinkedNumber, year: int | None) -> tuple[Figure, Figure]:
    """The figure of the year and that of the year before."""
    wanted = linked.year or year
    if wanted is None:
        return NO_FIGURE, NO_FIGURE
    if linked.organisation_id is None:
        return total(dossier, indicator, wanted), total(dossier, indicator, wanted - 1)
    return (
        value(dossier, indicator, wanted, linked.organisation_id),
        value(dossier, indicator, wanted - 1, linked.organisation_id),
    )


NOT_COMPARABLE = "niet te vergelijken"
"""Stands for a change between two years that were not counted in one way."""

_CHANGES = (Measure.CHANGE, Measure.PERCENTAGE)


def _is_broken(dossier: Dossier, indicator: Indicator, linked: LinkedNumber, year: int | None) -> bool:
    wanted = linked.year or year
    return linked.measure in _CHANGES and bool(wanted and breaks(dossier, indicator, wanted - 1, wanted))


def _measured(indicator: Indicator, measure: Measure, now: Figure, before: Figure) -> _Printed:
    made: Mapping[Measure, Callable[[], _Printed]] = {
        Measure.ACTUAL: lambda: _amount(now.actual, now, indicator),
        Measure.PREVIOUS: lambda: _amount(before.actual, before, indicator),
        Measure.TARGET: lambda: _amount(now.target, NO_FIGURE, indicator),
        Measure.DIFFERENCE: lambda: _signed(now.difference, now, indicator),
        Measure.CHANGE: lambda: _signed(difference(now.actual, before.actual), now, indicator),
        Measure.PERCENTAGE: lambda: _percent(change(now.actual, before.actual), now),
        Measure.REACHED: lambda: _share(share(now.actual, now.target), now),
    }
    return made[measure]()


def _amount(found: Decimal | None, figure: Figure, indicator: Indicator) -> _Printed:
    text = shown(found, indicator)
    return _Printed(found, figure, text, text)


def _signed(found: Decimal | None, figure: Figure, indicator: Indicator) -> _Printed:
    bare = shown(None if found is None else abs(found), indicator)
    return _Printed(found, replace(figure, reason=MissingReason.NONE), shown_difference(found, indicator), bare)


def _percent(found: Decimal | None, figure: Figure) -> _Printed:
    rounded = None if found is None else found.quantize(Decimal(1))
    bare = "" if rounded is None else f"{number(abs(rounded))}{NO_BREAK}%"
    return _Printed(rounded, replace(figure, reason=MissingReason.NONE), shown_change(found), bare)


def _share(found: Decimal | None, figure: Figure) -> _Printed:
    text = NOTHING if found is None else f"{number(found.quantize(Decimal(1)))}{NO_BREAK}%"
    return _Printed(found, replace(figure, reason=MissingReason.NONE), text, text)


_COMPARING = (Measure.DIFFERENCE, Measure.CHANGE, Measure.PERCENTAGE)


def linked_text(dossier: Dossier, linked: Linked, year: int | None) -> str:
    """What a linked number prints: '1.234', '+12' for a difference, or the word for a number that is not there.

    A reference is described in words; only a whole chapter knows its number.
    """
    match linked:
        case CrossReference():
            return described(dossier, linked)
        case LinkedCount():
            return _count_text(dossier, linked, year)
        case LinkedNumber():
            indicator = dossier.get(Indicator, linked.indicator_id)
            return NOTHING if indicator is None else _number_text(dossier, indicator, linked, year)


def _number_text(dossier: Dossier, indicator: Indicator, linked: LinkedNumber, year: int | None) -> str:
    if _is_broken(dossier, indicator, linked, year):
        return NOT_COMPARABLE
    printed = _measured(indicator, linked.measure, *_figures(dossier, indicator, linked, year))
    if linked.in_words:
        return _number_words(printed, linked.measure, indicator)
    if printed.value is None:
        return printed.figure.instead or word(printed.figure.reason) or NOTHING
    return printed.plain


def _number_words(printed: _Printed, measure: Measure, indicator: Indicator) -> str:
    if printed.figure.instead and printed.value is None:
        return hidden_in_words(printed.figure.instead, indicator.unit)
    if printed.value is None:
        return unknown_in_words(printed.figure.reason)
    if measure in _COMPARING:
        return more_or_less(printed.value, printed.bare)
    if measure is Measure.REACHED:
        return printed.plain
    return in_words(printed.value, printed.plain, indicator.unit_one, indicator.unit)


def _count_text(dossier: Dossier, linked: LinkedCount, year: int | None) -> str:
    count = count_of(dossier, linked, year)
    if count is None:
        return NOT_KNOWN if linked.in_words else NOTHING
    text = number(count)
    return in_words(Decimal(count), text, *NOUNS[linked.counted]) if linked.in_words else text


def has_changed(dossier: Dossier, linked: Linked, year: int | None) -> bool:
    """Whether a watched number prints something else than when its sentence was written."""
    watched = None if isinstance(linked, CrossReference) else linked.watched
    return watched is not None and watched != watchable(linked_text(dossier, linked, year))
