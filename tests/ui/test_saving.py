"""Work is never lost: saving, saving by itself, closing, and what is said when it fails."""

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from riec_desktop.dossier import edits, views
from riec_desktop.dossier.choices import PortfolioStatus
from riec_desktop.storage.dossier_file import open_dossier
from riec_desktop.workspace.backups import FOLDER
from riec_desktop.workspace.recent import recent_files
from riec_desktop.workspace.session import new_session, open_session
from tests.helpers.program import Program, click
from tests.helpers.surroundings import environment


def rename(program: Program, name: str) -> None:
    editing = program.bench.editing
    editing.set(views.settings(editing.dossier), "name", name)


def name_in(path: Path) -> str:
    return views.settings(open_dossier(path).content.dossier).name


def file_of(program: Program) -> Path:
    path = program.bench.session.path
    assert path is not None
    return path


def test_saving_writes_the_file_and_the_status_bar_says_so(fresh: Program) -> None:
    rename(fresh, "Anders")
    assert fresh.window.isWindowModified()
    fresh.window.save()
    assert name_in(file_of(fresh)) == "Anders"
    assert not fresh.window.isWindowModified()
    assert "Alles bewaard" in fresh.window.status_text()


def test_a_dossier_without_a_file_asks_for_one(app: Program) -> None:
    app.window.desk.new("Nieuw", 2025)
    target = app.around.documents / "gekozen"
    app.person.will_pick(target)
    app.window.save()
    assert name_in(target.with_name("gekozen.riec")) == "Nieuw"


def test_a_quiet_moment_saves_by_itself(fresh: Program) -> None:
    rename(fresh, "In stilte")
    assert fresh.window.autosave.is_waiting()
    fresh.window.autosave.settle()
    assert name_in(file_of(fresh)) == "In stilte"


def test_closing_saves_without_a_question(fresh: Program) -> None:
    path = file_of(fresh)
    rename(fresh, "Bij sluiten")
    fresh.window.close_dossier()
    assert name_in(path) == "Bij sluiten"
    assert not fresh.window.has_dossier()


def test_closing_a_dossier_without_a_file_asks_and_cancel_stays(app: Program) -> None:
    app.window.desk.new("Nieuw", 2025)
    rename(app, "Nog nergens")
    app.person.will(click("Annuleren"))
    app.window.close_dossier()
    assert app.window.has_dossier()
    assert "nog geen bestand" in app.person.said[-1]


def test_work_that_is_kept_on_this_computer_waits_at_the_start_screen(app: Program) -> None:
    app.window.desk.new("Nieuw", 2025)
    rename(app, "Voor later")
    app.person.will(click("Bewaren op deze computer"))
    app.window.close_dossier()
    waiting = app.window.start.left_over()
    assert [one.name for one in waiting] == ["Voor later"]
    app.window.recover(waiting[0])
    assert views.settings(app.bench.session.dossier).name == "Voor later"


def test_work_that_was_left_over_can_be_thrown_away(app: Program) -> None:
    app.window.desk.new("Nieuw", 2025)
    rename(app, "Weg ermee")
    app.person.will(click("Bewaren op deze computer"), click("Weggooien"))
    app.window.close_dossier()
    app.window.start.discard_chosen.emit(app.window.start.left_over()[0])
    assert app.window.start.left_over() == ()


def test_a_file_that_cannot_be_replaced_is_told_with_choices(fresh: Program) -> None:
    path = file_of(fresh)
    shutil.rmtree(path.parent)
    rename(fresh, "Map is weg")
    fresh.person.will(click("Annuleren"))
    fresh.window.save()
    assert "De map" in fresh.person.said[-1]
    assert fresh.bench.session.dirty
    assert "nog niet in het bestand" in fresh.window.status_text()


def test_save_as_is_the_way_out_when_saving_fails(fresh: Program) -> None:
    path = file_of(fresh)
    shutil.rmtree(path.parent)
    rename(fresh, "Elders")
    other = path.parent.parent / "elders.riec"
    fresh.person.will(click("Opslaan als…"))
    fresh.person.will_pick(other)
    fresh.window.save()
    assert name_in(other) == "Elders"
    assert file_of(fresh) == other


def test_again_saves_when_the_cause_is_gone(fresh: Program) -> None:
    path = file_of(fresh)
    shutil.rmtree(path.parent)
    rename(fresh, "Weer terug")

    def repair(dialog: QDialog) -> None:
        path.parent.mkdir()
        click("Opnieuw")(dialog)

    fresh.person.will(repair)
    fresh.window.save()
    assert name_in(path) == "Weer terug"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told(fresh: Program) -> None:
    path = file_of(fresh)
    path.parent.chmod(0o500)
    rename(fresh, "Mag niet")
    fresh.person.will(click("Annuleren"))
    fresh.window.save()
    path.parent.chmod(0o700)
    assert "mag u geen bestanden opslaan" in fresh.person.said[-1]


