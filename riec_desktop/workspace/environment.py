"""What the outside world gives the workspace: a folder, a person, a clock and new ids. Passed in, never global."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from riec_desktop.files import REAL, FileSystem
from riec_desktop.paths import local_data_folder

if TYPE_CHECKING:
    from riec_desktop.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The surroundings of every use case.

    `data_folder` holds working stores, the recent list, preferences and the log; `author` is the person at the
    keyboard; `now` gives an aware time in whole seconds; `new_id` gives an id that nobody else has; `office` finds the
    office program of this computer, None when it has none. `files` is how dossier files and copies of them are read
    and written, `machine` the name of this computer.
    """

    data_folder: Path
    author: str
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    office: "Callable[[], Office | None]" = lambda: None
    files: FileSystem = REAL
    machine: str = ""


def real_environment() -> Environment:
    """The environment of this computer and its user. What takes time to load is loaded when it is asked for."""
    return Environment(
        data_folder=local_data_folder(),
        author=_user_name(),
        now=_now,
        new_id=_new_id,
        office=_find_office,
        machine=_machine_name(),
    )


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)


def _new_id() -> str:
    from riec_desktop.dossier.record import new_id

    return new_id()


def _find_office() -> "Office | None":
    from riec_desktop.office import find_office

    return find_office()


def _machine_name() -> str:
    """The name of this computer as its user knows it, asked without the network."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def _user_name() -> str:
    """The name that the operating system knows; '' when it knows none, as in some containers."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
