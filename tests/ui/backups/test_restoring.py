"""The backups in the window: what is shown, what differs, restored and undone, opened as a copy."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from riec_desktop.dossier import views
from riec_desktop.ui.backups.desk import SAME
from riec_desktop.ui.backups.dialog import BackupDialog
from riec_desktop.workspace.backups import FOLDER
from riec_desktop.workspace.restoring import size_text
from tests.helpers.accessible import english, labels_without_buddy, nameless, twice
from tests.helpers.program import Program, click


def rename(program: Program, name: str) -> None:
    editing = program.bench.editing
    editing.set(views.settings(editing.dossier), "name", name)


def name_of(program: Program) -> str:
    return views.settings(program.bench.session.dossier).name


def worked_a_day(program: Program) -> None:
    """A dossier that was changed, saved, closed and opened again: it has a backup of each end of the day."""
    path = program.bench.session.path
    assert path is not None
    rename(program, "Aan het eind van de dag")
    program.window.save()
    program.window.close_dossier()
    program.window.open_path(path)


def show(program: Program) -> None:
    program.window.actions_made.actions["backups"].trigger()


def as_backups(dialog: QDialog) -> BackupDialog:
    assert isinstance(dialog, BackupDialog)
    return dialog


def test_the_backups_of_the_open_dossier_are_shown_with_what_differs(fresh: Program) -> None:
    worked_a_day(fresh)
    rename(fresh, "Nu")
    told: list[str] = []

    def look(dialog: QDialog) -> None:
        shown = as_backups(dialog)
        assert shown.list.model().rowCount() == 2
        told.append(shown.text.text())
        QTest.keyClick(shown.list, Qt.Key.Key_Down)
        told.append(shown.text.text())

    fresh.person.will(look)
    show(fresh)
    assert told[0] == told[1]
    assert told[0].startswith("In deze kopie:\nInstellingen: 1 anders\nOnder meer bij: Instellingen")


def test_a_backup_is_restored_as_one_step_that_can_be_undone(fresh: Program) -> None:
    worked_a_day(fresh)
    rename(fresh, "Nu")
    fresh.person.will(lambda dialog: as_backups(dialog).restore_button.click(), click("Terugzetten"))
    show(fresh)
    assert name_of(fresh) == "Aan het eind van de dag"
    fresh.window.undo()
    assert name_of(fresh) == "Nu"


def test_nothing_happens_when_a_person_thinks_again(fresh: Program) -> None:
    worked_a_day(fresh)
    rename(fresh, "Nu")
    fresh.person.will(lambda dialog: as_backups(dialog).restore_button.click(), click("Annuleren"))
    show(fresh)
    assert name_of(fresh) == "Nu"


def test_a_backup_opens_as_a_copy_and_the_dossier_stays(fresh: Program, tmp_path: Path) -> None:
    worked_a_day(fresh)
    path = fresh.bench.session.path
    fresh.person.will(lambda dialog: as_backups(dialog).copy_button.click())
    fresh.person.will_pick(tmp_path / "kopie.riec")
    show(fresh)
    assert fresh.bench.session.path == tmp_path / "kopie.riec"
    assert path is not None
    assert path.exists()


def test_without_a_dossier_all_backups_are_there_to_open(fresh: Program, tmp_path: Path) -> None:
    worked_a_day(fresh)
    path = fresh.bench.session.path
    fresh.window.close_dossier()
    assert path is not None
    path.unlink()

    def open_newest(dialog: QDialog) -> None:
        shown = as_backups(dialog)
        assert shown.restore_button.isHidden()
        shown.copy_button.click()

    fresh.person.will(open_newest)
    fresh.person.will_pick(tmp_path / "terug.riec")
    show(fresh)
    assert name_of(fresh) == "Aan het eind van de dag"


def test_a_dossier_without_backups_says_so(fresh: Program) -> None:
    def look(dialog: QDialog) -> None:
        shown = as_backups(dialog)
        assert not shown.empty.isHidden()
        assert shown.copy_button.isHidden()

    fresh.person.will(look)
    show(fresh)


def test_a_damaged_backup_is_told_and_changes_nothing(fresh: Program) -> None:
    worked_a_day(fresh)
    for path in (fresh.around.env.data_folder / FOLDER).rglob("*.riec"):
        path.write_bytes(b"kapot" * 100)
    before = fresh.bench.session.dossier

    def restore_it(dialog: QDialog) -> None:
        shown = as_backups(dialog)
        assert "geen dossier" in shown.text.text()
        shown.restore_button.click()

    fresh.person.will(restore_it, click("Terugzetten"), click("Sluiten"))
    show(fresh)
    assert fresh.bench.session.dossier == before


def test_the_same_is_said_to_be_the_same(fresh: Program) -> None:
    worked_a_day(fresh)
    told: list[str] = []
    fresh.person.will(lambda dialog: told.append(as_backups(dialog).text.text()))
    show(fresh)
    assert told == [SAME]


def test_a_backup_that_fails_is_told_above_the_page(fresh: Program) -> None:
    (fresh.around.env.data_folder / FOLDER).write_text("hier hoort een map", encoding="utf-8")
    rename(fresh, "Anders")
    fresh.window.save()
    assert "geen reservekopie" in fresh.bench.banner.text()
    assert not fresh.bench.session.dirty


def test_sizes_read_as_people_say_them() -> None:
    assert [size_text(one) for one in (1, 340_400, 1_240_000)] == ["1 kB", "340 kB", "1,2 MB"]


def test_everything_in_the_dialog_has_a_name_and_its_own_key(fresh: Program) -> None:
    worked_a_day(fresh)
    found: list[str] = []
    for check in (nameless, english, labels_without_buddy, twice):
        fresh.person.will(lambda dialog, check=check: found.extend(check(dialog)))
        show(fresh)
    assert found == []
