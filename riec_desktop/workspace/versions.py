"""Versions with a name: moments in the history that somebody wants to find again, such as 'naar hoofdenoverleg'.

A version is a record that names the last step before it, so it costs nothing more, goes along with the dossier and
comes in with a merge. The dossier as it was then is made from the history.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from riec_desktop.dossier.changes import AddRecord, Change, ChangeSet, RemoveRecord, Source, set_field
from riec_desktop.dossier.compare import diff
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import normal_record
from riec_desktop.dossier.records import NamedVersion
from riec_desktop.errors import RiecError
from riec_desktop.storage.content import FileContent, HistoryRow
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.line import learnt, own_rows, rewound
from riec_desktop.workspace.opened import Session

_EARLY = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment that can be looked at: how many own steps were done then, and what it is called.

    `time` and `author` are those of the last step before it, None and '' for the beginning; `version` is its record
    when it has a name.
    """

    count: int
    title: str
    time: datetime | None = None
    author: str = ""
    version: NamedVersion | None = None


NOW = "Nu"
BEGINNING = "Het begin"


def named_versions(dossier: Dossier) -> tuple[NamedVersion, ...]:
    """The versions with a name, the newest first."""
    return tuple(sorted(dossier.all(NamedVersion), key=lambda one: (one.made_at or _EARLY, one.id), reverse=True))


def moments(content: FileContent) -> tuple[Moment, ...]:
    """Now, the versions with a name, then every own step, newest first, down to the beginning."""
    own = own_rows(content.history)
    named = (moment_of(content, one) for one in named_versions(content.dossier))
    steps = (
        Moment(count=count, title=row.label, time=row.time, author=row.author)
        for count, row in reversed(list(enumerate(own, start=1)))
    )
    now = Moment(count=len(own), title=NOW)
    return (now, *(one for one in named if one is not None), *steps, Moment(count=0, title=BEGINNING))


def moment_of(content: FileContent, version: NamedVersion) -> Moment | None:
    """The moment that a version names; of a version of somebody else the merge that brought it.

    None when its step is not in this history, as of a part of a dossier.
    """
    count = _count_after(own_rows(content.history), version.changeset_id)
    if count is None:
        return None
    return Moment(count=count, title=version.name, time=version.made_at, author=version.author, version=version)


def moment_of_step(content: FileContent, row: HistoryRow | ChangeSet) -> Moment | None:
    """The moment after a step; of a step of somebody else the merge that brought it."""
    count = _count_after(own_rows(content.history), row.id)
    return None if count is None else Moment(count=count, title=row.label, time=row.time, author=row.author)


def _count_after(own: Sequence[HistoryRow], step_id: str) -> int | None:
    """How many own steps were done when this step was known."""
    if not step_id:
        return 0
    return next((count for count, row in enumerate(own, start=1) if step_id in learnt(row)[0]), None)


def dossier_at(content: FileContent, moment: Moment) -> Dossier:
    """The dossier as it was, with the names that versions have now. Raises `RiecError` (`history.damaged`)."""
    dossier, _ = rewound(content, moment.count)
    return dossier.with_rows({NamedVersion: content.dossier.rows(NamedVersion)})


# --- Giving and taking names -----------------------------------------------------------------------------------------


def name_version(env: Environment, session: Session, name: str) -> None:
    """Give the dossier as it is now a name.

    Raises `RiecError`: `version.no_name`, or as `Session.edit`; then nothing has changed.
    """
    own = own_rows(session.content.history)
    made = normal_record(
        NamedVersion(
            id=env.new_id(),
            name=name,
            author=env.author,
            made_at=env.now(),
            changeset_id=own[-1].id if own else "",
        )
    )
    if not made.name:
        raise RiecError("version.no_name")
    session.edit(f"Versie: {made.name}", (AddRecord(made),))


def rename_version(session: Session, version: NamedVersion, name: str) -> None:
    """Give a version another name. Raises as `name_version`."""
    if not name.strip():
        raise RiecError("version.no_name")
    session.edit(f"Versie heet nu: {name.strip()}", set_field(version, "name", name.strip()))


def forget_version(session: Session, version: NamedVersion) -> None:
    """Take a name away; the dossier and its history stay as they are."""
    session.edit(f"Naam van versie weg: {version.name}", (RemoveRecord(version),))


def go_back(session: Session, moment: Moment) -> None:
    """Make the dossier as it was, as a new step that can be undone; names of versions stay.

    Work of others that came in since can be brought again. Raises `RiecError` as `Session.edit`, or `history.damaged`.
    """
    content = session.content
    changes: tuple[Change, ...] = diff(session.dossier, dossier_at(content, moment))
    dropped = tuple(one for row in own_rows(content.history)[moment.count :] for one in learnt(row)[0] - {row.id})
    session.edit(f"Terug naar: {moment.title}", changes, source=Source.RESTORE, dropped=dropped)
