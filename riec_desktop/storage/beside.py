"""The note beside a dossier file: who has it open. For people; what keeps files whole is elsewhere.

A small hidden JSON file in the same folder, so that a colleague sees it on a network drive and, a minute later, in a
synchronised folder. A crash leaves it behind: its owner writes it anew every few minutes (`BEAT`), so an old one counts
for nothing. Where it cannot be written, everything works without it.
"""

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from riec_desktop.dossier.dutch import local_time
from riec_desktop.dossier.text import clean_line
from riec_desktop.errors import RiecError
from riec_desktop.files import FileSystem, read_file, replace_file

BEAT = 300.0
"""Seconds between two writings of the note."""

OLD = 3 * BEAT
"""Seconds after which nobody stands behind a note: three beats were missed."""

_LIMIT = 10_000
_MOST = 100
"""Characters of a name that a person is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has a dossier file open. `since` is aware; `process` is the number of the program on that computer.

    `token` is different for every time that a file is opened.
    """

    program: str
    person: str
    machine: str
    process: int
    since: datetime
    token: str


def note_path(file: Path) -> Path:
    """Where the note of a dossier file stands. Not `~$…`: OneDrive does not bring such files to others."""
    return file.with_name(f".{file.name}.open")


def write_note(file: Path, holder: Holder, fs: FileSystem) -> bool:
    """Write the note, or write it anew; whether that worked."""
    path = note_path(file)
    plain = {**asdict(holder), "since": holder.since.isoformat()}
    try:
        replace_file(path, json.dumps(plain).encode(), fs)
    except RiecError:
        return False
    with suppress(OSError):
        fs.hide(path)
    return True


def read_note(file: Path, fs: FileSystem) -> Holder | None:
    """What the note says; None when there is none that can be read."""
    try:
        return _holder(json.loads(read_file(note_path(file), _LIMIT, fs)))
    except (RiecError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _holder(plain: object) -> Holder:
    """Anybody may have written the file, so it is read as a stranger's."""
    found = cast("dict[str, object]", plain)
    texts = {name: clean_line(str(found[name]))[:_MOST] for name in ("program", "person", "machine", "token")}
    since = local_time(datetime.fromisoformat(str(found["since"])))
    return Holder(**texts, process=int(str(found["process"])), since=since)


def remove_note(file: Path, holder: Holder, fs: FileSystem) -> None:
    """Take the note away when it is this holder's; one that cannot be removed grows old by itself."""
    found = read_note(file, fs)
    if found is not None and found.token == holder.token:
        with suppress(OSError):
            fs.remove(note_path(file))


def is_alive(file: Path, holder: Holder, machine: str, fs: FileSystem) -> bool:
    """Whether somebody stands behind the note: it is young, and its program still runs when that is on this computer.

    The age is taken on the clock of the folder, because clocks of computers differ. A note from the future is young.
    """
    if holder.machine == machine and not runs(holder.process):
        return False
    try:
        return fs.age(note_path(file)) < OLD
    except OSError:
        return False


if sys.platform == "win32":
    import ctypes

    _SYNCHRONIZE = 0x00100000
    _DENIED = 5

    def runs(process: int) -> bool:
        """Whether a process with this number runs on this computer."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = kernel.OpenProcess(_SYNCHRONIZE, 0, process & 0xFFFFFFFF)
        if not handle:
            return ctypes.get_last_error() == _DENIED
        ended = kernel.WaitForSingleObject(ctypes.c_void_p(handle), 0) == 0
        kernel.CloseHandle(ctypes.c_void_p(handle))
        return not ended

else:

    def runs(process: int) -> bool:
        """Whether a process with this number runs on this computer."""
        try:
            # Signal 0 asks and sends nothing; 0 and negative numbers are no process.
            os.kill(process, 0) if process > 0 else None
        except PermissionError:
            return True
        except (OSError, OverflowError):
            return False
        return process > 0
