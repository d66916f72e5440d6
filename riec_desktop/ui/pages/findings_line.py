"""What was noticed at one place, as sentences below each other."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.ui.theme import Tone, unit
from riec_desktop.ui.widgets.notes import FindingLabel

TONES = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.TIP: Tone.INFO}


class FindingLines(QWidget):
    """Shows findings; it is not there when there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Finding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(unit(self))
        self.hide()

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show these."""
        wanted = tuple(findings)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            emptied(item.widget())
        for one in wanted:
            self._column.addWidget(FindingLabel(one.sentence, TONES[one.severity], one.severity.value))
        self.setVisible(bool(wanted))


def emptied(widget: QWidget | None) -> None:
    """Take a widget away."""
    if widget is not None:
        widget.hide()
        widget.deleteLater()
