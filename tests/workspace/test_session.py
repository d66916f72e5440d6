"""One open dossier, on real files: edit, undo, redo, save, save elsewhere, and what stops them."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riec_desktop.dossier.changes import Applied, Change, Source, set_field
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.compare import diff
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import Answer, PortfolioReport, ReportYear
from riec_desktop.errors import RiecError
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.opened import QUIET
from riec_desktop.workspace.session import Session, recoverable
from tests.helpers.sessions import merge_from_file, new_session, open_session, recover
from tests.helpers.strategies import dossiers
from tests.helpers.surroundings import START, Clock, environment

YEAR = ReportYear(id="jaar", year=2022)
REPORT = PortfolioReport(id="verslag", year_id="jaar")
ANSWER = Answer(id="antwoord", report_id="verslag")
DOSSIER = dossier_of([YEAR, REPORT, ANSWER])


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def env(tmp_path: Path, clock: Clock) -> Environment:
    return environment(tmp_path / "gegevens", clock)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "dossier.riec"


@pytest.fixture
def session(env: Environment, file: Path) -> Session:
    started = new_session(env, DOSSIER, file)
    started.save()
    return started


def text_of(dossier: Dossier) -> str:
    found = dossier.get(Answer, "antwoord")
    assert found is not None
    return found.text


def write(session: Session, text: str, *, join: bool = True) -> None:
    answer = session.dossier.get(Answer, "antwoord")
    assert answer is not None
    session.edit("antwoord", set_field(answer, "text", text), join=join)


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(RiecError) as caught:
        action()
    return caught.value.code


# --- Editing ---------------------------------------------------------------------------------------------------------


def test_an_edit_changes_the_dossier_and_waits_for_a_save(session: Session) -> None:
    write(session, "Veel.")
    assert text_of(session.dossier) == "Veel."
    assert session.dirty


def test_an_edit_is_kept_before_anybody_hears_of_it(session: Session, env: Environment) -> None:
    (store,) = (env.data_folder / "werk").glob("*.werk")
    kept: list[str] = []
    with closing(sqlite3.connect(store)) as reader:
        session.subscribe(lambda _: kept.extend(reader.execute('SELECT "text" FROM "Answer"').fetchone()))
        write(session, "Veel.")
    assert kept == ["Veel."]


def test_listeners_hear_of_every_edit_undo_and_redo_until_they_leave(session: Session) -> None:
    heard: list[Applied] = []
    leave = session.subscribe(heard.append)
    write(session, "Veel.")
    session.undo()
    session.redo()
    leave()
    write(session, "Weinig.")
    assert [text_of(one.dossier) for one in heard] == ["Veel.", "", "Veel."]


def test_without_changes_nothing_happens(session: Session) -> None:
    heard: list[Applied] = []
    session.subscribe(heard.append)
    session.edit("niets", ())
    assert (heard, session.undo_label, session.history) == ([], "", ())


def test_a_change_that_no_longer_fits_does_nothing(session: Session) -> None:
    stale = set_field(Answer(id="antwoord", text="ouder"), "text", "nieuw")
    session.edit("te laat", stale)
    assert (text_of(session.dossier), session.undo_label) == ("", "")


def test_typing_on_is_undone_at_once_and_a_pause_makes_a_new_step(session: Session, clock: Clock) -> None:
    write(session, "Ve")
    write(session, "Veel.")
    clock.forward(60)
    write(session, "Veel. Meer.")
    session.undo()
    assert text_of(session.dossier) == "Veel."
    session.undo()
    assert text_of(session.dossier) == ""


def test_typing_after_a_save_is_a_new_step(session: Session) -> None:
    write(session, "Ve")
    session.save()
    write(session, "Veel.")
    session.undo()
    assert text_of(session.dossier) == "Ve"


def test_typing_in_another_way_than_by_key_is_a_step_each(session: Session) -> None:
    write(session, "Ve", join=False)
    write(session, "Veel.", join=False)
    session.undo()
    assert text_of(session.dossier) == "Ve"


def test_undo_and_redo_without_steps_do_nothing(session: Session) -> None:
    session.undo()
    session.redo()
    assert session.dossier == DOSSIER


def test_undo_back_to_what_is_saved_leaves_nothing_to_save(session: Session) -> None:
    write(session, "Veel.")
    session.undo()
    assert not session.dirty


def test_history_tells_who_did_what_and_when_also_what_was_undone(session: Session) -> None:
    write(session, "Veel.")
    session.undo()
    assert [(one.label, one.source, one.author, one.time) for one in session.history] == [
        ("antwoord", Source.INPUT, "anja", START),
        ("Ongedaan maken: antwoord", Source.RESTORE, "anja", START),
    ]


def test_typing_is_one_row_of_history(session: Session) -> None:
    write(session, "Ve")
    write(session, "Veel.")
    (row,) = session.history
    assert row.changes == set_field(ANSWER, "text", "Veel.")


def test_a_closed_year_refuses_edits_until_it_is_open_again(session: Session) -> None:
    session.edit("afsluiten", set_field(YEAR, "state", YearState.CLOSED))
    assert code_of(lambda: write(session, "Veel.")) == "year.closed"
    assert text_of(session.dossier) == ""
    closed = session.dossier.all(ReportYear)[0]
    session.edit("openen", set_field(closed, "state", YearState.OPEN))
    write(session, "Veel.")
    assert text_of(session.dossier) == "Veel."


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(versions=st.lists(dossiers(), min_size=1, max_size=5), joins=st.lists(st.booleans(), min_size=5, max_size=5))
def test_undoing_all_gives_the_start_and_redoing_all_the_end(
    env: Environment, versions: list[Dossier], joins: list[bool]
) -> None:
    session = new_session(env, Dossier())
    for version, join in zip(versions, joins, strict=False):
        session.edit("stap", open_years_first(session.dossier, version), join=join)
    end = session.dossier
    while session.undo_label:
        session.undo()
    assert session.dossier == Dossier()
    while session.redo_label:
        session.redo()
    assert session.dossier == end
    session.close(keep=True)
    for one in recoverable(env):
        recovered = recover(env, one)
        assert recovered.dossier == end
        recovered.close()


def open_years_first(before: Dossier, after: Dossier) -> tuple[Change, ...]:
    """The changes between two dossiers, or none when a closed year forbids them."""
    closed = before.where(ReportYear, "state", YearState.CLOSED)
    return () if closed else diff(before, after)


# --- Saving ----------------------------------------------------------------------------------------------------------


def test_a_saved_dossier_opens_with_everything_in_it(session: Session, env: Environment, file: Path) -> None:
    write(session, "Veel.")
    session.save()
    assert (session.dirty, session.saved_at) == (False, START)
    session.close()
    again = open_session(env, file)
    assert (again.dossier, again.history, again.dirty) == (session.dossier, session.history, False)


def test_every_save_counts_a_version(session: Session, file: Path) -> None:
    session.save()
    session.save()
    assert read_dossier(file).version == 3


def test_a_new_dossier_is_unsaved_until_it_has_a_file(env: Environment, file: Path) -> None:
    session = new_session(env, DOSSIER)
    assert (session.dirty, session.path) == (True, None)
    assert code_of(session.save) == "dossier.no_path"
    session.save_as(file)
    assert (session.dirty, session.path) == (False, file)
    assert read_dossier(file).dossier == DOSSIER


def test_saving_elsewhere_goes_on_there_and_leaves_the_old_file(session: Session, file: Path, tmp_path: Path) -> None:
    write(session, "Veel.")
    elsewhere = tmp_path / "elders.riec"
    session.save_as(elsewhere)
    assert text_of(read_dossier(elsewhere).dossier) == "Veel."
    assert text_of(read_dossier(file).dossier) == ""
    assert session.path == elsewhere


def test_saving_elsewhere_lets_others_open_the_old_file(session: Session, env: Environment, file: Path) -> None:
    session.save_as(file.with_name("elders.riec"))
    assert open_session(env, file).dossier == DOSSIER


def test_a_save_that_fails_leaves_path_and_work_as_they_were(session: Session, env: Environment, file: Path) -> None:
    write(session, "Veel.")
    nowhere = file.parent / "weg" / "dossier.riec"
    assert code_of(lambda: session.save_as(nowhere)) == "file.folder_missing"
    assert (session.path, session.dirty, text_of(session.dossier)) == (file, True, "Veel.")
    nowhere.parent.mkdir()
    assert new_session(env, DOSSIER, nowhere).path == nowhere


def test_a_file_that_was_deleted_is_written_again(session: Session, file: Path) -> None:
    file.unlink()
    session.save()
    assert read_dossier(file).dossier == DOSSIER


def test_a_new_dossier_never_replaces_a_file_that_stands_there(session: Session, env: Environment, file: Path) -> None:
    session.close()
    newcomer = new_session(env, Dossier(), file)
    assert code_of(newcomer.save) == "file.changed_underneath"
    assert code_of(lambda: merge_from_file(newcomer)) == "file.other_dossier"
    assert read_dossier(file).dossier == DOSSIER


def test_after_thirty_quiet_seconds_unsaved_work_is_due(session: Session, clock: Clock) -> None:
    write(session, "Veel.")
    assert not session.autosave_due(clock.now() + QUIET - timedelta(seconds=1))
    assert session.autosave_due(clock.now() + QUIET)
    session.save()
    assert not session.autosave_due(clock.now() + QUIET)


def test_a_dossier_without_a_file_is_never_due(env: Environment) -> None:
    assert not new_session(env, DOSSIER).autosave_due(START + 2 * QUIET)


# --- One at a time ---------------------------------------------------------------------------------------------------


def test_an_open_dossier_cannot_be_opened_again_under_any_spelling(
    session: Session, env: Environment, file: Path
) -> None:
    roundabout = file.parent / "map" / ".." / file.name
    assert code_of(lambda: open_session(env, file)) == "dossier.open_elsewhere"
    assert code_of(lambda: open_session(env, roundabout)) == "dossier.open_elsewhere"
    session.close()
    assert open_session(env, file).dossier == DOSSIER


def test_nothing_is_saved_over_a_dossier_that_is_open(session: Session, env: Environment, file: Path) -> None:
    other = new_session(env, Dossier())
    assert code_of(lambda: other.save_as(file)) == "dossier.open_elsewhere"
    assert read_dossier(file).dossier == session.dossier


def test_a_file_that_cannot_be_opened_is_not_kept_from_others(env: Environment, file: Path) -> None:
    assert code_of(lambda: open_session(env, file)) == "file.not_found"
    assert new_session(env, DOSSIER, file).path == file


def test_a_closed_session_leaves_no_store_behind(session: Session, env: Environment) -> None:
    write(session, "Veel.")
    session.close()
    left = [one.name for one in (env.data_folder / "werk").iterdir() if one.suffix != ".open"]
    assert left == []


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "gegevens").write_text("geen map", encoding="utf-8")
    assert code_of(lambda: new_session(environment(tmp_path / "gegevens"), DOSSIER)) == "store.no_folder"
