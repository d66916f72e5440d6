"""Pasting a piece of a spreadsheet: what the person sees first, and what happens when they agree."""

from decimal import Decimal

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QTreeWidgetItem

from riec_desktop.dossier.records import Activity, IndicatorValue
from riec_desktop.ui.figures_import.dialog import FiguresDialog
from riec_desktop.ui.pages.figures import SPREAD, AllFiguresPart
from riec_desktop.ui.pages.parts import TablePart
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.paste_preview import PastePreview
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.review.dialog import ReviewDialog
from riec_desktop.ui.typed import required
from tests.helpers.figures import value
from tests.helpers.program import Answer, Program, click

FIGURES = (
    "Indicator\tOrganisatie\tWerkelijk\nanalyseproducten\tLimburg\t1.234,5\n\tRIEC Den Haag\tveel\n\tDen Haag\t€ 20"
)
CTRL = Qt.KeyboardModifier.ControlModifier


class Reader:
    """Reads the dialog, does something with it, and accepts or cancels."""

    def __init__(self, *, agree: bool = True, untick: int | None = None, add_rows: bool = True) -> None:
        self.agree, self.untick, self.add_rows = agree, untick, add_rows
        self.lines: list[list[str]] = []
        self.button = ""

    def answer(self, dialog: QDialog) -> None:
        assert isinstance(dialog, PastePreview)
        items = [required(dialog.tree.topLevelItem(at)) for at in range(dialog.tree.topLevelItemCount())]
        self.lines = [texts(item) for item in items]
        if self.untick is not None:
            dialog.tree.setCurrentItem(items[self.untick])
            QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
        dialog.rows_to_add.setChecked(self.add_rows)
        self.button = dialog.accept_button.text()
        QTest.mouseClick(dialog.accept_button if self.agree else dialog.cancel_button, Qt.MouseButton.LeftButton)


def texts(item: QTreeWidgetItem) -> list[str]:
    return [item.text(at) for at in range(item.columnCount())]


def figures(program: Program) -> AllFiguresPart:
    program.bench.show_place(Place(PageId.FIGURES))
    return required(program.bench.page).findChildren(AllFiguresPart)[0]


def go(part: TablePart, row: int, column: int) -> None:
    select = QItemSelectionModel.SelectionFlag.ClearAndSelect
    part.table.view.selectionModel().setCurrentIndex(part.table.proxy.index(row, column), select)


def paste(program: Program, part: TablePart, text: str, answer: Answer | None = None) -> None:
    if answer is not None:
        program.person.will(answer)
    QGuiApplication.clipboard().setText(text)
    part.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(part.table.view, Qt.Key.Key_V, CTRL)


def test_a_range_is_shown_first_and_comes_in_as_one_step(example: Program) -> None:
    part, before, reader = figures(example), example.bench.session.dossier, Reader()
    go(part, 0, 0)
    paste(example, part, FIGURES, reader.answer)
    assert [line[2:] for line in reader.lines] == [
        ["9", "veel", "✕ niet geplakt: ‘veel’ is geen getal."],
        ["9", "20", "⚠ kijk na: ‘€ 20’ is gelezen als 20."],
        ["12", "1.234,5", "✓ wordt geplakt"],
    ]
    assert reader.button == "2 cellen plakken"
    assert example.bench.session.undo_label == "cijfer plakken"
    shown = [(row.actual) for row in part.table.model.records[2:4] if isinstance(row, IndicatorValue)]
    assert [str(one) for one in shown] == ["20", "1234.5"]
    example.window.undo()
    assert example.bench.session.dossier == before


def test_cancelling_changes_nothing(example: Program) -> None:
    part, before = figures(example), example.bench.session.dossier
    go(part, 0, 0)
    paste(example, part, FIGURES, Reader(agree=False).answer)
    assert example.bench.session.dossier == before


def test_a_cell_that_is_not_ticked_stays_as_it_was(example: Program) -> None:
    part, reader = figures(example), Reader(untick=1)
    go(part, 0, 0)
    paste(example, part, FIGURES, reader.answer)
    assert reader.button == "1 cel plakken"
    values = [row.actual for row in part.table.model.records[2:4] if isinstance(row, IndicatorValue)]
    assert [str(one) for one in values] == ["9", "1234.5"]


def test_one_cell_is_pasted_without_a_question(example: Program) -> None:
    part = figures(example)
    go(part, 2, 3)
    paste(example, part, "77")
    first = part.table.model.records[2]
    assert isinstance(first, IndicatorValue)
    assert str(first.actual) == "77"


def activities(program: Program) -> TablePart:
    program.show_portfolio("mensenhandel")
    page = program.bench.page
    assert isinstance(page, PortfolioPage)
    return page.activities


def titles(program: Program) -> list[str]:
    return [one.title for one in program.bench.session.dossier.where(Activity, "report_id", program.report.id)]


def test_more_lines_than_rows_become_new_rows_at_the_end(example: Program) -> None:
    part = activities(example)
    before, dossier = titles(example), example.bench.session.dossier
    go(part, len(before) - 1, 0)
    paste(example, part, f"{before[-1]}\nTweede\nDerde", Reader().answer)
    assert titles(example) == [*before, "Tweede", "Derde"]
    example.window.undo()
    assert example.bench.session.dossier == dossier


def test_rows_are_not_added_when_the_person_says_so(example: Program) -> None:
    part, reader = activities(example), Reader(add_rows=False)
    before = titles(example)
    go(part, len(before) - 1, 0)
    paste(example, part, "Anders\nTweede\nDerde", reader.answer)
    assert reader.button == "1 cel plakken"
    assert titles(example) == [*before[:-1], "Anders"]


YEARS = "\t2023\t2024\nRIEC Limburg\t10\t13\nRIEC Den Haag\t9\t10\n"


def limburg(program: Program) -> list[Decimal | None]:
    """The products of RIEC Limburg in the years that are pasted."""
    dossier = program.bench.session.dossier
    return [value(dossier, "analyseproducten", year, "RIEC Limburg").actual for year in (2023, 2024)]


def test_figures_of_more_years_are_divided_over_the_years(example: Program) -> None:
    part, kept = figures(example), limburg(example)
    go(part, 0, 2)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, FiguresDialog)
        dialog.settle()
        assert dialog.outcome.text() == "4 cijfers herkend."
        dialog.accept()

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, ReviewDialog)
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "&Alles aanvinken").click()
        dialog.take.click()

    example.person.will(click(SPREAD), look, take)
    paste(example, part, YEARS)
    assert "een jaartal: 2023 en 2024" in example.person.said[0]
    assert limburg(example) == [10, 13]
    example.bench.session.undo()
    assert limburg(example) == kept


def test_figures_of_more_years_change_nothing_when_the_person_stops(example: Program) -> None:
    part, before = figures(example), example.bench.session.dossier
    go(part, 0, 2)
    paste(example, part, YEARS, click("Annuleren"))
    assert example.bench.session.dossier is before
