"""Word counts what the blocks say: headings from 3.4, every list on its own."""

import re

import pytest

from riec_desktop.chapter.blocks import Heading, ListItem
from riec_desktop.word.lists import HeadingLevel, Lists, heading_levels
from riec_desktop.word.template_numbering import ListLevel
from tests.helpers.chapters import heading, item

NUMBERS = [ListLevel("3", "2", level) for level in range(3)]


def numbers(headings: list[Heading]) -> list[str]:
    """What Word and LibreOffice show: a level counts from its start, and again below each heading above it.

    A level that no heading uses shows its start value.
    """
    levels = heading_levels(headings)
    counts: list[int | None] = [None] * len(levels)
    shown: list[str] = []
    for each in headings:
        at = each.level - 1
        if not each.number:
            shown.append("")
            continue
        counts[at + 1 :] = [None] * (len(levels) - at - 1)
        counts[at] = levels[at].start if counts[at] is None else (counts[at] or 0) + 1
        current = [levels[n].start if count is None else count for n, count in enumerate(counts)]
        shown.append(re.sub(r"%(\d)", lambda mark, now=current: str(now[int(mark[1]) - 1]), levels[at].text))
    return shown


@pytest.mark.parametrize("dot", ["", "."])
def test_headings_count_from_the_number_of_the_chapter(dot: str) -> None:
    wanted = ["", "3.4", "3.4.1", "3.4.1.1", "3.4.1.2", "", "3.4.2", "3.4.2.1"]
    levels = [2, 2, 3, 4, 4, 4, 3, 4]
    headings = [
        heading(level, str(at), number and number + dot)
        for at, (level, number) in enumerate(zip(levels, wanted, strict=True))
    ]
    assert numbers(headings) == [number and number + dot for number in wanted]


def test_a_numbered_heading_1_counts_too() -> None:
    wanted = ["7", "7.2", "7.2.1", "8", "8.2"]
    headings = [heading(number.count(".") + 1, number, number) for number in wanted]
    assert numbers(headings) == wanted


def test_without_numbered_headings_every_level_starts_at_one() -> None:
    plain = [HeadingLevel(1, text) for text in ("%1", "%1.%2", "%1.%2.%3", "%1.%2.%3.%4")]
    assert heading_levels([heading(2, "Voorwoord")]) == plain


@pytest.mark.parametrize("number", ["A.4", "5", "3.4.1", "3.x", "."])
def test_a_number_that_does_not_fit_its_level_does_not_disturb_the_count(number: str) -> None:
    assert [level.start for level in heading_levels([heading(2, "Kop", number)])] == [1] * 4


def test_a_number_that_is_none_does_not_disturb_the_count_below() -> None:
    assert [level.start for level in heading_levels([heading(2, "Bijlage", "A.4"), heading(3, "Deel", "3.4.1")])] == [
        1
    ] * 4


def given_out(items: list[ListItem]) -> list[int]:
    """The instance of every item; 0 for a bullet."""
    lists = Lists(10)
    found: list[int] = []
    for each in items:
        if each.ordered:
            found.append(lists.number(each, NUMBERS[each.level]))
        else:
            lists.bullet(each)
            found.append(0)
    return found


def test_items_of_a_list_share_an_instance_and_other_lists_do_not() -> None:
    items = [
        item("a", 1, ordered=True),
        item("b", 1, ordered=True),
        item("c", 2, ordered=True),
        item("d", 1, ordered=True),
    ]
    assert given_out(items) == [10, 10, 11, 10]


def test_numbers_under_numbers_restart_by_themselves() -> None:
    items = [item(str(level), 1, level, ordered=True) for level in (0, 1, 2, 1, 0, 1)]
    assert given_out(items) == [10] * 6


def test_numbers_under_bullets_are_a_new_list_each_time() -> None:
    items = [item("•"), item("a", level=1, ordered=True), item("b", level=1, ordered=True)] * 2
    assert given_out(items) == [0, 10, 10, 0, 11, 11]


def test_numbers_under_a_bullet_among_numbers_are_a_new_list() -> None:
    items = [item("1", ordered=True), item("a", level=1, ordered=True), item("•"), item("a", level=1, ordered=True)]
    assert given_out(items) == [10, 10, 0, 11]


def test_bullets_under_numbers_do_not_disturb_the_count() -> None:
    items = [item("1", ordered=True), item("•", level=1), item("2", ordered=True)]
    assert given_out(items) == [10, 0, 10]


def test_a_level_with_a_definition_of_its_own_restarts_under_each_parent() -> None:
    lists = Lists(10)
    other = ListLevel("9", "8", 0)
    one, below = item("1", ordered=True), item("a", level=1, ordered=True)
    assert [lists.number(each, place) for each, place in ((one, NUMBERS[0]), (below, other)) * 2] == [10, 11, 10, 12]


def test_a_list_may_begin_below_level_0_and_start_at_another_number() -> None:
    lists = Lists(10)
    assert lists.number(item("c", level=1, number=3, ordered=True), NUMBERS[1]) == 10
    assert [(each.level, each.start) for each in lists.instances] == [(1, 3)]
