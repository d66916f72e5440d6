"""How a session begins: with a new dossier, with a dossier file, or with the work that a killed program left behind."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from pathlib import Path

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.views import settings
from riec_desktop.errors import RiecError
from riec_desktop.files import is_gone
from riec_desktop.storage.content import FileContent
from riec_desktop.storage.dossier_file import OpenedFile, open_dossier
from riec_desktop.storage.store import Origin
from riec_desktop.storage.working_store import create, create_from, open_store
from riec_desktop.workspace import safekeeping
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.holding import Hold, holding
from riec_desktop.workspace.in_file import InFile, Start
from riec_desktop.workspace.opened import Session
from riec_desktop.workspace.safekeeping import LeftWork


class Access(Enum):
    """What a person wants with a dossier file: to work in it, or to look while somebody else has it open."""

    WORK = "work"
    LOOK = "look"


def new_session(env: Environment, dossier: Dossier, path: Path | None = None) -> Session:
    """Begin with a dossier that is in no file yet; `path` is where `save` will write it.

    A file that stands there already is not ours: `save` refuses to replace it, `save_as` does it.
    Raises `RiecError`: `dossier.open_elsewhere`, or what making a working store raises.
    """
    content = FileContent(id=env.new_id(), version=0, dossier=dossier)
    with holding(env, path) as hold:
        store = create(safekeeping.stores_folder(env), content, Origin(path=path), env.files)
        in_file = InFile(path=path, hold=hold, content=replace(content, dossier=Dossier()))
        return Session(env, Start(store=store, dossier=dossier, in_file=in_file))


def open_session(env: Environment, path: Path, access: Access = Access.WORK) -> Session:
    """Open a dossier file, with the unsaved work on it that a session on this computer left behind.

    Who only looks holds nothing, and what was left behind stays where it is.

    Raises `RiecError`: `dossier.open_elsewhere`, or what reading a dossier file raises.
    """
    if access is Access.LOOK:
        return _opened(env, path, open_dossier(path, fs=env.files), None)
    with holding(env, path) as hold:
        left = [one for one in safekeeping.left_work(env) if safekeeping.is_same_file(one.work.origin.path, path)]
        if left and is_gone(path):
            return _resumed(env, max(left, key=_edited_at), hold)
        opened = open_dossier(path, fs=env.files)
        ours = [one for one in left if one.work.content.id == opened.content.id]
        return _resumed(env, max(ours, key=_edited_at), hold) if ours else _opened(env, path, opened, hold)


def _opened(env: Environment, path: Path, opened: OpenedFile, hold: Hold | None) -> Session:
    """Without a hold the session is for looking."""
    image = safekeeping.known_image(path, opened, env.files)
    origin = Origin(path=path, digest=opened.digest)
    store = create_from(safekeeping.stores_folder(env), image, origin, env.files)
    safekeeping.keep_base(store.path, image, env.files)
    in_file = InFile(path=path, hold=hold, digest=opened.digest, content=opened.content, format=opened.format)
    start = Start(store=store, dossier=opened.content.dossier, in_file=in_file, read_only=hold is None)
    return Session(env, start)


def _resumed(env: Environment, left: LeftWork, hold: Hold | None) -> Session:
    content = left.work.content
    never_saved = OpenedFile(content=replace(content, dossier=Dossier(), history=()), digest="")
    base = left.base or never_saved
    in_file = InFile(
        path=left.work.origin.path, hold=hold, digest=base.digest, content=base.content, format=base.format
    )
    start = Start(
        store=open_store(left.place),
        dossier=content.dossier,
        in_file=in_file,
        unsaved=left.unsaved,
        commit=left.work.commit,
    )
    return Session(env, start)


def _edited_at(left: LeftWork) -> datetime:
    """When somebody last worked on it; unsaved work always has a row of history."""
    return left.work.content.history[-1].time


# --- Recovery --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """Unsaved work that a session left behind: of which dossier, where its file is, when it was last edited.

    `place` is its working store; `unsaved` counts the edits that are not in the dossier file.
    """

    place: Path
    name: str
    path: Path | None
    last_edit: datetime
    unsaved: int


def recoverable(env: Environment) -> tuple[Recovery, ...]:
    """The unsaved work that sessions left behind on this computer, the newest first."""
    found = map(_recovery, safekeeping.left_work(env))
    return tuple(sorted(found, key=lambda one: one.last_edit, reverse=True))


def _recovery(left: LeftWork) -> Recovery:
    path = left.work.origin.path
    return Recovery(
        place=left.place,
        name=settings(left.work.content.dossier).name or (path.stem if path else "Nieuw dossier"),
        path=path,
        last_edit=_edited_at(left),
        unsaved=len(left.unsaved),
    )


def recover(env: Environment, recovery: Recovery) -> Session:
    """Go on with unsaved work. Raises `RiecError`: `dossier.open_elsewhere`, `store.not_found`, `store.in_use`."""
    with holding(env, recovery.path) as hold:
        for left in safekeeping.left_work(env):
            if left.place == recovery.place:
                return _resumed(env, left, hold)
        raise RiecError("store.not_found", file=recovery.place.name)


def discard(env: Environment, recovery: Recovery) -> None:
    """Throw unsaved work away, for good. Raises `RiecError` (`dossier.open_elsewhere`, `store.in_use`)."""
    with safekeeping.claimed(env, recovery.path) as claim:
        safekeeping.throw_away(recovery.place)
    if claim is not None:
        claim.release()
