"""Make everything that users get, from a clean clone: `python3 packaging/build.py [linux] [windows] [--tests]`.

On Debian it makes the Windows program with a Windows Python under Wine and the Linux program beside it; on Windows the
Windows program. For each: the frozen folder, tried with its own self-test; for Windows also a setup for one user, a
portable zip, and a trial of installing, opening and removing it. Everything lands in `dist/` with checksums, a bill of
materials, the sizes and the times. With `--tests` the whole test suite runs under the Windows Python first, which takes
long: `dist/windows-tests.txt`. People read its output: that is Dutch. More is told in docs/packaging.md.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bootstrap import ROOT, Job, SetupError, prepare, run, say, venv_python

if TYPE_CHECKING:
    from bill import Part
    from wine import Wine

NAME = "RIEC Jaarverslag"
CONSOLE = "riec-desktop"
BUILD, DIST = ROOT / "build", ROOT / "dist"
INSIDE = ROOT / "packaging" / "bundled.py"
LOCK = "requirements-freeze.txt"
JOB = Job(locks=(LOCK,), command=("packaging/build.py",))
TESTS = "--tests"
USAGE = """Gebruik:
  python3 packaging/build.py [linux] [windows]    alles maken en proberen; zonder naam voor elk systeem dat hier kan
  python3 packaging/build.py windows --tests      ook alle tests met de Python van Windows draaien (duurt lang)"""
MOST_UNPACKED, MOST_SETUP, MOST_LINUX = 130_000_000, 45_000_000, 190_000_000
"""Bytes that the Windows folder and its setup may have: what a slow network drive and a mailbox still take.

The Linux folder has libraries besides that Windows has of itself.
"""


def main(words: Sequence[str]) -> int:
    """Build for the systems named, or for all that can be built here. Gives the exit code."""
    if not set(words) <= {"linux", "windows", TESTS}:
        say(USAGE)
        return 0 if set(words) & {"-h", "--help"} else 2
    try:
        if Path(sys.prefix) != ROOT / ".venv":
            prepare(ROOT, JOB)
            return subprocess.run([venv_python(ROOT), __file__, *words], cwd=ROOT, check=False).returncode
        build(tuple(word for word in words if word != TESTS) or default_systems(), with_tests=TESTS in words)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def default_systems() -> tuple[str, ...]:
    """What can be built on this system."""
    return ("windows",) if sys.platform == "win32" else ("linux", "windows")


def build(systems: Sequence[str], *, with_tests: bool = False) -> None:
    """Build for these systems, one after the other, and write what belongs to all. Raises `SetupError`.

    `with_tests`: the test suite runs under the Python of the Windows that is built with.
    """
    from build_results import write_sizes, write_sums

    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir(parents=True)
    took: dict[str, float] = {}
    for system in systems:
        begun = time.monotonic()
        if with_tests and system == "windows":
            test_windows()
        BUILDERS[system, sys.platform == "win32"]()
        took[system] = time.monotonic() - begun
    write_manual()
    write_sizes(DIST, took)
    write_sums(DIST)
    say(f"Klaar: {DIST}")


def write_manual() -> None:
    """The manual as one Word document, for who wants to print or mail it."""
    script = ROOT / "packaging" / "make_manual.py"
    run([sys.executable, script, DIST / "Handleiding.docx"], "De handleiding kon niet worden gemaakt.")


# --- Linux -----------------------------------------------------------------------------------------------------------


def build_linux() -> None:
    """The Linux folder, tried and packed."""
    from build_results import add_licences, add_system_licences, expect_size, pack, size_of
    from setup_trial import seen

    say("Linux: bevriezen...")
    folder = freeze_here(DIST / "linux")
    add_licences(folder, Path(sys.prefix))
    list_parts("Linux", Path(sys.prefix), ask_here(INSIDE), add_system_licences(folder))
    say("Linux: proberen...")
    before = seen(folder)
    run([folder / CONSOLE, "selftest"], "De zelftest van de Linux-map mislukt.")
    if seen(folder) != before:
        raise SetupError("Het programma schrijft in zijn eigen map.")
    expect_size(NAME, size_of(folder), MOST_LINUX)
    pack(folder, DIST / f"{NAME} {version()} Linux.tar.gz")


def freeze_here(target: Path) -> Path:
    """The frozen folder for this system, in `target`."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--distpath", target]
    work = ("--workpath", BUILD / "pyinstaller", ROOT / "packaging" / "riec.spec")
    run([*command, *work], "Het bevriezen mislukt.")
    return target / NAME


# --- Windows ---------------------------------------------------------------------------------------------------------


