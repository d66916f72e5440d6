"""The finished .xlsx package: the cells put in, its language, and the same bytes for the same workbook everywhere.

XlsxWriter cannot state a language, marks the package with the operating system it was made on, and calls every height
of a row the user's own, which would keep Excel from fitting it when the text changes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_CORE = "docProps/core.xml"
_CORE_END = b"</cp:coreProperties>"
_LANGUAGE = b"<dc:language>nl-NL</dc:language>"
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
_STRINGS = "xl/sharedStrings.xml"
_SHEETS = "xl/worksheets/sheet"
_OWN_HEIGHT = b' customHeight="1"'
_FAST = 3

_PLACEHOLDER = re.compile(rb"<formula>9([0-9]{5})</formula>")


@dataclass(frozen=True, slots=True)
class Cells:
    """What is put in the part of a sheet: its area ('A1:C12'), its rows as XML, and the words of its colours."""

    area: str
    rows: str
    words: tuple[str, ...]


def placeholder(word: int) -> int:
    """What stands for the nth word in a conditional format until the package is finished.

    For each text there the library tries 160 patterns of functions that Excel got later; a number it leaves alone.
    """
    return 900_000 + word


def sheet_part(number: int) -> str:
    """The name of the part of a sheet; the first is 1."""
    return f"xl/worksheets/sheet{number}.xml"


def with_cells(sheet: bytes, cells: Cells) -> bytes:
    """The part of a sheet with these cells instead of its own."""
    before, _, rest = sheet.partition(b'<dimension ref="')
    _, _, rest = rest.partition(b'"')
    between, _, rest = rest.partition(b"<sheetData>")
    _, _, after = rest.partition(b"</sheetData>")
    dimension = f'<dimension ref="{cells.area}"'.encode()
    words = _PLACEHOLDER.sub(lambda found: _comparison(cells.words[int(found[1])]), after)
    return b"".join((before, dimension, between, b"<sheetData>", cells.rows.encode(), b"</sheetData>", words))


def _comparison(word: str) -> bytes:
    return f'<formula>"{escape(word)}"</formula>'.encode()


def finished(package: bytes, cells: Mapping[str, Cells] | None = None, strings: bytes = b"") -> bytes:
    """The package with fixed times and Dutch as its language, on every computer the same.

    `cells` are put in the parts of these names, and `strings` become the shared strings that they refer to; without
    them the package keeps its own.
    """
    target = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(target, "w") as sink:
        for name in source.namelist():
            part = strings if strings and name == _STRINGS else _part(name, source.read(name), cells or {})
            sink.writestr(_entry(name), part, compresslevel=_FAST)
    return target.getvalue()


def _part(name: str, content: bytes, cells: Mapping[str, Cells]) -> bytes:
    if name in cells:
        return with_cells(content, cells[name])
    if name.startswith(_SHEETS):
        return content.replace(_OWN_HEIGHT, b"")
    return content.replace(_CORE_END, _LANGUAGE + _CORE_END) if name == _CORE else content


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _FIRST_MOMENT)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0
    return entry
