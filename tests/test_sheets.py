"""Tests of what all that reads or writes a workbook agrees on."""

from xml.etree import ElementTree as ET

import pytest

from riec_desktop.sheets import column_letters, theme_xml


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA")]
)
def test_columns_have_the_names_that_excel_gives_them(number: int, letters: str) -> None:
    assert column_letters(number) == letters


def test_every_colour_that_a_theme_must_have_is_there_once_in_the_order_of_the_standard() -> None:
    scheme = ET.fromstring(theme_xml(["112233"] * 6))[0][0]
    accents = [f"accent{at}" for at in range(1, 7)]
    assert [one.tag.rpartition("}")[2] for one in scheme] == ["dk1", "lt1", "dk2", "lt2", *accents, "hlink", "folHlink"]
