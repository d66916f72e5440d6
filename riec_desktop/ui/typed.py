"""What the type stubs of PySide6 do not say, in one place."""

from typing import TypeVar, cast

T = TypeVar("T")


def optional(found: T) -> T | None:
    """A value that Qt may leave out (a null pointer) although its type does not say so."""
    return found


def required(given: T | None) -> T:
    """A value that may be left out (a null pointer) although the type of the parameter does not say so."""
    return cast("T", given)
