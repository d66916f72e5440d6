"""Whether this computer has LibreOffice or Word, and where.

Word comes first where there is one: its page numbers are those that the reader of the chapter will see. LibreOffice is
searched on the PATH, in the Windows registry and in its usual folders.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from riec_desktop.office.programs import LibreOffice, Office, Program, Word

NO_OFFICE = "geen"
"""The value of `RIEC_OFFICE` with which no office program is used."""

_COMMANDS = ("soffice", "libreoffice")
_APP_PATH = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\soffice.exe"
_INSTALL_PATH = r"HKEY_LOCAL_MACHINE\SOFTWARE\LibreOffice\UNO\InstallPath"
_WORD_CLASS = r"HKEY_CLASSES_ROOT\Word.Application\CLSID"
_PROGRAM_FOLDERS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
_APPLE = "Applications/LibreOffice.app/Contents/MacOS/soffice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    r"""What is asked of a computer.

    `platform` as `sys.platform`; `which` finds a command on the PATH; `is_file` says whether a path is a file;
    `registry` gives the default value of a key of the Windows registry ('HKEY_LOCAL_MACHINE\…'), '' when it has none.
    """

    platform: str
    environ: Mapping[str, str]
    which: Callable[[str], str | None]
    is_file: Callable[[Path], bool]
    registry: Callable[[str], str]
    home: Path


def this_machine() -> Machine:
    """The computer that the program runs on."""
    return Machine(
        platform=sys.platform,
        environ=os.environ,
        which=shutil.which,
        is_file=Path.is_file,
        registry=registry_value,
        home=Path.home(),
    )


def registry_value(key: str) -> str:
    """The default value of a key of the Windows registry; '' when there is none, and on other systems."""
    if sys.platform != "win32":
        return ""
    import winreg

    root, _, path = key.partition("\\")
    try:
        return winreg.QueryValue(getattr(winreg, root), path)
    except OSError:
        return ""


def find_office(machine: Machine | None = None) -> Office | None:
    """The office programs of a computer (None: this one); None when it has none.

    The environment variable `RIEC_OFFICE` goes first: the path of a LibreOffice, or 'geen' to use none.
    """
    asked = machine or this_machine()
    chosen = asked.environ.get("RIEC_OFFICE", "")
    if chosen == NO_OFFICE:
        return None
    programs = (LibreOffice(path=Path(chosen)),) if chosen else tuple(_programs(asked))
    return Office(programs=programs) if programs else None


def _programs(machine: Machine) -> Iterator[Program]:
    powershell = machine.which("powershell") if machine.platform == "win32" else None
    if powershell and machine.registry(_WORD_CLASS):
        yield Word(powershell=Path(powershell))
    path = next((one for one in _places(machine) if machine.is_file(one)), None)
    if path is not None:
        yield LibreOffice(path=path)


def _places(machine: Machine) -> Iterator[Path]:
    """Where LibreOffice may be, the likeliest place first."""
    yield from (Path(found) for found in map(machine.which, _COMMANDS) if found)
    if machine.platform == "win32":
        yield from _windows_places(machine)
    if machine.platform == "darwin":
        yield from (Path("/") / _APPLE, machine.home / _APPLE)


def _windows_places(machine: Machine) -> Iterator[Path]:
    if program := machine.registry(_APP_PATH):
        yield Path(program)
    if folder := machine.registry(_INSTALL_PATH):
        yield Path(folder) / "soffice.exe"
    for name in _PROGRAM_FOLDERS:
        if folder := machine.environ.get(name):
            yield Path(folder) / "LibreOffice" / "program" / "soffice.exe"
