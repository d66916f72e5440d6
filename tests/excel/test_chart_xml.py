"""The charts of the overview as text: what they point at, what is stored beside it, and what is not."""

from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from riec_desktop.excel.chart_places import Place
from riec_desktop.excel.chart_xml import chart_part
from riec_desktop.excel.drawing_xml import drawing_part
from riec_desktop.excel.markup import CHART
from riec_desktop.excel.plan import Amount, Chart, Column, ColumnType, Line, Row, SheetPlan

C = f"{{{CHART}}}"
X = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


def amount(value: str) -> Amount:
    return Amount(Decimal(value), 1)


CELLS: Row = ("Signalen <&>", amount("1"), None, amount("2.5"), None, None, amount("3"))


def sheet_of(row: Row = CELLS) -> SheetPlan:
    numbers = tuple(Column(name=name, type=ColumnType.DECIMAL) for name in ("2021", "2022", "2023", "D1", "D2", "D3"))
    columns = (Column(name="Grafiek"), *numbers)
    return SheetPlan(name="Trends", description="Trends.", columns=columns, rows=(row,), nothing="Niets.")


def chart_of(*lines: Line, unit: str = "signalen") -> Chart:
    return Chart(
        row=0,
        title_column=0,
        description='Lijngrafiek "één" & <twee>',
        unit=unit,
        decimals=1,
        places=("2021", "2022", "2023"),
        lines=lines or (Line("werkelijk", 1, 3), Line("doel", 4, 6, is_target=True)),
    )


def made(row: Row = CELLS, chart: Chart | None = None) -> ET.Element:
    return ET.fromstring(chart_part(sheet_of(row), chart or chart_of()))


def test_title_and_lines_follow_their_cells() -> None:
    sources = [one.text for one in made().iter(f"{C}f")]
    assert sources == [
        "Trends!$A$2",
        *("Trends!$B$1:$D$1", "Trends!$B$2:$D$2"),
        *("Trends!$B$1:$D$1", "Trends!$E$2:$G$2"),
    ]
    assert made().findtext(f"{C}chart/{C}title/{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v") == "Signalen <&>"


def test_where_no_number_stands_none_is_stored() -> None:
    stored = [
        [(one.get("idx"), one.findtext(f"{C}v")) for one in line.iter(f"{C}pt")] for line in made().iter(f"{C}val")
    ]
    assert stored == [[("0", "1"), ("2", "2.5")], [("2", "3")]]
    gaps = made().find(f"{C}chart/{C}dispBlanksAs")
    assert gaps is not None
    assert gaps.get("val") == "gap"


@pytest.mark.parametrize(("lowest", "least"), [("1", "0"), ("0", "0"), ("-1", None)])
def test_the_axis_starts_at_nothing_unless_a_number_is_below_it(lowest: str, least: str | None) -> None:
    found = made((*CELLS[:2], amount(lowest), *CELLS[3:])).find(f".//{C}valAx/{C}scaling/{C}min")
    assert (found.get("val") if found is not None else None) == least


def test_one_line_needs_no_legend_and_a_target_no_numbers() -> None:
    one = made(chart=chart_of(Line("werkelijk", 1, 3)))
    assert one.find(f".//{C}legend") is None
    assert made().find(f".//{C}legend") is not None
    assert [line.find(f"{C}dLbls") is not None for line in made().iter(f"{C}ser")] == [True, False]


def test_the_axis_names_the_unit_as_it_is_written() -> None:
    assert "x!A1 <b>" in "".join(made(chart=chart_of(unit="x!A1 <b>")).itertext())
    assert made(chart=chart_of(unit="")).find(f".//{C}valAx/{C}title") is None


def test_a_chart_hangs_from_cell_to_cell_with_its_description() -> None:
    place = Place(row=3, left=80, width=200)
    part = ET.fromstring(drawing_part((chart_of(),), (place,), (10.0, 10.0)))
    corners = [[int(one.text or 0) for one in corner] for name in ("from", "to") for corner in part.iter(f"{X}{name}")]
    # Columns of 75 pixels, and one of 64 beyond the last.
    assert corners == [[1, 5 * 9525, 3, 0], [4, (280 - 75 * 2 - 64 * 2) * 9525, 17, 0]]
    named = next(part.iter(f"{X}cNvPr"))
    assert (named.get("name"), named.get("descr")) == ("Grafiek 1", 'Lijngrafiek "één" & <twee>')
