"""Very many values that stay (a dossier, a chapter, a window): the garbage collector only loses time on them."""

import gc
from collections.abc import Generator, Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Generator[None]:
    """No search for reference cycles inside (a third of the time at 400 portfolios); as it was afterwards."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # What was made goes unsearched to the oldest generation: a first search would visit every one of the values.
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        if was_on:
            gc.enable()


_USUAL, _RARE = (700, 10, 10), (700, 10, 50)
"""When Python looks for cycles: so many new values, and so many turns between looking through the youngest and all."""


def hold() -> None:
    """Leave all that there is out of the search for reference cycles, until `let_go`, and search all the rest rarely.

    With a dossier of 400 portfolios one search takes a quarter of a second, and keys wait for it. What checking all of
    it again leaves takes a twentieth; what is never found by it in between is 50 MB at most.
    """
    gc.freeze()
    gc.set_threshold(*_RARE)


def keeping(work: Iterator[None]) -> Iterator[None]:
    """Work in steps of which nearly all stays until `let_go`: what each step made is left out of the search."""
    for step in work:
        hold()
        yield step


def let_go() -> None:
    """Search everything again, as often as usual."""
    gc.unfreeze()
    gc.set_threshold(*_USUAL)
