"""A plan as a file: values come back with their types, text stays text, and the same plan gives the same bytes."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.dossier.text import clean
from riec_desktop.excel.plan import (
    Amount,
    Cell,
    Column,
    ColumnType,
    Formula,
    Link,
    Mark,
    Row,
    SheetPlan,
    Tone,
    WorkbookPlan,
)
from riec_desktop.excel.render import render_workbook
from tests.helpers.strategies import raw_texts
from tests.helpers.word import audit, part_names, part_text, tree
from tests.helpers.workbooks import S, opened, sheet, texts

DIFFERENCE = Formula("=Proef[[#This Row],[Bedrag]]-2", Amount(Decimal("1232.5"), 1))
COLUMNS = (
    Column(name="Naam", bold=True),
    Column(name="Aantal", type=ColumnType.INTEGER, total=Amount(Decimal(1500))),
    Column(name="Jaar", type=ColumnType.YEAR),
    Column(name="Bedrag", type=ColumnType.DECIMAL),
    Column(name="Verschil", type=ColumnType.DECIMAL),
    Column(name="Deel", type=ColumnType.PERCENTAGE),
    Column(name="Dag", type=ColumnType.DATE),
    Column(name="Stand", type=ColumnType.LINK, marks=(Mark("klaar", Tone.DONE), Mark("leeg", Tone.LACKING))),
)
ROW: Row = (
    "één",
    1500,
    2023,
    Amount(Decimal("1234.5"), 1),
    DIFFERENCE,
    Amount(Decimal("0.26")),
    date(2023, 12, 31),
    "klaar",
)
EMPTY: Row = ("", None, None, None, None, None, None, Link("Ander", "Ander"))


def sheet_of(*rows: Row, columns: tuple[Column, ...] = COLUMNS, name: str = "Proef") -> SheetPlan:
    return SheetPlan(
        name=name,
        description="Eén regel per proef.",
        columns=columns,
        rows=rows,
        nothing="Er is nog niets.",
        frozen_columns=1,
    )


def plan_of(*sheets: SheetPlan) -> WorkbookPlan:
    return WorkbookPlan(
        title="Jaaroverzicht 2023",
        subject="Proef",
        organisation="LIEC",
        header="Dossier A&B",
        footer="Gemaakt op 1 maart 2024",
        made_on=date(2024, 3, 1),
        sheets=sheets,
    )


def texts_plan(*lines: str) -> WorkbookPlan:
    return plan_of(sheet_of(*((line,) for line in lines), columns=(Column(name="Tekst"),)))


def midnight(year: int, month: int, day: int) -> datetime:
    """How openpyxl gives a date."""
    return datetime.combine(date(year, month, day), time())


PLAN = plan_of(sheet_of(ROW, EMPTY), sheet_of(("iets",), columns=(Column(name="Tekst"),), name="Ander"))


@pytest.fixture(name="workbook", scope="module")
def rendered() -> bytes:
    return render_workbook(PLAN)


# --- Values ----------------------------------------------------------------------------------------------------------


def test_every_value_comes_back_with_its_type(workbook: bytes) -> None:
    rows = list(opened(workbook, values=True)["Proef"].iter_rows(values_only=True))
    assert rows == [
        ("Naam", "Aantal", "Jaar", "Bedrag", "Verschil", "Deel", "Dag", "Stand"),
        ("één", 1500, 2023, 1234.5, 1232.5, 0.26, midnight(2023, 12, 31), "klaar"),
        (None, None, None, None, None, None, None, "Ander"),
        ("Totaal", 1500, None, None, None, None, None, None),
    ]


def test_formulas_stand_behind_their_values(workbook: bytes) -> None:
    written = opened(workbook)["Proef"]
    assert written["E2"].value == "=Proef[[#This Row],[Bedrag]]-2"
    assert written["B4"].value == "=SUBTOTAL(109,Proef[Aantal])"


def test_numbers_and_dates_have_their_format(workbook: bytes) -> None:
    written = opened(workbook)["Proef"]
    found = {cell.coordinate: cell.number_format for cell in written[2][1:7]}
    assert found == {
        "B2": "#,##0",
        "C2": "0",
        "D2": "#,##0.0",
        "E2": "#,##0.0",
        "F2": "+0%;-0%;0%",
        "G2": "d-m-yyyy",
    }


def test_a_link_leads_to_its_sheet(workbook: bytes) -> None:
    link = opened(workbook)["Proef"]["H3"].hyperlink
    assert (link.location, link.tooltip, link.target) == ("'Ander'!A1", "Ga naar het blad Ander", None)


@pytest.mark.parametrize(
    ("column", "cell", "text"),
    [
        (ColumnType.INTEGER, 10**15, "1.000.000.000.000.000"),
        (ColumnType.DECIMAL, Amount(Decimal("-1000000000000000.5"), 1), "−1.000.000.000.000.000,5"),
        (ColumnType.DECIMAL, Formula("=A1", Amount(Decimal(10**16))), "10.000.000.000.000.000"),
        (ColumnType.DATE, date(1900, 2, 28), "28-2-1900"),
    ],
)
def test_what_excel_cannot_hold_exactly_stands_as_text(column: ColumnType, cell: Cell, text: str) -> None:
    plan = plan_of(sheet_of((cell,), columns=(Column(name="Waarde", type=column),)))
    assert opened(render_workbook(plan))["Proef"]["A2"].value == text


def test_the_first_day_after_the_day_that_never_was_is_a_date() -> None:
    plan = plan_of(sheet_of((date(1900, 3, 1),), columns=(Column(name="Dag", type=ColumnType.DATE),)))
    assert sheet(render_workbook(plan), 1).findtext(f".//{S}c[@r='A2']/{S}v") == "61"


def test_a_sheet_without_rows_says_so_in_its_table() -> None:
    written = opened(render_workbook(plan_of(sheet_of(columns=COLUMNS[2:]))))["Proef"]
    assert written.tables["Proef"].ref == "A1:F2"
    assert written["A2"].value == "Er is nog niets."


# --- Text is text ----------------------------------------------------------------------------------------------------


@given(st.lists(raw_texts() | st.text("_x0041<r>/&", max_size=30), min_size=1, max_size=5))
def test_any_text_comes_back_as_text(lines: list[str]) -> None:
    cells = texts(render_workbook(texts_plan(*lines)), 1)
    expected = [(f"A{row}", clean(line).strip()) for row, line in enumerate(lines, start=2) if clean(line).strip()]
    assert list(cells) == [("A1", "Tekst"), *expected]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(A1)",
        "{=1+1}",
        "https://example.org",
        "mailto:a@example.org",
        "internal:Proef!A1",
        "12",
        "<r><t>a</t></r>",
        "<r>&</r>",
        "_x0041_x0042_",
        "_x000D_",
        "]]>",
    ],
)
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    workbook = render_workbook(texts_plan(text))
    assert list(texts(workbook, 1)) == [("A1", "Tekst"), ("A2", text)]
    names = {element.tag for element in sheet(workbook, 1).iter()}
    assert not names & {f"{S}f", f"{S}hyperlink"}


def test_a_file_has_no_formula_that_the_plan_has_not(workbook: bytes) -> None:
    formulas = [element.text for element in sheet(workbook, 1).iter(f"{S}f")]
    assert formulas == [DIFFERENCE.expression.removeprefix("="), "SUBTOTAL(109,Proef[Aantal])"]
    assert not list(sheet(workbook, 2).iter(f"{S}f"))


def test_a_megabyte_of_text_is_cut_and_says_so() -> None:
    ((_, _), (_, text)) = texts(render_workbook(texts_plan("woord " * 170_000)), 1)
    assert text.endswith("… [ingekort: 1.019.999 tekens]")


# --- Sheets ----------------------------------------------------------------------------------------------------------


def test_each_sheet_is_one_table_from_the_first_cell(workbook: bytes) -> None:
    written = opened(workbook)
    assert written.sheetnames == ["Proef", "Ander"]
    table = written["Proef"].tables["Proef"]
    assert (table.ref, table.autoFilter.ref, table.totalsRowCount) == ("A1:H4", "A1:H3", 1)
    assert [column.name for column in table.tableColumns] == [column.name for column in COLUMNS]
    assert table.tableColumns[0].totalsRowLabel == "Totaal"
    assert table.tableColumns[1].totalsRowFunction == "sum"
    assert not written["Proef"].merged_cells.ranges


def test_a_table_tells_a_screen_reader_what_it_holds(workbook: bytes) -> None:
    assert 'altText="Proef" altTextSummary="Eén regel per proef."' in part_text(workbook, "xl/tables/table1.xml")


def test_the_header_and_the_first_columns_stay_in_sight(workbook: bytes) -> None:
    assert [one.freeze_panes for one in opened(workbook)] == ["B2", "B2"]


def test_pages_are_landscape_a4_as_wide_as_the_table_with_the_header_on_each(workbook: bytes) -> None:
    written = opened(workbook)["Proef"]
    setup = written.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, None, 0)
    assert written.sheet_properties.pageSetUpPr.fitToPage
    assert written.print_title_rows == "$1:$1"


def test_pages_say_what_they_are(workbook: bytes) -> None:
    page = sheet(workbook, 1)
    assert page.findtext(f".//{S}oddHeader") == "&LDossier A&&B&RProef"
    assert page.findtext(f".//{S}oddFooter") == "&LGemaakt op 1 maart 2024&RPagina &P van &N"


def test_a_long_name_of_a_dossier_leaves_the_header_within_what_excel_takes() -> None:
    header = sheet(render_workbook(replace(PLAN, header="A&" * 100)), 1).findtext(f".//{S}oddHeader")
    expected = f"&L{'A&&' * 49}A…&RProef"
    assert header == expected
    assert len(expected) <= 255


def test_a_word_gets_its_colour_from_a_rule_for_that_word(workbook: bytes) -> None:
    rules = opened(workbook)["Proef"].conditional_formatting
    found = [(str(one.sqref), rule.operator, rule.formula) for one in rules for rule in one.rules]
    assert found == [("H2:H3", "equal", ['"klaar"']), ("H2:H3", "equal", ['"leeg"'])]


def test_rows_with_more_lines_are_higher_but_not_of_the_users_own_height() -> None:
    rows = list(sheet(render_workbook(texts_plan("kort", "een\ntwee")), 1).iter(f"{S}row"))
    assert [row.get("ht") for row in rows] == [None, None, "30"]
    assert not any(row.get("customHeight") for row in rows)


# --- The file --------------------------------------------------------------------------------------------------------


def test_the_same_plan_gives_the_same_bytes(workbook: bytes) -> None:
    assert render_workbook(PLAN) == workbook


def test_another_plan_gives_other_bytes(workbook: bytes) -> None:
    assert render_workbook(replace(PLAN, made_on=date(2024, 3, 2))) != workbook


def test_the_file_carries_title_language_and_organisation_but_no_person(workbook: bytes) -> None:
    properties = opened(workbook).properties
    assert (properties.title, properties.subject, properties.language) == ("Jaaroverzicht 2023", "Proef", "nl-NL")
    assert (properties.creator, properties.lastModifiedBy) == ("LIEC", "LIEC")
    assert properties.created == properties.modified == midnight(2024, 3, 1)


def test_a_title_has_at_most_255_characters() -> None:
    title = opened(render_workbook(replace(PLAN, title="x" * 300))).properties.title
    assert title == f"{'x' * 254}…"


def test_every_part_is_well_formed(workbook: bytes) -> None:
    assert all(tree(workbook, name) is not None for name in part_names(workbook))


def test_the_package_carries_no_trace_of_the_computer(workbook: bytes) -> None:
    with ZipFile(BytesIO(workbook)) as archive:
        assert {(entry.date_time, entry.create_system) for entry in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_the_libraries_are_loaded_when_a_workbook_is_made_and_not_before() -> None:
    loaded = "{'xlsxwriter', 'openpyxl', 'pandas'} & set(sys.modules)"
    code = f"import sys, riec_desktop.excel.overview, riec_desktop.excel.render; print({loaded})"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"


def test_the_first_sheet_opens(workbook: bytes) -> None:
    assert opened(workbook).active.title == "Proef"


def test_a_validator_finds_nothing(workbook: bytes, tmp_path: Path) -> None:
    assert audit(workbook, tmp_path, ".xlsx") == []


def test_a_validator_finds_nothing_in_a_hostile_workbook(tmp_path: Path) -> None:
    hostile = replace(texts_plan("<r>x</r>", "_x0041_x0042_", "=1", "a\nb", "\x00"), header="&\n<", title="<&>")
    assert audit(render_workbook(hostile), tmp_path, ".xlsx") == []
