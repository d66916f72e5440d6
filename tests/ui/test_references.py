"""A coordinator lets a sentence point to another place of the chapter, with the mouse or the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog

from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import Activity, ReportYear
from riec_desktop.dossier.richtext import CrossReference, Part
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.references import NOTHING, PARTS, ReferenceDialog
from riec_desktop.ui.widgets.rich_editor import RichTextEditor
from tests.helpers.program import Program


def editor_of(program: Program) -> RichTextEditor:
    page = program.bench.page
    assert isinstance(page, PortfolioPage)
    return page.questions.parts()[0].editor


def items(box: QComboBox) -> list[str]:
    return [box.itemText(index) for index in range(box.count())]


def choose(part: Part, which: int = 0, *, page: bool = False) -> Callable[[QDialog], None]:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, ReferenceDialog)
        dialog.kind.setCurrentIndex(items(dialog.kind).index(PARTS[part]))
        dialog.which.setCurrentIndex(which)
        dialog.page.setChecked(page)
        dialog.accept_button.click()

    return answer


def test_a_reference_comes_into_the_text_at_the_cursor(fresh: Program) -> None:
    fresh.show_portfolio("mensenhandel")
    editor = editor_of(fresh)
    QTest.keyClicks(editor.area, "Zie ")
    fresh.person.will(choose(Part.GOAL, 1))
    QTest.keyClick(editor.area, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    linked = parse(editor.text())[0].runs[-1].linked
    assert isinstance(linked, CrossReference)
    assert (linked.part, linked.page) == (Part.GOAL, False)


def test_the_chip_says_in_words_what_it_points_to_also_to_a_screen_reader(fresh: Program) -> None:
    fresh.show_portfolio("mensenhandel")
    editor = editor_of(fresh)
    fresh.person.will(choose(Part.PORTFOLIO, page=True))
    editor.toolbar.buttons["reference"].click()
    said = editor.area.chip_at_cursor()
    assert said.startswith("bladzijde van paragraaf ")
    assert f"Bij de cursor staat: {said}." in editor.area.accessibleDescription()
    QTest.keyClicks(editor.area, " en verder")
    assert "Bij de cursor" not in editor.area.accessibleDescription()


def test_cancel_leaves_the_text_alone(fresh: Program) -> None:
    fresh.show_portfolio("mensenhandel")
    editor = editor_of(fresh)
    fresh.person.will(lambda dialog: dialog.reject())
    editor.press("reference")
    assert editor.text() == ""


def test_a_kind_is_offered_once_there_is_one(fresh: Program) -> None:
    fresh.show_portfolio("mensenhandel")
    editing = fresh.bench.editing
    before = ReferenceDialog(None, editing.dossier, editing.year)
    editing.add(Activity(id="a", report_id=fresh.report.id, title="Training"))
    after = ReferenceDialog(None, editing.dossier, editing.year)
    assert PARTS[Part.ACTIVITIES] not in items(before.kind)
    assert PARTS[Part.ACTIVITIES] in items(after.kind)


def test_the_dialog_shows_what_will_be_printed(example: Program) -> None:
    editing = example.bench.editing
    dialog = ReferenceDialog(None, editing.dossier, editing.year)
    dialog.kind.setCurrentIndex(items(dialog.kind).index(PARTS[Part.FIGURES]))
    assert dialog.printed.text().startswith("Tabel\u00a03.4-")
    dialog.page.setChecked(True)
    assert dialog.printed.text().startswith("bladzijde\u00a0")
    chosen = dialog.chosen()
    assert chosen is not None
    assert chosen.page


def test_a_chapter_without_anything_says_so(fresh: Program) -> None:
    dialog = ReferenceDialog(None, fresh.bench.session.dossier, ReportYear(id="leeg"))
    assert dialog.printed.text() == NOTHING
    assert not dialog.accept_button.isEnabled()
    assert dialog.chosen() is None
