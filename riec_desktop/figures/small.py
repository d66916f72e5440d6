"""Which counts of a row with a total must be hidden, so that no small one can be seen or computed (rule 13).

A count is small when it is above 0 and below the threshold: then it can point to persons. Hiding it alone is not
enough: with the total and the other counts a reader computes it (differencing). So other counts are hidden with it, the
smallest first, until every value that a small count can have still fits what is shown; where that fails, the total is
hidden.
Method: complementary cell suppression with an interval check, as in Statistics Netherlands' handbook of statistical
disclosure control (Hundepool and others, 2012, chapter 4), for one row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

NOTHING_HIDDEN: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hiding:
    """What must not be shown: the keys of small counts, of those hidden to protect them, and whether the total is."""

    small: frozenset[str] = NOTHING_HIDDEN
    besides: frozenset[str] = NOTHING_HIDDEN
    total: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """Every count that is hidden."""
        return self.small | self.besides


def is_small(count: Decimal | None, limit: int) -> bool:
    """Whether a count may point to persons: nobody (0) does not, and neither does a count of `limit` or more."""
    return count is not None and 0 < count < limit


def hiding(counts: Mapping[str, Decimal], limit: int) -> Hiding:
    """What to hide of counts (key → number) whose sum is shown as a total."""
    small = frozenset(key for key, count in counts.items() if is_small(count, limit))
    total = sum(counts.values(), Decimal(0))
    if not small:
        return Hiding(total=is_small(total, limit))
    if is_small(total, limit):
        return Hiding(small=small, total=True)
    return _with_others(counts, small, limit)


def _with_others(counts: Mapping[str, Decimal], small: frozenset[str], limit: int) -> Hiding:
    """As few others as will do, the smallest first; without enough of them the total goes."""
    others = sorted((key for key in counts if counts[key] >= limit), key=lambda key: (counts[key], key))
    for many in range(len(others) + 1):
        besides = frozenset(others[:many])
        hidden = _Hidden(
            sum=sum((counts[key] for key in small | besides), Decimal(0)),
            small=len(small),
            besides=many,
            least=Decimal(limit),
            most=counts[others[many]] if many < len(others) else None,
        )
        if _keeps_secret(hidden, *_bounds(counts, limit)):
            return Hiding(small=small, besides=besides)
    return Hiding(small=small, total=True)


def _bounds(counts: Mapping[str, Decimal], limit: int) -> tuple[Decimal, Decimal]:
    """The least and greatest value that a small count can have, as everybody may know."""
    whole = all(count == count.to_integral_value() for count in counts.values())
    return (Decimal(1), Decimal(limit - 1)) if whole else (Decimal(0), Decimal(limit))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hidden:
    """What a reader knows of the hidden counts: their sum, how many are small, and how many are hidden besides.

    The latter are each at least `least` and at most `most`: whoever knows this rule knows that the smallest were taken.
    """

    sum: Decimal
    small: int
    besides: int
    least: Decimal
    most: Decimal | None


def _keeps_secret(hidden: _Hidden, low: Decimal, high: Decimal) -> bool:
    """Whether a small count can still be its least and its greatest value."""
    others = hidden.small - 1
    fits_high = hidden.sum - high >= others * low + hidden.besides * hidden.least
    if hidden.besides and hidden.most is None:
        return fits_high
    return fits_high and hidden.sum - low <= others * high + hidden.besides * (hidden.most or 0)
