"""What any working store can do, so that the same records can be kept elsewhere without the rest noticing.

The contract is tested in tests/storage/test_store_contract.py; another store has to pass those tests too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from riec_desktop.dossier.changes import ChangeSet
from riec_desktop.storage.content import FileContent, HistoryRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The dossier file that a working store belongs to; `digest` is of the version that was last read or written.

    Both are None for a dossier that was never saved.
    """

    path: Path | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFile:
    """A save that succeeded: the dossier file now holds everything up to `commit`."""

    path: Path
    digest: str
    version: int
    commit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredWork:
    """Everything in a working store. `commit` counts the ChangeSets since it was made.

    `unsaved`: there is work here that is not in the dossier file.
    """

    content: FileContent
    origin: Origin
    commit: int
    unsaved: bool


class WorkingStore(Protocol):
    """The safe place for work on one open dossier. Every method raises `RiecError` with a code `store.…`."""

    def commit(self, changeset: ChangeSet, others: Sequence[HistoryRow] = ()) -> int:
        """Keep a ChangeSet, whole or not at all, with its row of history; the number of this commit.

        `others` are the rows of other people that it brought; they stand before its own.

        When it returns, the work survives the end of the process and of the computer. A ChangeSet with the id of an
        earlier one is a step that went on, as while typing: its row of history is written over.
        """
        ...

    def mark_saved(self, saved: SavedFile) -> None:
        """Remember that the dossier file was written; commits after `saved.commit` are still unsaved."""
        ...

    def read(self) -> StoredWork:
        """Everything that is kept."""
        ...

    def close(self) -> None:
        """Let go of the store; what is in it stays."""
        ...
