"""What is different on Windows and cannot be tried on every computer, as pure tests: names, paths, encoding."""

import errno
import itertools
import os
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from riec_desktop.errors import RiecError
from riec_desktop.files import MOST_WINDOWS, REAL, file_name_part, replace_file
from riec_desktop.itself import own_command, own_surroundings
from riec_desktop.messages import sentence
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.kept import forget, keep_for_later, kept
from riec_desktop.workspace.safekeeping import base_path, throw_away
from tests.helpers.faults import failing
from tests.helpers.incoming import incoming_of
from tests.helpers.surroundings import environment

PACKAGE = Path(__file__).parents[1] / "riec_desktop"

# --- Names: https://learn.microsoft.com/windows/win32/fileio/naming-a-file --------------------------------------------

PORTS = [f"{port}{number}" for port, number in itertools.product(("COM", "LPT"), "123456789¹²³")]
RESERVED = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *PORTS]
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@pytest.mark.parametrize("name", RESERVED)
def test_no_file_gets_the_name_of_a_device(name: str) -> None:
    for written in (name, name.lower(), f"{name}.docx", f"{name} .tar.gz", f" {name}. "):
        assert file_name_part(written).split(".")[0].strip().upper() != name


@given(st.text(max_size=40))
@example("Veiligheid & Zorg: 2023 / 2024.")
@example("nul.")
def test_every_text_becomes_a_name_that_windows_keeps_as_it_is(text: str) -> None:
    name = file_name_part(text)
    assert not FORBIDDEN.search(name)
    assert not name.endswith((".", " "))
    assert name.split(".")[0].strip().upper() not in RESERVED
    assert file_name_part(name) == name


# --- Paths of 260 characters ------------------------------------------------------------------------------------------


def path_of(length: int, folder: Path) -> Path:
    """A path of so many characters, in a folder that is not there."""
    start = str(folder / "weg") + os.sep
    return Path(start + "n" * (length - len(start)))


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EINVAL], ids=["no such folder", "name not right"])
def test_a_path_of_260_characters_is_told_as_too_long(tmp_path: Path, number: int) -> None:
    # What Windows answers to a path that is too long depends on a setting of the computer.
    refusing = replace(failing("create", OSError(number, os.strerror(number))), opens_alone=True)
    codes: list[str] = []
    for length in (MOST_WINDOWS - 1, MOST_WINDOWS):
        with pytest.raises(RiecError) as caught:
            replace_file(path_of(length, tmp_path), b"", refusing)
        assert sentence(caught.value)
        codes.append(caught.value.code)
    assert codes == ["file.folder_missing" if number == errno.ENOENT else "file.not_written", "file.path_too_long"]


# --- The encoding of the system ---------------------------------------------------------------------------------------


def test_nothing_is_read_or_written_in_the_encoding_of_the_system(tmp_path: Path) -> None:
    """On Windows that is cp1252. The self-test does all that the program does, with its children."""
    strict = {"PYTHONUTF8": "0", "PYTHONWARNDEFAULTENCODING": "1", "PYTHONWARNINGS": "error::EncodingWarning"}
    done = subprocess.run(
        own_command("selftest"),
        env={**own_surroundings(), **strict, "PYTHONIOENCODING": "cp1252", "LC_ALL": "C"},
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Alles werkt." in done.stdout


# --- Files that another program holds ---------------------------------------------------------------------------------

WRITES_ITSELF = {
    "files.py": "the one place that replaces files",
    "dossier/json_schema.py": "run by developers",
    "cli/trials.py": "in a temporary folder",
    "office/conversion.py": "in a temporary folder",
    "office/settings.py": "in a temporary folder",
    "workspace/last_run.py": "empties the report of a crash, and copes when it cannot",
}


def test_files_are_replaced_in_one_place_that_expects_them_to_be_held() -> None:
    """`tests/test_files.py` and `workspace/test_trouble.py` let each step of that place fail."""
    writing = re.compile(r"\bos\.(replace|rename)\(|\.(rename|write_bytes|write_text)\(|shutil\.(move|copy\w*)\(")
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if writing.search(path.read_text(encoding="utf-8"))
    }
    assert found <= WRITES_ITSELF.keys()


def held(*_: object, **__: object) -> NoReturn:
    raise PermissionError(errno.EACCES, "Permission denied")


@pytest.mark.expects_log("kept work cannot be removed")
def test_kept_work_that_a_virus_scanner_holds_stays_and_goes_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env, work = environment(tmp_path), incoming_of(example_dossier())
    keep_for_later(env, "dossier", work)
    with monkeypatch.context() as scanner:
        scanner.setattr(Path, "unlink", held)
        forget(env, "dossier", work.id)
    assert [one.id for one in kept(env, "dossier")] == [work.id]
    forget(env, "dossier", work.id)
    assert kept(env, "dossier") == ()


def test_a_dossier_closes_while_a_virus_scanner_holds_what_was_kept_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "dossier.werk"
    base_path(place).write_bytes(b"zoals het was")
    monkeypatch.setattr(Path, "unlink", held)
    throw_away(place)
    assert REAL.read(base_path(place), 100) == b"zoals het was"
