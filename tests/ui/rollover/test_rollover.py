"""The wizard 'Nieuw verslagjaar': page by page by keyboard, one step of undo, and nothing before the last page."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import Source
from riec_desktop.dossier.choices import PortfolioStatus, YearState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Portfolio, PortfolioReport, Promise, ReportYear, StrategicAgenda
from riec_desktop.ui.dialogs import system_dialogs
from riec_desktop.ui.pages.years import NextYearPart, YearsPart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.rollover.agenda_step import NEW, AgendaStepPage
from riec_desktop.ui.rollover.dialog import LOST, RolloverDialog
from riec_desktop.ui.rollover.plan_table import PlanTable
from riec_desktop.ui.rollover.portfolios_step import KEPT, PortfoliosStep
from riec_desktop.ui.rollover.steps import FiguresStep, QuestionsStep, SummaryStep, YearStep
from riec_desktop.ui.typed import required
from riec_desktop.workspace.content import example_dossier
from tests.helpers.accessible import english, labels_without_buddy, nameless, twice
from tests.helpers.program import Answer, Program, click

YEAR, AGENDA, PORTFOLIOS, QUESTIONS, FIGURES, SUMMARY = range(6)


def wizard(app: Program, dossier: Dossier | None = None) -> RolloverDialog:
    numbers = count()
    found = dossier or app.bench.session.dossier
    dialog = RolloverDialog(app.window, found, app.around.dialogs, lambda: f"nieuw-{next(numbers)}")
    dialog.open()
    return dialog


def at(dialog: RolloverDialog, page: int) -> RolloverDialog:
    while dialog.at < page:
        dialog.next_button.click()
    return dialog


def step(dialog: RolloverDialog, kind: type[QWidget]) -> QWidget:
    return next(one for one in dialog.steps if isinstance(one, kind))


def portfolios(dialog: RolloverDialog) -> PlanTable:
    found = step(at(dialog, PORTFOLIOS), PortfoliosStep)
    assert isinstance(found, PortfoliosStep)
    return found.table


def fate(dialog: RolloverDialog, name: str) -> str:
    return next(one.id for one in dialog.plan.fates if one.name == name)


def agree(*changes: Callable[[RolloverDialog], None]) -> Answer:
    """Go through the wizard, do this, and agree."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, RolloverDialog)
        for change in changes:
            change(dialog)
        at(dialog, SUMMARY).next_button.click()

    return answer


def year(app: Program, number: int) -> ReportYear:
    found = views.year_of(app.bench.session.dossier, number)
    assert found is not None
    return found


# --- The whole way ---------------------------------------------------------------------------------------------------


def test_the_button_leads_through_the_wizard_to_the_new_year(example: Program) -> None:
    before = example.bench.session.dossier
    example.bench.show_place(Place(PageId.YEARS))
    example.person.will(agree())
    page = example.bench.page
    assert page is not None
    page.findChildren(NextYearPart)[0].button.click()
    assert (example.bench.editing.year.year, example.bench.place.page) == (2024, PageId.OVERVIEW)
    assert year(example, 2023).state is YearState.CLOSED
    assert example.bench.session.history[-1].source is Source.ROLLOVER
    example.window.undo()
    assert example.bench.session.dossier == before


def test_adding_a_row_to_the_table_of_years_and_the_menu_ask_too(example: Program) -> None:
    asked: list[str] = []

    def leave(dialog: QDialog) -> None:
        asked.append(dialog.windowTitle())
        dialog.reject()

    example.person.will(leave, leave)
    example.bench.show_place(Place(PageId.YEARS))
    page = example.bench.page
    assert page is not None
    page.findChildren(YearsPart)[0].add_row()
    example.window.actions_made.actions["rollover"].trigger()
    assert asked == ["Nieuw verslagjaar"] * 2
    assert views.year_of(example.bench.session.dossier, 2024) is None


def test_the_keyboard_alone_goes_all_the_way(example: Program) -> None:
    dialog = wizard(example)
    for _ in range(6):
        QTest.keyClick(dialog.next_button, Qt.Key.Key_Space)
    assert dialog.result() == int(QDialog.DialogCode.Accepted)


