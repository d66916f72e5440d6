"""Work on the window's own thread that takes longer than a person waits for a letter: done in slices, keys in between.

Another thread would not do: Python runs one at a time, and a key would wait for its turn again and again.
Works of one window take turns, so that a key waits for one slice and not for one of each.
"""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer

SLICE: Final = 0.008
"""Seconds of work before keys are handled again: half of what a key may take from press to paint."""


class Turns:
    """Gives one work at a time a slice: the first of those that were made, as long as it is busy."""

    def __init__(self, parent: QObject) -> None:
        self._works: list[Slices] = []
        self._timer = QTimer(parent)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    def join(self, work: "Slices") -> None:
        """Take part."""
        self._works.append(work)

    def start(self) -> None:
        """Some work is busy."""
        self._timer.start()

    def _turn(self) -> None:
        busy = next((one for one in self._works if one.is_busy()), None)
        if busy is not None:
            busy.go_on()
        self.rest()

    def rest(self) -> None:
        """Look at nothing any more when no work is busy."""
        if not any(one.is_busy() for one in self._works):
            self._timer.stop()


class Slices:
    """Does one piece of work at a time, given as steps that each take less than a slice."""

    def __init__(self, turns: Turns, guard: Callable[[Callable[[], None]], object]) -> None:
        """`guard` runs a slice and tells of failures."""
        self._turns = turns
        self._guard = guard
        self._work: Iterator[None] | None = None
        turns.join(self)

    def begin(self, work: Iterator[None]) -> None:
        """Do this, and drop what was not done of the work before; the first slice comes when keys were looked at."""
        self._work = work
        self._turns.start()

    def is_busy(self) -> bool:
        """Whether something is left to do."""
        return self._work is not None

    def go_on(self) -> None:
        """Do one slice."""
        self._guard(lambda: self._slice(SLICE))

    def _slice(self, seconds: float) -> None:
        end, work = monotonic() + seconds, self._work
        for _ in work or ():
            if monotonic() > end:
                return
        # Who takes the result may have begun something else.
        if self._work is work:
            self.stop()

    def settle(self) -> None:
        """Do what is left of it now."""
        self._guard(lambda: self._slice(float("inf")))

    def stop(self) -> None:
        """Do no more of it."""
        self._work = None
        self._turns.rest()
