"""A program that works on a dossier until it is killed: commits, tells each one, saves after every third.

Runs in a process of its own and imports no more than it needs, so that two hundred of them start in seconds.
"""

from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from riec_desktop.dossier.changes import ChangeSet, SetField, Source, apply
from riec_desktop.dossier.dossier import dossier_of
from riec_desktop.dossier.records import Answer
from riec_desktop.storage.content import FileContent, history_row
from riec_desktop.storage.dossier_file import write_dossier
from riec_desktop.storage.store import SavedFile, WorkingStore
from riec_desktop.storage.working_store import SUFFIX, open_store

ANSWER_ID = "0a1b2c3d-0000-4000-8000-000000000002"
FILE_NAME = "dossier.riec"
COMMITS_PER_SAVE = 3
MOMENT = datetime(2023, 2, 1, 9, 30, tzinfo=UTC)


def started() -> FileContent:
    """The dossier that the work begins with: one answer, which holds the number of the last commit."""
    return FileContent(id="kill-test", version=0, dossier=dossier_of([Answer(id=ANSWER_ID, text="0")]))


def number_in(content: FileContent) -> int:
    """The number of the last commit in a dossier."""
    return int(content.dossier.rows(Answer)[ANSWER_ID].text)


def work(folder: str, told: Connection) -> None:
    """Go on with the working store in this folder; send ('commit', n) and ('save', n) when each is done."""
    (path,) = Path(folder).glob(f"*{SUFFIX}")
    store = open_store(path)
    stored = store.read()
    content, commit = stored.content, stored.commit
    while True:
        number = number_in(content) + 1
        step = _step(number)
        commit = store.commit(step)
        told.send(("commit", number))
        changed = apply(content.dossier, step).dossier
        content = replace(content, dossier=changed, history=(*content.history, history_row(step)))
        if number % COMMITS_PER_SAVE == 0:
            content = _save(Path(folder) / FILE_NAME, store, content, commit)
            told.send(("save", number))


def _step(number: int) -> ChangeSet:
    change = SetField(kind=Answer, record_id=ANSWER_ID, field="text", old=str(number - 1), new=str(number))
    step_id = f"stap-{number}"
    return ChangeSet(id=step_id, label="Stap", source=Source.INPUT, author="", time=MOMENT, changes=(change,))


def _save(path: Path, store: WorkingStore, content: FileContent, commit: int) -> FileContent:
    saved = replace(content, version=content.version + 1)
    digest = write_dossier(path, saved)
    store.mark_saved(SavedFile(path=path, digest=digest, version=saved.version, commit=commit))
    return saved
