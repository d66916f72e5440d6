"""A wheel holds the program with its data, installs without anything else, and the sdist builds the same one."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import riec_desktop

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel of this source tree."""
    folder = tmp_path_factory.mktemp("dist")
    run("-m", "hatchling", "build", "--directory", str(folder), folder=ROOT)
    return folder


def run(*arguments: str, folder: Path) -> str:
    done = subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def wheel_in(folder: Path) -> Path:
    return next(folder.glob("*.whl"))


def parts(wheel: Path) -> dict[str, bytes]:
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def shipped(folder: str) -> set[str]:
    """The paths in the wheel of the files in a data folder."""
    files = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {f"riec_desktop/_data/{path.relative_to(ROOT).as_posix()}" for path in files}


def test_the_wheel_holds_every_shipped_file(built: Path) -> None:
    assert shipped("resources") | shipped("templates") <= parts(wheel_in(built)).keys()


def test_the_wheel_holds_nothing_but_the_program(built: Path) -> None:
    tops = {name.partition("/")[0] for name in parts(wheel_in(built))}
    assert tops == {"riec_desktop", f"riec_desktop-{riec_desktop.__version__}.dist-info"}


def test_the_wheel_has_the_version_of_the_package_and_the_licence(built: Path) -> None:
    info = f"riec_desktop-{riec_desktop.__version__}.dist-info"
    metadata = parts(wheel_in(built))[f"{info}/METADATA"].decode()
    assert f"\nVersion: {riec_desktop.__version__}\n" in metadata
    assert "\nLicense-Expression: EUPL-1.2\n" in metadata
    assert f"{info}/licenses/LICENSE" in parts(wheel_in(built))


def test_the_sdist_builds_the_same_wheel(built: Path, tmp_path: Path) -> None:
    sdist = next(built.glob("*.tar.gz"))
    run("-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", str(sdist), folder=tmp_path)
    assert parts(wheel_in(tmp_path)) == parts(wheel_in(built))


def test_an_installed_wheel_finds_its_data(built: Path, tmp_path: Path) -> None:
    site = tmp_path / "site packages"
    pip = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target")
    run(*pip, str(site), str(wheel_in(built)), folder=tmp_path)
    program = f"import sys; sys.path.insert(0, {str(site)!r}); from riec_desktop.paths import data_file; "
    found = Path(run("-I", "-c", program + "print(data_file('resources', 'start.json'))", folder=tmp_path).strip())
    assert found.is_relative_to(site)
    assert found.read_bytes() == (ROOT / "resources" / "start.json").read_bytes()
