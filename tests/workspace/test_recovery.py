"""Work that is in no file survives: a program that stops without a word, a file that others change meanwhile."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from riec_desktop.dossier.changes import Source, set_field
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import Answer, Organisation, PortfolioReport, Settings
from riec_desktop.errors import RiecError
from riec_desktop.storage.dossier_file import OpenedFile, open_dossier, read_dossier
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.review import Standing
from riec_desktop.workspace.safekeeping import keep_base, known_image, read_base, stores_folder
from riec_desktop.workspace.session import Session, discard, recoverable
from tests.helpers.sessions import after_crash, merge_from_file, new_session, open_session, recover
from tests.helpers.surroundings import START, Clock, environment

SETTINGS = Settings(id="settings", name="Team Limburg")
DOSSIER = dossier_of([SETTINGS, PortfolioReport(id="verslag"), Answer(id="antwoord"), Organisation(id="riec")])


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def env(tmp_path: Path, clock: Clock) -> Environment:
    return environment(tmp_path / "gegevens", clock)


@pytest.fixture
def colleague(tmp_path: Path) -> Environment:
    """Somebody on another computer, with the same network drive."""
    return environment(tmp_path / "gegevens van collega", author="bert")


@pytest.fixture
def file(tmp_path: Path, env: Environment) -> Path:
    path = tmp_path / "dossier.riec"
    session = new_session(env, DOSSIER, path)
    session.save()
    session.close()
    return path


def text_of(dossier: Dossier) -> str:
    found = dossier.get(Answer, "antwoord")
    assert found is not None
    return found.text


def write(session: Session, text: str) -> None:
    answer = session.dossier.get(Answer, "antwoord")
    assert answer is not None
    session.edit("antwoord", set_field(answer, "text", text))


def name_riec(session: Session, name: str) -> None:
    riec = session.dossier.get(Organisation, "riec")
    assert riec is not None
    session.edit("naam", set_field(riec, "name", name))


def leave(env: Environment, file: Path | None, text: str) -> Environment:
    """Open the dossier, type, and let the power fail; the computer when it is back."""
    session = open_session(env, file) if file else new_session(env, DOSSIER)
    write(session, text)
    return after_crash(env)


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(RiecError) as caught:
        action()
    return caught.value.code


# --- Recovery --------------------------------------------------------------------------------------------------------


def test_work_that_was_left_is_offered_with_where_it_belongs(env: Environment, file: Path, clock: Clock) -> None:
    clock.forward(60)
    env = leave(env, file, "Veel.")
    (found,) = recoverable(env)
    assert (found.name, found.path, found.unsaved) == ("Team Limburg", file, 1)
    assert (found.last_edit - START).total_seconds() == 60


def test_recovered_work_goes_on_where_it_stopped(env: Environment, file: Path) -> None:
    env = leave(env, file, "Veel.")
    session = recover(env, recoverable(env)[0])
    assert (text_of(session.dossier), session.dirty, session.path) == ("Veel.", True, file)
    session.save()
    assert text_of(read_dossier(file).dossier) == "Veel."
    assert [one.label for one in session.history] == ["antwoord"]


def test_recovered_work_can_still_be_undone(env: Environment, file: Path) -> None:
    env = leave(env, file, "Veel.")
    session = recover(env, recoverable(env)[0])
    session.undo()
    assert session.dossier == DOSSIER
    assert not session.dirty


def test_opening_the_dossier_brings_the_work_back_by_itself(env: Environment, file: Path) -> None:
    env = leave(env, file, "Veel.")
    assert text_of(open_session(env, file).dossier) == "Veel."
    assert recoverable(env) == ()


def test_work_on_a_dossier_that_never_had_a_file_comes_back(env: Environment, tmp_path: Path) -> None:
    env = leave(env, None, "Veel.")
    (found,) = recoverable(env)
    assert (found.path, found.name) == (None, "Team Limburg")
    session = recover(env, found)
    session.save_as(tmp_path / "nieuw.riec")
    assert text_of(read_dossier(tmp_path / "nieuw.riec").dossier) == "Veel."


def test_work_that_is_kept_on_purpose_comes_back_too(env: Environment, file: Path) -> None:
    session = open_session(env, file)
    write(session, "Veel.")
    session.close(keep=True)
    assert text_of(open_session(env, file).dossier) == "Veel."


def test_a_dossier_without_a_name_is_called_after_its_file(env: Environment, tmp_path: Path) -> None:
    session = new_session(env, dossier_of([Answer(id="antwoord")]), tmp_path / "naamloos.riec")
    write(session, "Veel.")
    env = after_crash(env)
    assert recoverable(env)[0].name == "naamloos"


def test_what_is_saved_needs_no_recovery_and_leaves_nothing(env: Environment, file: Path) -> None:
    session = open_session(env, file)
    write(session, "Veel.")
    session.save()
    env = after_crash(env)
    assert recoverable(env) == ()
    assert not list((env.data_folder / "werk").glob("*.werk"))


def test_only_what_came_after_the_last_save_is_unsaved(env: Environment, tmp_path: Path) -> None:
    file = tmp_path / "nieuw.riec"
    session = new_session(env, DOSSIER)
    write(session, "Veel.")
    session.save_as(file)
    write(session, "Veel. Meer.")
    env = after_crash(env)
    (found,) = recoverable(env)
    assert (found.path, found.unsaved) == (file, 1)
    again = recover(env, found)
    again.save()
    assert [one.changes for one in again.history] == [one.changes for one in session.history]
    again.undo()
    assert (text_of(again.dossier), again.undo_label) == ("Veel.", "")


def test_work_that_was_undone_needs_no_recovery(env: Environment, file: Path) -> None:
    session = open_session(env, file)
    write(session, "Veel.")
    session.undo()
    assert recoverable(after_crash(env)) == ()


def test_of_two_that_were_left_for_one_file_the_newest_comes_back(env: Environment, file: Path, clock: Clock) -> None:
    env = leave(env, file, "oud")
    elsewhere = file.with_name("kopie.riec")
    shutil.copy(file, elsewhere)
    clock.forward(60)
    session = open_session(env, elsewhere)
    session.save_as(file)
    write(session, "nieuw")
    assert text_of(open_session(after_crash(env), file).dossier) == "nieuw"


def test_the_work_of_a_living_program_is_not_offered(env: Environment, file: Path) -> None:
    session = open_session(env, file)
    write(session, "Veel.")
    assert recoverable(env) == ()
    session.close()


def test_newest_work_is_offered_first(env: Environment, clock: Clock) -> None:
    for text in ("eerst", "later"):
        env = leave(env, None, text)
        clock.forward(60)
    assert [text_of(recover(env, one).dossier) for one in recoverable(env)] == ["later", "eerst"]


def test_thrown_away_work_is_gone(env: Environment, file: Path) -> None:
    env = leave(env, file, "Veel.")
    (found,) = recoverable(env)
    discard(env, found)
    assert recoverable(env) == ()
    assert code_of(lambda: recover(env, found)) == "store.not_found"
    assert open_session(env, file).dossier == DOSSIER


def test_left_work_comes_back_when_its_file_is_gone(env: Environment, file: Path) -> None:
    env = leave(env, file, "Veel.")
    file.unlink()
    session = open_session(env, file)
    session.save()
    assert text_of(read_dossier(file).dossier) == "Veel."


def test_left_work_does_not_turn_up_in_another_dossier_at_the_same_place(env: Environment, file: Path) -> None:
    env = leave(env, file, "Veel.")
    other = new_session(env, Dossier())
    other.save_as(file)
    other.close()
    assert open_session(env, file).dossier == Dossier()
    assert len(recoverable(env)) == 1


@pytest.mark.expects_log("cannot be read")
def test_a_damaged_store_is_left_alone_and_does_not_stop_anything(env: Environment, file: Path) -> None:
    env = leave(env, file, "Veel.")
    (store,) = (env.data_folder / "werk").glob("*.werk")
    store.write_bytes(b"kapot")
    assert recoverable(env) == ()
    assert open_session(env, file).dossier == DOSSIER
    assert store.read_bytes() == b"kapot"


@pytest.mark.expects_log("cannot be read")
def test_without_the_copy_of_the_file_the_work_still_comes_back(env: Environment, file: Path) -> None:
    env = leave(env, file, "Veel.")
    (base,) = (env.data_folder / "werk").glob("*.basis")
    base.write_bytes(b"kapot")
    session = open_session(env, file)
    assert text_of(session.dossier) == "Veel."
    assert code_of(session.save) == "file.changed_underneath"
    merge_from_file(session)
    session.save()
    assert text_of(read_dossier(file).dossier) == "Veel."


def test_the_copy_is_of_the_version_that_was_known_also_when_another_was_quick(
    env: Environment, colleague: Environment, file: Path
) -> None:
    known = open_dossier(file)
    change_elsewhere(colleague, file, lambda other: write(other, "Van bert."))
    place = stores_folder(env) / "ergens.werk"
    keep_base(place, known_image(file, known))
    assert read_base(place) == known


# --- Changed underneath ----------------------------------------------------------------------------------------------


def change_elsewhere(colleague: Environment, file: Path, change: Callable[[Session], None]) -> None:
    session = open_session(colleague, file)
    change(session)
    session.save()
    session.close()


def test_a_file_that_others_changed_is_not_overwritten(env: Environment, colleague: Environment, file: Path) -> None:
    session = open_session(env, file)
    write(session, "Van mij.")
    change_elsewhere(colleague, file, lambda other: name_riec(other, "RIEC Limburg"))
    assert code_of(session.save) == "file.changed_underneath"
    assert session.dirty
    assert text_of(read_dossier(file).dossier) == ""


def test_merging_takes_both_sides_in_and_can_be_undone(env: Environment, colleague: Environment, file: Path) -> None:
    session = open_session(env, file)
    write(session, "Van mij.")
    change_elsewhere(colleague, file, lambda other: name_riec(other, "RIEC Limburg"))
    assert not merge_from_file(session).asks
    session.save()
    both = read_dossier(file)
    assert text_of(both.dossier) == "Van mij."
    assert both.dossier.all(Organisation)[0].name == "RIEC Limburg"
    session.undo()
    assert session.dossier.all(Organisation)[0].name == ""


def test_after_a_merge_the_history_of_both_is_there(env: Environment, colleague: Environment, file: Path) -> None:
    session = open_session(env, file)
    write(session, "Van mij.")
    change_elsewhere(colleague, file, lambda other: name_riec(other, "RIEC Limburg"))
    merge_from_file(session)
    told = [(one.author, one.source) for one in session.history]
    assert told == [("bert", Source.INPUT), ("anja", Source.INPUT), ("anja", Source.MERGE)]
    assert session.history[-1].brought == (session.history[0].id,)


def test_where_both_changed_the_same_ours_stays_until_somebody_chooses(
    env: Environment, colleague: Environment, file: Path
) -> None:
    session = open_session(env, file)
    write(session, "Van mij.")
    change_elsewhere(colleague, file, lambda other: write(other, "Van bert."))
    (asked,) = merge_from_file(session).incoming.proposals
    assert (asked.standing, asked.mine, asked.theirs) == (Standing.CONFLICT, "Van mij.", "Van bert.")
    session.save()
    assert text_of(read_dossier(file).dossier) == "Van mij."


def test_a_merge_with_what_is_there_already_is_no_step(env: Environment, colleague: Environment, file: Path) -> None:
    session = open_session(env, file)
    write(session, "Hetzelfde.")
    change_elsewhere(colleague, file, lambda other: write(other, "Hetzelfde."))
    merge_from_file(session)
    assert session.undo_label == "antwoord"
    assert not session.dirty


def test_a_merge_needs_a_file(env: Environment) -> None:
    session = new_session(env, DOSSIER)
    assert code_of(lambda: session.adopt(OpenedFile(content=session.content, digest=""))) == "dossier.no_path"


def test_left_work_is_merged_with_what_others_did_since(env: Environment, colleague: Environment, file: Path) -> None:
    env = leave(env, file, "Van mij.")
    change_elsewhere(colleague, file, lambda other: name_riec(other, "RIEC Limburg"))
    session = open_session(env, file)
    assert code_of(session.save) == "file.changed_underneath"
    assert not merge_from_file(session).asks
    session.save()
    both = read_dossier(file).dossier
    assert (text_of(both), both.all(Organisation)[0].name) == ("Van mij.", "RIEC Limburg")


def test_work_that_is_left_after_a_merge_keeps_what_was_merged(
    env: Environment, colleague: Environment, file: Path
) -> None:
    session = open_session(env, file)
    write(session, "Van mij.")
    change_elsewhere(colleague, file, lambda other: name_riec(other, "RIEC Limburg"))
    merge_from_file(session)
    before = session.history
    env = after_crash(env)
    again = open_session(env, file)
    again.save()
    assert again.dossier.all(Organisation)[0].name == "RIEC Limburg"
    assert again.history == before
