"""The page that stands in for one that cannot be shown, so that an error in one page leaves the others alone."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from riec_desktop.ui.labels import label
from riec_desktop.ui.pages.page import Page, Part

BROKEN = (
    "Op deze pagina ging iets mis dat het programma niet verwachtte. Wat u had ingevuld, is bewaard. De andere "
    "pagina’s doen het gewoon. Probeer deze pagina opnieuw. Gaat het weer mis, stuur dan de details naar de beheerder."
)


class _Explanation(Part):
    """What happened, and two ways on."""

    def __init__(self, details: str, again: Callable[[], None]) -> None:
        super().__init__("Wat is er gebeurd?")
        self.again = QPushButton("Opnieuw proberen")
        self.copy = QPushButton("Kopieer details")

        def retry() -> None:
            again()

        self.again.clicked.connect(retry)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        buttons = QHBoxLayout()
        buttons.addWidget(self.again)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        self.column.addWidget(label(BROKEN))
        self.column.addLayout(buttons)

    def lock(self, *, locked: bool) -> None:
        """There is nothing to change here, so nothing to lock."""


class BrokenPage(Page):
    """Says that a page cannot be shown; `again` tries it once more."""

    def __init__(self, details: str, again: Callable[[], None]) -> None:
        super().__init__("Deze pagina kan niet worden getoond")
        self.explanation = _Explanation(details, again)
        self.add(self.explanation)
