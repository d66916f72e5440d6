"""Whether work was left behind by a program that stopped, told without loading what reads it.

The window asks at its start, when mostly nothing is there; what reads it is loaded only when something is.
"""

from typing import TYPE_CHECKING

from riec_desktop.workspace.environment import Environment

if TYPE_CHECKING:
    from riec_desktop.workspace.session import Recovery

STORES = "werk"
"""The folder of the working stores, in the data folder."""


def left_over(env: Environment) -> "tuple[Recovery, ...]":
    """The unsaved work that sessions left behind on this computer, the newest first."""
    folder = env.data_folder / STORES
    if not folder.is_dir() or not any(folder.iterdir()):
        return ()
    from riec_desktop.workspace.session import recoverable

    return recoverable(env)
