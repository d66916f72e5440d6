"""What a session knows of its dossier file and what it begins with: values only."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.storage.content import FileContent, HistoryRow
from riec_desktop.storage.formats import VERSION
from riec_desktop.storage.working_store import SqliteStore
from riec_desktop.workspace.holding import Hold


@dataclass(frozen=True, slots=True, kw_only=True)
class InFile:
    """The dossier file as it was last read or written: what both sides of a merge knew.

    `digest` is '' when there is no file yet; the file is held as long as the session is open. `format` is the one that
    the file is in.
    """

    path: Path | None = None
    hold: Hold | None = None
    digest: str = ""
    content: FileContent
    saved_at: datetime | None = None
    format: int = VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a session begins with: an open store with this dossier in it, and the file. `unsaved` is not in the file.

    `read_only`: somebody else has the file open, and this person looks at it.
    """

    store: SqliteStore
    dossier: Dossier
    in_file: InFile
    unsaved: tuple[HistoryRow, ...] = ()
    commit: int = 0
    read_only: bool = False
