"""Colours that can be read, and styles that are made once."""

from xml.etree import ElementTree as ET

import pytest

from riec_desktop.excel.chart_xml import ACTUAL_COLOUR, TARGET_COLOUR
from riec_desktop.excel.plan import Column, ColumnType, Mark, Tone
from riec_desktop.excel.styles import HEADER_COLOURS, LINK_COLOUR, TONE_COLOURS, Styles, number_format
from riec_desktop.excel.styles_xml import styles_part
from tests.helpers.workbooks import S


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(text: str, background: str) -> float:
    dark, light = sorted((luminance(text), luminance(background)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("pair", [HEADER_COLOURS, (LINK_COLOUR, "#FFFFFF"), *TONE_COLOURS.values()])
def test_text_stands_out_from_its_background(pair: tuple[str, str]) -> None:
    assert contrast(*pair) >= 4.5


def test_every_tone_has_its_own_colours() -> None:
    assert len(set(TONE_COLOURS.values())) == len(TONE_COLOURS) == len(Tone)


@pytest.mark.parametrize(
    ("kind", "decimals", "code"),
    [
        (ColumnType.DECIMAL, 0, "#,##0"),
        (ColumnType.DECIMAL, 2, "#,##0.00"),
        (ColumnType.DIFFERENCE, 1, "+#,##0.0;-#,##0.0;#,##0.0"),
        (ColumnType.PERCENTAGE, 0, "+0%;-0%;0%"),
        (ColumnType.PERCENTAGE, 1, "+0.0%;-0.0%;0.0%"),
    ],
)
def test_numbers_have_a_format_that_every_language_of_excel_reads(kind: ColumnType, decimals: int, code: str) -> None:
    assert number_format(kind, decimals) == code


def test_equal_looks_are_one_style() -> None:
    styles = Styles()
    first, second = (styles.column(Column(name=name, type=ColumnType.DECIMAL), (1, 2)) for name in ("a", "b"))
    assert first == second
    assert len({first.plain, first.link, *first.amounts.values()}) == 4
    assert styles.column(Column(name="a"), total=True).plain not in (first.plain, first.link)


@pytest.mark.parametrize("colour", [ACTUAL_COLOUR, TARGET_COLOUR])
def test_a_line_of_a_chart_stands_out_from_the_paper(colour: str) -> None:
    assert contrast(colour, "#FFFFFF") >= 3


def test_a_word_on_a_colour_of_its_own_stands_clear_of_the_number_before_it() -> None:
    styles = Styles()
    marked = Column(name="Stand", marks=(Mark("open", Tone.WAITING),))
    numbers = styles.column(marked).plain, styles.column(Column(name="Stand")).plain
    assert [styles.all()[number - 1].indent for number in numbers] == [1, 0]


def test_the_part_has_each_font_fill_line_and_code_once() -> None:
    styles = Styles()
    for kind in ColumnType:
        styles.header(Column(name="a", type=kind))
        styles.column(Column(name="a", type=kind), (0, 1))
    part = ET.fromstring(styles_part(styles.all()))
    counts = {name: len(part.findall(f"{S}{name}/*")) for name in ("numFmts", "fonts", "fills", "borders", "cellXfs")}
    assert counts == {"numFmts": 9, "fonts": 3, "fills": 3, "borders": 2, "cellXfs": len(styles.all()) + 1}
    for name in ("numFmts", "fonts", "fills", "borders"):
        pieces = [ET.tostring(one) for one in part.findall(f"{S}{name}/*")]
        assert len(set(pieces)) == len(pieces)
