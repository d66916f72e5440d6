"""The example made larger: every portfolio copied with all that is part of it, for benchmarks and heavy tests."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random
from typing import Any

from riec_desktop.dossier.compare import owned
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.fields import Kind, specs
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import Portfolio, Record

_MARKS = frozenset("[]{}*_`#\\")


def _shuffled(text: str, copy: int) -> str:
    """The same words in another order, line by line; a line with markup stays, but for its end."""
    return "\n".join(_other_line(line, copy) for line in text.split("\n"))


def _other_line(line: str, copy: int) -> str:
    words = line.split(" ")
    if _MARKS.isdisjoint(line) and words[0][:1].isalpha():
        Random(f"{copy} {line}").shuffle(words)
        return f"In {' '.join(words)}"
    return f"{line} ({copy})" if line else line


def _renamed(record: Record, ids: Mapping[str, str], copy: int, *, varied: bool) -> Record:
    """The record under its new id, with references inside the copy turned to the copy and texts of its own."""
    update: dict[str, Any] = {"id": ids[record.id]}
    for spec in specs(type(record)).values():
        value: Any = getattr(record, spec.name)
        if spec.kind is Kind.REF:
            update[spec.name] = ids.get(value, value)
        elif spec.kind is Kind.REFS:
            update[spec.name] = tuple(ids.get(one, one) for one in value)
        elif spec.kind is Kind.RICH and value:
            update[spec.name] = _shuffled(value, copy) if varied else f"{value} ({copy})"
    return replace(record, **update)


def _copies(dossier: Dossier, portfolio: Portfolio, copy: int, *, varied: bool) -> Iterator[Record]:
    records = {record.id: record for record in (portfolio, *owned(dossier, portfolio))}
    ids = {record_id: natural_id(record_id, copy) for record_id in records}
    yield from (_renamed(record, ids, copy, varied=varied) for record in records.values())


def scaled(dossier: Dossier, times: int, *, varied: bool = False) -> Dossier:
    """The dossier with each portfolio `times` times; 1 gives the dossier itself.

    `varied` gives every copy texts that no other has: what people would write, where the rest is easy to remember
    and to compress.
    """
    portfolios = dossier.all(Portfolio)
    more = (
        record
        for copy in range(1, times)
        for portfolio in portfolios
        for record in _copies(dossier, portfolio, copy, varied=varied)
    )
    return dossier_of([*dossier.records(), *more])
