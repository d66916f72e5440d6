"""Work on the window's own thread that takes longer than a person waits for a letter: done in slices, keys in between.

Another thread would not do: Python runs one at a time, and a key would wait for its turn again and again.
"""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer

SLICE: Final = 0.008
"""Seconds of work before keys are handled again: half of what a key may take from press to paint."""


class Slices:
    """Does one piece of work at a time, given as steps that each take less than a slice."""

    def __init__(self, parent: QObject, guard: Callable[[Callable[[], None]], object]) -> None:
        """`guard` runs a slice and tells of failures."""
        self._guard = guard
        self._work: Iterator[None] | None = None
        self._timer = QTimer(parent)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, work: Iterator[None], first: float = SLICE) -> None:
        """Do this, and drop what was not done of the work before; the first slice of `first` seconds is now."""
        self._work = work
        self._timer.start()
        self._guard(lambda: self._slice(first))

    def is_busy(self) -> bool:
        """Whether something is left to do."""
        return self._work is not None

    def _go_on(self) -> None:
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
        self._timer.stop()
