"""Whole files read and replaced so that a failure at any moment leaves the old file or the new one, never a mixture.

Every file operation goes through `FileSystem`, a handful of functions passed in, so that tests let each of them fail.
Failures that a user can do something about become a `RiecError` with a code `file.…`.
"""

import errno
import os
import re
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from riec_desktop.errors import RiecError

RETRY_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts at a file that is held: a sync client or virus scanner looks at it for a moment."""

MOST_WINDOWS = 260
"""Characters of a path from which Windows may refuse it: https://learn.microsoft.com/windows/win32/fileio/naming-a-file."""

ABANDONED = 3600.0
"""Seconds after which a temporary file is of a program that stopped: writing one takes a minute at most."""

_TEMPORARY = "~$riec-"
_TEMPORARY_END = ".tmp"

T = TypeVar("T")

_RESERVED = re.compile("con|prn|aux|nul|conin[$]|conout[$]|(com|lpt)[0-9¹²³]", re.IGNORECASE)

_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# Windows: ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
_DISK_FULL_WINDOWS = {39, 112}


def is_gone(path: Path) -> bool:
    """Whether there is nothing at a path; where nobody can tell, as on a network that dropped, it is not gone."""
    try:
        return not path.exists()
    except OSError:
        return False


def file_name_part(text: str) -> str:
    """Text as a part of a file name: without the characters that Windows forbids, and not one of its reserved names.

    https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    """
    kept = "".join(" " if one in '<>:"/\\|?*' or ord(one) < ord(" ") else one for one in text)
    name = " ".join(kept.split()).rstrip(". ")
    # Windows knows a device by what stands before the first dot, whatever follows.
    first, dot, rest = name.partition(".")
    return f"{first.rstrip()}_{dot}{rest}" if _RESERVED.fullmatch(first.strip()) else name


# --- The operations --------------------------------------------------------------------------------------------------


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most)


def _writable(path: Path) -> bool:
    return not path.exists() or os.access(path, os.W_OK)


