"""Reading files in a child process: bounded in time and memory, and many in one go.

The parent never looks into a file itself. A child that takes too long or dies is ended, its file is refused, and a new
child goes on with the next.
"""

import json
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Self

from riec_desktop.excel.reading.cells import Plain, ReadBook, book_from_json
from riec_desktop.itself import own_command, own_surroundings

HIDDEN_WORD = "_lees-werkmappen"
"""With this word alone the program is the child."""
SECONDS = 5.0
"""For one file."""
_STARTING = 30.0
"""Seconds that the child may take to start."""
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_ENDED = ""


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
        with _Child() as child:
            while waiting and not cancel():
                path = waiting.pop(0)
                plain = child.ask(path, seconds)
                yield _read(path, plain)
                if not child.alive:
                    break


def _read(path: Path, plain: Plain) -> ReadFile:
    if "refused" in plain:
        return ReadFile(path=path, refused=plain["refused"], sheet=plain["sheet"], cell=plain["cell"])
    return ReadFile(path=path, book=book_from_json(plain))


class _Child:
    """A running child; as a context it is ended on leaving."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=own_surroundings(),
            creationflags=_NO_WINDOW,
        )
        self._lines: Queue[str] = Queue()
        self._listener = Thread(target=_listen, args=(self._process.stdout, self._lines), daemon=True)
        self._listener.start()
        self.alive = bool(self._next(_STARTING))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                # What was still to be written has no reader any more.
                if stream is not None:
                    stream.close()

    def ask(self, path: Path, seconds: float) -> Plain:
        """The answer about a file; a refusal when the child takes too long or dies."""
        if self.alive and self._send(path):
            line = self._next(seconds)
            if line:
                return json.loads(line)
            self.alive = False
            return {"refused": "workbook.too_large" if line == _ENDED else "workbook.slow", "sheet": "", "cell": ""}
        self.alive = False
        return {"refused": "workbook.no_reader", "sheet": "", "cell": ""}

    def _send(self, path: Path) -> bool:
        stream = self._process.stdin
        try:
            if stream is not None:
                stream.write(json.dumps(str(path.absolute())).encode() + b"\n")
                stream.flush()
        except OSError:
            return False
        return stream is not None

    def _next(self, seconds: float) -> str | None:
        """The next line; '' when the child ended, None when it takes too long."""
        try:
            return self._lines.get(timeout=seconds)
        except Empty:
            return None


def _listen(stream: IO[bytes] | None, lines: "Queue[str]") -> None:
    for line in stream or ():
        lines.put(line.decode())
    lines.put(_ENDED)


def command() -> Sequence[str]:
    """The command that starts the child."""
    return own_command(HIDDEN_WORD)
