"""Fractional positions: a record moves by changing its own position only.

A position between two others always exists, because decimals can be halved for ever; the shortest one is taken.
"""

from collections.abc import Sequence
from decimal import Decimal, localcontext
from typing import Protocol

STEP = Decimal(10)


class Positioned(Protocol):
    """Anything with a position."""

    @property
    def position(self) -> Decimal:
        """Where it stands; smaller comes first."""
        ...


def between(low: Decimal | None, high: Decimal | None) -> Decimal:
    """A position after `low` and before `high`; None means no limit on that side."""
    if low is None or high is None:
        return _beside(low, high)
    with localcontext() as context:
        context.prec = max(len(low.as_tuple().digits), len(high.as_tuple().digits)) + 40
        return _shortest((low + high) / 2, low, high)


def _beside(low: Decimal | None, high: Decimal | None) -> Decimal:
    if low is not None:
        return low + STEP
    return STEP if high is None else high - STEP


def _shortest(middle: Decimal, low: Decimal, high: Decimal) -> Decimal:
    for digits in range(41):
        rounded = round(middle, digits)
        if low < rounded < high:
            return rounded.normalize()
    return middle


def position_at(siblings: Sequence[Positioned], index: int) -> Decimal:
    """The position that puts a record at this place among siblings in order (0 = first)."""
    low = siblings[index - 1].position if index > 0 else None
    high = siblings[index].position if index < len(siblings) else None
    return between(low, high)
