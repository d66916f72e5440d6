"""Taking incoming work in: one step of the history for what was chosen, and what was left waits on this computer."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from riec_desktop.dossier.changes import Change
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.kept import forget, keep_for_later, kept
from riec_desktop.workspace.review import Incoming, Proposal, Standing, accepted, is_stale
from riec_desktop.workspace.session import Session

CHANGED_SINCE = "Dit is in uw dossier veranderd nadat u het bestand inlas."


def take_in(session: Session, incoming: Sequence[Incoming], changes: Sequence[Change]) -> None:
    """Take in what was chosen from these files, as one step that can be undone.

    Raises `RiecError` as `Session.edit`; then nothing has changed.
    """
    title = incoming[0].title if len(incoming) == 1 else f"{len(incoming)} bestanden"
    session.edit(f"Inlezen: {title}", changes, source=incoming[0].source)


def set_aside(env: Environment, session: Session, rest: Iterable[Incoming], *, keep: bool) -> None:
    """Keep what was left of each file for later, or forget it."""
    for one in rest:
        if keep:
            keep_for_later(env, session.dossier_id, one)
        else:
            forget(env, session.dossier_id, one.id)


def waiting(env: Environment, session: Session) -> tuple[Incoming, ...]:
    """What waits for a decision on this dossier, without what is in it by now."""
    found = (refreshed(one, session.dossier) for one in kept(env, session.dossier_id))
    return tuple(one for one in found if one.proposals)


def refreshed(incoming: Incoming, dossier: Dossier) -> Incoming:
    """The same work beside the dossier of now: what is in it already goes, what changed since is a conflict."""
    still = (one for one in incoming.proposals if not _is_in(incoming, one, dossier))
    return replace(incoming, proposals=tuple(_beside(one, dossier) for one in still))


def _is_in(incoming: Incoming, proposal: Proposal, dossier: Dossier) -> bool:
    return bool(proposal.changes) and not accepted(incoming, (proposal.id,), dossier)


def _beside(proposal: Proposal, dossier: Dossier) -> Proposal:
    if not proposal.changes or not is_stale(proposal, dossier):
        return proposal
    return replace(proposal, standing=Standing.CONFLICT, doubt=f"{CHANGED_SINCE} {proposal.doubt}".strip())
