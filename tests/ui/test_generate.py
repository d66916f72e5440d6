"""The documents that the dialogs make are real files, with the sentence that was typed."""

import zipfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from riec_desktop.chapter.blocks import State
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import ReviewState
from riec_desktop.dossier.records import Answer, PortfolioReport
from riec_desktop.errors import Cancelled, RiecError
from riec_desktop.ui.generate.choices import Choices
from riec_desktop.ui.generate.dialog import CHOOSING, DONE, WORKING, GenerateDialog
from riec_desktop.ui.generate.excel import ExcelChoices
from riec_desktop.ui.generate.word import WordChoices
from riec_desktop.ui.jobs import Cancel, Progress, Work
from tests.helpers.program import Program, click

SENTENCE = "De zin die ik zoek staat hier."


def text_of(path: Path | None, part: str) -> str:
    assert path is not None
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


def word(program: Program) -> WordChoices:
    return WordChoices(program.bench.editing, program.around)


def test_the_word_chapter_holds_the_sentence_that_was_typed(example: Program, qtbot: QtBot) -> None:
    write_sentence(example)
    dialog = make(example, qtbot, word(example))
    assert dialog.made() == example.around.documents / "Jaarverslag 2023 hoofdstuk 3.4 concept.docx"
    assert SENTENCE in text_of(dialog.made(), "word/document.xml")


def test_the_workbook_is_made_beside_the_dossier(example: Program, qtbot: QtBot) -> None:
    dialog = make(example, qtbot, ExcelChoices(example.bench.editing, example.around))
    assert dialog.made() == example.around.documents / "Jaarverslag 2023 overzicht.xlsx"
    assert "mensenhandel" in text_of(dialog.made(), "xl/sharedStrings.xml").lower()


def test_afterwards_the_file_its_folder_and_its_path_are_one_key_away(example: Program, qtbot: QtBot) -> None:
    dialog = make(example, qtbot, word(example))
    made = dialog.made()
    assert made is not None
    for text in ("Openen", "Map openen", "Pad kopiëren"):
        button = next(one for one in dialog.findChildren(QPushButton) if one.text() == text)
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert example.person.opened == [made, made.parent]
    assert QGuiApplication.clipboard().text() == str(made)


def test_a_chosen_portfolio_is_the_only_one_in_the_chapter(example: Program, qtbot: QtBot) -> None:
    write_sentence(example)
    choices = word(example)
    choices.choose_reports({example.report.id})
    made = make(example, qtbot, choices).made()
    assert made is not None
    text = text_of(made, "word/document.xml")
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
    assert dialog.steps.currentIndex() == CHOOSING


class SlowChoices(ExcelChoices):
    """Work that goes on until it is stopped."""

    def work(self) -> Work[Path]:
        def run(progress: Progress, cancel: Cancel) -> Path:
            while not cancel():
                progress(0.5, "Bezig")
            raise Cancelled

        return run


class FailingChoices(ExcelChoices):
    """Work that meets a file held by another program."""

    def work(self) -> Work[Path]:
        def run(_progress: Progress, _cancel: Cancel) -> Path:
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
    example.window.make_word()
    example.window.make_excel()
    assert titles == ["Word-hoofdstuk maken", "Excel-overzicht maken"]
    made = {path.suffix for path in example.around.documents.iterdir()}
    assert made == {".riec", ".docx", ".xlsx"}


def test_every_portfolio_of_the_chosen_year_is_offered(example: Program) -> None:
    choices = word(example)
    year = views.year_of(example.bench.session.dossier, 2021)
    assert year is not None
    choices.choose_year(year.id)
    offered = set(choices.offered_reports())
    assert offered == {one.id for one in example.bench.session.dossier.where(PortfolioReport, "year_id", year.id)}
    choices.deleteLater()
