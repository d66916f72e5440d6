"""What a dossier needs is loaded while a person looks at the start screen, so that the first one is there at once.

Little by little, on the window's own thread: a class of Qt is made where it is used, and a click waits for one module
at most. What is not loaded yet when a dossier is opened is loaded then.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject

from riec_desktop.memory import without_collector
from riec_desktop.ui.slices import Slices, Turns
from riec_desktop.ui.trouble import guarded

DOSSIER: Final = (
    "riec_desktop.dossier.side_records",
    "riec_desktop.dossier.records",
    "riec_desktop.dossier.views",
    "riec_desktop.dossier.edits",
    "markdown_it",
    "riec_desktop.dossier.markdown",
    "riec_desktop.storage.dossier_file",
    "riec_desktop.workspace.session",
    "riec_desktop.workspace.copies",
    "riec_desktop.workspace.content",
    "riec_desktop.language.remote",
    "riec_desktop.checks.checker",
    "riec_desktop.checks.kinds",
    "riec_desktop.chapter.blocks",
    "riec_desktop.chapter.html",
    "riec_desktop.workspace.readiness",
    "riec_desktop.workspace.plots",
    "riec_desktop.ui.spelling",
    "riec_desktop.ui.widgets.rich_editor",
    "riec_desktop.excel.form_values",
    "riec_desktop.ui.widgets.record_table",
    "riec_desktop.ui.pages.page",
    "riec_desktop.ui.comments.panel",
    "riec_desktop.ui.findings.panel",
    "riec_desktop.ui.search.panel",
    "riec_desktop.ui.pages.portfolio",
    "riec_desktop.ui.pages.catalog",
    "riec_desktop.ui.workbench",
)
"""What a dossier on screen is made of, in an order in which no module loads very many others."""
RULES: Final = (
    "riec_desktop.checks.privacy_patterns",
    "riec_desktop.checks.number_terms",
    "riec_desktop.checks.texts",
    "riec_desktop.checks.spelling_rules",
    "riec_desktop.checks.walk",
    "riec_desktop.chapter.compose",
    "riec_desktop.chapter.sections",
)
"""What checks it and shows the chapter, a moment later."""


def loading(names: Sequence[str] = (*DOSSIER, *RULES)) -> Iterator[None]:
    """Load these modules, one a step; what is there already takes no time."""
    for name in names:
        with without_collector():
            import_module(name)
        yield


class Ahead(QObject):
    """Loads all of it between the clicks on a window, and rests when that is done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # What fails here goes to the log, and is told when a dossier is opened.
        self._slices = Slices(Turns(self), lambda work: guarded(work, _ignore))
        self._slices.begin(loading())

    def is_busy(self) -> bool:
        """Whether something is left to load."""
        return self._slices.is_busy()


def _ignore(_: str) -> None:
    """The log has it."""
