"""What a command gives back: what a person reads, what a program reads, and the exit code."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any


class Exit(IntEnum):
    """The exit codes, as documented in the help and in docs/opdrachtregel.md."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    INTERNAL = 4
    STOPPED = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """`text` is Dutch, `data` is plain JSON; `then` runs after either was printed and gives the exit code."""

    text: str
    data: Mapping[str, Any] = field(default_factory=dict[str, Any])
    code: Exit = Exit.OK
    then: Callable[[], int] | None = None
