"""The form that goes out: what a colleague finds in it, on every sheet, in every program."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator

from riec_desktop.dossier.choices import MissingReason
from riec_desktop.excel.form_looks import INPUT_COLOURS
from riec_desktop.excel.form_questions import sheet_name
from riec_desktop.excel.form_render import count_words
from riec_desktop.workspace.content import example_dossier
from tests.helpers.forms import Filled, made, order
from tests.helpers.sample import GOOR, SIGNALS, answer, figure, sample
from tests.helpers.word import tree
from tests.helpers.workbooks import S, opened

EXAMPLE = example_dossier()
NASTY = ("=1+1", "+31 6", "-2", "@SUM(A1)", "\t=1", "<r><t>x</t></r>", "_x0041_", "{=1}", "'=2")


@pytest.fixture(scope="module")
def form() -> bytes:
    return made(EXAMPLE, order(EXAMPLE, 2023, 1, 2)).workbook


@pytest.fixture(scope="module")
def of_riec() -> bytes:
    owner = next(one.id for one in EXAMPLE.all(type(GOOR)) if one.name == "RIEC Limburg")
    return made(EXAMPLE, order(EXAMPLE, 2023, organisation_id=owner)).workbook


def sheets(workbook: bytes) -> list[str]:
    with ZipFile(BytesIO(workbook)) as package:
        return sorted(one for one in package.namelist() if one.startswith("xl/worksheets/sheet"))


def test_the_sheets_of_a_form(form: bytes, of_riec: bytes) -> None:
    assert opened(form).sheetnames == [
        *("Uitleg", "Mensenhandel", "Jonge aanwas", "Beloften", "Activiteiten", "Cijfers", "Kaderteksten"),
        *("Keuzelijsten", "Formuliergegevens"),
    ]
    assert opened(of_riec).sheetnames[:4] == ["Uitleg", "Cijfers", "Kaderteksten", "Regionale bijdrage"]


def test_the_form_is_a_valid_package(form: bytes, of_riec: bytes, tmp_path: Path) -> None:
    for workbook in (form, of_riec):
        (tmp_path / "f.xlsx").write_bytes(workbook)
        assert not OpenXmlValidator().validate(str(tmp_path / "f.xlsx")).errors


def test_the_first_sheet_says_what_by_when_and_to_whom(form: bytes) -> None:
    said = "\n".join(str(cell.value) for row in opened(form)["Uitleg"].iter_rows() for cell in row)
    for words in ("jaarverslag 2023", "mensenhandel en jonge aanwas", "vrijdag 1 maart 2024", "Anja de Boer"):
        assert words in said


def test_only_cells_to_fill_in_are_open_and_they_are_yellow(form: bytes) -> None:
    book = opened(form)
    for sheet in book.worksheets[:-2]:
        assert sheet.protection.sheet
        assert not sheet.protection.password
        for row in sheet.iter_rows(min_row=3):
            for cell in row:
                assert (not cell.protection.locked) == (cell.fill.fgColor.rgb == f"FF{INPUT_COLOURS[1][1:]}")


def test_keys_and_lists_are_hidden(form: bytes) -> None:
    book = opened(form)
    assert [sheet.sheet_state for sheet in book.worksheets[-2:]] == ["hidden", "hidden"]
    assert all(sheet.row_dimensions[1].hidden and sheet.column_dimensions["A"].hidden for sheet in book.worksheets[:-2])


def test_columns_have_lists_numbers_and_days_with_dutch_sentences(form: bytes) -> None:
    rules = [one for sheet in opened(form).worksheets for one in sheet.data_validations.dataValidation]
    assert {one.type for one in rules} >= {"list", "decimal", "date"}
    assert all(len(one.formula1 or "") <= 255 for one in rules)
    assert all(one.formula1.startswith("'Keuzelijsten'!$") for one in rules if one.type == "list")
    refused = {one.error for one in rules if one.type != "list" and one.error}
    assert refused == {
        "Typ alleen een getal. Weet u het niet? Kies dan een reden van ontbreken.",
        "Typ een datum, bijvoorbeeld 31-3-2023.",
    }


def test_the_only_formulas_count_words_and_have_their_value(form: bytes) -> None:
    cells = (cell for name in sheets(form) for cell in tree(form, name).iter(f"{S}c"))
    found = [cell for cell in cells if cell.find(f"{S}f") is not None]
    assert found
    for cell in found:
        assert "CHAR(10)" in (cell.findtext(f"{S}f") or "")
        assert cell.findtext(f"{S}v")


@pytest.mark.parametrize("nasty", NASTY)
def test_no_text_becomes_a_formula(nasty: str) -> None:
    dossier = sample(answer(nasty.strip()), SIGNALS, figure("1", note=nasty))
    workbook = made(dossier, order(dossier, 2022, 0)).workbook
    formulas = [one.text or "" for name in sheets(workbook) for one in tree(workbook, name).iter(f"{S}f")]
    assert all("CHAR(10)" in one for one in formulas)
    shown = opened(workbook)["Mensenhandel"]["E3"]
    assert shown.data_type == "s"


LOOKED = "Dit is **heel** goed.\n\n**Kop**\n\n- _een_ punt"


def test_text_stands_in_one_look_without_space_at_an_edge() -> None:
    """The schema of a string has no attribute, so a run could not keep the space beside a bold word."""
    dossier = sample(answer(LOOKED), SIGNALS, figure("1", note=" <r> vet </r>"))
    workbook = made(dossier, order(dossier, 2022, 0)).workbook
    texts = list(tree(workbook, "xl/sharedStrings.xml").iter(f"{S}t"))
    assert "Dit is heel goed.\n\nKop\n\n- een punt" in [one.text for one in texts]
    assert not [one.text for one in texts if one.attrib]


def test_words_are_counted_as_the_formula_does(form: bytes) -> None:
    filled, values = Filled(form), opened(form, values=True)["Mensenhandel"]
    place = filled.cell("Mensenhandel", "Context", "woorden")
    text = filled.cell("Mensenhandel", "Context", "text").value
    assert values[place.coordinate].value == count_words(str(text)) > 50
    assert [count_words(one) for one in ("", " ", "een twee", "- een\n- twee", "a\n\nb")] == [0, 0, 2, 2, 2]


def test_last_year_and_the_promise_stand_beside_the_question(form: bytes) -> None:
    sheet = opened(form)["Mensenhandel"]
    assert str(sheet["B3"].value).startswith("Beloofd in 2022 voor 2023")
    assert str(sheet["D3"].value).startswith("In 2023")
    assert sheet["D2"].value == "Antwoord over 2022"


def test_a_definition_stands_once_per_indicator_and_the_other_rows_name_that_place(form: bytes) -> None:
    filled = Filled(form)
    rows = list(filled.sheet("Cijfers").iter_rows(min_row=3, values_only=True))
    name, said = (filled.column("Cijfers", key) - 1 for key in ("indicator", "definitie"))
    told = [row[said] for row in rows if row[name] == rows[0][name]]
    assert not told[0].startswith("zie bij")
    assert set(told[1:]) <= {"zie bij LIEC"}


def test_a_confidential_number_stays_at_home() -> None:
    dossier = sample(SIGNALS, figure("4321", SIGNALS, GOOR, missing=MissingReason.CONFIDENTIAL))
    form = made(dossier, order(dossier, 2022, 0))
    with ZipFile(BytesIO(form.workbook)) as package:
        assert not any(b"4321" in package.read(name) for name in package.namelist())


def test_the_properties_name_nobody(form: bytes) -> None:
    with ZipFile(BytesIO(form)) as package:
        core = package.read("docProps/core.xml").decode()
    assert "<dc:language>nl-NL</dc:language>" in core
    assert "Anja" not in core
    assert "RIEC Goor" not in core


def test_odd_days_and_numbers_are_written_as_text() -> None:
    old: Any = figure("1234567890123456.7", SIGNALS, GOOR, reference_date=date(1899, 1, 1))
    dossier = sample(SIGNALS, old)
    filled = Filled(made(dossier, order(dossier, 2022, 0)).workbook)
    assert filled.cell("Cijfers", "mensenhandel", "actual").value is None
    rows = [[cell.value for cell in row] for row in filled.sheet("Cijfers").iter_rows(min_row=3)]
    assert any("1899-01-01" in row and "1.234.567.890.123.456,7" in row for row in rows)


@pytest.mark.parametrize(
    ("text", "taken", "name"),
    [
        ("mensen/handel: [een]?", (), "Mensen handel een"),
        ("cijfers", ("cijfers",), "Cijfers 2"),
        ("x" * 40, ("x" * 31,), f"X{'x' * 27} 2"),
        ("''", (), "Portefeuille"),
        ("history", (), "History 2"),
    ],
)
def test_names_of_sheets_are_what_excel_allows(text: str, taken: tuple[str, ...], name: str) -> None:
    assert sheet_name(text, taken) == name


def test_sheets_have_a_table_with_a_name_and_print_on_landscape_pages(form: bytes) -> None:
    for sheet in opened(form).worksheets[:-2]:
        assert len(sheet.tables) == 1
        assert sheet.page_setup.orientation == "landscape"
        assert re.fullmatch(r"\$2:\$2", str(sheet.print_title_rows))
