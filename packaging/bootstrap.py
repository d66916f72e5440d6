"""Set everything up on this computer and run the program, or all tests: the two commands of the README.

    python3 packaging/bootstrap.py         the environment, then the example dossier with its documents and the window
    python3 packaging/bootstrap.py test    the environment with the test tools, then every quality gate

It is the first thing that runs on a computer, so it uses the standard library only, can be read by an older Python up
to the sentence that it is too old, and repairs what it can: what is missing on a bare Debian, an environment of another
Python, a half-finished installation. When nothing changed it installs nothing. People read its output: that is Dutch.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

if sys.version_info < (3, 11):
    sys.exit(
        "Dit programma heeft Python 3.11 of nieuwer nodig; dit is Python {}.{}. "
        "Installeer een nieuwere Python en probeer het opnieuw.".format(*sys.version_info)
    )

ROOT = Path(__file__).resolve().parent.parent

USAGE = """Gebruik:
  python3 packaging/bootstrap.py         alles klaarzetten, het voorbeeld maken en het programma openen
  python3 packaging/bootstrap.py test    alles klaarzetten en alle controles en tests draaien"""

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libEGL.so.1": "libegl1",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
"""What Qt loads even without a screen, and the Debian package that holds it."""

SCREEN_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt's xcb plugin loads besides, to open a window on an X screen."""


class SetupError(Exception):
    """The user has to do something first. The message is a Dutch sentence that says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What one of the two commands needs and runs.

    `locks` are file names in packaging/: the first is installed, any of them will do. `command` is what the
    environment's Python gets as arguments, in the project folder.
    """

    locks: tuple[str, ...]
    command: tuple[str, ...]


JOBS = {
    "": Job(locks=("requirements.txt", "requirements-test.txt"), command=("-m", "riec_desktop", "demo")),
    "test": Job(locks=("requirements-test.txt",), command=("packaging/gate.py",)),
}
"""The jobs by the words after the program's name. The test lock holds everything of the other, in the same versions."""


def main(words: Sequence[str]) -> int:
    """Set up and run the job of these command line words. Gives the exit code of the job; 1 when setting up failed."""
    job = JOBS.get(" ".join(words))
    if job is None:
        say(USAGE)
        return 0 if set(words) & {"-h", "--help"} else 2
    try:
        prepare(ROOT, job)
        return subprocess.run(
            [venv_python(ROOT), *job.command], cwd=ROOT, env=child_environment(), check=False
        ).returncode
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def say(text: str) -> None:
    """Tell the user, at once."""
    print(text, flush=True)


# --- the environment ------------------------------------------------------------------------------------------------


def prepare(root: Path, job: Job) -> None:
    """Make `.venv` fit for the job; do nothing when it already is."""
    if sys.platform == "linux":
        libraries = missing_packages(wanted_libraries(os.environ), can_load)
        add_system_packages(libraries, has_ensurepip=has_ensurepip(), install=apt_install)
    usable = is_usable(venv_python(root))
    if usable and stamp(root).is_file() and read_stamp(root) in {fingerprint(root, lock) for lock in job.locks}:
        return
    say("Klaar zetten... (de eerste keer duurt dit enkele minuten)")
    if not usable:
        make_venv(root)
    install(root, job.locks[0])
    say("Klaar.")


