"""A head changes one figure on the last evening: the sentence, tables, charts, findings and workbook all follow it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from riec_desktop.chapter.options import default_options
from riec_desktop.dossier import views
from riec_desktop.dossier.edits import figure
from riec_desktop.dossier.records import Indicator, Organisation
from riec_desktop.ui.pages.parts import TablePart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.typed import required
from riec_desktop.workspace.documents import WordRequest, make_word, overview
from riec_desktop.workspace.progress import never, no_progress
from tests.helpers.program import Program
from tests.helpers.word import texts_of
from tests.helpers.workbooks import opened

TODAY = date(2024, 3, 1)
TYPED = "In 2023 telden we 254 signalen."


def change_the_figure(program: Program) -> None:
    """Type 41 for the 31 signals of RIEC Den Haag, on the page with the figures."""
    dossier = program.bench.session.dossier
    signals = next(one for one in dossier.all(Indicator) if one.name == "signalen")
    region = next(one for one in dossier.all(Organisation) if one.name == "RIEC Den Haag")
    value = figure(dossier, signals.id, 2023, region.id)
    assert value.actual == Decimal(31)
    program.bench.show_place(Place(PageId.FIGURES))
    shown = required(program.bench.page).findChildren(TablePart)[0].table
    assert shown.edit_cell(value.id, "actual")
    editor = shown.view.findChildren(QLineEdit)[0]
    editor.setText("41")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    program.settle()


def chart_numbers(package: bytes) -> Iterator[str]:
    """The charts of a Word document or a workbook as they are kept in its parts."""
    with ZipFile(BytesIO(package)) as parts:
        yield from (parts.read(one).decode() for one in parts.namelist() if "/charts/chart" in one)


def chapter(program: Program, folder: Path) -> bytes:
    dossier = program.bench.session.dossier
    request = WordRequest(
        year=2023, options=default_options(dossier), target=folder / "hoofdstuk.docx", exact_pages=False
    )
    return make_word(dossier, request, TODAY, no_progress, never).path.read_bytes()


def numbers_on(workbook: bytes, sheet: str, said: str) -> set[object]:
    """Every value in the rows of a sheet that say this."""
    rows = opened(workbook, values=True)[sheet].iter_rows(values_only=True)
    return {value for row in rows if said in row for value in row}


def typed_findings(program: Program) -> list[str]:
    program.bench.show_side(program.bench.side.findings)
    program.settle()
    return [one.sentence for one in program.bench.derived.findings if one.code == "number.typed"]


@pytest.fixture
def evening(example: Program) -> Program:
    """The example, in which somebody typed a total that should have been linked."""
    example.show_portfolio("mensenhandel")
    dossier, report = example.bench.session.dossier, example.report
    answer = views.answer(dossier, report, views.questions(dossier, report.year_id)[0])
    example.bench.editing.set(answer, "text", f"{answer.text}\n\n{TYPED}")
    example.settle()
    assert typed_findings(example) == []
    return example


def test_one_figure_is_changed_and_everything_that_leaves_the_program_says_so(evening: Program, tmp_path: Path) -> None:
    change_the_figure(evening)
    document = chapter(evening, tmp_path)
    texts = texts_of(document)
    assert any("brachten partners 264 signalen in" in one for one in texts)
    assert [one for one in texts if "254" in one] == [TYPED]
    assert any("<c:v>264</c:v>" in one for one in chart_numbers(document))
    workbook = overview(evening.bench.session.dossier, 2023, TODAY, "")
    assert 264 in numbers_on(workbook, "Totalen", "signalen")
    assert 264 in numbers_on(workbook, "Trends", "signalen")
    assert 41 in numbers_on(workbook, "Cijfers", "signalen")
    assert any("<c:v>264</c:v>" in one for one in chart_numbers(workbook))
    assert not any("<c:v>254</c:v>" in one for one in (*chart_numbers(document), *chart_numbers(workbook)))


def test_the_window_follows_and_the_number_that_was_typed_is_a_finding(evening: Program) -> None:
    change_the_figure(evening)
    (found,) = typed_findings(evening)
    assert "254" in found
    assert "264" in found
    evening.show_portfolio("mensenhandel")
    evening.bench.show_side(evening.bench.side.preview)
    evening.settle()
    assert "264 signalen in" in evening.bench.side.preview.toPlainText()
    evening.bench.session.undo()
    evening.settle()
    assert typed_findings(evening) == []
    evening.bench.show_side(evening.bench.side.preview)
    evening.settle()
    assert "254 signalen in" in evening.bench.side.preview.toPlainText()
