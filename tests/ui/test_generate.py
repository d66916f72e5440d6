"""The documents that the dialogs make are real files, with the sentence that was typed."""

import zipfile
from dataclasses import fields, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from riec_desktop.chapter.blocks import State
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import Layout, ReviewState
from riec_desktop.dossier.records import Answer, PortfolioReport
from riec_desktop.errors import Cancelled, RiecError
from riec_desktop.office import Office
from riec_desktop.severity import Severity
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.generate.choices import Choices
from riec_desktop.ui.generate.dialog import CHOOSING, DONE, WORKING, GenerateDialog
from riec_desktop.ui.generate.excel import ExcelChoices
from riec_desktop.ui.generate.word import WordChoices
from riec_desktop.ui.jobs import Cancel, Progress, Work
from riec_desktop.word.inspection import Inspection, Remark
from riec_desktop.workspace.documents import Made
from riec_desktop.workspace.preferences import prefer
from tests.helpers.offices import CONVERTS, HANGS, NEEDS_SHEBANG, stand_in
from tests.helpers.program import Program, click

SENTENCE = "De zin die ik zoek staat hier."


def text_of(path: Path, part: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(part).decode()


def write_sentence(program: Program) -> None:
    program.show_portfolio("mensenhandel")
    answer = program.bench.session.dossier.where(Answer, "report_id", program.report.id)[0]
    program.bench.editing.set(answer, "text", SENTENCE)


def make(program: Program, qtbot: QtBot, choices: Choices) -> GenerateDialog:
    """Open the dialog, press Maken, and wait until it is done."""
    dialog = GenerateDialog(program.window, "Maken", choices, program.around)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.make_button.click()
    qtbot.waitUntil(lambda: dialog.steps.currentIndex() != WORKING, timeout=60_000)
    return dialog


def path_of(dialog: GenerateDialog) -> Path:
    """Where the document that was made stands."""
    made = dialog.made()
    assert made is not None
    return made.path


def press(dialog: GenerateDialog, text: str) -> None:
    """Press a button with the space bar."""
    button = next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text)
    QTest.keyClick(button, Qt.Key.Key_Space)


def word(program: Program) -> WordChoices:
    return WordChoices(program.bench.editing, program.around)


def test_the_word_chapter_holds_the_sentence_that_was_typed(example: Program, qtbot: QtBot) -> None:
    write_sentence(example)
    dialog = make(example, qtbot, word(example))
    assert path_of(dialog) == example.around.documents / "Jaarverslag 2023 hoofdstuk 3.4 concept.docx"
    assert SENTENCE in text_of(path_of(dialog), "word/document.xml")


def test_the_workbook_is_made_beside_the_dossier(example: Program, qtbot: QtBot) -> None:
    dialog = make(example, qtbot, ExcelChoices(example.bench.editing, example.around))
    assert path_of(dialog) == example.around.documents / "Jaarverslag 2023 overzicht.xlsx"
    assert "mensenhandel" in text_of(path_of(dialog), "xl/sharedStrings.xml").lower()


def test_afterwards_the_file_its_folder_and_its_path_are_one_key_away(example: Program, qtbot: QtBot) -> None:
    dialog = make(example, qtbot, word(example))
    made = path_of(dialog)
    for text in ("Openen", "Map openen", "Pad kopiëren"):
        press(dialog, text)
    assert example.person.opened == [made, made.parent]
    assert QGuiApplication.clipboard().text() == str(made)


def test_a_chosen_portfolio_is_the_only_one_in_the_chapter(example: Program, qtbot: QtBot) -> None:
    write_sentence(example)
    choices = word(example)
    choices.choose_reports({example.report.id})
    text = text_of(path_of(make(example, qtbot, choices)), "word/document.xml")
    assert SENTENCE in text
    assert choices.options().report_ids == (example.report.id,)


def test_an_existing_file_is_replaced_only_after_a_yes(example: Program, qtbot: QtBot) -> None:
    choices = word(example)
    choices.target().write_bytes(b"van iemand anders")
    example.person.will(click("Annuleren"))
    dialog = make(example, qtbot, choices)
    assert dialog.steps.currentIndex() == CHOOSING
    assert choices.target().read_bytes() == b"van iemand anders"


