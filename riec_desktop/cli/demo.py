"""The main job in one command: the example dossier with its Word chapter and Excel overview, then the window."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from riec_desktop.chapter.options import default_options
from riec_desktop.cli.outcome import Exit, Outcome
from riec_desktop.cli.window import has_screen, window_aside
from riec_desktop.errors import RiecError
from riec_desktop.storage.dossier_file import SUFFIX, read_dossier
from riec_desktop.workspace.content import example_dossier, write_new
from riec_desktop.workspace.documents import (
    ExcelRequest,
    Made,
    WordRequest,
    default_name,
    make_excel,
    make_word,
    newest_year,
    version_text,
)
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.progress import never, no_progress

EXAMPLE_NAME = f"Voorbeeld Jaarverslag{SUFFIX}"

_NO_WINDOW = (
    "Het venster ging niet open of stopte onverwacht. Het dossier en de documenten zijn wel klaar. "
    "De details staan in het logboek {log}."
)


def demo(arguments: Namespace, env: Environment) -> Outcome:
    """Make what is missing. A dossier that is there stays: somebody may have worked in it."""
    folder = _made(arguments.folder).resolve()
    dossier = folder / EXAMPLE_NAME
    fresh = not dossier.exists()
    if fresh:
        write_new(env, example_dossier(), dossier)
    made, excel = _documents(dossier, env)
    shows = has_screen(sys.platform, os.environ) and not arguments.geen_venster
    return Outcome(
        text=_told(dossier, made, excel, fresh=fresh, shows=shows),
        data={
            "ok": True,
            "folder": str(folder),
            "dossier": str(dossier),
            "word": str(made.path),
            "excel": str(excel),
            "notes": list(made.notes),
        },
        then=(lambda: _shown(dossier, env)) if shows else None,
    )


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RiecError("output.no_folder", folder=folder, reason=_reason(error)) from error
    return folder


def _reason(error: OSError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "er staat een bestand met die naam"
    return "u hebt daar geen rechten" if isinstance(error, PermissionError) else f"fout {error.errno}"


def _documents(file: Path, env: Environment) -> tuple[Made, Path]:
    """The chapter and the overview of the newest year, beside the dossier."""
    content = read_dossier(file)
    dossier, today = content.dossier, env.now().date()
    year = newest_year(dossier)
    word = WordRequest(
        year=year,
        options=default_options(dossier),
        version=version_text(content.version),
        target=file.parent / default_name(dossier, year, "word"),
    )
    excel = ExcelRequest(
        year=year, version=str(content.version), target=file.parent / default_name(dossier, year, "excel")
    )
    return (
        make_word(dossier, word, today, no_progress, never, office=env.office()),
        make_excel(dossier, excel, today, no_progress, never),
    )


def _told(dossier: Path, made: Made, excel: Path, *, fresh: bool, shows: bool) -> str:
    state = "het dossier" if fresh else "het dossier (stond er al en is niet veranderd)"
    files = {dossier.name: state, made.path.name: "het hoofdstuk in Word", excel.name: "het overzicht in Excel"}
    widest = max(map(len, files))
    lines = (f"  {name:<{widest}}  {what}" for name, what in files.items())
    ending = "Het venster gaat open met het voorbeeld." if shows else _how_to_open(dossier)
    notes = [*made.notes, ""] if made.notes else []
    return "\n".join([f"Het voorbeeld staat klaar in de map {dossier.parent}:", "", *lines, "", *notes, ending])


def _how_to_open(dossier: Path) -> str:
    return f'Zo opent u het programma met dit voorbeeld, op een computer met een scherm:\n  {_command()} "{dossier}"'


def _command() -> str:
    """How this program is started here, as a person would type it."""
    return "riec-desktop" if getattr(sys, "frozen", False) else f'"{sys.executable}" -m riec_desktop'


def _shown(dossier: Path, env: Environment) -> int:
    if not window_aside(dossier):
        print(_NO_WINDOW.format(log=env.data_folder / "riec.log"), file=sys.stderr)
    return Exit.OK
