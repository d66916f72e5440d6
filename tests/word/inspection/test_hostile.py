"""Files that mean harm, or are no Word document at all, are refused with a sentence; odd ones are looked at in time."""

import io
import time
import zipfile

import pytest

from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.word.inspection import inspect_document
from tests.helpers.edited import before_end, edited, example_document, field_xml, paragraph_xml, with_parts
from tests.helpers.word import DOCUMENT

LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def with_entities(document: bytes, kind: str) -> bytes:
    return edited(document, "(<[?]xml[^>]*[?]>)", kind)


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(DOCUMENT, b" " * 30_000_000)
    return made.getvalue()


def utf16(document: bytes) -> bytes:
    text = f'<?xml version="1.0" encoding="UTF-16"?>{LAUGHS}<x>&b;</x>'
    return with_parts(document, **{DOCUMENT: text.encode("utf-16")})


REFUSED = {
    "empty": (b"", "inspect.not_docx"),
    "password": (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "inspect.not_docx"),
    "cut off": (example_document()[:2_000], "inspect.damaged"),
    "zip without parts": (b"PK\x05\x06" + bytes(18), "inspect.damaged"),
    "bomb": (bomb(), "inspect.too_large"),
    "file entity": (
        with_entities(example_document(), '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
        "inspect.damaged",
    ),
    "laughs": (with_entities(example_document(), LAUGHS), "inspect.damaged"),
    "laughs in utf-16": (utf16(example_document()), "inspect.damaged"),
    "deep": (before_end(example_document(), "<w:sdt>" * 5_000 + "</w:sdt>" * 5_000), "inspect.damaged"),
    "tags": (before_end(example_document(), "<w:p/>" * 3_000_001), "inspect.too_large"),
    "strict": (
        edited(
            example_document(), "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/x"
        ),
        "inspect.not_docx",
    ),
    "macros": (with_parts(example_document(), **{"word__vbaProject.bin": b"x"}), "inspect.macros"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_looked_at_is_refused_in_dutch(name: str) -> None:
    data, code = REFUSED[name]
    with pytest.raises(RiecError) as caught:
        inspect_document(data)
    assert caught.value.code == code
    assert "niet veranderd" in sentence(caught.value)


ODD = {
    "fields in fields": field_xml("REF weg", "", end=False) * 5_000,
    "overlapping contents": field_xml("TOC", "x", end=False) * 2_000 + paragraph_xml("kop", "Heading2") * 2_000,
    "bookmarks": "".join(f'<w:bookmarkStart w:id="{at}" w:name="b{at}"/>' for at in range(20_000))
    + paragraph_xml("x" * 9),
    "long text": paragraph_xml("- " + "a 1. " * 400_000),
    "tables in tables": "<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl><w:p/>" * 60,
    "wide table": f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 20_000}</w:tr></w:tbl><w:p/>",
    "styles in a ring": paragraph_xml("tekst", "Ring"),
    "numbers that are none": (
        '<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="breed"/></w:tblPr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-"/>'
        "</w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>"
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_files_are_looked_at_within_seconds(name: str) -> None:
    ring = '<w:style w:type="paragraph" w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style></w:styles>'
    document = edited(before_end(example_document(), ODD[name]), "</w:styles>", ring, "word/styles.xml")
    begin = time.process_time()
    found = inspect_document(document)
    assert time.process_time() - begin < 5
    assert found.points > 50
