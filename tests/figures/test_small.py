"""No shown set of totals and counts lets a hidden count be computed: tried by somebody who knows all the rules."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from riec_desktop.dossier.choices import OrganisationKind, Scope, SmallChoice
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Organisation
from riec_desktop.figures.rows import matrix
from riec_desktop.figures.shielded import TOGETHER, WITHHELD, organisation_figures, total, value, year_figures
from riec_desktop.figures.small import hiding
from tests.helpers.sample import DELDEN, GOOR, POLICE, SIGNALS, TRAININGS, figure, sample

LIMIT = 5
MOST = 14
Counts = tuple[int, ...]


def counted(*counts: int) -> Mapping[str, Decimal]:
    return {f"r{at}": Decimal(count) for at, count in enumerate(counts)}


@pytest.mark.parametrize(
    ("counts", "hidden", "total_hidden"),
    [
        ((12, 8, 20), (), False),
        ((0, 0, 0), (), False),
        ((3, 8, 20), (0, 1), False),
        ((3, 4, 20), (0, 1, 2), False),
        ((2, 3, 20), (0, 1), False),
        ((3, 0, 0), (0,), True),
        ((1, 1, 1, 1, 1, 1), (0, 1, 2, 3, 4, 5), True),
        ((4, 5, 5), (0, 1, 2), False),
        ((1, 5, 5), (0,), True),
    ],
)
def test_the_smallest_others_go_with_a_small_count(counts: Counts, hidden: Counts, total_hidden: bool) -> None:
    found = hiding(counted(*counts), LIMIT)
    assert found.keys == {f"r{at}" for at in hidden}
    assert found.total is total_hidden


# --- An attacker -----------------------------------------------------------------------------------------------------


def worlds(counts: Counts) -> Iterator[Counts]:
    """Every row of counts that gives the same sight: what is shown, which are small and which are hidden besides."""
    found = hiding(counted(*counts), LIMIT)
    shown_total = None if found.total else sum(counts)
    keys = [f"r{at}" for at in range(len(counts))]
    besides = [count for key, count in zip(keys, counts, strict=True) if key not in found.keys and count >= LIMIT]
    most = min(besides, default=sum(counts))
    ranges = [
        range(1, LIMIT) if key in found.small else range(LIMIT, most + 1) if key in found.besides else (count,)
        for key, count in zip(keys, counts, strict=True)
    ]
    yield from (world for world in product(*ranges) if shown_total in (None, sum(world)))


@given(st.lists(st.integers(0, MOST), min_size=1, max_size=5).map(tuple))
@example((1, 1, 1, 1, 1))
@example((4, 4))
@example((4, 5, 5))
@example((1, 6, 7, 0))
def test_no_small_count_can_be_computed_from_the_total_and_the_others(counts: Counts) -> None:
    possible = list(worlds(counts))
    for at, count in enumerate(counts):
        if 0 < count < LIMIT:
            assert {world[at] for world in possible} >= {1, LIMIT - 1}


# --- In a dossier ----------------------------------------------------------------------------------------------------

REGIONS = tuple(
    Organisation(id=f"r{at}", kind=OrganisationKind.RIEC, name=f"RIEC {at}", position=Decimal(at)) for at in range(5)
)


def dossier_with(choice: SmallChoice, *counts: int | None, year: int = 2022) -> Dossier:
    one = replace(SIGNALS, small_numbers=True, small_choice=choice)
    values = (
        figure(None if count is None else str(count), one, organisation, year)
        for organisation, count in zip(REGIONS, counts, strict=False)
    )
    return sample(one, *REGIONS[: len(counts)], *values, without=(GOOR, DELDEN))


def sight(dossier: Dossier) -> tuple[str | int | None, ...]:
    """What a reader sees: a number, a word or nothing for each organisation, and the total."""
    one = dossier.all(type(SIGNALS))[0]
    figures = (*(part.figure for part in organisation_figures(dossier, one, 2022)), total(dossier, one, 2022))
    return tuple(each.instead or (None if each.actual is None else int(each.actual)) for each in figures)


@pytest.mark.parametrize(
    ("choice", "seen"),
    [
        (SmallChoice.UNDECIDED, (3, 8, 20, 31)),
        (SmallChoice.SHOW, (3, 8, 20, 31)),
        (SmallChoice.BELOW, ("<5", WITHHELD, 20, 31)),
        (SmallChoice.MERGE, (TOGETHER, TOGETHER, 20, 31)),
        (SmallChoice.LEAVE_OUT, (WITHHELD, WITHHELD, 20, 31)),
    ],
)
def test_each_choice_has_its_own_words(choice: SmallChoice, seen: tuple[str | int, ...]) -> None:
    assert sight(dossier_with(choice, 3, 8, 20)) == seen


def test_a_small_total_is_hidden_with_its_one_small_count() -> None:
    assert sight(dossier_with(SmallChoice.BELOW, 3, 0)) == ("<5", 0, "<5")
    assert sight(dossier_with(SmallChoice.MERGE, 3, 0)) == ("<5", 0, "<5")
    assert sight(dossier_with(SmallChoice.BELOW, 1, 1, 1, 1)) == ("<5", "<5", "<5", "<5", WITHHELD)


def test_what_is_counted_together_is_one_row_that_makes_the_total_right() -> None:
    dossier = dossier_with(SmallChoice.MERGE, 3, 8, 20)
    one = dossier.all(type(SIGNALS))[0]
    found = year_figures(dossier, one, 2022)
    assert (found.together, found.together_count) == (("RIEC 0", "RIEC 1"), 11)
    table = matrix(dossier, (one,), 2022)
    assert [each.actual for each in (*table.together, *table.totals)] == [11, 31]


def test_a_missing_count_hides_nothing_and_stays_missing() -> None:
    assert sight(dossier_with(SmallChoice.BELOW, None, 8, 20)) == (None, 8, 20, 28)


def test_a_national_count_below_the_limit_is_hidden_too() -> None:
    one = replace(TRAININGS, small_numbers=True, small_choice=SmallChoice.BELOW)
    assert one.scope is Scope.NATIONAL
    assert total(sample(one, figure("4", one)), one, 2022).instead == "<5"
    assert total(sample(one, figure("5", one)), one, 2022).actual == 5
    assert total(sample(one, figure("0", one)), one, 2022).actual == 0


def test_a_national_number_beside_those_of_the_regions_is_no_way_around() -> None:
    dossier = dossier_with(SmallChoice.BELOW, 3, 8, 20)
    one = dossier.all(type(SIGNALS))[0]
    beside = sample(*dossier.records(), figure("30", one), without=(GOOR, DELDEN))
    assert value(beside, one, 2022, None).instead == WITHHELD
    assert value(sample(*dossier.records(), figure("31", one)), one, 2022, None).actual == 31


def test_a_partner_with_a_small_count_is_hidden_though_it_is_in_no_total() -> None:
    dossier = dossier_with(SmallChoice.BELOW, 9, 8)
    one = dossier.all(type(SIGNALS))[0]
    beside = sample(*dossier.records(), figure("2", one, POLICE), without=(GOOR, DELDEN))
    assert value(beside, one, 2022, POLICE.id).instead == "<5"
    assert total(beside, one, 2022).actual == 17


@given(
    st.lists(st.integers(0, MOST), min_size=1, max_size=5).map(tuple),
    st.sampled_from((SmallChoice.BELOW, SmallChoice.MERGE, SmallChoice.LEAVE_OUT)),
)
def test_what_a_dossier_shows_lets_no_small_count_be_computed(counts: Counts, choice: SmallChoice) -> None:
    *seen, whole = sight(dossier_with(choice, *counts))
    ranges = [_possible(one) for one in seen]
    fits = [world for world in product(*ranges) if _fits(whole, sum(world))]
    for at, count in enumerate(counts):
        if 0 < count < LIMIT:
            assert not isinstance(seen[at], int)
            assert len({world[at] for world in fits}) > 1


def _possible(seen: str | int | None) -> range:
    if isinstance(seen, int):
        return range(seen, seen + 1)
    return range(1, LIMIT) if seen == "<5" else range(1, MOST + 1)


def _fits(whole: str | int | None, count: int) -> bool:
    if whole == "<5":
        return 0 < count < LIMIT
    return whole == count if isinstance(whole, int) else True
