"""Trying setup and zip under Wine as an IT department would: install silently, use, open by type, update, remove."""

import re
import subprocess
import time
import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from bootstrap import SetupError
from wine import Wine, windows_path

NAME = "RIEC Jaarverslag"
UNWRITABLE, STILL_OPEN, OTHER_FOLDER = 2, 3, 4
"""What the setup ends with when it refuses: see `windows/setup.nsi`."""
KEYS = (
    rf"HKCU\Software\{NAME}",
    r"HKCU\Software\Classes\.riec",
    r"HKCU\Software\Classes\RIEC.Jaarverslag.Dossier",
    rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{NAME}",
)
"""All that is in the registry, as docs/beheer.md says."""

_PATIENCE = 90
"""Seconds that the window may take to open a dossier under Wine."""


def try_all(wine: Wine, setup: Path) -> None:
    """Raises `SetupError` at the first thing that does not hold."""
    user = _user(wine)
    data, programs = _data(user), _programs(user)
    _install(wine, setup, programs)
    dossier = _example(wine, programs, user / "proef dossier.riec")
    with _opened_by_type(wine, dossier, data):
        _refuse_while_open(wine, setup, programs)
    _refuse_unwritable(wine, setup, programs)
    _update(wine, setup, programs)
    _refuse_foreign_folder(wine, setup)
    _remove_all(wine, programs, dossier, data)


def try_update_of(wine: Wine, older: Path, setup: Path, frozen: Path) -> None:
    """The setup over one of an older version that was in use. Raises as `try_all`.

    `frozen` is the folder that the new setup was made from.
    """
    user = _user(wine)
    data, programs = _data(user), _programs(user)
    _put_there(wine, older, programs)
    dossier = _example(wine, programs, user / "ouder dossier.riec")
    older_version, before = _said(wine, programs, "--versie"), _said(wine, programs, "show", windows_path(dossier))
    with _opened_by_type(wine, dossier, data):
        _expect(wine.run(windows_path(setup), "/S").returncode == STILL_OPEN, "Bijwerken kan terwijl de oude open is.")
    _install(wine, setup, programs)
    _expect(_said(wine, programs, "--versie") != older_version, "Na bijwerken is de versie nog de oude.")
    _expect(_files(programs) - _ADDED == _files(frozen), "Na bijwerken staat er iets anders dan van de nieuwe versie.")
    _expect(_said(wine, programs, "show", windows_path(dossier)) == before, "In het oude dossier staat iets anders.")
    with _opened_by_type(wine, dossier, data):
        pass
    _remove_all(wine, programs, dossier, data)


_ADDED = {"uninstall.exe", "_internal/dossier.ico"}
"""What the setup puts beside the files of the frozen folder."""


def _user(wine: Wine) -> Path:
    return next(path for path in (wine.drive / "users").iterdir() if path.name != "Public")


def _data(user: Path) -> Path:
    return user / "AppData" / "Local" / NAME


def _programs(user: Path) -> Path:
    return user / "AppData" / "Local" / "Programs" / NAME


def _files(folder: Path) -> set[str]:
    return {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}


def _example(wine: Wine, programs: Path, dossier: Path) -> Path:
    """A new dossier with the example."""
    dossier.unlink(missing_ok=True)
    _said(wine, programs, "example", windows_path(dossier))
    return dossier


def _said(wine: Wine, programs: Path, *words: str) -> str:
    """What the installed program says on the command line; it must end well."""
    done = wine.run(programs / "riec-desktop.exe", *words)
    _expect(done.returncode == 0, f"Het geïnstalleerde programma faalt bij {words[0]}:\n{done.stdout}")
    return done.stdout


def _remove_all(wine: Wine, programs: Path, dossier: Path, data: Path) -> None:
    """The program and its file type go, what the user made stays."""
    _expect(_remove(wine, programs) == 0, "Verwijderen faalt.")
    _expect(not (programs / f"{NAME}.exe").exists(), "Na verwijderen staat het programma er nog.")
    left = [key for key in KEYS if wine.run("reg", "query", key).returncode == 0]
    _expect(not left, f"Na verwijderen staat er nog iets in het register: {left}")
    _expect(dossier.is_file() and data.is_dir(), "Verwijderen raakte gegevens van de gebruiker.")


def try_portable(wine: Wine, archive: Path, folder: Path) -> None:
    """Unpack the zip in this folder and use it there: it works and writes nothing beside itself."""
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    before = seen(folder)
    done = wine.run(folder / NAME / "riec-desktop.exe", "selftest")
    _expect(done.returncode == 0, "Het programma uit de zip faalt.")
    _expect(seen(folder) == before, "Het programma uit de zip schrijft in zijn eigen map.")


def seen(folder: Path) -> dict[str, tuple[int, int]]:
    """What is in a folder, so that it can be told later whether anything was written there."""
    return {str(one): (one.stat().st_size, one.stat().st_mtime_ns) for one in folder.rglob("*")}


