"""Tables of records: what they show and what they ask for, with real keys."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeySequence, QPalette
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMenu, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from riec_desktop.dossier.choices import ActivityState, MissingReason
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Activity, Callout, IndicatorValue, Record
from riec_desktop.ui.theme import colours
from riec_desktop.ui.typed import required
from riec_desktop.ui.widgets.cell_popup import CellPopup
from riec_desktop.ui.widgets.choice_inputs import RefsListInput, choice_names
from riec_desktop.ui.widgets.columns import ColumnSpec, field_column
from riec_desktop.ui.widgets.delegates import CellDelegate
from riec_desktop.ui.widgets.figure_columns import FIGURE_COLUMNS
from riec_desktop.ui.widgets.filter_line import MANY
from riec_desktop.ui.widgets.record_model import OBJECT_ROLE, RecordTableModel, SortedRecords
from riec_desktop.ui.widgets.record_table import RecordTable
from riec_desktop.ui.widgets.record_view import NONE_FOUND, RecordView, fitted
from riec_desktop.ui.widgets.search_combo import CalmCombo, CellCombo, SearchCombo
from riec_desktop.ui.widgets.table_paste import PastePlan
from riec_desktop.ui.widgets.table_words import MOST_LINES, NO_TEXT, NOTHING_NEW
from riec_desktop.ui.widgets.text_inputs import RichInput
from tests.helpers import sample

DOSSIER = sample.sample(sample.SIGNALS)
Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
CursorAction = QAbstractItemView.CursorAction
FIELDS = ("title", "state", "start", "joint", "organisation_ids", "result")
ROWS = tuple(
    Activity(id=str(number), title=title, start=start, position=Decimal(number))
    for number, (title, start) in enumerate([("beta", date(2023, 5, 1)), ("alfa", None), ("gamma", date(2022, 1, 1))])
)


class Shown:
    """A table on screen, and what it asked for."""

    def __init__(
        self,
        qtbot: QtBot,
        kind: type[Record] = Activity,
        columns: Sequence[str | ColumnSpec] = FIELDS,
        rows: Sequence[Record] = ROWS,
        *,
        addable: bool = True,
    ) -> None:
        self.qtbot = qtbot
        self.table = RecordTable(kind, columns, addable=addable)
        self.tester = QAbstractItemModelTester(
            self.table.model, QAbstractItemModelTester.FailureReportingMode.Warning, self.table
        )
        qtbot.addWidget(self.table)
        self.table.resize(1000, 400)
        self.table.set_records(DOSSIER, rows)
        self.table.show()
        self.table.activateWindow()
        qtbot.waitUntil(self.table.isActiveWindow)
        self.table.view.setFocus()
        self.asked: list[object] = []
        self._listen()

    def _listen(self) -> None:
        self.table.edit_requested.connect(self._edit)
        self.table.add_requested.connect(self._add)
        self.table.delete_requested.connect(self._delete)
        self.table.move_requested.connect(self._move)
        self.table.cells_requested.connect(self._set_cells)
        self.table.paste_planned.connect(self._plan)

    def _edit(self, record_id: str, field: str, value: object) -> None:
        self.asked.append((record_id, field, value))

    def _add(self) -> None:
        self.asked.append("add")

    def _delete(self, ids: list[str]) -> None:
        self.asked.append(("delete", ids))

    def _move(self, record_id: str, index: int) -> None:
        self.asked.append(("move", record_id, index))

    def _set_cells(self, cells: list[object], verb: str) -> None:
        self.asked.append((verb, cells))

    def _plan(self, plan: PastePlan) -> None:
        self.asked.append(("nakijken", plan.edits()))

    def go(self, row: int, field: str) -> None:
        column = [one.field for one in self.table.model.columns].index(field)
        self.table.view.setCurrentIndex(self.table.proxy.index(row, column))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.table.view, key, held)

    def editor(self) -> QWidget:
        """The editor that has the focus."""
        found = required(QApplication.focusWidget())
        assert self.table.view.isAncestorOf(found)
        return found

    def type(self, text: str) -> QLineEdit:
        """Open the current cell and replace what stands in it."""
        self.press(Key.Key_Return)
        line = self.editor()
        assert isinstance(line, QLineEdit)
        line.selectAll()
        QTest.keyClicks(line, text)
        return line

    def close(self, line: QWidget, key: Qt.Key = Key.Key_Return) -> None:
        """Leave a cell; the view takes the value when it comes back to its event loop."""
        QTest.keyClick(line, key)
        self.qtbot.waitUntil(lambda: self.table.view.findChild(QLineEdit) is not line)

    def titles(self) -> list[str]:
        return [self.table.proxy.index(row, 0).data() for row in range(self.table.proxy.rowCount())]

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.press(Key.Key_V, CTRL)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


# --- Showing ---------------------------------------------------------------------------------------------------------


def test_rows_come_go_change_and_move_as_a_model_should(shown: Shown) -> None:
    fourth = Activity(id="4", title="delta")
    for rows in (ROWS, (*ROWS, fourth), ROWS[1:], (), ROWS, tuple(reversed(ROWS)), (replace(ROWS[0], title="nieuw"),)):
        shown.table.set_records(DOSSIER, rows)
        assert shown.titles() == [row.title for row in rows]


def test_a_row_that_stays_keeps_the_current_cell(shown: Shown) -> None:
    shown.go(2, "start")
    shown.table.set_records(DOSSIER, tuple(reversed(ROWS)))
    assert shown.table.current_id() == "2"
    assert shown.table.view.currentIndex().column() == 2


def test_only_what_changed_is_told() -> None:
    model = RecordTableModel(tuple(field_column(Activity, name) for name in FIELDS))
    model.set_rows(DOSSIER, ROWS)
    told: list[tuple[int, int]] = []

    def changed(first: QModelIndex, last: QModelIndex) -> None:
        told.append((first.row(), last.row()))

    model.dataChanged.connect(changed)
    model.set_rows(DOSSIER, (ROWS[0], replace(ROWS[1], title="nieuw"), ROWS[2]))
    assert told == [(1, 1)]
    model.set_rows(sample.sample(replace(sample.GOOR, name="RIEC Goor e.o.")), model.records)
    assert told == [(1, 1), (0, 2)]
    model.set_rows(sample.sample(), (*model.records, Activity(id="4")))
    assert told == [(1, 1), (0, 2), (0, 2)]


def test_a_row_gives_its_record(shown: Shown) -> None:
    assert shown.table.proxy.index(1, 0).data(OBJECT_ROLE) is ROWS[1]
    assert shown.table.record("2") is ROWS[2]


def test_a_screen_reader_hears_column_and_value(shown: Shown) -> None:
    index = shown.table.proxy.index(1, 2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Begin: leeg"
    assert shown.table.view.accessibleName() == "Tabel activiteit"


def test_an_empty_table_says_what_to_do(qtbot: QtBot) -> None:
    empty = Shown(qtbot, rows=())
    assert empty.table.view.empty_text() == "Nog geen activiteit. Kies Toevoegen om te beginnen."
    assert not empty.table.buttons["remove"].isEnabled()


def test_a_column_sorts_both_ways_and_then_not(shown: Shown) -> None:
    header = shown.table.view.horizontalHeader()
    header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert shown.titles() == ["alfa", "beta", "gamma"]
    header.setSortIndicator(2, Qt.SortOrder.AscendingOrder)
    assert shown.titles() == ["gamma", "beta", "alfa"]
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert shown.titles() == ["beta", "alfa", "gamma"]


@pytest.mark.parametrize(
    ("wishes", "room", "widths"),
    [
        ([(10, 20), (10, 40)], 100, [20, 40]),
        ([(10, 20), (10, 40)], 40, [15, 25]),
        ([(10, 20), (10, 40)], 5, [10, 10]),
        ([(10, 10)], 5, [10]),
        ([], 5, []),
    ],
)
def test_columns_share_the_room(wishes: list[tuple[int, int]], room: int, widths: list[int]) -> None:
    assert fitted(wishes, room) == widths


LONG = "een titel die niet op één regel past, hoe breed de kolom ook is, " * 3


def long_rows(qtbot: QtBot, count: int) -> RecordView:
    """A table in which every other row needs more lines."""
    rows = tuple(Activity(id=str(at), title=LONG if at % 2 else "kort", position=Decimal(at)) for at in range(count))
    return Shown(qtbot, columns=("title",), rows=rows).table.view


def test_a_row_is_as_high_as_its_text(qtbot: QtBot) -> None:
    view = long_rows(qtbot, 2)
    assert view.rowHeight(1) > view.rowHeight(0) == view.verticalHeader().defaultSectionSize()


def test_of_thousands_of_rows_those_that_come_in_sight_get_their_height(qtbot: QtBot) -> None:
    view = long_rows(qtbot, 2_000)
    high = view.rowHeight(1)
    assert view.rowHeight(1_001) < high
    view.verticalScrollBar().setValue(1_000)
    assert view.rowHeight(1_001) == high


def test_a_row_that_is_asked_for_is_whole_in_sight(qtbot: QtBot) -> None:
    view = long_rows(qtbot, 2_000)
    last = view.model().index(1_999, 0)
    view.setCurrentIndex(last)
    assert view.viewport().rect().contains(view.visualRect(last))


def test_rows_that_a_sort_brings_in_sight_get_their_height(qtbot: QtBot) -> None:
    view = long_rows(qtbot, 200)
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert {view.rowHeight(row) for row in range(10)} == {view.verticalHeader().defaultSectionSize()}
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert view.verticalHeader().defaultSectionSize() not in {view.rowHeight(row) for row in range(10)}


# --- Editing ---------------------------------------------------------------------------------------------------------


def test_a_cell_is_opened_and_closed_with_enter(shown: Shown) -> None:
    shown.go(0, "title")
    shown.close(shown.type("Nieuwe titel"))
    assert shown.asked == [("0", "title", "Nieuwe titel")]
    assert shown.titles()[0] == "beta"


def test_typing_in_a_cell_begins_anew(shown: Shown) -> None:
    shown.go(0, "title")
    QTest.keyClicks(shown.table.view, "N")
    QTest.keyClicks(shown.editor(), "ieuw")
    shown.close(shown.editor())
    assert shown.asked == [("0", "title", "Nieuw")]


def test_escape_leaves_a_cell_as_it_was(shown: Shown) -> None:
    shown.go(0, "title")
    shown.close(shown.type("x"), Key.Key_Escape)
    assert shown.asked == []


def test_a_dutch_date_is_asked_for_as_a_day(shown: Shown) -> None:
    shown.go(1, "start")
    shown.close(shown.type("3 maart 2023"))
    assert shown.asked == [("1", "start", date(2023, 3, 3))]


def test_what_is_no_date_keeps_the_cell_open_with_a_sentence(shown: Shown) -> None:
    shown.go(1, "start")
    line = shown.type("vorige week")
    QTest.keyClick(line, Key.Key_Return)
    assert shown.table.message.isVisible()
    assert shown.table.message.text() == "Dit is geen datum. Typ bijvoorbeeld 3-3-2023 of 3 maart 2023."
    assert shown.editor() is line
    QTest.keyClicks(line, "3-3-2023")
    shown.close(line)
    assert shown.asked == [("1", "start", date(2023, 3, 3))]
    assert shown.table.message.isHidden()


def test_leaving_a_cell_that_is_no_date_says_what_was_typed(shown: Shown) -> None:
    shown.go(1, "start")
    shown.type("vorige week")
    shown.table.view.setFocus()
    assert shown.table.message.text().startswith("‘vorige week’: Dit is geen datum.")
    assert shown.asked == []


def test_tab_goes_to_the_next_cell_while_editing(shown: Shown) -> None:
    shown.go(0, "title")
    QTest.keyClick(shown.type("Nieuw"), Key.Key_Tab)
    assert shown.asked == [("0", "title", "Nieuw")]
    assert shown.table.view.currentIndex().column() == 1
    assert isinstance(shown.editor(), CalmCombo)


def test_a_choice_is_made_with_the_keyboard(shown: Shown) -> None:
    shown.go(0, "state")
    shown.press(Key.Key_Return)
    combo = shown.editor()
    assert isinstance(combo, CalmCombo)
    assert [combo.itemText(row) for row in range(combo.count())] == list(
        choice_names(shown.table.model.columns[1].spec).values()
    )
    QTest.keyClick(combo, Key.Key_Down)
    assert shown.asked == [("0", "state", ActivityState.RUNNING)]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_letters_in_a_cell_are_looked_for_in_the_open_list(shown: Shown, key: Key) -> None:
    shown.go(0, "state")
    shown.press(Key.Key_Return)
    combo = shown.editor()
    assert isinstance(combo, CellCombo)
    QTest.keyClicks(combo, "g")
    QTest.keyClicks(combo.view(), "es")
    assert (combo.view().isVisible(), shown.asked) == (True, [])
    QTest.keyClick(combo.view(), key)
    assert shown.asked == [("0", "state", ActivityState.STOPPED)]


def test_a_check_box_is_flipped_with_space(shown: Shown) -> None:
    shown.go(0, "joint")
    shown.press(Key.Key_Space)
    assert shown.asked == [("0", "joint", False)]


def test_several_records_are_checked_in_a_window_over_the_cell(shown: Shown, qtbot: QtBot) -> None:
    shown.go(0, "organisation_ids")
    shown.press(Key.Key_Return)
    cell = shown.table.view.findChild(CellPopup)
    assert cell is not None
    qtbot.waitUntil(cell.window_.isVisible)
    assert isinstance(cell.field, RefsListInput)
    items = cell.field.list.items
    items.setCurrentRow(1)
    QTest.keyClick(items, Key.Key_Space)
    QTest.keyClick(items, Key.Key_Escape)
    assert shown.asked == [("0", "organisation_ids", ("goor",))]


def test_rich_text_is_written_in_a_window_over_the_cell(shown: Shown, qtbot: QtBot) -> None:
    shown.go(0, "result")
    shown.press(Key.Key_Return)
    cell = shown.table.view.findChild(CellPopup)
    assert cell is not None
    qtbot.waitUntil(cell.window_.isVisible)
    assert isinstance(cell.field, RichInput)
    QTest.keyClicks(cell.field.editor.area, "Klaar.")
    QTest.keyClick(cell.field.editor.area, Key.Key_Escape)
    assert shown.asked == [("0", "result", "Klaar.")]
    qtbot.waitUntil(lambda: shown.table.view.findChild(CellPopup) is None)
    assert shown.table.view.hasFocus()


def test_a_reference_is_chosen_from_a_list(qtbot: QtBot) -> None:
    shown = Shown(qtbot, Callout, ("title", "report_id"), (Callout(id="1", report_id="verslag-a"),))
    shown.go(0, "report_id")
    shown.press(Key.Key_Return)
    combo = shown.editor()
    assert isinstance(combo, SearchCombo)
    assert combo.currentText() == "mensenhandel (2022)"
    QTest.keyClick(combo, Key.Key_Down)
    assert shown.asked == [("1", "report_id", "verslag-c")]


def test_a_refresh_while_a_cell_is_open_keeps_what_is_typed(shown: Shown) -> None:
    shown.go(0, "title")
    line = shown.type("Bezig")
    shown.table.set_records(DOSSIER, (replace(ROWS[0], joint=False), *ROWS[1:]))
    assert line.text() == "Bezig"
    shown.close(line)
    assert shown.asked == [("0", "title", "Bezig")]


def test_a_cell_is_opened_by_name(shown: Shown) -> None:
    assert shown.table.edit_cell("2", "title")
    assert isinstance(shown.editor(), QLineEdit)
    assert not shown.table.edit_cell("weg", "title")
    assert not shown.table.edit_cell("2", "weg")


# --- Rows ------------------------------------------------------------------------------------------------------------


def test_insert_asks_for_a_row_which_is_chosen_when_it_comes(shown: Shown) -> None:
    shown.press(Key.Key_Insert)
    assert shown.asked == ["add"]
    assert not shown.table.choose("9")
    shown.table.set_records(DOSSIER, (*ROWS, Activity(id="9")))
    assert shown.table.current_id() == "9"


def test_delete_asks_for_the_selected_rows(shown: Shown) -> None:
    shown.go(0, "title")
    shown.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    shown.press(Key.Key_Delete)
    assert shown.asked == [("delete", ["0", "1"])]


def test_alt_and_an_arrow_move_a_row(shown: Shown) -> None:
    shown.go(1, "title")
    shown.press(Key.Key_Up, ALT)
    shown.press(Key.Key_Down, ALT)
    assert shown.asked == [("move", "1", 0), ("move", "1", 2)]
    shown.go(0, "title")
    shown.press(Key.Key_Up, ALT)
    assert len(shown.asked) == 2


def test_rows_in_the_order_of_a_column_do_not_move_and_say_so(shown: Shown) -> None:
    shown.table.view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    shown.go(1, "title")
    shown.press(Key.Key_Up, ALT)
    assert shown.asked == []
    assert "volgorde van een kolom" in shown.table.message.text()
    assert not shown.table.buttons["up"].isEnabled()


def test_another_row_is_told(shown: Shown) -> None:
    told: list[str] = []
    shown.table.chosen.connect(lambda: told.append(shown.table.current_id()))
    shown.go(0, "title")
    shown.press(Key.Key_Down)
    shown.press(Key.Key_Up)
    assert told == ["1", "0"]


def test_buttons_are_pressed_with_the_mouse(shown: Shown) -> None:
    shown.go(1, "title")
    for name in ("add", "remove", "up", "down"):
        QTest.mouseClick(shown.table.buttons[name], Qt.MouseButton.LeftButton)
    assert shown.asked == ["add", ("delete", ["1"]), ("move", "1", 0), ("move", "1", 2)]


def test_buttons_say_their_keys(shown: Shown) -> None:
    native = QKeySequence("Alt+Up").toString(QKeySequence.SequenceFormat.NativeText)
    assert shown.table.buttons["up"].toolTip() == f"Omhoog ({native})"
    assert all(button.accessibleName() for button in shown.table.buttons.values())


def test_a_table_that_cannot_be_changed_asks_for_nothing(shown: Shown) -> None:
    shown.table.set_read_only(True)
    shown.go(0, "title")
    for key in (Key.Key_Delete, Key.Key_Return):
        shown.press(key)
    shown.go(0, "joint")
    shown.press(Key.Key_Space)
    shown.paste("x")
    assert shown.asked == []


def test_tab_leaves_the_table(shown: Shown) -> None:
    shown.go(0, "title")
    shown.press(Key.Key_Tab)
    assert not shown.table.view.hasFocus()


def test_a_name_that_is_repeated_is_quieter(qtbot: QtBot) -> None:
    view = figures(qtbot).table.view
    delegate = view.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    found: list[QColor] = []
    for row in range(2):
        option = QStyleOptionViewItem()
        delegate.initStyleOption(option, view.model().index(row, 0))
        found.append(option.palette.color(QPalette.ColorRole.Text))
    assert found[0] != found[1] == colours(view.palette()).muted


# --- The menu --------------------------------------------------------------------------------------------------------


def choose(shown: Shown, title: str) -> None:
    menu = shown.table.menu()
    action = next(one for one in menu.actions() if one.text().split("\t")[0].replace("&", "") == title)
    assert action.isEnabled()
    action.trigger()
    menu.close()


def test_the_menu_does_what_the_keys_do(shown: Shown) -> None:
    shown.go(1, "title")
    for title in ("Toevoegen", "Verwijderen", "Omhoog", "Omlaag", "Leegmaken", "Knippen", "Kopiëren"):
        choose(shown, title)
    empty = ("leegmaken", [("1", "title", "")])
    assert shown.asked == ["add", ("delete", ["1"]), ("move", "1", 0), ("move", "1", 2), empty, empty]
    assert QGuiApplication.clipboard().text() == "alfa"


def test_the_menu_sorts_by_the_column_of_the_cell_and_brings_the_own_order_back(shown: Shown) -> None:
    shown.go(0, "title")
    choose(shown, "Sorteren op Activiteit")
    assert shown.titles() == ["alfa", "beta", "gamma"]
    choose(shown, "Andersom sorteren op Activiteit")
    assert shown.titles() == ["gamma", "beta", "alfa"]
    choose(shown, "Eigen volgorde")
    assert shown.titles() == ["beta", "alfa", "gamma"]


def test_the_menu_of_a_closed_year_changes_nothing(shown: Shown) -> None:
    shown.go(0, "title")
    shown.table.set_read_only(True)
    menu = shown.table.menu()
    open_ = {one.text().split("\t")[0].replace("&", "") for one in menu.actions() if one.isEnabled() and one.text()}
    menu.close()
    assert open_ == {"Kopiëren", "Sorteren op Activiteit", "Andersom sorteren op Activiteit", "Filteren"}


def test_the_menu_key_shows_the_menu_at_the_cell(shown: Shown) -> None:
    shown.go(1, "title")
    shown.table.view.customContextMenuRequested.emit(QPoint(900, 350))
    menu = required(QApplication.activePopupWidget())
    assert isinstance(menu, QMenu)
    cell = shown.table.view.visualRect(shown.table.view.currentIndex())
    assert menu.pos() == shown.table.view.viewport().mapToGlobal(cell.bottomLeft())
    menu.close()


def test_no_two_lines_of_the_menu_have_one_access_key(shown: Shown) -> None:
    menu = shown.table.menu()
    keys = [one.text().split("&")[1][0].casefold() for one in menu.actions() if one.text()]
    menu.close()
    assert len(keys) == len(set(keys))


# --- Filtering and widths --------------------------------------------------------------------------------------------


def many(qtbot: QtBot) -> Shown:
    return Shown(qtbot, rows=tuple(Activity(id=str(at), title=f"activiteit {at}") for at in range(MANY + 1)))


def test_only_a_table_with_many_rows_has_a_filter(shown: Shown, qtbot: QtBot) -> None:
    assert shown.table.filter.isHidden()
    assert many(qtbot).table.filter.isVisible()


def test_words_leave_the_rows_that_have_them_and_esc_brings_all_back(qtbot: QtBot) -> None:
    shown = many(qtbot)
    shown.press(Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    line = shown.table.filter
    assert line.hasFocus()
    QTest.keyClicks(line, "7 ACT")
    assert shown.titles() == ["activiteit 7"]
    assert shown.table.count.text() == "1 van 9 rijen"
    QTest.keyClick(line, Key.Key_Return)
    assert shown.table.view.hasFocus()
    assert shown.table.current_id() == "7"
    shown.press(Key.Key_Up, ALT)
    assert shown.asked == []
    assert "Filteren" in shown.table.message.text()
    QTest.keyClick(line, Key.Key_Escape)
    assert shown.table.proxy.rowCount() == MANY + 1
    assert shown.table.count.text() == "9 rijen"


def test_where_nothing_is_found_the_table_says_so_and_not_that_it_is_empty(qtbot: QtBot) -> None:
    shown = many(qtbot)
    shown.table.filter.setText("komt niet voor")
    assert shown.table.view.empty_text() == NONE_FOUND


def test_a_row_that_must_be_seen_comes_out_of_the_filter(qtbot: QtBot) -> None:
    shown = many(qtbot)
    shown.table.filter.setText("7")
    assert shown.table.choose("3")
    assert shown.table.filter.text() == ""
    assert shown.table.current_id() == "3"


def test_widths_that_a_person_made_are_told_and_others_are_not(shown: Shown, qtbot: QtBot) -> None:
    view = shown.table.view
    shown.table.resize(700, 400)
    assert view.own_widths() == []
    view.setColumnWidth(1, 150)
    kept = view.own_widths()
    other = Shown(qtbot).table.view
    other.set_own_widths(kept)
    assert other.columnWidth(1) == pytest.approx(150, abs=1)
    other.set_own_widths([1])
    assert other.columnWidth(1) == pytest.approx(150, abs=1)


# --- Clipboard -------------------------------------------------------------------------------------------------------


def figures(qtbot: QtBot) -> Shown:
    rows = tuple(sample.figure(None, organisation=one) for one in (sample.GOOR, sample.DELDEN))
    return Shown(qtbot, IndicatorValue, FIGURE_COLUMNS, rows, addable=False)


def test_selected_cells_are_copied_for_a_spreadsheet(shown: Shown) -> None:
    shown.go(0, "title")
    shown.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    shown.press(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    shown.press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "beta\tgepland\nalfa\tgepland"


def test_cells_of_a_spreadsheet_are_pasted_from_the_current_cell_on(qtbot: QtBot) -> None:
    shown = figures(qtbot)
    shown.go(0, "target")
    shown.paste("10\t1.234,5\tja\n20\t7\tnee\n")
    first, second = (row.id for row in shown.table.model.records)
    assert shown.asked == [
        (
            "nakijken",
            [
                (first, "target", Decimal(10)),
                (first, "actual", Decimal("1234.5")),
                (first, "provisional", True),
                (second, "target", Decimal(20)),
                (second, "actual", Decimal(7)),
            ],
        )
    ]
    assert shown.table.message.isHidden()


def test_cells_that_do_not_fit_are_left_alone_and_told(qtbot: QtBot) -> None:
    shown = figures(qtbot)
    shown.go(1, "actual")
    shown.paste("veel\tja\n3\tja")
    second = shown.table.model.records[1].id
    assert shown.asked == [("nakijken", [(second, "provisional", True)])]
    shown.asked.clear()
    shown.paste("veel")
    assert shown.asked == []
    assert shown.table.message.text() == "1 cel is niet geplakt. ‘veel’ is geen getal."


def test_a_column_that_is_computed_takes_nothing(qtbot: QtBot) -> None:
    shown = figures(qtbot)
    shown.table.view.setCurrentIndex(shown.table.proxy.index(0, 0))
    shown.paste("misdrijven")
    assert shown.asked == []
    assert shown.table.message.text() == "1 cel is niet geplakt. De kolom Indicator kunt u niet wijzigen."


def test_one_value_fills_the_whole_selection(qtbot: QtBot) -> None:
    shown = figures(qtbot)
    shown.go(0, "missing")
    shown.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    shown.paste("vertrouwelijk")
    ids = [row.id for row in shown.table.model.records]
    assert shown.asked == [("plakken", [(one, "missing", MissingReason.CONFIDENTIAL) for one in ids])]


def test_delete_empties_cells_where_rows_cannot_be_deleted(qtbot: QtBot) -> None:
    shown = figures(qtbot)
    filled = replace(shown.table.model.records[0], actual=Decimal(3))
    assert isinstance(filled, IndicatorValue)
    shown.table.set_records(DOSSIER, (filled, shown.table.model.records[1]))
    shown.go(0, "actual")
    shown.press(Key.Key_Delete)
    assert shown.asked == [("leegmaken", [(filled.id, "actual", None)])]


def test_cutting_copies_and_empties(qtbot: QtBot) -> None:
    shown = figures(qtbot)
    filled = replace(shown.table.model.records[0], actual=Decimal(3))
    shown.table.set_records(DOSSIER, (filled, shown.table.model.records[1]))
    shown.go(0, "actual")
    shown.press(Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "3"
    assert shown.asked == [("leegmaken", [(filled.id, "actual", None)])]


def test_a_value_is_filled_down_over_the_selection_or_from_the_row_above(qtbot: QtBot) -> None:
    shown = figures(qtbot)
    filled, other = replace(shown.table.model.records[0], actual=Decimal(3)), shown.table.model.records[1]
    shown.table.set_records(DOSSIER, (filled, other))
    shown.go(1, "actual")
    shown.press(Key.Key_D, CTRL)
    shown.press(Key.Key_Up)
    shown.press(Key.Key_D, CTRL)
    shown.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    shown.press(Key.Key_D, CTRL)
    assert shown.asked == [("doorvoeren", [(other.id, "actual", Decimal(3))])] * 2


def test_tab_passes_over_cells_in_which_nothing_can_be_filled_in(qtbot: QtBot) -> None:
    shown = figures(qtbot)
    shown.go(0, "note")
    view, last = shown.table.view, len(FIGURE_COLUMNS) - 1
    assert view.moveCursor(CursorAction.MoveNext, NONE) == shown.table.proxy.index(1, 2)
    view.setCurrentIndex(shown.table.proxy.index(1, 2))
    assert view.moveCursor(CursorAction.MovePrevious, NONE) == shown.table.proxy.index(0, last)
    view.setCurrentIndex(shown.table.proxy.index(1, last))
    assert view.moveCursor(CursorAction.MoveNext, NONE) == view.currentIndex()


def test_what_is_no_text_is_not_pasted(shown: Shown) -> None:
    shown.go(0, "title")
    QGuiApplication.clipboard().setImage(QImage(2, 2, QImage.Format.Format_RGB32))
    shown.press(Key.Key_V, CTRL)
    assert shown.asked == []
    assert shown.table.message.text() == NO_TEXT


def test_what_is_much_larger_than_any_table_is_not_pasted(shown: Shown) -> None:
    shown.go(0, "title")
    shown.paste("x\n" * (MOST_LINES + 1))
    assert shown.asked == []
    assert "U plakt 2.001 regels." in shown.table.message.text()


def test_pasting_what_is_there_already_says_so(shown: Shown) -> None:
    shown.go(0, "title")
    shown.paste("beta\nalfa")
    assert shown.asked == []
    assert shown.table.message.text() == NOTHING_NEW


def test_pasting_follows_the_order_that_is_shown(shown: Shown) -> None:
    shown.table.view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    shown.go(0, "start")
    shown.paste("1-1-2024\n2-1-2024")
    assert shown.asked == [("nakijken", [("1", "start", date(2024, 1, 1)), ("0", "start", date(2024, 1, 2))])]


def test_nothing_is_copied_from_a_table_without_rows(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("van een ander")
    empty = Shown(qtbot, rows=())
    empty.press(Key.Key_C, CTRL)
    empty.paste("x")
    assert empty.asked == []
    assert QGuiApplication.clipboard().text() == "x"


def test_a_sorted_model_passes_the_model_tester() -> None:
    model = RecordTableModel(tuple(field_column(Activity, name) for name in FIELDS))
    proxy = SortedRecords(model)
    tester = QAbstractItemModelTester(proxy, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.set_rows(DOSSIER, ROWS)
    proxy.sort(0)
    model.set_rows(Dossier(), ROWS[:1])
    assert proxy.rowCount() == 1
    assert tester.model() is proxy