def venv_python(root: Path) -> Path:
    """The Python of the project's own environment."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_usable(python: Path) -> bool:
    """Whether this environment runs, has pip, and was made by the Python that runs now."""
    probe = "import sys, pip; print((sys.version_info[:], sys.base_prefix))"
    try:
        answer = subprocess.run([python, "-I", "-c", probe], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.strip() == str((sys.version_info[:], sys.base_prefix))


def make_venv(root: Path) -> None:
    """Make `.venv`, replacing whatever stands there."""
    run(
        [sys.executable, "-m", "venv", "--clear", root / ".venv"],
        "De map .venv kon niet worden gemaakt. Sluit het programma als het nog open is, verwijder de map .venv en "
        "probeer het opnieuw.",
    )


def install(root: Path, lock: str) -> None:
    """Install exactly what the lock says, then the project itself, and remember that it was done."""
    pip = [venv_python(root), "-I", "-m", "pip", "install", "--quiet"]
    failed = (
        "De onderdelen van het programma konden niet worden geïnstalleerd. Controleer de internetverbinding en probeer "
        "het opnieuw."
    )
    stamp(root).unlink(missing_ok=True)
    # The lock is complete; left to itself, pip looks for newer versions of what another package wants with an extra.
    run(
        [*pip, "--no-deps", "--require-hashes", "--only-binary=:all:", "--requirement", root / "packaging" / lock],
        failed,
    )
    run([*pip, "--no-deps", "--no-build-isolation", "--editable", root], failed)
    stamp(root).write_text(fingerprint(root, lock), encoding="ascii")


def stamp(root: Path) -> Path:
    """The file that remembers what was last installed."""
    return root / ".venv" / "installed.sha256"


def read_stamp(root: Path) -> str:
    """What was last installed, as a fingerprint."""
    return stamp(root).read_text(encoding="ascii", errors="replace")


def fingerprint(root: Path, lock: str) -> str:
    """A hash of all that decides what gets installed: the lock, the project's description, its version, its place."""
    digest = hashlib.sha256(os.fsencode(root))
    for name in (f"packaging/{lock}", "pyproject.toml", "riec_desktop/__init__.py"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


# --- what the system lacks ------------------------------------------------------------------------------------------


def wanted_libraries(environ: Mapping[str, str]) -> dict[str, str]:
    """The shared libraries that Qt needs here, with the Debian package of each."""
    return QT_LIBRARIES | (SCREEN_LIBRARIES if environ.get("DISPLAY") else {})


def missing_packages(libraries: Mapping[str, str], is_there: Callable[[str], bool]) -> list[str]:
    """The packages of the libraries that are not there."""
    return [package for library, package in libraries.items() if not is_there(library)]


def can_load(library: str) -> bool:
    """Whether the system finds this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_ensurepip() -> bool:
    """Whether this Python can make an environment with pip in it; Debian's cannot without its package for that."""
    return importlib.util.find_spec("ensurepip") is not None


def venv_package() -> str:
    """Debian's package that lets this Python make environments."""
    return "python{}.{}-venv".format(*sys.version_info)


def add_system_packages(
    libraries: Sequence[str], *, has_ensurepip: bool, install: Callable[[Sequence[str]], bool]
) -> None:
    """Install the missing packages with `install`; when that may not or cannot be done, say which command does it.

    Without Qt's libraries the documents can still be made, so that is only a remark. Without ensurepip there is no
    environment: a `SetupError`.
    """
    packages = [*([] if has_ensurepip else [venv_package()]), *libraries]
    if not packages or install(packages):
        return
    command = f"sudo apt-get install {' '.join(packages)}"
    if not has_ensurepip:
        raise SetupError(f"Python mist een onderdeel. Voer dit één keer uit en probeer het opnieuw:\n  {command}")
    say(f"Voor het venster ontbreken onderdelen van het systeem. Op Debian en Ubuntu haalt u ze op met:\n  {command}")


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages. Gives whether it succeeded; without apt-get or the rights for it, it did not."""
    if shutil.which("apt-get") is None or not is_root():
        return False
    say(f"Ontbrekende onderdelen van Debian installeren: {' '.join(packages)}")
    install = ("install", "--yes", "--no-install-recommends", *packages)
    return apt_get(*install) or (apt_get("update") and apt_get(*install))


def apt_get(*arguments: str) -> bool:
    """Run apt-get without questions and tell whether it succeeded."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "--quiet", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0


def is_root() -> bool:
    """Whether we may change the system."""
    return sys.platform != "win32" and os.geteuid() == 0


# --- child processes ------------------------------------------------------------------------------------------------


def run(command: Sequence[str | Path], failed: str) -> None:
    """Run a command quietly. When it fails: a `SetupError` of this sentence with the last lines of what it said."""
    result = subprocess.run(
        command,
        env=child_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        text=True,
        errors="replace",
    )
    if result.returncode != 0:
        raise SetupError("\n".join([failed, "", *result.stdout.splitlines()[-20:]]))


def child_environment() -> dict[str, str]:
    """The user's environment without what would bring in modules of another Python, or install elsewhere."""
    foreign = {"PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"}
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    return kept | {"PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
