"""The part of a chart: native, told apart without colour, with the numbers that its workbook holds."""

from io import BytesIO
from itertools import product
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from hypothesis import given, settings

from riec_desktop.chapter.blocks import Chart, ChartKind
from riec_desktop.word.chart_looks import AXIS_COLOUR, COLOURS, MARKERS, PATTERNS, TARGET_COLOUR, TEXT_COLOUR
from riec_desktop.word.chart_workbook import workbook
from riec_desktop.word.charts import chart_part, lies_down
from tests.helpers.chapters import chart, series
from tests.helpers.strategies import decimals, raw_texts
from tests.word.test_markup import lines

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
REGIONS = ("Amsterdam-Amstelland", "Limburg", "Rotterdam")


def part(one: Chart) -> ET.Element:
    return ET.fromstring(chart_part(one))


def found(root: ET.Element, path: str) -> ET.Element:
    """The element at the end of a path such as 'chart/plotArea'."""
    element = root.find("/".join(C + step for step in path.split("/")))
    assert element is not None, path
    return element


def values(root: ET.Element, name: str) -> list[str]:
    return [element.get("val", "") for element in root.iter(C + name)]


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# --- form -----------------------------------------------------------------------------------------------------------


def test_a_line_chart_has_a_line_and_a_marker_for_each_series() -> None:
    root = part(chart())
    assert [child.tag.removeprefix(C) for child in found(root, "chart/plotArea")] == [
        *("layout", "lineChart", "catAx", "valAx")
    ]
    assert values(root, "symbol") == ["circle", "square"]
    assert values(root, "smooth") == ["0", "0"]


def test_a_chart_says_its_language_and_makes_no_title_of_its_own() -> None:
    root = part(chart(unit=""))
    assert [values(root, name) for name in ("lang", "autoTitleDeleted", "roundedCorners")] == [["nl-NL"], ["1"], ["0"]]
    assert list(root.iter(f"{C}title")) == []


def test_the_unit_is_the_title_of_the_axis_with_the_numbers() -> None:
    (title,) = part(chart(unit="% dagen & uren")).iter(f"{C}title")
    assert [text.text for text in title.iter(f"{A}t")] == ["% dagen & uren"]


def test_only_more_than_one_series_needs_a_legend() -> None:
    assert list(part(chart(1, ChartKind.LINE, series("a", "1", "2", "3"))).iter(f"{C}legend")) == []
    (legend,) = part(chart()).iter(f"{C}legend")
    assert values(legend, "legendPos") == ["b"]


def test_axes_belong_to_each_other_and_have_positive_ids() -> None:
    root = part(chart())
    names, numbers = found(root, "chart/plotArea/catAx"), found(root, "chart/plotArea/valAx")
    ids = [found(axis, "axId").get("val", "") for axis in (names, numbers)]
    assert [found(axis, "crossAx").get("val", "") for axis in (numbers, names)] == ids
    assert values(found(root, "chart/plotArea/lineChart"), "axId") == ids
    assert all(int(one) > 0 for one in ids)


def test_text_is_nine_to_ten_points() -> None:
    sizes = [int(each.get("sz", "0")) for each in part(chart()).iter() if each.get("sz")]
    assert len(sizes) > 4
    assert {size for size in sizes if not 900 <= size <= 1000} == set()


# --- bars -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("categories", "direction"), [(("2022", "2023"), "col"), (REGIONS, "bar"), (tuple("abcdefg"), "bar")]
)
def test_bars_lie_down_for_many_or_long_names(categories: tuple[str, ...], direction: str) -> None:
    one = chart(1, ChartKind.BARS, series("2023", *("1",) * len(categories)), categories=categories)
    assert values(part(one), "barDir") == [direction]
    assert lies_down(one) is (direction == "bar")


def test_lying_bars_begin_at_the_top_with_their_numbers_below() -> None:
    root = part(chart(1, ChartKind.BARS, categories=REGIONS))
    names, numbers = found(root, "chart/plotArea/catAx"), found(root, "chart/plotArea/valAx")
    assert found(names, "scaling/orientation").get("val") == "maxMin"
    assert (found(names, "axPos").get("val"), found(numbers, "axPos").get("val")) == ("l", "b")
    assert found(numbers, "crosses").get("val") == "max"


def test_bars_have_their_numbers_unless_there_are_too_many() -> None:
    rows = [series(str(at), "1", "2", "3") for at in range(14)]
    assert [len(list(part(chart(1, ChartKind.BARS, *rows[:n])).iter(f"{C}dLbls"))) for n in (13, 14)] == [13, 0]


# --- numbers --------------------------------------------------------------------------------------------------------


def test_a_missing_number_leaves_a_gap() -> None:
    root = part(chart())
    done = next(root.iter(f"{C}numCache"))
    assert [(each.get("idx"), found(each, "v").text) for each in done.iter(f"{C}pt")] == [("0", "1234.5"), ("2", "3")]
    assert values(done, "ptCount") == ["3"]
    assert values(root, "dispBlanksAs") == ["gap"]


