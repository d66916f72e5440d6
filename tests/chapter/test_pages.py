"""The estimate of page numbers."""

from dataclasses import replace

from riec_desktop.chapter.blocks import Block, PageBreak
from riec_desktop.chapter.pages import MEASURES, height, pages
from riec_desktop.dossier.choices import Layout
from tests.helpers.chapters import callout, cell, heading, item, paragraph, table

PAGE = MEASURES[Layout.PORTRAIT]
LINE = paragraph("Kort.")


def numbers(*blocks: Block, layout: Layout = Layout.PORTRAIT) -> list[int]:
    return [page for _, page in pages(blocks, layout)]


def test_a_heading_after_a_page_of_text_stands_on_the_second_page() -> None:
    page_full = [LINE] * (PAGE.lines // 2)
    assert numbers(heading(2, "Een"), heading(3, "Twee")) == [1, 1]
    assert numbers(heading(2, "Een"), *page_full, *page_full, heading(3, "Twee")) == [1, 2]


def test_a_page_break_begins_a_page_once() -> None:
    assert numbers(heading(2, "Een"), PageBreak(), heading(2, "Twee"), PageBreak(), PageBreak()) == [1, 2]
    assert numbers(PageBreak(), heading(2, "Een")) == [1]


def test_a_heading_that_would_be_alone_at_the_foot_goes_to_the_next_page() -> None:
    nearly_full = [LINE] * int((PAGE.lines - 2) / height(LINE, PAGE))
    assert numbers(*nearly_full, heading(3, "Een"), LINE) == [2]


def test_long_text_tables_and_boxes_take_more_room() -> None:
    assert height(paragraph("woord " * 60), PAGE) > 3 * height(LINE, PAGE)
    assert height(item("woord " * 60), PAGE) > height(item("kort"), PAGE)
    assert height(table(rows=9), PAGE) > height(table(rows=2), PAGE)
    assert height(callout("Kader", "RIEC", LINE, LINE), PAGE) > height(callout("Kader", "RIEC", LINE), PAGE)


def test_what_stands_across_two_columns_takes_the_room_of_both() -> None:
    landscape = MEASURES[Layout.LANDSCAPE]
    assert height(table(rows=9, wide=True), landscape) > 1.5 * height(table(rows=9), landscape)


def test_every_heading_is_given_with_its_page() -> None:
    first = heading(2, "Een")
    assert list(pages((first, LINE), Layout.PORTRAIT)) == [(first.bookmark, 1)]


def test_a_row_is_as_high_as_its_longest_cell_and_counts_every_paragraph() -> None:
    short = replace(table(1), rows=((cell("kort"), cell("1")),))
    long = replace(short, rows=((cell("woord " * 60), cell("1")),))
    stacked = replace(short, rows=((cell("a", "b", "c"), cell("1")),))
    assert height(long, PAGE) > height(short, PAGE) + 3
    assert height(stacked, PAGE) == height(short, PAGE) + 2
