"""The right side of the window: how the chapter will look, and what is noticed. A click goes to the field."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from riec_desktop.checks.findings import Finding
from riec_desktop.checks.kinds import weighty
from riec_desktop.ui.drawings import NO_DRAWINGS, Drawings, drawn
from riec_desktop.ui.findings.panel import FindingsPanel
from riec_desktop.ui.icons import icon
from riec_desktop.ui.side_tabs import SideTabWidget
from riec_desktop.ui.theme import characters, is_dark, small_font, unit


class Preview(QTextBrowser):
    """The chapter as it will be printed. `link_chosen` carries the address of what was clicked or entered.

    `looks_changed` says that its text must be made anew, in the colours of another theme.
    """

    link_chosen = Signal(str)
    looks_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Voorbeeld van het hoofdstuk")
        self.setOpenLinks(False)
        self.setFont(small_font(self.font()))
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setToolTip("Klik op een tekst om hem te bewerken")
        self._html = ""
        self._drawings: Drawings = NO_DRAWINGS
        self.anchorClicked.connect(self._clicked)

    def _clicked(self, url: QUrl) -> None:
        self.link_chosen.emit(url.toString())

    def show_html(self, html: str, drawings: Drawings = NO_DRAWINGS) -> None:
        """Show another text at the same place; nothing happens when it is the one shown, drawings and all."""
        if (html, drawings) == (self._html, self._drawings):
            return
        self._drawings = drawings
        position = self.verticalScrollBar().value()
        self._html = html
        self.setHtml(html)
        self.document().setDocumentMargin(unit(self) * 3)
        self.verticalScrollBar().setValue(position)

    def changeEvent(self, e: QEvent) -> None:
        """Called by Qt, also when the theme changed."""
        super().changeEvent(e)
        if e.type() is QEvent.Type.PaletteChange:
            self.looks_changed.emit()

    def loadResource(self, kind: int, name: QUrl | str, /) -> object:
        """The drawing that the text asks for; nothing is ever read from a file or fetched."""
        block = self._drawings.get(name if isinstance(name, str) else name.toString())
        return drawn(block, self.devicePixelRatioF(), dark=is_dark(self.palette())) if block else None

    def scroll_to(self, name: str) -> None:
        """Bring the block with this name in sight."""
        if name:
            self.scrollToAnchor(name)


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
