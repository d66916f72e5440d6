"""The command `backups`, and what every command tells beside its outcome: a backup that failed, an older form."""

import shutil
from pathlib import Path

import pytest

from riec_desktop.dossier.records import Settings
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace import backups as module
from riec_desktop.workspace.environment import real_environment
from riec_desktop.workspace.session import open_session
from tests.cli.test_merge import copy_with
from tests.helpers.surroundings import environment
from tests.helpers.terminal import Terminal

FORMAT_1 = Path(__file__).parents[1] / "formats" / "1 voorbeeld.riec"


@pytest.fixture
def merged(riec: Terminal, example: Path) -> Path:
    """A dossier into which the work of a colleague was merged, so that it has a backup."""
    riec("merge", example, copy_with(example, "bert", "Van bert."))
    return example


def test_a_dossier_without_backups_says_so(riec: Terminal, example: Path) -> None:
    answer = riec("backups", example)
    assert (answer.code, answer.out) == (0, "Van voorbeeld.riec zijn op deze computer nog geen reservekopieën.\n")


def test_backups_are_listed_and_the_dossier_becomes_as_it_was(riec: Terminal, example: Path) -> None:
    before = read_dossier(example).dossier
    riec("merge", example, copy_with(example, "bert", "Van bert."))
    answer = riec("backups", example)
    assert "  1  " in answer.out
    assert "dagelijkse kopie" in answer.out
    assert "Terugzetten: riec-desktop backups" in answer.out
    assert [one["number"] for one in riec("backups", example, "--json").data["backups"]] == [1]
    answer = riec("backups", example, "--terugzetten", "1")
    assert answer.code == 0
    assert "voorbeeld.riec is weer zoals op" in answer.out
    assert read_dossier(example).dossier == before
    assert "voor het terugzetten" in riec("backups", example).out


def test_restoring_what_is_the_same_changes_nothing(riec: Terminal, merged: Path) -> None:
    riec("backups", merged, "--terugzetten", "1")
    before = merged.read_bytes()
    assert "er is niets veranderd" in riec("backups", merged, "--terugzetten", "2").out
    assert merged.read_bytes() == before


def test_a_backup_becomes_a_file_of_its_own(riec: Terminal, merged: Path) -> None:
    before = merged.read_bytes()
    answer = riec("backups", merged, "--terugzetten", "1", "-o", merged.with_name("toen"))
    assert answer.code == 0
    assert read_dossier(merged.with_name("toen.riec")).id == read_dossier(merged).id
    assert merged.read_bytes() == before


@pytest.mark.parametrize(
    ("number", "code", "text"), [("99", 3, "Reservekopie 99 is er niet"), ("x", 2, "geen reservekopie; typ een nummer")]
)
def test_a_number_that_is_none_gets_a_sentence(riec: Terminal, merged: Path, number: str, code: int, text: str) -> None:
    answer = riec("backups", merged, "--terugzetten", number)
    assert answer.code == code
    assert text in answer.err


# --- What every command tells ----------------------------------------------------------------------------------------


def test_a_backup_that_fails_is_told_and_the_work_is_done(riec: Terminal, example: Path) -> None:
    folder = real_environment().data_folder / module.FOLDER
    folder.write_bytes(b"in de weg")
    answer = riec("merge", example, copy_with(example, "bert", "Van bert."))
    assert answer.code == 0
    assert "Er kon geen reservekopie worden gemaakt" in answer.err
    assert "Overgenomen: 1 punt" in answer.out


def test_who_else_has_the_dossier_open_is_told(riec: Terminal, example: Path, tmp_path: Path) -> None:
    bert = copy_with(example, "bert", "Van bert.")
    session = open_session(environment(tmp_path / "carla", author="carla"), example)
    answer = riec("merge", example, bert)
    session.close()
    assert answer.code == 0
    assert "carla heeft voorbeeld.riec ook open" in answer.err


def test_an_older_form_is_told_and_backed_up(riec: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "oud.riec"
    shutil.copy(FORMAT_1, file)
    answer = riec("rollover", file, "2030")
    assert "oud.riec is van een oudere versie" in answer.err
    assert "voor het opslaan in een nieuwere vorm" in riec("backups", file).out
    assert read_dossier(file).dossier.all(Settings)
