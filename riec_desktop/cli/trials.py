"""What the self-test tries: everything the program is for, made once for real in a temporary folder.

The build of the frozen program stands or falls with these, so each also finds out whether what it uses was packed
along: the old format, the children that read workbooks and know Dutch, the Dutch of Qt, the window itself.
"""

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from riec_desktop.chapter.options import default_options
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied, set_value
from riec_desktop.dossier.records import Indicator
from riec_desktop.dossier.views import answer, questions, reports, year_of
from riec_desktop.itself import own_command, own_surroundings
from riec_desktop.language.remote import ChildSpeller
from riec_desktop.paths import data_file
from riec_desktop.storage.dossier_file import SUFFIX, read_dossier
from riec_desktop.workspace.content import export_json, import_json, write_new
from riec_desktop.workspace.documents import ExcelRequest, WordRequest, make_excel, make_word, newest_year
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.forms import FormOrder, make_form, read_forms
from riec_desktop.workspace.progress import never, no_progress

WINDOW_WORD = "_venster-proef"
"""The hidden word that makes the program try its window: `riec_desktop.ui.trial`."""

_PATIENCE = 120.0
"""Seconds that the window may take to open and close."""

_FORM_ID = "b0f1e1c4-2f0a-4e4b-9d0c-5a4d5f1a7c11"
_DOSSIER_ID = "zelftest"
_SENT, _RETURNED = "Zelftest verstuurd.", "Zelftest ingevuld."


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What is tried with: a folder to write in, the example, today, the surroundings."""

    folder: Path
    dossier: Dossier
    today: date
    env: Environment


class DiffersError(Exception):
    """What came out is not what should have; the message is Dutch."""


def _expect(what: str, *, holds: bool) -> None:
    if not holds:
        raise DiffersError(what)


# --- Files -----------------------------------------------------------------------------------------------------------


def _dossier_file(trial: Trial) -> None:
    path = trial.folder / f"voorbeeld{SUFFIX}"
    write_new(trial.env, trial.dossier, path)
    _expect("in het dossier staat iets anders", holds=read_dossier(path).dossier == trial.dossier)


def _old_file(trial: Trial) -> None:
    path = trial.folder / f"oud{SUFFIX}"
    path.write_bytes(data_file("resources", "formats", "1.riec").read_bytes())
    old = read_dossier(path).dossier
    _expect("het oude dossier is leeg", holds=bool(old.rows(Indicator)))
    write_new(trial.env, old, trial.folder / f"oud vernieuwd{SUFFIX}")


def _json_form(trial: Trial) -> None:
    path = trial.folder / "voorbeeld.json"
    path.write_text(export_json(trial.dossier), encoding="utf-8")
    _expect("in de JSON staat iets anders", holds=import_json(path) == trial.dossier)


# --- Documents -------------------------------------------------------------------------------------------------------


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


def _form(trial: Trial) -> None:
    """A form is sent, filled in and read back by the child process; the new words arrive as one change."""
    dossier, path = _sent_form(trial)
    _replace_text(path, _SENT, _RETURNED)
    (incoming,) = read_forms(dossier, (path,), _DOSSIER_ID).incoming
    arrived = [one.theirs for one in incoming.proposals if one.changes]
    _expect("de ingevulde tekst komt niet terug", holds=arrived == [_RETURNED])


def _sent_form(trial: Trial) -> tuple[Dossier, Path]:
    year = year_of(trial.dossier, newest_year(trial.dossier))
    if year is None:
        raise DiffersError("het voorbeeld heeft geen verslagjaar")
    report = reports(trial.dossier, year)[0]
    question = questions(trial.dossier, year.id)[0]
    dossier = applied(trial.dossier, set_value(trial.dossier, answer(trial.dossier, report, question), "text", _SENT))
    order = FormOrder(year=year, report_ids=(report.id,), sender="Zelftest", recipient="Zelftest")
    now = trial.env.now()
    form = make_form(dossier, order, dossier_id=_DOSSIER_ID, version="1", form_id=_FORM_ID, now=now)
    path = trial.folder / "formulier.xlsx"
    path.write_bytes(form.workbook)
    return applied(dossier, form.changes), path


def _replace_text(path: Path, old: str, new: str) -> None:
    """Fill in a workbook as a person would: the words of one cell become others."""
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data.replace(old.encode(), new.encode()))


# --- What is packed along --------------------------------------------------------------------------------------------


def _spelling(_: Trial) -> None:
    speller = ChildSpeller()
    try:
        wrong = speller.wrong(("bestuur", "bestuurr", "weerbaarheidsscan"))
    finally:
        speller.close()
    _expect("de spelling klopt niet", holds=wrong == frozenset(("bestuurr",)))


def _window(trial: Trial) -> None:
    """In a process of its own, because Qt ends the process when something is amiss."""
    around = {**own_surroundings(), "RIEC_DATA": str(trial.folder / "gegevens")}
    code, said = _ended_and_said(own_command(WINDOW_WORD), around)
    _expect(f"het venster opent niet ({code})", holds=code == 0)
    _expect("het venster maakte een netwerkverbinding", holds=said.endswith(" 0"))
    _expect("Qt spreekt geen Nederlands", holds=said.startswith("Annuleren"))


def _ended_and_said(command: Sequence[str], around: Mapping[str, str]) -> tuple[int, str]:
    """The exit code of a process and, when it ended well, the line that it wrote.

    Its end is waited for, not the end of what it writes: a program that the system starts for a first window may hold
    that open for ever.
    """
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=around, stdin=quiet, stdout=subprocess.PIPE, stderr=quiet) as process:
        try:
            code = process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        line = process.stdout.readline() if process.stdout and code == 0 else b""
    return code, line.decode(errors="replace").strip()


TRIALS: Mapping[str, Callable[[Trial], None]] = {
    "dossier opslaan en teruglezen": _dossier_file,
    "dossier van een oudere versie openen": _old_file,
    "gegevens als JSON schrijven en teruglezen": _json_form,
    "hoofdstuk in Word maken": _word,
    "overzicht in Excel maken": _excel,
    "formulier versturen en teruglezen": _form,
    "spelling nakijken": _spelling,
    "venster openen en sluiten": _window,
}
"""Everything that is tried, by its Dutch name."""


# --- No network ------------------------------------------------------------------------------------------------------


class SocketWatch:
    """Counts the sockets that this process makes from now on; Python tells of each: PEP 578."""

    def __init__(self) -> None:
        self.made = 0
        sys.addaudithook(self._hear)

    def _hear(self, event: str, _: object) -> None:
        if event == "socket.__new__":
            self.made += 1

    def check(self, _: Trial) -> None:
        """Raises `DiffersError` when there was one."""
        _expect("het programma maakte een netwerkverbinding", holds=self.made == 0)
