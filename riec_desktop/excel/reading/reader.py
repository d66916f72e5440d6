"""Reading files in a child process: bounded in time and memory, and many in one go.

The parent never looks into a file itself. A child that takes too long or dies is ended, its file is refused, and a new
child goes on with the next.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from riec_desktop.children import SECONDS, Child, Plain
from riec_desktop.excel.reading.cells import ReadBook, book_from_json
from riec_desktop.itself import own_command

HIDDEN_WORD = "_lees-werkmappen"
"""With this word alone the program is the child."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file that was read: `book`, or why not: `refused` is a code of `messages`, with the place in the workbook."""

    path: Path
    book: ReadBook | None = None
    refused: str = ""
    sheet: str = ""
    cell: str = ""


def read_files(
    paths: Sequence[Path], seconds: float = SECONDS, cancel: Callable[[], bool] = lambda: False
) -> Iterator[ReadFile]:
    """Each file in turn. Stops early when `cancel` says so."""
    waiting = list(paths)
    while waiting and not cancel():
        with Child(command()) as child:
            while waiting and not cancel():
                path = waiting.pop(0)
                plain = child.ask(path, seconds, "workbook")
                yield _read(path, plain)
                if not child.alive:
                    break


def _read(path: Path, plain: Plain) -> ReadFile:
    if "refused" in plain:
        return ReadFile(path=path, refused=plain["refused"], sheet=plain["sheet"], cell=plain["cell"])
    return ReadFile(path=path, book=book_from_json(plain))


def command() -> Sequence[str]:
    """The command that starts the child."""
    return own_command(HIDDEN_WORD)
