"""How a long job tells how far it is and hears that it must stop. Jobs are plain functions."""

from collections.abc import Callable

from riec_desktop.errors import Cancelled

Progress = Callable[[float, str], None]
"""Called with how much is done (0 to 1) and what is being done now, in Dutch."""

Cancel = Callable[[], bool]
"""Whether the person wants the job to stop."""


def no_progress(_done: float, _what: str) -> None:
    """For a caller that shows no progress."""


def never() -> bool:
    """For a caller that cannot stop a job."""
    return False


def step(progress: Progress, cancel: Cancel, done: float, what: str) -> None:
    """Tell where the job is. Raises `Cancelled` when it must stop."""
    if cancel():
        raise Cancelled
    progress(done, what)
