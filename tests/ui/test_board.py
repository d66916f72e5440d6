"""The overview: a board to see how far everybody is and to go where something is missing, and reminders to copy."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import ReviewState
from riec_desktop.dossier.records import Answer, IndicatorValue, PortfolioReport
from riec_desktop.ui.pages.board import NO_PORTFOLIOS, NOTHING_FITS, Board
from riec_desktop.ui.pages.board_lines import Face
from riec_desktop.ui.pages.overview import Tiles
from riec_desktop.ui.pages.owners import COPIED, EVERYBODY_DID, OwnersPart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.typed import optional, required
from riec_desktop.ui.widgets.rich_area import RichArea
from tests.helpers.program import Program, running_timers

CONTEXT = 2
"""The column of the first question, after state and findings."""


def board(program: Program) -> Board:
    """The board of the overview, which is brought in sight."""
    program.bench.show_place(Place(PageId.OVERVIEW))
    program.settle()
    page = program.bench.page
    assert page is not None
    return page.findChildren(Board)[0]


def people(program: Program) -> OwnersPart:
    board(program)
    page = program.bench.page
    assert page is not None
    return page.findChildren(OwnersPart)[0]


def report(program: Program, name: str) -> PortfolioReport:
    dossier, year = program.bench.session.dossier, program.bench.editing.year
    return next(one for one in views.reports(dossier, year) if views.report_name(dossier, one) == name)


def context_answer(program: Program) -> Answer:
    """What portfolio mensenhandel answered to the first question."""
    dossier = program.bench.session.dossier
    question = views.questions(dossier, program.bench.editing.year_id)[0]
    return views.answer(dossier, report(program, "mensenhandel"), question)


def names(shown: Board) -> list[str]:
    return [line.title for line in shown.model.lines if line.row is not None]


def line_of(shown: Board, name: str) -> int:
    return next(at for at, line in enumerate(shown.model.lines) if line.row is not None and line.title == name)


def face(shown: Board, name: str, title: str) -> Face:
    column = next(
        at for at in range(shown.model.columnCount()) if shown.model.headerData(at, Qt.Orientation.Horizontal) == title
    )
    found = shown.model.face(shown.model.index(line_of(shown, name), column))
    assert found is not None
    return found


def choose(box: QComboBox, text: str) -> None:
    """Choose as a person does."""
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_every_portfolio_stands_on_the_board_with_state_words_and_deadline(example: Program) -> None:
    shown = board(example)
    assert len(names(shown)) == 8
    state = face(shown, "Mensenhandel", "Voortgang")
    assert (state.sign, state.word) == ("agreed", "akkoord")
    assert face(shown, "Mensenhandel", "Context").detail == "80 / 120"
    assert face(shown, "Criminele geldstromen", "Noodzaak").word == "mag leeg"


def test_a_screen_reader_says_the_whole_cell(example: Program) -> None:
    example.bench.editing.set(context_answer(example), "text", "")
    shown = board(example)
    index = shown.model.index(line_of(shown, "Mensenhandel"), CONTEXT)
    spoken = shown.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Mensenhandel, Context: leeg, 0 van 120 woorden, 1 aandachtspunt"


def test_a_deadline_that_passed_is_told_in_words(fresh: Program) -> None:
    first = next(iter(views.reports(fresh.bench.session.dossier, fresh.bench.editing.year)))
    fresh.bench.editing.set(first, "deadline", date(2020, 1, 1))
    shown = board(fresh)
    state = required(shown.model.face(shown.model.index(1, 0)))
    assert state.detail.endswith("dagen te laat")
    assert "te laat" in state.spoken


def test_an_answer_that_is_too_long_says_so(example: Program) -> None:
    example.bench.editing.set(context_answer(example), "text", "woord " * 121)
    found = face(board(example), "Mensenhandel", "Context")
    assert found.detail == "121 / 120 te lang"
    assert "te lang" in found.spoken


def test_the_model_keeps_the_promises_of_qt(example: Program) -> None:
    QAbstractItemModelTester(board(example).model, QAbstractItemModelTester.FailureReportingMode.Fatal)


# --- Going -----------------------------------------------------------------------------------------------------------


def test_enter_on_a_question_leads_to_its_editor(example: Program) -> None:
    shown = board(example)
    shown.view.setCurrentIndex(shown.model.index(line_of(shown, "Mensenhandel"), CONTEXT))
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    assert example.report == report(example, "mensenhandel")
    found = example.window.focusWidget()
    assert isinstance(found, RichArea)
    assert found.toPlainText()


def test_a_click_on_a_name_leads_to_the_portfolio(example: Program) -> None:
    shown = board(example)
    header, row = shown.view.verticalHeader(), line_of(shown, "Sterk merk")
    spot = QPoint(20, header.sectionViewportPosition(row) + 8)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert example.report == report(example, "sterk merk")


def test_a_click_on_the_name_of_a_goal_stays(example: Program) -> None:
    shown = board(example)
    spot = QPoint(20, shown.view.verticalHeader().sectionViewportPosition(0) + 8)
    QTest.mouseClick(shown.view.verticalHeader().viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert example.bench.place == Place(PageId.OVERVIEW)


@pytest.mark.parametrize("title", ["Activiteiten", "Cijfers", "Kaders"])
def test_what_is_not_there_yet_is_found_too(fresh: Program, title: str) -> None:
    shown = board(fresh)
    column = list(shown.readiness.titles).index(title) + CONTEXT
    shown.view.setCurrentIndex(shown.model.index(1, column))
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    assert fresh.bench.place.page is PageId.PORTFOLIO
    assert fresh.bench.page is not None
    assert fresh.bench.page.isAncestorOf(fresh.window.focusWidget())


def test_a_missing_figure_is_chosen_in_its_table(example: Program) -> None:
    dossier = example.bench.session.dossier
    indicator = views.indicators(dossier, report(example, "mensenhandel"))[0]
    value = next(one for one in dossier.where(IndicatorValue, "indicator_id", indicator.id) if one.year == 2023)
    example.bench.editing.set(value, "actual", None)
    shown = board(example)
    column = list(shown.readiness.titles).index("Cijfers") + CONTEXT
    shown.view.setCurrentIndex(shown.model.index(line_of(shown, "Mensenhandel"), column))
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    assert example.bench.place == Place(PageId.PORTFOLIO, report(example, "mensenhandel").id)


def test_the_arrows_pass_over_the_headings_of_goals(example: Program) -> None:
    shown = board(example)
    shown.view.setFocus()
    shown.view.setCurrentIndex(shown.model.index(1, 3))
    QTest.keyClick(shown.view, Qt.Key.Key_Down)
    assert (shown.view.currentIndex().row(), shown.view.currentIndex().column()) == (3, 3)


def test_tab_leaves_the_board(example: Program) -> None:
    shown = board(example)
    shown.view.setFocus()
    QTest.keyClick(shown.view, Qt.Key.Key_Tab)
    assert optional(example.window.focusWidget()) is not shown.view


# --- Filters ---------------------------------------------------------------------------------------------------------


def test_a_person_sees_what_is_not_agreed_upon(example: Program) -> None:
    shown = board(example)
    choose(shown.filter.state, "nog niet akkoord")
    assert names(shown) == ["Jonge aanwas", "Vernieuwing informatievoorziening"]
    choose(shown.filter.state, "akkoord")
    assert len(names(shown)) == 6


def test_filters_work_together_and_all_comes_back(example: Program) -> None:
    shown = board(example)
    choose(shown.filter.goal, "2 Weerbare samenleving")
    choose(shown.filter.holder, "coördinator portefeuille mensenhandel")
    choose(shown.filter.term, "aangeleverd")
    assert names(shown) == ["Mensenhandel"]
    choose(shown.filter.term, "te laat")
    assert (names(shown), shown.view.nothing) == ([], NOTHING_FITS)
    shown.filter.clear_button.click()
    assert len(names(shown)) == 8
    assert not shown.filter.clear_button.isVisible()


def test_a_filter_stays_while_the_dossier_changes(example: Program) -> None:
    shown = board(example)
    choose(shown.filter.state, "akkoord")
    example.bench.editing.set(report(example, "sterk merk"), "review", ReviewState.DRAFT)
    example.settle()
    assert shown.filter.state.currentText() == "akkoord"
    assert "Sterk merk" not in names(shown)


def test_a_year_without_portfolios_says_what_to_do(fresh: Program) -> None:
    everything = [one.id for one in fresh.bench.session.dossier.all(PortfolioReport)]
    fresh.bench.editing.remove(PortfolioReport, everything)
    shown = board(fresh)
    assert (shown.model.rowCount(), shown.view.nothing) == (0, NO_PORTFOLIOS)
    assert not shown.filter.isVisible()


# --- Reminders -------------------------------------------------------------------------------------------------------


def test_a_reminder_is_ready_to_copy(example: Program) -> None:
    example.bench.editing.set(report(example, "mensenhandel"), "review", ReviewState.DRAFT)
    part = people(example)
    assert part.people.count() == 1
    part.copy_button.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Beste coördinator portefeuille mensenhandel,")
    assert text.endswith(example.around.env.author)
    assert COPIED in part.told()


def test_portfolios_without_anybody_say_where_to_fill_that_in(example: Program) -> None:
    example.bench.editing.set(report(example, "mensenhandel"), "review", ReviewState.DRAFT)
    example.bench.editing.set(report(example, "mensenhandel"), "holder", "")
    part = people(example)
    assert not part.copy_button.isEnabled()
    assert "Rollen en planning" in part.text.toPlainText()


def test_when_everybody_delivered_that_is_told(example: Program) -> None:
    part = people(example)
    assert not part.people.isVisible()
    assert part.nothing() == EVERYBODY_DID


def test_the_tiles_count_what_is_late(example: Program) -> None:
    example.bench.editing.set(report(example, "mensenhandel"), "review", ReviewState.DRAFT)
    board(example)
    page = example.bench.page
    assert page is not None
    tiles = page.findChildren(Tiles)[0]
    assert [value.text() for value, _ in tiles.tiles][:2] == ["5 van 8", "1"]
    assert tiles.tiles[1][1].text() == "nog aan te leveren, 1 te laat"


def test_nothing_runs_while_nobody_works(example: Program) -> None:
    board(example)
    example.window.autosave.stop()
    assert running_timers(example.window) == []


def test_the_board_follows_an_answer(example: Program) -> None:
    shown = board(example)
    example.bench.editing.set(context_answer(example), "text", "Drie nieuwe woorden")
    assert face(shown, "Mensenhandel", "Context").detail == "3 / 120"
