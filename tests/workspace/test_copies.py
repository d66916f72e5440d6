"""Copies beside a dossier: known by what programs call them, told only when they hold work of others."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from riec_desktop.dossier.changes import set_field
from riec_desktop.dossier.dossier import dossier_of
from riec_desktop.dossier.records import Answer, Settings
from riec_desktop.files import ABANDONED, REAL
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.copies import conflict_copies, is_copy_name, look_beside
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.merging import merge_order, read_merge, take_what_is_sure
from riec_desktop.workspace.session import Session
from tests.helpers.sessions import new_session, open_session
from tests.helpers.surroundings import environment

COPIES = (
    "jaarverslag-PC-ANJA",
    "Jaarverslag-LAPTOP-7F3K2",
    "jaarverslag-PC-ANJA-2",
    "jaarverslag (conflicted copy 2026-11-24)",
    "jaarverslag (Anja's conflicted copy 2026-11-24)",
    "jaarverslag (Conflicterende kopie van Anja 2026-11-24)",
    "jaarverslag(1)",
    "jaarverslag (1)",
    "jaarverslag - kopie",
    "jaarverslag - Kopie (2)",
    "jaarverslag - Copy",
    "Kopie van jaarverslag",
    "Kopie (2) van jaarverslag",
    "Copy of jaarverslag",
    "jaarverslag.sync-conflict-20261124-090000-ABCDEF",
)
OTHERS = ("jaarverslag", "jaarverslag 2024", "jaarverslag2", "mijn jaarverslag", "verslag", "jaarverslag 2025 - kopie")


@pytest.mark.parametrize("name", COPIES)
def test_what_programs_call_a_second_version_is_known(name: str) -> None:
    assert is_copy_name("jaarverslag", name)


@pytest.mark.parametrize("name", OTHERS)
def test_a_name_that_a_person_chose_is_no_copy(name: str) -> None:
    assert not is_copy_name("jaarverslag", name)


@pytest.fixture
def env(tmp_path: Path) -> Environment:
    return environment(tmp_path / "gegevens")


@pytest.fixture
def session(env: Environment, tmp_path: Path) -> Session:
    dossier = dossier_of([Settings(id="settings", name="Team"), Answer(id="antwoord")])
    made = new_session(env, dossier, tmp_path / "jaarverslag.riec")
    made.save()
    return made


def copy_with_work(session: Session, tmp_path: Path, name: str) -> Path:
    """What a sync program keeps when a colleague saved too."""
    assert session.path is not None
    path = session.path.with_name(f"{name}.riec")
    shutil.copy(session.path, path)
    theirs = open_session(environment(tmp_path / "bert", author="bert"), path)
    answer = theirs.dossier.all(Answer)[0]
    theirs.edit("antwoord", set_field(answer, "text", "Van bert."))
    theirs.save()
    theirs.close()
    return path


def found(env: Environment, session: Session) -> list[tuple[str, int, str]]:
    assert session.path is not None
    copies = conflict_copies(env, session.path, session.dossier_id, session.step_ids)
    return [(one.path.name, one.steps, one.person) for one in copies]


def test_a_copy_with_work_of_a_colleague_is_told(env: Environment, session: Session, tmp_path: Path) -> None:
    copy_with_work(session, tmp_path, "jaarverslag-PC-BERT")
    assert found(env, session) == [("jaarverslag-PC-BERT.riec", 1, "bert")]


def test_the_copy_itself_may_be_the_one_that_is_opened(env: Environment, session: Session, tmp_path: Path) -> None:
    path = copy_with_work(session, tmp_path, "jaarverslag-PC-BERT")
    answer = session.dossier.all(Answer)[0]
    session.edit("antwoord", set_field(answer, "text", "Van mij."))
    session.save()
    copy = open_session(env, path)
    assert found(env, copy) == [("jaarverslag.riec", 1, "anja")]
    copy.close()


def test_an_older_copy_holds_nothing_new(env: Environment, session: Session) -> None:
    assert session.path is not None
    shutil.copy(session.path, session.path.with_name("jaarverslag - kopie.riec"))
    assert found(env, session) == []


def test_another_dossier_with_such_a_name_is_no_copy(env: Environment, session: Session, tmp_path: Path) -> None:
    other = new_session(env, session.dossier, tmp_path / "jaarverslag (1).riec")
    other.edit("naam", set_field(other.dossier.all(Settings)[0], "name", "Ander"))
    other.save()
    other.close()
    (tmp_path / "jaarverslag (2).riec").write_bytes(b"kapot")
    assert found(env, session) == []


def test_a_copy_that_was_merged_is_not_told_again(env: Environment, session: Session, tmp_path: Path) -> None:
    path = copy_with_work(session, tmp_path, "jaarverslag-PC-BERT")
    before = path.read_bytes()
    take_what_is_sure(session, read_merge(merge_order(session, path)))
    assert session.dossier.all(Answer)[0].text == "Van bert."
    assert found(env, session) == []
    assert path.read_bytes() == before


def test_a_folder_that_is_gone_has_no_copies(env: Environment, session: Session, tmp_path: Path) -> None:
    assert conflict_copies(env, tmp_path / "weg" / "x.riec", session.dossier_id, frozenset()) == ()


def test_what_a_stopped_program_left_is_removed_when_it_is_old(env: Environment, session: Session) -> None:
    assert session.path is not None
    old, young, other = (session.path.with_name(f"~${name}.tmp") for name in ("riec-1", "riec-2", "WRL0001"))
    for path in (old, young, other):
        path.write_bytes(b"half")
    ages = {old: ABANDONED + 1, young: 5.0, other: ABANDONED + 1}

    def age(path: Path) -> float:
        return ages[path]

    look_beside(replace(env, files=replace(REAL, age=age)), session.path, session.dossier_id, session.step_ids)
    assert [path.exists() for path in (old, young, other)] == [False, True, True]
    assert read_dossier(session.path).dossier == session.dossier
