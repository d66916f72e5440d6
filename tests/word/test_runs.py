"""Words in a line: bold and italic, links that Word accepts, references that stay right."""

import pytest
from hypothesis import given

from riec_desktop.chapter.blocks import Paragraph, Span
from riec_desktop.paths import data_file
from riec_desktop.word.render import render_chapter
from riec_desktop.word.runs import web_address
from tests.helpers.chapters import chapter, heading, table
from tests.helpers.strategies import raw_texts
from tests.helpers.word import R, W, instructions, links, paragraphs, text_of, value

HOUSE = data_file("templates", "riec.docx").read_bytes()
PLACES = (heading(2, "Versterking bestel", "3.4.", "_Toc1"), heading(3, "Weerbaar", "", "_Toc2"), table(1))


def rendered(*spans: Span) -> bytes:
    """A chapter whose last paragraph has these spans."""
    return render_chapter(chapter(*PLACES, Paragraph(spans=spans)), HOUSE)


def fields(document: bytes) -> list[str]:
    """The instructions of the fields in the last paragraph."""
    return [(e.text or "").strip() for e in paragraphs(document)[-1].iter(f"{W}instrText")]


def test_bold_and_italic_are_properties_of_the_run() -> None:
    document = rendered(
        Span(text="a"), Span(text="b", bold=True), Span(text="c", italic=True), Span(text="d", bold=True, italic=True)
    )
    looks = [
        [p.tag.removeprefix(W) for p in run.iterfind(f"{W}rPr/*")] for run in paragraphs(document)[-1].iter(f"{W}r")
    ]
    assert looks == [[], ["b", "bCs"], ["i", "iCs"], ["b", "bCs", "i", "iCs"]]


def test_a_span_without_text_leaves_nothing() -> None:
    bold = Span(text="", bold=True)
    assert list(paragraphs(rendered(Span(text=""), bold, Span(text="", href="https://a.nl")))[-1].iter(f"{W}r")) == []


def test_a_link_points_to_the_web_and_looks_like_one() -> None:
    document = rendered(Span(text="Het convenant", href="https://www.riec.nl/a?b=c&d=e", bold=True))
    (link,) = paragraphs(document)[-1].iter(f"{W}hyperlink")
    (run,) = link.iter(f"{W}r")
    assert links(document) == {link.get(f"{R}id"): "https://www.riec.nl/a?b=c&d=e"}
    assert (value(run, "rPr/rStyle"), text_of(link)) == ("Hyperlink", "Het convenant")
    assert run.find(f"{W}rPr/{W}b") is not None


def test_the_same_address_is_written_once() -> None:
    one, other = Span(text="a", href="https://a.nl"), Span(text="b", href="https://b.nl")
    assert list(links(rendered(one, other, one)).values()) == ["https://a.nl", "https://b.nl"]


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "file:///C:/a",
        "mailto:a@b.nl",
        "https://",
        "http://[a",
        "https://a b.nl",
        "//a.nl",
        "#boven",
        "https://" + "a" * 2_000,
        "https://x@y.nl",
        "https://a.nl/" + "a" * 2_000,
    ],
)
def test_what_is_no_web_address_stays_text(href: str) -> None:
    document = rendered(Span(text="tekst", href=href))
    assert links(document) == {}
    assert text_of(paragraphs(document)[-1]) == "tekst"


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://a.nl", "https://a.nl"),
        ("HTTP://A.nl:80/x#y", "http://A.nl:80/x#y"),
        ('https://a.nl/é "<>', "https://a.nl/%C3%A9%20%22%3C%3E"),
        ("https://a.nl/50%/%20", "https://a.nl/50%25/%20"),
        ("https://één.nl/", "https://xn--n-9faa.nl/"),
        ("  https://a.nl\x00 ", "https://a.nl"),
    ],
)
def test_addresses_are_made_well_formed(href: str, address: str) -> None:
    assert web_address(href) == address


@given(raw_texts())
def test_any_address_becomes_plain_ascii_or_nothing(text: str) -> None:
    address = web_address("https://a.nl/" + text)
    assert address.isascii()
    assert address.isprintable()
    assert " " not in address


@pytest.mark.parametrize("text", ["Tabel 3.4-1", "Tabel\u00a03.4-1"])
def test_a_reference_to_a_caption_is_a_field(text: str) -> None:
    document = rendered(Span(text="Zie "), Span(text=text, target="_Tabel1", bold=True))
    assert fields(document) == ["REF _Tabel1 \\h"]
    assert text_of(paragraphs(document)[-1]) == "Zie Tabel\u00a03.4-1"


def test_a_reference_to_the_words_of_a_heading_is_a_field() -> None:
    assert fields(rendered(Span(text="Versterking bestel", target="_Toc1"))) == ["REF _Toc1 \\h"]


def test_a_reference_to_the_number_of_a_heading_is_a_field_without_the_trailing_dot() -> None:
    document = rendered(Span(text="3.4", target="_Toc1"))
    assert fields(document) == ["REF _Toc1 \\n \\h"]
    assert text_of(paragraphs(document)[-1]) == "3.4"


def test_a_reference_to_a_page_is_a_field_with_its_number() -> None:
    document = rendered(Span(text="bladzijde "), Span(text="7", target="_Toc1", page=True, italic=True))
    assert fields(document) == ["PAGEREF _Toc1 \\h"]
    assert text_of(paragraphs(document)[-1]) == "bladzijde 7"


def test_a_reference_in_other_words_keeps_them() -> None:
    document = rendered(Span(text="de inleiding", target="_Toc2"))
    (link,) = paragraphs(document)[-1].iter(f"{W}hyperlink")
    assert (link.get(f"{W}anchor"), text_of(link)) == ("_Toc2", "de inleiding")
    assert fields(document) == []


def test_a_reference_to_nothing_is_text() -> None:
    document = rendered(Span(text="Tabel 9", target="_Weg"))
    assert fields(document) == []
    assert text_of(paragraphs(document)[-1]) == "Tabel 9"
    assert "_Weg" not in " ".join(instructions(document))
