"""Page numbers that were counted go into the contents and the references, again and again until they stand still."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from riec_desktop.chapter.blocks import Block, Callout, Chapter, Contents, ListItem, Paragraph, Span, Table
from riec_desktop.office import Conversion, LibreOffice
from riec_desktop.workspace.exact_pages import by_titles, is_estimated, laid_out, pages_in, with_counted
from tests.helpers.chapters import callout, chapter, contents, heading, item, paragraph, table
from tests.helpers.pdfs import pdf

PROGRAM = LibreOffice(path=Path("soffice"))
ONE, TWO = heading(2, "Versterking bestel", "3.4", "h_een"), heading(3, "Mensenhandel", "3.4.1.", "h_twee")
CHAPTER = chapter(contents((ONE, TWO)), ONE, TWO)
"""The contents says that they stand on the pages 1 and 2."""


def listed(made: Chapter) -> list[int]:
    """The pages in the contents."""
    return [entry.page for block in made.blocks if isinstance(block, Contents) for entry in block.entries]


# --- Into the chapter ------------------------------------------------------------------------------------------------


def test_the_contents_gets_the_counted_pages_and_is_no_estimate_any_more() -> None:
    made = with_counted(CHAPTER, {"h_een": 5, "h_twee": 9}, 12)
    assert listed(made) == [5, 9]
    assert made.page_count == 12
    assert (is_estimated(CHAPTER), is_estimated(made)) == (True, False)


def test_an_entry_that_was_not_found_keeps_its_page_and_the_contents_stays_an_estimate() -> None:
    made = with_counted(CHAPTER, {"h_een": 5}, 12)
    assert listed(made) == [5, 2]
    assert is_estimated(made)


def on_page(text: str = "1") -> Span:
    return Span(text=text, target="h_twee", page=True)


def everywhere() -> tuple[Block, ...]:
    """A reference to a page in each place where text can stand."""
    spans = (Span(text="Zie bladzijde "), on_page(), Span(text="h_twee", target="h_twee"))
    plain = replace(table(rows=1), rows=(((spans,), (spans,)),))
    return (
        replace(paragraph(), spans=spans),
        replace(item("x"), spans=spans),
        callout("Kader", "", replace(paragraph(), spans=spans), replace(item("x"), spans=spans)),
        plain,
    )


def spans_of(block: Block) -> Iterator[Span]:
    match block:
        case Paragraph() | ListItem():
            yield from block.spans
        case Callout():
            yield from (span for one in block.blocks for span in one.spans)
        case Table():
            yield from (span for row in block.rows for cell in row for spans in cell for span in spans)
        case _:
            pass


def test_a_reference_to_a_page_gets_its_number_wherever_it_stands() -> None:
    made = with_counted(chapter(*everywhere()), {"h_twee": 17}, 20)
    texts = [[span.text for span in spans_of(block)] for block in made.blocks]
    one = ["Zie bladzijde ", "17", "h_twee"]
    assert texts == [one, one, one * 2, one * 2]


def test_a_text_that_is_only_a_page_number_gets_it_too() -> None:
    (made,) = with_counted(chapter(replace(paragraph(), spans=(on_page(),))), {"h_twee": 17}, 20).blocks
    assert [span.text for span in spans_of(made)] == ["17"]


def test_a_reference_to_a_page_that_nobody_counted_is_an_estimate() -> None:
    for block in everywhere():
        assert is_estimated(chapter(block))
        assert not is_estimated(with_counted(chapter(block), {"h_twee": 17}, 20))


def test_a_chapter_without_page_numbers_in_its_text_has_no_estimate() -> None:
    assert not is_estimated(chapter(ONE, paragraph(), TWO))
    assert not is_estimated(chapter(contents(()), paragraph()))


# --- What was found --------------------------------------------------------------------------------------------------


def test_bookmarks_in_the_pdf_give_the_pages() -> None:
    assert pages_in(CHAPTER, pdf(3, {"h_een": 2, "h_twee": 3})) == {"h_een": 2, "h_twee": 3}


def test_without_bookmarks_the_outline_does_as_word_writes_it() -> None:
    made = pdf(4, outline=[("3.4 Versterking bestel", 2), ("3.4.1.  Mensenhandel", 4)])
    assert pages_in(CHAPTER, made) == {"h_een": 2, "h_twee": 4}


def test_a_heading_that_is_not_in_the_outline_takes_no_page_of_another() -> None:
    assert by_titles(CHAPTER, (("Mensenhandel", 4),)) == {"h_twee": 4}
    assert by_titles(CHAPTER, (("3.4 Versterking bestel", 2), ("Iets anders", 3))) == {"h_een": 2}
    assert by_titles(CHAPTER, (("3.4 Versterking bestel", None),)) == {}


def test_two_headings_with_one_text_get_their_pages_in_order() -> None:
    twins = [heading(4, "Resultaten", bookmark=name) for name in ("h_a", "h_b")]
    assert by_titles(chapter(*twins), (("Resultaten", 3), ("Resultaten", 8))) == {"h_a": 3, "h_b": 8}


# --- Until it stands still -------------------------------------------------------------------------------------------


class Press:
    """Lays out: in its n-th pass 'Mensenhandel' stands on the n-th of these pages; the last one goes on."""

    def __init__(self, *pages: int) -> None:
        self.pages = pages
        self.rendered: list[list[int]] = []

    def render(self, made: Chapter) -> bytes:
        self.rendered.append(listed(made))
        return str(listed(made)).encode()

    def convert(self, _docx: bytes, number: int) -> Conversion:
        page = self.pages[min(number, len(self.pages) - 1)]
        return Conversion(pdf=pdf(9, {"h_een": 1, "h_twee": page}), program=PROGRAM)


def test_pages_that_stay_are_known_after_two_passes() -> None:
    press = Press(7)
    laid = laid_out(CHAPTER, press.render, press.convert)
    assert press.rendered == [[1, 2], [1, 7]]
    assert (laid.docx, laid.exact) == (b"[1, 7]", True)


def test_a_page_that_moves_by_its_own_number_gets_a_third_pass() -> None:
    press = Press(7, 8)
    laid = laid_out(CHAPTER, press.render, press.convert)
    assert press.rendered == [[1, 2], [1, 7], [1, 8]]
    assert laid.exact


def test_pages_that_never_stand_still_are_an_estimate_after_three_passes() -> None:
    press = Press(7, 8, 7)
    laid = laid_out(CHAPTER, press.render, press.convert)
    assert (len(press.rendered), laid.exact) == (3, False)


def test_a_heading_that_is_nowhere_in_the_pdf_leaves_an_estimate() -> None:
    def convert(_docx: bytes, _number: int) -> Conversion:
        return Conversion(pdf=pdf(2, {"h_een": 1}), program=PROGRAM)

    assert not laid_out(CHAPTER, lambda _: b"docx", convert).exact
