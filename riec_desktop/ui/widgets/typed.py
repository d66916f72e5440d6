"""What the type stubs of PySide6 do not say, in one place."""

from typing import TypeVar

T = TypeVar("T")


def optional(found: T) -> T | None:
    """A value that Qt may leave out (a null pointer) although its type does not say so."""
    return found
