"""Spelling in the real window, with the real dictionary in its child process."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riec_desktop.checks.kinds import KINDS, with_kind
from riec_desktop.language.remote import ChildSpeller
from riec_desktop.language.speller import MOST
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.spelling import Spelling
from riec_desktop.ui.widgets.rich_editor import RichTextEditor
from riec_desktop.ui.widgets.rich_menu import RichMenu
from riec_desktop.ui.widgets.rich_spelling import SpellingMarks
from riec_desktop.workspace.preferences import preferences
from riec_desktop.workspace.spelling import personal_words
from tests.helpers.accessible import english
from tests.helpers.program import Person, Program, program

Key = Qt.Key


@pytest.fixture
def example(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """The program with the example open, and with a speller."""
    with program(tmp_path, Person(), ChildSpeller) as running:
        assert running.window.desk.open_example()
        running.show_portfolio("mensenhandel")
        qapp.processEvents()
        running.window.activateWindow()
        assert QTest.qWaitForWindowActive(running.window)
        yield running


@pytest.fixture
def editor(example: Program, qtbot: QtBot) -> RichTextEditor:
    """The first question, with the cursor in an empty text."""
    page = example.bench.page
    assert isinstance(page, PortfolioPage)
    made = page.questions.parts()[0].editor
    made.setFocus()
    qtbot.waitUntil(made.area.hasFocus)
    made.area.selectAll()
    QTest.keyClick(made.area, Key.Key_Delete)
    return made


def marks_of(editor: RichTextEditor) -> SpellingMarks:
    assert editor.marks is not None
    return editor.marks


def spelling_of(editor: RichTextEditor) -> Spelling:
    return marks_of(editor).spelling


def write(editor: RichTextEditor, text: str) -> None:
    QTest.keyClicks(editor.area, text)
    marks_of(editor).settle()


def underlined(editor: RichTextEditor) -> list[str]:
    return [one.cursor.selectedText() for one in editor.area.extraSelections()]


def menu_at_cursor(editor: RichTextEditor) -> RichMenu:
    """The menu as the menu key opens it, when the suggestions have come."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(editor.area, event)
    spelling_of(editor).settle()
    menu = editor.findChildren(RichMenu)[-1]
    assert menu.isVisible()
    return menu


def items(menu: RichMenu) -> list[str]:
    return [one.text().partition("\t")[0] for one in menu.actions() if not one.isSeparator()]


def choose(menu: RichMenu, text: str) -> None:
    next(one for one in menu.actions() if one.text().partition("\t")[0] == text).trigger()
    menu.close()


def test_a_misspelt_word_gets_a_line_that_is_no_part_of_the_text(editor: RichTextEditor) -> None:
    write(editor, "Een intergraal beeld.")
    assert underlined(editor) == ["intergraal"]
    assert editor.text() == "Een intergraal beeld."


def test_a_word_is_not_marked_while_it_is_being_typed(editor: RichTextEditor) -> None:
    write(editor, "Een interg")
    assert underlined(editor) == []
    QTest.keyClick(editor.area, Key.Key_Home)
    assert underlined(editor) == ["interg"]


def test_an_emoji_before_a_word_does_not_move_its_line(editor: RichTextEditor) -> None:
    editor.area.insertPlainText("🎉🎉 een intergraal beeld 🎉 met een fuotje.")
    marks_of(editor).settle()
    assert underlined(editor) == ["intergraal", "fuotje"]


def test_names_of_the_dossier_and_terms_are_right(editor: RichTextEditor) -> None:
    write(editor, "Met RIEC Amsterdam-Amstelland en Bibob in het Informatieplein. ")
    assert underlined(editor) == []


def test_the_menu_key_offers_suggestions_and_one_replaces_the_word(editor: RichTextEditor) -> None:
    write(editor, "Een reeel beeld.")
    cursor = editor.area.textCursor()
    cursor.setPosition(6)
    editor.area.setTextCursor(cursor)
    menu = menu_at_cursor(editor)
    offered = items(menu)
    assert offered[0] == "reëel"
    assert offered.index("Toevoegen aan woordenboek") <= MOST
    assert english(menu) == []
    QTest.keyClick(menu, Key.Key_Return)
    assert editor.text() == "Een reëel beeld."
    marks_of(editor).settle()
    assert underlined(editor) == []


def test_a_word_without_suggestions_says_so(editor: RichTextEditor) -> None:
    write(editor, "Een xqzwvkjq ")
    QTest.keyClick(editor.area, Key.Key_F7, Qt.KeyboardModifier.AltModifier)
    menu = menu_at_cursor(editor)
    assert items(menu)[0] == "Geen suggesties"
    assert not menu.actions()[0].isEnabled()
    menu.close()


def test_a_word_that_was_added_is_right_everywhere_and_can_be_taken_out(
    example: Program, editor: RichTextEditor
) -> None:
    write(editor, "Een vlijtwaardje ")
    QTest.keyClick(editor.area, Key.Key_F7, Qt.KeyboardModifier.AltModifier)
    choose(menu_at_cursor(editor), "Toevoegen aan woordenboek")
    assert underlined(editor) == []
    assert personal_words(example.around.env) == {"vlijtwaardje"}
    choose(menu_at_cursor(editor), "‘vlijtwaardje’ verwijderen uit woordenboek")
    assert underlined(editor) == ["vlijtwaardje"]


