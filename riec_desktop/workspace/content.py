"""Dossiers that do not come from a dossier file: the starting content, the example, and the documented JSON form.

A window begins a session with one; the command line writes it to a file at once.
"""

import json
import re
from pathlib import Path
from typing import Any, cast

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.json_form import dossier_from_json, dossier_to_json
from riec_desktop.dossier.records import ReportYear
from riec_desktop.errors import RiecError
from riec_desktop.files import read_file
from riec_desktop.paths import data_file
from riec_desktop.storage.content import FileContent
from riec_desktop.storage.dossier_file import write_dossier
from riec_desktop.workspace.environment import Environment

EXAMPLE_FILES = ("start.json", *(f"example/{part}.json" for part in ("algemeen", "2021", "2022", "2023")))
"""In order: the example is the starting content with more in it."""
JSON_LIMIT = 200_000_000
"""Bytes: far more than any dossier needs, little enough to hold in memory."""


def starting_dossier(year: int | None = None) -> Dossier:
    """A dossier with the agenda, goals, portfolios, organisations and questionnaire to start from.

    `year` is the first report year; without it the starting content decides. Its ids follow from the year, so that
    two teams that start with the same year have the same records.
    """
    document = _document(data_file("resources", "start.json"))
    return dossier_from_json(document if year is None else _moved(document, _written_year(document), year))


def _written_year(document: Any) -> int:
    return document["records"][ReportYear.__name__][0]["year"]


def _moved(plain: Any, written: int, year: int) -> Any:
    """The document with another year in the ids and texts that name it, and in the `year` of its records."""
    match plain:
        case dict():
            fields = cast("dict[str, Any]", plain)
            moved = {name: _moved(value, written, year) for name, value in fields.items()}
            return {**moved, "year": year} if moved.get("year") == written else moved
        case list():
            return [_moved(one, written, year) for one in cast("list[Any]", plain)]
        case str():
            return re.sub(rf"\b{written}\b", str(year), plain)
        case _:
            return plain


def example_dossier() -> Dossier:
    """The example 'Voorbeeld Jaarverslag' over 2021, 2022 and 2023: fictitious and complete."""
    return import_json(*(data_file("resources", name) for name in EXAMPLE_FILES))


def import_json(*paths: Path) -> Dossier:
    """The dossier of one or more files in the JSON form; a later file replaces records of an earlier one.

    Raises `RiecError`: `json.…` naming the place, or what reading a file raises.
    """
    return dossier_from_json(*(_document(path) for path in paths))


def _document(path: Path) -> object:
    try:
        return json.loads(read_file(path, JSON_LIMIT).decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise RiecError("json.broken", file=path.name, line=error.lineno, column=error.colno) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise RiecError("json.no_text", file=path.name) from error


def export_json(dossier: Dossier) -> str:
    """The dossier in the JSON form, as text that is the same for the same dossier."""
    return json.dumps(dossier_to_json(dossier), ensure_ascii=False, indent=2) + "\n"


def write_new(env: Environment, dossier: Dossier, path: Path, *, overwrite: bool = False) -> None:
    """Put a dossier that is in no file yet into one. Raises as `write_content`."""
    write_content(new_content(env, dossier), path, overwrite=overwrite)


def new_content(env: Environment, dossier: Dossier) -> FileContent:
    """The content of the first version of a file with this dossier."""
    return FileContent(id=env.new_id(), version=1, dossier=dossier)


def write_content(content: FileContent, path: Path, *, overwrite: bool = False) -> None:
    """Write a dossier file, whole or not at all.

    Raises `RiecError`: `dossier.exists` when something stands there and `overwrite` is off, or what writing raises.
    """
    if path.exists() and not overwrite:
        raise RiecError("dossier.exists", file=path.name)
    write_dossier(path, content)
