"""What a page may do: look at the dossier and the year, and send edits with a Dutch name to the session."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from riec_desktop.dossier import edits
from riec_desktop.dossier.changes import Change
from riec_desktop.dossier.compare import remove
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Value, specs
from riec_desktop.dossier.records import Record, ReportYear
from riec_desktop.errors import RiecError
from riec_desktop.workspace.session import Session

R = TypeVar("R", bound=Record)


@dataclass(slots=True)
class Editing:
    """The open dossier as pages see it. `year_id` is the year that the window shows.

    `failed` tells the person why an edit was refused (a closed year).
    """

    session: Session
    year_id: str
    failed: Callable[[RiecError], None]

    @property
    def dossier(self) -> Dossier:
        return self.session.dossier

    @property
    def year(self) -> ReportYear:
        """The year that the window shows; an empty one when it was removed."""
        return self.dossier.get(ReportYear, self.year_id) or ReportYear(id=self.year_id)

    def current(self, record: R) -> R:
        """The record as it is now; the given one when the dossier does not hold it (yet)."""
        return self.dossier.get(type(record), record.id) or record

    def do(self, label: str, changes: Sequence[Change], *, join: bool = False) -> None:
        """One step of undo."""
        try:
            self.session.edit(label, changes, join=join)
        except RiecError as error:
            self.failed(error)

    def set(self, record: Record, field: str, value: Value) -> None:
        """A person gave a field a value; typing on in one field stays one step."""
        spec = specs(type(record))[field]
        changes = edits.set_value(self.dossier, record, field, value)
        self.do(f"{spec.label} ({type(record).label})", changes, join=True)

    def add(self, record: Record) -> None:
        """A new record, last in its order."""
        has_order = "position" in specs(type(record))
        changes = edits.add_at_end(self.dossier, record) if has_order else edits.add(record)
        self.do(f"{record.label} toevoegen", changes)

    def remove(self, kind: type[Record], ids: Iterable[str]) -> None:
        """Remove records and what is part of them, as one step."""
        found = self.dossier.many(kind, ids)
        changes = tuple(change for record in found for change in remove(self.dossier, record))
        self.do(f"{kind.label} verwijderen", tuple(dict.fromkeys(changes)))

    def move(self, kind: type[Record], record_id: str, index: int) -> None:
        """Put a record at another place in its order."""
        record = self.dossier.get(kind, record_id)
        if record is not None:
            self.do(f"{kind.label} verplaatsen", edits.move(self.dossier, record, index))

    def paste(self, kind: type[Record], cells: Iterable[tuple[Record, str, Value]], verb: str = "plakken") -> None:
        """Several values at once, as one step; a record that the dossier does not hold yet comes last in its order."""
        working = self.dossier
        changes: list[Change] = []
        for record, field, value in cells:
            added = _added_last(working, record)
            working = edits.applied(working, added)
            step = edits.set_value(working, record, field, value)
            working = edits.applied(working, step)
            changes += [*added, *step]
        self.do(f"{kind.label} {verb}", changes)


def _added_last(dossier: Dossier, record: Record) -> tuple[Change, ...]:
    """What puts a new record in an order at its end; nothing where it is there or has no order."""
    is_new = dossier.get(type(record), record.id) is None
    return edits.add_at_end(dossier, record) if is_new and "position" in specs(type(record)) else ()
