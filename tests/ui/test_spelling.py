"""Spelling in the real window, with the real dictionary in its child process."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from riec_desktop.checks.kinds import KINDS, with_kind
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.records import Activity, PortfolioReport
from riec_desktop.language.remote import ChildSpeller
from riec_desktop.language.speller import MOST
from riec_desktop.ui.landing import landing
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.search.selecting import selected_words
from riec_desktop.ui.spelling import Spelling
from riec_desktop.ui.spelling_walk import AT_THE_END, FROM_THE_TOP
from riec_desktop.ui.theme import Tone, colours
from riec_desktop.ui.typed import required
from riec_desktop.ui.widgets.field_menu import field_menu
from riec_desktop.ui.widgets.inputs import FieldInput
from riec_desktop.ui.widgets.rich_editor import RichTextEditor
from riec_desktop.ui.widgets.rich_menu import RichMenu
from riec_desktop.ui.widgets.rich_spelling import SpellingMarks
from riec_desktop.ui.widgets.text_inputs import LineInput, TextInput
from riec_desktop.ui.widgets.word_marks import WordMarks
from riec_desktop.workspace.preferences import preferences
from riec_desktop.workspace.spelled import spelled_texts
from riec_desktop.workspace.spelling import personal_words
from tests.helpers.accessible import english
from tests.helpers.looks import Look, wardrobe
from tests.helpers.program import Person, Program, program
from tests.helpers.program import click as choose_button

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


def is_marked(line: QLineEdit) -> bool:
    """Whether there are pixels in the red of the wavy line."""
    image = line.grab().toImage()
    places = ((column, row) for column in range(image.width()) for row in range(image.height()))
    return any(one.red() > max(one.green(), one.blue()) + 60 for one in (image.pixelColor(*at) for at in places))


def choose(menu: RichMenu, text: str) -> None:
    next(one for one in menu.actions() if one.text().replace("&", "") == text).trigger()
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


def test_the_line_has_the_colour_of_a_mistake_in_each_theme(qapp: QApplication, editor: RichTextEditor) -> None:
    write(editor, "Een intergraal beeld.")
    with wardrobe(qapp) as clothes:
        for look in (Look.DARK, Look.CONTRAST, Look.LIGHT):
            clothes.wear(look)
            (line,) = editor.area.extraSelections()
            assert line.format.underlineColor() == colours(editor.palette()).tones[Tone.ERROR].text


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


def next_mistake(example: Program) -> str:
    """Press Alt+F7 where the cursor is; the word that is selected then, once the dictionary knows."""
    focused = example.window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Key.Key_F7, Qt.KeyboardModifier.AltModifier)
    example.settle()
    QApplication.processEvents()
    return selected_words(example.window.focusWidget())


def test_alt_f7_goes_round_the_mistakes_and_asks_at_the_end_whether_to_begin_anew(
    example: Program, editor: RichTextEditor
) -> None:
    write(editor, "Een fuotje en een fuotjen. ")
    assert [next_mistake(example), next_mistake(example)] == ["fuotje", "fuotjen"]
    assert "Niet in het woordenboek: fuotjen." in editor.area.accessibleDescription()
    example.person.will(choose_button(FROM_THE_TOP))
    assert next_mistake(example) == "fuotje"
    assert example.person.said == [AT_THE_END]


def test_alt_f7_waits_for_the_dictionary_before_it_leaves_what_was_just_typed(
    example: Program, editor: RichTextEditor
) -> None:
    QTest.keyClicks(editor.area, "Een fuotje ")
    assert next_mistake(example) == "fuotje"


def test_alt_f7_says_that_there_are_none(example: Program, editor: RichTextEditor) -> None:
    write(editor, "Een goede zin.")
    example.person.will(choose_button("Sluiten"))
    next_mistake(example)
    assert example.person.said == ["In de teksten van verslagjaar 2023 zijn geen spelfouten gevonden."]


def test_alt_f7_goes_on_to_the_next_page_and_to_fields_of_one_line(example: Program, editor: RichTextEditor) -> None:
    """From the answer by way of the title of an activity to the introduction, which is in a closed card elsewhere."""
    dossier, editing = example.bench.session.dossier, example.bench.editing
    report = example.report
    later = views.reports(dossier, editing.year)[-1]
    activity = next(one for one in dossier.all(Activity) if one.report_id == report.id)
    editing.set(activity, "title", "Een traning voor gemeenten")
    editing.set(later, "execution", "Een werkgreop van het LIEC")
    editing.set(views.reports(dossier, editing.year)[0], "contractor", "hoofd RIEC Limburg en directuer")
    write(editor, "Een fuotje. ")
    page = example.bench.page
    assert isinstance(page, PortfolioPage)
    below = page.questions.parts()[1].editor
    below.area.selectAll()
    QTest.keyClicks(below.area, "Nog een fuotjen. ")
    editor.setFocus()
    assert [next_mistake(example) for _ in range(4)] == ["fuotje", "fuotjen", "traning", "werkgreop"]
    assert example.report == example.bench.session.dossier.get(PortfolioReport, later.id)
    example.person.will(choose_button(FROM_THE_TOP))
    assert next_mistake(example) == "directuer"


def test_every_text_that_is_checked_can_be_reached(example: Program) -> None:
    editing, bench = example.bench.editing, example.bench
    each = {(type(one.record), one.field): one for one in spelled_texts(editing.dossier, editing.year)}
    assert len(each) > 15
    for text in each.values():
        there = landing(editing.dossier, text.record, text.field, editing.year_id)
        field = bench.visit(there.spot, there.year_id, there.place)
        assert field is not None, text
        assert field.findChildren(WordMarks), text


def test_in_a_closed_year_alt_f7_says_why_it_finds_nothing(example: Program, editor: RichTextEditor) -> None:
    write(editor, "Een fuotje. ")
    example.bench.flush()
    example.bench.editing.set(example.bench.editing.year, "state", YearState.CLOSED)
    example.person.will(choose_button("Sluiten"))
    next_mistake(example)
    assert "alleen lezen" in example.person.said[0]


# --- Lines and texts without formatting ------------------------------------------------------------------------------


def role(example: Program, name: str) -> FieldInput:
    """The input of a role, with the cursor in it and nothing selected."""
    found = example.bench.visit(Spot("PortfolioReport", example.report.id, name))
    assert isinstance(found, FieldInput)
    found.main.setFocus()
    return found


def test_a_misspelt_word_in_a_line_gets_a_line_when_it_is_done_and_the_right_word_from_the_menu(
    example: Program,
) -> None:
    field = role(example, "contractor")
    assert isinstance(field, LineInput)
    assert field.marks is not None
    field.line.setText("🎉 ")
    QTest.keyClicks(field.line, "hoofd van een werkgreop")
    field.marks.settle()
    assert field.marks.wrong() == ("werkgreop",)
    assert not is_marked(field.line)
    QTest.keyClick(field.line, Key.Key_Space)
    field.marks.settle()
    assert is_marked(field.line)
    field.line.setCursorPosition(22)
    menu = field_menu(field.line)
    menu.popup(QPoint(0, 0))
    field.marks.settle()
    suggestion = menu.actions()[0]
    assert suggestion.text() == "werkgroep"
    suggestion.trigger()
    menu.close()
    field.flush()
    assert example.report.contractor == "🎉 hoofd van een werkgroep"


def test_a_text_without_formatting_is_marked_too_and_the_name_of_a_person_is_not(example: Program) -> None:
    field = role(example, "execution")
    assert isinstance(field, TextInput)
    assert field.marks is not None
    field.edit.clear()
    QTest.keyClicks(field.edit, "Een werkgreop van het LIEC ")
    field.marks.settle()
    assert [one.cursor.selectedText() for one in field.edit.extraSelections()] == ["werkgreop"]
    assert role(example, "contractor_person").findChildren(WordMarks) == []


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
        running.person.will(choose_button("Sluiten"))
        next_mistake(running)
        assert "u kunt gewoon verder werken" in running.person.said[0]


# --- Without a dictionary --------------------------------------------------------------------------------------------


def without_dictionary() -> ChildSpeller:
    """A child that finds none, as it says."""
    return ChildSpeller((sys.executable, "-c", "print('false')"))


def test_a_dictionary_that_is_missing_is_told_once_where_somebody_writes(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with program(tmp_path, Person(), without_dictionary) as running:
        assert running.window.desk.open_example()
        running.show_portfolio("mensenhandel")
        page = running.bench.page
        assert isinstance(page, PortfolioPage)
        running.window.activateWindow()
        assert QTest.qWaitForWindowActive(running.window)
        qtbot.waitUntil(lambda: bool(required(running.bench.writing.spelling).trouble()))
        first, second = (one.editor for one in page.questions.parts()[:2])
        said: list[str] = []
        for editor in (first, second, first):
            editor.area.setFocus()
            qapp.processEvents()
            said.append(editor.note.text())
        assert "het Nederlandse woordenboek ontbreekt" in said[0]
        assert "Uw tekst is veilig" in said[0]
        assert said[1] == ""
        QTest.keyClicks(first.area, "Verder.")
        assert first.note.text() == "", "who writes on has read it"
