"""The four sheets of the gate: what stops it, what needs a reason (with a line to give one), what may stay, advice."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from riec_desktop.checks.findings import Finding
from riec_desktop.ui.findings.groups import Group, grouped
from riec_desktop.ui.findings.rows import FindingRows, PlaceTitle
from riec_desktop.ui.generate.buttons import button
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import line_height, unit
from riec_desktop.workspace.gate import Gate, reason_problem, without_advice

BLOCKING, ASKED, ACCEPTED, ADVICE = range(4)
_TITLES = ("&Houdt het tegen", "Vraagt een &reden", "&Mag blijven staan", "&Advies")
_EXPLANATIONS = (
    "Herstel dit eerst. Met Enter of een klik gaat u erheen.",
    (
        "Dit kan naar personen wijzen. Haal het weg (met Enter of een dubbelklik gaat u erheen), of geef een reden "
        "waarom het mag blijven staan."
    ),
    "Dit mag blijven staan. De reden komt in het controleverslag.",
    "Dit houdt niets tegen. Kijk er nog eens naar als u tijd hebt.",
)
_NOTHING = (
    "Er is niets dat het tegenhoudt.",
    "Er is niets dat een reden vraagt.",
    "Er is nergens een reden voor gegeven.",
    "Er is geen advies.",
)


_LEAST_LINES = 4
"""Of the findings on a small screen: one point with its place."""


def _sentence(finding: Finding) -> str:
    return finding.sentence


class GateSheets(QTabWidget):
    """`finding_chosen`: go there. `reason_given`: findings and why they may stay. `taken_back`: one that may not."""

    finding_chosen = Signal(object)
    reason_given = Signal(object, str)
    taken_back = Signal(object)

    def __init__(self, place: PlaceTitle) -> None:
        super().__init__()
        self._place = place
        self._reasons: dict[int, str] = {}
        self.setAccessibleName("Wat er nog moet gebeuren")
        self.lists = tuple(
            _Sheet(text, nothing, told)
            for text, nothing, told in zip(
                _EXPLANATIONS, _NOTHING, (_sentence, without_advice, self._with_reason, _sentence), strict=True
            )
        )
        for title, sheet in zip(_TITLES, self.lists, strict=True):
            self.addTab(sheet, title)
            sheet.rows.finding_chosen.connect(self.finding_chosen)
            sheet.rows.setAccessibleName(title.replace("&", ""))
        self.reason = ReasonLine(self._give)
        self.lists[ASKED].add(self.reason)
        self.lists[ASKED].rows.looked_at.connect(self._look)
        self.take_back = button("Reden &intrekken", "Dit punt vraagt dan weer een reden", self._take_back)
        self.lists[ACCEPTED].add(self.take_back)
        self.lists[ASKED].rows.finding_chosen.disconnect(self.finding_chosen)
        self.lists[ASKED].rows.itemActivated.connect(self._activated)

    def ask_reason(self, finding: Finding) -> None:
        """Go to a finding that asks for a reason, ready to type it."""
        self.setCurrentIndex(ASKED)
        things = self.lists[ASKED].rows.things()
        if finding in things:
            self.lists[ASKED].rows.setCurrentRow(things.index(finding))
        self.reason.text.setFocus()

    def _look(self, thing: Finding | Group | None) -> None:
        self.reason.choose(one=isinstance(thing, Finding))

    def _activated(self) -> None:
        """A click chooses what the reason is for; Enter and a double click go there."""
        thing = self.lists[ASKED].rows.current()
        if isinstance(thing, Finding):
            self.finding_chosen.emit(thing)

    def show_gate(self, gate: Gate) -> None:
        """Show how things stand, at the first sheet where there is something to do."""
        found = (gate.blocking, gate.asked, tuple(one for one, _ in gate.accepted), gate.advice)
        self._reasons = {id(finding): decision.reason for finding, decision in gate.accepted}
        for at, findings in enumerate(found):
            self.lists[at].show_findings(findings, self._place)
            self.setTabText(at, f"{_TITLES[at]} ({len(findings)})")
        self.reason.setEnabled(bool(gate.asked))
        self.take_back.setEnabled(bool(gate.accepted))
        if not found[self.currentIndex()] or self.currentIndex() > ASKED:
            self.setCurrentIndex(next((at for at in (BLOCKING, ASKED) if found[at]), BLOCKING))

    def _with_reason(self, finding: Finding) -> str:
        """What was let stand, and why."""
        return f"{without_advice(finding)} Reden: {self._reasons.get(id(finding), '')}"

    def _take_back(self) -> None:
        thing = self.lists[ACCEPTED].rows.current()
        group = self.lists[ACCEPTED].rows.group_of_current()
        if isinstance(thing, Finding):
            self.taken_back.emit(thing)
        elif group is not None:
            self.taken_back.emit(group.findings[0])

    def _give(self, whole_group: bool, reason: str) -> None:
        rows = self.lists[ASKED].rows
        thing, group = rows.current(), rows.group_of_current()
        if whole_group and group is not None:
            self.reason_given.emit(group.findings, reason)
        elif isinstance(thing, Finding):
            self.reason_given.emit((thing,), reason)


class _Sheet(QWidget):
    """A sentence, the findings, and what else belongs there."""

    def __init__(self, explanation: str, nothing: str, told: PlaceTitle) -> None:
        super().__init__()
        self._nothing = nothing
        self._explanation = explanation
        self.rows = FindingRows(told=told)
        self.rows.setFrameShape(FindingRows.Shape.StyledPanel)
        self.rows.setMinimumHeight(line_height(self) * _LEAST_LINES)
        self.told = label(explanation, muted=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(unit(self) * 3,) * 4)
        self._column.setSpacing(unit(self) * 2)
        self._column.addWidget(self.told)
        self._column.addWidget(self.rows, 1)
        self._column.addStretch(0)

    def add(self, widget: QWidget) -> None:
        """One more below the list; a button as wide as its text."""
        side = Qt.AlignmentFlag.AlignLeft if isinstance(widget, QPushButton) else Qt.AlignmentFlag(0)
        self._column.addWidget(widget, 0, side)

    def show_findings(self, findings: Sequence[Finding], place: PlaceTitle) -> None:
        """Show these; every group unfolded, because a person came here to see them."""
        groups = grouped(findings)
        self.told.setText(self._explanation if findings else self._nothing)
        self.rows.setVisible(bool(findings))
        self.rows.show_groups(groups, place)
        things = self.rows.things()
        if self.rows.currentRow() == 0 and len(things) > 1 and isinstance(things[1], Finding):
            # A person came for a point, not for the line above it.
            self.rows.setCurrentRow(1)


class ReasonLine(QWidget):
    """Where a person says why something may stay: `give` gets whether it is for all of its kind, and the reason."""

    def __init__(self, give: Callable[[bool, str], None]) -> None:
        super().__init__()
        self._give = give
        self._one = False
        self.text = QLineEdit()
        self.text.setPlaceholderText("bijvoorbeeld: staat al op onze website")
        self.text.setAccessibleName("Reden")
        caption = QLabel("Re&den")
        caption.setBuddy(self.text)
        self.one = button("Voor dit p&unt", "Deze reden geldt voor het gekozen punt", lambda: self._done(False))
        self.all = button("Voor deze hele &soort", "Deze reden geldt voor alle punten van deze soort", self._for_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(unit(self) * 2)
        row.addWidget(caption)
        row.addWidget(self.text, 1)
        row.addWidget(self.one)
        row.addWidget(self.all)
        self.text.textChanged.connect(self._look)
        self._look()

    def choose(self, *, one: bool) -> None:
        """Whether the cursor is on one point, and not on the line above its kind."""
        self._one = one
        self._look()

    def _for_all(self) -> None:
        self._done(True)

    def _look(self) -> None:
        """Without a reason there is nothing to give; the buttons say why."""
        problem = reason_problem(self.text.text())
        self.one.setEnabled(not problem and self._one)
        self.all.setEnabled(not problem)
        self.text.setToolTip(problem)
        self.text.setAccessibleDescription(problem or "Waarom dit mag blijven staan; komt in het controleverslag")

    def _done(self, whole_group: bool) -> None:
        self._give(whole_group, self.text.text().strip())
