"""A PDF carries nothing besides its pages: whatever hides in one is told before it goes out."""

from collections.abc import Callable
from typing import Any, cast

import pytest
from pypdf import PdfWriter
from pypdf.annotations import FreeText, Link
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

from riec_desktop.errors import RiecError
from riec_desktop.workspace.traces import Here, traces_in_pdf
from tests.helpers import hostile
from tests.helpers.images import file_of, photo
from tests.helpers.pdfs import blank, pdf, saved

NOBODY = Here(user=hostile.PERSON, machine=hostile.MACHINE, home=hostile.HOME)
BOX = (0, 0, 100, 100)


def with_photo(writer: PdfWriter, content: bytes) -> None:
    """A page with a JPEG file as its picture."""
    picture = StreamObject()
    picture.set_data(content)
    for name, value in (("/Subtype", "/Image"), ("/Filter", "/DCTDecode"), ("/Type", "/XObject")):
        picture[NameObject(name)] = NameObject(value)
    picture[NameObject("/Width")], picture[NameObject("/Height")] = NumberObject(40), NumberObject(30)
    held = DictionaryObject({NameObject("/Im1"): cast("Any", writer)._add_object(picture)})
    writer.pages[0][NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): held})


def with_action(writer: PdfWriter, kind: str, **rest: str) -> None:
    """A link that does something."""
    action = DictionaryObject({NameObject("/S"): NameObject(kind)})
    action.update({NameObject(f"/{name}"): TextStringObject(value) for name, value in rest.items()})
    link = DictionaryObject({NameObject("/Subtype"): NameObject("/Link"), NameObject("/A"): action})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([link])


def with_script(writer: PdfWriter) -> None:
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('a')")}
    action = DictionaryObject({NameObject(name): value for name, value in script.items()})
    writer.root_object[NameObject("/OpenAction")] = action


def with_xmp(writer: PdfWriter) -> None:
    writer.xmp_metadata = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{hostile.PERSON}</x:xmpmeta>".encode()


HIDES: dict[str, tuple[Callable[[PdfWriter], object], str]] = {
    "a maker": (lambda one: one.add_metadata({"/Author": hostile.PERSON}), "de naam van de gebruiker"),
    "a folder": (lambda one: one.add_metadata({"/Title": f"{hostile.HOME}/a"}), "de map van de gebruiker"),
    "XMP": (with_xmp, "de naam van de gebruiker"),
    "an attachment": (lambda one: one.add_attachment("a.txt", b"a"), "bijlagen"),
    "a script": (with_script, "opdrachten die vanzelf werken"),
    "a remark": (lambda one: one.add_annotation(0, FreeText(text="a", rect=BOX)), "opmerkingen"),
    "a file": (lambda one: one.add_annotation(0, Link(rect=BOX, url="file:///home/a")), "koppelingen naar bestanden"),
    "a program": (lambda one: with_action(one, "/Launch", F="a.exe"), "koppelingen naar bestanden"),
    "a photo": (lambda one: with_photo(one, hostile.photo_of_somebody()), "foto’s met verborgen gegevens"),
}


@pytest.mark.parametrize(("hide", "told"), HIDES.values(), ids=list(HIDES))
def test_what_hides_in_a_pdf_is_told(hide: Callable[[PdfWriter], object], told: str) -> None:
    writer = blank()
    hide(writer)
    (sentence,) = traces_in_pdf(saved(writer), NOBODY)
    assert told in sentence


def test_a_pdf_with_nothing_but_its_pages_passes() -> None:
    writer = blank()
    writer.add_metadata({"/Author": "LIEC", "/Title": "Jaarverslag"})
    with_photo(writer, file_of(photo(40, 30), "JPEG"))
    writer.add_annotation(0, Link(rect=BOX, url="https://www.riec.nl/"))
    assert not list(traces_in_pdf(saved(writer), NOBODY))
    assert not list(traces_in_pdf(pdf(2, {"_Toc1": 1}, (("Kop", 2),)), NOBODY))


def test_a_word_of_the_format_is_no_name_of_a_user() -> None:
    assert not list(traces_in_pdf(saved(blank()), Here(user="root", machine="Pages", home="Type")))


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(RiecError) as caught:
        list(traces_in_pdf(b"%PDF-1.7 stuk", NOBODY))
    assert caught.value.code == "office.bad_pdf"