def test_a_final_chapter_waits_until_its_errors_are_solved(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    answer = example.bench.session.dossier.where(Answer, "report_id", example.report.id)[0]
    example.bench.editing.set(example.report, "review", ReviewState.AGREED)
    example.bench.editing.set(answer, "text", "")
    choices = word(example)
    choices.choose_state(State.FINAL)
    dialog = GenerateDialog(example.window, "Maken", choices, example.around)
    assert not dialog.make_button.isEnabled()
    assert "heeft geen antwoord" in dialog.problem.text()
    example.window.undo()
    choices.changed.emit()
    assert dialog.make_button.isEnabled()
    dialog.deleteLater()


def test_without_a_portfolio_nothing_can_be_made(example: Program) -> None:
    choices = word(example)
    choices.choose_reports(set())
    assert choices.problem() == "Kies ten minste één portefeuille."
    choices.deleteLater()


def test_the_choices_of_last_time_are_there_again(example: Program, qtbot: QtBot) -> None:
    choices = word(example)
    choices.choose_option("annexes", on=True)
    make(example, qtbot, choices)
    again = word(example)
    assert again.options().annexes
    again.deleteLater()


def test_a_folder_that_is_gone_is_told_and_the_choices_stay(example: Program, qtbot: QtBot) -> None:
    choices = word(example)
    choices.set_target(example.around.documents / "nergens" / "hoofdstuk.docx")
    example.person.will(click("Annuleren"))
    dialog = make(example, qtbot, choices)
    assert "nergens" in example.person.said[-1]
    assert "met de knop Kiezen" in example.person.said[-1]
    assert "Opslaan als" not in example.person.said[-1]
    assert dialog.steps.currentIndex() == CHOOSING


class SlowChoices(ExcelChoices):
    """Work that goes on until it is stopped."""

    def work(self) -> Work[Made]:
        def run(progress: Progress, cancel: Cancel) -> Made:
            while not cancel():
                progress(0.5, "Bezig")
            raise Cancelled

        return run


class FailingChoices(ExcelChoices):
    """Work that meets a file held by another program."""

    def work(self) -> Work[Made]:
        def run(_progress: Progress, _cancel: Cancel) -> Made:
            raise RiecError("file.held", file="overzicht.xlsx")

        return run


def test_work_can_be_stopped_with_esc_and_writes_nothing(example: Program, qtbot: QtBot) -> None:
    choices = SlowChoices(example.bench.editing, example.around)
    dialog = GenerateDialog(example.window, "Maken", choices, example.around)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.make_button.click()
    qtbot.waitUntil(lambda: dialog.progress.value() == 50)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.steps.currentIndex() == CHOOSING)
    assert not choices.target().exists()
    dialog.finish()


def test_closing_the_dialog_stops_the_work(example: Program, qtbot: QtBot) -> None:
    dialog = GenerateDialog(example.window, "Maken", SlowChoices(example.bench.editing, example.around), example.around)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.make_button.click()
    dialog.close()
    assert not dialog.is_working()


def test_a_file_that_is_open_in_excel_is_told_with_again(example: Program, qtbot: QtBot) -> None:
    example.person.will(click("Annuleren"))
    make(example, qtbot, FailingChoices(example.bench.editing, example.around))
    assert "geopend in een ander programma" in example.person.said[-1]


def test_the_window_opens_the_dialogs_itself(example: Program, qtbot: QtBot) -> None:
    titles: list[str] = []

    def make_it(dialog: QDialog) -> None:
        assert isinstance(dialog, GenerateDialog)
        titles.append(dialog.windowTitle())
        dialog.make_button.click()
        qtbot.waitUntil(lambda: dialog.steps.currentIndex() == DONE, timeout=60_000)

    example.person.will(make_it, make_it)
    example.window.actions_made.specs["word"].run()
    example.window.actions_made.specs["excel"].run()
    assert titles == ["Word-hoofdstuk maken", "Excel-overzicht maken"]
    made = {path.suffix for path in example.around.documents.iterdir()} - {".open"}
    assert made == {".riec", ".docx", ".xlsx"}


