"""The middle of the workbench: the page that is shown, messages above it, and what stands in for a page that fails.

An error in one page is logged and shown in its place; the other pages and the rest of the window go on.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riec_desktop.ui.banner import Banner
from riec_desktop.ui.pages.broken import BrokenPage
from riec_desktop.ui.pages.page import Page
from riec_desktop.ui.theme import characters
from riec_desktop.ui.trouble import guarded

TROUBLE = (
    "Een deel van het venster kon niet worden bijgewerkt. Wat u invult, wordt wel bewaard en u kunt verder werken. "
    "Blijft dit zo, stuur dan de details naar de beheerder."
)
_TOPIC = "trouble"


class Stage(QWidget):
    """Shows one page at a time; `again` shows the present one anew."""

    def __init__(self, again: Callable[[], None]) -> None:
        super().__init__()
        self._again = again
        self.page: Page | None = None
        self.banner = Banner()
        self.setMinimumWidth(characters(self, 60))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)

    def put(self, make: Callable[[], Page], fill: Callable[[Page], None]) -> Page:
        """Make a page, put it in sight and fill it; what comes in its place when that fails."""
        self._place(guarded(make, self._broken))
        return self.fill(fill)

    def fill(self, fill: Callable[[Page], None]) -> Page:
        """Bring the page up to date; what comes in its place when that fails."""
        page = self.page if self.page is not None else self._broken("")
        guarded(lambda: fill(page), self._replace)
        return self.page if self.page is not None else page

    def flush(self) -> None:
        """Hand over what is being typed."""
        if self.page is not None:
            guarded(self.page.flush, self._replace)

    def drop(self) -> int:
        """Take the page away; how far it was scrolled."""
        page, self.page = self.page, None
        if page is None:
            return 0
        page.hide()
        self._column.removeWidget(page)
        page.deleteLater()
        return page.scroll_position()

    def guard(self, work: Callable[[], None]) -> None:
        """Do work for what stands beside the page; a failure is told above it."""
        guarded(work, self._tell)

    def _place(self, page: Page) -> None:
        self.page = page
        self._column.addWidget(page, 1)

    def _broken(self, details: str) -> Page:
        return BrokenPage(details, self._again)

    def _replace(self, details: str) -> None:
        self.drop()
        self._place(self._broken(details))

    def _tell(self, details: str) -> None:
        copy = partial(QGuiApplication.clipboard().setText, details)
        self.banner.tell(TROUBLE, "Kopieer details", copy, topic=_TOPIC)