def test_enter_goes_on_and_opens_a_cell_where_the_cursor_is_in_a_table(example: Program) -> None:
    dialog = wizard(example)
    for page in (AGENDA, PORTFOLIOS):
        QTest.keyClick(required(dialog.focusWidget()), Qt.Key.Key_Return)
        assert dialog.at == page
    table = portfolios(dialog).table
    assert table.view.hasFocus() or dialog.focusWidget() is table.view
    table.choose(dialog.plan.fates[0].id)
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert dialog.at == PORTFOLIOS
    assert table.view.state() is QAbstractItemView.State.EditingState
    dialog.accept()


def test_it_fits_a_screen_of_1280_by_720_at_175_percent(example: Program) -> None:
    dialog = wizard(example)
    for page in range(6):
        at(dialog, page)
        smallest = dialog.minimumSizeHint()
        assert smallest.width() <= 1280 / 1.75
        assert smallest.height() <= 660 / 1.75
    dialog.close()


# --- The pages -------------------------------------------------------------------------------------------------------


def test_a_year_that_is_there_cannot_begin_again(example: Program) -> None:
    dialog = wizard(example)
    found = step(dialog, YearStep)
    assert isinstance(found, YearStep)
    found.year.setValue(2022)
    assert not dialog.next_button.isEnabled()
    assert "2022 staat al" in found.problem()
    found.year.setValue(2025)
    assert (dialog.plan.year, dialog.next_button.isEnabled()) == (2025, True)
    found.close_before.setChecked(False)
    assert not dialog.plan.close
    dialog.accept()


def test_the_agenda_is_chosen_or_renewed(example: Program) -> None:
    dialog = at(wizard(example), AGENDA)
    page = step(dialog, AgendaStepPage)
    assert isinstance(page, AgendaStepPage)
    assert page.agendas.currentData() == NEW
    page.form.edited.emit("last_year", 2023)
    assert not dialog.next_button.isEnabled()
    page.form.edited.emit("last_year", 2027)
    page.steps.table.add_requested.emit()
    assert len(dialog.plan.steps) == 4
    page.agendas.setCurrentIndex(0)
    page.agendas.activated.emit(0)
    assert not dialog.plan.new_agenda
    assert "loopt niet in 2024" in page.agendas.currentText()
    assert "1. Eenduidige informatiepositie" in page.kept_goals.text()
    page.agendas.setCurrentIndex(page.agendas.findData(NEW))
    page.agendas.activated.emit(1)
    assert dialog.plan.new_agenda
    dialog.accept()


def test_portfolios_merge_split_move_and_get_another_name(example: Program) -> None:
    dialog = wizard(example)
    table = portfolios(dialog)
    money, youth = fate(dialog, "criminele geldstromen"), fate(dialog, "jonge aanwas")
    table.table.edit_requested.emit(money, "merged_into_id", youth)
    table.table.edit_requested.emit(youth, "name", "weerbare jeugd")
    table.table.edit_requested.emit(youth, "goal_id", dialog.plan.goals[2].id)
    table.table.add_requested.emit()
    assert not dialog.next_button.isEnabled(), "the new portfolio has no name yet"
    table.table.edit_requested.emit("nieuw-0", "name", "havens")
    found = {one.name: one for one in dialog.plan.fates}
    assert found["criminele geldstromen"].status is PortfolioStatus.MERGED
    told = step(at(dialog, SUMMARY), SummaryStep)
    assert isinstance(told, SummaryStep)
    text = told.text.toPlainText()
    assert "Criminele geldstromen gaat op in weerbare jeugd." in text
    assert "Jonge aanwas heet vanaf 2024 weerbare jeugd." in text
    assert "Weerbare jeugd gaat naar het doel Eén sterke overheid." in text
    assert "Nieuw: havens." in text
    dialog.accept()


def test_only_a_new_portfolio_can_be_taken_away_again(example: Program) -> None:
    dialog = wizard(example)
    table = portfolios(dialog)
    table.table.add_requested.emit()
    table.table.delete_requested.emit(["nieuw-0", fate(dialog, "sterk merk")])
    assert len(dialog.plan.fates) == 8
    assert table.table.message.text().endswith(KEPT)
    dialog.accept()


