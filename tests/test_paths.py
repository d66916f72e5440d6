"""Shipped data is found in the source tree and in a frozen program, and the user's data folder is where it belongs.

The installed wheel, the third place of the data, is tested in tests/packaging/test_wheel.py on a real one.
"""

from pathlib import Path

import pytest

import riec_desktop
from riec_desktop.paths import data_file, data_home, data_root, local_data_folder

HOME = Path("/home/karin").absolute()


def test_in_the_source_tree_the_data_stands_beside_the_package() -> None:
    assert data_file("resources") == Path(riec_desktop.__file__).parent.parent / "resources"
    assert data_file("resources").is_dir()


def test_the_parts_of_a_path_are_joined() -> None:
    assert data_file("resources", "example", "2023.json") == data_file("resources") / "example" / "2023.json"


def test_an_installed_package_holds_its_own_data(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "riec_desktop"
    (package / "_data").mkdir(parents=True)
    assert data_root(package, None) == package / "_data"


def test_a_frozen_program_has_the_data_where_it_was_unpacked(tmp_path: Path) -> None:
    assert data_root(tmp_path / "riec_desktop", str(tmp_path / "_internal")) == tmp_path / "_internal"


def test_a_running_frozen_program_is_recognised(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert data_file("templates", "riec.docx") == tmp_path / "templates" / "riec.docx"


def test_windows_keeps_data_in_the_local_application_folder() -> None:
    assert data_home("win32", {"LOCALAPPDATA": "Profiel"}, HOME) == Path("Profiel", "RIEC Jaarverslag")


@pytest.mark.parametrize("environ", [{}, {"LOCALAPPDATA": ""}])
def test_windows_without_the_variable_uses_its_usual_place(environ: dict[str, str]) -> None:
    assert data_home("win32", environ, HOME) == HOME / "AppData" / "Local" / "RIEC Jaarverslag"


def test_macos_keeps_data_in_application_support() -> None:
    assert data_home("darwin", {}, HOME) == HOME / "Library" / "Application Support" / "RIEC Jaarverslag"


def test_linux_keeps_data_where_xdg_says(tmp_path: Path) -> None:
    assert data_home("linux", {"XDG_DATA_HOME": str(tmp_path)}, HOME) == tmp_path / "RIEC Jaarverslag"


@pytest.mark.parametrize("environ", [{}, {"XDG_DATA_HOME": ""}, {"XDG_DATA_HOME": "relative/folder"}])
def test_linux_without_a_usable_variable_uses_its_usual_place(environ: dict[str, str]) -> None:
    assert data_home("linux", environ, HOME) == HOME / ".local" / "share" / "RIEC Jaarverslag"


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_a_chosen_folder_goes_first(platform: str) -> None:
    environ = {"RIEC_DATA": "stick/gegevens", "LOCALAPPDATA": "x", "XDG_DATA_HOME": "/x"}
    assert data_home(platform, environ, HOME) == Path("stick/gegevens")


def test_in_tests_the_data_folder_is_a_temporary_one(own_data_folder: Path) -> None:
    assert local_data_folder() == own_data_folder
    assert not own_data_folder.exists()
