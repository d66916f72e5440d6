"""Three people who each do their own work and merge each other in any order: nothing clashes, nothing is lost."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from riec_desktop.dossier.records import Activity
from riec_desktop.workspace.common_base import common_base
from riec_desktop.workspace.merge_review import merge_proposals
from riec_desktop.workspace.opened import Session
from riec_desktop.workspace.review import is_default, sure_changes
from tests.helpers.colleagues import begins, colleague, sets, with_copy
from tests.helpers.sample import TRAFFICKING, sample
from tests.helpers.sessions import closing_sessions, open_session

NAMES = ("anja", "bert", "carla")
OWN = tuple(
    Activity(id=f"werk-{name}", report_id=TRAFFICKING.id, position=Decimal(at)) for at, name in enumerate(NAMES)
)
DOSSIER = sample(*OWN)

Op = tuple[str, int, int]
OPS = st.lists(
    st.tuples(st.sampled_from(("write", "merge", "merge", "undo")), st.integers(0, 2), st.integers(0, 2)),
    min_size=1,
    max_size=14,
)


@dataclass(slots=True)
class Office:
    """The open dossiers of the three, and what each wrote last in their own activity."""

    sessions: Sequence[Session]
    wrote: list[str] = field(default_factory=lambda: ["", "", ""])

    def do(self, op: Op, number: int) -> None:
        what, who, other = op
        if what == "write":
            self.write(who, f"{NAMES[who]} {number}")
        elif what == "merge" and who != other:
            self.merge(who, other)
        elif what == "undo" and self.sessions[who].undo_label == "title van activiteit":
            self.sessions[who].undo()
            self.wrote[who] = self.title(who, who)

    def write(self, who: int, text: str) -> None:
        sets(OWN[who], "title", text)(self.sessions[who])
        self.wrote[who] = text

    def merge(self, who: int, other: int) -> None:
        """Take in what is sure; people who only do their own work are never asked anything."""
        mine, theirs = self.sessions[who].content, self.sessions[other].content
        incoming = merge_proposals(mine, theirs, common_base(mine, theirs), "ander.riec")
        assert all(is_default(one) for one in incoming.proposals)
        changes = sure_changes(incoming, mine.dossier)
        self.sessions[who].merge("samenvoegen", changes, theirs.history)
        assert self.title(who, who) == self.wrote[who]

    def title(self, session: int, of: int) -> str:
        found = self.sessions[session].dossier.get(Activity, OWN[of].id)
        assert found is not None
        return found.title


@settings(max_examples=12)
@given(OPS)
def test_whoever_merges_whom_all_end_with_the_last_work_of_each(ops: list[Op]) -> None:
    with TemporaryDirectory() as folder, closing_sessions():
        first = begins(colleague(Path(folder), NAMES[0]), DOSSIER)
        people = [first, *(with_copy(colleague(Path(folder), name), first) for name in NAMES[1:])]
        office = Office([open_session(one.env, one.path) for one in people])
        for number, op in enumerate(ops):
            office.do(op, number)
        for _ in range(2):
            for who, other in ((0, 1), (1, 2), (2, 0)):
                office.merge(who, other)
        assert [[office.title(each, of) for of in range(3)] for each in range(3)] == [office.wrote] * 3