def test_an_ignored_word_is_not_remembered(example: Program, editor: RichTextEditor) -> None:
    write(editor, "Een vlijtwaardje ")
    QTest.keyClick(editor.area, Key.Key_F7, Qt.KeyboardModifier.AltModifier)
    choose(menu_at_cursor(editor), "Negeren")
    assert underlined(editor) == []
    assert personal_words(example.around.env) == frozenset()


def test_misspelt_words_are_findings_only_for_a_team_that_asks_for_them(
    example: Program, editor: RichTextEditor
) -> None:
    write(editor, "Een intergraal beeld.")
    example.bench.flush()

    def noticed() -> list[str]:
        example.settle()
        example.settle()
        return [one.words for one in example.bench.derived.findings if one.code == "language.spelling"]

    assert noticed() == []
    spelling = next(one for one in KINDS if one.code == "language.spelling")
    editing = example.bench.editing
    editing.do("Tonen", with_kind(editing.dossier, spelling, wanted=True))
    assert noticed() == ["intergraal"]


def test_alt_f7_goes_round_the_mistakes(editor: RichTextEditor) -> None:
    write(editor, "Een fuotje en een fuotjen. ")
    seen: list[str] = []
    for _ in range(3):
        QTest.keyClick(editor.area, Key.Key_F7, Qt.KeyboardModifier.AltModifier)
        seen.append(editor.area.textCursor().selectedText())
    assert seen == ["fuotje", "fuotjen", "fuotje"]
    assert "Niet in het woordenboek: fuotje." in editor.area.accessibleDescription()


def test_alt_f7_says_that_there_are_none(editor: RichTextEditor) -> None:
    write(editor, "Een goede zin.")
    QTest.keyClick(editor.area, Key.Key_F7, Qt.KeyboardModifier.AltModifier)
    assert editor.note.text() == "Op deze pagina zijn geen spelfouten gevonden."


def test_alt_f7_goes_on_to_the_next_text_of_the_page(example: Program, editor: RichTextEditor, qtbot: QtBot) -> None:
    write(editor, "Een fuotje. ")
    page = example.bench.page
    assert isinstance(page, PortfolioPage)
    below = page.questions.parts()[1].editor
    below.area.selectAll()
    QTest.keyClicks(below.area, "Nog een fuotjen. ")
    marks_of(below).settle()
    editor.setFocus()
    editor.area.moveCursor(QTextCursor.MoveOperation.End)
    example.window.actions_made.actions["next_mistake"].trigger()
    qtbot.waitUntil(below.area.hasFocus)
    assert below.area.textCursor().selectedText() == "fuotjen"
    example.window.actions_made.actions["next_mistake"].trigger()
    qtbot.waitUntil(editor.area.hasFocus)
    assert editor.area.textCursor().selectedText() == "fuotje"


def test_the_switch_stands_in_the_menu_of_the_window_too(example: Program, editor: RichTextEditor) -> None:
    write(editor, "Een fuotje. ")
    action = example.window.actions_made.actions["spelling"]
    example.window.actions_made.refresh()
    assert action.isChecked()
    action.trigger()
    assert (underlined(editor), action.isChecked()) == ([], False)
    assert not example.window.actions_made.actions["next_mistake"].isEnabled()


def test_the_switch_is_remembered(example: Program, editor: RichTextEditor) -> None:
    write(editor, "Een fuotje. ")
    choose(menu_at_cursor(editor), "Spelling controleren")
    assert underlined(editor) == []
    assert preferences(example.around.env)["spelling"] is False
    choose(menu_at_cursor(editor), "Spelling controleren")
    assert underlined(editor) == ["fuotje"]


def test_a_closed_text_is_not_marked(editor: RichTextEditor) -> None:
    write(editor, "Een fuotje. ")
    editor.set_read_only(True)
    marks_of(editor).look()
    assert underlined(editor) == []


def test_the_child_ends_with_the_dossier(example: Program, editor: RichTextEditor) -> None:
    write(editor, "Een fuotje. ")
    speller = spelling_of(editor).speller
    assert isinstance(speller, ChildSpeller)
    example.window.desk.close()
    assert not speller.is_running()


def broken() -> ChildSpeller:
    """A child that finds no dictionary."""
    return ChildSpeller((sys.executable, "-c", "print('false')"))


def test_without_a_dictionary_the_program_works_on_and_says_so_once(qapp: QApplication, tmp_path: Path) -> None:
    with program(tmp_path, Person(), broken) as running:
        assert running.window.desk.open_example()
        running.show_portfolio("mensenhandel")
        page = running.bench.page
        assert isinstance(page, PortfolioPage)
        editor = page.questions.parts()[0].editor
        qapp.processEvents()
        running.window.activateWindow()
        editor.setFocus()
        assert QTest.qWaitForWindowActive(running.window)
        write(editor, "Een fuotje ")
        assert "u kunt gewoon verder werken" in editor.note.text()
        write(editor, "en nog een fuotje ")
        assert editor.note.text() == ""
        assert underlined(editor) == []
        assert not editor.note.isVisible()
        assert "fuotje en nog een fuotje" in editor.text()
        assert qapp.focusWidget() is editor.area
