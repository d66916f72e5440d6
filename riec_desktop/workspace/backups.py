"""Backups of a dossier on this computer: whole dossier files with a date and a reason, so many that they stay few.

They are made before anything that changes much at once, and around a day of work. A backup is read back before it
counts as one.
"""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from riec_desktop.dossier.changes import Source
from riec_desktop.errors import RiecError
from riec_desktop.files import digest_of, read_file, replace_file
from riec_desktop.storage.dossier_file import LIMITS, SUFFIX, open_dossier
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.safekeeping import own_folder

LOG = logging.getLogger(__name__)

FOLDER = "reservekopieën"
DAYS, WEEKS, MONTHS = 7, 5, 12
"""How many days, weeks and months keep their newest backup."""

_NAME = re.compile(rf"(\d{{8}}T\d{{6}})Z(?:-\d+)?-([a-z]+){re.escape(SUFFIX)}")
_STAMP = "%Y%m%dT%H%M%S"


class Reason(StrEnum):
    """Why a backup was made; the value stands in the name of its file."""

    DAY = "dag"
    CLOSED = "sluiten"
    FORMAT = "vorm"
    IMPORT = "inlezen"
    MERGE = "samenvoegen"
    ROLLOVER = "jaarovergang"
    RESTORE = "terugzetten"


WHY: dict[Reason, str] = {
    Reason.DAY: "dagelijkse kopie",
    Reason.CLOSED: "bij het sluiten",
    Reason.FORMAT: "voor het opslaan in een nieuwere vorm",
    Reason.IMPORT: "voor het inlezen",
    Reason.MERGE: "voor het samenvoegen",
    Reason.ROLLOVER: "voor de jaarovergang",
    Reason.RESTORE: "voor het terugzetten",
}
"""The reason in words."""

ROUTINE = frozenset({Reason.DAY, Reason.CLOSED})
"""Backups that come by themselves; the newest of a day is enough."""


REASONS: Mapping[Source, Reason] = {
    Source.FORM: Reason.IMPORT,
    Source.WORD: Reason.IMPORT,
    Source.MERGE: Reason.MERGE,
    Source.ROLLOVER: Reason.ROLLOVER,
}
"""Steps that bring much in at once: the dossier as it was before them is backed up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup; `time` is aware, `size` in bytes."""

    path: Path
    time: datetime
    reason: Reason
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupPlan:
    """A backup that must be made, on any thread: `image` makes or reads the bytes of a dossier file."""

    dossier_id: str
    reason: Reason
    image: Callable[[], bytes]


# --- Making ----------------------------------------------------------------------------------------------------------


def make_backup(env: Environment, plan: BackupPlan) -> None:
    """Make a backup, read it back, and thin the older ones. What the newest backup holds already is not made again.

    Raises `RiecError` (`backup.failed`) with what went wrong; nothing else has changed then.
    """
    try:
        _make(env, plan)
    except (RiecError, OSError) as error:
        raise RiecError("backup.failed", reason=_reason(error), folder=env.data_folder / FOLDER) from error


def try_backup(env: Environment, plan: BackupPlan) -> tuple[RiecError, ...]:
    """`make_backup` beside work that must go on: the error when it failed, which must be told and is logged."""
    try:
        make_backup(env, plan)
    except RiecError as error:
        LOG.info("no backup: %s", error)
        return (error,)
    return ()


def _reason(error: RiecError | OSError) -> str:
    if isinstance(error, RiecError) and error.code == "file.disk_full":
        return "de schijf is vol"
    detail = error.values.get("reason", error.code) if isinstance(error, RiecError) else error.strerror
    return f"lezen of schrijven lukte niet: {detail}"


def _make(env: Environment, plan: BackupPlan) -> None:
    image, there = plan.image(), backups(env, plan.dossier_id)
    if there and _digest(env, there[0].path) == digest_of(image):
        return
    path = _free_path(_folder(env, plan.dossier_id), env.now(), plan.reason)
    replace_file(path, image, env.files)
    _check(env, path)
    _thin(env, backups(env, plan.dossier_id), path)


