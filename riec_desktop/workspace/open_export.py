"""Everything in a dossier in forms that other programs read, and back without loss: the data outlives the program.

An export is a folder, or a zip file of one: the JSON form with its schema, the history, a table per record type, the
pictures as files, and a text that says what is what. `dossier.json`, `geschiedenis.json`, `inhoud.json` and the files
in `bijlagen` hold everything; the rest is made from them for whoever has no use for JSON.
"""

import io
import json
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from riec_desktop.dossier.json_form import dossier_to_json
from riec_desktop.dossier.json_schema import schema_text
from riec_desktop.dossier.records import Picture
from riec_desktop.dossier.views import settings
from riec_desktop.errors import RiecError
from riec_desktop.files import REAL, FileSystem, file_name_part, replace_file
from riec_desktop.storage.content import FileContent, HistoryRow
from riec_desktop.workspace.open_tables import csv_tables

FORMAT, VERSION = "riec-export", 1
ZIP = ".zip"
MANIFEST, DOSSIER, HISTORY, SCHEMA, README = (
    *("inhoud.json", "dossier.json", "geschiedenis.json"),
    *("dossier.schema.json", "LEESMIJ.txt"),
)
TABLES, PICTURES, ASSETS = "tabellen", "afbeeldingen", "bijlagen"
_MOST_NAME = 60
_TIME = (1980, 1, 1, 0, 0, 0)
"""The same dossier gives the same zip file: its parts have the first moment that the format knows."""

_README = """{name}
Export van RIEC Jaarverslag, versie {version} van het dossier.

Dit is alles wat in het dossier staat, in vormen die ook zonder het programma te lezen zijn.

{tables}
    Een tabel per soort gegeven, als CSV. Dubbelklik om een tabel in Excel te openen.
    Tekst die Excel zou uitrekenen (met =, +, - of @ vooraan) heeft een apostrof ervoor.
{pictures}
    De afbeeldingen, met hun onderschrift als naam.
{dossier}
    Alle gegevens als JSON; {schema} beschrijft de vorm (JSON Schema).
{history}
    Wat er is veranderd, door wie en wanneer.
{manifest} en {assets}
    Wat het programma verder nodig heeft om alles terug te lezen.

Terug naar een dossier: kies in het programma Bestand > Alles importeren, of typ
    riec-desktop import NAAM-VAN-DEZE-MAP-OF-ZIP --uit NIEUW.riec

In de bestanden kunnen vertrouwelijke gegevens staan. Bewaar ze zoals u het dossier bewaart.
"""


def export_files(content: FileContent) -> Mapping[str, bytes]:
    """Path inside the export → bytes, the same for the same content."""
    assets = {name: f"{ASSETS}/{number:03}" for number, name in enumerate(sorted(content.assets), start=1)}
    return {
        README: _readme(content),
        MANIFEST: _json(_manifest(content, assets)),
        DOSSIER: _json(dossier_to_json(content.dossier)),
        SCHEMA: schema_text().encode(),
        HISTORY: _json([_history_row(row) for row in content.history]),
        **{f"{TABLES}/{name}": data for name, data in csv_tables(content.dossier).items()},
        **{f"{PICTURES}/{name}": data for name, data in _pictures(content)},
        **{path: content.assets[name] for name, path in assets.items()},
    }


def _json(plain: object) -> bytes:
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def _manifest(content: FileContent, assets: Mapping[str, str]) -> Mapping[str, Any]:
    return {"format": FORMAT, "version": VERSION, "id": content.id, "saved": content.version, "assets": assets}


def _history_row(row: HistoryRow) -> Mapping[str, Any]:
    return {
        "id": row.id,
        "label": row.label,
        "source": str(row.source),
        "author": row.author,
        "time": row.time.isoformat(),
        "changes": _changes(row.changes),
    }


def _changes(text: str) -> object:
    """As JSON, so that others can read it; as the text that it is when that would not give the same text back."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return plain if changes_text(plain) == text else text


def changes_text(plain: object) -> str:
    """The text that history keeps for changes as JSON."""
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _readme(content: FileContent) -> bytes:
    text = _README.format(
        name=settings(content.dossier).name or "Dossier zonder naam",
        version=content.version,
        tables=TABLES,
        pictures=PICTURES,
        dossier=DOSSIER,
        schema=SCHEMA,
        history=HISTORY,
        manifest=MANIFEST,
        assets=ASSETS,
    )
    # With a mark and line ends of Windows, so that every Notepad shows it well.
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def _pictures(content: FileContent) -> Iterator[tuple[str, bytes]]:
    for number, picture in enumerate(content.dossier.all(Picture), start=1):
        if picture.content:
            title = file_name_part(picture.title)[:_MOST_NAME].rstrip(". ")
            suffix = "png" if picture.content.startswith(b"\x89PNG") else "jpg"
            yield f"{number:03} {title}".rstrip() + f".{suffix}", picture.content


# --- Writing ---------------------------------------------------------------------------------------------------------


def write_export(path: Path, content: FileContent, fs: FileSystem = REAL) -> None:
    """Write an export at `path`, whole or not at all: a zip file when it ends so, else a new folder.

    Raises `RiecError`: `export.folder_exists`, or what writing a file raises.
    """
    files = export_files(content)
    if path.suffix.lower() == ZIP:
        replace_file(path, zipped(files), fs)
    else:
        _write_folder(path, files, fs)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files as one zip file, the same bytes for the same files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, data)
    return made.getvalue()


def _write_folder(path: Path, files: Mapping[str, bytes], fs: FileSystem) -> None:
    """First beside it, so that no half an export ever stands there."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise RiecError("export.folder_exists", folder=path.name)
    try:
        with tempfile.TemporaryDirectory(prefix="~$riec-", dir=path.parent) as beside:
            whole = Path(beside) / "export"
            for name, data in files.items():
                target = whole.joinpath(*PurePosixPath(name).parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                replace_file(target, data, fs)
            if path.is_dir():
                path.rmdir()
            whole.replace(path)
    except OSError as error:
        raise RiecError("file.not_written", file=path.name, reason=error.strerror or type(error).__name__) from error
