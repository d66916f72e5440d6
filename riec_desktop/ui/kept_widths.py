"""How wide a person made the columns of a table, kept until the next time."""

from collections.abc import Sequence
from dataclasses import dataclass

from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.preferences import prefer, preferences, sizes


@dataclass(frozen=True, slots=True)
class KeptWidths:
    """Widths by the name of a table, in hundredths of a character, among the preferences of this computer."""

    env: Environment

    def of(self, table: str) -> Sequence[int]:
        """The widths that were kept; none when there are none, or no whole numbers."""
        return sizes(preferences(self.env).get(_name(table)))

    def keep(self, table: str, widths: Sequence[int]) -> None:
        """Remember these, unless they are what is kept."""
        if widths and list(widths) != self.of(table):
            prefer(self.env, **{_name(table): list(widths)})


def _name(table: str) -> str:
    return f"kolommen van {table}"
