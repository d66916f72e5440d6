"""Merging another dossier into the open one: a colleague's, a part that came back, a conflict copy, or the file itself.

Reading makes an `Incoming` for the review dialog, taking makes one step of the history. The file that was read is never
changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from riec_desktop.dossier.changes import Applied, Change
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.errors import RiecError
from riec_desktop.files import REAL, FileSystem
from riec_desktop.storage.content import FileContent
from riec_desktop.storage.dossier_file import OpenedFile, open_dossier
from riec_desktop.workspace.common_base import common_base
from riec_desktop.workspace.merge_review import merge_proposals
from riec_desktop.workspace.opened import Session
from riec_desktop.workspace.review import Incoming, is_default, sure_changes
from riec_desktop.workspace.safekeeping import is_same_file


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeOrder:
    """What to merge: the file, and the open dossier as it is when the reading begins.

    `known` is the file of the open dossier as it was last read or written; `own`: it is that file that is merged.
    """

    path: Path
    ours: FileContent
    known: FileContent
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What one file brings, for review."""

    order: MergeOrder
    theirs: OpenedFile
    incoming: Incoming

    @property
    def asks(self) -> bool:
        """Whether a person must look: something is not taken by itself."""
        return not all(is_default(one) for one in self.incoming.proposals)


def merge_order(session: Session, path: Path) -> MergeOrder:
    """What merging this file with the open dossier begins with."""
    own = is_same_file(session.path, path)
    return MergeOrder(path=path, ours=session.content, known=session.known_content, own=own)


def read_merge(order: MergeOrder, fs: FileSystem = REAL) -> Merge:
    """Read the other file and compare; a plain function of values, for another thread.

    Raises `RiecError`: `file.other_dossier` when another dossier stands where ours was, or what reading raises.
    """
    theirs = open_dossier(order.path, fs=fs)
    if order.own and theirs.content.id != order.ours.id:
        raise RiecError("file.other_dossier", file=order.path.name)
    incoming = merge_proposals(order.ours, theirs.content, _base(order, theirs.content), order.path.name)
    return Merge(order=order, theirs=theirs, incoming=incoming)


def _base(order: MergeOrder, theirs: FileContent) -> Dossier | None:
    """By the histories; when they tell nothing, a file that was written over ours began as what we knew of it."""
    found = common_base(order.ours, theirs)
    return order.known.dossier if found is None and order.own and order.known.version else found


def take_merge(session: Session, merge: Merge, changes: Sequence[Change]) -> Applied:
    """Take in what was chosen, as one step that can be undone; tells what was done.

    From then on their history is known here, and the file itself, when that is what was merged, may be saved over.
    Raises `RiecError` as `Session.merge`; then nothing has changed.
    """
    applied = session.merge(f"Samenvoegen: {merge.incoming.title}", changes, merge.theirs.content.history)
    if merge.order.own:
        session.adopt(merge.theirs)
    return applied


def take_what_is_sure(session: Session, merge: Merge) -> Applied:
    """Take in what nobody needs to look at; of the rest ours stays."""
    return take_merge(session, merge, sure_changes(merge.incoming, session.dossier))
