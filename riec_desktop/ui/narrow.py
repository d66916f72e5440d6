"""In a window too narrow for three columns the right one steps aside, and comes back when there is room again.

So a laptop screen of 1280 pixels at 175 % shows the whole page that is being written. Who asks for the right side in
such a window gets it: only a change from wide to narrow hides it.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter, QWidget

from riec_desktop.ui.theme import characters

ENOUGH = 156
"""Characters: what navigation, page and right side need together."""

NAVIGATION = 30
"""Characters: the navigation beside a page in a narrow window."""


class StepAside(QObject):
    """Hides `side` while `whole` is narrow."""

    def __init__(self, whole: QSplitter, side: QWidget) -> None:
        super().__init__(whole)
        self._whole, self._side = whole, side
        self._narrow = False
        self._hid = False
        self._usual: list[int] = []
        whole.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt."""
        if event.type() is QEvent.Type.Resize and watched is self._whole:
            self._fit()
        return False

    def _fit(self) -> None:
        narrow = self._whole.width() < characters(self._whole, ENOUGH)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self._hid = not self._side.isHidden()
            self._usual = self._whole.sizes()
            self._side.hide()
            self._whole.setSizes([characters(self._whole, NAVIGATION), self._whole.width(), 0])
        elif self._hid:
            self._side.show()
            self._whole.setSizes(self._usual)
