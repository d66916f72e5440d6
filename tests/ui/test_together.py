"""Two people, one dossier: who has it open is asked, who looks can change nothing, and other versions are told."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from riec_desktop.dossier import edits, views
from riec_desktop.dossier.choices import PortfolioStatus
from riec_desktop.dossier.records import PortfolioReport
from riec_desktop.ui.desk import JOIN, LOOK
from riec_desktop.ui.review.dialog import ReviewDialog
from riec_desktop.workspace.backups import Reason, backups
from riec_desktop.workspace.session import Session, open_session
from tests.helpers.program import Program, click
from tests.helpers.surroundings import environment

FORMAT_1 = Path(__file__).parents[1] / "formats" / "1 voorbeeld.riec"


def file_of(program: Program) -> Path:
    path = program.bench.session.path
    assert path is not None
    return path


def rename(program: Program, name: str) -> None:
    editing = program.bench.editing
    editing.set(views.settings(editing.dossier), "name", name)


def press(program: Program, text: str) -> None:
    buttons = program.bench.banner.findChildren(QPushButton)
    next(one for one in buttons if one.text() == text).click()


def stop_a_portfolio(session: Session) -> None:
    report = views.reports(session.dossier, views.years(session.dossier)[0])[0]
    session.edit("status", edits.set_value(session.dossier, report, "status", PortfolioStatus.STOPPED))


def statuses(program: Program) -> list[PortfolioStatus]:
    return [one.status for one in program.bench.session.dossier.all(PortfolioReport)]


@pytest.fixture
def held(fresh: Program, tmp_path: Path) -> Iterator[Session]:
    """The dossier of the window is closed there, and open at a colleague's."""
    path = file_of(fresh)
    fresh.window.close_dossier()
    session = open_session(environment(tmp_path / "collega", author="bert"), path)
    yield session
    session.close()


def open_it(program: Program, session: Session, answer: str) -> bool:
    assert session.path is not None
    program.person.will(click(answer))
    return program.window.open_path(session.path)


def test_who_has_it_open_is_told(fresh: Program, held: Session) -> None:
    assert not open_it(fresh, held, "Annuleren")
    assert "bert heeft ons.riec open op de computer PC-BERT" in fresh.person.said[-1]
    assert "sinds vandaag" in fresh.person.said[-1]
    assert not fresh.window.has_dossier()


def test_who_looks_sees_it_and_changes_nothing(fresh: Program, held: Session) -> None:
    assert open_it(fresh, held, LOOK)
    assert "Alleen lezen" in fresh.window.status_text()
    assert "U kijkt in dit dossier" in fresh.bench.banner.text()
    fresh.show_portfolio("mensenhandel")
    assert fresh.bench.page is not None
    fresh.person.will(click("Sluiten"))
    rename(fresh, "Toch iets")
    assert "kunt er niets in veranderen" in fresh.person.said[-1]
    assert not fresh.window.isWindowModified()
    fresh.window.close_dossier()
    assert not fresh.window.has_dossier()


def test_a_copy_of_ones_own_can_be_changed(fresh: Program, held: Session, tmp_path: Path) -> None:
    open_it(fresh, held, LOOK)
    fresh.person.will_pick(tmp_path / "eigen.riec")
    fresh.window.save_as()
    rename(fresh, "Van mij")
    assert fresh.bench.banner.text() == ""
    assert fresh.window.isWindowModified()


def test_who_joins_works_on_and_the_file_is_left_alone_meanwhile(fresh: Program, held: Session) -> None:
    assert open_it(fresh, held, JOIN)
    before = file_of(fresh).read_bytes()
    rename(fresh, "Samen")
    fresh.window.autosave.settle()
    assert file_of(fresh).read_bytes() == before
    assert "bert heeft dit dossier ook open" in fresh.window.status_text()
    fresh.window.save()
    assert file_of(fresh).read_bytes() != before


def test_a_beat_tells_that_the_other_left(fresh: Program, held: Session) -> None:
    open_it(fresh, held, JOIN)
    rename(fresh, "Samen")
    held.close()
    fresh.window.autosave.stop()
    fresh.window.watch.beat()
    fresh.settle()
    assert "bert" not in fresh.window.status_text()
    assert fresh.window.autosave.is_waiting(), "the file is brought up to date now that nobody else has it open"


def test_a_second_window_may_look(fresh: Program) -> None:
    path = file_of(fresh).with_name("ander.riec")
    shutil.copy(file_of(fresh), path)
    elsewhere = open_session(fresh.around.env, path)
    fresh.person.will(click(LOOK))
    assert fresh.window.open_path(path)
    assert fresh.bench.session.read_only
    elsewhere.close()


# --- Other versions --------------------------------------------------------------------------------------------------


def test_a_copy_that_a_sync_program_kept_is_told_and_merged(fresh: Program, tmp_path: Path) -> None:
    path = file_of(fresh)
    copy = path.with_name("ons-PC-BERT.riec")
    shutil.copy(path, copy)
    theirs = open_session(environment(tmp_path / "collega", author="bert"), copy)
    stop_a_portfolio(theirs)
    theirs.save()
    theirs.close()
    fresh.window.watch.look()
    fresh.settle()
    assert "ons-PC-BERT.riec" in fresh.bench.banner.text()
    assert "1 wijziging van bert" in fresh.bench.banner.text()

    def take_all(dialog: QDialog) -> None:
        assert isinstance(dialog, ReviewDialog)
        dialog.take.click()

    fresh.person.will(take_all)
    press(fresh, "Samenvoegen…")
    fresh.settle()
    fresh.settle()
    assert PortfolioStatus.STOPPED in statuses(fresh)
    assert "ons-PC-BERT.riec" not in fresh.bench.banner.text()


def test_a_dossier_of_an_older_version_is_told_and_backed_up_when_it_is_saved(fresh: Program, tmp_path: Path) -> None:
    path = tmp_path / "oud.riec"
    shutil.copy(FORMAT_1, path)
    fresh.window.open_path(path)
    fresh.settle()
    assert "van een oudere versie van het programma" in fresh.bench.banner.text()
    assert path.read_bytes() == FORMAT_1.read_bytes(), "opening changes nothing"
    stop_a_portfolio(fresh.bench.session)
    fresh.window.save()
    fresh.settle()
    assert fresh.bench.banner.text() == ""
    kept = backups(fresh.around.env, fresh.bench.session.dossier_id)
    assert [(one.reason, one.path.read_bytes()) for one in kept] == [(Reason.FORMAT, FORMAT_1.read_bytes())]


def test_a_message_can_be_put_away_and_the_one_before_it_comes_back(fresh: Program) -> None:
    banner = fresh.bench.banner
    banner.tell("Eerst", "Doen", banner.hide, topic="een")
    banner.tell("Later", "Doen", banner.hide, topic="twee")
    assert banner.text() == "Later"
    press(fresh, "Verbergen")
    assert banner.text() == "Eerst"
    banner.drop("twee")
    banner.drop("een")
    assert banner.text() == ""
