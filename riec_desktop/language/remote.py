"""A speller in a child process, asked from a worker thread: waiting for its answers lets the window go on."""

import json
import subprocess
from collections.abc import Collection, Sequence
from contextlib import suppress
from threading import Lock
from typing import Any

from riec_desktop.children import Lines
from riec_desktop.errors import RiecError
from riec_desktop.itself import own_command, own_surroundings
from riec_desktop.language.child import HIDDEN_WORD

_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_MOMENT = 0.5
"""Seconds that a question may take to get on its way."""


class ChildSpeller:
    """Starts its child with the first question. After `close`, and when the child dies, it answers no more.

    One thread asks; `close` may come from another and ends the question that waits.
    """

    def __init__(self, command: Sequence[str] | None = None) -> None:
        """`command` starts another child than our own."""
        self._command = command or own_command(HIDDEN_WORD)
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: Lines | None = None
        self._closed = False
        self._lock = Lock()
        self._writing = Lock()

    def wrong(self, words: Collection[str]) -> frozenset[str]:
        """Those of the words that the dictionary does not know."""
        return frozenset(self._ask({"wrong": sorted(words)})) if words else frozenset()

    def suggest(self, word: str) -> tuple[str, ...]:
        """What may have been meant, likeliest first."""
        return tuple(self._ask({"suggest": word}))

    def is_running(self) -> bool:
        """Whether there is a child at this moment."""
        return self._process is not None and self._process.poll() is None

    def close(self) -> None:
        """End the child."""
        with self._lock:
            self._closed = True
            process, lines = self._process, self._lines
        if process is not None and lines is not None:
            process.kill()
            process.wait()
            lines.end()
            self._close_questions(process)

    def _close_questions(self, process: subprocess.Popen[bytes]) -> None:
        """Close what questions go through, unless one is stuck in it: that would be waited for."""
        if self._writing.acquire(timeout=_MOMENT):
            with suppress(OSError):
                if process.stdin is not None:
                    process.stdin.close()
            self._writing.release()

    def _ask(self, question: dict[str, Any]) -> list[str]:
        """The answer; raises `RiecError` `spelling.no_dictionary` or `spelling.stopped`."""
        process, lines = self._running()
        with self._writing:
            _send(process, json.dumps(question))
        return json.loads(_line(lines))

    def _running(self) -> tuple[subprocess.Popen[bytes], Lines]:
        if self._process is None or self._lines is None:
            with self._lock:
                self._process = self._started()
                self._lines = Lines(self._process.stdout)
            if _line(self._lines) != "true":
                raise RiecError("spelling.no_dictionary")
        return self._process, self._lines

    def _started(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise RiecError("spelling.stopped")
        try:
            return subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=own_surroundings(),
                creationflags=_NO_WINDOW,
            )
        except OSError as error:
            raise RiecError("spelling.stopped") from error


def _send(process: subprocess.Popen[bytes], question: str) -> None:
    """Put one line there; raises `RiecError` `spelling.stopped` when nobody takes it."""
    try:
        if process.stdin is not None:
            process.stdin.write(question.encode() + b"\n")
            process.stdin.flush()
    except (OSError, ValueError) as error:
        raise RiecError("spelling.stopped") from error


def _line(lines: Lines) -> str:
    """The next line of the child; raises `RiecError` `spelling.stopped` when it ended."""
    line = lines.next()
    if not line:
        raise RiecError("spelling.stopped")
    return line.strip()
