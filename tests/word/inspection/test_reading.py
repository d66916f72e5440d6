"""How a document is read: numbers as Word counts them, pictures by their headers, text as a reader sees it."""

import pytest

from riec_desktop.dossier.image_facts import ImageFacts, image_facts
from riec_desktop.word.inspection import inspect_document
from riec_desktop.word.inspection.numbering import formatted
from riec_desktop.word.inspection.workbook import Workbook
from tests.helpers.edited import before_end, example_document, paragraph_xml, with_parts, with_relation

VML = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="position: absolute"{}>'
    '<v:imagedata r:id="rIdNew"/></v:shape></w:pict></w:r></w:p>'
)
BOX = (
    "<w:p><w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
    "<mc:Choice Requires='wps'><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def found(document: bytes, code: str) -> list[str]:
    return [remark.place for remark in inspect_document(document).remarks if remark.code == code]


@pytest.mark.parametrize(
    ("number", "style", "shown"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (28, "lowerLetter", "bb"),
        (2, "upperLetter", "B"),
        (4, "none", ""),
    ],
)
def test_numbers_are_shown_as_a_list_shows_them(number: int, style: str, shown: str) -> None:
    assert formatted(number, style) == shown


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def test_a_photo_tells_its_width_and_what_it_hides() -> None:
    frame = segment(0xC0, bytes((8, 0, 10, 1, 0, 3)))
    photo = b"\xff\xd8" + segment(0xE1, b"Exif\0\0") + segment(0xED, b"8BIM") + segment(0xFE, b"Piet") + frame
    assert image_facts(photo) == ImageFacts(256, ("Exif", "IPTC", "tekst"))
    assert image_facts(photo + b"\xff\xd9\0\0").extras == ("Exif", "IPTC", "tekst")
    assert image_facts(photo[:3]) == ImageFacts(0, ())
    assert image_facts(b"GIF89a") == ImageFacts(0, ())


def test_cells_of_a_workbook_are_found_by_their_formula() -> None:
    book = Workbook({"Blad 1": {"A1": "a", "B1": "b", "AA2": "z"}}, {})
    assert book.cells("'Blad 1'!$A$1:$B$1") == ["a", "b"]
    assert book.cells("'Blad 1'!$AA$2") == ["z"]
    assert book.cells("NAAM") is None
    assert book.cells("Blad!$A$1:$XFD$1048576") is None


def test_a_picture_of_the_old_kind_is_looked_at_too() -> None:
    document = with_relation(example_document(), "image", "oud.png", outside=False)
    document = with_parts(document, **{"word__oud.png": b"\x89PNG\r\n\x1a\n"})
    assert len(found(before_end(document, VML.format("")), "drawings.described")) == 1
    described = before_end(document, VML.format(' alt="Het plein."'))
    assert found(described, "drawings.described") == []
    assert len(found(described, "drawings.inline")) == 1


def test_a_text_box_is_read_once() -> None:
    document = before_end(example_document(), BOX.format(paragraph_xml("XXX in een vak")))
    assert len(found(document, "text.frames")) == 1
    assert len(found(document, "final.prompts")) == 1


def test_text_that_was_deleted_is_not_read() -> None:
    gone = '<w:p><w:del w:id="1"><w:r><w:delText>XXX</w:delText></w:r></w:del><w:r><w:t>Tekst.</w:t></w:r></w:p>'
    assert found(before_end(example_document(), gone), "final.prompts") == []


def test_a_field_in_its_short_form_is_a_field() -> None:
    simple = '<w:p><w:fldSimple w:instr=" REF weg "><w:r><w:t>Tabel 9</w:t></w:r></w:fldSimple></w:p>'
    assert len(found(before_end(example_document(), simple), "references.target")) == 1
