"""Everything that was done can be looked at, gone back to, and taken back one by one; a field shows what it held."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from riec_desktop.dossier import edits, views
from riec_desktop.dossier.changes import AddRecord, RemoveRecord, SetField, set_field
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.records import Activity, Answer, Organisation, Picture, PortfolioReport
from riec_desktop.ui.history.desk import HistoryDesk
from riec_desktop.ui.history.dialog import EMPTY, HistoryDialog
from riec_desktop.ui.history.field_dialog import NO_PAST, FieldPastDialog
from riec_desktop.ui.history.wording import change_html, change_place, change_row, moment_text
from riec_desktop.ui.theme import colours
from riec_desktop.workspace.shown import value_text
from tests.helpers.program import Program, click

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
Look = Callable[[HistoryDialog], None]


def first_answer(program: Program) -> Answer:
    report, year = program.report, program.bench.editing.year_id
    question = views.questions(program.bench.session.dossier, year)[0]
    return views.answer(program.bench.session.dossier, report, question)


def write(program: Program, *texts: str) -> None:
    """A step for each text in the first answer of a portfolio."""
    program.show_portfolio("mensenhandel")
    for text in texts:
        changes = edits.set_value(program.bench.session.dossier, first_answer(program), "text", text)
        program.bench.editing.do(f"antwoord {text}", changes)


def look(program: Program, *looks: Look) -> None:
    """Open the history and do these one after another with the dialog."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, HistoryDialog)
        for one in looks:
            one(dialog)

    program.person.will(answer)
    program.window.actions_made.actions["history"].trigger()


def labels(dialog: HistoryDialog) -> list[str]:
    return [one.changeset.label for one in dialog.steps.rows.things]


def choose(label: str) -> Look:
    return lambda dialog: dialog.steps.choose_row(labels(dialog).index(label))


def press_back(dialog: HistoryDialog) -> None:
    dialog.back_button.click()


def press_restore(dialog: HistoryDialog) -> None:
    dialog.restore_button.click()


def test_a_dossier_without_steps_says_what_will_stand_here(example: Program) -> None:
    def empty(dialog: HistoryDialog) -> None:
        assert dialog.empty.text() == EMPTY
        assert dialog.empty.isVisible()
        assert not dialog.steps.isVisible()

    look(example, empty)


def test_each_step_says_what_who_when_and_where(example: Program) -> None:
    write(example, "een")

    def shown(dialog: HistoryDialog) -> None:
        row = dialog.steps.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert row == "Antwoord een, vandaag 09:00, nu · anja · Mensenhandel 2023 › Context"

    look(example, shown)


def test_a_step_shows_old_and_new_with_the_words_that_differ_marked(example: Program) -> None:
    write(example, "Wij leren.", "Wij delen.")

    def shown(dialog: HistoryDialog) -> None:
        assert "Wij leren." in dialog.text.toPlainText()
        assert "Wij delen." in dialog.text.toPlainText()
        change = dialog.changes.current()
        html = change_html(example.bench.session.dossier, change, colours(QPalette()))
        assert "<b><u" in html
        assert "<s" in html

    look(example, shown)


def test_back_to_a_step_and_the_list_follows(example: Program) -> None:
    write(example, "een", "twee", "drie")

    def after(dialog: HistoryDialog) -> None:
        assert labels(dialog)[0] == "Terug tot: antwoord een"
        assert [one.undone for one in dialog.steps.rows.things] == [False, True, True, False]

    look(example, choose("antwoord een"), press_back, after)
    assert first_answer(example).text == "een"
    example.window.redo()
    assert first_answer(example).text == "twee"