def _create(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself safe. Windows cannot open a folder and needs no such thing."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _age(path: Path) -> float:
    """Compared with a new file beside it, both dated by who keeps the folder: a server has a clock of its own."""
    try:
        probe = _temporary_beside(path)
        os.close(_create(probe))
    except OSError:
        return time.time() - path.stat().st_mtime
    try:
        return probe.stat().st_mtime - path.stat().st_mtime
    finally:
        with suppress(OSError):
            probe.unlink()


if sys.platform == "win32":
    import ctypes

    def _hide(path: Path) -> None:
        # FILE_ATTRIBUTE_HIDDEN: https://learn.microsoft.com/windows/win32/fileio/file-attribute-constants
        ctypes.windll.kernel32.SetFileAttributesW(str(path), 2)

else:

    def _hide(_: Path) -> None:
        """A name that begins with a dot is hidden enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSystem:
    """The operations that reading and replacing a file needs; numbers are those of `os.open`.

    `age` gives the seconds since a file was written, on the clock of its folder. `opens_alone`: whether a program can
    open a file so that no other may, as on Windows.
    """

    read: Callable[[Path, int], bytes] = _read
    writable: Callable[[Path], bool] = _writable
    create: Callable[[Path], int] = _create
    write: Callable[[int, memoryview], int] = os.write
    sync: Callable[[int], None] = os.fsync
    close: Callable[[int], None] = os.close
    replace: Callable[[Path, Path], None] = os.replace
    remove: Callable[[Path], None] = os.remove
    sync_folder: Callable[[Path], None] = _sync_folder
    age: Callable[[Path], float] = _age
    hide: Callable[[Path], None] = _hide
    wait: Callable[[float], None] = time.sleep
    opens_alone: bool = os.name == "nt"


REAL = FileSystem()


# --- Reading ---------------------------------------------------------------------------------------------------------


def read_file(path: Path, limit: int, fs: FileSystem = REAL) -> bytes:
    """All bytes of a file, at most `limit` of them.

    Raises `RiecError`: `file.not_found`, `file.held_reading`, `file.not_readable`, `file.too_large`.
    """
    try:
        data = _patiently(lambda: fs.read(path, limit + 1), fs, wait=fs.opens_alone)
    except OSError as error:
        raise _reading_error(error, path, fs) from error
    if len(data) > limit:
        raise RiecError("file.too_large", file=path.name, limit=limit // 1_000_000)
    return data


def _patiently(action: Callable[[], T], fs: FileSystem, *, wait: bool = True) -> T:
    """Do it, and again a little later while the file is held; where programs hold no files, `wait` is off."""
    for seconds in RETRY_WAITS if wait else ():
        try:
            return action()
        except PermissionError:
            fs.wait(seconds)
    return action()


def _reading_error(error: OSError, path: Path, fs: FileSystem) -> RiecError:
    if isinstance(error, FileNotFoundError):
        return RiecError("file.not_found", file=path.name)
    if isinstance(error, PermissionError) and fs.opens_alone and path.is_file():
        # Windows gives one error for 'no rights' and 'opened by another for itself alone'; the second is common.
        return RiecError("file.held_reading", file=path.name)
    return RiecError("file.not_readable", file=path.name)


def digest_of(data: bytes) -> str:
    """SHA-256 of bytes as hexadecimal text."""
    # Its library takes longer to load than anything else that the start screen needs from here.
    import hashlib

    return hashlib.sha256(data).hexdigest()


def digest(path: Path, limit: int, fs: FileSystem = REAL) -> str:
    """SHA-256 of a file, to see whether it is still the one that was read. Raises as `read_file`."""
    return digest_of(read_file(path, limit, fs))


# --- Replacing -------------------------------------------------------------------------------------------------------


def replace_file(path: Path, data: bytes, fs: FileSystem = REAL) -> None:
    """Put these bytes at `path`: a temporary file beside it, written, synced, read back, then moved in place.

    Whatever fails, the file that stood there is whole. Raises `RiecError`: `file.held`, `file.read_only`,
    `file.folder_read_only`, `file.folder_missing`, `file.disk_full`, `file.not_written`.
    """
    with _told(path, _creating_code(path, fs)):
        # A link stays a link to the same file.
        target = path.resolve() if path.is_symlink() else path
        if not fs.writable(target):
            raise RiecError("file.read_only", file=target.name)
    temporary = _temporary_beside(target)
    try:
        _write_checked(temporary, target, data, fs)
        with _told(target, _replacing_code):
            _put_in_place(temporary, target, fs)
    except BaseException:
        with suppress(OSError):
            fs.remove(temporary)
        raise
    # The file is in place; only a power cut in the next seconds could still bring the old one back.
    with suppress(OSError):
        fs.sync_folder(target.parent)


def _write_checked(temporary: Path, target: Path, data: bytes, fs: FileSystem) -> None:
    with _told(target, _creating_code(target, fs)):
        number = fs.create(temporary)
    with _told(target, _writing_code):
        try:
            _write_all(number, data, fs)
            fs.sync(number)
        finally:
            fs.close(number)
        if _patiently(lambda: fs.read(temporary, len(data) + 1), fs, wait=fs.opens_alone) != data:
            raise RiecError("file.not_written", file=target.name, reason="wat er is opgeslagen, is niet hetzelfde")


def _write_all(number: int, data: bytes, fs: FileSystem) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[fs.write(number, rest) :]


def _put_in_place(temporary: Path, target: Path, fs: FileSystem) -> None:
    _patiently(lambda: fs.replace(temporary, target), fs)


def _temporary_beside(target: Path) -> Path:
    """A name that nobody has, with Office's prefix: sync clients leave such files alone."""
    return target.with_name(f"{_TEMPORARY}{os.urandom(4).hex()}{_TEMPORARY_END}")


def clean_up(folder: Path, fs: FileSystem = REAL) -> None:
    """Remove the temporary files that stopped programs left in a folder; a young one may be in use and stays."""
    with suppress(OSError):
        for path in folder.glob(f"{_TEMPORARY}*{_TEMPORARY_END}"):
            with suppress(OSError):
                if fs.age(path) > ABANDONED:
                    fs.remove(path)


# --- Errors ----------------------------------------------------------------------------------------------------------


@contextmanager
def _told(target: Path, code_of: Callable[[OSError], str]) -> Generator[None]:
    """An error of the operating system becomes one that a user understands."""
    try:
        yield
    except OSError as error:
        code = "file.disk_full" if _is_disk_full(error) else code_of(error)
        reason = error.strerror or type(error).__name__
        raise RiecError(code, file=target.name, folder=target.parent, reason=reason) from error


def _is_disk_full(error: OSError) -> bool:
    return error.errno in _DISK_FULL or getattr(error, "winerror", None) in _DISK_FULL_WINDOWS


def _creating_code(target: Path, fs: FileSystem) -> Callable[[OSError], str]:
    # Of a path that is too long Windows says that there is no such folder, or that the name is not right.
    is_long = fs.opens_alone and len(str(target.absolute())) >= MOST_WINDOWS

    def code(error: OSError) -> str:
        if error.errno == errno.ENAMETOOLONG or (is_long and error.errno in {errno.ENOENT, errno.EINVAL}):
            return "file.path_too_long"
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            return "file.folder_read_only"
        return "file.folder_missing" if isinstance(error, FileNotFoundError) else "file.not_written"

    return code


def _writing_code(_: OSError) -> str:
    return "file.not_written"


def _replacing_code(error: OSError) -> str:
    return "file.held" if isinstance(error, PermissionError) else "file.not_written"
