"""Two people and two windows on one dossier: who has it open, who may change it, and that none of it is in the way."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from riec_desktop.dossier.changes import set_field
from riec_desktop.dossier.dossier import dossier_of
from riec_desktop.dossier.records import Answer, Settings
from riec_desktop.errors import RiecError
from riec_desktop.files import REAL
from riec_desktop.messages import sentence
from riec_desktop.storage.beside import OLD, note_path
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.holding import held_by_other, holder_of
from riec_desktop.workspace.session import Access, Session
from tests.helpers.sessions import after_crash, new_session, open_session
from tests.helpers.surroundings import Clock, environment

DOSSIER = dossier_of([Settings(id="settings", name="Team"), Answer(id="antwoord")])


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def anja(tmp_path: Path, clock: Clock) -> Environment:
    return environment(tmp_path / "anja", clock)


@pytest.fixture
def bert(tmp_path: Path) -> Environment:
    return environment(tmp_path / "bert", author="bert")


@pytest.fixture
def file(tmp_path: Path, anja: Environment) -> Path:
    folder = tmp_path / "netwerk"
    folder.mkdir()
    session = new_session(anja, DOSSIER, folder / "dossier.riec")
    session.save()
    session.close()
    return folder / "dossier.riec"


def write(session: Session, text: str) -> None:
    answer = session.dossier.get(Answer, "antwoord")
    assert answer is not None
    session.edit("antwoord", set_field(answer, "text", text))


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(RiecError) as caught:
        action()
    assert sentence(caught.value)
    return caught.value.code


def test_an_open_dossier_says_who_has_it_open(anja: Environment, bert: Environment, file: Path) -> None:
    session = open_session(anja, file)
    found = held_by_other(bert, file)
    assert found is not None
    assert (found.person, found.machine, found.since) == ("anja", "PC-ANJA", anja.now())
    assert found.program.startswith("RIEC Jaarverslag")
    session.close()
    assert held_by_other(bert, file) is None
    assert not note_path(file).exists()


def test_a_person_is_no_other_to_herself(anja: Environment, file: Path) -> None:
    session = open_session(anja, file)
    assert held_by_other(anja, file) is None
    assert code_of(lambda: open_session(anja, file)) == "dossier.open_elsewhere"
    session.close()


def test_a_note_of_a_crash_is_in_nobodys_way(anja: Environment, bert: Environment, file: Path) -> None:
    write(open_session(anja, file), "Veel.")
    again = open_session(after_crash(anja), file)
    assert again.dirty
    again.close(keep=True)
    old = replace(bert, files=replace(REAL, age=long_ago))
    assert held_by_other(old, file) is None
    session = open_session(old, file)
    found = holder_of(bert, file)
    assert found is not None
    assert found.person == "bert"
    session.close()


def test_who_joins_works_on_and_does_not_take_the_note(anja: Environment, bert: Environment, file: Path) -> None:
    first, second = open_session(anja, file), open_session(bert, file)
    assert second.other_holder is not None
    assert second.other_holder.person == "anja"
    write(second, "Van bert.")
    assert not second.autosave_due(bert.now().replace(year=2030)), "the file is left alone while anja has it open"
    found = holder_of(bert, file)
    assert found is not None
    assert found.person == "anja"
    first.close()
    assert second.hold is not None
    second.hold.beat()
    assert second.other_holder is None
    assert second.autosave_due(bert.now().replace(year=2030))
    second.close()


def test_two_computers_with_other_clocks_see_each_other(anja: Environment, bert: Environment, file: Path) -> None:
    for hours in (-30, 30):
        clock = Clock()
        clock.forward(hours * 3600)
        session = open_session(replace(anja, now=clock.now), file)
        assert held_by_other(bert, file) is not None
        session.close()


def test_a_clock_that_jumps_harms_nothing(anja: Environment, clock: Clock, file: Path) -> None:
    session = open_session(anja, file)
    for seconds in (-(10**8), 3 * 10**8, -(10**7)):
        clock.forward(seconds)
        write(session, f"Om {clock.now().isoformat()}")
        session.save()
    assert len(session.history) == 3
    session.undo()
    session.close()


def long_ago(_: Path) -> float:
    return OLD + 1


def test_a_beat_that_ends_after_the_file_was_let_go_leaves_no_note(anja: Environment, file: Path) -> None:
    session = open_session(anja, file)
    hold = session.hold
    assert hold is not None
    session.close()
    hold.beat()
    assert not note_path(file).exists()


# --- Looking ---------------------------------------------------------------------------------------------------------


def test_who_looks_changes_nothing_and_is_told_why(anja: Environment, bert: Environment, file: Path) -> None:
    first = open_session(anja, file)
    looking = open_session(bert, file, Access.LOOK)
    assert looking.read_only
    assert code_of(lambda: write(looking, "Toch iets.")) == "session.read_only"
    assert code_of(looking.save) == "session.read_only"
    assert (looking.dossier, looking.dirty) == (DOSSIER, False)
    looking.close()
    write(first, "Gewoon door.")
    first.save()
    first.close()


def test_a_second_window_may_look(anja: Environment, file: Path) -> None:
    first, second = open_session(anja, file), open_session(anja, file, Access.LOOK)
    write(first, "In het eerste venster.")
    first.save()
    assert second.dossier == DOSSIER
    second.close()
    first.close()


def test_what_was_left_behind_stays_for_who_works(anja: Environment, file: Path) -> None:
    write(open_session(anja, file), "Veel.")
    after = after_crash(anja)
    open_session(after, file, Access.LOOK).close()
    again = open_session(after, file)
    assert again.dirty
    again.close(keep=True)


def test_a_copy_of_ones_own_can_be_changed(bert: Environment, file: Path, tmp_path: Path) -> None:
    looking = open_session(bert, file, Access.LOOK)
    looking.save_as(tmp_path / "eigen.riec")
    write(looking, "Van mij.")
    looking.save()
    looking.close()
    assert read_dossier(file).dossier == DOSSIER
    assert read_dossier(tmp_path / "eigen.riec").dossier != DOSSIER


# --- Places and names ------------------------------------------------------------------------------------------------


ODD = ("a" * 60, "naam met 'aanhaling' & tekens", "ünïcode \u0301 ☂")
NOT_ON_WINDOWS = ("con", "a<b>:c|d?", "eindigt op een punt.")


@pytest.mark.parametrize("name", ODD if sys.platform == "win32" else (*ODD, *NOT_ON_WINDOWS))
def test_odd_folders_are_folders(anja: Environment, tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    session = new_session(anja, DOSSIER, folder / "dossier.riec")
    session.save()
    session.close()
    assert [path.name for path in folder.iterdir()] == ["dossier.riec"]


def test_a_path_of_300_characters_works_or_is_told(anja: Environment, tmp_path: Path) -> None:
    folder = tmp_path
    while len(str(folder)) < 290:
        folder = folder / ("map" * 10)
    session = new_session(anja, DOSSIER, folder / "dossier.riec")
    assert code_of(session.save) in ("file.folder_missing", "file.path_too_long")
    if sys.platform == "win32":
        session.close()
        return
    folder.mkdir(parents=True)
    session.save()
    session.close()
    assert read_dossier(folder / "dossier.riec").dossier == DOSSIER


def test_a_person_with_an_odd_name_works_as_everybody(tmp_path: Path, bert: Environment, file: Path) -> None:
    odd = environment(tmp_path / "vreemd", author="Änne-Maríe <o'Neill> & 张\u202e\n")
    session = open_session(odd, file)
    found = held_by_other(bert, file)
    assert found is not None
    assert "Änne-Maríe <o'Neill> & 张" in found.person
    write(session, "Veel.")
    session.save()
    session.close()
    assert read_dossier(file).history[-1].author.startswith("Änne-Maríe")
