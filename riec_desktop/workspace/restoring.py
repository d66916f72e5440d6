"""Getting a backup back: what differs from now in words, the whole of it as one step, or a copy beside the dossier."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from riec_desktop.dossier.changes import AddRecord, Change, RemoveRecord, SetField, Source
from riec_desktop.dossier.compare import diff
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised, long_date, number
from riec_desktop.dossier.records import RECORD_TYPES, Record
from riec_desktop.dossier.views import settings
from riec_desktop.errors import RiecError
from riec_desktop.files import read_file, replace_file
from riec_desktop.storage.dossier_file import LIMITS, read_dossier
from riec_desktop.workspace.backups import Backup, Reason
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.opened import Session
from riec_desktop.workspace.whereabouts import whereabouts

_MEGA = 1000


def dossier_in(backup: Backup) -> Dossier:
    """The dossier that a backup holds. Raises as `read_dossier`."""
    return read_dossier(backup.path).dossier


def name_in(backup: Backup) -> str:
    """The name of the dossier in a backup; '' when it cannot be read."""
    try:
        return settings(dossier_in(backup)).name
    except RiecError:
        return ""


def when(backup: Backup) -> str:
    """'3 maart 2026 om 14:03'."""
    local = backup.time.astimezone()
    return f"{long_date(local.date())} om {local:%H:%M}"


def size_text(size: int) -> str:
    """'340 kB', '1,2 MB'."""
    thousands = max(1, round(size / 1000))
    return f"{thousands} kB" if thousands < _MEGA else f"{number(round(Decimal(size) / 1_000_000, 1), 1)} MB"


# --- What differs ----------------------------------------------------------------------------------------------------


def places(now: Dossier, then: Dossier, most: int = 4) -> tuple[str, ...]:
    """Where the first differences are, as 'Mensenhandel 2023 › Context'."""
    found = dict.fromkeys(_place(now, then, change) for change in diff(now, then))
    return tuple(found)[:most]


def _place(now: Dossier, then: Dossier, change: Change) -> str:
    match change:
        case SetField():
            held = then.get(change.kind, change.record_id)
            return whereabouts(then, held, change.field) if held is not None else capitalised(change.kind.label)
        case AddRecord():
            return whereabouts(then, change.record)
        case RemoveRecord():
            return whereabouts(now, change.record)


def differences(now: Dossier, then: Dossier) -> tuple[str, ...]:
    """What a backup has otherwise than the dossier, a line for each kind of record that differs."""
    changes = diff(now, then)
    added = Counter(type(one.record) for one in changes if isinstance(one, AddRecord))
    removed = Counter(type(one.record) for one in changes if isinstance(one, RemoveRecord))
    altered = Counter(kind for kind, _ in _altered(changes))
    counts = ((kind, altered[kind], added[kind], removed[kind]) for kind in RECORD_TYPES)
    return tuple(_line(kind.label, *found) for kind, *found in counts if any(found))


def _altered(changes: tuple[Change, ...]) -> frozenset[tuple[type[Record], str]]:
    return frozenset((one.kind, one.record_id) for one in changes if isinstance(one, SetField))


def _line(label: str, altered: int, added: int, removed: int) -> str:
    return f"{capitalised(label)}: {', '.join(_counts(altered, added, removed))}"


def _counts(altered: int, added: int, removed: int) -> Iterator[str]:
    if altered:
        yield f"{altered} anders"
    if added:
        yield f"{added} alleen in de kopie"
    if removed:
        yield f"{removed} alleen in uw dossier"


# --- Getting it back -------------------------------------------------------------------------------------------------


def restore(session: Session, backup: Backup) -> None:
    """Make the dossier as it is in the backup: one step, which can be undone, after a backup of how it is now.

    Raises `RiecError`: `year.closed`, `session.read_only`, or what reading raises; then nothing has changed.
    """
    changes = diff(session.dossier, dossier_in(backup))
    if changes:
        session.back_up(Reason.RESTORE)
        session.edit(f"Reservekopie van {when(backup)} teruggezet", changes, source=Source.RESTORE)


def copy_out(env: Environment, backup: Backup, target: Path) -> None:
    """Put a backup somewhere as a dossier file of its own. Raises as `replace_file`."""
    replace_file(target, read_file(backup.path, LIMITS.file_bytes, env.files), env.files)
