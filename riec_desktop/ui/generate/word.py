"""The choices for the Word chapter, on four sheets; below them, always in sight, the file to make."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from riec_desktop.chapter.blocks import State
from riec_desktop.chapter.options import ChapterOptions, default_options
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import Layout
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.labels import word
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.editing import Editing
from riec_desktop.ui.generate.buttons import button
from riec_desktop.ui.generate.checks import CheckGroup
from riec_desktop.ui.generate.choices import Choices
from riec_desktop.ui.generate.portfolios import PortfolioList
from riec_desktop.ui.generate.remembered import keep, kept
from riec_desktop.ui.generate.template_check import TemplateCheck
from riec_desktop.ui.jobs import Work
from riec_desktop.ui.theme import unit
from riec_desktop.workspace.documents import Made, WordRequest, default_name, make_word, version_text
from riec_desktop.workspace.gate import first, in_the_way, look
from riec_desktop.workspace.preferences import prefer, preferences
from riec_desktop.workspace.review_order import ReviewOrder

STATES = {
    State.DRAFT: "Concept: om te lezen en te bespreken",
    State.REVIEW: "Reviewversie: om rond te sturen voor commentaar",
    State.FINAL: "Definitief: klaar om vast te stellen",
}
PARTS = {
    "report_title": "&Titel van het jaarverslag erboven",
    "contents": "&Inhoudsopgave vooraan",
    "regional_pages": "&Regionale bijdragen vooraan",
    "opening": "I&nleiding en agenda",
    "activities": "Tabellen met &activiteiten",
    "figures": "Tabellen met &cijfers",
    "charts": "&Grafieken bij de cijfers",
    "pictures": "Afb&eeldingen",
    "callouts": "&Kaderteksten",
    "annexes": "Bi&jlagen met overzichten",
    "promises": "Bijlage met be&loften",
}
STYLE = {
    "questions_shown": "Vragen als ko&pje tonen",
    "numbered_portfolios": "Koppen van portefeuilles &nummeren",
    "trailing_dot": "P&unt achter het nummer van een kop",
    "persons_shown": "Namen van opdrachtnemers &tonen",
}
DRAFT = {
    "draft_mark": "&Merk ‘CONCEPT’ boven elke bladzijde",
    "findings_shown": "Open &aandachtspunten achteraan",
}
OFFICE = {
    "exact_pages": "Bladzijden in de inhoud e&xact tellen",
    "pdf": "Ook als &PDF, naast het document",
}
LANDSCAPE = "landscape"
"""The name under which the layout is remembered."""
TO_GATE = "Open ‘Definitief maken’ om te zien welke, en om alle bestanden in één keer te maken."


class WordChoices(Choices):
    """Everything that can be chosen of a chapter. Counting pages and PDF are offered where an office program is."""

    def __init__(self, editing: Editing, around: Surroundings) -> None:
        super().__init__("word", editing, around)
        self._state, self._layout = QComboBox(), QComboBox()
        self._template = QLineEdit()
        self.portfolios = PortfolioList()
        self._parts, self._style = CheckGroup("", PARTS), CheckGroup("Koppen en namen", STYLE)
        self._draft, self._office = CheckGroup("Zolang het niet definitief is", DRAFT), CheckGroup("", OFFICE)
        self._program = around.env.office()
        self._to_gate = button("D&efinitief maken…", "Alle definitieve bestanden in één keer", self.ask_final)
        self.final_asked = False
        self.tabs = QTabWidget()
        self._fill()
        self._lay_out()
        self._connect()

    # --- building ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.column.setSpacing(unit(self) * 3)
        self.tabs.setAccessibleName("Keuzes voor het hoofdstuk")
        self.tabs.addTab(self._document_sheet(), "&Document")
        self.tabs.addTab(_sheet(self, self.portfolios, stretch=True), "Porte&feuilles")
        self.tabs.addTab(_sheet(self, self._parts), "&Onderdelen")
        self.tabs.addTab(_sheet(self, self._style, self._draft), "&Vorm")
        self.column.insertWidget(0, self.tabs, 1)
        self.add_target_row()

    def _document_sheet(self) -> QWidget:
        inner, rows = QWidget(), self.form()
        inner.setLayout(rows)
        rows.setContentsMargins(0, 0, 0, 0)
        self.add_year_row(rows)
        self.add_row(rows, "&Soort document", self._state, "Waarvoor het document bedoeld is")
        rows.addRow("", self._to_gate)
        self._to_gate.hide()
        self.add_row(rows, "Op&maak", self._layout, "Staand of liggend")
        browse = button("Kiezen…", "Kies een Word-sjabloon van uw organisatie", self._browse_template)
        help_text = "Een Word-document met de stijlen van uw organisatie"
        self.add_row(rows, "Sjab&loon", self._template, help_text, beside=browse)
        self._template.setPlaceholderText("het sjabloon van het programma")
        rows.addRow(TemplateCheck(self._template, self.around))
        self._office.setVisible(self._program is not None)
        return _sheet(self, inner, self._office)

    def _fill(self) -> None:
        for state, text in STATES.items():
            self._state.addItem(text, state.value)
        for layout in Layout:
            self._layout.addItem(word(layout), layout.value)
        chosen = kept(self.around.env, self._usual())
        self._layout.setCurrentIndex(list(Layout).index(Layout.LANDSCAPE if chosen[LANDSCAPE] else Layout.PORTRAIT))
        for group in self._groups():
            group.choose(chosen)
        self._template.setText(str(preferences(self.around.env).get("word_template", "")))
        self._fill_reports()

    def _groups(self) -> tuple[CheckGroup, ...]:
        return self._parts, self._style, self._draft, self._office

    def _usual(self) -> dict[str, bool]:
        """What is ticked by itself: the house style of the dossier, and exact pages."""
        options = default_options(self.editing.dossier)
        named = {name: bool(getattr(options, name)) for name in (*PARTS, *STYLE, *DRAFT)}
        return {**named, "exact_pages": True, "pdf": False, LANDSCAPE: options.layout is Layout.LANDSCAPE}

    def _fill_reports(self) -> None:
        dossier = self.editing.dossier
        reports = views.reports(dossier, self.year())
        names = {one.id: capitalised(views.report_name(dossier, one)) or "(zonder naam)" for one in reports}
        self.portfolios.offer(names)
        self._count_portfolios()

    def _connect(self) -> None:
        self._state.currentIndexChanged.connect(self._state_changed)
        self.portfolios.changed.connect(self._count_portfolios)
        self.portfolios.changed.connect(self.changed)

    def _browse_template(self) -> None:
        chosen = self.around.dialogs.pick_open(
            self, "Sjabloon kiezen", "Word-document of sjabloon (*.docx *.dotx *.docm *.dotm)"
        )
        if chosen is not None:
            self._template.setText(str(chosen))

    # --- what changes ------------------------------------------------------------------------------------------------

    def year_changed(self) -> None:
        """Another year was chosen: other portfolios."""
        self._fill_reports()
        super().year_changed()

    def _state_changed(self) -> None:
        """A final document has no marks of a draft."""
        self._draft.setEnabled(self.state() is not State.FINAL)
        self._to_gate.setVisible(self.state() is State.FINAL)
        super().year_changed()

    def ask_final(self) -> None:
        """The dialog around this one goes; who opened it shows the gate, with these choices."""
        self.final_asked = True
        self.window().close()

    def _count_portfolios(self) -> None:
        """The tab says so when not all of them come in."""
        chosen, all_of_them = len(self.portfolios.chosen()), len(self.portfolios.offered())
        tail = "" if chosen == all_of_them else f" ({chosen} van {all_of_them})"
        self.tabs.setTabText(1, f"Porte&feuilles{tail}")

    # --- values ------------------------------------------------------------------------------------------------------

    def state(self) -> State:
        """The chosen state."""
        return State(self._state.currentData())

    def layout_chosen(self) -> Layout:
        """The chosen layout."""
        return Layout(self._layout.currentData())

    def report_ids(self) -> tuple[str, ...]:
        """The chosen portfolios; () when all of them are chosen."""
        chosen = self.portfolios.chosen()
        return () if len(chosen) == len(self.portfolios.offered()) else chosen

    def choose_state(self, state: State) -> None:
        """Choose what the document is meant for, as a person would."""
        self._state.setCurrentIndex(list(STATES).index(state))

    def choose_layout(self, layout: Layout) -> None:
        """Choose the layout, as a person would."""
        self._layout.setCurrentIndex(list(Layout).index(layout))

    def choose_option(self, name: str, *, on: bool) -> None:
        """Tick or untick an option, as a person would."""
        for group in self._groups():
            group.choose({name: on})

    def offered_reports(self) -> Sequence[str]:
        """The portfolios that can be chosen."""
        return self.portfolios.offered()

    def choose_reports(self, report_ids: Collection[str]) -> None:
        """Tick these portfolios and no others, as a person would."""
        self.portfolios.choose(report_ids)

    def options(self) -> ChapterOptions:
        """The choices as the chapter knows them."""
        flags = {**self._parts.chosen(), **self._style.chosen(), **self._draft.chosen()}
        return ChapterOptions(state=self.state(), layout=self.layout_chosen(), report_ids=self.report_ids(), **flags)

    def name(self) -> str:
        """'Jaarverslag 2023 hoofdstuk 3.4 concept.docx'."""
        return default_name(self.editing.dossier, self.year().year or 0, "word", self.state())

    def problem(self) -> str:
        """As for any document; a final one passes the gate, and something must be chosen."""
        found = super().problem()
        if found or self.state() is not State.FINAL:
            return found or self._nothing_chosen()
        gate = look(self.editing.dossier, self.year().year or 0)
        blocked = "" if gate.is_clear else f"Dit kan nog niet. Nog te doen: {in_the_way(gate)}. {first(gate)} {TO_GATE}"
        return blocked or self._nothing_chosen()

    def _nothing_chosen(self) -> str:
        none = self.portfolios.offered() and not self.portfolios.chosen()
        return "Kies ten minste één portefeuille." if none else ""

    def remember(self) -> None:
        """Keep the choices for the next time."""
        super().remember()
        asked = self._groups() if self._program else (self._parts, self._style, self._draft)
        ticked = {name: on for group in asked for name, on in group.chosen().items()}
        keep(self.around.env, {**ticked, LANDSCAPE: self.layout_chosen() is Layout.LANDSCAPE}, self._usual())
        prefer(self.around.env, word_template=self._template.text().strip())

    def files(self) -> tuple[Path, ...]:
        """The document, and its PDF when that is chosen."""
        request = self.request()
        return (request.target, request.target.with_suffix(".pdf")) if request.pdf else (request.target,)

    def request(self) -> WordRequest:
        """What must be made."""
        template = self._template.text().strip()
        office = self._office.chosen()
        session = self.editing.session
        return WordRequest(
            year=self.year().year or 0,
            options=self.options(),
            version=version_text(session.version, changed=session.dirty),
            template=Path(template) if template else None,
            target=self.target(),
            exact_pages=office["exact_pages"],
            pdf=office["pdf"] and self._program is not None,
            inspected=True,
            review=self._order(),
        )

    def _order(self) -> ReviewOrder | None:
        env = self.around.env
        if self.state() is not State.REVIEW:
            return None
        return ReviewOrder(document_id=env.new_id(), dossier_id=self.editing.session.dossier_id, now=env.now())

    def work(self) -> Work[Made]:
        """Make the chapter from the dossier as it is now."""
        request, office = self.request(), self._program
        dossier, today = self.editing.dossier, self.around.env.now().date()
        return lambda progress, cancel: make_word(dossier, request, today, progress, cancel, office=office)


def _sheet(owner: QWidget, *widgets: QWidget, stretch: bool = False) -> QScrollArea:
    """Widgets below each other on a sheet that scrolls where the screen is low."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(*(unit(owner) * 3,) * 4)
    column.setSpacing(unit(owner) * 4)
    for widget in widgets:
        column.addWidget(widget, int(stretch))
    if not stretch:
        column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidget(inner)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll
