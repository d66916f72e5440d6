"""The child process that reads workbooks: file after file, each answer on one line, within a limit of memory.

It is this same program, called with a hidden word, so that it exists in a frozen program too. A file that brings it
down takes nothing with it; the parent goes on with the next file.
"""

import json
import sys
from pathlib import Path
from typing import TextIO

from riec_desktop.errors import RiecError
from riec_desktop.excel.reading.cells import Plain, Refusal, book_to_json
from riec_desktop.excel.reading.package import MOST_BYTES
from riec_desktop.excel.reading.tables import SUFFIXES, read_table
from riec_desktop.excel.reading.workbook import read_workbook
from riec_desktop.files import read_file

MEMORY = 500_000_000
"""Bytes that the child may have."""
READY = "ready"


def serve(source: TextIO, answers: TextIO) -> int:
    """Answer each line of `source`, a path as JSON text, with a line of JSON, until there are no more."""
    limit_memory(MEMORY)
    _say(answers, READY)
    for line in source:
        _say(answers, answer(Path(json.loads(line))))
    return 0


def _say(answers: TextIO, plain: Plain) -> None:
    answers.write(json.dumps(plain) + "\n")
    answers.flush()


def answer(path: Path) -> Plain:
    """What a file holds, or why it is not read."""
    try:
        data = read_file(path, MOST_BYTES)
        as_text = path.suffix.lower() in SUFFIXES
        return book_to_json(read_table(data, path.stem) if as_text else read_workbook(data))
    except Refusal as refusal:
        return {"refused": refusal.code, "sheet": refusal.sheet, "cell": refusal.cell}
    except RiecError as error:
        return {"refused": error.code, "sheet": "", "cell": ""}
    except (MemoryError, RecursionError):
        return {"refused": "workbook.too_large", "sheet": "", "cell": ""}


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
