"""Writing the dossier file, apart from the session, so that it can happen on another thread while edits go on.

A `SavePlan` holds values only. `write` carries it out; the session takes the result up on its own thread.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from riec_desktop.errors import RiecError
from riec_desktop.files import digest, digest_of, read_file, replace_file
from riec_desktop.storage.content import FileContent
from riec_desktop.storage.dossier_file import LIMITS, OpenedFile, sound_image
from riec_desktop.workspace.backups import BackupPlan, Reason, is_day_due, try_backup
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.holding import Hold
from riec_desktop.workspace.safekeeping import base_path, keep_base


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePlan:
    """What must be written where.

    `known` is the digest that the file must still have, None when whatever stands there may be replaced; `store` is the
    place of the working store, `commit` its last commit that is in `content`; `hold` is on `path`. `older_format`: the
    file is in an older format, so that it is backed up before it is replaced.
    """

    path: Path
    content: FileContent
    known: str | None
    store: Path
    commit: int
    hold: Hold | None
    older_format: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A dossier file that was written. `problems`: what went wrong beside it, and must be told."""

    plan: SavePlan
    file: OpenedFile
    at: datetime
    problems: tuple[RiecError, ...]


def write(env: Environment, plan: SavePlan) -> Written:
    """Carry a plan out, on any thread.

    Raises `RiecError`: `file.changed_underneath`, or what writing raises; then the file is as it was.
    """
    path = plan.path
    if plan.known is not None and _found(env, path, plan.known) != plan.known:
        raise RiecError("file.changed_underneath", file=path.name)
    image = sound_image(plan.content, path.name)
    before = _backed_up(env, plan)
    replace_file(path, image, env.files)
    base = _base_kept(env, plan, image)
    file = OpenedFile(content=plan.content, digest=digest_of(image))
    return Written(plan=plan, file=file, at=env.now(), problems=(*before, *base))


def _found(env: Environment, path: Path, known: str) -> str:
    """The digest of the file that stands there; a file that is gone is in nobody's way."""
    try:
        return digest(path, LIMITS.file_bytes, env.files)
    except RiecError as error:
        if error.code == "file.not_found":
            return known
        raise


def _backed_up(env: Environment, plan: SavePlan) -> tuple[RiecError, ...]:
    """The version before this one goes to the backups, once a day and when it is in an older format."""
    base = base_path(plan.store)
    due = plan.older_format or is_day_due(env, plan.content.id)
    if not due or not base.exists():
        return ()
    reason = Reason.FORMAT if plan.older_format else Reason.DAY
    return try_backup(env, base_backup(env, plan.content.id, plan.store, reason))


def base_backup(env: Environment, dossier_id: str, store: Path, reason: Reason) -> BackupPlan:
    """A backup of the dossier file as it was last known."""
    return BackupPlan(
        dossier_id=dossier_id,
        reason=reason,
        image=lambda: read_file(base_path(store), LIMITS.file_bytes, env.files),
    )


def _base_kept(env: Environment, plan: SavePlan, image: bytes) -> tuple[RiecError, ...]:
    """The file itself is safe by now, so a full disk of this computer is told and no failure."""
    try:
        keep_base(plan.store, image, env.files)
    except RiecError as error:
        return (RiecError("store.no_base", detail=error.code),)
    return ()
