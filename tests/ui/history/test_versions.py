"""Versions with a name and comparing in the window: named, found again, laid beside now, and put back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from riec_desktop.dossier import edits, views
from riec_desktop.dossier.changes import AddRecord
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.records import Activity, NamedVersion
from riec_desktop.ui.history.compare_desk import YEARS
from riec_desktop.ui.history.compare_dialog import SAME, CompareDialog, Scope
from riec_desktop.ui.history.dialog import HistoryDialog
from riec_desktop.ui.history.versions_dialog import VersionsDialog
from riec_desktop.workspace.versions import named_versions
from tests.helpers.incoming import answers_of, report_of
from tests.helpers.program import Program, click


def text(program: Program) -> str:
    return answers_of(program.bench.session.dossier, "mensenhandel")[0].text


def write(program: Program, *texts: str) -> None:
    for one in texts:
        dossier = program.bench.session.dossier
        changes = edits.set_value(dossier, answers_of(dossier, "mensenhandel")[0], "text", one)
        program.bench.editing.do(f"antwoord {one}", changes)


def versions(*acts: Callable[[VersionsDialog], object]) -> Callable[[QDialog], None]:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, VersionsDialog)
        for act in acts:
            act(dialog)

    return answer


def comparing(*acts: Callable[[CompareDialog], object]) -> Callable[[QDialog], None]:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, CompareDialog)
        for act in acts:
            act(dialog)

    return answer


def run(program: Program, action: str) -> None:
    program.window.actions_made.actions[action].trigger()


def give(name: str) -> Callable[[VersionsDialog], None]:
    def act(dialog: VersionsDialog) -> None:
        QTest.keyClicks(dialog.name, name)
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)

    return act


def choose(title: str) -> Callable[[CompareDialog], None]:
    """The older side: the first moment with this in its title."""

    def act(dialog: CompareDialog) -> None:
        titles = [dialog.old.itemText(at) for at in range(dialog.old.count())]
        dialog.old.setCurrentIndex(next(at for at, one in enumerate(titles) if title in one))

    return act


# --- Versions --------------------------------------------------------------------------------------------------------


def test_a_name_given_with_enter_is_in_the_list_at_once(example: Program) -> None:
    def empty(dialog: VersionsDialog) -> None:
        assert dialog.empty.isVisible()
        assert not dialog.give.isEnabled()

    def listed(dialog: VersionsDialog) -> None:
        spoken = dialog.list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == "naar hoofdenoverleg 12 maart, vandaag 09:00, anja"
        assert dialog.name.text() == ""

    example.person.will(versions(empty, give("naar hoofdenoverleg 12 maart"), listed))
    run(example, "versions")
    assert [one.name for one in named_versions(example.bench.session.dossier)] == ["naar hoofdenoverleg 12 maart"]


def test_back_to_a_version_and_undo(example: Program) -> None:
    write(example, "Naar het overleg.")
    example.person.will(versions(give("overleg")))
    run(example, "versions")
    write(example, "Daarna.")
    example.person.will(versions(lambda dialog: dialog.back.click()))
    run(example, "versions")
    assert text(example) == "Naar het overleg."
    example.window.undo()
    assert text(example) == "Daarna."


def test_a_version_is_renamed_and_its_name_taken_away(example: Program) -> None:
    def rename(dialog: VersionsDialog) -> None:
        dialog.name.setText("tweede")
        dialog.rename.click()

    example.person.will(versions(give("eerste"), rename))
    run(example, "versions")
    assert [one.name for one in named_versions(example.bench.session.dossier)] == ["tweede"]
    example.person.will(versions(lambda dialog: dialog.forget.click()))
    run(example, "versions")
    assert named_versions(example.bench.session.dossier) == ()


def test_a_version_whose_steps_are_elsewhere_says_so(example: Program) -> None:
    stray = NamedVersion(id="v", name="elders", changeset_id="00000000-0000-4000-8000-000000000009")
    example.bench.session.edit("erbij", (AddRecord(stray),))

    def far(dialog: VersionsDialog) -> None:
        assert dialog.far.isVisible()
        assert not dialog.back.isEnabled()
        assert not dialog.compare.isEnabled()
        assert dialog.forget.isEnabled()

    example.person.will(versions(far))
    run(example, "versions")


def test_a_version_is_compared_with_now(example: Program) -> None:
    write(example, "Naar het overleg.")
    example.person.will(versions(give("overleg")))
    run(example, "versions")
    write(example, "Daarna.")

    def compared(dialog: CompareDialog) -> None:
        assert "overleg" in dialog.old.currentText()
        assert dialog.new.currentText() == "Nu"
        assert dialog.list.current().place == "Mensenhandel 2023 › Context"

    example.person.will(versions(lambda dialog: dialog.compare.click()), comparing(compared))
    run(example, "versions")


# --- Comparing -------------------------------------------------------------------------------------------------------


def test_without_steps_two_moments_are_the_same(example: Program) -> None:
    example.person.will(comparing(nothing_to_put_back))
    run(example, "compare")


def nothing_to_put_back(dialog: CompareDialog) -> None:
    assert dialog.count.text() == SAME
    assert not any(button.isEnabled() for button in dialog.buttons.values())


def test_one_field_one_record_or_all_comes_back_and_the_list_follows(example: Program) -> None:
    write(example, "een", "twee")
    example.show_portfolio("mensenhandel")
    example.bench.editing.set(example.report, "client", "iemand anders")
    example.bench.editing.set(example.report, "contractor", "iemand")
    before = report_of(example.bench.session.dossier, "mensenhandel")

    def at_field(dialog: CompareDialog) -> None:
        places = [one.place for one in dialog.list.rows.things]
        assert len(places) == 3
        dialog.list.choose_row(places.index("Mensenhandel 2023 › opdrachtgever"))
        assert "iemand anders" in dialog.text.toPlainText()
        dialog.buttons[Scope.FIELD].click()
        assert dialog.old.currentText() == "Het begin"
        assert len(dialog.list.rows.things) == 2

    def at_record(dialog: CompareDialog) -> None:
        dialog.list.choose_row(0)
        dialog.buttons[Scope.RECORD].click()

    def at_all(dialog: CompareDialog) -> None:
        dialog.buttons[Scope.ALL].click()
        assert dialog.count.text() == SAME

    example.person.will(comparing(choose("Het begin"), at_field, at_record, at_all))
    run(example, "compare")
    now = report_of(example.bench.session.dossier, "mensenhandel")
    assert now.client != before.client
    assert example.bench.session.history[-1].source.value == "restore"
    assert not example.bench.session.dossier.rows(NamedVersion)


def test_what_came_and_what_went_is_told_as_a_whole(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    activity = example.bench.session.dossier.where(Activity, "report_id", example.report.id)[0]
    example.bench.editing.remove(Activity, [activity.id])

    def gone(dialog: CompareDialog) -> None:
        spoken = dialog.list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert "verwijderd: " in spoken
        assert not dialog.buttons[Scope.FIELD].isEnabled()
        dialog.buttons[Scope.RECORD].click()

    example.person.will(comparing(choose("Het begin"), gone))
    run(example, "compare")
    assert example.bench.session.dossier.get(Activity, activity.id) == activity


def test_a_step_of_the_history_is_compared_with_now(example: Program) -> None:
    write(example, "een", "twee")

    def compare(dialog: QDialog) -> None:
        assert isinstance(dialog, HistoryDialog)
        dialog.steps.choose_row(1)
        dialog.compare_button.click()

    def compared(dialog: CompareDialog) -> None:
        assert dialog.old.currentText().startswith("antwoord een")
        assert (dialog.list.current().old, dialog.list.current().new) == ("een", "twee")

    example.person.will(compare, comparing(compared))
    run(example, "history")


def test_two_years_are_laid_side_by_side(example: Program) -> None:
    def years(dialog: CompareDialog) -> None:
        dialog.what.setCurrentText(YEARS)
        assert (dialog.old.currentText(), dialog.new.currentText()) == ("2022", "2023")
        assert "Mensenhandel › Context" in [one.place for one in dialog.list.rows.things]
        assert not dialog.buttons[Scope.ALL].isVisible()
        dialog.old.setCurrentText("2023")
        assert dialog.count.text() == SAME

    example.person.will(comparing(years))
    run(example, "compare")


def test_a_closed_year_is_told_and_stays(example: Program) -> None:
    write(example, "een", "twee")
    year = views.years(example.bench.session.dossier)[0]
    example.bench.editing.set(year, "state", YearState.CLOSED)

    def back(dialog: CompareDialog) -> None:
        places = [one.place for one in dialog.list.rows.things]
        dialog.list.choose_row(places.index("Mensenhandel 2023 › Context"))
        dialog.buttons[Scope.FIELD].click()

    example.person.will(comparing(choose("Het begin"), back), click("Sluiten"))
    run(example, "compare")
    assert "2023" in example.person.said[-1]
    assert text(example) == "twee"
