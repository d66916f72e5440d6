"""The dossier as a value: record type → id → record, and the questions that every other part asks it.

A dossier never changes; `changes.apply` returns another one that shares every untouched table with the first.
Indexes are made when first asked for and live as long as their table.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, TypeVar, cast

from riec_desktop.dossier.records import RECORD_TYPES, Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Rows = Mapping[str, Record]


def _sorted(rows: Rows) -> tuple[Record, ...]:
    """By position where the type has one; the id settles ties, so that every run gives the same order."""
    has_position = hasattr(next(iter(rows.values()), None), "position")
    return tuple(sorted(rows.values(), key=attrgetter("position", "id") if has_position else attrgetter("id")))


def _grouped(records: Iterable[Record], field: str) -> Mapping[Any, tuple[Record, ...]]:
    groups: dict[Any, list[Record]] = {}
    for record in records:
        groups.setdefault(getattr(record, field), []).append(record)
    return {key: tuple(group) for key, group in groups.items()}


class Table:
    """The records of one type, immutable, with an index per field that is asked for."""

    __slots__ = ("_indexes", "_ordered", "rows")

    def __init__(self, rows: Rows) -> None:
        """`rows` is taken over as it is: the caller must not change it afterwards."""
        self.rows = rows
        self._ordered: tuple[Record, ...] | None = None
        self._indexes: dict[str, Mapping[Any, tuple[Record, ...]]] = {}

    def ordered(self) -> tuple[Record, ...]:
        """All records in their order."""
        if self._ordered is None:
            self._ordered = _sorted(self.rows)
        return self._ordered

    def where(self, field: str, value: object) -> tuple[Record, ...]:
        """The records whose field has this value, in their order."""
        if field not in self._indexes:
            self._indexes[field] = _grouped(self.ordered(), field)
        return self._indexes[field].get(value, ())


_EMPTY = Table({})


class Dossier:
    """Everything one team keeps. Two dossiers are equal when their records are."""

    __slots__ = ("_known", "_tables")

    def __init__(self, tables: Mapping[type[Record], Table] | None = None) -> None:
        self._tables = dict(tables or {})
        self._known: dict[Hashable, Any] = {}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Dossier):
            return NotImplemented
        return all(self.rows(kind) == other.rows(kind) for kind in RECORD_TYPES)

    def __hash__(self) -> int:
        """By the number of records: cheap, and equal for equal dossiers."""
        return hash(tuple(len(self.rows(kind)) for kind in RECORD_TYPES))

    def __repr__(self) -> str:
        return f"Dossier({', '.join(f'{len(table.rows)} {kind.__name__}' for kind, table in self._tables.items())})"

    def table(self, kind: type[Record]) -> Table:
        """The table of a record type, empty when there are none."""
        return self._tables.get(kind, _EMPTY)

    def rows(self, kind: type[R]) -> Mapping[str, R]:
        """Id → record of one type."""
        return cast("Mapping[str, R]", self.table(kind).rows)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """All records of one type in their order."""
        return cast("tuple[R, ...]", self.table(kind).ordered())

    def where(self, kind: type[R], field: str, value: object) -> tuple[R, ...]:
        """The records of one type whose field has this value, in their order."""
        return cast("tuple[R, ...]", self.table(kind).where(field, value))

    def first(self, kind: type[R], field: str, value: object) -> R | None:
        """The first of `where`, or None."""
        return next(iter(self.where(kind, field, value)), None)

    def get(self, kind: type[R], record_id: str | None) -> R | None:
        """One record, or None when there is no such id (a reference may point to something removed)."""
        return None if record_id is None else self.rows(kind).get(record_id)

    def __contains__(self, record_id: object) -> bool:
        """Whether a record of any type has this id."""
        return any(record_id in self.rows(kind) for kind in RECORD_TYPES)

    def many(self, kind: type[R], ids: Iterable[str]) -> tuple[R, ...]:
        """The records that these ids name, in the order of the ids; unknown ids are passed over."""
        rows = self.rows(kind)
        return tuple(rows[record_id] for record_id in ids if record_id in rows)

    def once(self, question: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once per dossier: a value that never changes has one answer to a question.

        For sums that chapter, checks and screens all ask for. `question` starts with the name of who asks.
        """
        if question not in self._known:
            self._known[question] = make()
        return cast("T", self._known[question])

    def derived(self, make: "Callable[[Dossier], T]") -> T:
        """What a function of the dossier alone gives, made once. Better than `once` where the checks ask it.

        They see from the function that what it gives is still the same, though what it was made of changed.
        """
        return self.once(make, lambda: make(self))

    def records(self) -> Iterator[Record]:
        """Every record, owners before what they own."""
        for kind in RECORD_TYPES:
            yield from self.table(kind).ordered()

    def with_rows(self, replaced: Mapping[type[Record], Rows]) -> "Dossier":
        """A dossier with other rows for some types and the same tables for the rest."""
        return Dossier({**self._tables, **{kind: Table(rows) for kind, rows in replaced.items()}})


def dossier_of(records: Iterable[Record]) -> Dossier:
    """A dossier of these records; of two with one id the last counts."""
    rows: dict[type[Record], dict[str, Record]] = {}
    for record in records:
        rows.setdefault(type(record), {})[record.id] = record
    return Dossier({kind: Table(found) for kind, found in rows.items()})
