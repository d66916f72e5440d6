"""The choices for the Word chapter."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from riec_desktop.chapter.blocks import State
from riec_desktop.chapter.options import ChapterOptions, default_options
from riec_desktop.checks.findings import Severity
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import Layout
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.labels import word
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.editing import Editing
from riec_desktop.ui.generate.choices import Choices, button
from riec_desktop.ui.jobs import Work
from riec_desktop.ui.labels import label
from riec_desktop.ui.roomy import RoomyRows, row_height
from riec_desktop.workspace.documents import WordRequest, default_name, findings, make_word
from riec_desktop.workspace.preferences import prefer, preferences

STATES = {
    State.DRAFT: "Concept: om te lezen en te bespreken",
    State.REVIEW: "Reviewversie: om rond te sturen voor commentaar",
    State.FINAL: "Definitief: klaar om vast te stellen",
}
OPTIONS = (
    ("contents", "In&houdsopgave vooraan"),
    ("regional_pages", "&Regionale bijdragen vooraan"),
    ("annexes", "B&ijlagen met overzichten"),
    ("questions_shown", "&Vragen als kopje tonen"),
    ("numbered_portfolios", "Koppen van portefeuilles &nummeren"),
    ("trailing_dot", "&Punt achter het nummer van een kop"),
    ("persons_shown", "Namen van &opdrachtnemers tonen"),
    ("findings_shown", "&Aandachtspunten achteraan"),
)
BLOCKING = "Een definitief hoofdstuk kan pas als deze fouten zijn opgelost:"
MOST_BLOCKING = 5
SHOWN_REPORTS = 4
"""Rows of the list of portfolios that are in sight."""


def blocking_text(sentences: tuple[str, ...]) -> str:
    """What stands in the way of a final document, the first few in full."""
    lines = [f"• {one}" for one in sentences[:MOST_BLOCKING]]
    more = len(sentences) - MOST_BLOCKING
    tail = [f"… en nog {more}. U vindt ze allemaal bij Aandachtspunten."] if more > 0 else []
    return "\n".join([BLOCKING, *lines, *tail])


class WordChoices(Choices):
    """Year, portfolios, layout, state, options, template and file."""

    def __init__(self, editing: Editing, around: Surroundings) -> None:
        super().__init__("word", editing, around)
        self._state, self._layout = QComboBox(), QComboBox()
        self._reports = QListWidget()
        self._boxes = {name: QCheckBox(text) for name, text in OPTIONS}
        self._template = QLineEdit()
        self._fill()
        self._lay_out()
        self._state.currentIndexChanged.connect(self.year_changed)
        self._reports.itemChanged.connect(self.changed)

    def _fill(self) -> None:
        for state, text in STATES.items():
            self._state.addItem(text, state.value)
        for layout in Layout:
            self._layout.addItem(word(layout), layout.value)
        options = default_options(self.editing.dossier)
        kept = preferences(self.around.env).get("word_options")
        self._layout.setCurrentIndex(list(Layout).index(options.layout))
        for name, box in self._boxes.items():
            box.setChecked(name in kept if isinstance(kept, list) else bool(getattr(options, name)))
        self._template.setPlaceholderText("de sjabloon van het programma")
        self._fill_reports()

    def _fill_reports(self) -> None:
        self._reports.clear()
        dossier = self.editing.dossier
        for report in views.reports(dossier, self.year()):
            item = QListWidgetItem(capitalised(views.report_name(dossier, report)) or "(zonder naam)")
            item.setData(Qt.ItemDataRole.UserRole, report.id)
            item.setCheckState(Qt.CheckState.Checked)
            self._reports.addItem(item)

    def _lay_out(self) -> None:
        self.add_year_row()
        self.add_row("&Soort document", self._state, "Waarvoor het document bedoeld is")
        self.add_row("Op&maak", self._layout, "Staand of liggend")
        self._reports.setItemDelegate(RoomyRows(self._reports))
        self._reports.setFixedHeight(row_height(self._reports) * SHOWN_REPORTS + self._reports.frameWidth() * 2)
        self.add_row("Porte&feuilles", self._reports, "Welke portefeuilles in het document komen; spatie kiest")
        self.column.addWidget(self._option_group())
        browse = button("Kiezen…", "Kies een Word-sjabloon van uw organisatie", self._browse_template)
        self.add_row("Sjab&loon", self._template, "Een Word-document met de stijlen van uw organisatie", browse)
        self.add_target_row()

    def _option_group(self) -> QWidget:
        group, grid = QWidget(), QGridLayout()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label("Inhoud en stijl", level=3))
        for index, box in enumerate(self._boxes.values()):
            box.setAccessibleName(box.text().replace("&", ""))
            grid.addWidget(box, index // 2, index % 2)
        column.addLayout(grid)
        return group

    def _browse_template(self) -> None:
        chosen = self.around.dialogs.pick_open(self, "Sjabloon kiezen", "Word-document (*.docx *.dotx)")
        if chosen is not None:
            self._template.setText(str(chosen))

    def year_changed(self) -> None:
        """Another year or state was chosen."""
        self._fill_reports()
        super().year_changed()

    # --- values ------------------------------------------------------------------------------------------------------

    def state(self) -> State:
        """The chosen state."""
        return State(self._state.currentData())

    def report_ids(self) -> tuple[str, ...]:
        """The chosen portfolios; () when all of them are chosen."""
        items = self._items()
        chosen = tuple(one.data(Qt.ItemDataRole.UserRole) for one in items if one.checkState() is Qt.CheckState.Checked)
        return () if len(chosen) == len(items) else chosen

    def choose_state(self, state: State) -> None:
        """Choose what the document is meant for, as a person would."""
        self._state.setCurrentIndex(list(STATES).index(state))

    def choose_option(self, name: str, *, on: bool) -> None:
        """Tick or untick an option, as a person would."""
        self._boxes[name].setChecked(on)

    def _items(self) -> Sequence[QListWidgetItem]:
        return [self._reports.item(row) for row in range(self._reports.count())]

    def offered_reports(self) -> Sequence[str]:
        """The portfolios that can be chosen."""
        return [one.data(Qt.ItemDataRole.UserRole) for one in self._items()]

    def choose_reports(self, report_ids: Collection[str]) -> None:
        """Tick these portfolios and no others, as a person would."""
        for item in self._items():
            chosen = item.data(Qt.ItemDataRole.UserRole) in report_ids
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)

    def options(self) -> ChapterOptions:
        """The choices as the chapter knows them."""
        flags = {name: box.isChecked() for name, box in self._boxes.items()}
        layout = Layout(self._layout.currentData())
        return ChapterOptions(state=self.state(), layout=layout, report_ids=self.report_ids(), **flags)

    def name(self) -> str:
        """'Jaarverslag 2023 hoofdstuk 3.4 concept.docx'."""
        return default_name(self.editing.dossier, self.year().year or 0, "word", self.state())

    def problem(self) -> str:
        """As for any document; a final one may have no errors, and something must be chosen."""
        found = super().problem()
        if found or self.state() is not State.FINAL:
            return found or self._nothing_chosen()
        errors = tuple(
            one.sentence
            for one in findings(self.editing.dossier, self.year().year or 0)
            if one.severity is Severity.ERROR
        )
        return blocking_text(errors) if errors else self._nothing_chosen()

    def _nothing_chosen(self) -> str:
        items = self._items()
        none = items and not any(one.checkState() is Qt.CheckState.Checked for one in items)
        return "Kies ten minste één portefeuille." if none else ""

    def remember(self) -> None:
        """Keep the choices for the next time."""
        super().remember()
        prefer(self.around.env, word_options=[name for name, box in self._boxes.items() if box.isChecked()])

    def work(self) -> Work[Path]:
        """Make the chapter from the dossier as it is now."""
        template = self._template.text().strip()
        request = WordRequest(
            year=self.year().year or 0,
            options=self.options(),
            template=Path(template) if template else None,
            target=self.target(),
        )
        dossier, today = self.editing.dossier, self.around.env.now().date()
        return lambda progress, cancel: make_word(dossier, request, today, progress, cancel)
