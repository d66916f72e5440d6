"""Writing in the rich-text editor with real keys."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from riec_desktop.dossier.linked import LinkedNumber
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.mime import qt_mime
from riec_desktop.ui.widgets.rich_editor import RichTextEditor, count_text

SIGNALS = LinkedNumber("signalen", 2023)
TOKEN = SIGNALS.token()
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk(QWidget):
    """A window with an editor between two lines, and an undo action as the real window has."""

    def __init__(self) -> None:
        super().__init__()
        context = FormContext(show_number=lambda _: "1.234", pick_number=lambda: SIGNALS)
        self.before, self.editor, self.after = QLineEdit(), RichTextEditor(context, budget=3), QLineEdit()
        column = QVBoxLayout(self)
        for widget in (self.before, self.editor, self.after):
            column.addWidget(widget)
        self.sent: list[str] = []
        self.undone = 0
        self.editor.edited.connect(self.sent.append)
        undo = QAction("Ongedaan maken", self)
        undo.setShortcut(QKeySequence("Ctrl+Z"))
        undo.triggered.connect(self._undo)
        self.addAction(undo)

    def _undo(self) -> None:
        self.undone += 1

    def type(self, text: str) -> None:
        for line in text.split("\n"):
            QTest.keyClicks(self.editor.area, line)
            if line is not text.rsplit("\n", maxsplit=1)[-1]:
                self.press(Key.Key_Return)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.editor.area, key, held)

    def select(self, start: int, end: int) -> None:
        cursor = self.editor.area.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.editor.area.setTextCursor(cursor)

    def paste(self, mime: QMimeData) -> None:
        QGuiApplication.clipboard().setMimeData(mime)
        self.press(Key.Key_V, CTRL)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.activateWindow()
    made.editor.setFocus()
    qtbot.waitUntil(made.editor.area.hasFocus)
    return made


def test_what_is_typed_is_sent_on_after_a_pause(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.editor.edited):
        desk.type("Een zin.")
    assert desk.sent == ["Een zin."]


def test_leaving_sends_on_what_was_typed_at_once(desk: Desk) -> None:
    desk.type("Een zin.")
    desk.after.setFocus()
    assert desk.sent == ["Een zin."]


def test_showing_a_text_sends_nothing(desk: Desk) -> None:
    desk.editor.set_text("Een **tekst**.")
    desk.editor.flush()
    assert desk.sent == []
    assert desk.editor.text() == "Een **tekst**."


def test_a_refresh_with_what_was_sent_leaves_the_cursor_alone(desk: Desk) -> None:
    desk.type("Begin einde")
    desk.editor.flush()
    desk.select(5, 5)
    desk.editor.set_text("Begin einde")
    desk.type(" nieuw")
    assert desk.editor.text() == "Begin nieuw einde"


def test_a_refresh_never_takes_away_what_is_being_typed(desk: Desk) -> None:
    desk.type("Bezig")
    desk.editor.set_text("Van een ander")
    desk.editor.flush()
    assert desk.sent == ["Bezig"]


def test_undo_puts_the_cursor_where_the_text_changed(desk: Desk) -> None:
    desk.editor.set_text("Een twee drie")
    desk.editor.set_text("Een drie")
    assert desk.editor.area.textCursor().position() == len("Een")


def test_a_text_that_is_shown_elsewhere_begins_at_its_beginning(desk: Desk) -> None:
    desk.after.setFocus()
    desk.editor.set_text("Een twee drie")
    assert desk.editor.area.textCursor().position() == 0


def test_ctrl_z_is_the_undo_of_the_window_and_sends_on_first(desk: Desk) -> None:
    desk.type("Tekst")
    desk.press(Key.Key_Z, CTRL)
    assert (desk.undone, desk.sent, desk.editor.text()) == (1, ["Tekst"], "Tekst")


def test_bold_and_italic_are_typed_with_their_keys(desk: Desk) -> None:
    desk.type("Een ")
    desk.press(Key.Key_B, CTRL)
    desk.type("vet")
    desk.press(Key.Key_B, CTRL)
    desk.press(Key.Key_I, CTRL)
    desk.type(" schuin")
    assert desk.editor.text() == "Een **vet** _schuin_"


def test_buttons_show_the_look_at_the_cursor_and_take_no_focus(desk: Desk) -> None:
    bold = desk.editor.toolbar.buttons["bold"]
    desk.type("woord")
    desk.select(0, 5)
    QTest.mouseClick(bold, Qt.MouseButton.LeftButton)
    assert desk.editor.area.hasFocus()
    assert bold.isChecked()
    assert desk.editor.text() == "**woord**"


def test_lists_are_made_with_keys_levels_with_tab_and_end_with_enter(desk: Desk) -> None:
    desk.press(Key.Key_L, CTRL | SHIFT)
    desk.type("een\n")
    desk.press(Key.Key_Tab)
    desk.type("twee\n\n\nna de lijst")
    assert desk.editor.text() == "- een\n    - twee\n\nna de lijst"


def test_items_go_at_most_three_levels_deep(desk: Desk) -> None:
    desk.editor.set_text("1. een\n    1. twee\n        1. drie\n        2. vier")
    for _ in range(3):
        desk.editor.area.shift_level(1)
    assert desk.editor.text() == "1. een\n    1. twee\n        1. drie\n        2. vier"


def test_a_dash_and_a_space_begin_a_list(desk: Desk) -> None:
    desk.type("- een\ntwee")
    assert desk.editor.text() == "- een\n- twee"


def test_numbering_turns_bullets_into_numbers_and_back_to_text(desk: Desk) -> None:
    desk.editor.set_text("- een\n- twee")
    desk.editor.area.selectAll()
    desk.press(Key.Key_N, CTRL | SHIFT)
    assert desk.editor.text() == "1. een\n2. twee"
    desk.press(Key.Key_N, CTRL | SHIFT)
    assert desk.editor.text() == "een\n\ntwee"


def test_backspace_at_the_start_of_an_item_takes_it_out_of_the_list(desk: Desk) -> None:
    desk.editor.set_text("- een\n- twee")
    desk.select(4, 4)
    desk.press(Key.Key_Backspace)
    assert desk.editor.text() == "- een\n\ntwee"


def test_tab_leaves_the_editor_outside_a_list(desk: Desk) -> None:
    desk.type("tekst")
    desk.press(Key.Key_Tab)
    assert desk.after.hasFocus()


def test_tab_moves_an_item_while_it_can_and_then_leaves(desk: Desk) -> None:
    desk.editor.set_text("- een\n- twee")
    desk.press(Key.Key_Tab)
    assert desk.editor.text() == "- een\n    - twee"
    desk.press(Key.Key_Tab)
    assert desk.after.hasFocus()
    assert desk.editor.text() == "- een\n    - twee"


def test_shift_tab_moves_an_item_out_and_then_leaves(desk: Desk) -> None:
    desk.editor.set_text("- een\n    - twee")
    desk.press(Key.Key_Backtab, SHIFT)
    assert desk.editor.text() == "- een\n- twee"
    desk.press(Key.Key_Backtab, SHIFT)
    assert desk.before.hasFocus()


def test_shift_enter_is_a_paragraph_because_there_are_no_line_breaks(desk: Desk) -> None:
    desk.type("een")
    desk.press(Key.Key_Return, SHIFT)
    desk.type("twee")
    assert desk.editor.text() == "een\n\ntwee"


def test_a_link_is_made_of_the_selection(desk: Desk) -> None:
    desk.type("zie de site eens")
    desk.select(4, 11)
    desk.press(Key.Key_L, CTRL)
    address = desk.editor.link_bar.address
    assert address.hasFocus()
    QTest.keyClicks(address, "www.riec.nl")
    QTest.keyClick(address, Key.Key_Return)
    assert desk.editor.text() == "zie [de site](https://www.riec.nl) eens"
    assert desk.editor.area.hasFocus()


def test_what_is_typed_behind_a_link_is_no_part_of_it(desk: Desk) -> None:
    desk.editor.set_text("[site](https://www.riec.nl)")
    desk.select(4, 4)
    desk.type(" na")
    assert desk.editor.text() == "[site](https://www.riec.nl) na"


def test_a_link_is_removed_with_an_empty_address(desk: Desk) -> None:
    desk.editor.set_text("zie [de **site**](https://www.riec.nl) eens")
    desk.select(6, 6)
    desk.press(Key.Key_L, CTRL)
    desk.editor.link_bar.address.clear()
    QTest.keyClick(desk.editor.link_bar.address, Key.Key_Return)
    assert desk.editor.text() == "zie de **site** eens"


def test_an_address_that_is_no_web_page_is_refused_with_a_sentence(desk: Desk) -> None:
    desk.press(Key.Key_L, CTRL)
    bar = desk.editor.link_bar
    QTest.keyClicks(bar.address, "file:///c:/geheim")
    QTest.keyClick(bar.address, Key.Key_Return)
    assert bar.message.isVisible()
    QTest.keyClick(bar.address, Key.Key_Escape)
    assert bar.isHidden()
    assert desk.editor.text() == ""


def test_a_linked_number_is_one_thing_in_the_sentence(desk: Desk) -> None:
    desk.type("Er waren ")
    desk.press(Key.Key_C, CTRL | SHIFT)
    desk.type(" signalen.")
    assert desk.editor.text() == f"Er waren {TOKEN} signalen."
    desk.select(10, 10)
    desk.press(Key.Key_Backspace)
    assert desk.editor.text() == "Er waren  signalen."


def test_text_copied_here_keeps_looks_and_numbers_and_others_read_the_value(desk: Desk) -> None:
    desk.editor.set_text(f"**Er** waren {TOKEN}")
    desk.editor.area.selectAll()
    desk.press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Er waren 1.234"
    desk.press(Key.Key_End, CTRL)
    desk.type(" en ")
    desk.press(Key.Key_V, CTRL)
    assert desk.editor.text() == f"**Er** waren {TOKEN} en **Er** waren {TOKEN}"


def test_html_is_pasted_clean(desk: Desk) -> None:
    mime = qt_mime()
    mime.setHtml("<h1 style='color:red'>Kop</h1><ul><li>punt <b>vet</b></li></ul><img src='x'>")
    desk.paste(mime)
    assert desk.editor.text() == "Kop\n\n- punt **vet**"


def test_bare_text_is_pasted_as_paragraphs_in_place_of_the_selection(desk: Desk) -> None:
    mime = qt_mime()
    mime.setText("een\ntwee")
    desk.editor.set_text("oud")
    desk.editor.area.selectAll()
    desk.paste(mime)
    assert desk.editor.text() == "een\n\ntwee"


def test_words_are_counted_against_the_budget(desk: Desk) -> None:
    desk.type("een twee drie vier")
    assert desk.editor.count.text() == "⚠ 4 / 3 woorden – 1 te veel"


@pytest.mark.parametrize(
    ("words", "budget", "text"),
    [(0, None, "0 woorden"), (1, None, "1 woord"), (86, 120, "86 / 120 woorden"), (3, 2, "3 / 2 woorden – 1 te veel")],
)
def test_the_count_is_plain_dutch(words: int, budget: int | None, text: str) -> None:
    assert count_text(words, budget) == text


def test_the_editor_grows_with_its_text(desk: Desk) -> None:
    before = desk.editor.area.height()
    desk.editor.set_text("\n\n".join(["regel"] * 8))
    assert desk.editor.area.height() > before
    assert desk.editor.area.verticalScrollBar().maximum() == 0


def test_the_page_scrolls_along_with_what_is_typed(qtbot: QtBot) -> None:
    page, desk = QScrollArea(), Desk()
    qtbot.addWidget(page)
    page.setWidgetResizable(True)
    page.setWidget(desk)
    page.resize(500, 200)
    page.show()
    page.activateWindow()
    desk.editor.setFocus()
    qtbot.waitUntil(desk.editor.area.hasFocus)
    desk.type("regel\n" * 15)
    area = desk.editor.area

    def cursor_in_sight() -> bool:
        place = area.viewport().mapTo(page.viewport(), area.cursorRect().center())
        return page.viewport().rect().contains(place)

    qtbot.waitUntil(cursor_in_sight)
    assert page.verticalScrollBar().value() > 0


def test_a_text_that_cannot_be_changed_takes_no_keys(desk: Desk) -> None:
    desk.editor.set_text("vast")
    desk.editor.set_read_only(True)
    desk.type("x")
    desk.press(Key.Key_B, CTRL)
    assert desk.editor.text() == "vast"


def test_a_screen_reader_hears_the_question(desk: Desk) -> None:
    desk.editor.set_label("Context", "Wat speelde er?")
    assert desk.editor.area.accessibleName() == "Context"
    assert desk.editor.area.accessibleDescription() == "Wat speelde er?"
