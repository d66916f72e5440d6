"""A child process that reads files of others: bounded in time and memory, question after question, a line each.

The parent never looks into such a file itself. The child is this same program, called with a hidden word, so that it
exists in a frozen program too. A file that brings it down takes nothing with it.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any, Self, TextIO

from riec_desktop.itself import own_surroundings

SECONDS = 5.0
"""That one question may take."""
MEMORY = 500_000_000
"""Bytes that a child may have."""
STARTING = 30.0
"""Seconds that a child may take to start."""
ENDED = ""
_MOMENT = 0.5
"""Seconds in which the pipe of a child that was ended mostly ends too."""
_READY = "ready"
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)

Plain = Mapping[str, Any]
"""What JSON can hold."""


class Child:
    """A running child; as a context it is ended on leaving. `alive` is False once it took too long or died."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=own_surroundings(),
            creationflags=_NO_WINDOW,
        )
        self._lines = Lines(self._process.stdout)
        self.alive = bool(self._lines.next(STARTING))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._lines.end()
        with suppress(OSError):
            # What was still to be written has no reader any more.
            if self._process.stdin is not None:
                self._process.stdin.close()

    def ask(self, path: Path, seconds: float, prefix: str) -> Plain:
        """The answer about a file.

        A refusal when the child takes too long or dies: `<prefix>.slow`, `.too_large`, or `.no_reader` when it cannot
        be asked.
        """
        if self.alive and self._send(path):
            line = self._lines.next(seconds)
            if line:
                return json.loads(line)
            self.alive = False
            return refusal(f"{prefix}.too_large" if line == ENDED else f"{prefix}.slow")
        self.alive = False
        return refusal(f"{prefix}.no_reader")

    def _send(self, path: Path) -> bool:
        stream = self._process.stdin
        try:
            if stream is not None:
                stream.write(json.dumps(str(path.absolute())).encode() + b"\n")
                stream.flush()
        except OSError:
            return False
        return stream is not None


class Lines:
    """What a child says, line by line, read by a thread of its own for which nobody has to wait.

    A pipe only ends when nobody has it any more, and others may have it longer than the child: what it started, its
    console, a virus scanner. Who reads it himself can wait for ever, and so can who closes it meanwhile.
    """

    def __init__(self, stream: IO[bytes] | None) -> None:
        """`stream` is closed when it ends."""
        self._queue: Queue[str] = Queue()
        self._ended = False
        self._thread = Thread(target=_listen, args=(stream, self._queue), daemon=True)
        self._thread.start()

    def next(self, seconds: float | None = None) -> str | None:
        """The next line; `ENDED` when there are no more, None when it takes longer than this."""
        if self._ended:
            return ENDED
        try:
            line = self._queue.get(timeout=seconds)
        except Empty:
            return None
        self._ended = line == ENDED
        return line

    def end(self) -> None:
        """Let who waits for a line wait no longer; the child must have been ended."""
        self._queue.put(ENDED)
        self._thread.join(_MOMENT)


def _listen(stream: IO[bytes] | None, lines: "Queue[str]") -> None:
    if stream is not None:
        with stream:
            for line in stream:
                lines.put(line.decode())
    lines.put(ENDED)


# --- Being the child -------------------------------------------------------------------------------------------------


def refusal(code: str, sheet: str = "", cell: str = "") -> Plain:
    """What a file gets that is not read: a code of `messages`, and where in it the trouble is."""
    return {"refused": code, "sheet": sheet, "cell": cell}


def answer_lines(source: TextIO, answers: TextIO, answer: Callable[[Path], Plain]) -> int:
    """Answer each line of `source`, a path as JSON text, with a line of JSON, until there are no more."""
    _say(answers, _READY)
    for line in source:
        _say(answers, answer(Path(json.loads(line))))
    return 0


def _say(answers: TextIO, plain: object) -> None:
    answers.write(json.dumps(plain) + "\n")
    answers.flush()


def limit_memory(most: int) -> None:
    """Let this process have no more memory than this many bytes."""
    if sys.platform == "win32":
        _limit_on_windows(most)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if sys.platform == "win32":
    import ctypes

    def _limit_on_windows(most: int) -> None:
        """Put this process in a job object with a limit of memory.

        https://learn.microsoft.com/windows/win32/api/winnt/ns-winnt-jobobject_extended_limit_information
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        limits = _extended_limits(most)
        kernel.SetInformationJobObject(job, 9, limits, len(limits))
        kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))

    def _extended_limits(most: int) -> bytes:
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of 64 bits, with JOB_OBJECT_LIMIT_PROCESS_MEMORY (0x100) set."""
        import struct

        basic = struct.pack("<qqIIQQIIQII", 0, 0, 0x100, 0, 0, 0, 0, 0, 0, 0, 0)
        return basic + bytes(48) + struct.pack("<QQQQ", most, 0, 0, 0)
