"""Reading a Word document of somebody else in a child process, so that no file can take the program with it."""

from pathlib import Path

from riec_desktop.children import SECONDS, Child
from riec_desktop.errors import RiecError
from riec_desktop.itself import own_command
from riec_desktop.word.reading.opened import MOST_BYTES
from riec_desktop.word.reading.read import ReadDocument, from_json

HIDDEN_WORD = "_lees-document"
"""With this word alone the program is the child."""
_MILLION = 1_000_000


def read_draft(path: Path, seconds: float = SECONDS) -> ReadDocument:
    """What the document holds.

    Raises `RiecError`: `file.…` when it cannot be opened, `draft.…` when it is no document that can be read.
    """
    with Child(own_command(HIDDEN_WORD)) as child:
        plain = child.ask(path, seconds, "draft")
    if "refused" in plain:
        raise RiecError(plain["refused"], file=path.name, path=path, limit=MOST_BYTES // _MILLION)
    return from_json(plain)
