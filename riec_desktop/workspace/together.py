"""Several files that belong together: all of them are written, or the folder is left as it was."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from riec_desktop.errors import RiecError
from riec_desktop.files import REAL, FileSystem, read_file, replace_file

_MOST_BYTES = 500_000_000


def replace_together(files: Mapping[Path, bytes], fs: FileSystem = REAL) -> None:
    """Put these bytes in their places, each in one step, in this order.

    They are read back: what lies there is what was given, else `file.differs`.

    When one fails, all get back what stood there; the error of that one is raised, as `replace_file`. A
    computer that stops half-way leaves the first ones: the last file is the proof that all are there.
    """
    before = {path: read_file(path, _MOST_BYTES, fs) if path.exists() else None for path in files}
    done: list[Path] = []
    try:
        for path, data in files.items():
            replace_file(path, data, fs)
            done.append(path)
        _require_there(files, fs)
    except RiecError:
        for path in reversed(done):
            _put_back(path, before[path], fs)
        raise


def _require_there(files: Mapping[Path, bytes], fs: FileSystem) -> None:
    for path, data in files.items():
        if read_file(path, _MOST_BYTES, fs) != data:
            raise RiecError("file.differs", file=path.name)


def _put_back(path: Path, data: bytes | None, fs: FileSystem) -> None:
    """As well as it goes: the error that a person must read is the first one."""
    with suppress(RiecError, OSError):
        if data is None:
            fs.remove(path)
        else:
            replace_file(path, data, fs)
