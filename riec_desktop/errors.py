"""One exception for everything that can go wrong in a way the program knows.

An error carries a code and the values of its sentence, never a sentence itself: the outermost layer (window or
command line) turns it into Dutch with `riec_desktop.messages`, which says what happened, what is safe and what to do.
"""

from collections.abc import Mapping


class RiecError(Exception):
    """A known failure. `code` is a key of `messages.SENTENCES`; `values` fill in its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values: Mapping[str, object] = values


class Cancelled(Exception):
    """The person stopped a job; nothing was written."""
