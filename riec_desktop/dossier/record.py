"""What every record has, and how its id is made. The record types themselves stand in `records`."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import NAMESPACE_URL, uuid4, uuid5

_NAMESPACE = uuid5(NAMESPACE_URL, "riec-jaarverslag")


def new_id() -> str:
    """A new UUID text for a record that nobody else can make at the same time."""
    return str(uuid4())


def natural_id(*parts: str | int | None) -> str:
    """The UUID text of a record that its parts identify, such as the answer of a report to a question.

    Two people who fill in the same answer make the same record, so merging finds one, not two.
    """
    return str(uuid5(_NAMESPACE, "\x1f".join("" if part is None else str(part) for part in parts)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has: an id, given once."""

    label: ClassVar[str] = ""
    id: str
