"""An environment for tests: a temporary data folder and a clock that tests move."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from riec_desktop.dossier.record import new_id
from riec_desktop.workspace.environment import Environment

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@dataclass(slots=True)
class Clock:
    """A clock that stands still until a test moves it."""

    moment: datetime = field(default=START)

    def now(self) -> datetime:
        return self.moment

    def forward(self, seconds: float) -> None:
        """Let time pass."""
        self.moment += timedelta(seconds=seconds)


def environment(folder: Path, clock: Clock | None = None, author: str = "anja") -> Environment:
    """The surroundings of one program run; two with the same folder share what is left behind there."""
    now = (clock or Clock()).now
    return Environment(data_folder=folder, author=author, now=now, new_id=new_id, machine=f"PC-{author.upper()}")
