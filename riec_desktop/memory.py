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


def hold() -> None:
    """Leave all that there is out of the search for reference cycles, until `let_go`.

    With a dossier of 400 portfolios one search takes a quarter of a second, and keys wait for it.
    """
    gc.freeze()


def keeping(work: Iterator[None]) -> Iterator[None]:
    """Work in steps of which nearly all stays until `let_go`: what each step made is left out of the search."""
    for step in work:
        hold()
        yield step


def let_go() -> None:
    """Search everything again."""
    gc.unfreeze()
