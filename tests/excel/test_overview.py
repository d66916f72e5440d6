"""The overview as a whole: which sheets, what the guide says of them, and that any dossier makes a workbook."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.fields import Kind, specs
from riec_desktop.dossier.records import Record, ReportYear, Settings
from riec_desktop.dossier.views import year_of, years
from riec_desktop.excel.overview import overview_plan
from riec_desktop.excel.plan import Formula, Link, WorkbookPlan
from riec_desktop.excel.render import render_workbook
from riec_desktop.workspace.content import example_dossier
from tests.helpers.strategies import dossiers
from tests.helpers.word import audit
from tests.helpers.workbooks import S, opened, sheet

MADE_ON = date(2024, 3, 1)
NAMES = [
    "Leeswijzer",
    "Voortgang",
    "Portefeuilles",
    "Activiteiten",
    "Beloften",
    "Totalen",
    "Cijfers",
    "Trends",
    "Kaderteksten",
    "Kaderbalans",
    "Matrix",
    "Opmerkingen",
]


def plan_of_2023(dossier: Dossier) -> WorkbookPlan:
    year = year_of(dossier, 2023)
    assert year is not None
    return overview_plan(dossier, year, MADE_ON, "3 maart 2024, 10.15 uur")


@pytest.fixture(name="plan", scope="module")
def example_plan() -> WorkbookPlan:
    return plan_of_2023(example_dossier())


@pytest.fixture(name="workbook", scope="module")
def example_workbook(plan: WorkbookPlan) -> bytes:
    return render_workbook(plan)


def test_the_guide_comes_first_and_opens(workbook: bytes) -> None:
    written = opened(workbook)
    assert written.sheetnames == NAMES
    assert written.active.title == "Leeswijzer"


def test_every_row_fits_the_columns_of_its_sheet(plan: WorkbookPlan) -> None:
    widths = {(sheet.name, len(row), len(sheet.columns)) for sheet in plan.sheets for row in sheet.rows}
    assert all(cells == columns for _, cells, columns in widths)


def test_column_names_of_a_sheet_are_unique(plan: WorkbookPlan) -> None:
    for one in plan.sheets:
        names = [column.name.lower() for column in one.columns]
        assert len(names) == len(set(names)), one.name


def test_every_sheet_of_the_example_has_rows(plan: WorkbookPlan) -> None:
    assert [sheet.name for sheet in plan.sheets if not sheet.rows] == ["Opmerkingen"]


def test_the_guide_tells_what_the_file_is(plan: WorkbookPlan) -> None:
    told = {row[1]: row[2] for row in plan.sheets[0].rows if row[0] == "Over dit bestand"}
    assert told["Dossier"] == "Voorbeeld Jaarverslag"
    assert told["Verslagjaar"] == "2023 (open)"
    assert told["Hoofdstuk"] == "3.4 Versterking RIEC-LIEC-bestel"
    assert told["Versie van het dossier"] == "3 maart 2024, 10.15 uur"
    assert str(told["Gemaakt op"]).startswith("1 maart 2024, met RIEC Jaarverslag ")


def test_the_guide_leads_to_every_other_sheet_and_says_how_long_it_is(plan: WorkbookPlan) -> None:
    links = [(row[1], str(row[2])) for row in plan.sheets[0].rows if isinstance(row[1], Link)]
    assert [link for link, _ in links] == [Link(name, name) for name in NAMES[1:]]
    sizes = [
        (text.startswith(one.description), f"{len(one.rows)} regel" in text)
        for one, (_, text) in zip(plan.sheets[1:], links, strict=True)
    ]
    assert sizes == [(True, True)] * len(links)


def test_the_legend_explains_every_word_that_gets_a_colour(plan: WorkbookPlan) -> None:
    guide = plan.sheets[0]
    tones = {mark.word: mark.tone for mark in guide.columns[1].marks}
    legend = {tones[str(row[1])]: str(row[2]) for row in guide.rows if row[0] == "Kleuren"}
    marks = {mark for sheet in plan.sheets[1:] for column in sheet.columns for mark in column.marks}
    assert len(marks) > 15
    assert [mark for mark in marks if mark.word not in legend[mark.tone]] == []


def test_the_plan_says_whose_it_is_and_of_when(plan: WorkbookPlan) -> None:
    assert (plan.title, plan.organisation, plan.made_on) == ("Jaaroverzicht 2023", "LIEC", MADE_ON)
    assert plan.header == "Voorbeeld Jaarverslag – Jaaroverzicht 2023"
    assert plan.footer == "Gemaakt op 1 maart 2024"


def test_what_is_not_known_is_left_out() -> None:
    year = ReportYear(id="y", number="", title="", state=YearState.CLOSED)
    plan = overview_plan(dossier_of([year]), year, MADE_ON)
    assert (plan.title, plan.header, plan.organisation) == ("Jaaroverzicht", "Jaaroverzicht", "")
    told = [row[1] for row in plan.sheets[0].rows if row[0] == "Over dit bestand"]
    assert told == ["Wat dit is", "Gemaakt op"]
    assert all(not sheet.rows and sheet.nothing for sheet in plan.sheets[1:])


def test_a_closed_year_is_called_so() -> None:
    year = ReportYear(id="y", year=2023, state=YearState.CLOSED)
    plan = overview_plan(dossier_of([year, Settings(id="settings", name="D")]), year, MADE_ON)
    assert ("Over dit bestand", "Verslagjaar", "2023 (afgesloten)") in plan.sheets[0].rows


def test_a_new_dossier_makes_a_valid_workbook(tmp_path: Path) -> None:
    year = ReportYear(id="y", year=2023)
    workbook = render_workbook(overview_plan(dossier_of([year]), year, MADE_ON))
    assert audit(workbook, tmp_path, ".xlsx") == []
    assert opened(workbook)["Activiteiten"]["A2"].value == "Er zijn in dit verslagjaar nog geen activiteiten."


def test_the_example_makes_a_valid_workbook_and_the_same_one_each_time(
    plan: WorkbookPlan, workbook: bytes, tmp_path: Path
) -> None:
    assert audit(workbook, tmp_path, ".xlsx") == []
    assert render_workbook(plan_of_2023(example_dossier())) == workbook
    assert plan_of_2023(example_dossier()) == plan


def test_no_cell_is_a_formula_that_the_app_did_not_make(plan: WorkbookPlan, workbook: bytes) -> None:
    for number, one in enumerate(plan.sheets, start=1):
        cells = sheet(workbook, number).iter(f"{S}c")
        written = [formula.text for cell in cells if (formula := cell.find(f"{S}f")) is not None]
        made = [cell.expression[1:] for row in one.rows for cell in row if isinstance(cell, Formula)]
        totals = [column.name for column in one.columns if column.total]
        assert written[: len(made)] == made
        assert written[len(made) :] == [f"SUBTOTAL(109,{one.name}[{name}])" for name in totals]


def test_a_hostile_dossier_has_no_formulas_but_those_of_the_app(tmp_path: Path) -> None:
    workbook = render_workbook(plan_of_2023(infected(example_dossier())))
    formulas = {
        formula.text for number in range(1, len(NAMES) + 1) for formula in sheet(workbook, number).iter(f"{S}f")
    }
    assert formulas
    assert [formula for formula in formulas if formula and not _OURS.fullmatch(formula)] == []
    assert audit(workbook, tmp_path, ".xlsx") == []


def infected(dossier: Dossier) -> Dossier:
    """Every text of a dossier is a formula that would start a program."""
    return dossier_of(_infected(record) for record in dossier.records())


def _infected(record: Record) -> Record:
    texts = [spec for spec in specs(type(record)).values() if spec.kind in (Kind.LINE, Kind.TEXT, Kind.RICH)]
    return replace(record, **{spec.name: f"=cmd|'/C calc'!A{number}" for number, spec in enumerate(texts)})


# Of the names of columns only the quotes can be part of a formula; they are spelled out.
_OURS = re.compile(
    r"\(?\w+\[\[#This Row\],\[[\w ]+\]\]-\w+\[\[#This Row\],\[[\w ]+\]\]\)?(/ABS\(\w+\[\[#This Row\],\[[\w ]+\]\]\))?"
    r"|SUBTOTAL\(109,\w+\[[^\[\]]+\]\)"
)


@settings(max_examples=60)
@given(dossiers(sound=False))
def test_any_dossier_makes_a_workbook_that_opens(dossier: Dossier) -> None:
    for year in years(dossier):
        written = opened(render_workbook(overview_plan(dossier, year, MADE_ON)))
        assert written.sheetnames == NAMES
