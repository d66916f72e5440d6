"""Open Packaging: what lies in a DOCX file, read with care and written the same way every time.

A package is a zip of parts. Reading is guarded against archives that are not what they seem. Writing fixes the order,
the times and the compression of the parts, so that the same parts give the same bytes; parts that never change are
packed once and copied.
"""

import io
import posixpath
import struct
import zipfile
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from riec_desktop.errors import RiecError

LEVEL = 5
"""Compression of the parts: a fifth quicker than the usual level 6, for files a few kilobytes larger."""

MAX_PARTS = 2_000
MAX_BYTES = 200_000_000
MAX_RATIO = 200
_SMALL = 1_000_000
_CHUNK = 1 << 19
"""Bytes compressed in one go: enough to be worth the handing over between two threads."""

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_UTF8_NAME = 0x800
_STORED, _DEFLATED = 0, 8
_FIRST_DAY = (1 << 5) | 1
"""1 January 1980 in the format of MS-DOS: the one date that says nothing."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A part ready to be written: its name, its check sum, its size and its bytes, compressed unless `method` is 0."""

    name: str
    crc: int
    size: int
    data: bytes
    method: int = _DEFLATED


def pack(name: str, content: bytes) -> Packed:
    """Compress a part (raw deflate, as zip files hold it)."""
    squeeze = _Squeeze()
    squeeze.add(content)
    return squeeze.packed(name)


def store(name: str, content: bytes) -> Packed:
    """A part that is compressed already, such as a picture, or too small for it: taken as it is."""
    return Packed(name, zlib.crc32(content), len(content), content, _STORED)


def pack_text(name: str, pieces: Iterable[str]) -> Packed:
    """Compress a part while its text is being made: on a second thread, and never whole in memory as text.

    The compressor works without Python's lock, so that on two cores it costs little time of its own.
    """
    squeeze = _Squeeze()
    with ThreadPoolExecutor(max_workers=1) as helper:
        deque(helper.map(squeeze.add, _chunks(pieces)), maxlen=0)
    return squeeze.packed(name)


class _Squeeze:
    """A part being compressed, piece by piece."""

    __slots__ = ("crc", "data", "size", "stream")

    def __init__(self) -> None:
        self.stream = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        self.data: list[bytes] = []
        self.crc = self.size = 0

    def add(self, chunk: bytes) -> None:
        self.crc = zlib.crc32(chunk, self.crc)
        self.size += len(chunk)
        self.data.append(self.stream.compress(chunk))

    def packed(self, name: str) -> Packed:
        return Packed(name, self.crc, self.size, b"".join((*self.data, self.stream.flush())))


def _chunks(pieces: Iterable[str]) -> Iterator[bytes]:
    """The text in pieces of a size that is quick to compress.

    Encoded before it is joined: most pieces are plain ASCII, and one wide character would widen a whole joined text.
    """
    waiting: list[bytes] = []
    length = 0
    for piece in pieces:
        waiting.append(piece.encode())
        length += len(piece)
        if length >= _CHUNK:
            yield b"".join(waiting)
            waiting, length = [], 0
    yield b"".join(waiting)


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first parts of a zip file, written already: their bytes, their lines in the directory, and their number."""

    body: bytes = b""
    directory: bytes = b""
    count: int = 0


NOTHING = Beginning()


def begin_package(parts: Iterable[Packed], before: Beginning = NOTHING) -> Beginning:
    """The zip file up to and with these parts (APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.12)."""
    body, directory = [before.body], [before.directory]
    offset = len(before.body)
    for part in parts:
        name = part.name.encode()
        shared = (_UTF8_NAME, part.method, 0, _FIRST_DAY, part.crc, len(part.data), part.size, len(name), 0)
        body += (_LOCAL.pack(b"PK\3\4", _VERSION, *shared), name, part.data)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *shared, 0, 0, 0, 0, offset), name)
        offset += _LOCAL.size + len(name) + len(part.data)
    return Beginning(b"".join(body), b"".join(directory), before.count + len(directory) // 2)


def write_package(parts: Iterable[Packed], before: Beginning = NOTHING) -> bytes:
    """The zip file with these parts, in this order, after those that were written before (section 4.3.16)."""
    whole = begin_package(parts, before)
    end = _END.pack(b"PK\5\6", 0, 0, whole.count, whole.count, len(whole.directory), len(whole.body), 0)
    return b"".join((whole.body, whole.directory, end))


def read_package(data: bytes, limit: int = MAX_BYTES) -> dict[str, bytes]:
    """All parts by name; `limit` is how many bytes they may be together.

    Raises `RiecError` when the bytes are no package, a damaged one or one that is too large.
    """
    if not data.startswith(b"PK"):
        raise RiecError("template.not_docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _guard(archive.infolist(), limit)
            return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise RiecError("template.damaged") from error


def _guard(entries: list[zipfile.ZipInfo], limit: int) -> None:
    # As it stands in the file: on Windows `filename` has its backslashes turned into slashes.
    names = {entry.orig_filename.lower() for entry in entries}
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_PARTS or total > limit or any(map(_swells, entries)):
        raise RiecError("template.too_large")
    if len(names) < len(entries) or any(map(_unsafe, names)):
        raise RiecError("template.damaged")


def _swells(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(1, entry.compress_size)


def _unsafe(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def relationships_name(part: str) -> str:
    """Where the relationships of a part lie: 'word/document.xml' → 'word/_rels/document.xml.rels'."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def target_name(part: str, target: str) -> str:
    """The name of the part that a relationship of `part` points to."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def in_order(parts: Mapping[str, Packed]) -> list[Packed]:
    """The parts in the order of writing: content types and package relationships first, as readers like it."""
    first = ("[Content_Types].xml", "_rels/.rels")
    rest = sorted(name for name in parts if name not in first)
    return [parts[name] for name in (*first, *rest)]
