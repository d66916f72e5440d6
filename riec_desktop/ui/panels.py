"""The right side of the window: how the chapter will look, and what is noticed. A click goes to the field."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from riec_desktop.checks.findings import Finding
from riec_desktop.checks.kinds import weighty
from riec_desktop.ui.findings.panel import FindingsPanel
from riec_desktop.ui.icons import icon
from riec_desktop.ui.preview_view import Preview
from riec_desktop.ui.side_tabs import SideTabWidget
from riec_desktop.ui.theme import characters


class SidePanel(SideTabWidget):
    """Preview and findings as two tabs; desks add their own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview()
        self.findings = FindingsPanel()
        self.setAccessibleName("Voorbeeld en aandachtspunten")
        self.setMinimumWidth(characters(self, 26))
        self.addTab(self.preview, icon("preview"), "Voorbeeld")
        self.addTab(self.findings, icon("warning"), "Aandachtspunten")

    def show_findings(
        self, findings: Sequence[Finding], place: Callable[[Finding], str], here: Callable[[Finding], bool]
    ) -> None:
        """Show these findings, and on the tab how many are left to do; advice on style is not counted there."""
        self.findings.show_findings(findings, place, here)
        count = len(weighty(findings))
        self.setTabText(1, f"Aandachtspunten {count}" if count else "Aandachtspunten")
