"""The example made larger: every portfolio copied with all that is part of it, for benchmarks and heavy tests."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from riec_desktop.dossier.compare import owned
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.fields import Kind, specs
from riec_desktop.dossier.records import Portfolio, Record, natural_id


def _renamed(record: Record, ids: Mapping[str, str], copy: int) -> Record:
    """The record under its new id, with references inside the copy turned to the copy and texts of its own."""
    update: dict[str, Any] = {"id": ids[record.id]}
    for spec in specs(type(record)).values():
        value: Any = getattr(record, spec.name)
        if spec.kind is Kind.REF:
            update[spec.name] = ids.get(value, value)
        elif spec.kind is Kind.REFS:
            update[spec.name] = tuple(ids.get(one, one) for one in value)
        elif spec.kind is Kind.RICH and value:
            update[spec.name] = f"{value} ({copy})"
    return replace(record, **update)


def _copies(dossier: Dossier, portfolio: Portfolio, copy: int) -> Iterator[Record]:
    records = {record.id: record for record in (portfolio, *owned(dossier, portfolio))}
    ids = {record_id: natural_id(record_id, copy) for record_id in records}
    yield from (_renamed(record, ids, copy) for record in records.values())


def scaled(dossier: Dossier, times: int) -> Dossier:
    """The dossier with each portfolio `times` times; 1 gives the dossier itself."""
    portfolios = dossier.all(Portfolio)
    more = (
        record for copy in range(1, times) for portfolio in portfolios for record in _copies(dossier, portfolio, copy)
    )
    return dossier_of([*dossier.records(), *more])