def _check(env: Environment, path: Path) -> None:
    """What cannot be opened is no backup, and does not stay as one."""
    try:
        open_dossier(path, fs=env.files)
    except RiecError:
        env.files.remove(path)
        raise


def _digest(env: Environment, path: Path) -> str:
    try:
        return digest_of(read_file(path, LIMITS.file_bytes, env.files))
    except RiecError:
        return ""


def _folder(env: Environment, dossier_id: str) -> Path:
    folder = own_folder(env, FOLDER) / folder_name(dossier_id)
    folder.mkdir(exist_ok=True)
    return folder


def folder_name(dossier_id: str) -> str:
    """The name of the folder of a dossier. An id comes from a file of somebody else, so it is never a name itself."""
    return digest_of(dossier_id.encode())[:32]


def _free_path(folder: Path, now: datetime, reason: Reason) -> Path:
    stamp = now.astimezone(UTC).strftime(_STAMP)
    path, count = folder / f"{stamp}Z-{reason}{SUFFIX}", 1
    while path.exists():
        count += 1
        path = folder / f"{stamp}Z-{count}-{reason}{SUFFIX}"
    return path


def _thin(env: Environment, there: Sequence[Backup], made: Path) -> None:
    keep = {one.path for one in kept(there)} | {made}
    for one in there:
        if one.path not in keep:
            env.files.remove(one.path)


# --- Looking ---------------------------------------------------------------------------------------------------------


def backups(env: Environment, dossier_id: str) -> tuple[Backup, ...]:
    """The backups of a dossier on this computer, newest first."""
    return _in_folder(env.data_folder / FOLDER / folder_name(dossier_id))


def all_backups(env: Environment) -> tuple[tuple[Backup, ...], ...]:
    """The backups of every dossier that has any, each newest first; the dossier with the newest one goes first."""
    folder = env.data_folder / FOLDER
    found = [_in_folder(one) for one in folder.iterdir() if one.is_dir()] if folder.is_dir() else []
    return tuple(sorted(filter(None, found), key=lambda one: one[0].time, reverse=True))


def _in_folder(folder: Path) -> tuple[Backup, ...]:
    found = (_backup(path) for path in folder.glob(f"*{SUFFIX}"))
    return tuple(sorted(filter(None, found), key=lambda one: (one.time, one.path.name), reverse=True))


def _backup(path: Path) -> Backup | None:
    """What the name of a file tells; None for a file that is not ours."""
    named = _NAME.fullmatch(path.name)
    if named is None or named[2] not in list(Reason):
        return None
    try:
        time = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
        return Backup(path=path, time=time, reason=Reason(named[2]), size=path.stat().st_size)
    except (OSError, ValueError):
        return None


def is_day_due(env: Environment, dossier_id: str) -> bool:
    """Whether this day has no routine backup yet."""
    today = env.now().astimezone().date()
    days = (one.time.astimezone().date() for one in backups(env, dossier_id) if one.reason in ROUTINE)
    return today not in days


# --- Thinning --------------------------------------------------------------------------------------------------------


def kept(found: Iterable[Backup]) -> frozenset[Backup]:
    """Which backups stay: all of the newest day but its earlier routine ones, and the newest per day, week and month.

    Days are counted from the backups themselves and not from today, so that a clock that jumps throws nothing away.
    """
    newest_first = sorted(found, key=lambda one: (one.time, one.path.name), reverse=True)
    periods = ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m"))
    chosen = (one for most, form in periods for one in _newest_per(newest_first, form, most))
    return frozenset((*chosen, *_newest_day(newest_first)))


def _newest_per(newest_first: Sequence[Backup], form: str, most: int) -> Sequence[Backup]:
    """The newest of each of the last so many periods that have one; `form` names the period of a moment."""
    first: dict[str, Backup] = {}
    for one in newest_first:
        first.setdefault(one.time.astimezone().strftime(form), one)
    return tuple(first.values())[:most]


def _newest_day(newest_first: Sequence[Backup]) -> Iterator[Backup]:
    seen: set[Reason] = set()
    for one in newest_first:
        same_day = one.time.astimezone().date() == newest_first[0].time.astimezone().date()
        if same_day and not (one.reason in ROUTINE and one.reason in seen):
            yield one
        seen.add(one.reason)
