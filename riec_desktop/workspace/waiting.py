"""Whether work was left behind by a program that stopped, told without loading what reads it.

The window asks at its start, when mostly nothing is there; what reads it is loaded only when something is.
"""

from typing import TYPE_CHECKING

from riec_desktop.errors import RiecError
from riec_desktop.workspace.environment import Environment

if TYPE_CHECKING:
    from riec_desktop.workspace.session import Recovery

STORES = "werk"
"""The folder of the working stores, in the data folder."""


def left_over(env: Environment) -> "tuple[Recovery, ...]":
    """The unsaved work that sessions left behind on this computer, the newest first."""
    if not _is_anything_left(env):
        return ()
    from riec_desktop.workspace.session import recoverable

    return recoverable(env)


def unreadable(env: Environment) -> tuple[RiecError, ...]:
    """What is wrong with work that was left behind and cannot be read: it stays where it is, for the helpdesk."""
    if not _is_anything_left(env):
        return ()
    from riec_desktop.storage.working_store import find_leftovers

    found = find_leftovers(env.data_folder / STORES)
    return tuple(one.problem for one in found if one.problem is not None)


def _is_anything_left(env: Environment) -> bool:
    folder = env.data_folder / STORES
    return folder.is_dir() and any(folder.iterdir())
