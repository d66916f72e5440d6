"""A dossier that a command works in: opened, and closed whatever happens, with what a person must know told.

What is told goes to the error output, so that it is read also when the outcome is for another program.
"""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from riec_desktop.messages import command_sentence
from riec_desktop.storage.beside import Holder
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.opened import Session
from riec_desktop.workspace.session import open_session

_ALSO_OPEN = "{person} heeft {file} ook open. Wat hier verandert, wordt daar bij het opslaan samengevoegd."
_OLDER = (
    "{file} is van een oudere versie van het programma. Bij het opslaan krijgt het de nieuwe vorm; het programma maakt "
    "eerst een reservekopie."
)


@contextmanager
def working(env: Environment, path: Path) -> Generator[Session]:
    """An open dossier; what is not saved at the end is gone. Raises as `open_session`."""
    session = open_session(env, path)
    try:
        _say(*_before(session, path.name))
        yield session
    finally:
        _say(*map(command_sentence, session.close()))


def _before(session: Session, file: str) -> tuple[str, ...]:
    other: Holder | None = session.other_holder
    also = (_ALSO_OPEN.format(person=other.person or "Iemand anders", file=file),) if other is not None else ()
    return (*also, _OLDER.format(file=file)) if session.older_format else also


def _say(*sentences: str) -> None:
    for one in sentences:
        print(one, file=sys.stderr, flush=True)
