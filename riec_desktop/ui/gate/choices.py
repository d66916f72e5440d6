"""The choices for final documents: the sheets of the gate, the year, the template and the folder."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from riec_desktop.chapter.options import ChapterOptions, default_options
from riec_desktop.checks.findings import Finding
from riec_desktop.errors import RiecError
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.editing import Editing
from riec_desktop.ui.findings.rows import PlaceTitle
from riec_desktop.ui.gate.sheets import GateSheets
from riec_desktop.ui.generate.buttons import button
from riec_desktop.ui.generate.choices import Choices
from riec_desktop.ui.jobs import Work
from riec_desktop.ui.labels import label
from riec_desktop.workspace.accepting import accept, take_back
from riec_desktop.workspace.documents import Made, version_text
from riec_desktop.workspace.final import FinalRequest, final_files, make_final
from riec_desktop.workspace.gate import Gate, in_the_way, look, still_to_agree
from riec_desktop.workspace.preferences import prefer, preferences
from riec_desktop.workspace.progress import Cancel, Progress
from riec_desktop.workspace.traces import here

EXPLANATION = (
    "Het programma maakt het hoofdstuk en het overzicht zonder namen, opmerkingen en sporen van deze computer, een "
    "controleverslag en een bestand voor het archief. Alles of niets."
)

AGREE_LATER = "Dat houdt niets tegen; onder ‘Advies’ gaat u erheen."
TO_READ = "Lees in het controleverslag wat een mens nog moet beoordelen."
TEMPLATE_FILTER = "Word-document of sjabloon (*.docx *.dotx *.docm *.dotm)"


class GateChoices(Choices):
    """`finding_chosen`: the person wants to go and mend something. Without `options` those of the house style hold."""

    finding_chosen = Signal(object)

    def __init__(
        self, editing: Editing, around: Surroundings, place: PlaceTitle, options: ChapterOptions | None = None
    ) -> None:
        super().__init__("word", editing, around)
        self._options = options
        self._program = around.env.office()
        self._pdf = QCheckBox("Ook het h&oofdstuk als PDF")
        self._template = QLineEdit(str(preferences(around.env).get("word_template", "")))
        self.sheets = GateSheets(place)
        self.to_agree = label("")
        self._lay_out()
        self.sheets.finding_chosen.connect(self.finding_chosen)
        self.sheets.reason_given.connect(self._accept)
        self.sheets.taken_back.connect(self._take_back)
        self.gate = self._look()

    def _lay_out(self) -> None:
        self.column.insertWidget(0, label(EXPLANATION))
        self.column.insertWidget(1, self.to_agree)
        self.column.insertWidget(2, self.sheets, 1)
        self.add_year_row(self.rows)
        browse = button("Kiezen…", "Kies een Word-sjabloon van uw organisatie", self._browse_template)
        help_text = "Een Word-document met de stijlen van uw organisatie"
        self.add_row(self.rows, "Sjab&loon", self._template, help_text, beside=browse)
        self._template.setPlaceholderText("het sjabloon van het programma")
        folder = button("Kiezen…", "Kies de map", self._browse_folder)
        self.add_row(self.rows, "Ma&p", self._target, "De map waarin alle bestanden komen", beside=folder)
        self.rows.addRow("", self._pdf)
        self._pdf.setVisible(self._program is not None)
        self.suggest_target()

    # --- the gate ----------------------------------------------------------------------------------------------------

    def _look(self) -> Gate:
        found = look(self.editing.dossier, self.year().year or 0)
        self.sheets.show_gate(found)
        waiting = still_to_agree(self.editing.dossier, found)
        self.to_agree.setText(f"{waiting} {AGREE_LATER}")
        self.to_agree.setVisible(bool(waiting))
        return found

    def year_changed(self) -> None:
        """Another year has another gate."""
        self.gate = self._look()
        super().year_changed()

    def _accept(self, findings: Sequence[Finding], reason: str) -> None:
        self._do(lambda: accept(self.editing.session, self.around.env, findings, reason))

    def _take_back(self, finding: Finding) -> None:
        decisions = tuple(decision for one, decision in self.gate.accepted if one == finding)
        self._do(lambda: take_back(self.editing.session, decisions))

    def _do(self, decide: Callable[[], None]) -> None:
        """Decide, tell what went wrong, and look again."""
        try:
            decide()
        except RiecError as error:
            self.editing.failed(error)
        self.gate = self._look()
        self.changed.emit()

    # --- values ------------------------------------------------------------------------------------------------------

    def name(self) -> str:
        """The folder, not a file: 'Jaarverslag 2023 definitief'."""
        return f"Jaarverslag {self.year().year or ''} definitief".replace("  ", " ")

    def target(self) -> Path:
        """The folder for the files; a bare name lies in the folder of the last time."""
        typed = Path(self._target.text().strip())
        return typed if typed.is_absolute() else self._folder() / typed

    def files(self) -> tuple[Path, ...]:
        """All files that will be written."""
        return final_files(self.editing.dossier, self.request())

    def problem(self) -> str:
        """What is in the way, counted: the sheets tell the rest."""
        found = super().problem()
        return found or ("" if self.gate.is_clear else f"Dit kan nog niet. Nog te doen: {in_the_way(self.gate)}.")

    def remember(self) -> None:
        """Keep the folder that the folder of the documents lies in."""
        prefer(self.around.env, word_template=self._template.text().strip())

    def request(self) -> FinalRequest:
        """What must be made."""
        template, session = self._template.text().strip(), self.editing.session
        return FinalRequest(
            year=self.year().year or 0,
            options=self._options or default_options(self.editing.dossier),
            folder=self.target(),
            here=here(self.around.env),
            dossier_id=session.dossier_id,
            version=version_text(session.version, changed=session.dirty),
            template=Path(template) if template else None,
            pdf=self._pdf.isChecked() and self._program is not None,
        )

    def work(self) -> Work[Made]:
        """Make them from the dossier as it is now."""
        request, office, env = self.request(), self._program, self.around.env
        dossier, now = self.editing.dossier, env.now()

        def run(progress: Progress, cancel: Cancel) -> Made:
            made = make_final(dossier, request, now, progress, cancel, office=office, fs=env.files)
            beside = ", ".join(one.name for one in made.files[1:])
            told = (f"In dezelfde map: {beside}.", TO_READ, *made.notes)
            return Made(path=made.files[0], notes=told, inspection=made.inspection)

        return run

    # --- choosing ----------------------------------------------------------------------------------------------------

    def _browse_template(self) -> None:
        chosen = self.around.dialogs.pick_open(self, "Sjabloon kiezen", TEMPLATE_FILTER)
        if chosen is not None:
            self._template.setText(str(chosen))

    def _browse_folder(self) -> None:
        chosen = self.around.dialogs.pick_folder(self, "Map voor de definitieve documenten", self.target().parent)
        if chosen is not None:
            self.set_target(chosen)
