"""Where an office program is looked for, on computers of all kinds."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import pytest

from riec_desktop.office import LibreOffice, Office, Word, find_office
from riec_desktop.office.finding import Machine, registry_value, this_machine

POWERSHELL = r"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
WORD = r"HKEY_CLASSES_ROOT\Word.Application\CLSID"
APP_PATH = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\soffice.exe"
INSTALL_PATH = r"HKEY_LOCAL_MACHINE\SOFTWARE\LibreOffice\UNO\InstallPath"


def machine(
    platform: str,
    *,
    commands: Mapping[str, str] | None = None,
    files: tuple[Path, ...] = (),
    registry: Mapping[str, str] | None = None,
    environ: Mapping[str, str] | None = None,
) -> Machine:
    on_path = commands or {}
    return Machine(
        platform=platform,
        environ=environ or {},
        which=on_path.get,
        is_file=lambda path: path in (*files, *map(Path, on_path.values())),
        registry=lambda key: (registry or {}).get(key, ""),
        home=Path("/home/anja"),
    )


def paths(office: Office | None) -> list[Path]:
    return [one.path for one in office.programs if isinstance(one, LibreOffice)] if office else []


def test_a_bare_computer_has_none() -> None:
    assert [find_office(machine(one)) for one in ("linux", "win32", "darwin")] == [None, None, None]


@pytest.mark.parametrize("command", ["soffice", "libreoffice"])
def test_on_linux_it_is_found_on_the_path(command: str) -> None:
    assert paths(find_office(machine("linux", commands={command: "/usr/bin/office"}))) == [Path("/usr/bin/office")]


@pytest.mark.parametrize("folder", ["/Applications", "/home/anja/Applications"])
def test_on_a_mac_it_is_found_among_the_applications(folder: str) -> None:
    place = Path(folder, "LibreOffice.app/Contents/MacOS/soffice")
    assert paths(find_office(machine("darwin", files=(place,)))) == [place]


@pytest.mark.parametrize(
    ("registry", "environ", "place"),
    [
        ({APP_PATH: "/lo/soffice.exe"}, {}, Path("/lo/soffice.exe")),
        ({INSTALL_PATH: "/lo/program"}, {}, Path("/lo/program/soffice.exe")),
        ({}, {"ProgramFiles": "/programs"}, Path("/programs/LibreOffice/program/soffice.exe")),
        ({}, {"ProgramFiles(x86)": "/programs86"}, Path("/programs86/LibreOffice/program/soffice.exe")),
    ],
    ids=["app path", "install path", "program files", "program files of 32 bits"],
)
def test_on_windows_it_is_found_in_the_registry_or_its_usual_folder(
    registry: Mapping[str, str], environ: Mapping[str, str], place: Path
) -> None:
    assert paths(find_office(machine("win32", files=(place,), registry=registry, environ=environ))) == [place]


def test_a_place_in_the_registry_where_nothing_is_any_more_does_not_count() -> None:
    assert find_office(machine("win32", registry={APP_PATH: "/weg/soffice.exe"})) is None


def test_word_goes_before_libreoffice_on_windows() -> None:
    found = find_office(
        machine("win32", commands={"powershell": POWERSHELL, "soffice": "/lo/soffice.exe"}, registry={WORD: "{0002}"})
    )
    assert found is not None
    assert [one.name for one in found.programs] == ["Word", "LibreOffice"]
    assert found.name == "Word"
    assert found.programs[0] == Word(powershell=Path(POWERSHELL))


@pytest.mark.parametrize(
    ("commands", "registry"), [({}, {WORD: "{0002}"}), ({"powershell": POWERSHELL}, {})], ids=["no shell", "no word"]
)
def test_word_needs_both_itself_and_powershell(commands: Mapping[str, str], registry: Mapping[str, str]) -> None:
    assert find_office(machine("win32", commands=commands, registry=registry)) is None


def test_a_person_can_choose_the_program_or_none() -> None:
    everything = machine("linux", commands={"soffice": "/usr/bin/soffice"})
    assert paths(find_office(replace(everything, environ={"RIEC_OFFICE": "/eigen/soffice"}))) == [
        Path("/eigen/soffice")
    ]
    assert find_office(replace(everything, environ={"RIEC_OFFICE": "geen"})) is None


def test_this_computer_is_asked_when_no_other_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIEC_OFFICE", "/eigen/soffice")
    assert paths(find_office()) == [Path("/eigen/soffice")]
    assert this_machine().is_file(Path(__file__))


def test_a_registry_without_the_key_says_nothing() -> None:
    assert registry_value(rf"HKEY_CURRENT_USER\{PureWindowsPath('Bestaat', 'niet')}") == ""
