"""Incoming work that waits: what was not taken in yet stays on this computer, per dossier, until somebody decides.

Each `Incoming` is a JSON file in the local data folder. Its changes are written as the history writes them.
"""

import logging
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from riec_desktop.dossier.changes import Change, ChangeSet, Source
from riec_desktop.dossier.records import TYPE_BY_NAME
from riec_desktop.errors import RiecError
from riec_desktop.files import digest_of
from riec_desktop.storage.content import HistoryRow, changeset_of, history_row
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.marked import Mark
from riec_desktop.workspace.review import Destination, Incoming, Proposal, Standing
from riec_desktop.workspace.revised import Piece, edits_of
from riec_desktop.workspace.small_files import read_json, write_json

LOG = logging.getLogger(__name__)

_LIMIT = 50_000_000
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_TEXTS = ("id", "place", "record_id", "field", "label", "base", "mine", "theirs", "merged", "doubt")


def keep_for_later(env: Environment, dossier_id: str, incoming: Incoming) -> None:
    """Keep incoming work for this dossier; the same work kept before is replaced, work without proposals is forgotten.

    What cannot be written is logged: the file that brought it can be read again.
    """
    if incoming.proposals:
        write_json(_file(env, dossier_id, incoming.id), _to_json(incoming))
    else:
        forget(env, dossier_id, incoming.id)


def kept(env: Environment, dossier_id: str) -> tuple[Incoming, ...]:
    """What waits for a decision on this dossier, by title. A file that is damaged is passed over and logged."""
    folder = _folder(env, dossier_id)
    files = sorted(folder.glob("*.json")) if folder.is_dir() else ()
    found = (_read(path) for path in files)
    return tuple(sorted((one for one in found if one), key=lambda one: (one.title, one.origin)))


def forget(env: Environment, dossier_id: str, incoming_id: str) -> None:
    """Throw kept work away; nothing happens when there is none.

    What a virus scanner holds at that moment stays and is logged: shown again, it is without what was taken in.
    """
    path = _file(env, dossier_id, incoming_id)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        LOG.warning("kept work cannot be removed: %s: %s", path.name, error)


def _folder(env: Environment, dossier_id: str) -> Path:
    # An id comes from a file that somebody else may have made, so it is never a path itself.
    return env.data_folder / "wachtrij" / digest_of(dossier_id.encode())[:32]


def _file(env: Environment, dossier_id: str, incoming_id: str) -> Path:
    return _folder(env, dossier_id) / f"{digest_of(incoming_id.encode())[:32]}.json"


# --- As JSON ---------------------------------------------------------------------------------------------------------


def _to_json(incoming: Incoming) -> Mapping[str, object]:
    return {
        "id": incoming.id,
        "source": incoming.source.value,
        "title": incoming.title,
        "origin": incoming.origin,
        "from_whom": incoming.from_whom,
        "answers": incoming.answers,
        "notes": list(incoming.notes),
        "proposals": [_proposal_to_json(one) for one in incoming.proposals],
    }


def _proposal_to_json(proposal: Proposal) -> Mapping[str, object]:
    return {
        **{name: getattr(proposal, name) for name in _TEXTS},
        "standing": proposal.standing.value,
        "kind": proposal.kind.__name__ if proposal.kind else "",
        "changes": _changes_to_json(proposal.changes),
        "merged_changes": _changes_to_json(proposal.merged_changes),
        "pieces": [_piece_to_json(one) for one in proposal.pieces],
        "left_out": sorted(proposal.left_out),
        "destinations": [[one.name, _changes_to_json(one.changes)] for one in proposal.destinations],
    }


def _piece_to_json(piece: Piece) -> Mapping[str, object]:
    """What is not as usual in a piece of a text."""
    usual = asdict(Piece())
    return {name: value for name, value in asdict(piece).items() if value != usual[name]}


def _changes_to_json(changes: tuple[Change, ...]) -> str:
    return history_row(
        ChangeSet(id="", label="", source=Source.FORM, author="", time=_NO_TIME, changes=changes)
    ).changes


def _read(path: Path) -> Incoming | None:
    plain = read_json(path, _LIMIT)
    try:
        return _from_json(cast("Any", plain)) if plain is not None else None
    except (KeyError, TypeError, ValueError, RiecError) as error:
        LOG.warning("%s holds no incoming work: %r", path.name, error)
        return None


def _from_json(plain: Mapping[str, Any]) -> Incoming:
    return Incoming(
        id=str(plain["id"]),
        source=Source(plain["source"]),
        title=str(plain["title"]),
        origin=str(plain["origin"]),
        from_whom=str(plain["from_whom"]),
        answers=str(plain["answers"]),
        notes=tuple(map(str, plain["notes"])),
        proposals=tuple(map(_proposal_from_json, plain["proposals"])),
    )


def _proposal_from_json(plain: Mapping[str, Any]) -> Proposal:
    # Work that was kept by an earlier version has no pieces and no destinations.
    pieces = tuple(map(_piece_from_json, plain.get("pieces", ())))
    return Proposal(
        **{name: str(plain[name]) for name in _TEXTS},
        standing=Standing(plain["standing"]),
        kind=TYPE_BY_NAME[plain["kind"]] if plain["kind"] else None,
        changes=_changes_from_json(plain["changes"]),
        merged_changes=_changes_from_json(plain["merged_changes"]),
        destinations=tuple(
            Destination(name=str(name), changes=_changes_from_json(changes))
            for name, changes in plain.get("destinations", ())
        ),
        edits=edits_of(pieces),
        pieces=pieces,
        left_out=frozenset(map(int, plain.get("left_out", ()))),
    )


def _piece_from_json(plain: Mapping[str, Any]) -> Piece:
    given: dict[str, Any] = {**plain, "mark": Mark(plain.get("mark", Mark.SAME))}
    return Piece(**given)


def _changes_from_json(text: str) -> tuple[Change, ...]:
    row = HistoryRow(id="", label="wachtrij", source=Source.FORM, author="", time=_NO_TIME, changes=text)
    return changeset_of(row).changes
