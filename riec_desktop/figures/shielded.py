"""Figures as they may be shown: the one place where the choice about small counts is applied (rule 13).

Chapter, preview, charts, workbooks and linked numbers all take their numbers from here, so that a total is the same
wherever it stands, and a count that is hidden in one place is hidden in all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from riec_desktop.dossier.choices import MissingReason, SmallChoice
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Indicator
from riec_desktop.dossier.views import settings
from riec_desktop.figures.lineage import figure_under_its_name
from riec_desktop.figures.small import Hiding, hiding, is_small
from riec_desktop.figures.values import (
    NO_FIGURE,
    Figure,
    OrganisationFigure,
    Total,
    YearFigures,
    recorded,
)

WITHHELD = "niet getoond"
"""Stands for a number that is left out, or that would let a small count be computed."""

TOGETHER = "samen"
"""Stands for a number that is only shown together with those of others."""

_HIDING = (SmallChoice.BELOW, SmallChoice.MERGE, SmallChoice.LEAVE_OUT)


def below(limit: int) -> str:
    """'<5'."""
    return f"<{limit}"


def year_figures(dossier: Dossier, indicator: Indicator, year: int) -> YearFigures:
    """All figures of an indicator in one year, as they may be shown."""
    return dossier.once(("shielded", indicator, year), lambda: _year_figures(dossier, indicator, year))


def value(dossier: Dossier, indicator: Indicator, year: int, organisation_id: str | None) -> Figure:
    """The figure of one organisation, or the national one; an empty figure when nothing was recorded."""
    return figure_under_its_name(dossier, year_figures(dossier, indicator, year).found, organisation_id, year)


def organisation_figures(dossier: Dossier, indicator: Indicator, year: int) -> tuple[OrganisationFigure, ...]:
    """The figures that make up a total: of every RIEC of that year, and of the LIEC when it has something recorded."""
    return year_figures(dossier, indicator, year).parts


def total(dossier: Dossier, indicator: Indicator, year: int) -> Total:
    """The national number, or the sum over RIECs and LIEC, with the names of those that are not in it."""
    return year_figures(dossier, indicator, year).total


def _year_figures(dossier: Dossier, indicator: Indicator, year: int) -> YearFigures:
    found = recorded(dossier, indicator, year)
    if not indicator.small_numbers or indicator.small_choice not in _HIDING:
        return found
    return shielded(found, indicator.small_choice, settings(dossier).small_number)


def hidden_in(found: YearFigures, limit: int) -> Hiding:
    """What of the recorded figures of a year must be hidden."""
    return hiding(_counts(found), limit)


def _counts(found: YearFigures) -> Mapping[str, Decimal]:
    return {part.organisation.id: part.figure.actual for part in found.parts if part.figure.actual is not None}


def shielded(found: YearFigures, choice: SmallChoice, limit: int) -> YearFigures:
    """Recorded figures with every small count hidden, and whatever would give it away."""
    hidden = _also_the_total(found, hidden_in(found, limit), limit)
    merges = choice is SmallChoice.MERGE and not hidden.total and bool(hidden.keys)
    words = dict(_words(found, hidden, choice, limit))
    parts = tuple(
        replace(part, figure=_without(part.figure, words.get(part.organisation.id, ""))) for part in found.parts
    )
    whole = found.total if not hidden.total else _without_total(found.total, _total_word(found, hidden, choice, limit))
    return YearFigures(
        found={key: _without(figure, words.get(key or "", "")) for key, figure in found.found.items()},
        parts=parts,
        total=whole,
        together=tuple(part.organisation.name for part in parts if merges and part.organisation.id in hidden.keys),
        together_count=sum((_counts(found)[key] for key in hidden.keys), Decimal(0)) if merges else None,
    )


def _also_the_total(found: YearFigures, hidden: Hiding, limit: int) -> Hiding:
    """A total that is no sum is hidden when it is small itself, or gives away what no organisation may show."""
    alone = not _counts(found) and told_by_the_national(found, limit)
    return replace(hidden, total=hidden.total or alone or is_small(found.total.actual, limit))


def told_by_the_national(found: YearFigures, limit: int) -> bool:
    """Whether a count that is not there follows from the national number less the others: a small or a secret one."""
    national = found.found.get(None, NO_FIGURE).actual
    gone = [part.figure for part in found.parts if part.figure.actual is None]
    if national is None or not gone:
        return False
    rest = national - sum(_counts(found).values(), Decimal(0))
    secret = sum(one.reason is MissingReason.CONFIDENTIAL for one in gone)
    return is_small(rest, limit) or secret == 1 or (secret > 1 and not rest)


def _words(found: YearFigures, hidden: Hiding, choice: SmallChoice, limit: int) -> Iterator[tuple[str, str]]:
    """What stands in the place of each hidden count, by organisation ('' for the national one)."""
    small = below(limit) if choice is not SmallChoice.LEAVE_OUT else WITHHELD
    merges = choice is SmallChoice.MERGE and not hidden.total
    for key in hidden.small:
        yield key, TOGETHER if merges else small
    for key in hidden.besides:
        yield key, TOGETHER if merges else WITHHELD
    counted = {part.organisation.id for part in found.parts}
    for key, figure in found.found.items():
        if key is None:
            # A national number beside those of the regions would be one more total to compute from.
            another = bool(hidden.keys) and figure.actual != found.total.actual
            if hidden.total or another or told_by_the_national(found, limit):
                yield "", _total_word(found, hidden, choice, limit)
        elif key not in counted and is_small(figure.actual, limit):
            yield key or "", small


def _total_word(found: YearFigures, hidden: Hiding, choice: SmallChoice, limit: int) -> str:
    """'<5' only where that says no more than the counts do: of two small counts below 5 together one would be known."""
    alone = len(hidden.keys) <= 1 and is_small(found.total.actual, limit)
    return below(limit) if alone and choice is not SmallChoice.LEAVE_OUT else WITHHELD


def _without(figure: Figure, word: str) -> Figure:
    if not word or figure.actual is None:
        return figure
    return replace(figure, actual=None, provisional=False, reason=MissingReason.NONE, instead=word)


def _without_total(whole: Total, word: str) -> Total:
    return replace(whole, actual=None, provisional=False, reason=MissingReason.NONE, instead=word)