def _install(wine: Wine, setup: Path, programs: Path) -> None:
    _put_there(wine, setup, programs)
    _said(wine, programs, "selftest")
    known = _in_registry(wine, KEYS[-1], "DisplayVersion")
    _expect(known and known in _said(wine, programs, "--versie"), "Windows kent een andere versie dan er staat.")


def _put_there(wine: Wine, setup: Path, programs: Path) -> None:
    _expect(wine.run(windows_path(setup), "/S").returncode == 0, "De setup eindigt met een fout.")
    _expect((programs / f"{NAME}.exe").is_file(), "De setup zet het programma niet neer.")


def _remove(wine: Wine, programs: Path) -> int:
    return wine.run(programs / "uninstall.exe", "/S", *_unquoted("_?=" + _dos(programs))).returncode


def _unquoted(word: str) -> list[str]:
    """A word that has to arrive without quotes, whatever is in it: NSIS takes all that follows to be the path."""
    return word.split(" ")


def _refuse_while_open(wine: Wine, setup: Path, programs: Path) -> None:
    """Code 3, and nothing has changed."""
    before = seen(programs)
    _expect(
        wine.run(windows_path(setup), "/S").returncode == STILL_OPEN, "De setup vervangt een programma dat open is."
    )
    _expect(_remove(wine, programs) == STILL_OPEN, "Verwijderen kan terwijl het programma open is.")
    _expect(seen(programs) == before, "Een geweigerde setup verandert toch iets.")


def _update(wine: Wine, setup: Path, programs: Path) -> None:
    """A newer version over an older: what only the older one had is gone."""
    old = programs / "_internal" / "van vroeger.dll"
    old.write_bytes(b"MZ")
    _install(wine, setup, programs)
    _expect(not old.exists(), "Na bijwerken staan er nog bestanden van de oude versie.")


def _refuse_unwritable(wine: Wine, setup: Path, programs: Path) -> None:
    """Code 2 where nothing can be written, and nothing has changed. Root may write anywhere: a folder is in the way."""
    in_the_way = programs / "schrijfproef.tmp"
    in_the_way.mkdir()
    before = seen(programs)
    _expect(wine.run(windows_path(setup), "/S").returncode == UNWRITABLE, "De setup zegt niet dat schrijven niet kan.")
    _expect(seen(programs) == before, "Een setup die niet kan schrijven, verandert toch iets.")
    in_the_way.rmdir()


def _refuse_foreign_folder(wine: Wine, setup: Path) -> None:
    """Code 4 in a folder that holds files of somebody else, and nothing has changed there."""
    folder = wine.drive / "van een ander"
    folder.mkdir(exist_ok=True)
    (folder / "belangrijk.txt").write_text("van mij", encoding="ascii")
    _expect(
        wine.run(windows_path(setup), "/S", *_unquoted("/D=" + _dos(folder))).returncode == OTHER_FOLDER,
        "De setup neemt andermans map.",
    )
    _expect([one.name for one in folder.iterdir()] == ["belangrijk.txt"], "De setup verandert andermans map.")


def _dos(path: Path) -> str:
    """A path on drive C: as Windows writes it."""
    parts = path.parts[path.parts.index("drive_c") + 1 :]
    return "\\".join(["C:", *parts])


def _in_registry(wine: Wine, key: str, name: str = "") -> str:
    """A text in the registry; the unnamed one when no name is given, '' when it is not there."""
    said = wine.run("reg", "query", key, *(("/v", name) if name else ("/ve",))).stdout
    found = re.search(r"REG_SZ\s+(.+)", said)
    return found[1].strip() if found else ""


@contextmanager
def _opened_by_type(wine: Wine, dossier: Path, data: Path) -> Generator[None]:
    """Run what a double click runs, on a screen; inside, the program has the dossier open."""
    command = re.match(r'"(.+)" "%1"$', _in_registry(wine, rf"{KEYS[2]}\shell\open\command"))
    _expect(command is not None, "Het bestandstype .riec is niet aan het programma verbonden.")
    before = set(data.rglob("*.werk"))
    with screen() as display:
        program = wine.start(command[1] if command else "", windows_path(dossier), display=display)
        try:
            _wait_for_store(data, before)
            yield
        finally:
            wine.run("taskkill", "/F", "/IM", f"{NAME}.exe")
            program.wait(timeout=60)


def _wait_for_store(data: Path, before: set[Path]) -> None:
    """A working store appears when a dossier is open."""
    end = time.monotonic() + _PATIENCE
    while not set(data.rglob("*.werk")) - before:
        _expect(time.monotonic() < end, "Een dubbelklik op een dossier opent het niet.")
        time.sleep(1)


@contextmanager
def screen() -> Generator[str]:
    """An X screen that nobody sees and nobody else uses, for as long as it takes. Gives its name, such as ':99'."""
    command = ["/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            yield f":{server.stdout.readline().strip()}" if server.stdout else ""
        finally:
            server.terminate()


def _expect(holds: object, sentence: str) -> None:
    if not holds:
        raise SetupError(sentence)
