"""Choosing the figure that a sentence shows: by searching, with the keyboard alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog

from riec_desktop.dossier.linked import Counted, LinkedCount, LinkedNumber, Measure
from riec_desktop.dossier.records import Indicator
from riec_desktop.ui.numbers import NumberDialog
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.rich_chip_menu import CHANGE, SEEN, WATCH, WATCH_NO_MORE, chip_items
from riec_desktop.ui.widgets.rich_editor import RichTextEditor
from tests.helpers.program import Program

Key = Qt.Key


def shown(dialog: NumberDialog) -> list[str]:
    found = (dialog.indicator.list.item(row) for row in range(dialog.indicator.list.count()))
    return [one.text() for one in found if not one.isHidden()]


def indicator_name(app: Program, dialog: NumberDialog) -> str:
    chosen = dialog.chosen()
    known = app.bench.session.dossier
    found = known.get(Indicator, chosen.indicator_id) if isinstance(chosen, LinkedNumber) else None
    return found.name if found else ""


@pytest.fixture
def dialog(example: Program) -> NumberDialog:
    made = NumberDialog(example.window, example.bench.session.dossier, 2023)
    made.open()
    return made


def test_typing_finds_by_any_part_of_the_name_and_chooses_the_first(example: Program, dialog: NumberDialog) -> None:
    everything = shown(dialog)
    assert dialog.focusWidget() is dialog.indicator.search
    QTest.keyClicks(dialog.indicator.search, "traINING mensen")
    assert 0 < len(shown(dialog)) < len(everything)
    assert all("training" in one.lower() and "mensen" in one.lower() for one in shown(dialog))
    assert "training" in indicator_name(example, dialog).lower()
    dialog.close()


def test_arrow_keys_choose_while_a_person_types(example: Program, dialog: NumberDialog) -> None:
    first = indicator_name(example, dialog)
    QTest.keyClick(dialog.indicator.search, Key.Key_Down)
    assert indicator_name(example, dialog) != first
    QTest.keyClick(dialog.indicator.search, Key.Key_Up)
    assert indicator_name(example, dialog) == first
    dialog.close()


def test_nothing_is_inserted_when_nothing_is_found(example: Program, dialog: NumberDialog) -> None:
    QTest.keyClicks(dialog.indicator.search, "bestaat niet")
    assert dialog.chosen() is None
    assert not dialog.accept_button.isEnabled()
    QTest.keyClick(dialog.indicator.search, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.indicator.search, Key.Key_Delete)
    assert indicator_name(example, dialog)
    dialog.close()


def editor_of(app: Program) -> RichTextEditor:
    app.show_portfolio("mensenhandel")
    page = app.bench.page
    assert isinstance(page, PortfolioPage)
    editor = page.questions.parts()[0].editor
    editor.setFocus()
    editor.area.selectAll()
    QTest.keyClick(editor.area, Key.Key_Delete)
    return editor


def test_a_hash_asks_for_a_figure_and_enter_puts_it_there(example: Program) -> None:
    editor = editor_of(example)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, NumberDialog)
        QTest.keyClicks(dialog.indicator.search, "training")
        QTest.keyClick(dialog.indicator.search, Key.Key_Return)

    example.person.will(choose)
    QTest.keyClicks(editor.area, "Er waren #")
    assert editor.text().startswith("Er waren {cijfer:")
    assert editor.area.chip_at_cursor() != ""


def test_a_hash_stays_when_no_figure_is_chosen(example: Program) -> None:
    editor = editor_of(example)
    example.person.will(lambda dialog: QTest.keyClick(dialog, Key.Key_Escape))
    QTest.keyClicks(editor.area, "Nummer #1, C#")
    assert editor.text() == "Nummer #1, C#"


# --- Kinds, words and watching ---------------------------------------------------------------------------------------


def choose_text(box: QComboBox, text: str) -> None:
    box.setCurrentIndex(next(at for at in range(box.count()) if text in box.itemText(at)))


def test_a_count_is_found_by_its_name_and_can_be_of_one_portfolio(dialog: NumberDialog) -> None:
    QTest.keyClicks(dialog.indicator.search, "aantal activiteiten")
    assert dialog.chosen() == LinkedCount(Counted.ACTIVITIES)
    assert dialog.portfolio.isVisibleTo(dialog)
    assert not dialog.measure.isVisibleTo(dialog)
    everything = int(dialog.printed.text())
    choose_text(dialog.portfolio, "mensenhandel")
    assert 0 < int(dialog.printed.text()) < everything
    dialog.close()


def test_words_and_watching_are_part_of_what_is_chosen(dialog: NumberDialog) -> None:
    QTest.keyClicks(dialog.indicator.search, "mensenhandel signalen")
    dialog.words.setChecked(True)
    assert dialog.printed.text().endswith("\u00a0signalen")
    dialog.watch.setChecked(True)
    chosen = dialog.chosen()
    assert isinstance(chosen, LinkedNumber)
    assert chosen.in_words
    assert chosen.watched == dialog.printed.text().replace("\u00a0", " ")
    dialog.close()


def test_every_measure_shows_what_it_prints(dialog: NumberDialog) -> None:
    QTest.keyClicks(dialog.indicator.search, "mensenhandel signalen")
    shown_texts: list[str] = []
    for at in range(dialog.measure.count()):
        dialog.measure.setCurrentIndex(at)
        shown_texts.append(dialog.printed.text())
    assert len(shown_texts) == len(Measure)
    assert any("%" in one for one in shown_texts)
    dialog.close()


@pytest.mark.parametrize(
    "held",
    [
        LinkedCount(Counted.CALLOUTS, 2022, None, None, in_words=True),
        LinkedCount(Counted.PARTNERS, watched="3"),
    ],
)
def test_a_number_that_is_changed_begins_as_it_is(example: Program, held: LinkedCount) -> None:
    made = NumberDialog(example.window, example.bench.session.dossier, 2023, held)
    made.open()
    chosen = made.chosen()
    assert isinstance(chosen, LinkedCount)
    assert replace(chosen, watched=None) == replace(held, watched=None)
    assert (chosen.watched is None) == (held.watched is None)
    made.close()


def menu_titles(editor: RichTextEditor, context: FormContext) -> list[str]:
    return [one.title for one in chip_items(editor.area, context)]


def test_a_watched_number_that_changed_is_marked_and_can_be_called_seen() -> None:
    context = FormContext(
        show_number=lambda _: "15",
        has_changed=lambda one: isinstance(one, LinkedNumber) and one.watched not in (None, "15"),
        change_number=lambda one: replace(one, watched=None, in_words=True),
    )
    editor = RichTextEditor(context)
    editor.set_text("Er waren **{cijfer:a;let=12}** zaken.")
    cursor = editor.area.textCursor()
    cursor.setPosition(len("Er waren ") + 1)
    editor.area.setTextCursor(cursor)
    assert editor.area.chip_at_cursor() == "15, gewijzigd sinds de zin werd geschreven"
    assert menu_titles(editor, context) == [SEEN, CHANGE, WATCH_NO_MORE]
    chip_items(editor.area, context)[0].run()
    assert editor.text() == "Er waren **{cijfer:a;let=15}** zaken."
    assert menu_titles(editor, context) == [CHANGE, WATCH_NO_MORE]
    chip_items(editor.area, context)[0].run()
    assert editor.text() == "Er waren **{cijfer:a;vorm=woorden}** zaken."
    assert menu_titles(editor, context) == [CHANGE, WATCH]


def test_the_menu_of_a_text_has_no_numbers_where_there_are_none() -> None:
    editor = RichTextEditor(FormContext())
    editor.set_text("Gewone tekst met {zie:doel;a}.")
    assert chip_items(editor.area, FormContext()) == ()


def test_a_copied_sentence_keeps_its_links_in_another_text() -> None:
    source, target = RichTextEditor(FormContext(show_number=lambda _: "12")), RichTextEditor(FormContext())
    source.set_text("In {aantal:regios;vorm=woorden} waren {cijfer:a;jaar=2023;let=12} zaken.")
    source.area.selectAll()
    source.area.copy()
    target.area.paste()
    assert target.text() == source.text()
    assert QGuiApplication.clipboard().text() == "In 12 waren 12 zaken."
