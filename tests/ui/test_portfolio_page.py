"""A coordinator types a whole portfolio with the keyboard, and finds it in the dossier and in its file."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import PortfolioStatus
from riec_desktop.dossier.records import Activity, Answer, Callout, IndicatorValue
from riec_desktop.storage.dossier_file import open_dossier
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.pages.questions import QuestionPart
from riec_desktop.ui.typed import optional
from tests.helpers.program import Program


def page_of(program: Program) -> PortfolioPage:
    page = program.bench.page
    assert isinstance(page, PortfolioPage)
    return page


def type_into(field: QWidget | None, text: str) -> None:
    assert field is not None
    field.setFocus()
    QTest.keyClicks(writes_in(field), text)


def writes_in(field: QWidget) -> QWidget:
    """The widget that gets the keys when a field has the focus."""
    proxy = optional(field.focusProxy())
    return field if proxy is None else writes_in(proxy)


def answer_text(part: QuestionPart) -> str:
    answer = part.answer()
    return answer.text if answer else ""


def write_answers(page: PortfolioPage) -> list[str]:
    texts: list[str] = []
    for number, part in enumerate(page.questions.parts(), 1):
        texts.append(f"Antwoord {number} over dit jaar.")
        QTest.keyClicks(part.editor.area, texts[-1])
        part.flush()
    return texts


def test_the_answers_that_were_typed_are_in_the_dossier(fresh: Program) -> None:
    fresh.show_portfolio("mensenhandel")
    page = page_of(fresh)
    texts = write_answers(page)
    answers = {one.text for one in fresh.bench.session.dossier.where(Answer, "report_id", fresh.report.id)}
    assert answers == set(texts)


def test_typing_goes_to_the_dossier_by_itself_after_a_pause(fresh: Program, qtbot: QtBot) -> None:
    fresh.show_portfolio("mensenhandel")
    part = page_of(fresh).questions.parts()[0]
    QTest.keyClicks(part.editor.area, "Vanzelf bewaard")
    qtbot.waitUntil(lambda: answer_text(part) == "Vanzelf bewaard", timeout=5000)


def test_a_whole_portfolio_is_in_the_file_after_saving_and_opening_again(fresh: Program) -> None:
    fresh.show_portfolio("mensenhandel")
    page = page_of(fresh)
    report = fresh.report
    texts = write_answers(page)
    type_into(page.locate(Spot("PortfolioReport", report.id, "contractor")), "hoofd RIEC Limburg")
    page.activities.add_row()
    activity_id = page.activities.table.current_id()
    type_into(page.locate(Spot("Activity", activity_id, "title")), "Training voor baliemedewerkers")
    page.callouts.add_button.click()
    callout = fresh.bench.session.dossier.where(Callout, "report_id", report.id)[0]
    type_into(page.locate(Spot("Callout", callout.id, "title")), "Een voorbeeld uit Limburg")
    type_into(page.locate(Spot("Callout", callout.id, "text")), "Zo ging het.")
    fresh.window.save()

    path = fresh.bench.session.path
    assert path is not None
    kept = open_dossier(path).content.dossier
    assert {one.text for one in kept.where(Answer, "report_id", report.id)} == set(texts)
    found = next(one for one in views.reports(kept, fresh.bench.editing.year) if one.id == report.id)
    assert found.contractor == "hoofd RIEC Limburg"
    assert [one.title for one in kept.where(Activity, "report_id", report.id)] == ["Training voor baliemedewerkers"]
    assert [(one.title, one.text) for one in kept.where(Callout, "report_id", report.id)] == [
        ("Een voorbeeld uit Limburg", "Zo ging het.")
    ]


def test_a_figure_comes_into_being_when_it_is_typed(fresh: Program) -> None:
    fresh.show_portfolio("mensenhandel")
    page = page_of(fresh)
    table = page.figures.table
    row = table.model.records[0]
    page.figures.table.edit_requested.emit(row.id, "actual", Decimal(42))
    value = fresh.bench.session.dossier.get(IndicatorValue, row.id)
    assert value is not None
    assert value.actual == 42


def test_undo_takes_every_step_back_in_turn(fresh: Program) -> None:
    before = fresh.bench.session.dossier
    fresh.show_portfolio("mensenhandel")
    page = page_of(fresh)
    write_answers(page)
    page.activities.add_row()
    while fresh.window.can_undo():
        fresh.window.undo()
    assert fresh.bench.session.dossier == before
    assert page.questions.parts()[0].editor.text() == ""


def test_redo_brings_back_what_undo_took(fresh: Program) -> None:
    fresh.show_portfolio("mensenhandel")
    write_answers(page_of(fresh))
    after = fresh.bench.session.dossier
    while fresh.window.can_undo():
        fresh.window.undo()
    while fresh.window.can_redo():
        fresh.window.redo()
    assert fresh.bench.session.dossier == after


def test_ctrl_z_in_an_editor_is_the_undo_of_the_window(fresh: Program) -> None:
    fresh.show_portfolio("mensenhandel")
    part = page_of(fresh).questions.parts()[0]
    part.editor.area.setFocus()
    QTest.keyClicks(part.editor.area, "Dit gaat weer weg")
    QTest.keyClick(part.editor.area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert part.editor.text() == ""


def test_undo_shows_the_page_where_the_step_was(fresh: Program) -> None:
    fresh.show_portfolio("mensenhandel")
    write_answers(page_of(fresh))
    place = fresh.bench.place
    fresh.show_portfolio("sterk merk")
    fresh.window.undo()
    assert fresh.bench.place == place


def test_an_edit_elsewhere_leaves_cursor_and_typing_alone(fresh: Program) -> None:
    fresh.show_portfolio("mensenhandel")
    page = page_of(fresh)
    first, second = page.questions.parts()[:2]
    first.editor.area.setFocus()
    QTest.keyClicks(first.editor.area, "Eerste zin.")
    QTest.keyClick(first.editor.area, Qt.Key.Key_Home)
    first.flush()
    other = second.answer()
    assert other is not None
    fresh.bench.editing.set(other, "text", "Door een ander")
    assert first.editor.area.textCursor().position() == 0
    assert second.editor.text() == "Door een ander"


def test_a_question_that_may_stay_empty_says_so(fresh: Program) -> None:
    fresh.show_portfolio("mensenhandel")
    fresh.bench.editing.set(fresh.report, "status", PortfolioStatus.STOPPED)
    headings = [part.heading() for part in page_of(fresh).questions.parts()]
    assert headings[0] == "1. Context"
    assert "4. Waaraan is gewerkt (mag leeg blijven)" in headings


def test_last_year_stands_folded_above_the_editor(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    part: QuestionPart = page_of(example).questions.parts()[3]
    assert not part.last_year().button.isChecked()
    assert "Antwoord van 2022" in part.last_year_text()
    assert "Beloofd in 2022 voor 2023" in part.last_year_text()
