"""The middle of the workbench: the page that is shown, messages above it, and what stands in for a page that fails.

The part of a page that is in sight is made at once; the stage lets the rest grow after it was painted, between keys.
An error in one page is logged and shown in its place; the other pages and the rest of the window go on.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riec_desktop.ui.banner import Banner
from riec_desktop.ui.pages.broken import BrokenPage
from riec_desktop.ui.pages.page import Page
from riec_desktop.ui.places import Place
from riec_desktop.ui.theme import characters
from riec_desktop.ui.trouble import guarded

TROUBLE = (
    "Een deel van het venster kon niet worden bijgewerkt. Wat u invult, wordt wel bewaard en u kunt verder werken. "
    "Blijft dit zo, stuur dan de details naar de beheerder."
)
_TOPIC = "trouble"

LEAST = 81
"""Characters: what the widest page needs; the columns beside it give way first."""


class Stage(QWidget):
    """Shows one page at a time; `again` shows the present one anew. `whole` says that the page has grown to its end.

    `growing` runs until then.
    """

    whole = Signal()

    def __init__(self, again: Callable[[], None]) -> None:
        super().__init__()
        self._again = again
        self.page: Page | None = None
        self._shown: Place | None = None
        self._scrolled: dict[Place, int] = {}
        self._heights: dict[Place, int] = {}
        self.growing = QTimer(self, interval=0)
        self.growing.timeout.connect(lambda: self.fill(self._grow))
        self.banner = Banner()
        self.setMinimumWidth(characters(self, LEAST))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)

    def put(self, place: Place, make: Callable[[], Page], fill: Callable[[Page], None]) -> None:
        """Make the page of a place and fill it, in the place of the one that is there; `begin` brings it in sight."""
        self.drop()
        self._shown = place
        self._place(guarded(make, self._broken))
        self.fill(fill)

    def begin(self, place: Place) -> Page:
        """Bring the page in sight where it was left; what comes in its place when that fails."""
        position, height = self._scrolled.get(place, 0), self._heights.get(place, 0)
        return self.fill(lambda page: page.begin(position, height))

    def fill(self, fill: Callable[[Page], None]) -> Page:
        """Bring the page up to date; what comes in its place when that fails."""
        page = self.page if self.page is not None else self._broken("")
        guarded(lambda: fill(page), self._replace)
        return self.page if self.page is not None else page

    def _grow(self, page: Page) -> None:
        """The next piece, with everything in its place before it is painted."""
        grew = page.grow()
        page.settle_layout()
        if not grew:
            self._end(page)

    def _end(self, page: Page) -> None:
        self.growing.stop()
        page.reserve(0)
        page.settle_layout()
        if self._shown is not None:
            self._heights[self._shown] = page.content.height()
        self.whole.emit()

    def finish(self) -> None:
        """Let the page grow to its end now."""
        if self.growing.isActive():
            self.fill(self._finish)

    def _finish(self, page: Page) -> None:
        while page.grow():
            pass
        self._end(page)

    def flush(self) -> None:
        """Hand over what is being typed."""
        if self.page is not None:
            guarded(self.page.flush, self._replace)

    def drop(self) -> None:
        """Take the page away."""
        self.growing.stop()
        page, self.page = self.page, None
        if page is None:
            return
        if self._shown is not None:
            self._scrolled[self._shown] = page.scroll_position()
        page.hide()
        self._column.removeWidget(page)
        page.deleteLater()

    def guard(self, work: Callable[[], None]) -> None:
        """Do work for what stands beside the page; a failure is told above it."""
        guarded(work, self._tell)

    def _place(self, page: Page) -> None:
        self.page = page
        self._column.addWidget(page, 1)
        page.more.connect(self.growing.start)
        self.growing.start()

    def _broken(self, details: str) -> Page:
        broken = BrokenPage(details, self._again)
        broken.grow()
        return broken

    def _replace(self, details: str) -> None:
        self.drop()
        self._place(self._broken(details))

    def _tell(self, details: str) -> None:
        copy = partial(QGuiApplication.clipboard().setText, details)
        self.banner.tell(TROUBLE, "Kopieer details", copy, topic=_TOPIC)
