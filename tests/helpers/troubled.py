"""Everything that writes files, on a computer with trouble, and what must hold afterwards.

`trouble_everywhere` lets each file operation of a task fail in its turn.
"""

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import pytest

from riec_desktop.dossier.changes import Source, set_field
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import Answer, Organisation, Portfolio, PortfolioReport, ReportYear, Settings
from riec_desktop.errors import RiecError
from riec_desktop.files import REAL, replace_file
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace import documents
from riec_desktop.workspace.backups import backups, make_backup
from riec_desktop.workspace.documents import ExcelRequest, make_excel
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.merging import merge_order, read_merge, take_what_is_sure
from riec_desktop.workspace.open_export import write_export
from riec_desktop.workspace.parts import share_part
from riec_desktop.workspace.progress import never, no_progress
from riec_desktop.workspace.restoring import copy_out
from riec_desktop.workspace.saving import write
from riec_desktop.workspace.session import Session
from tests.helpers.faults import Crash
from tests.helpers.sessions import after_crash, new_session, open_session
from tests.helpers.surroundings import environment
from tests.helpers.trouble import Trouble

START = dossier_of(
    [
        Settings(id="settings", name="Team"),
        Answer(id="antwoord"),
        Organisation(id="riec"),
        ReportYear(id="jaar", year=2023),
        Portfolio(id="portefeuille", name="Mensenhandel"),
        PortfolioReport(id="verslag", year_id="jaar", portfolio_id="portefeuille"),
    ]
)
YEAR = dossier_of([Settings(id="settings", name="Team"), ReportYear(id="jaar", year=2023)])
"""What documents are made of: how large they are makes no difference here, and every operation makes one."""


@dataclass(slots=True)
class Place:
    """A computer with trouble, an open dossier on it, and the dossier as the file holds it."""

    trouble: Trouble
    env: Environment
    file: Path
    session: Session
    old: Dossier

    @property
    def new(self) -> Dossier:
        return self.session.dossier


def write_answer(session: Session, text: str, source: Source = Source.INPUT) -> None:
    answer = session.dossier.get(Answer, "antwoord")
    assert answer is not None
    session.edit("antwoord", set_field(answer, "text", text), source=source)


def name_riec(session: Session, name: str) -> None:
    riec = session.dossier.get(Organisation, "riec")
    assert riec is not None
    session.edit("naam", set_field(riec, "name", name))


def prepared(folder: Path) -> None:
    """Fill a folder with a dossier file, and a version of it by a colleague who began with the same."""
    env = environment(folder / "gegevens")
    session = new_session(env, START, folder / "stick" / "dossier.riec")
    (folder / "stick").mkdir()
    session.save()
    session.close()
    shutil.copy(folder / "stick" / "dossier.riec", folder / "bert.riec")
    theirs = open_session(environment(folder / "bert", author="bert"), folder / "bert.riec")
    name_riec(theirs, "RIEC Limburg")
    theirs.save()
    theirs.close()
    shutil.rmtree(folder / "gegevens")
    shutil.rmtree(folder / "bert")


def place_in(folder: Path, begin: Path, kind: str) -> Place:
    """A new place in this folder, with an edit that is not in the file yet; `begin` is a `prepared` folder."""
    shutil.copytree(begin, folder)
    trouble = Trouble(kind=kind, folder=folder / "stick")
    env = replace(environment(folder / "gegevens"), files=trouble.files())
    file = folder / "stick" / "dossier.riec"
    session = open_session(env, file)
    write_answer(session, "Veel gedaan.")
    return Place(trouble=trouble, env=env, file=file, session=session, old=START)


# --- The tasks -------------------------------------------------------------------------------------------------------


def save(place: Place) -> None:
    place.session.save()


def autosave(place: Place) -> None:
    """As the window does it: the file is written aside while somebody types on."""
    plan = place.session.plan_save()
    write_answer(place.session, "Veel gedaan. En nog meer.")
    place.session.finish_save(write(place.env, plan))


def backup(place: Place) -> None:
    write_answer(place.session, "Van een formulier.", Source.FORM)
    for plan in place.session.take_backups():
        make_backup(place.env, plan)


