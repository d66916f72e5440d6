"""The command `backups`: the copies that the program keeps of a dossier on this computer, and getting one back."""

from argparse import Namespace
from collections.abc import Sequence

from riec_desktop.cli.choosing import named
from riec_desktop.cli.outcome import Outcome
from riec_desktop.cli.working import working
from riec_desktop.errors import RiecError
from riec_desktop.storage.dossier_file import SUFFIX, read_dossier
from riec_desktop.workspace.backups import WHY, Backup
from riec_desktop.workspace.backups import backups as backups_of
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.restoring import copy_out, differences, dossier_in, restore, size_text, when

NONE = "Van {file} zijn op deze computer nog geen reservekopieën."
HOW = "Terugzetten: riec-desktop backups DOSSIER --terugzetten NUMMER. Met -o BESTAND wordt de kopie een eigen dossier."
SAME = "De kopie van {when} is gelijk aan uw dossier; er is niets veranderd."
DONE = "{file} is weer zoals op {when}. Zoals het daarvoor was, staat in de nieuwste reservekopie."


def backups(arguments: Namespace, env: Environment) -> Outcome:
    """List them, the newest first, or get the one with this number back. Raises `RiecError` (`backup.unknown`)."""
    found = backups_of(env, read_dossier(arguments.dossier).id)
    if arguments.terugzetten is None:
        return _listed(arguments, found)
    backup = _numbered(found, arguments.terugzetten)
    return _restored(arguments, env, backup) if arguments.uit is None else _copied(arguments, env, backup)


def _listed(arguments: Namespace, found: Sequence[Backup]) -> Outcome:
    lines = (_line(number, one) for number, one in enumerate(found, start=1))
    text = "\n".join((*lines, HOW)) if found else NONE.format(file=arguments.dossier.name)
    return Outcome(text=text, data={"ok": True, "backups": [_as_data(*one) for one in enumerate(found, start=1)]})


def _line(number: int, backup: Backup) -> str:
    return f"{number:>3}  {when(backup)}  {WHY[backup.reason]} ({size_text(backup.size)})"


def _as_data(number: int, backup: Backup) -> dict[str, object]:
    return {
        "number": number,
        "time": backup.time.isoformat(),
        "reason": str(backup.reason),
        "bytes": backup.size,
        "file": str(backup.path),
    }


def _numbered(found: Sequence[Backup], number: int) -> Backup:
    if number > len(found):
        raise RiecError("backup.unknown", number=number, count=len(found))
    return found[number - 1]


def _restored(arguments: Namespace, env: Environment, backup: Backup) -> Outcome:
    """One step in the history, after a backup of how it is now."""
    with working(env, arguments.dossier) as session:
        told = differences(session.dossier, dossier_in(backup))
        restore(session, backup)
        if told:
            session.save()
    said = (DONE if told else SAME).format(file=arguments.dossier.name, when=when(backup))
    return Outcome(text="\n".join((said, *told)), data={"ok": True, "changed": bool(told), "told": list(told)})


def _copied(arguments: Namespace, env: Environment, backup: Backup) -> Outcome:
    target = named(arguments.uit, SUFFIX)
    copy_out(env, backup, target)
    text = f"De kopie van {when(backup)} staat in {target}. Uw dossier is niet veranderd."
    return Outcome(text=text, data={"ok": True, "file": str(target)})
