"""The package of a workbook, looked over before anything in it is read: it must be what it says, and not too large.

A workbook of people has some tens of parts and a few megabytes. The list of entries tells a bomb before it is
unpacked.
"""

import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from riec_desktop.excel.reading.cells import Oddity, Refusal

MOST_BYTES = 50_000_000
"""Of the file itself."""
MOST_ENTRIES = 2_000
"""More is odd; parts that nobody needs are not read."""
FAR_TOO_MANY = 100_000
MOST_UNPACKED = 200_000_000
MOST_RATIO = 200
_SMALL = 1_000_000
_ENCRYPTED = 0x1
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_TYPES = "[Content_Types].xml"


def opened(data: bytes) -> tuple[ZipFile, tuple[Oddity, ...]]:
    """The package, and what is odd about it. Raises `Refusal`."""
    if not data.startswith(_ZIP):
        raise Refusal(code=_code_of(data))
    try:
        package = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Refusal(code="workbook.damaged") from error
    _look_over(package.infolist())
    many = len(package.infolist()) > MOST_ENTRIES
    return package, (Oddity(code="entries"),) if many else ()


def _code_of(data: bytes) -> str:
    if not data:
        return "workbook.empty"
    if data.startswith(_OLE):
        return "workbook.encrypted" if _ENCRYPTED_STREAM in data else "workbook.old"
    return "workbook.other_file"


def _look_over(entries: list[ZipInfo]) -> None:
    names = [one.filename for one in entries]
    if len(entries) > FAR_TOO_MANY or sum(one.file_size for one in entries) > MOST_UNPACKED:
        raise Refusal(code="workbook.too_large")
    if any(one.flag_bits & _ENCRYPTED for one in entries):
        raise Refusal(code="workbook.encrypted")
    if len({name.casefold() for name in names}) < len(names) or any(map(_climbs, names)):
        raise Refusal(code="workbook.tampered")
    if any(one.file_size > _SMALL and one.file_size > MOST_RATIO * max(1, one.compress_size) for one in entries):
        raise Refusal(code="workbook.too_large")
    _check_kind(names)


def _climbs(name: str) -> bool:
    """Whether a name leads out of the package."""
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name


def _check_kind(names: list[str]) -> None:
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise Refusal(code="workbook.macros")
    if "xl/workbook.bin" in names:
        raise Refusal(code="workbook.binary")
    if "mimetype" in names and "content.xml" in names:
        raise Refusal(code="workbook.ods")
    if _TYPES not in names:
        raise Refusal(code="workbook.damaged")


def part(package: ZipFile, name: str) -> bytes:
    """The bytes of a part; they are checked against their checksum. Raises `Refusal`."""
    try:
        return package.read(name)
    except (KeyError, BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise Refusal(code="workbook.damaged") from error


def externals(package: ZipFile) -> Iterator[Oddity]:
    """An oddity when the workbook takes values from other files; they are never opened."""
    if any(name.startswith("xl/externalLinks/") for name in package.namelist()):
        yield Oddity(code="external")
