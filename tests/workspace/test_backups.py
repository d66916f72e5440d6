"""Backups: made when they should be, checked, few, and got back without loss."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.dossier.changes import Source, set_field
from riec_desktop.dossier.dossier import dossier_of
from riec_desktop.dossier.records import Answer, Organisation, Settings
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.backups import (
    FOLDER,
    ROUTINE,
    Backup,
    BackupPlan,
    Reason,
    all_backups,
    backups,
    folder_name,
    kept,
    make_backup,
)
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.restoring import copy_out, differences, dossier_in, name_in, places, restore
from riec_desktop.workspace.session import Session
from tests.helpers.faults import failing
from tests.helpers.sessions import new_session, open_session
from tests.helpers.surroundings import Clock, environment

FORMAT_1 = Path(__file__).parents[1] / "formats" / "1 voorbeeld.riec"
DOSSIER = dossier_of([Settings(id="settings", name="Team"), Answer(id="antwoord"), Organisation(id="riec")])
DAY = 24 * 3600


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def env(tmp_path: Path, clock: Clock) -> Environment:
    return environment(tmp_path / "gegevens", clock)


@pytest.fixture
def session(env: Environment, tmp_path: Path) -> Session:
    made = new_session(env, DOSSIER, tmp_path / "dossier.riec")
    made.save()
    return made


def write(session: Session, text: str, source: Source = Source.INPUT) -> None:
    answer = session.dossier.get(Answer, "antwoord")
    assert answer is not None
    session.edit("antwoord", set_field(answer, "text", text), source=source)


def made(env: Environment, session: Session) -> list[Reason]:
    return [one.reason for one in backups(env, session.dossier_id)]


def make_all(env: Environment, session: Session) -> None:
    for plan in session.last_backups():
        make_backup(env, plan)


# --- When ------------------------------------------------------------------------------------------------------------


def test_the_first_save_of_a_day_backs_up_what_it_replaces(env: Environment, clock: Clock, session: Session) -> None:
    for day in range(2):
        for text in ("eerst", "later"):
            write(session, f"{text} {day}")
            session.save()
        clock.forward(DAY)
    found = backups(env, session.dossier_id)
    assert [one.reason for one in found] == [Reason.DAY] * 2
    assert dossier_in(found[1]) == DOSSIER
    assert dossier_in(found[0]).all(Answer)[0].text == "later 0"


def test_what_was_saved_is_backed_up_at_closing(env: Environment, session: Session) -> None:
    write(session, "Veel.")
    session.save()
    make_all(env, session)
    assert Reason.CLOSED in made(env, session)
    assert dossier_in(backups(env, session.dossier_id)[0]) == session.dossier


def test_without_a_save_closing_makes_no_backup(env: Environment, tmp_path: Path, session: Session) -> None:
    session.close()
    again = open_session(env, tmp_path / "dossier.riec")
    assert again.last_backups() == ()


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (Source.FORM, Reason.IMPORT),
        (Source.WORD, Reason.IMPORT),
        (Source.MERGE, Reason.MERGE),
        (Source.ROLLOVER, Reason.ROLLOVER),
    ],
)
def test_what_comes_in_is_preceded_by_a_backup(
    env: Environment, session: Session, source: Source, reason: Reason
) -> None:
    write(session, "Van mij.")
    before = session.dossier
    write(session, "Van een ander.", source)
    session.close()
    (found,) = backups(env, session.dossier_id)
    assert (found.reason, dossier_in(found)) == (reason, before)


def test_typing_makes_no_backups(env: Environment, session: Session) -> None:
    write(session, "Van mij.")
    session.close()
    assert backups(env, session.dossier_id) == ()


def test_an_older_format_is_backed_up_before_it_is_saved_in_the_new_one(env: Environment, tmp_path: Path) -> None:
    file = tmp_path / "oud.riec"
    shutil.copy(FORMAT_1, file)
    session = open_session(env, file)
    settings = session.dossier.all(Settings)[0]
    session.edit("naam", set_field(settings, "name", "Nieuw"))
    session.save()
    (found,) = backups(env, session.dossier_id)
    assert found.reason is Reason.FORMAT
    assert found.path.read_bytes() == FORMAT_1.read_bytes()
    session.edit("naam", set_field(session.dossier.all(Settings)[0], "name", "Nieuwer"))
    session.save()
    assert [one.reason for one in backups(env, session.dossier_id)].count(Reason.FORMAT) == 1


def test_the_same_is_not_backed_up_twice(env: Environment, session: Session) -> None:
    write(session, "Veel.")
    session.save()
    make_all(env, session)
    count = len(made(env, session))
    make_all(env, session)
    assert len(made(env, session)) == count


# --- Failing ---------------------------------------------------------------------------------------------------------


def test_a_backup_that_fails_is_told_and_the_save_is_not_stopped(env: Environment, session: Session) -> None:
    write(session, "Veel.")
    (env.data_folder / FOLDER).write_text("hier hoort een map", encoding="utf-8")
    session.save()
    assert not session.dirty
    plan = BackupPlan(dossier_id="x", reason=Reason.DAY, image=lambda: b"")
    with pytest.raises(RiecError) as caught:
        make_backup(env, plan)
    assert "reservekopie" in sentence(caught.value)


def test_a_full_disk_is_said_in_words(env: Environment) -> None:
    full = replace(env, files=failing("write", OSError(28, "No space left on device")))
    with pytest.raises(RiecError) as caught:
        make_backup(full, BackupPlan(dossier_id="x", reason=Reason.DAY, image=lambda: b"x"))
    assert "de schijf is vol" in sentence(caught.value)


def test_what_does_not_read_back_is_no_backup(env: Environment) -> None:
    with pytest.raises(RiecError):
        make_backup(env, BackupPlan(dossier_id="x", reason=Reason.DAY, image=lambda: b"geen dossier"))
    assert backups(env, "x") == ()


def test_a_session_that_closes_by_itself_gives_what_failed(env: Environment, session: Session) -> None:
    write(session, "Van een ander.", Source.FORM)
    (env.data_folder / FOLDER).write_text("hier hoort een map", encoding="utf-8")
    assert [one.code for one in session.close()] == ["backup.failed"]


# --- Thinning --------------------------------------------------------------------------------------------------------


def backup_at(moment: datetime, reason: Reason = Reason.DAY) -> Backup:
    return Backup(path=Path(f"{moment:%Y%m%dT%H%M%S}-{reason}"), time=moment, reason=reason, size=1)


def test_seven_days_five_weeks_and_twelve_months_stay() -> None:
    newest = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)
    found = [backup_at(newest - timedelta(days=day)) for day in range(800)]
    stay = sorted((newest - one.time).days for one in kept(found))
    assert stay[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert len(stay) <= 7 + 5 + 12
    assert 300 < stay[-1] < 366


def test_of_the_newest_day_every_backup_before_something_stays() -> None:
    morning = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    day = [backup_at(morning + timedelta(hours=hour), Reason.IMPORT) for hour in range(4)]
    routine = [backup_at(morning + timedelta(minutes=minute), Reason.CLOSED) for minute in (1, 2, 3)]
    assert kept([*day, *routine]) == frozenset([*day, routine[-1]])


MOMENTS = st.integers(0, 20 * 365 * DAY).map(lambda one: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=one))


@given(st.lists(st.builds(backup_at, MOMENTS, st.sampled_from(Reason)), max_size=60))
def test_thinning_keeps_the_newest_keeps_few_and_does_nothing_twice(found: list[Backup]) -> None:
    stay = kept(found)
    assert stay <= frozenset(found)
    assert not found or max(found, key=lambda one: (one.time, one.path.name)) in stay
    assert kept(stay) == stay
    days = {one.time.astimezone().date() for one in stay}
    assert len(days) <= 7 + 5 + 12


def test_a_clock_that_jumps_throws_no_backup_away_that_was_just_made(env: Environment, clock: Clock) -> None:
    session = new_session(env, DOSSIER)
    for number, jump in enumerate((0, 400 * DAY, -900 * DAY, 0)):
        clock.forward(jump)
        write(session, f"Stap {number}", Source.FORM)
        session.back_up(Reason.IMPORT)
        for plan in session.take_backups():
            make_backup(env, plan)
        assert any(dossier_in(one) == session.dossier for one in backups(env, session.dossier_id))
    session.close()


# --- Finding and getting back ----------------------------------------------------------------------------------------


def test_other_files_in_the_folder_are_passed_over(env: Environment, session: Session) -> None:
    write(session, "Van een ander.", Source.FORM)
    session.close()
    folder = env.data_folder / FOLDER / folder_name(session.dossier_id)
    for name in ("iets.riec", "20261399T000000Z-dag.riec", "20261124T090000Z-anders.riec", "~$riec-1.tmp"):
        (folder / name).write_bytes(b"")
    assert len(backups(env, session.dossier_id)) == 1
    assert [len(found) for found in all_backups(env)] == [1]


def test_without_backups_there_are_none(env: Environment) -> None:
    assert (backups(env, "x"), all_backups(env)) == ((), ())


def test_the_dossier_becomes_as_in_the_backup_and_can_be_undone(env: Environment, session: Session) -> None:
    write(session, "Van een ander.", Source.FORM)
    changed = session.dossier
    for plan in session.take_backups():
        make_backup(env, plan)
    (found,) = backups(env, session.dossier_id)
    restore(session, found)
    assert session.dossier == DOSSIER
    assert "Reservekopie van 24 november 2026" in session.undo_label
    session.undo()
    assert session.dossier == changed
    session.close()
    assert backups(env, session.dossier_id)[0].reason is Reason.RESTORE


def test_a_backup_that_is_the_same_is_no_step(env: Environment, session: Session) -> None:
    session.back_up(Reason.IMPORT)
    for plan in session.take_backups():
        make_backup(env, plan)
    restore(session, backups(env, session.dossier_id)[0])
    assert session.undo_label == ""


def test_a_backup_becomes_a_file_of_its_own(env: Environment, session: Session, tmp_path: Path) -> None:
    write(session, "Van een ander.", Source.FORM)
    session.close()
    (found,) = backups(env, session.dossier_id)
    copy_out(env, found, tmp_path / "terug.riec")
    assert read_dossier(tmp_path / "terug.riec").dossier == DOSSIER
    assert name_in(found) == "Team"
    found.path.write_bytes(b"kapot")
    assert name_in(found) == ""


def test_what_differs_is_told_per_kind() -> None:
    then = dossier_of([Settings(id="settings", name="Ander"), Answer(id="antwoord"), Answer(id="meer")])
    assert differences(DOSSIER, then) == (
        "Instellingen: 1 anders",
        "Organisatie: 1 alleen in uw dossier",
        "Antwoord: 1 alleen in de kopie",
    )
    assert differences(DOSSIER, DOSSIER) == ()


def test_the_first_places_that_differ_are_named() -> None:
    then = dossier_of([Settings(id="settings", name="Ander"), Answer(id="antwoord", text="Iets"), Answer(id="meer")])
    found = places(DOSSIER, then)
    assert found[0].startswith("Instellingen")
    assert 3 <= len(found) <= 4
    assert places(DOSSIER, then, most=1) == found[:1]


def test_routine_is_what_comes_by_itself() -> None:
    assert {Reason.DAY, Reason.CLOSED} == ROUTINE
