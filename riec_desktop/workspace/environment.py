"""What the outside world gives the workspace: a folder, a person, a clock and new ids. Passed in, never global."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from riec_desktop.paths import local_data_folder

if TYPE_CHECKING:
    from riec_desktop.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The surroundings of every use case.

    `data_folder` holds working stores, the recent list, preferences and the log; `author` is the person at the
    keyboard; `now` gives an aware time in whole seconds; `new_id` gives an id that nobody else has; `office` finds the
    office program of this computer, None when it has none.
    """

    data_folder: Path
    author: str
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    office: "Callable[[], Office | None]" = lambda: None


def real_environment() -> Environment:
    """The environment of this computer and its user. What takes time to load is loaded when it is asked for."""
    return Environment(
        data_folder=local_data_folder(), author=_user_name(), now=_now, new_id=_new_id, office=_find_office
    )


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)


def _new_id() -> str:
    from riec_desktop.dossier.record import new_id

    return new_id()


def _find_office() -> "Office | None":
    from riec_desktop.office import find_office

    return find_office()


def _user_name() -> str:
    """The name that the operating system knows; '' when it knows none, as in some containers."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
