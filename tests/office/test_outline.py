"""What is read from a PDF: pages of headings and bookmarks, and nothing from what is no PDF."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from riec_desktop.errors import RiecError
from riec_desktop.office import bookmark_pages, heading_pages, page_count
from riec_desktop.office.outline import word_name
from tests.helpers.offices import HEADINGS, small_pdf, titles


def test_every_heading_is_found_on_its_page() -> None:
    assert heading_pages(small_pdf().pdf) == tuple(zip(titles(), (2, 3, 4), strict=True))
    assert page_count(small_pdf().pdf) == 4


def test_every_bookmark_is_found_on_its_page() -> None:
    found = bookmark_pages(small_pdf().pdf)
    assert {one.bookmark: found[one.bookmark] for one in HEADINGS} == {"h_een": 2, "h_twee": 3, "h_drie": 4}


def test_the_pdf_is_tagged_and_says_its_title_and_language() -> None:
    reader = PdfReader(BytesIO(small_pdf().pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == "Versterking RIEC-LIEC-bestel"
    assert reader.root_object["/Lang"] == "nl-NL"
    assert reader.root_object["/MarkInfo"] == {"/Marked": True}
    assert reader.root_object["/ViewerPreferences"] == {"/DisplayDocTitle": True}
    assert "/StructTreeRoot" in reader.root_object


def test_the_names_that_libreoffice_gives_are_ours_again() -> None:
    assert word_name("/ta5Fcfe32af65F9ec4") == "ta_cfe32af6_9ec4"


@pytest.mark.parametrize("read", [page_count, heading_pages, bookmark_pages])
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + b"x" * 2000], ids=["empty", "a head", "rubbish"])
def test_what_is_no_pdf_is_told(read: object, data: bytes) -> None:
    assert callable(read)
    with pytest.raises(RiecError) as caught:
        read(data)
    assert caught.value.code == "office.bad_pdf"
