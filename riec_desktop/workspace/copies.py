"""Copies that stand beside a dossier file because two computers wrote it at once, or because somebody made one.

A sync program that meets two versions keeps both and gives one another name. Such a file is told only when it is the
same dossier and holds work that the open one does not know.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from riec_desktop.errors import RiecError
from riec_desktop.files import clean_up
from riec_desktop.storage.dossier_file import SUFFIX, open_dossier
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.waiting import STORES

_MOST = 20
"""Copies that are looked at: more of them is a folder that somebody keeps copies in."""

_AFTER = re.compile(
    r"""
    -[\w-]{1,20}                          # OneDrive: the name of the computer
    | \s?\(.+\)                           # Dropbox, Nextcloud, SharePoint '(conflicted copy …)'; browsers '(1)'
    | \s-\s(kopie|copy)(\s\(\d+\))?       # Windows
    | \.sync-conflict-[\w-]+              # Syncthing
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE = re.compile(r"(kopie|copy)(\s\(\d+\))?\s(van|of)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictCopy:
    """A copy with work that the open dossier does not know: how many steps, who made the newest, and when."""

    path: Path
    steps: int
    person: str
    time: datetime


def is_copy_name(name: str, other: str) -> bool:
    """Whether `other` is what a program makes of `name` when it keeps a second version; both without suffix."""
    plain, changed = name.casefold(), other.casefold()
    if changed.startswith(plain):
        return _AFTER.fullmatch(changed[len(plain) :]) is not None
    if changed.endswith(plain):
        return _BEFORE.fullmatch(changed[: -len(plain)]) is not None
    return False


def conflict_copies(env: Environment, path: Path, dossier_id: str, known: frozenset[str]) -> tuple[ConflictCopy, ...]:
    """The copies beside a dossier file; `known` are the ids of the steps that the open dossier has.

    Copies that cannot be read, and folders that cannot be looked into, are passed over.
    """
    found = (_copy(env, one, dossier_id, known) for one in _named_alike(path)[:_MOST])
    return tuple(one for one in found if one is not None)


def _named_alike(path: Path) -> list[Path]:
    """The opened file may be the copy itself, so names are compared both ways."""
    try:
        return [one for one in _others(path) if is_copy_name(path.stem, one.stem) or is_copy_name(one.stem, path.stem)]
    except OSError:
        return []


def _others(path: Path) -> Iterator[Path]:
    for one in sorted(path.parent.iterdir()):
        if one.suffix.lower() == SUFFIX and one.name != path.name:
            yield one


def _copy(env: Environment, path: Path, dossier_id: str, known: frozenset[str]) -> ConflictCopy | None:
    try:
        content = open_dossier(path, fs=env.files).content
    except RiecError:
        return None
    new = [row for row in content.history if row.id not in known]
    if content.id != dossier_id or not new:
        return None
    return ConflictCopy(path=path, steps=len(new), person=new[-1].author, time=new[-1].time)


def look_beside(env: Environment, path: Path, dossier_id: str, known: frozenset[str]) -> tuple[ConflictCopy, ...]:
    """`conflict_copies`, after removing the temporary files that stopped programs left there and on this computer."""
    for folder in (path.parent, env.data_folder / STORES):
        clean_up(folder, env.files)
    return conflict_copies(env, path, dossier_id, known)
