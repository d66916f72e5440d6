"""Fractional positions: there is always a place between two others."""

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.dossier.order import between, position_at
from tests.helpers.strategies import decimals


@dataclass(frozen=True, slots=True)
class Item:
    position: Decimal


@given(decimals(), decimals())
def test_there_is_a_position_between_any_two(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    assert low <= between(low, high) <= high
    assert low == high or low < between(low, high) < high


def test_halving_never_ends() -> None:
    low, high = Decimal(1), Decimal(2)
    for _ in range(200):
        assert low < (high := between(low, high))


def test_the_shortest_position_is_taken() -> None:
    assert between(Decimal(10), Decimal(20)) == Decimal(15)
    assert between(Decimal("1.5"), Decimal("1.6")) == Decimal("1.55")


@given(st.lists(st.integers(-50, 50), unique=True, max_size=6), st.data())
def test_a_new_position_stands_at_the_asked_place(numbers: list[int], data: st.DataObject) -> None:
    items = [Item(Decimal(number)) for number in sorted(numbers)]
    index = data.draw(st.integers(0, len(items)))
    found = position_at(items, index)
    assert all(item.position < found for item in items[:index])
    assert all(item.position > found for item in items[index:])
