"""The commands `merge` and `part`: dossiers of colleagues in, and a part of a dossier out."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from riec_desktop.cli.choosing import named
from riec_desktop.cli.incoming import incoming_data, incoming_lines
from riec_desktop.cli.outcome import Exit, Outcome
from riec_desktop.cli.summary import counted
from riec_desktop.cli.working import working
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.errors import RiecError
from riec_desktop.storage.dossier_file import SUFFIX
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.merging import Merge, merge_order, read_merge, take_what_is_sure
from riec_desktop.workspace.opened import Session
from riec_desktop.workspace.parts import part_name, part_words, share_part, shareable
from riec_desktop.workspace.review import Incoming, is_default


def merge(arguments: Namespace, env: Environment) -> Outcome:
    """Take in what does not clash of each file in turn, and list the rest; all files or none."""
    target = named(arguments.uit, SUFFIX) if arguments.uit else None
    with working(env, arguments.dossier) as session:
        merges = [_merged(session, path, env) for path in arguments.files]
        if target is None:
            session.save()
        else:
            session.save_as(target)
    return _told(merges, target or arguments.dossier)


def _merged(session: Session, path: Path, env: Environment) -> Merge:
    found = read_merge(merge_order(session, path), env.files)
    take_what_is_sure(session, found)
    return found


def _told(merges: Sequence[Merge], path: Path) -> Outcome:
    left = sum(len(_left(one.incoming)) for one in merges)
    return Outcome(
        text="\n".join(_lines(merges, path, left)),
        data={"ok": True, "file": str(path), "left": left, "files": [_as_data(one.incoming) for one in merges]},
        code=Exit.FINDINGS if left else Exit.OK,
    )


def _lines(merges: Sequence[Merge], path: Path, left: int) -> Iterator[str]:
    for one in merges:
        yield from incoming_lines(one.incoming)
    taken = sum(len(one.incoming.proposals) for one in merges) - left
    if taken:
        yield f"Overgenomen: {counted(taken, 'punt', 'punten')}. Het resultaat staat in {path}."
    else:
        yield f"Er is niets overgenomen. Uw dossier staat in {path}."
    if left:
        yield f"Te kiezen: {counted(left, 'punt', 'punten')}. Daar staat nog wat u had; kies zelf in het venster."


def _left(incoming: Incoming) -> tuple[str, ...]:
    """The ids of what a person must decide."""
    return tuple(one.id for one in incoming.proposals if not is_default(one))


def _as_data(incoming: Incoming) -> Mapping[str, object]:
    return {**incoming_data(incoming), "left": list(_left(incoming))}


def part(arguments: Namespace, env: Environment) -> Outcome:
    """Make a dossier with a few portfolios, and note in the dossier that it was handed out."""
    with working(env, arguments.dossier) as session:
        ids = _portfolio_ids(arguments.portefeuille, session.dossier)
        target = named(arguments.uit or arguments.dossier.parent / part_name(session, ids), SUFFIX)
        words = part_words(session.dossier, ids)
        share_part(env, session, ids, target)
        session.save()
    text = "\n".join((f"Het deel staat in {target}.", words.along, words.behind))
    return Outcome(text=text, data={"ok": True, "file": str(target), "portfolios": list(ids)})


def _portfolio_ids(names: Sequence[str], dossier: Dossier) -> tuple[str, ...]:
    by_name = {name.casefold(): one for one, name in shareable(dossier).items()}
    for name in names:
        if name.strip().casefold() not in by_name:
            raise RiecError("part.unknown", name=name, known=", ".join(shareable(dossier).values()))
    return tuple(by_name[name.strip().casefold()] for name in names)