@pytest.mark.parametrize(("decimals", "code"), [(0, "[$-413]#,##0"), (2, "[$-413]#,##0.00")])
def test_numbers_are_written_the_dutch_way(decimals: int, code: str) -> None:
    root = part(chart(decimals=decimals))
    codes = {each.get("formatCode", "") for each in found(root, "chart/plotArea/valAx").iter(f"{C}numFmt")}
    assert codes == {each.text for each in root.iter(f"{C}formatCode")} == {code}


def test_the_axis_begins_at_zero_unless_a_number_is_below() -> None:
    assert values(part(chart()), "min") == ["0"]
    assert values(part(chart(1, ChartKind.LINE, series("a", "-1", "2", "3"))), "min") == []


def test_small_counts_are_counted_one_by_one() -> None:
    small, large = series("a", "1", "", "8"), series("b", "1", "2", "9")
    assert [values(part(chart(1, ChartKind.LINE, one)), "majorUnit") for one in (small, large)] == [["1"], []]
    assert values(part(chart(1, ChartKind.LINE, small, decimals=1)), "majorUnit") == []


def test_numbers_at_a_line_stand_away_from_the_line_of_the_target() -> None:
    labels = next(part(chart(1, ChartKind.LINE, *chart().series)).iter(f"{C}dLbls"))
    assert [found(each, "idx").get("val") for each in labels.findall(f"{C}dLbl")] == ["2"]
    assert values(labels, "dLblPos") == ["b", "t"]


def test_the_numbers_shown_are_the_numbers_of_the_workbook() -> None:
    one = chart()
    assert cached(one) == in_cells(one)


def in_cells(one: Chart) -> list[list[Any]]:
    """What stands in the cells that a chart refers to: per series its name, the categories, the numbers."""
    book: Any = openpyxl.load_workbook(BytesIO(workbook(one)))
    return [[_cell_values(book, each.text or "") for each in row.iter(f"{C}f")] for row in part(one).iter(f"{C}ser")]


def _cell_values(book: Any, reference: str) -> list[Any]:
    sheet, area = reference.split("!")
    first, _, last = area.replace("$", "").partition(":")
    return [row[0].value for row in book[sheet][f"{first}:{last or first}"]]


def cached(one: Chart) -> list[list[Any]]:
    """The same from the chart itself."""
    return [
        [
            *(_texts(each) for each in row.iter(f"{C}strCache")),
            *([None if text is None else float(text) for text in _texts(each)] for each in row.iter(f"{C}numCache")),
        ]
        for row in part(one).iter(f"{C}ser")
    ]


def _texts(cache: ET.Element) -> list[str | None]:
    points = {int(each.get("idx", "")): found(each, "v").text for each in cache.iter(f"{C}pt")}
    return [points.get(at) for at in range(int(found(cache, "ptCount").get("val", "")))]


@given(raw_texts(), raw_texts(), decimals())
@settings(max_examples=40)
def test_any_text_and_any_number_can_be_shown(name: str, category: str, number: Any) -> None:
    rows = (series(name, str(number)), series(category, ""))
    for kind, unit in product(ChartKind, (name, "")):
        root = part(chart(1, kind, *rows, categories=(category,), unit=unit))
        names = [_texts(each)[0] or "" for each in root.iter(f"{C}strCache")]
        assert names == [one.strip() for one in (lines(name), *[lines(category)] * 3)]


# --- looks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("colour", [*COLOURS, TARGET_COLOUR, AXIS_COLOUR, TEXT_COLOUR])
def test_every_colour_stands_out_against_white(colour: str) -> None:
    assert 1.05 / (luminance(colour) + 0.05) >= (4.5 if colour == TEXT_COLOUR else 3)


def test_series_differ_in_more_than_colour() -> None:
    rows = [series(str(at), "1", "2", "3") for at in range(6)]
    assert values(part(chart(1, ChartKind.LINE, *rows)), "symbol") == list(MARKERS)
    fills = [each.get("prst") for each in part(chart(1, ChartKind.BARS, *rows)).iter(f"{A}pattFill")]
    assert fills == list(PATTERNS[1:])
    assert len(set(MARKERS)) == len(set(PATTERNS)) == 6


@pytest.mark.parametrize("kind", list(ChartKind))
def test_a_target_is_dashed_and_hollow(kind: ChartKind) -> None:
    done, meant = (found(row, "spPr") for row in part(chart(1, kind)).iter(f"{C}ser"))
    assert list(done.iter(f"{A}prstDash")) == []
    assert len(list(meant.iter(f"{A}prstDash"))) == 1
    hollow = found(list(part(chart(1, kind)).iter(f"{C}ser"))[1], "marker/spPr" if kind is ChartKind.LINE else "spPr")
    assert next(hollow.iter(f"{A}srgbClr")).get("val") == "FFFFFF"
