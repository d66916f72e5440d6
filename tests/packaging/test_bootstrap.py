"""The bootstrap makes the environment, repairs it, leaves it alone when nothing changed, and says what it cannot do.

The whole of it is tried on a very small project that stands in a folder with spaces, needs no network, and is started
from another folder. apt-get is a script here; on a bare Debian it was tried by hand (docs/decisions.md).
"""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import bootstrap
import pytest
from bootstrap import SetupError

SOURCE = Path(bootstrap.__file__)

BACKEND = """
from pathlib import Path
from zipfile import ZipFile

def build_editable(folder, config_settings=None, metadata_directory=None):
    info = "small-1.dist-info/"
    with ZipFile(Path(folder) / "small-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("small.pth", str(Path.cwd()))
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: small\\nVersion: 1\\n")
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "RECORD", "")
    return "small-1-py3-none-any.whl"
"""

SMALL_PROJECT = {
    "pyproject.toml": (
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
        '[project]\nname = "small"\nversion = "1"\n'
    ),
    "backend.py": BACKEND,
    "riec_desktop/__init__.py": "",
    "riec_desktop/__main__.py": (
        "import importlib.metadata, os, sys\n"
        "print(sys.argv[1:], os.getcwd(), 'PYTHONPATH' in os.environ, importlib.metadata.version('small'))\n"
        "sys.exit(7)\n"
    ),
    "packaging/gate.py": "print('gates')",
    "packaging/requirements.txt": "# nothing",
    "packaging/requirements-test.txt": "# nothing for tests either",
}


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project after its first bootstrap."""
    root = tmp_path_factory.mktemp("een map met spaties")
    for name, text in SMALL_PROJECT.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    shutil.copy(SOURCE, root / "packaging")
    first = start(root)
    assert "Klaar zetten" in first.stdout, first.stderr
    return root


def start(root: Path, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the bootstrap of a project from another folder, with foreign settings that may not matter."""
    foreign = {"PYTHONPATH": str(root.parent), "PIP_TARGET": str(root / "elders"), "CI": "true", **environ}
    command = [sys.executable, root / "packaging" / "bootstrap.py", *words]
    return subprocess.run(
        command, cwd=root.parent, env={**os.environ, **foreign}, capture_output=True, text=True, check=False
    )


def test_the_job_runs_in_the_project_and_its_exit_code_is_passed_on(set_up: Path) -> None:
    done = start(set_up)
    assert done.stdout == f"['demo'] {set_up} False 1\n", done.stderr
    assert done.returncode == 7


def test_a_second_run_installs_nothing(set_up: Path) -> None:
    start(set_up)
    before = bootstrap.stamp(set_up).stat().st_mtime_ns
    assert "Klaar zetten" not in start(set_up).stdout
    assert bootstrap.stamp(set_up).stat().st_mtime_ns == before


def test_the_tests_install_their_own_lock_and_then_both_are_ready(set_up: Path) -> None:
    assert start(set_up, "test").stdout.splitlines()[-1] == "gates"
    assert bootstrap.read_stamp(set_up) == bootstrap.fingerprint(set_up, "requirements-test.txt")
    assert "Klaar zetten" not in start(set_up).stdout


def test_a_changed_lock_is_installed(set_up: Path) -> None:
    start(set_up)
    for lock in ("requirements.txt", "requirements-test.txt"):
        (set_up / "packaging" / lock).write_text(f"# still nothing in {lock}", encoding="utf-8")
    assert "Klaar zetten" in start(set_up).stdout
    assert "Klaar zetten" not in start(set_up).stdout


def test_a_broken_environment_is_made_anew(set_up: Path) -> None:
    bootstrap.venv_python(set_up).unlink()
    assert start(set_up).returncode == 7
    assert bootstrap.is_usable(bootstrap.venv_python(set_up))


def test_a_failing_installation_is_told_in_dutch_and_tried_again_the_next_time(set_up: Path) -> None:
    lock = set_up / "packaging" / "requirements.txt"
    before = lock.read_text(encoding="utf-8")
    lock.write_text(f"small @ {small_wheel(set_up).as_uri()}", encoding="utf-8")
    failed = start(set_up)
    lock.write_text(before, encoding="utf-8")
    assert failed.returncode == 1
    assert failed.stderr.startswith("De onderdelen van het programma konden niet worden")
    assert "Hashes are required" in failed.stderr
    assert start(set_up).returncode == 7


def small_wheel(root: Path) -> Path:
    """A wheel in this folder, which a lock may not ask for without its hash."""
    build = "import backend; print(backend.build_editable('.'))"
    name = subprocess.run([sys.executable, "-c", build], cwd=root, capture_output=True, text=True, check=True).stdout
    return root / name.strip()


def test_the_environment_that_runs_this_is_usable_and_a_folder_without_one_is_not(tmp_path: Path) -> None:
    assert bootstrap.is_usable(Path(sys.executable))
    assert not bootstrap.is_usable(bootstrap.venv_python(tmp_path))


