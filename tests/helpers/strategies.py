"""Random dossiers for property tests, made from the field specifications: every type, every field, hostile text.

Values are normalised, because nothing else enters a dossier. Ids are few and fixed per type, so that two random
dossiers share records: what `diff` and `merge` need to have something to do.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC
from decimal import Decimal
from functools import cache
from typing import Any, cast

from hypothesis import strategies as st

from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.fields import FieldSpec, Kind, Value, specs
from riec_desktop.dossier.normal import normalise
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import RECORD_TYPES, SETTINGS_ID, Record, Settings

Ids = Mapping[str, Sequence[str]]
"""Record type name → ids that exist."""

ID_COUNT = 3
"""How many different ids a type has in random dossiers."""

SNIPPETS = (
    "",
    "Gewone zin, met é en ‘aanhaling’.",
    "**vet** en _cursief_ [koppeling](https://example.org/a?b=c)",
    "- een\n- twee\n    - drie",
    "1. eerst\n2. daarna",
    "alinea een\n\nalinea twee",
    "{cijfer:0a1b2c3d-0000-4000-8000-00000000000f;jaar=2022;waarde=doel}",
    "{cijfer:",
    "{zie:cijfers;0a1b2c3d-0000-4000-8000-00000000000f} en {zie:doel;0a1b2c3d-0000-4000-8000-00000000000e;bladzijde}",
    "{zie:",
    "]]><w:p>&amp;</w:p>",
    "=1+1",
    "@SUM(A1)",
    'Robert\'); DROP TABLE "Answer"; --',
    "\x00\x01\x1b\x7f\x85",
    "\ud800los",
    "e\u0301e\u0301n",
    "\u202eachterstevoren\u202c",
    "👩‍👧 🇳🇱",
    "regel\r\nregel\u2028regel\ttab",
    "  ruimte  ",
    "\\*geen opmaak\\*",
)
"""Text that has broken programs like this one."""


def raw_texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Any text at all, as a person or another program might deliver it: all of Unicode, surrogates included."""
    anything = st.text(st.characters(exclude_categories=()), max_size=max_size)
    return st.one_of(st.sampled_from(SNIPPETS), anything, st.tuples(st.sampled_from(SNIPPETS), anything).map("".join))


def _normal_texts(kind: Kind) -> st.SearchStrategy[Value]:
    return raw_texts().map(lambda text: normalise(kind, text))


def _lines() -> st.SearchStrategy[Value]:
    return st.lists(raw_texts(), max_size=3).map(lambda lines: normalise(Kind.LINES, tuple(lines)))


def decimals() -> st.SearchStrategy[Decimal]:
    """Numbers of every size that a figure or a position has."""
    return st.integers(-(10**12), 10**12).flatmap(
        lambda digits: st.integers(0, 12).map(lambda places: Decimal(digits).scaleb(-places))
    )


def _choices(spec: FieldSpec) -> st.SearchStrategy[Value]:
    return st.sampled_from(list(spec.choices or ()))


def _many(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Value]:
    return st.lists(one, max_size=3, unique=True).map(tuple)


_PLAIN: Mapping[Kind, st.SearchStrategy[Value]] = {
    Kind.LINE: _normal_texts(Kind.LINE),
    Kind.TEXT: _normal_texts(Kind.TEXT),
    Kind.RICH: _normal_texts(Kind.RICH),
    Kind.LINES: _lines(),
    Kind.INTEGER: st.integers(-(2**53) + 1, 2**53 - 1),
    Kind.DECIMAL: decimals(),
    Kind.DATE: st.dates(),
    Kind.TIME: st.datetimes(timezones=st.sampled_from((None, UTC))),
    Kind.FLAG: st.booleans(),
    Kind.DATA: st.binary(max_size=40),
}


@cache
def _bare_values(spec: FieldSpec) -> st.SearchStrategy[Value]:
    """Values of a field that refers to nothing."""
    if spec.kind is Kind.CHOICE:
        return _choices(spec)
    return _many(_choices(spec)) if spec.kind is Kind.CHOICES else _PLAIN[spec.kind]


def _references(spec: FieldSpec, ids: Ids) -> st.SearchStrategy[Value]:
    known = list(ids.get(spec.to, ()))
    if spec.kind is Kind.REFS:
        return _many(st.sampled_from(known)) if known else st.just(())
    return st.sampled_from(known) if known else st.none()


def values(spec: FieldSpec, ids: Ids) -> st.SearchStrategy[Value]:
    """Values that a field may hold, when these records exist."""
    found = _references(spec, ids) if spec.to else _bare_values(spec)
    return st.one_of(st.none(), found) if spec.default is None else found


def ids_of(kind: type[Record]) -> tuple[str, ...]:
    """The ids that records of a type have in random dossiers."""
    if kind is Settings:
        return (SETTINGS_ID,)
    return tuple(natural_id("random", kind.__name__, number) for number in range(ID_COUNT))


ALL_IDS: Ids = {kind.__name__: ids_of(kind) for kind in RECORD_TYPES}
"""Every id; in a dossier that holds fewer records, references to the rest are broken."""


@st.composite
def records(draw: st.DrawFn, kind: type[Record], record_id: str, ids: Ids = ALL_IDS) -> Record:
    """A record of this type and id in which a few fields, any of them, are not default."""
    names = draw(st.lists(st.sampled_from(list(specs(kind))), max_size=6, unique=True))
    fields = {name: draw(values(specs(kind)[name], ids)) for name in names}
    return cast("Record", cast("Any", kind)(id=record_id, **fields))


@st.composite
def dossiers(draw: st.DrawFn, *, sound: bool = True, max_records: int = 12) -> Dossier:
    """A dossier. `sound`: every reference is to a record in it; otherwise some are to records that are gone."""
    every = [(kind, record_id) for kind in RECORD_TYPES for record_id in ids_of(kind)]
    chosen = draw(st.lists(st.sampled_from(every), max_size=max_records, unique=True))
    present: dict[str, list[str]] = {}
    for kind, record_id in chosen:
        present.setdefault(kind.__name__, []).append(record_id)
    ids = present if sound else ALL_IDS
    return dossier_of([draw(records(kind, record_id, ids)) for kind, record_id in chosen])
