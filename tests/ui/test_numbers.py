"""Choosing the figure that a sentence shows: by searching, with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from riec_desktop.dossier.records import Indicator
from riec_desktop.ui.numbers import NumberDialog
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.widgets.rich_editor import RichTextEditor
from tests.helpers.program import Program

Key = Qt.Key


def shown(dialog: NumberDialog) -> list[str]:
    found = (dialog.indicator.list.item(row) for row in range(dialog.indicator.list.count()))
    return [one.text() for one in found if not one.isHidden()]


def indicator_name(app: Program, dialog: NumberDialog) -> str:
    chosen = dialog.chosen()
    found = app.bench.session.dossier.get(Indicator, chosen.indicator_id) if chosen else None
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