@pytest.mark.skipif(os.name == "nt", reason="a script cannot stand in for python.exe")
def test_an_environment_of_another_python_is_not_usable(tmp_path: Path) -> None:
    other = tmp_path / "python"
    other.write_text("#!/bin/sh\necho \"((3, 10, 1, 'final', 0), '/usr')\"\n", encoding="ascii")
    other.chmod(0o755)
    assert not bootstrap.is_usable(other)


@pytest.mark.parametrize("name", ["packaging/requirements.txt", "pyproject.toml", "riec_desktop/__init__.py"])
def test_the_fingerprint_changes_with_each_of_its_files(name: str, tmp_path: Path) -> None:
    for each in ("packaging/requirements.txt", "pyproject.toml", "riec_desktop/__init__.py"):
        (tmp_path / each).parent.mkdir(exist_ok=True)
        (tmp_path / each).write_text("before", encoding="utf-8")
    before = bootstrap.fingerprint(tmp_path, "requirements.txt")
    (tmp_path / name).write_text("after", encoding="utf-8")
    assert bootstrap.fingerprint(tmp_path, "requirements.txt") != before


@pytest.mark.parametrize(("words", "exit_code"), [(["tset"], 2), (["test", "nu"], 2), (["--help"], 0), (["-h"], 0)])
def test_other_words_get_the_usage(words: list[str], exit_code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(words) == exit_code
    assert capsys.readouterr().out == bootstrap.USAGE + "\n"


def test_an_older_python_can_read_the_file_up_to_the_sentence_about_it() -> None:
    source = SOURCE.read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 7))
    assert source.index("sys.version_info < (3, 11)") < source.index("slots=True")


# --- what the system lacks ------------------------------------------------------------------------------------------


def refuse(packages: Sequence[str]) -> bool:
    """Stands for a user who may not install packages."""
    return not packages


def test_only_the_packages_of_missing_libraries_are_asked_for() -> None:
    libraries = {"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"}
    assert bootstrap.missing_packages(libraries, {"libGL.so.1"}.__contains__) == ["libegl1"]


def test_a_library_that_is_nowhere_cannot_be_loaded() -> None:
    assert not bootstrap.can_load("libdatbestaatniet.so.9")


def test_a_screen_needs_more_libraries() -> None:
    assert bootstrap.wanted_libraries({}) == bootstrap.QT_LIBRARIES
    assert bootstrap.wanted_libraries({"DISPLAY": ":0"}).keys() > bootstrap.QT_LIBRARIES.keys()


def test_all_that_is_missing_is_installed_at_once() -> None:
    installed: list[str] = []

    def install(packages: Sequence[str]) -> bool:
        installed.extend(packages)
        return True

    bootstrap.add_system_packages(["libgl1"], has_ensurepip=False, install=install)
    assert installed == [bootstrap.venv_package(), "libgl1"]


def test_without_rights_a_missing_part_of_python_is_named_with_its_command() -> None:
    with pytest.raises(SetupError, match=r"(?s)Voer dit één keer uit.*sudo apt-get install python3\.\d+-venv libgl1$"):
        bootstrap.add_system_packages(["libgl1"], has_ensurepip=False, install=refuse)


def test_without_rights_missing_libraries_are_a_remark(capsys: pytest.CaptureFixture[str]) -> None:
    bootstrap.add_system_packages(["libgl1", "libegl1"], has_ensurepip=True, install=refuse)
    assert capsys.readouterr().out.endswith("\n  sudo apt-get install libgl1 libegl1\n")


def test_nothing_is_installed_or_said_when_nothing_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    bootstrap.add_system_packages([], has_ensurepip=True, install=refuse)
    assert capsys.readouterr().out == ""


@pytest.fixture
def apt_get(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be root on a system whose apt-get writes down what it is asked, and installs only after an update."""
    asked = tmp_path / "asked"
    script = tmp_path / "apt-get"
    script.write_text(
        f"#!/bin/sh\necho \"$DEBIAN_FRONTEND $*\" >> '{asked}'\n"
        f"case $2 in update) exit 0 ;; esac\n/bin/grep -q update '{asked}'\n",
        encoding="ascii",
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    return asked


@pytest.mark.skipif(os.name == "nt", reason="there is no apt-get on Windows")
def test_root_gets_packages_after_an_update_when_the_lists_are_old(apt_get: Path) -> None:
    assert bootstrap.apt_install(["libgl1"])
    asked = [line.removeprefix("noninteractive --quiet ") for line in apt_get.read_text(encoding="ascii").splitlines()]
    install = "install --yes --no-install-recommends libgl1"
    assert asked == [install, "update", install]
    assert bootstrap.apt_install(["libegl1"])
    assert apt_get.read_text(encoding="ascii").count("update") == 1


def test_without_apt_get_nothing_is_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not bootstrap.apt_install(["libgl1"])
