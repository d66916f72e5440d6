"""The dossiers that were opened last, for the start screen. A list that cannot be read or written is an empty one."""

from collections.abc import Iterable
from pathlib import Path
from typing import cast

from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.small_files import read_json, write_json

MOST = 10
"""How many dossiers are remembered."""


def _file(env: Environment) -> Path:
    return env.data_folder / "recent.json"


def recent_files(env: Environment) -> tuple[Path, ...]:
    """Dossier files that were opened or saved, the newest first; also those that are gone or out of reach now."""
    plain = read_json(_file(env))
    if not isinstance(plain, list):
        return ()
    return tuple(Path(one) for one in cast("list[object]", plain) if isinstance(one, str))


def remember(env: Environment, path: Path) -> None:
    """Put a dossier file at the top of the list."""
    newest = path.absolute()
    _write(env, (newest, *(one for one in recent_files(env) if one != newest)))


def forget(env: Environment, path: Path) -> None:
    """Take a dossier file off the list."""
    _write(env, (one for one in recent_files(env) if one != path))


def _write(env: Environment, paths: Iterable[Path]) -> None:
    write_json(_file(env), [str(one) for one in paths][:MOST])
