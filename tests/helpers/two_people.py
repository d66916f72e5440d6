"""Random work of people on one dossier: fields changed, records added, moved and removed, as the window does it."""

from collections.abc import Callable, Sequence
from typing import cast

from hypothesis import strategies as st

from riec_desktop.dossier.changes import AddRecord, Change, SetField, apply_changes
from riec_desktop.dossier.compare import remove
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Value, specs
from riec_desktop.dossier.records import RECORD_TYPES, Record
from tests.helpers.strategies import dossiers, ids_of, records, values

_Edit = Callable[[st.DrawFn, Dossier], Sequence[Change]]


def _present(dossier: Dossier) -> dict[str, list[str]]:
    return {kind.__name__: list(dossier.rows(kind)) for kind in RECORD_TYPES if dossier.rows(kind)}


def _some(draw: st.DrawFn, dossier: Dossier) -> Record | None:
    held = list(dossier.records())
    return draw(st.sampled_from(held)) if held else None


def _set(draw: st.DrawFn, dossier: Dossier) -> Sequence[Change]:
    record = _some(draw, dossier)
    if record is None:
        return ()
    spec = specs(type(record))[draw(st.sampled_from(list(specs(type(record)))))]
    old, new = cast("Value", getattr(record, spec.name)), draw(values(spec, _present(dossier)))
    return (SetField(kind=type(record), record_id=record.id, field=spec.name, old=old, new=new),)


def _add(draw: st.DrawFn, dossier: Dossier) -> Sequence[Change]:
    free = [(kind, one) for kind in RECORD_TYPES for one in ids_of(kind) if dossier.get(kind, one) is None]
    kind, record_id = draw(st.sampled_from(free))
    return (AddRecord(draw(records(kind, record_id, _present(dossier)))),)


def _remove(draw: st.DrawFn, dossier: Dossier) -> Sequence[Change]:
    record = _some(draw, dossier)
    return remove(dossier, record) if record is not None else ()


_EDITS: tuple[_Edit, ...] = (_set, _set, _add, _remove)


@st.composite
def worked_on(draw: st.DrawFn, base: Dossier, most: int = 5) -> Dossier:
    """The dossier after a few edits of one person."""
    for _ in range(draw(st.integers(0, most))):
        base = apply_changes(base, draw(st.sampled_from(_EDITS))(draw, base)).dossier
    return base


@st.composite
def worked_on_by(draw: st.DrawFn, people: int) -> tuple[Dossier, ...]:
    """A base, and what each of these people made of it."""
    base = draw(dossiers())
    return (base, *(draw(worked_on(base)) for _ in range(people)))