def test_questions_are_changed_added_dropped_and_moved(example: Program) -> None:
    dialog = at(wizard(example), QUESTIONS)
    page = step(dialog, QuestionsStep)
    assert isinstance(page, QuestionsStep)
    first, second = (one.id for one in dialog.plan.questions[:2])
    page.table.table.cells_requested.emit([(first, "prompt", "Anders?"), (second, "topic", "Waarom")], "plakken")
    page.table.table.move_requested.emit(first, 1)
    page.table.table.add_requested.emit()
    page.table.table.delete_requested.emit([dialog.plan.questions[2].id])
    assert [one.topic for one in dialog.plan.questions[:2]] == ["Waarom", "Context"]
    assert dialog.plan.questions[1].prompt == "Anders?"
    assert len(dialog.plan.questions) == 7
    dialog.accept()


def test_an_indicator_can_stop(example: Program) -> None:
    dialog = at(wizard(example), FIGURES)
    page = step(dialog, FiguresStep)
    assert isinstance(page, FiguresStep)
    one = page.table.rows[0]
    page.table.table.edit_requested.emit(one.id, "goes_on", False)
    assert [each.id for each in dialog.plan.countings if not each.goes_on] == [one.id]
    dialog.accept()


def test_back_leads_to_the_page_before_with_what_was_chosen(example: Program) -> None:
    dialog = wizard(example)
    portfolios(dialog).table.edit_requested.emit(fate(dialog, "sterk merk"), "listed", False)
    at(dialog, QUESTIONS).back_button.click()
    assert dialog.at == PORTFOLIOS
    assert not next(one for one in dialog.plan.fates if one.name == "sterk merk").listed
    dialog.accept()


# --- Leaving ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("answer", "visible"), [("Doorgaan", True), ("Stoppen", False)])
def test_choices_are_not_thrown_away_without_a_question(example: Program, answer: str, *, visible: bool) -> None:
    dialog = wizard(example)
    portfolios(dialog).table.edit_requested.emit(fate(dialog, "sterk merk"), "listed", False)
    example.person.will(click(answer))
    dialog.reject()
    assert example.person.said == [LOST]
    assert dialog.isVisible() is visible
    dialog.accept()


# --- What comes of it ------------------------------------------------------------------------------------------------


def test_the_new_year_has_everything_that_was_chosen(example: Program) -> None:
    def merge(dialog: RolloverDialog) -> None:
        table = portfolios(dialog).table
        table.edit_requested.emit(fate(dialog, "criminele geldstromen"), "merged_into_id", fate(dialog, "jonge aanwas"))
        table.edit_requested.emit(fate(dialog, "criminele geldstromen"), "listed", False)

    example.person.will(agree(merge))
    example.window.actions_made.actions["rollover"].trigger()
    dossier = example.bench.session.dossier
    reports = {views.report_name(dossier, one): one for one in views.reports(dossier, year(example, 2024))}
    assert "criminele geldstromen" not in reports
    youth = reports["jonge aanwas"]
    sources = {one.from_report_id for one in dossier.where(Promise, "report_id", youth.id)}
    names = {views.report_name(dossier, one) for one in dossier.many(PortfolioReport, filter(None, sources))}
    assert names == {"jonge aanwas", "criminele geldstromen"}
    money = next(one for one in dossier.all(Portfolio) if one.name == "criminele geldstromen")
    assert money.merged_into_id == youth.portfolio_id
    assert [one.first_year for one in dossier.all(StrategicAgenda)].count(2024) == 1


def test_a_dossier_without_a_year_begins_with_its_first(example: Program) -> None:
    dialog = wizard(example, Dossier())
    assert dialog.plan.before is None
    at(dialog, SUMMARY)
    found = step(dialog, SummaryStep)
    assert isinstance(found, SummaryStep)
    assert "Het is het eerste jaar en begint leeg." in found.text.toPlainText()
    dialog.accept()


def test_the_example_can_be_rolled_over_without_a_window(tmp_path: Path) -> None:
    assert RolloverDialog(None, example_dossier(), system_dialogs(tmp_path), str).plan.year == 2024


def test_every_page_names_its_controls_in_dutch(example: Program) -> None:
    dialog = wizard(example)
    for page in range(6):
        at(dialog, page)
        assert [*nameless(dialog), *english(dialog), *twice(dialog), *labels_without_buddy(dialog)] == []
    dialog.accept()
