"""What a dossier file and a working store hold: the dossier itself, its history and what was sent with it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from riec_desktop.dossier.changes import AddRecord, Change, ChangeSet, RemoveRecord, SetField, Source
from riec_desktop.dossier.codec import Json, WrongValueError, json_reader, read_id, to_json
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.json_form import record_to_json
from riec_desktop.dossier.records import TYPE_BY_NAME, Record
from riec_desktop.dossier.text import clean_line
from riec_desktop.errors import RiecError


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One ChangeSet as it is kept; `changes` is JSON text, because a list of history shows only the rest."""

    id: str
    label: str
    source: Source
    author: str
    time: datetime
    changes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileContent:
    """Everything in a dossier file.

    `id` (UUID text) is the same in every copy and version of a dossier; `version` counts how often it was saved.
    `history` is oldest first; `assets` are files that belong to the dossier, by name.
    """

    id: str
    version: int
    dossier: Dossier
    history: tuple[HistoryRow, ...] = ()
    assets: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


_WORTH_IT = 60
"""Characters that must be the same before a text is kept as an edit; fewer take as much to tell."""


# --- Changes as JSON -------------------------------------------------------------------------------------------------


def history_row(changeset: ChangeSet) -> HistoryRow:
    """A ChangeSet as it is kept."""
    changes = [*_known_to_json(changeset), *(_change_to_json(change) for change in changeset.changes)]
    return HistoryRow(
        id=changeset.id,
        label=clean_line(changeset.label),
        source=changeset.source,
        author=clean_line(changeset.author),
        time=changeset.time,
        changes=json.dumps(changes, ensure_ascii=False, separators=(",", ":")),
    )


def changeset_of(row: HistoryRow) -> ChangeSet:
    """The ChangeSet that was kept. Raises `RiecError` (`history.damaged`) when its JSON is not what it should be."""
    try:
        every = json.loads(row.changes)
        known = every.pop(0) if row.changes.startswith(_KNOWN) else {"brought": (), "dropped": ()}
        return ChangeSet(
            id=row.id,
            label=row.label,
            source=row.source,
            author=row.author,
            time=row.time,
            changes=tuple(_change_from_json(plain) for plain in every),
            brought=tuple(map(read_id, known["brought"])),
            dropped=tuple(map(read_id, known["dropped"])),
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise RiecError("history.damaged", label=row.label, time=row.time) from error


_KNOWN = '[{"brought":'
"""How the row of a step begins that says which steps of others are known from then on."""


def tells_of_others(row: HistoryRow) -> bool:
    """Whether a step makes steps of others known or unknown; seen without reading all that it changed."""
    return row.changes.startswith(_KNOWN)


def _known_to_json(changeset: ChangeSet) -> list[Mapping[str, object]]:
    if not (changeset.brought or changeset.dropped):
        return []
    return [{"brought": list(changeset.brought), "dropped": list(changeset.dropped)}]


def _change_to_json(change: Change) -> Mapping[str, object]:
    match change:
        case SetField():
            spec = specs(change.kind)[change.field]
            place = {"set": change.kind.__name__, "id": change.record_id, "field": change.field}
            old, new = to_json(spec, change.old), to_json(spec, change.new)
            return {**place, "old": old, "new": _as_edit(old, new)}
        case AddRecord():
            return {"add": type(change.record).__name__, "record": record_to_json(change.record)}
        case RemoveRecord():
            return {"remove": type(change.record).__name__, "record": record_to_json(change.record)}


def _as_edit(old: Json, new: Json) -> object:
    """A text that is an edit of the old one as what came in the middle: one more word costs no second whole text."""
    if not (isinstance(old, str) and isinstance(new, str)):
        return new
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    if start + end < _WORTH_IT:
        return new
    return {"start": start, "end": end, "text": new[start : len(new) - end]}


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _edited(old: object, new: object) -> object:
    """The whole new value; raises `TypeError` or `KeyError` for what `_as_edit` never makes."""
    if not isinstance(new, dict):
        return new
    edit, text = cast("Mapping[str, Any]", new), cast("str", old)
    return text[: edit["start"]] + edit["text"] + text[len(text) - edit["end"] :]


def _change_from_json(plain: Mapping[str, Any]) -> Change:
    if "set" in plain:
        return _set_from_json(plain)
    make, name = (AddRecord, "add") if "add" in plain else (RemoveRecord, "remove")
    return make(_record_from_json(TYPE_BY_NAME[plain[name]], plain["record"]))


def _set_from_json(plain: Mapping[str, Any]) -> SetField:
    kind, field_name = TYPE_BY_NAME[plain["set"]], plain["field"]
    read = json_reader(specs(kind)[field_name])
    return SetField(
        kind=kind,
        record_id=read_id(plain["id"]),
        field=field_name,
        old=read(plain["old"]),
        new=read(_edited(plain["old"], plain["new"])),
    )


def _record_from_json(kind: type[Record], plain: Mapping[str, object]) -> Record:
    """Unlike `json_form.record_from_json`, ids stay as they are."""
    read: dict[str, Callable[[object], Any]] = {name: json_reader(spec) for name, spec in specs(kind).items()}
    values = {name: read[name](value) for name, value in plain.items() if name != "id"}
    return cast("Record", cast("Any", kind)(id=read_id(plain["id"]), **values))


def read_source(text: object) -> Source:
    """Where a ChangeSet came from; raises `WrongValueError`."""
    try:
        return Source(cast("str", text))
    except ValueError:
        raise WrongValueError("een bron van een wijziging", text) from None