def test_a_hundred_steps_back_by_undo_and_forth_by_the_list(example: Program) -> None:
    write(example, *(f"tekst {number}" for number in range(100)))
    before = example.bench.session.dossier

    def undo_all(dialog: HistoryDialog) -> None:
        for _ in range(99):
            QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert first_answer(example).text == "tekst 0"
        assert sum(one.undone for one in dialog.steps.rows.things) == 99
        QTest.keyClick(dialog, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        assert first_answer(example).text == "tekst 1"

    look(example, undo_all, choose("antwoord tekst 99"), press_back)
    assert example.bench.session.dossier == before


def test_the_step_where_one_is_cannot_be_gone_back_to(example: Program) -> None:
    write(example, "een", "twee")

    def shown(dialog: HistoryDialog) -> None:
        assert not dialog.back_button.isEnabled()
        choose("antwoord een")(dialog)
        assert dialog.back_button.isEnabled()

    look(example, shown)


def test_one_field_comes_back_while_the_rest_stays(example: Program) -> None:
    write(example, "een", "twee", "drie")
    example.bench.editing.set(example.report, "client", "iemand anders")
    look(example, choose("antwoord twee"), press_restore)
    assert first_answer(example).text == "een"
    assert example.report.client == "iemand anders"
    assert example.bench.session.undo_label == "Teruggezet: Mensenhandel 2023 › Context"
    assert example.bench.session.history[-1].source.value == "restore"
    example.window.undo()
    assert first_answer(example).text == "drie"


def test_what_is_already_so_cannot_be_put_back(example: Program) -> None:
    write(example, "een", "twee")

    def shown(dialog: HistoryDialog) -> None:
        choose("antwoord twee")(dialog)
        press_restore(dialog)
        choose("antwoord twee")(dialog)
        assert not dialog.restore_button.isEnabled()

    look(example, shown)


def test_a_removed_activity_comes_back(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    activity = example.bench.session.dossier.where(Activity, "report_id", example.report.id)[0]
    example.bench.editing.remove(Activity, [activity.id])

    def shown(dialog: HistoryDialog) -> None:
        assert dialog.changes.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("verwijderd")
        assert activity.title in dialog.text.toPlainText()

    look(example, shown, press_restore)
    assert example.bench.session.dossier.get(Activity, activity.id) == activity


def test_a_closed_year_is_told_and_stays_as_it_is(example: Program) -> None:
    write(example, "een")
    example.bench.editing.set(example.bench.editing.year, "state", YearState.CLOSED)
    example.person.will(lambda dialog: choose("antwoord een")(as_history(dialog)) or press_restore(as_history(dialog)))
    example.person.will(click("Sluiten"))
    example.window.actions_made.actions["history"].trigger()
    assert "2023" in example.person.said[-1]
    assert first_answer(example).text == "een"


def as_history(dialog: QDialog) -> HistoryDialog:
    assert isinstance(dialog, HistoryDialog)
    return dialog


# --- One field -------------------------------------------------------------------------------------------------------


def look_at_field(program: Program, answer: Callable[[FieldPastDialog], None]) -> None:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, FieldPastDialog)
        answer(dialog)

    program.person.will(act)
    HistoryDesk(program.bench, program.around).show_field(first_answer(program), "text")


def test_a_field_shows_what_it_held_and_takes_one_back(example: Program) -> None:
    write(example, "een", "twee", "drie")

    def put_back(dialog: FieldPastDialog) -> None:
        rows = dialog.list.rows
        spoken = [rows.index(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(rows.rowCount())]
        assert spoken[0] == "vandaag 09:00, nu · anja: drie"
        assert spoken[2] == "vandaag 09:00, anja: een"
        assert spoken[3].startswith("daarvoor, van wie is niet bekend: Mensenhandel blijft")
        assert not dialog.accept_button.isEnabled()
        dialog.list.choose_row(2)
        dialog.accept_button.click()

    look_at_field(example, put_back)
    assert first_answer(example).text == "een"
    assert example.bench.session.undo_label == "Teruggezet: Mensenhandel 2023 › Context"


def test_a_field_that_was_never_changed_says_so(example: Program) -> None:
    example.show_portfolio("mensenhandel")

    def shown(dialog: FieldPastDialog) -> None:
        assert dialog.nothing.text() == NO_PAST
        assert dialog.nothing.isVisible()
        assert not dialog.accept_button.isVisible()
        dialog.cancel_button.click()

    look_at_field(example, shown)


# --- Words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(hours=1), "vandaag"),
        (timedelta(days=1), "gisteren"),
        (timedelta(days=21), "3-11-2026"),
    ],
)
def test_a_moment_is_told_as_people_do(ago: timedelta, said: str) -> None:
    assert moment_text(NOW - ago, NOW).startswith(said)


def test_values_of_every_kind_are_told_in_words(example: Program) -> None:
    dossier = example.bench.session.dossier
    names = [one.name for one in dossier.all(Organisation)[:2]]
    ids = tuple(one.id for one in dossier.all(Organisation)[:2])
    field = specs(Activity)
    assert value_text(dossier, None, field["organisation_ids"], ids) == "; ".join(names)
    assert value_text(dossier, None, field["joint"], True) == "ja"
    assert value_text(dossier, None, field["result"], "**vet** en\n\n- punt") == "vet en\npunt"
    assert value_text(dossier, None, specs(PortfolioReport)["goal_id"], "weg") == ""
    assert value_text(dossier, None, specs(Picture)["content"], b"x") == "(een bestand)"


def test_a_change_of_something_that_is_gone_still_has_a_place(example: Program) -> None:
    dossier = example.bench.session.dossier
    gone = Activity(id="weg", title="Training")
    change = set_field(gone, "title", "Cursus")[0]
    assert change_place(dossier, change) == "Activiteit › activiteit"
    assert change_place(dossier, RemoveRecord(gone)) == "Activiteit Training"
    assert change_row(dossier, AddRecord(gone)).below == "toegevoegd"
    emptied = SetField(kind=Activity, record_id="weg", field="title", old="Training", new="")
    assert change_row(dossier, emptied).below == "Training → (leeg)"
