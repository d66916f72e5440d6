"""Workbooks that come in: what is in their cells, what is odd, and what is refused."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

from riec_desktop.excel.celltext import Look
from riec_desktop.excel.reading.cells import ReadBook, ReadCell, Refusal, book_from_json, book_to_json, shown
from riec_desktop.excel.reading.workbook import read_workbook
from tests.helpers.books import HEAD, S, book, inline, packed, parts, row, sheet


def cells(workbook: bytes) -> dict[int, ReadCell]:
    """The cells of the first row that has any."""
    rows = read_workbook(workbook).sheets[0].rows
    return dict(next(iter(rows.values())))


def codes(workbook: bytes) -> list[str]:
    return [one.code for one in read_workbook(workbook).oddities]


def refused(workbook: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        read_workbook(workbook)
    return caught.value.code


# --- Cells -----------------------------------------------------------------------------------------------------------


def test_cells_as_excel_writes_them() -> None:
    strings = (
        f'{HEAD}<sst xmlns="{S}"><si><t>een_x0041_</t></si><si><r><t xml:space="preserve">zo </t></r>'
        f'<r><rPr><b/><i val="0"/></rPr><t>vet</t></r><rPh sb="0" eb="1"><t>help</t></rPh></si></sst>'
    )
    found = cells(
        book(
            row(
                '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><v>0.10000000000000001</v></c>',
                '<c r="D1" s="1"><v>44926</v></c><c r="E1" s="2"><v>0.12</v></c><c r="F1" t="b"><v>1</v></c>',
                '<c r="G1" s="3"><v>44926.5</v></c><c r="H1" t="d"><v>2022-12-31T00:00:00</v></c><c r="I1"/>',
                '<c r="J1"><f>1+1</f><v>2</v></c><c r="K1" t="str"><f>"a"</f><v>a</v></c>',
            ),
            strings=strings,
        )
    )
    assert found[1].value == (Look("eenA"),)
    assert found[2].value == (Look("zo "), Look("vet", bold=True))
    assert found[3].value == Decimal("0.1")
    assert found[4].value == found[7].value == found[8].value == date(2022, 12, 31)
    assert found[5] == ReadCell(Decimal("0.12"), percent=True)
    assert found[6].value is True
    assert 9 not in found
    assert found[10] == ReadCell(Decimal(2), formula=True)
    assert found[11].formula
    assert [shown(found[at]) for at in (3, 4, 6)] == ["0,1", "31-12-2022", "ja"]


def test_cells_without_references_stand_in_order() -> None:
    assert list(cells(book("<row><c><v>1</v></c><c><v>2</v></c></row>"))) == [1, 2]


def test_a_lying_dimension_hides_nothing() -> None:
    content = sheet(row(inline("a")) + row(inline("b", "A9"), number=9), before='<dimension ref="A1"/>')
    assert len(read_workbook(packed(parts(content))).sheets[0].rows) == 2


def test_days_from_1904_are_told() -> None:
    workbook = book(
        row('<c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>1</v></c>'), settings='<workbookPr date1904="1"/>'
    )
    assert cells(workbook)[2].value == date(1904, 1, 2)
    assert codes(workbook) == ["from_1904", "no_day"]


@pytest.mark.parametrize(("serial", "day"), [(1, date(1900, 1, 1)), (59, date(1900, 2, 28)), (61, date(1900, 3, 1))])
def test_days_around_the_day_that_never_was(serial: int, day: date) -> None:
    assert cells(book(row(f'<c r="A1" s="1"><v>{serial}</v></c>')))[1].value == day


def test_a_workbook_survives_the_way_through_json() -> None:
    read = read_workbook(
        book(
            row(inline("a"), '<c r="B1" s="1"><v>44926</v></c><c r="C1" t="b"><v>0</v></c><c r="D1"><f/><v>1.5</v></c>')
        )
    )
    assert book_from_json(book_to_json(read)) == read
    rich = ReadBook(sheets=(), oddities=read.oddities)
    assert book_from_json(book_to_json(rich)) == rich


# --- Odd -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (row(inline("=1+1")), "like_formula"),
        (row('<c r="A1"><f>1+1</f></c>'), "formula_without_value"),
        (row('<c r="A1" t="e"><v>#REF!</v></c>'), "error"),
        (row('<c r="A1"><v>1E400</v></c>'), "no_number"),
        (row('<c r="A1"><v>veel</v></c>'), "no_number"),
        (row('<c r="A1"><v>12345678901234567890</v></c>'), "long_number"),
        (row('<c r="A1" s="1"><v>60</v></c>'), "no_day"),
        (row(inline("x" * 40_000)), "long_text"),
        (row(inline("a\u202eb")), "control"),
        (row(inline("a_x0007_b")), "control"),
        ("".join(f'<row r="{at}"/>' for at in range(1, 10_002)), "empty_rows"),
    ],
    ids=lambda value: value if len(value) < 30 else "",
)
def test_what_is_odd_is_told(rows: str, code: str) -> None:
    assert codes(book(rows)) == [code]


def test_odd_areas_and_sheets_are_told() -> None:
    wide = sheet(
        row(inline("a")),
        before='<dimension ref="A1:XFD1048576"/>',
        after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    )
    assert codes(packed(parts(wide))) == ["dimension", "merged"]
    assert codes(book(row(inline("a")), name="../x")) == ["sheet_name"]
    hidden = parts(sheet(row(inline("a"))))
    hidden["xl/workbook.xml"] = str(hidden["xl/workbook.xml"]).replace("sheetId", 'state="veryHidden" sheetId')
    assert codes(packed(hidden)) == ["hidden"]
    many = parts(sheet(row(inline("a")))) | {f"x/{at}": "" for at in range(2_001)}
    assert codes(packed(many)) == ["entries"]
    linked = parts(sheet(row(inline("a")))) | {"xl/externalLinks/externalLink1.xml": "<a/>"}
    assert codes(packed(linked)) == ["external"]


# --- Refused ---------------------------------------------------------------------------------------------------------

Parts = dict[str, str | bytes]


def with_part(name: str, content: str | bytes) -> bytes:
    return packed(parts(sheet(row(inline("a")))) | {name: content})


def without(name: str) -> bytes:
    return packed({key: part for key, part in parts(sheet(row(inline("a")))).items() if key != name})


def doctype(encoding: str) -> bytes:
    content = sheet(row(inline("&amp;"))).replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>', 1)
    return with_part("xl/worksheets/sheet1.xml", content.replace("UTF-8", encoding).encode(encoding))


def flagged() -> bytes:
    data = bytearray(book(row(inline("a"))))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def broken() -> bytes:
    data = bytearray(book(row(inline("abcdefgh" * 50))))
    with ZipFile(BytesIO(bytes(data))) as package:
        at = package.getinfo("xl/worksheets/sheet1.xml").header_offset
    data[at + 70] ^= 255
    return bytes(data)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "workbook.empty"),
    "text": (lambda: b"a;b\n", "workbook.other_file"),
    "an old workbook": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "workbook.old"),
    "a password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "workbook.encrypted",
    ),
    "cut off": (lambda: book(row(inline("a")))[:300], "workbook.damaged"),
    "encrypted entries": (flagged, "workbook.encrypted"),
    "damaged bytes": (broken, "workbook.damaged"),
    "a way out": (lambda: with_part("../boven.txt", "x"), "workbook.tampered"),
    "a name twice": (lambda: with_part("XL/worksheets/Sheet1.xml", "x"), "workbook.tampered"),
    "macros": (lambda: with_part("xl/vbaProject.bin", b"x"), "workbook.macros"),
    "a binary workbook": (lambda: with_part("xl/workbook.bin", b"x"), "workbook.binary"),
    "LibreOffice": (lambda: packed({"mimetype": "x", "content.xml": "<a/>"}), "workbook.ods"),
    "no types": (lambda: without("[Content_Types].xml"), "workbook.damaged"),
    "no relations": (lambda: without("_rels/.rels"), "workbook.other_file"),
    "no sheet": (lambda: without("xl/worksheets/sheet1.xml"), "workbook.damaged"),
    "a bomb": (lambda: with_part("xl/worksheets/sheet1.xml", b" " * 3_000_000), "workbook.too_large"),
    "a document type": (lambda: doctype("UTF-8"), "workbook.tampered"),
    "a document type in UTF-16": (lambda: doctype("UTF-16"), "workbook.tampered"),
    "no XML": (lambda: with_part("xl/worksheets/sheet1.xml", "<a>"), "workbook.damaged"),
    "another root": (lambda: with_part("xl/worksheets/sheet1.xml", "<a/>"), "workbook.damaged"),
    "a chart for a book": (lambda: with_part("xl/workbook.xml", "<a/>"), "workbook.other_file"),
    "bad letters": (lambda: with_part("xl/worksheets/sheet1.xml", b"<a>\xff</a>"), "workbook.damaged"),
    "a cell outside": (lambda: book(row('<c r="ZZZ1"><v>1</v></c>')), "workbook.damaged"),
    "a row outside": (lambda: book('<row r="2000000"/>'), "workbook.damaged"),
    "no place": (lambda: book(row('<c r="?"><v>1</v></c>')), "workbook.damaged"),
    "no such string": (lambda: book(row('<c r="A1" t="s"><v>5</v></c>')), "workbook.damaged"),
    "a merge over everything": (
        lambda: packed(parts(sheet("", after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'))),
        "workbook.too_large",
    ),
    "too many cells": (lambda: book(row('<c r="A1"/>' * 200_001)), "workbook.too_large"),
    "too much text": (lambda: book(row(inline("ab " * 400_000))), "workbook.too_large"),
}


@pytest.mark.parametrize(("make", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_sound_workbook_is_refused(make: Callable[[], bytes], code: str) -> None:
    assert refused(make()) == code
