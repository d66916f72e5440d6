"""What is dropped and pasted in a text, its size, and its menu."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.records import Callout
from riec_desktop.ui.text_zoom import TextZoom
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.mime import qt_mime
from riec_desktop.ui.widgets.rich_clipboard import AS_LINES, CUT, NO_FILE, NO_PICTURE, NOTHING, pictures_text
from riec_desktop.ui.widgets.rich_editor import RichTextEditor
from riec_desktop.ui.widgets.rich_menu import RichMenu
from riec_desktop.ui.widgets.text_inputs import RichInput
from riec_desktop.workspace.preferences import preferences
from tests.helpers.accessible import english
from tests.helpers.surroundings import environment

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
CLIPBOARD = Path(__file__).parent / "clipboard"


def shown(qtbot: QtBot, context: FormContext | None = None) -> RichTextEditor:
    made = RichTextEditor(context)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.area.hasFocus)
    return made


@pytest.fixture
def editor(qtbot: QtBot) -> RichTextEditor:
    return shown(qtbot)


def files(*paths: str) -> QMimeData:
    made = qt_mime()
    made.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return made


def html(text: str) -> QMimeData:
    made = qt_mime()
    made.setHtml(text)
    return made


def plain(text: str) -> QMimeData:
    made = qt_mime()
    made.setText(text)
    return made


def paste(editor: RichTextEditor, mime: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(editor.area, Key.Key_V, CTRL)


def drop(editor: RichTextEditor, mime: QMimeData) -> bool:
    """Drop as the system does; gives whether the text wanted it."""
    place, copy, left, none = (
        QPoint(20, 20),
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier(0),
    )
    enter = QDragEnterEvent(place, copy, mime, left, none)
    enter.ignore()
    QApplication.sendEvent(editor.area.viewport(), enter)
    if enter.isAccepted():
        QApplication.sendEvent(editor.area.viewport(), QDropEvent(QPointF(place), copy, mime, left, none))
    return enter.isAccepted()


# --- Files and pictures ----------------------------------------------------------------------------------------------


def test_a_dropped_picture_is_not_put_in_the_text_and_a_note_says_where_it_goes(editor: RichTextEditor) -> None:
    assert drop(editor, files("/foto's/kaart.PNG"))
    assert (editor.text(), editor.note.text()) == ("", NO_PICTURE)
    assert editor.note.isVisible()


def test_another_file_is_left_to_the_window(editor: RichTextEditor) -> None:
    assert not drop(editor, files("/map/formulier.xlsx"))
    assert (editor.text(), editor.note.text()) == ("", "")


def test_text_can_be_dropped(editor: RichTextEditor) -> None:
    assert drop(editor, plain("gesleept"))
    assert editor.text() == "gesleept"


@pytest.mark.parametrize(
    ("paths", "note"), [(("/a.jpg",), NO_PICTURE), (("/a.docx",), NO_FILE), (("/a.jpg", "/b.pdf"), NO_FILE)]
)
def test_a_copied_file_never_becomes_its_path(editor: RichTextEditor, paths: tuple[str, ...], note: str) -> None:
    paste(editor, files(*paths))
    assert (editor.text(), editor.note.text()) == ("", note)


def test_a_copied_picture_gets_a_note(editor: RichTextEditor) -> None:
    mime = qt_mime()
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    paste(editor, mime)
    assert (editor.text(), editor.note.text()) == ("", NO_PICTURE)


# --- Notes -----------------------------------------------------------------------------------------------------------


def test_what_did_not_come_along_from_word_is_told(editor: RichTextEditor) -> None:
    paste(editor, html((CLIPBOARD / "word.html").read_text(encoding="utf-8")))
    assert editor.text().endswith("Zie [de site](https://www.riec.nl/).")
    assert editor.note.text() == f"{AS_LINES} {pictures_text(1)}"


def test_typing_on_takes_the_note_away(editor: RichTextEditor) -> None:
    paste(editor, files("/a.jpg"))
    QTest.keyClicks(editor.area, "x")
    assert editor.note.text() == ""
    assert not editor.note.isVisible()


def test_a_clean_paste_says_nothing(editor: RichTextEditor) -> None:
    paste(editor, html("<p>Een <b>zin</b></p>"))
    assert (editor.text(), editor.note.text()) == ("Een **zin**", "")


def test_a_paste_without_words_says_so_and_takes_nothing_away(editor: RichTextEditor) -> None:
    QTest.keyClicks(editor.area, "blijft")
    editor.area.selectAll()
    paste(editor, html("<p> </p>"))
    assert (editor.text(), editor.note.text()) == ("blijft", NOTHING)


def test_more_than_an_answer_can_hold_is_cut_with_a_note(editor: RichTextEditor) -> None:
    paste(editor, plain("Een zin van een lange tekst.\n" * 180_000))
    assert editor.note.text() == CUT
    assert 90_000 < len(editor.area.toPlainText()) <= 105_000


def test_right_to_left_text_and_emoji_stay_as_they_are(editor: RichTextEditor) -> None:
    text = "مرحبا بالعالم en 👩🏽‍💻🎉"
    paste(editor, html(f"<p dir=rtl>{text}</p>"))
    assert editor.text() == text


def test_more_pictures_are_counted() -> None:
    assert pictures_text(3).startswith("3 afbeeldingen zijn niet overgenomen.")


# --- Size ------------------------------------------------------------------------------------------------------------


def test_ctrl_plus_makes_all_texts_larger_and_it_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    env = environment(tmp_path)
    zoom = TextZoom(env)
    first, second = (shown(qtbot, FormContext(zoom=zoom)) for _ in range(2))
    first.set_text("Een **zin**")
    before = second.area.fontMetrics().height()
    QTest.keyClick(first.area, Key.Key_Plus, CTRL)
    QTest.keyClick(first.area, Key.Key_Equal, CTRL)
    assert zoom.percent() == 125
    assert second.area.fontMetrics().height() > before
    assert first.text() == "Een **zin**"
    assert preferences(env)["text_zoom"] == TextZoom(env).percent() == 125
    QTest.keyClick(second.area, Key.Key_Minus, CTRL)
    assert zoom.percent() == 110
    QTest.keyClick(second.area, Key.Key_0, CTRL)
    assert zoom.percent() == 100
    assert second.area.fontMetrics().height() == before


def test_a_new_text_has_the_size_that_was_chosen(qtbot: QtBot) -> None:
    zoom = TextZoom()
    plain_height = shown(qtbot, FormContext(zoom=zoom)).area.fontMetrics().height()
    zoom.larger()
    assert shown(qtbot, FormContext(zoom=zoom)).area.fontMetrics().height() > plain_height


def test_the_size_has_ends() -> None:
    zoom = TextZoom()
    for _ in range(20):
        zoom.larger()
    assert zoom.percent() == 200
    for _ in range(20):
        zoom.smaller()
    assert zoom.percent() == 80


def test_the_wheel_with_ctrl_changes_the_size(editor: RichTextEditor) -> None:
    place = QPointF(10, 10)
    for step in (120, 120, -120):
        event = QWheelEvent(
            place, place, QPoint(), QPoint(0, step), Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(editor.area.viewport(), event)
    assert editor.zoom.percent() == 110


def test_what_is_being_typed_survives_a_new_size(editor: RichTextEditor) -> None:
    QTest.keyClicks(editor.area, "- een")
    QTest.keyClick(editor.area, Key.Key_Return)
    QTest.keyClicks(editor.area, "Bezig ")
    QTest.keyClick(editor.area, Key.Key_Plus, CTRL)
    QTest.keyClicks(editor.area, "met typen")
    assert editor.text() == "- een\n- Bezig met typen"


# --- Menu ------------------------------------------------------------------------------------------------------------


def open_menu(editor: RichTextEditor) -> RichMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(editor.area, event)
    menu = editor.findChildren(RichMenu)[-1]
    assert menu.isVisible()
    return menu


def enabled(menu: RichMenu) -> list[str]:
    return [one.text().partition("\t")[0] for one in menu.actions() if one.isEnabled() and not one.isSeparator()]


def test_the_menu_offers_what_can_be_done_and_no_spelling_without_a_speller(editor: RichTextEditor) -> None:
    QGuiApplication.clipboard().clear()
    menu = open_menu(editor)
    assert enabled(menu)[0] == "Alles selecteren"
    assert not any("spel" in one.text().lower() for one in menu.actions())
    assert english(menu) == []
    menu.close()


def test_the_clipboard_items_work(editor: RichTextEditor) -> None:
    QTest.keyClicks(editor.area, "woord")
    editor.area.selectAll()
    menu = open_menu(editor)
    assert {"Knippen", "Kopiëren"} <= set(enabled(menu))
    next(one for one in menu.actions() if one.text().startswith("Knippen")).trigger()
    menu.close()
    assert editor.text() == ""
    menu = open_menu(editor)
    next(one for one in menu.actions() if one.text().startswith("Plakken")).trigger()
    menu.close()
    assert editor.text() == "woord"


def test_a_text_that_cannot_be_changed_can_only_be_copied(editor: RichTextEditor) -> None:
    editor.set_text("vast")
    editor.set_read_only(True)
    editor.area.selectAll()
    menu = open_menu(editor)
    assert {"Knippen", "Plakken"}.isdisjoint(enabled(menu))
    assert "Kopiëren" in enabled(menu)
    menu.close()


def test_a_right_click_puts_the_cursor_at_the_word_and_keeps_a_selection_that_it_is_in(editor: RichTextEditor) -> None:
    editor.set_text("een twee")
    place = editor.area.viewport().rect().topLeft() + QPoint(10, 12)
    end = editor.area.textCursor()
    end.setPosition(8)
    editor.area.setTextCursor(end)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, editor.area.viewport().mapToGlobal(place))
    QApplication.sendEvent(editor.area.viewport(), event)
    assert editor.area.textCursor().position() < 3
    editor.findChildren(RichMenu)[-1].close()
    editor.area.selectAll()
    QApplication.sendEvent(editor.area.viewport(), event)
    assert editor.area.textCursor().selectedText() == "een twee"
    editor.findChildren(RichMenu)[-1].close()


def test_a_rich_text_in_a_form_has_this_menu_with_what_can_be_done_with_the_field(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    comment = QAction("Opmerking maken", window)
    comment.setObjectName("comment")
    field = RichInput(specs(Callout)["text"], FormContext())
    window.setCentralWidget(field)
    window.show()
    menu = open_menu(field.editor)
    assert menu.actions()[-1] is comment
    assert "Alles selecteren" in enabled(menu)
    menu.close()
