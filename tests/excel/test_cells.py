"""Cells as text: every value spelled so that each program reads the same, and no text is ever more than text."""

from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from riec_desktop.excel.cells import CellStyles, Rows, Strings
from riec_desktop.excel.markup import string_xml
from riec_desktop.excel.plan import Amount, Cell, Formula, Link

STYLES = CellStyles(plain=1, link=2, amounts={0: 3, 1: 4})


def cell(value: Cell) -> str:
    rows = Rows(Strings(), 1)
    rows.add([value], [STYLES], None)
    return rows.xml().removeprefix('<row r="1"><c r="A1" ').removesuffix("</row>")


@pytest.mark.parametrize(
    ("value", "xml"),
    [
        ("tekst", 's="1" t="s"><v>0</v></c>'),
        ("", 's="1"/>'),
        ("\x00", 's="1"/>'),
        (None, 's="1"/>'),
        (12, 's="1"><v>12</v></c>'),
        (10**15, 's="1" t="s"><v>0</v></c>'),
        (Amount(Decimal("1.5"), 1), 's="4"><v>1.5</v></c>'),
        (Amount(Decimal(7)), 's="3"><v>7</v></c>'),
        (Amount(Decimal(1) / 3), 's="3"><v>0.3333333333333333</v></c>'),
        (Formula("=A1<2&B1", Amount(Decimal(2))), 's="3"><f>A1&lt;2&amp;B1</f><v>2</v></c>'),
        (date(2023, 12, 31), 's="1"><v>45291</v></c>'),
        (Link("Totalen", "Totalen"), 's="2" t="s"><v>0</v></c>'),
    ],
)
def test_a_value_is_spelled_by_its_type(value: Cell, xml: str) -> None:
    assert cell(value) == xml


def test_a_text_stands_in_the_workbook_once() -> None:
    strings = Strings()
    assert [strings[text] for text in ("a", "b", "a", "", "a\x00")] == [0, 1, 0, -1, 0]
    items = ET.fromstring(strings.part())
    assert [item.findtext("{*}t") for item in items] == ["a", "b"]
    assert items.get("uniqueCount") == "2"


def test_space_around_a_text_goes_because_a_string_has_no_attribute_to_keep_it() -> None:
    strings = Strings()
    assert [strings[text] for text in (" a", "a\n", "\u00a0b ", " ")] == [0, 0, 1, -1]
    assert "<si><t>a</t></si><si><t>b</t></si>" in strings.part()


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ("a & b <c>", "a &amp; b &lt;c&gt;"),
        ("_x0041_", "_x005F_x0041_"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
        ("_x004_ _y0041_", "_x004_ _y0041_"),
        ("<r><t>a</t></r>", "&lt;r&gt;&lt;t&gt;a&lt;/t&gt;&lt;/r&gt;"),
    ],
)
def test_text_is_spelled_so_that_nothing_in_it_is_markup(text: str, xml: str) -> None:
    assert string_xml(text) == xml


def test_rows_follow_each_other_with_their_heights() -> None:
    rows = Rows(Strings(), 2)
    for height in (None, 30.5):
        rows.add([1, 2], [STYLES, STYLES], height)
    assert rows.area() == "A1:B2"
    assert [row.get("ht") for row in ET.fromstring(f"<d>{rows.xml()}</d>")] == [None, "30.5"]
    assert '<row r="2" ht="30.5"><c r="A2" s="1"><v>1</v></c><c r="B2" s="1"><v>2</v></c></row>' in rows.xml()
