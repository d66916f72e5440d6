"""What a person decides about each proposal, apart from how it looks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from riec_desktop.dossier.changes import Change
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.workspace.review import (
    Destination,
    Incoming,
    Proposal,
    accepted,
    is_default,
    is_merged_by_itself,
    sent_to,
    what_is_left,
    without_edits,
)


class Decision(Enum):
    """Leave a proposal, take it in, or take in both sides' work in one text."""

    LEAVE = "leave"
    TAKE = "take"
    MERGE = "merge"


def possible(proposal: Proposal) -> tuple[Decision, ...]:
    """What can be decided about a proposal; what was not recognised can only be left."""
    take = (Decision.TAKE,) if proposal.changes else ()
    merge = (Decision.MERGE,) if proposal.merged_changes else ()
    return (Decision.LEAVE, *take, *merge)


def taking(proposal: Proposal) -> Decision:
    """What a tick means: both sides' work where that goes together without a doubt, else what came in."""
    return Decision.MERGE if is_merged_by_itself(proposal) else Decision.TAKE


Key = tuple[int, str]
"""A proposal among several files: the number of the file, and its id."""


@dataclass(slots=True)
class Decisions:
    """The decisions over everything that came in; begins with what is sure.

    Of two files that say something else about one field at most one is taken in: to choose one is to leave the other.
    """

    incoming: tuple[Incoming, ...]
    made: dict[Key, Decision] = field(default_factory=dict[Key, Decision])
    rivals: Mapping[Key, frozenset[Key]] = field(init=False)

    def __post_init__(self) -> None:
        self.rivals = _rivals(self.proposals())
        self.reset()

    def proposals(self) -> Mapping[Key, Proposal]:
        """Every proposal, in order."""
        return {(at, one.id): one for at, each in enumerate(self.incoming) for one in each.proposals}

    def reset(self) -> None:
        """What is sure is taken, the rest is left."""
        self.made = {key: taking(one) if is_default(one) else Decision.LEAVE for key, one in self.proposals().items()}

    def decide(self, keys: Iterable[Key], decision: Decision) -> None:
        """Decide about proposals; where the decision is not possible, nothing changes."""
        found = self.proposals()
        for key in keys:
            if decision in possible(found[key]):
                self.made[key] = decision
                beaten = self.rivals[key] if decision is not Decision.LEAVE else ()
                self.made |= dict.fromkeys(beaten, Decision.LEAVE)

    def take(self, key: Key) -> None:
        """Take a proposal in, as a tick does."""
        self.decide((key,), taking(self.proposals()[key]))

    def take_all(self) -> None:
        """Take in everything that can be; between two files that say something else a person has to choose."""
        free = {key: one for key, one in self.proposals().items() if not self.rivals[key]}
        for decision in (Decision.TAKE, Decision.MERGE):
            self.decide((key for key, one in free.items() if taking(one) is decision), decision)

    def send(self, key: Key, destination: Destination) -> None:
        """Take in something without a place, at the place that a person chose."""
        at, proposal_id = key
        file = self.incoming[at]
        proposals = tuple(sent_to(one, destination) if one.id == proposal_id else one for one in file.proposals)
        changed = replace(file, proposals=proposals)
        self.incoming = (*self.incoming[:at], changed, *self.incoming[at + 1 :])
        self.decide((key,), Decision.TAKE)

    def leave_out(self, key: Key, numbers: frozenset[int]) -> None:
        """Leave these changes of a text out and take the others in; without any other the text stays as it is."""
        at, proposal_id = key
        file = self.incoming[at]
        narrow = (without_edits(one, numbers) if one.id == proposal_id else one for one in file.proposals)
        changed = replace(file, proposals=tuple(narrow))
        self.incoming = (*self.incoming[:at], changed, *self.incoming[at + 1 :])
        proposal = self.proposals()[key]
        if len(numbers) == len(proposal.edits):
            self.decide((key,), Decision.LEAVE)
        else:
            self.decide((key,), Decision.MERGE if proposal.merged_changes else Decision.TAKE)

    def count(self) -> int:
        """How many proposals are taken in."""
        return sum(one is not Decision.LEAVE for one in self.made.values())

    def changes(self, dossier: Dossier) -> tuple[Change, ...]:
        """What the decisions do to this dossier, file after file."""
        found: list[Change] = []
        for at, each in enumerate(self.incoming):
            step = accepted(each, self._ids(at, Decision.TAKE), dossier, self._ids(at, Decision.MERGE))
            dossier = applied(dossier, step)
            found += step
        return tuple(found)

    def _ids(self, at: int, decision: Decision) -> frozenset[str]:
        return frozenset(key[1] for key, made in self.made.items() if key[0] == at and made is decision)

    def rest(self) -> tuple[Incoming, ...]:
        """The files with what was left in them."""
        return tuple(_left(each, self._ids(at, Decision.LEAVE)) for at, each in enumerate(self.incoming))


def _rivals(proposals: Mapping[Key, Proposal]) -> Mapping[Key, frozenset[Key]]:
    """Of each proposal those of other files that want something else in its field."""
    by_field: dict[tuple[str, str], list[Key]] = {}
    for key, one in proposals.items():
        if one.changes and one.record_id:
            by_field.setdefault((one.record_id, one.field), []).append(key)
    found: dict[Key, frozenset[Key]] = dict.fromkeys(proposals, frozenset())
    for keys in by_field.values():
        for key in keys:
            others = (one for one in keys if one[0] != key[0])
            found[key] = frozenset(one for one in others if proposals[one].theirs != proposals[key].theirs)
    return found


def _left(incoming: Incoming, ids: frozenset[str]) -> Incoming:
    """What was left of a file: whole proposals, and the changes of a text that was taken without them."""
    kept = (one if one.id in ids else what_is_left(one) for one in incoming.proposals if one.id in ids or one.left_out)
    return replace(incoming, proposals=tuple(kept))
