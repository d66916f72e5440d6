"""Whether the program works on this computer: everything is made once, for real, in a temporary folder."""

import logging
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from riec_desktop import __version__
from riec_desktop.chapter.options import default_options
from riec_desktop.cli.outcome import Exit, Outcome
from riec_desktop.cli.summary import counted
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.storage.dossier_file import SUFFIX, read_dossier
from riec_desktop.workspace.content import example_dossier, export_json, import_json, write_new
from riec_desktop.workspace.documents import ExcelRequest, WordRequest, make_excel, make_word, newest_year
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.progress import never, no_progress

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One thing that is tried in `folder`. What does not hold raises `AssertionError` or whatever failed."""

    folder: Path
    dossier: Dossier
    today: date
    env: Environment


def selftest(_: Namespace, env: Environment) -> Outcome:
    """Try everything, also after a failure, and tell how it went."""
    with TemporaryDirectory(prefix="riec-") as folder:
        trial = Trial(folder=Path(folder), dossier=example_dossier(), today=env.now().date(), env=env)
        results = {name: _problem(attempt, trial) for name, attempt in TRIALS.items()}
    failed = [name for name, problem in results.items() if problem]
    ending = "Alles werkt." if not failed else f"{counted(len(failed), 'onderdeel', 'onderdelen')} werkt niet."
    return Outcome(
        text="\n".join([_program(), *(_line(name, problem) for name, problem in results.items()), ending]),
        data={"ok": not failed, "version": __version__, "checks": _as_data(results)},
        code=Exit.INTERNAL if failed else Exit.OK,
    )


def _problem(attempt: Callable[[Trial], None], trial: Trial) -> str:
    """What went wrong, '' when nothing did."""
    try:
        attempt(trial)
    except Exception as error:
        LOG.exception("self-test failed")
        return f"{type(error).__name__}: {error}"
    return ""


# --- What is tried ---------------------------------------------------------------------------------------------------


class DiffersError(Exception):
    """What came out is not what should have; the message is Dutch."""


def _expect(what: str, *, holds: bool) -> None:
    if not holds:
        raise DiffersError(what)


def _dossier_file(trial: Trial) -> None:
    path = trial.folder / f"voorbeeld{SUFFIX}"
    write_new(trial.env, trial.dossier, path)
    _expect("in het dossier staat iets anders", holds=read_dossier(path).dossier == trial.dossier)


def _json_form(trial: Trial) -> None:
    path = trial.folder / "voorbeeld.json"
    path.write_text(export_json(trial.dossier), encoding="utf-8")
    _expect("in de JSON staat iets anders", holds=import_json(path) == trial.dossier)


def _word(trial: Trial) -> None:
    year = newest_year(trial.dossier)

    def made(name: str) -> Path:
        request = WordRequest(year=year, options=default_options(trial.dossier), target=trial.folder / name)
        return make_word(trial.dossier, request, trial.today, no_progress, never).path

    _expect_document(made("een.docx"), made("twee.docx"), "word/document.xml")


def _excel(trial: Trial) -> None:
    def made(name: str) -> Path:
        request = ExcelRequest(year=newest_year(trial.dossier), target=trial.folder / name)
        return make_excel(trial.dossier, request, trial.today, no_progress, never)

    _expect_document(made("een.xlsx"), made("twee.xlsx"), "xl/workbook.xml")


def _expect_document(first: Path, second: Path, part: str) -> None:
    """A whole package with its main part, the same each time."""
    with ZipFile(first) as package:
        _expect("het bestand is niet heel", holds=package.testzip() is None and part in package.namelist())
    _expect("twee keer maken geeft twee verschillende bestanden", holds=first.read_bytes() == second.read_bytes())


TRIALS: Mapping[str, Callable[[Trial], None]] = {
    "dossier opslaan en teruglezen": _dossier_file,
    "gegevens als JSON schrijven en teruglezen": _json_form,
    "hoofdstuk in Word maken": _word,
    "overzicht in Excel maken": _excel,
}
"""Everything that is tried, by its Dutch name."""


# --- Telling ---------------------------------------------------------------------------------------------------------


def _program() -> str:
    return f"RIEC Jaarverslag {__version__}, Python {sys.version.split()[0]}, {sys.platform}"


def _line(name: str, problem: str) -> str:
    return f"  mislukt  {name} ({problem})" if problem else f"  gelukt   {name}"


def _as_data(results: Mapping[str, str]) -> list[Mapping[str, str | bool]]:
    return [{"name": name, "ok": not problem, "problem": problem} for name, problem in results.items()]
