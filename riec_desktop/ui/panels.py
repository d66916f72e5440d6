"""The right side of the window: how the chapter will look, and what is noticed. A click goes to the field."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.ui.drawings import NO_DRAWINGS, Drawings, drawn
from riec_desktop.ui.icons import icon
from riec_desktop.ui.theme import icon_size, is_dark, small_font, unit

_FINDING = Qt.ItemDataRole.UserRole
SEVERITY_WORDS = {Severity.ERROR: "Fout", Severity.WARNING: "Waarschuwing", Severity.TIP: "Tip"}
SEVERITY_ICONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.TIP: "tip"}


class Preview(QTextBrowser):
    """The chapter as it will be printed. `link_chosen` carries the address of what was clicked or entered."""

    link_chosen = Signal(str)

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

    def loadResource(self, kind: int, name: QUrl | str, /) -> object:
        """The drawing that the text asks for; nothing is ever read from a file or fetched."""
        block = self._drawings.get(name if isinstance(name, str) else name.toString())
        return drawn(block, self.devicePixelRatioF(), dark=is_dark(self.palette())) if block else None

    def scroll_to(self, name: str) -> None:
        """Bring the block with this name in sight."""
        if name:
            self.scrollToAnchor(name)


class FindingList(QListWidget):
    """What is noticed, the worst first. `finding_chosen` carries the one that was clicked or chosen with Enter."""

    finding_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Aandachtspunten")
        self.setWordWrap(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setSpacing(unit(self))
        self.setIconSize(QSize(icon_size(self), icon_size(self)))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self._shown: tuple[Finding, ...] = ()

    def show_findings(self, findings: Sequence[Finding], place: Callable[[Finding], str]) -> None:
        """Show these; `place` says where each was noticed."""
        wanted = tuple(sorted(findings, key=lambda one: list(Severity).index(one.severity)))
        if wanted == self._shown:
            return
        self._shown = wanted
        row = self.currentRow()
        self.clear()
        for one in wanted:
            self.addItem(_finding_item(one, place(one)))
        self.setCurrentRow(min(row, self.count() - 1))

    def _choose(self, item: QListWidgetItem) -> None:
        self.finding_chosen.emit(item.data(_FINDING))


def _finding_item(finding: Finding, place: str) -> QListWidgetItem:
    item = QListWidgetItem(icon(SEVERITY_ICONS[finding.severity]), f"{place}\n{finding.sentence}")
    item.setData(_FINDING, finding)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{SEVERITY_WORDS[finding.severity]}, {place}: {finding.sentence}")
    item.setToolTip(SEVERITY_WORDS[finding.severity])
    return item


class SidePanel(QTabWidget):
    """Preview and findings as two tabs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview()
        self.findings = FindingList()
        self._nothing = QLabel("Geen aandachtspunten. Alles wat nodig is, is ingevuld.")
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(unit(self) * 4)
        self.setAccessibleName("Voorbeeld en aandachtspunten")
        self.setDocumentMode(True)
        self.addTab(self.preview, "Voorbeeld")
        self.addTab(self._finding_tab(), "Aandachtspunten")

    def _finding_tab(self) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nothing)
        column.addWidget(self.findings, 1)
        column.addStretch(0)
        return tab

    def show_findings(self, findings: Sequence[Finding], place: Callable[[Finding], str]) -> None:
        """Show these findings, and how many there are on the tab."""
        self.findings.show_findings(findings, place)
        self.findings.setVisible(bool(findings))
        self._nothing.setVisible(not findings)
        self.setTabText(1, f"Aandachtspunten {len(findings)}" if findings else "Aandachtspunten")
