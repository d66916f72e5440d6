"""Nothing is cut off, sunk or drawn as by another program: what was seen in the pictures and mended stays so."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFontMetrics, QImage, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import riec_desktop
from riec_desktop.dossier import views
from riec_desktop.ui.pages.board_model import BoardModel
from riec_desktop.ui.pages.board_paint import MOST_LINES
from riec_desktop.ui.pages.board_view import BoardView, whole_width
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.preview_view import Preview
from riec_desktop.ui.theme import scaled_font, small_font, unit
from riec_desktop.ui.widgets.equal_columns import EqualColumns
from riec_desktop.ui.widgets.record_view import RecordView, lines_in
from tests.helpers.dialogs import DIALOGS
from tests.helpers.program import Program

WHOLE = 400
"""Pixels: how wide a chart is where there is room for it."""

LAPTOP = (1280, 720)
LETTER_BETWEEN = re.compile(r"\w'\w")
FOR_PROGRAMS = {"state_rules.py", "json_schema.py"}
"""Modules in which a straight apostrophe is looked for in texts, or told to programmers."""


def on_a_laptop(program: Program, page: PageId, record_id: str = "") -> QWidget:
    """A page in a window of the least size that is promised."""
    program.window.resize(*LAPTOP)
    program.bench.show_place(Place(page, record_id))
    program.settle()
    QApplication.processEvents()
    assert program.bench.page is not None
    return program.bench.page


def shown(program: Program, name: str) -> QDialog:
    """A dialog on screen."""
    dialog = DIALOGS[name](program)
    dialog.open()
    QApplication.processEvents()
    return dialog


# --- Nothing is cut off ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("start", ["example", "fresh"])
def test_the_board_shows_every_name_whole_on_a_laptop(start: str, request: pytest.FixtureRequest) -> None:
    (board,) = on_a_laptop(request.getfixturevalue(start), PageId.OVERVIEW).findChildren(BoardView)
    heading = board.verticalHeader()
    room, font = heading.width() - unit(heading) * 2, heading.font()
    for line in cast("BoardModel", board.model()).lines:
        used = scaled_font(font, 1.0, bold=True) if line.row is None else font
        inside = room if line.row is None else room - unit(heading) * 2
        pairs = [(line.title, QFontMetrics(used))]
        pairs += [(line.detail, QFontMetrics(small_font(font)))] if line.row else []
        for text, metrics in pairs:
            assert lines_in(text, metrics, inside) <= MOST_LINES, text
            assert max(map(metrics.horizontalAdvance, text.split())) <= inside, text


def test_the_board_cuts_no_column_in_two(example: Program) -> None:
    (board,) = on_a_laptop(example, PageId.OVERVIEW).findChildren(BoardView)
    width = board.columnWidth(2)
    assert board.viewport().width() % width < board.model().columnCount()


@pytest.mark.parametrize(
    ("room", "least", "count", "width"), [(350, 100, 9, 116), (90, 100, 9, 100), (1000, 100, 4, 100)]
)
def test_as_many_whole_columns_as_fit_divide_the_room(room: int, least: int, count: int, width: int) -> None:
    assert whole_width(room, least, count) == width


def test_no_word_of_the_figures_is_cut_off_on_a_laptop(example: Program) -> None:
    (table,) = on_a_laptop(example, PageId.FIGURES).findChildren(RecordView)
    assert table.horizontalScrollBar().maximum() == 0
    metrics, model = table.fontMetrics(), table.model()
    for column, room in enumerate(table.rooms()):
        texts = (str(model.index(row, column).data() or "") for row in range(20))
        for word in {word for text in texts for word in re.split(r"(?<=-)|\s", text)}:
            assert metrics.horizontalAdvance(word) <= room, word


def test_a_choice_with_a_line_to_itself_shows_a_long_name_whole(example: Program) -> None:
    page = on_a_laptop(example, PageId.YEARS)
    shown = [one for one in page.findChildren(QComboBox) if "agenda" in one.currentText() and one.isVisible()]
    assert shown
    for box in shown:
        assert box.fontMetrics().horizontalAdvance(box.currentText()) < box.width() - unit(box) * 8


def test_the_list_of_figures_needs_no_bar_to_scroll_sideways(example: Program) -> None:
    dialog = shown(example, "cijfer")
    (found,) = dialog.findChildren(QListWidget)
    assert not found.horizontalScrollBar().isVisible()
    assert found.viewport().height() % found.sizeHintForRow(0) == 0
    dialog.close()


def test_the_example_of_a_name_for_a_version_is_whole(example: Program) -> None:
    dialog = shown(example, "versies")
    (name,) = dialog.findChildren(QLineEdit)
    assert name.fontMetrics().horizontalAdvance(name.placeholderText()) < name.width() - unit(name) * 3
    dialog.close()


WIDE_PAGES = (PageId.OVERVIEW, PageId.PORTFOLIO, PageId.SETUP, PageId.INDICATORS, PageId.RULES)
"""Those that need most."""

FULL_HD_AT_175 = (1097, 617)


def test_no_page_scrolls_sideways_on_an_ordinary_screen_at_175_percent(example: Program) -> None:
    example.window.resize(*FULL_HD_AT_175)
    for page in WIDE_PAGES:
        example.bench.show_place(Place(page, a_portfolio(example) if page is PageId.PORTFOLIO else ""))
        example.settle()
        for scroll in example.bench.stage.findChildren(QScrollArea):
            assert scroll.horizontalScrollBar().maximum() == 0, page


def block() -> QWidget:
    """Something that needs a hundred pixels."""
    made, inside = QWidget(), QWidget()
    inside.setFixedSize(100, 10)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(inside)
    return made


@pytest.mark.parametrize(("width", "columns"), [(500, 4), (250, 2), (110, 1), (20, 1)])
def test_widgets_beside_each_other_take_more_lines_where_there_is_less_room(
    qtbot: QtBot, width: int, columns: int
) -> None:
    desk, shown_cells = QWidget(), EqualColumns([block() for _ in range(4)], 10, 10)
    qtbot.addWidget(desk)
    shown_cells.setParent(desk)
    desk.show()
    shown_cells.resize(width, 100)
    QApplication.processEvents()
    assert shown_cells.columns == columns


# --- The preview -----------------------------------------------------------------------------------------------------


def preview(program: Program, page: PageId, record_id: str = "") -> Preview:
    """The preview beside a page on a laptop, at its top."""
    on_a_laptop(program, page, record_id)
    found = program.bench.side.preview
    found.verticalScrollBar().setValue(0)
    return found


def a_portfolio(program: Program) -> str:
    dossier, year = program.bench.session.dossier, program.bench.editing.year
    return next(one.id for one in views.reports(dossier, year) if views.report_name(dossier, one) == "mensenhandel")


def test_the_preview_has_no_bar_to_scroll_sideways_where_all_that_is_in_sight_fits(example: Program) -> None:
    assert not preview(example, PageId.OVERVIEW).horizontalScrollBar().isVisible()
    assert not preview(example, PageId.PORTFOLIO, a_portfolio(example)).horizontalScrollBar().isVisible()


def test_beside_a_wide_table_the_preview_can_be_scrolled_sideways(example: Program) -> None:
    found = preview(example, PageId.PORTFOLIO, a_portfolio(example))
    assert found.find("Activiteit")
    down = found.verticalScrollBar()
    table = found.document().documentLayout().blockBoundingRect(found.textCursor().block())
    down.setValue(round(table.top()))
    assert found.horizontalScrollBar().isVisible()
    found.horizontalScrollBar().setValue(50)
    down.setValue(0)
    assert not found.horizontalScrollBar().isVisible()
    assert found.horizontalScrollBar().value() == 0


def test_a_chart_in_the_preview_is_painted_as_wide_as_the_text(example: Program) -> None:
    found = preview(example, PageId.PORTFOLIO, a_portfolio(example))
    address = next(iter(re.findall(r'src="([^"]+)"', found.toHtml())))

    def width() -> int:
        image = found.loadResource(QTextDocument.ResourceType.ImageResource, QUrl(address))
        assert isinstance(image, QImage)
        return round(image.width() / image.devicePixelRatio())

    margins = 2 * round(found.document().documentMargin())
    assert width() <= found.viewport().width() - margins
    example.window.resize(2200, 900)
    example.bench.setSizes([300, 1200, 700])
    QApplication.processEvents()
    assert width() == WHOLE


# --- Words -----------------------------------------------------------------------------------------------------------


def texts(path: Path) -> Iterator[str]:
    """Every text in a module that is no explanation of the code."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in told:
            yield one.value


def test_every_apostrophe_that_a_person_reads_is_a_real_one() -> None:
    found = {
        f"{path.name}: {text}"
        for path in Path(riec_desktop.__file__).parent.rglob("*.py")
        if path.name not in FOR_PROGRAMS
        for text in texts(path)
        if LETTER_BETWEEN.search(text)
    }
    assert found == set()
