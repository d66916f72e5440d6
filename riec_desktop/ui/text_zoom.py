"""How large the texts are that a person writes: one size for all editors, remembered."""

from PySide6.QtCore import QObject, Signal

from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.preferences import prefer, preferences

STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
"""Percent of the size that texts have by themselves."""
NORMAL = 100
_PREFERENCE = "text_zoom"


class TextZoom(QObject):
    """`changed` says that texts have another size now."""

    changed = Signal()

    def __init__(self, env: Environment | None = None, parent: QObject | None = None) -> None:
        """`env` remembers the size; without it the size lasts as long as this."""
        super().__init__(parent)
        self._env = env
        kept = preferences(env).get(_PREFERENCE) if env else None
        self._percent = kept if isinstance(kept, int) and kept in STEPS else NORMAL

    def percent(self) -> int:
        """The size, one of `STEPS`."""
        return self._percent

    def larger(self) -> None:
        """One step."""
        self._set(next((one for one in STEPS if one > self._percent), self._percent))

    def smaller(self) -> None:
        """One step."""
        self._set(next((one for one in reversed(STEPS) if one < self._percent), self._percent))

    def step(self, step: int) -> None:
        """Larger for +1, smaller for -1."""
        (self.larger if step > 0 else self.smaller)()

    def reset(self) -> None:
        """The size that texts have by themselves."""
        self._set(NORMAL)

    def _set(self, percent: int) -> None:
        if percent == self._percent:
            return
        self._percent = percent
        if self._env is not None:
            prefer(self._env, **{_PREFERENCE: percent})
        self.changed.emit()