def test_a_failed_quiet_save_is_told_above_the_page_and_stands_in_nobodys_way(fresh: Program) -> None:
    path = file_of(fresh)
    shutil.rmtree(path.parent)
    rename(fresh, "Stil")
    fresh.window.autosave.settle()
    assert "De map" in fresh.bench.banner.text()
    assert fresh.person.said == []


def saved_by_colleague(program: Program, tmp_path: Path) -> None:
    """A colleague opens the same file on another computer, changes a status and saves."""
    other = open_session(environment(tmp_path / "collega", author="bert"), file_of(program))
    report = views.reports(other.dossier, views.years(other.dossier)[0])[0]
    other.edit("status", edits.set_value(other.dossier, report, "status", PortfolioStatus.STOPPED))
    other.save()
    other.close()


def test_what_a_colleague_saved_meanwhile_is_merged_when_asked(fresh: Program, tmp_path: Path) -> None:
    saved_by_colleague(fresh, tmp_path)
    rename(fresh, "Mijn naam")
    fresh.person.will(click("Samenvoegen"), click("Sluiten"))
    fresh.window.save()
    kept = open_dossier(file_of(fresh)).content.dossier
    assert views.settings(kept).name == "Mijn naam"
    assert views.reports(kept, views.years(kept)[0])[0].status is PortfolioStatus.STOPPED
    assert "heeft intussen ook iemand anders opgeslagen" in fresh.person.said[-2]
    assert "opgenomen" in fresh.person.said[-1]


def test_cancel_leaves_both_versions_alone(fresh: Program, tmp_path: Path) -> None:
    saved_by_colleague(fresh, tmp_path)
    rename(fresh, "Mijn naam")
    fresh.person.will(click("Annuleren"))
    fresh.window.save()
    assert name_in(file_of(fresh)) == "Ons jaarverslag"
    assert fresh.bench.session.dirty


def test_a_saved_dossier_stands_among_the_recent_ones(fresh: Program) -> None:
    assert recent_files(fresh.around.env) == (file_of(fresh).absolute(),)
    path = file_of(fresh)
    fresh.window.close_dossier()
    assert fresh.window.start.recent() == (path,)


def test_a_damaged_file_is_told_and_nothing_is_opened(app: Program) -> None:
    damaged = app.around.documents / "kapot.riec"
    damaged.write_bytes(b"dit is geen dossier" * 100)
    app.person.will(click("Annuleren"))
    assert not app.window.open_path(damaged)
    assert "kapot.riec" in app.person.said[-1]
    assert not app.window.has_dossier()


def test_a_recent_file_that_is_gone_leaves_the_list(fresh: Program) -> None:
    path = file_of(fresh)
    fresh.window.close_dossier()
    path.unlink()
    fresh.person.will(click("Annuleren"))
    fresh.window.open_path(path)
    assert fresh.window.start.recent() == ()


def test_a_dossier_that_is_open_already_is_told(fresh: Program) -> None:
    env = fresh.around.env
    path = fresh.around.documents / "tweede.riec"
    other = new_session(env, fresh.bench.session.dossier, path)
    other.save()
    fresh.person.will(click("Annuleren"))
    assert not fresh.window.open_path(path)
    assert "tweede.riec" in fresh.person.said[-1]
    other.close()


def test_closing_offers_to_merge_what_a_colleague_saved(fresh: Program, tmp_path: Path) -> None:
    path = file_of(fresh)
    saved_by_colleague(fresh, tmp_path)
    rename(fresh, "Mijn naam")
    fresh.person.will(click("Samenvoegen"), click("Sluiten"))
    fresh.window.close_dossier()
    assert not fresh.window.has_dossier()
    kept = open_dossier(path).content.dossier
    assert views.settings(kept).name == "Mijn naam"
    assert views.reports(kept, views.years(kept)[0])[0].status is PortfolioStatus.STOPPED


def test_a_backup_that_fails_at_closing_is_told(fresh: Program) -> None:
    rename(fresh, "Anders")
    fresh.window.save()
    shutil.rmtree(fresh.around.env.data_folder / FOLDER)
    (fresh.around.env.data_folder / FOLDER).write_text("hier hoort een map", encoding="utf-8")
    fresh.person.will(click("Sluiten"))
    fresh.window.close_dossier()
    assert "geen reservekopie" in fresh.person.said[-1]
    assert not fresh.window.has_dossier()
