"""Every dialog of the program, as tests and pictures make it: the one table of them."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from riec_desktop.chapter.blocks import State
from riec_desktop.dossier.records import ReportYear
from riec_desktop.ui.backups.dialog import BackupDialog
from riec_desktop.ui.figures_import.dialog import FiguresDialog
from riec_desktop.ui.forms.mail import MailDialog
from riec_desktop.ui.forms.order import OrderDialog
from riec_desktop.ui.gate.choices import GateChoices
from riec_desktop.ui.generate.dialog import GenerateDialog
from riec_desktop.ui.generate.excel import ExcelChoices
from riec_desktop.ui.generate.word import WordChoices
from riec_desktop.ui.history.compare_desk import CompareDesk
from riec_desktop.ui.history.compare_dialog import CompareDialog
from riec_desktop.ui.history.dialog import HistoryDialog
from riec_desktop.ui.history.field_dialog import FieldPastDialog
from riec_desktop.ui.history.versions_dialog import VersionsDialog
from riec_desktop.ui.inspection import InspectionDialog
from riec_desktop.ui.manual.topics import CONTENTS
from riec_desktop.ui.manual.window import ManualWindow
from riec_desktop.ui.merging.part_dialog import PartDialog
from riec_desktop.ui.new_dossier import NewDossierDialog
from riec_desktop.ui.numbers import NumberDialog
from riec_desktop.ui.paste_preview import PastePreview
from riec_desktop.ui.question import question_box
from riec_desktop.ui.references import ReferenceDialog
from riec_desktop.ui.review.dialog import ReviewDialog
from riec_desktop.ui.rollover.dialog import RolloverDialog
from riec_desktop.ui.rules.names_dialog import NamesDialog
from riec_desktop.ui.search.entries import place_entries
from riec_desktop.ui.search.palette import Palette
from riec_desktop.ui.search.replace import ReplaceDialog
from riec_desktop.ui.widgets.table_paste import Outcome, PastePlan, PlannedCell
from riec_desktop.ui.word_in.dialog import YearDialog
from riec_desktop.workspace.backups import Backup, Reason
from riec_desktop.workspace.figure_files import FigureFile
from riec_desktop.workspace.figure_import import FigureTable
from riec_desktop.workspace.forms import MadeForm
from riec_desktop.workspace.parts import part_words, shareable
from riec_desktop.workspace.past import field_past, past
from riec_desktop.workspace.search import Query, search
from riec_desktop.workspace.versions import name_version, named_versions
from tests.helpers.edited import before_end, example_document, paragraph_xml
from tests.helpers.figures import sheet_of
from tests.helpers.incoming import incoming_of
from tests.helpers.program import Program

NO_FIGURE = PlannedCell(outcome=Outcome.REFUSED, row="signalen", column="Doel", new="veel", note="Dit is geen getal.")
FIGURES = FigureFile(
    path=Path("cijfers.xlsx"),
    tables=(FigureTable(sheet=sheet_of("Indicator;Aantal\ntrainingen;5\nsignallen;6"), origin="cijfers.xlsx"),),
)


def replace_dialog(app: Program) -> ReplaceDialog:
    dossier, query = app.bench.session.dossier, Query(text="mensenhandel")
    return ReplaceDialog(app.window, dossier, query, search(dossier, query))


def gate_choices(app: Program) -> GateChoices:
    return GateChoices(app.bench.editing, app.around, app.bench.place_title)


def history_dialog(app: Program) -> HistoryDialog:
    app.bench.editing.set(app.bench.editing.year, "title", "Anders")
    session, dialog = app.bench.session, HistoryDialog(app.window, app.around.env.now())
    dialog.show_past(session.dossier, past(session.history, session.steps))
    return dialog


def field_past_dialog(app: Program) -> FieldPastDialog:
    year = app.bench.editing.year
    app.bench.editing.set(year, "title", "Anders")
    values = field_past(app.bench.session.history, ReportYear, year.id, "title")
    return FieldPastDialog(app.window, "Verslagjaar 2023", values, str, app.around.env.now())


def part_dialog(app: Program) -> PartDialog:
    dossier = app.bench.session.dossier
    names = shareable(dossier)
    return PartDialog(app.window, names, tuple(names)[:1], lambda chosen: part_words(dossier, chosen))


def compare_dialog(app: Program) -> CompareDialog:
    app.bench.editing.set(app.bench.editing.year, "title", "Anders")
    dialog = CompareDialog(app.window)
    dialog.show_sides(CompareDesk(app.bench, app.around).kinds())
    return dialog


def versions_dialog(app: Program) -> VersionsDialog:
    name_version(app.around.env, app.bench.session, "naar hoofdenoverleg 12 maart")
    found, dialog = named_versions(app.bench.session.dossier), VersionsDialog(app.window, app.around.env.now())
    dialog.show_versions(found, frozenset(one.id for one in found))
    return dialog


def mail_dialog(app: Program) -> MailDialog:
    made = MadeForm(
        workbook=b"",
        file_name="Mensenhandel.xlsx",
        changes=(),
        subject="Aanleveren voor het jaarverslag 2023: mensenhandel",
        mail="Beste collega,\n\nWilt u het formulier invullen en terugsturen voor 1 maart 2024?",
    )
    return MailDialog(app.window, made, Path("Documenten", made.file_name), app.around.open_file)


def backup_dialog(app: Program) -> BackupDialog:
    now = app.around.env.now()
    found = tuple(
        Backup(path=Path(f"{number}.riec"), time=now - timedelta(days=number), reason=reason, size=240_000)
        for number, reason in enumerate((Reason.DAY, Reason.MERGE, Reason.ROLLOVER))
    )
    dialog = BackupDialog(app.window, lambda _: "", lambda _: "In deze kopie:\n2 antwoorden zijn anders.")
    dialog.show_backups(found, can_restore=True)
    return dialog


def inspection_dialog(app: Program) -> InspectionDialog:
    """With its outcome, or after some seconds without one."""
    path = app.around.documents / "Jaarverslag 2023 hoofdstuk 3.4.docx"
    path.write_bytes(before_end(example_document(state=State.DRAFT), paragraph_xml("Hier komt XXX.")))
    dialog = InspectionDialog(app.window, path, app.bench.findings.mend)
    for _ in range(2000):
        if dialog.found is not None:
            break
        QTest.qWait(5)
    return dialog


def manual_window(app: Program) -> ManualWindow:
    window = ManualWindow(app.window, app.around.env)
    window.show_topic(CONTENTS)
    return window


DIALOGS: dict[str, Callable[[Program], QDialog]] = {
    "nieuw": lambda app: NewDossierDialog(app.window, 2025),
    "cijfer": lambda app: NumberDialog(app.window, app.bench.session.dossier, 2023),
    "verwijzing": lambda app: ReferenceDialog(app.window, app.bench.session.dossier, app.bench.editing.year),
    "word": lambda app: GenerateDialog(app.window, "Word", WordChoices(app.bench.editing, app.around), app.around),
    "excel": lambda app: GenerateDialog(app.window, "Excel", ExcelChoices(app.bench.editing, app.around), app.around),
    "definitief": lambda app: GenerateDialog(app.window, "Definitief maken", gate_choices(app), app.around),
    "geheime namen": lambda app: NamesDialog(app.window),
    "plakken": lambda app: PastePreview(app.window, PastePlan(cells=(NO_FIGURE,), header=True)),
    "cijfers inlezen": lambda app: FiguresDialog(app.window, FIGURES, app.bench.session.dossier, {}, 2023),
    "formulier": lambda app: OrderDialog(app.window, app.bench.session.dossier, app.bench.editing.year, "Joris"),
    "nakijken": lambda app: ReviewDialog(app.window, (incoming_of(app.bench.session.dossier),)),
    "eerder jaar": lambda app: YearDialog(app.window, "Jaarverslag 2019.docx", 2019),
    "vervangen": replace_dialog,
    "geschiedenis": history_dialog,
    "deel delen": part_dialog,
    "vergelijken": compare_dialog,
    "versies": versions_dialog,
    "geschiedenis van een veld": field_past_dialog,
    "snel naar": lambda app: Palette(app.window, tuple(place_entries(app.bench))),
    "nieuw verslagjaar": lambda app: RolloverDialog(app.window, app.bench.session.dossier, app.around.dialogs, str),
    "mail bij een formulier": mail_dialog,
    "reservekopieën": backup_dialog,
    "Word-bestand controleren": inspection_dialog,
    "handleiding": manual_window,
    "vraag": lambda app: question_box(app.window, "Vraag", "Wat nu?", ("Opnieuw", "Annuleren"), "versie 1"),
}
