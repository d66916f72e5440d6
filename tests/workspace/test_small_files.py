"""What the program remembers between two starts, and that it also starts without."""

from pathlib import Path

import pytest

from riec_desktop.workspace.environment import Environment, real_environment
from riec_desktop.workspace.preferences import prefer, preferences, sizes
from riec_desktop.workspace.recent import MOST, forget, recent_files, remember
from riec_desktop.workspace.small_files import ASIDE
from tests.helpers.surroundings import environment


@pytest.fixture
def env(tmp_path: Path) -> Environment:
    return environment(tmp_path / "gegevens")


def test_the_dossier_that_was_opened_last_comes_first(env: Environment, tmp_path: Path) -> None:
    one, other = tmp_path / "een.riec", tmp_path / "twee.riec"
    for path in (one, other, one):
        remember(env, path)
    assert recent_files(env) == (one, other)


def test_only_the_last_few_are_remembered(env: Environment, tmp_path: Path) -> None:
    for number in range(MOST + 3):
        remember(env, tmp_path / f"{number}.riec")
    assert len(recent_files(env)) == MOST
    assert recent_files(env)[0].name == f"{MOST + 2}.riec"


def test_a_dossier_can_be_taken_off_the_list(env: Environment, tmp_path: Path) -> None:
    remember(env, tmp_path / "een.riec")
    forget(env, tmp_path / "een.riec")
    assert recent_files(env) == ()


def test_a_path_is_remembered_in_full(env: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    remember(env, Path("een.riec"))
    assert recent_files(env) == (tmp_path / "een.riec",)


def test_choices_are_remembered_beside_each_other(env: Environment) -> None:
    prefer(env, layout="liggend", panes=[200, 600])
    prefer(env, layout="staand")
    assert preferences(env) == {"layout": "staand", "panes": [200, 600]}


def test_at_the_first_start_nothing_is_remembered(env: Environment) -> None:
    assert (recent_files(env), preferences(env)) == ((), {})


@pytest.mark.expects_log("cannot be read")
@pytest.mark.parametrize("text", ["{oeps", "[" * 100_000, "\udcff"], ids=["broken", "deep", "no text"])
def test_a_damaged_file_is_as_good_as_none(env: Environment, text: str) -> None:
    env.data_folder.mkdir()
    for name in ("recent.json", "preferences.json"):
        (env.data_folder / name).write_bytes(text.encode(errors="surrogateescape"))
    assert (recent_files(env), preferences(env)) == ((), {})


@pytest.mark.expects_log("cannot be read")
def test_a_damaged_file_is_told_of_once_and_kept(env: Environment, caplog: pytest.LogCaptureFixture) -> None:
    prefer(env, layout="liggend")
    file = env.data_folder / "preferences.json"
    damaged = file.read_bytes()[:-2]
    file.write_bytes(damaged)
    for _ in range(3):
        assert preferences(env) == {}
    assert len(caplog.records) == 1
    prefer(env, layout="staand")
    assert preferences(env) == {"layout": "staand"}
    assert file.with_name(file.name + ASIDE).read_bytes() == damaged


@pytest.mark.expects_log("cannot be set aside")
@pytest.mark.expects_log("cannot be read")
def test_a_damaged_file_that_cannot_be_set_aside_stops_nothing(env: Environment) -> None:
    env.data_folder.mkdir()
    (env.data_folder / "preferences.json").write_text("{", encoding="utf-8")
    (env.data_folder / f"preferences.json{ASIDE}").mkdir()
    assert preferences(env) == {}


@pytest.mark.parametrize("kept", [None, "breed", {"a": 1}, ["x", None, 0, -5, 10**30, [3]]])
def test_a_size_that_is_none_is_left_out(kept: object) -> None:
    assert sizes(kept) == []


def test_something_else_than_expected_is_as_good_as_none(env: Environment) -> None:
    env.data_folder.mkdir()
    (env.data_folder / "recent.json").write_text('{"a": 1}', encoding="utf-8")
    (env.data_folder / "preferences.json").write_text("[1]", encoding="utf-8")
    assert (recent_files(env), preferences(env)) == ((), {})


def test_a_path_with_half_a_sign_is_remembered(env: Environment, tmp_path: Path) -> None:
    remember(env, tmp_path / "half \ud800.riec")
    assert recent_files(env) == (tmp_path / "half \ud800.riec",)


@pytest.mark.expects_log("cannot be written")
def test_a_data_folder_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    prefer(environment(tmp_path / "bestand"), layout="liggend")


def test_the_real_environment_is_this_computer(own_data_folder: Path) -> None:
    env = real_environment()
    assert env.data_folder == own_data_folder
    assert env.now().tzinfo is not None
    assert env.now().microsecond == 0
    assert env.new_id() != env.new_id()


def test_a_computer_that_knows_no_user_name_still_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container without an entry for its user."""

    def unknown() -> str:
        raise KeyError("uid not found: 1234")

    monkeypatch.setattr("getpass.getuser", unknown)
    assert real_environment().author == ""
