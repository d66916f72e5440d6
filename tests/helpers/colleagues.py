"""People with a copy of one dossier each, on computers of their own whose clocks do not agree."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from riec_desktop.dossier import edits
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Value
from riec_desktop.dossier.records import Record
from riec_desktop.storage.content import FileContent
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.merging import Merge, merge_order, read_merge, take_what_is_sure
from riec_desktop.workspace.opened import Session
from tests.helpers.sessions import new_session, open_session
from tests.helpers.surroundings import START, Clock, environment


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody with a dossier file of their own."""

    env: Environment
    path: Path

    def does(self, *work: Callable[[Session], object]) -> None:
        """Open the dossier, work in it and save."""
        session = open_session(self.env, self.path)
        for one in work:
            one(session)
        session.save()
        session.close()

    def merges(self, other: "Colleague") -> Merge:
        """Take in what is sure of another's dossier, and save."""
        session = open_session(self.env, self.path)
        found = read_merge(merge_order(session, other.path))
        take_what_is_sure(session, found)
        session.save()
        session.close()
        return found

    def would_merge(self, other: "Colleague") -> Merge:
        """What another's dossier brings; nothing is taken."""
        session = open_session(self.env, self.path)
        found = read_merge(merge_order(session, other.path))
        session.close()
        return found

    @property
    def content(self) -> FileContent:
        return read_dossier(self.path)

    @property
    def dossier(self) -> Dossier:
        return self.content.dossier


def colleague(folder: Path, name: str, days: int = 0) -> Colleague:
    """Somebody whose clock is so many days off; their dossier file need not be there yet."""
    home = folder / name
    home.mkdir()
    clock = Clock(START + timedelta(days=days))
    return Colleague(env=environment(home / "gegevens", clock, author=name), path=home / "dossier.riec")


def begins(who: Colleague, dossier: Dossier) -> Colleague:
    """A new dossier of somebody, saved."""
    session = new_session(who.env, dossier, who.path)
    session.save()
    session.close()
    return who


def with_copy(who: Colleague, of: Colleague) -> Colleague:
    """Somebody gets a copy of the dossier, as by mail."""
    shutil.copy(of.path, who.path)
    return who


def sets(record: Record, field: str, value: Value) -> Callable[[Session], None]:
    """Give a field of a record a value, as the window does."""

    def work(session: Session) -> None:
        session.edit(f"{field} van {record.label}", edits.set_value(session.dossier, record, field, value))

    return work
