"""The menu of every input leads to the history of its field: lines, texts, lists to choose from, tables, rich texts."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget

from riec_desktop.dossier import views
from riec_desktop.dossier.records import Activity
from riec_desktop.ui.commands.find import NO_FIELD
from riec_desktop.ui.history.field_dialog import FieldPastDialog
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.typed import optional, required
from riec_desktop.ui.widgets.field_menu import FIELD_ACTIONS, open_field_menu
from riec_desktop.ui.widgets.record_table import RecordTable
from tests.helpers.program import Program, click


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def opened_menu() -> QMenu:
    popup = optional(QApplication.activePopupWidget())
    assert isinstance(popup, QMenu)
    return popup


def right_click(widget: QWidget) -> None:
    place = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)


def inputs(program: Program) -> Iterator[QWidget]:
    """A line, a text and a choice of the portfolio, and the text of an answer."""
    program.show_portfolio("mensenhandel")
    page = program.bench.page
    assert page is not None
    for field in ("holder", "execution", "status"):
        found = required(page.locate(Spot("PortfolioReport", program.report.id, field)))
        yield required(found.focusProxy())
    question = views.questions(program.bench.session.dossier, program.bench.editing.year_id)[0]
    answer = views.answer(program.bench.session.dossier, program.report, question)
    yield required(required(page.locate(Spot("Answer", answer.id, "text"))).focusProxy())


@pytest.mark.parametrize("which", range(4))
def test_every_kind_of_input_has_it_in_its_menu(example: Program, which: int) -> None:
    widget = list(inputs(example))[which]
    right_click(getattr(widget, "viewport", lambda: widget)())
    menu = opened_menu()
    assert [one.objectName() for one in menu.actions()[-2:]] == list(FIELD_ACTIONS)
    assert "Geschiedenis van dit &veld…" in texts(menu)
    assert example.window.focusWidget() is widget
    menu.close()


def test_a_table_has_it_for_the_cell_with_the_cursor(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    page = example.bench.page
    assert page is not None
    tables = (
        one for one in page.findChildren(RecordTable) if isinstance(next(iter(one.model.records), None), Activity)
    )
    table = next(tables)
    table.choose(table.model.records[0].id)
    table.view.setFocus()
    menu = table.menu()
    assert "Geschiedenis van dit &veld…" in texts(menu)
    menu.deleteLater()
    places: list[str] = []

    def note(dialog: QDialog) -> None:
        assert isinstance(dialog, FieldPastDialog)
        places.append(dialog.place)
        dialog.reject()

    example.person.will(note)
    example.window.actions_made.actions["field_history"].trigger()
    assert places == ["Mensenhandel 2023 › Activiteit"]


def test_without_a_field_a_sentence_says_what_to_do(example: Program) -> None:
    example.bench.tree.setFocus()
    example.person.will(click("Sluiten"))
    example.window.actions_made.actions["field_history"].trigger()
    assert example.person.said[-1] == NO_FIELD


@pytest.mark.usefixtures("qapp")
def test_an_input_elsewhere_keeps_its_own_menu() -> None:
    line = QLineEdit()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    assert not open_field_menu(line, event)
    line.deleteLater()