def export(place: Place) -> None:
    """A document, made as any other; a backup that is taken out of the program; and all of it in open forms."""
    write_export(place.file.with_name("alles.zip"), place.session.content, place.env.files)
    for one in backups(place.env, place.session.dossier_id):
        copy_out(place.env, one, place.file.with_name("terug.riec"))
    request = ExcelRequest(year=2023, version="1", target=place.file.with_name("overzicht.xlsx"))
    make_excel(YEAR, request, place.env.now().date(), no_progress, never)


def merge(place: Place) -> None:
    """A colleague put a version in the file; it is taken in and the whole is saved."""
    found = read_merge(merge_order(place.session, place.file), place.env.files)
    take_what_is_sure(place.session, found)
    place.session.save()


def part(place: Place) -> None:
    """A part is handed to a colleague, and the dossier that knows of it is saved."""
    share_part(place.env, place.session, ("portefeuille",), place.file.with_name("deel.riec"))
    place.session.save()


DO: Mapping[str, Callable[[Place], None]] = {
    "save": save,
    "autosave": autosave,
    "backup": backup,
    "export": export,
    "merge": merge,
    "part": part,
}


def prepare(task: str, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """What must be there before the trouble begins."""
    if task == "merge":
        shutil.copy(place.file.parent.parent / "bert.riec", place.file)
        place.old = read_dossier(place.file).dossier
    if task == "export":
        backup(place)
        monkeypatch.setattr(documents, "replace_file", partial(replace_file, fs=place.env.files))


def operations(task: str, place: Place, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many file operations a task needs when all is well."""
    prepare(task, place, monkeypatch)
    place.trouble.begin(0)
    DO[task](place)
    return place.trouble.count


# --- What must hold --------------------------------------------------------------------------------------------------


def check(task: str, place: Place) -> None:
    """After the trouble: the file is the old or the new one, and the work comes back, here and on another start."""
    found = read_dossier(place.file).dossier
    known = (place.old, place.new, *([saved_part()] if task == "autosave" else []))
    assert found in known
    check_beside(task, place)
    again = open_session(replace(after_crash(place.env), files=REAL), place.file)
    assert again.dossier == place.new or (task == "merge" and mine_is_in(again.dossier))
    again.close(keep=True)


def saved_part() -> Dossier:
    """The dossier as it was when the writing began."""
    answer = Answer(id="antwoord", text="Veel gedaan.")
    return dossier_of([*(one for one in START.records() if one.id != "antwoord"), answer])


def mine_is_in(dossier: Dossier) -> bool:
    found = dossier.get(Answer, "antwoord")
    return found is not None and found.text == "Veel gedaan."


def check_beside(task: str, place: Place) -> None:
    """Backups and documents are whole or not there."""
    for one in backups(place.env, place.session.dossier_id):
        read_dossier(one.path)
    for name in ("terug.riec", "deel.riec"):
        taken_out = place.file.with_name(name)
        assert not taken_out.exists() or read_dossier(taken_out)
    for name in ("overzicht.xlsx", "alles.zip"):
        made = place.file.with_name(name)
        assert not made.exists() or _is_whole(made), (task, name)


def _is_whole(path: Path) -> bool:
    with ZipFile(path) as package:
        return package.testzip() is None


def go_on(task: str, place: Place) -> None:
    """A program that was not killed saves when the trouble is over, also what was typed meanwhile."""
    with suppress(RiecError):
        place.session.save()
    if task == "merge" and place.session.dirty:
        take_what_is_sure(place.session, read_merge(merge_order(place.session, place.file), place.env.files))
        place.session.save()
    assert read_dossier(place.file).dossier == place.new


def trouble_everywhere(
    task: str, kinds: Sequence[str], folder: Path, begin: Path, monkeypatch: pytest.MonkeyPatch
) -> int:
    """Let every operation of a task go wrong, in these ways in turn; how many operations there are."""
    places = (place_in(folder / str(number), begin, kinds[number % len(kinds)]) for number in range(10_000))
    count = operations(task, next(places), monkeypatch)
    for at in range(1, count + 1):
        place = next(places)
        prepare(task, place, monkeypatch)
        place.trouble.begin(at)
        with suppress(RiecError, Crash):
            DO[task](place)
        survived = not place.trouble.dead
        place.trouble.end()
        check(task, place)
        if survived:
            go_on(task, place)
        place.session.close(keep=True)
    return count
