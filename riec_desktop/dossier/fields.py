"""What a record field is: its kind, its Dutch label and what it refers to.

Tables, JSON, forms, review lists and edit screens are all derived from these specifications, so that
a field is described once, at the place where it is declared, and appears everywhere.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass
from dataclasses import fields as dataclass_fields
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

Value = str | bytes | int | bool | Decimal | date | datetime | StrEnum | tuple[str, ...] | tuple[StrEnum, ...] | None
"""Everything a record field can hold; all of it immutable and hashable."""


class Kind(Enum):
    """How a value is stored, shown and edited."""

    LINE = "line"
    TEXT = "text"
    RICH = "rich"
    LINES = "lines"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    TIME = "time"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"
    REF = "ref"
    REFS = "refs"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Label:
    """The annotation that a field carries: Dutch label, and what its Python type does not tell."""

    text: str
    kind: Kind | None = None
    to: str = ""
    owner: bool = False
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field of a record type. `to` names a record type for REF and REFS.

    `owner` marks the reference to the record that this one is part of: it goes when its owner goes.
    """

    name: str
    kind: Kind
    label: str
    help: str
    to: str
    owner: bool
    choices: type[StrEnum] | None
    default: Value


_PLAIN_KINDS: Mapping[type, Kind] = {
    bool: Kind.FLAG,
    int: Kind.INTEGER,
    Decimal: Kind.DECIMAL,
    date: Kind.DATE,
    datetime: Kind.TIME,
    str: Kind.LINE,
    bytes: Kind.DATA,
}


def _bare(annotation: Any) -> Any:
    """The type inside `X | None` and `tuple[X, ...]`."""
    if get_origin(annotation) in (UnionType, tuple):
        return get_args(annotation)[0]
    return annotation


def _kind(annotation: Any, label: Label) -> Kind:
    many = get_origin(annotation) is tuple
    if label.kind is not None:
        return label.kind
    if label.to:
        return Kind.REFS if many else Kind.REF
    if issubclass(_bare(annotation), StrEnum):
        return Kind.CHOICES if many else Kind.CHOICE
    return Kind.LINES if many else _PLAIN_KINDS[_bare(annotation)]


def _spec(name: str, annotation: Any, default: Any) -> FieldSpec:
    inner, label = get_args(annotation)
    bare = _bare(inner)
    return FieldSpec(
        name=name,
        kind=_kind(inner, label),
        label=label.text,
        help=label.help,
        to=label.to,
        owner=label.owner,
        choices=bare if issubclass(bare, StrEnum) else None,
        default=None if default is MISSING else default,
    )


@cache
def specs(record_type: type) -> Mapping[str, FieldSpec]:
    """Every field of a record type in declared order, without `id`."""
    hints = get_type_hints(record_type, include_extras=True)
    found = dataclass_fields(record_type)
    return {f.name: _spec(f.name, hints[f.name], f.default) for f in found if f.name != "id"}


def owner_specs(record_type: type) -> tuple[FieldSpec, ...]:
    """The references to the records that a record of this type is part of."""
    return tuple(spec for spec in specs(record_type).values() if spec.owner)