def build_windows_under_wine() -> None:
    """The Windows folder, its setup and its zip, made and tried under Wine."""
    import wine
    from build_results import add_licences
    from frozen_parts import EXCLUDED
    from locked_for import WINDOWS, requirements_for
    from setup_trial import try_all, try_portable

    windows = wine.prepare(BUILD / "wine")
    say("Windows: onderdelen installeren...")
    wine.install(windows, requirements_for(ROOT / "packaging" / LOCK, WINDOWS, EXCLUDED), BUILD)
    say("Windows: bevriezen...")
    folder = freeze_under_wine(windows, ROOT / "packaging" / "riec.spec", DIST / "windows", BUILD / "pyinst-w")
    add_licences(folder, windows.python.parent)
    inside = windows.run(windows.python, wine.windows_path(INSIDE))
    expect(inside, "De onderdelen konden niet worden opgesomd.")
    list_parts("Windows", windows.python.parent, inside.stdout)
    say("Windows: proberen...")
    expect(windows.run(folder / f"{CONSOLE}.exe", "selftest"), "De zelftest van de Windows-map mislukt.")
    setup = finish_windows(folder)
    say("Windows: installeren, openen, bijwerken en verwijderen proberen...")
    try_all(windows, setup)
    with TemporaryDirectory(prefix="zip in een map é ") as elsewhere:
        try_portable(windows, zip_of("Windows"), Path(elsewhere))


def freeze_under_wine(windows: "Wine", spec: Path, target: Path, work: Path) -> Path:
    """The frozen folder for Windows, in `target`; `work` is what PyInstaller needs meanwhile."""
    from wine import windows_path

    paths = ("--distpath", windows_path(target), "--workpath", windows_path(work), windows_path(spec))
    expect(windows.run(windows.python, "-m", "PyInstaller", "--noconfirm", *paths), "Het bevriezen mislukt.")
    return target / NAME


def test_windows() -> None:
    """Every test under the Windows Python: that under Wine, or our own on Windows itself."""
    import windows_tests

    say("Windows: alle tests...")
    report = DIST / "windows-tests.txt"
    if sys.platform == "win32":
        windows_tests.run_here(report)
    else:
        windows_tests.run_under_wine(BUILD / "wine-tests", report)


def build_windows_here() -> None:
    """The same on Windows itself; installing is left to the person or the workflow."""
    from build_results import add_licences

    folder = freeze_here(DIST / "windows")
    add_licences(folder, Path(sys.prefix))
    list_parts("Windows", Path(sys.prefix), ask_here(INSIDE))
    run([folder / f"{CONSOLE}.exe", "selftest"], "De zelftest van de Windows-map mislukt.")
    finish_windows(folder)


def finish_windows(folder: Path) -> Path:
    """The portable zip and the setup of this frozen folder; gives the setup. Signs both programs when it can."""
    from build_results import expect_size, pack, size_of
    from signing import sign, unsigned

    sign(unsigned(folder))
    expect_size(NAME, size_of(folder), MOST_UNPACKED)
    pack(folder, zip_of("Windows"))
    setup = make_setup(folder, version(), setup_of(version()))
    sign([setup])
    expect_size(setup.name, setup.stat().st_size, MOST_SETUP)
    return setup


def zip_of(system: str) -> Path:
    """The zip of the frozen folder."""
    return DIST / f"{NAME} {version()} {system}.zip"


def setup_of(number: str) -> Path:
    """Where the setup of this version stands."""
    return DIST / f"{NAME} {number} setup.exe"


def make_setup(folder: Path, number: str, setup: Path) -> Path:
    """The setup program of this version, made by NSIS from this frozen folder."""
    from windows_version import numbers

    defines = {
        "VERSION": number,
        "NUMBERS": ".".join(map(str, numbers(number))),
        "SOURCE": str(folder),
        "OUTPUT": str(setup),
    }
    if os.environ.get("RIEC_SIGN_PFX"):
        defines["SIGN"] = f'"{sys.executable}" "{ROOT / "packaging" / "signing.py"}"'
    given = [f"-D{name}={value}" for name, value in defines.items()]
    script = ROOT / "packaging" / "windows" / "setup.nsi"
    run([makensis(), "-V2", "-INPUTCHARSET", "UTF8", *given, script], "De setup kon niet worden gemaakt.")
    return setup


def makensis() -> str:
    """NSIS, where it is in the path or where its own setup puts it. Raises `SetupError` when it is not there."""
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS" / "makensis.exe"
    found = shutil.which("makensis") or (str(usual) if usual.is_file() else "")
    if not found:
        raise SetupError("Voor de setup is NSIS nodig: https://nsis.sourceforge.io")
    return found


# --- Both ------------------------------------------------------------------------------------------------------------


def ask_here(script: Path) -> str:
    """What a script prints under our own Python."""
    return subprocess.run([sys.executable, script], capture_output=True, check=True, encoding="utf-8").stdout


def list_parts(system: str, python: Path, inside: str, of_system: "Sequence[Part]" = ()) -> None:
    """Write the bill of materials of the folder for this system; `inside` is what `bundled` printed there."""
    from bill import parts_of, write_bill
    from build_results import shipped_packages

    said = json.loads(inside)
    parts = parts_of(shipped_packages(python), said["python"], said["bundled"], of_system)
    write_bill(DIST / f"{NAME} {version()} {system} onderdelen.cdx.json", version(), parts)


def version() -> str:
    """The one version."""
    from riec_desktop import __version__

    return __version__


def expect(done: "subprocess.CompletedProcess[str]", failed: str) -> None:
    """Raise `SetupError` with the end of what the program said, unless it ended well."""
    if done.returncode != 0:
        raise SetupError("\n".join([failed, "", *done.stdout.splitlines()[-25:]]))


BUILDERS = {
    ("linux", False): build_linux,
    ("windows", False): build_windows_under_wine,
    ("windows", True): build_windows_here,
}
"""How to build for a system, and whether that is done on Windows."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
