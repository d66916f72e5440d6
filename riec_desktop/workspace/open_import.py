"""An export read back: the same dossier with its history, from the folder or the zip file.

The files may have been in other hands. Nothing is unpacked: only the parts with known names are read, each of them
with a limit, and all values as strictly as the JSON form is read.
"""

import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from riec_desktop.dossier.codec import WrongValueError, read_id
from riec_desktop.dossier.json_form import dossier_from_json
from riec_desktop.errors import RiecError
from riec_desktop.files import REAL, FileSystem, read_file
from riec_desktop.storage.content import FileContent, HistoryRow, read_source
from riec_desktop.workspace.open_export import ASSETS, DOSSIER, FORMAT, HISTORY, MANIFEST, VERSION, ZIP, changes_text

LIMIT = 500_000_000
"""Bytes of one part: far more than any dossier needs."""

_MOST_ENTRIES = 20_000

Read = Callable[[str], bytes]
"""Gives a part of an export by its path inside it. Raises `RiecError`."""


def is_export(path: Path) -> bool:
    """Whether this is a folder or zip file that may hold an export, rather than a single file in the JSON form."""
    return path.is_dir() or path.suffix.lower() == ZIP or path.name == MANIFEST


def read_export(path: Path, fs: FileSystem = REAL) -> FileContent:
    """Everything in an export: a folder, its `inhoud.json`, or a zip file.

    Raises `RiecError`: `export.none`, `export.newer`, `export.damaged`, `export.too_large`, a code `json.…`, or what
    reading a file raises.
    """
    if path.suffix.lower() == ZIP:
        return _in_zip(path, fs)
    folder = path.parent if path.name == MANIFEST else path
    if not (folder / MANIFEST).is_file():
        raise RiecError("export.none", file=path.name)
    return _content(folder.name, lambda name: read_file(folder / name, LIMIT, fs))


def _in_zip(path: Path, fs: FileSystem) -> FileContent:
    try:
        with zipfile.ZipFile(io.BytesIO(read_file(path, LIMIT, fs))) as package:
            entries = {_inside(one.filename): one for one in package.infolist()[:_MOST_ENTRIES]}
            if MANIFEST not in entries:
                raise RiecError("export.none", file=path.name)
            return _content(path.name, lambda name: _part(package, entries, name, path.name))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError) as error:
        # A RuntimeError is a password; NotImplementedError a way of compressing that Python does not know.
        raise RiecError("export.damaged", file=path.name, detail=error) from error


def _inside(name: str) -> str:
    """The path in the export of a file that was zipped again with the folder around it."""
    first, _, rest = name.partition("/")
    return rest if rest and first != ASSETS else name


def _part(package: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], name: str, file: str) -> bytes:
    entry = entries.get(name)
    if entry is None:
        raise RiecError("export.damaged", file=file, detail=f"{name} ontbreekt")
    with package.open(entry) as part:
        data = part.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise RiecError("export.too_large", file=file)
    return data


def _content(file: str, read: Read) -> FileContent:
    manifest = _loaded(read(MANIFEST), MANIFEST)
    if not isinstance(manifest, dict) or cast("Any", manifest).get("format") != FORMAT:
        raise RiecError("export.none", file=file)
    known = cast("Mapping[str, Any]", manifest)
    try:
        if known["version"] > VERSION:
            raise RiecError("export.newer", file=file)
        return FileContent(
            id=read_id(known["id"]),
            version=int(known["saved"]),
            dossier=dossier_from_json(_loaded(read(DOSSIER), DOSSIER), exact=True),
            history=tuple(map(_row, cast("list[Any]", _loaded(read(HISTORY), HISTORY)))),
            assets={str(name): read(_asset(place)) for name, place in known["assets"].items()},
        )
    except (WrongValueError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise RiecError("export.damaged", file=file, detail=error) from error


def _asset(place: object) -> str:
    """The path of an attachment, which lies in its own folder and nowhere else."""
    folder, _, name = str(place).partition("/")
    if folder != ASSETS or not name.isdigit():
        raise ValueError(place)
    return f"{folder}/{name}"


def _row(plain: Mapping[str, Any]) -> HistoryRow:
    return HistoryRow(
        id=read_id(plain["id"]),
        label=str(plain["label"]),
        source=read_source(plain["source"]),
        author=str(plain["author"]),
        time=datetime.fromisoformat(plain["time"]),
        changes=changes_text(plain["changes"]),
    )


def _loaded(data: bytes, name: str) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise RiecError("json.broken", file=name, line=error.lineno, column=error.colno) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise RiecError("json.no_text", file=name) from error