def test_every_portfolio_of_the_chosen_year_is_offered(example: Program) -> None:
    choices = word(example)
    year = views.year_of(example.bench.session.dossier, 2021)
    assert year is not None
    choices.choose_year(year.id)
    offered = set(choices.offered_reports())
    assert offered == {one.id for one in example.bench.session.dossier.where(PortfolioReport, "year_id", year.id)}
    choices.deleteLater()


# --- Every choice ----------------------------------------------------------------------------------------------------


def with_office(program: Program, office: Office) -> Surroundings:
    """The computer of this program with an office program on it."""
    return replace(program.around, env=replace(program.around.env, office=lambda: office))


def test_every_option_of_a_chapter_can_be_chosen(example: Program) -> None:
    choices = word(example)
    flags = {one.name for one in fields(ChapterOptions) if one.type is bool}
    for name in flags:
        before = getattr(choices.options(), name)
        choices.choose_option(name, on=not before)
        assert getattr(choices.options(), name) is not before, name
    choices.choose_layout(Layout.LANDSCAPE)
    assert choices.options().layout is Layout.LANDSCAPE
    choices.deleteLater()


def test_a_tab_says_that_not_all_portfolios_come_in(example: Program) -> None:
    choices = word(example)
    assert choices.tabs.tabText(1) == "Porte&feuilles"
    choices.choose_reports(choices.offered_reports()[:3])
    assert choices.tabs.tabText(1) == "Porte&feuilles (3 van 8)"
    choices.deleteLater()


def test_all_and_none_are_one_press_away(example: Program) -> None:
    choices = word(example)
    buttons = {one.text().replace("&", ""): one for one in choices.portfolios.findChildren(QPushButton)}
    buttons["Geen kiezen"].click()
    assert choices.problem() == "Kies ten minste één portefeuille."
    buttons["Alle kiezen"].click()
    assert (choices.problem(), choices.report_ids()) == ("", ())
    choices.deleteLater()


def test_another_kind_of_document_keeps_the_chosen_portfolios(example: Program) -> None:
    choices = word(example)
    choices.choose_reports({example.bench.session.dossier.all(PortfolioReport)[-1].id, *choices.offered_reports()[:2]})
    before = choices.report_ids()
    choices.choose_state(State.REVIEW)
    assert choices.report_ids() == before
    choices.deleteLater()


def test_marks_of_a_draft_cannot_be_chosen_for_a_final_document(example: Program) -> None:
    choices = word(example)
    marks = [one for one in choices.findChildren(QCheckBox) if "CONCEPT" in one.text()]
    assert [one.isEnabled() for one in marks] == [True]
    choices.choose_state(State.FINAL)
    assert [one.isEnabled() for one in marks] == [False]
    choices.deleteLater()


def test_layout_template_and_every_tick_are_there_again(example: Program) -> None:
    choices = word(example)
    choices.choose_layout(Layout.LANDSCAPE)
    choices.choose_option("callouts", on=False)
    choices.remember()
    again = word(example)
    assert again.options() == choices.options()
    assert again.options().layout is Layout.LANDSCAPE
    for one in (choices, again):
        one.deleteLater()


def test_a_house_style_that_changed_goes_before_what_was_remembered(example: Program) -> None:
    choices = word(example)
    choices.remember()
    settings = views.settings(example.bench.session.dossier)
    example.bench.editing.set(settings, "questions_shown", not settings.questions_shown)
    again = word(example)
    assert again.options().questions_shown is not choices.options().questions_shown
    for one in (choices, again):
        one.deleteLater()


def test_a_choice_that_is_new_in_this_version_begins_as_it_is_meant(example: Program) -> None:
    prefer(example.around.env, word_on=["contents"], word_off=["annexes"])
    choices = word(example)
    assert choices.options().activities
    choices.deleteLater()


def test_the_dialog_fits_a_screen_of_1280_by_720_at_175_percent(example: Program, tmp_path: Path) -> None:
    around = with_office(example, Office(programs=(stand_in(tmp_path, CONVERTS),)))
    dialog = GenerateDialog(example.window, "Maken", WordChoices(example.bench.editing, around), around)
    dialog.open()
    assert dialog.minimumSizeHint().width() <= dialog.minimumWidth() <= 1280 / 1.75
    assert dialog.minimumSizeHint().height() <= 720 / 1.75
    dialog.close()
    dialog.deleteLater()


