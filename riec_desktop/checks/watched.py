"""A dossier that notes what is asked of it, so that a check knows what its findings hang on.

A check asks the dossier and nothing else; the same answers give the same findings. So what was found holds in
another dossier as long as every question gets the answer that it got before, whoever wrote the check.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar, cast

from riec_desktop.dossier.dossier import Dossier, Table
from riec_desktop.dossier.fields import Kind, specs
from riec_desktop.dossier.records import RECORD_TYPES, Record, ReportYear

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Maker = Callable[[Dossier], object]
_Question = tuple[str, tuple[Any, ...]]
"""The name of a method and what it was given after the record type."""
Sources = tuple[frozenset[type[Record]], bool]
"""The record types that something was made of, and whether it hangs on functions of the dossier too."""


class Reads:
    """Record type → question → the answer that it got."""

    __slots__ = ("by_kind", "derived")

    def __init__(self) -> None:
        self.by_kind: dict[type[Record], dict[_Question, object]] = {}
        self.derived: dict[Maker, object] = {}

    def note(self, kind: type[Record], question: _Question, answer: object) -> None:
        """Keep one answer."""
        self.by_kind.setdefault(kind, {})[question] = answer

    def add(self, other: "Reads") -> None:
        """Keep the answers that others were given too."""
        for kind, asked in other.by_kind.items():
            self.by_kind.setdefault(kind, {}).update(asked)
        self.derived.update(other.derived)

    def sources(self) -> "Sources":
        """Which record types were asked about."""
        return frozenset(self.by_kind), bool(self.derived)

    def hold_in(self, dossier: Dossier, changed: Iterable[type[Record]]) -> bool:
        """Whether a dossier that differs only in these tables gives the same answers."""
        # Asked of every unit after every edit; most of them asked nothing of what changed.
        for kind in changed:
            asked = self.by_kind.get(kind)
            if asked is not None and not _all_same(dossier, kind, asked):
                return False
        return True


def _all_same(dossier: Dossier, kind: type[Record], asked: Mapping[_Question, object]) -> bool:
    return all(_same(getattr(dossier, name)(kind, *given), answer) for (name, given), answer in asked.items())


def _same(now: object, before: object) -> bool:
    """Tables are the same only when they are one: to compare them costs more than to check again."""
    if now is before:
        return True
    if isinstance(before, (Table, Mapping)):
        return False
    return now == before or (isinstance(now, ReportYear) and isinstance(before, ReportYear) and _alike(now, before))


@lru_cache(maxsize=64)
def _alike(now: ReportYear, before: ReportYear) -> bool:
    """Whether two states of a year differ in its texts alone.

    Nothing but the rules about the year, which are given it as a whole, looks at those; everything else would be
    checked again at every key in the introduction of the chapter.
    """
    texts = {spec.name: "" for spec in specs(ReportYear).values() if spec.kind is Kind.RICH}
    return replace(now, **texts) == replace(before, **texts)


@dataclass(frozen=True, slots=True)
class Made:
    """What was made once, and on what it hangs."""

    value: object
    reads: Reads


def changed_kinds(before: Dossier, after: Dossier) -> tuple[type[Record], ...]:
    """The record types whose tables are not the same."""
    return tuple(kind for kind in RECORD_TYPES if before.table(kind) is not after.table(kind))


class Once:
    """The answers to questions that are asked once of a dossier, in groups that were made of the same record types.

    Most hang on none of what a letter changes; so they need not be looked at one by one after every letter.
    """

    __slots__ = ("by_sources", "known")

    def __init__(self, before: "Once | None") -> None:
        # The groups are shared with the dossier before: what a group names and nobody knows is passed over.
        self.known: dict[Hashable, Made] = dict(before.known) if before else {}
        self.by_sources: dict[Sources, set[Hashable]] = dict(before.by_sources) if before else {}

    def keep(self, question: Hashable, made: Made) -> None:
        """Keep the answer to a question that was not asked before."""
        self.known[question] = made
        self.by_sources.setdefault(made.reads.sources(), set()).add(question)

    def forget_old(self, changed: Iterable[type[Record]], holds: Callable[[Reads], bool]) -> None:
        """Keep what still holds after a change of these tables."""
        touched = [one for one in self.by_sources if one[1] or not one[0].isdisjoint(changed)]
        asked = {one: self.known.pop(one) for at in touched for one in self.by_sources.pop(at) if one in self.known}
        # All of them are gone first: what asks for one meanwhile gets a new answer, never an old one.
        for question, made in asked.items():
            if holds(made.reads):
                self.keep(question, made)


class Past:
    """What was made for the last dossier, brought up to date for this one when it is asked for.

    Something that comes out the same as before is the same: what hangs on it holds, though its own sources changed.
    """

    def __init__(self, before: "Past | None", dossier: Dossier) -> None:
        self.dossier = dossier
        self.changed = changed_kinds(before.dossier, dossier) if before else ()
        self.once = Once(before.once if before else None)
        self.made: dict[Maker, Made] = {}
        self._before = before.made if before else {}
        if self.changed:
            self.once.forget_old(self.changed, self.holds)

    def holds(self, reads: Reads) -> bool:
        """Whether everything that was asked would get the same answer now."""
        if not reads.hold_in(self.dossier, self.changed):
            return False
        return not reads.derived or all(_same(self.derived(make), value) for make, value in reads.derived.items())

    def derived(self, make: "Maker") -> object:
        """What a function of the dossier gives."""
        if make not in self.made:
            self.made[make] = self._made_again(make)
        return self.made[make].value

    def _made_again(self, make: "Maker") -> Made:
        before = self._before.get(make)
        if before is not None and self.holds(before.reads):
            return before
        watched = Watched(self)
        value = make(watched)
        same = before is not None and value == before.value
        return Made(before.value if before is not None and same else value, watched.reads)


class Watched(Dossier):
    """The dossier of `past`; `reads` holds what was asked of it."""

    __slots__ = ("_dossier", "_past", "reads")

    def __init__(self, past: Past) -> None:
        super().__init__()
        self._dossier = past.dossier
        self._past = past
        self.reads = Reads()

    def _noted(self, name: str, kind: type[Record], *given: object) -> Any:
        answer = getattr(self._dossier, name)(kind, *given)
        self.reads.note(kind, (name, given), answer)
        return answer

    def table(self, kind: type[Record]) -> Table:
        """As of the dossier; noted."""
        return cast("Table", self._noted("table", kind))

    def rows(self, kind: type[R]) -> Mapping[str, R]:
        """As of the dossier; noted."""
        return cast("Mapping[str, R]", self._noted("rows", kind))

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """As of the dossier; noted."""
        return cast("tuple[R, ...]", self._noted("all", kind))

    def where(self, kind: type[R], field: str, value: object) -> tuple[R, ...]:
        """As of the dossier; noted."""
        return cast("tuple[R, ...]", self._noted("where", kind, field, value))

    def first(self, kind: type[R], field: str, value: object) -> R | None:
        """As of the dossier; noted."""
        return cast("R | None", self._noted("first", kind, field, value))

    def get(self, kind: type[R], record_id: str | None) -> R | None:
        """As of the dossier; noted."""
        return cast("R | None", self._noted("get", kind, record_id))

    def many(self, kind: type[R], ids: Iterable[str]) -> tuple[R, ...]:
        """As of the dossier; noted."""
        return cast("tuple[R, ...]", self._noted("many", kind, tuple(ids)))

    def once(self, question: Hashable, make: Callable[[], T]) -> T:
        """As of the dossier; whoever asks hangs on everything that it was made of."""
        once = self._past.once
        if question not in once.known:
            once.keep(question, self._made(make))
        known = once.known[question]
        self.reads.add(known.reads)
        return cast("T", known.value)

    def _made(self, make: Callable[[], object]) -> Made:
        around, self.reads = self.reads, Reads()
        try:
            return Made(make(), self.reads)
        finally:
            self.reads = around

    def derived(self, make: Callable[[Dossier], T]) -> T:
        """As of the dossier; whoever asks hangs on what came out."""
        value = self._past.derived(make)
        self.reads.derived[make] = value
        return cast("T", value)