# --- An office program -----------------------------------------------------------------------------------------------


def test_without_an_office_program_pdf_and_exact_pages_are_not_offered(example: Program, qtbot: QtBot) -> None:
    choices = word(example)
    dialog = make(example, qtbot, choices)
    offered = [one for one in choices.findChildren(QCheckBox) if one.isVisibleTo(choices)]
    assert not [one for one in offered if "PDF" in one.text() or "Bladzijden" in one.text()]
    assert "De bladzijden in de inhoudsopgave zijn geschat." in dialog.outcome.notes.text()


@NEEDS_SHEBANG
def test_a_pdf_is_made_beside_the_document_and_can_be_opened(example: Program, qtbot: QtBot, tmp_path: Path) -> None:
    around = with_office(example, Office(programs=(stand_in(tmp_path, CONVERTS),)))
    choices = WordChoices(example.bench.editing, around)
    choices.choose_option("pdf", on=True)
    choices.choose_option("exact_pages", on=False)
    dialog = make(example, qtbot, choices)
    document = path_of(dialog)
    press(dialog, "PDF openen")
    assert example.person.opened == [document.with_suffix(".pdf")]
    assert dialog.outcome.pdf_path.text() == str(document.with_suffix(".pdf"))


@NEEDS_SHEBANG
def test_a_pdf_that_is_there_is_replaced_only_after_a_yes(example: Program, qtbot: QtBot, tmp_path: Path) -> None:
    around = with_office(example, Office(programs=(stand_in(tmp_path, CONVERTS),)))
    choices = WordChoices(example.bench.editing, around)
    choices.choose_option("pdf", on=True)
    choices.target().with_suffix(".pdf").write_bytes(b"van iemand anders")
    example.person.will(click("Annuleren"))
    dialog = make(example, qtbot, choices)
    assert "concept.pdf" in example.person.said[-1]
    assert (dialog.made(), choices.target().with_suffix(".pdf").read_bytes()) == (None, b"van iemand anders")


@NEEDS_SHEBANG
def test_counting_pages_can_be_stopped(example: Program, qtbot: QtBot, tmp_path: Path) -> None:
    around = with_office(example, Office(programs=(stand_in(tmp_path, HANGS),)))
    choices = WordChoices(example.bench.editing, around)
    dialog = GenerateDialog(example.window, "Maken", choices, around)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.make_button.click()
    qtbot.waitUntil(lambda: dialog.doing.text() == "Bladzijden tellen", timeout=60_000)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.steps.currentIndex() == CHOOSING, timeout=60_000)
    assert not choices.target().exists()
    dialog.finish()


# --- The check of the file --------------------------------------------------------------------------------------------


def test_the_written_file_is_checked_and_its_remarks_are_one_press_away(example: Program, qtbot: QtBot) -> None:
    dialog = make(example, qtbot, word(example))
    assert dialog.outcome.checked.text().startswith("Gecontroleerd op ")
    made = dialog.made()
    assert made is not None
    assert made.inspection is not None
    assert dialog.outcome.remarks_button.isVisible() is bool(made.inspection.remarks)


def test_what_the_check_found_is_shown_with_its_place(example: Program, qtbot: QtBot) -> None:
    dialog = make(example, qtbot, word(example))
    made = dialog.made()
    assert made is not None
    remark = Remark(code="kop", severity=Severity.WARNING, place="kop 2", reason="De kop is leeg.")
    dialog.outcome.show_made(replace(made, inspection=Inspection(final=False, points=57, remarks=(remark,))))
    assert dialog.outcome.checked.text() == "Gecontroleerd op 57 punten: 1 waarschuwing."
    shown: list[str] = []

    def look(found: QDialog) -> None:
        shown.append(found.windowTitle())

    example.person.will(look)
    press(dialog, "Bevindingen…")
    assert shown == ["Word-bestand controleren"]


def test_a_workbook_is_not_checked_as_a_word_file(example: Program, qtbot: QtBot) -> None:
    dialog = make(example, qtbot, ExcelChoices(example.bench.editing, example.around))
    assert not dialog.outcome.checked.isVisible()
    assert not dialog.outcome.remarks_button.isVisible()
