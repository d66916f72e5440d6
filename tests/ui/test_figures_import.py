"""From a workbook with figures to the dossier: picked, said what stands where, looked at, taken in, undone."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from riec_desktop.dossier.records import Portfolio
from riec_desktop.excel.figure_mapping import Meaning, Shape
from riec_desktop.ui.figures_import.desk import NOTHING_NEW
from riec_desktop.ui.figures_import.dialog import KNOWN, FiguresDialog
from riec_desktop.ui.review.dialog import ReviewDialog
from riec_desktop.workspace.figure_files import read_figure_file
from tests.helpers.figures import value, workbook_of
from tests.helpers.program import Answer, Program, click


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Figures of 2024 with heads that say nothing known about the numbers."""
    path = tmp_path / "jaarcijfers 2024.xlsx"
    rows = (
        ("Cijfers 2024",),
        ("Portefeuille", "Indicator", "RIEC", "Hoeveelheid"),
        ("mensenhandel", "signalen", "RIEC Limburg", 12),
        ("mensenhandel", "signalen", "RIEC Rotterdam", 13),
        ("mensenhandel", "huisbezoeken", "RIEC Limburg", 14),
        ("Totaal", None, None, 39),
    )
    path.write_bytes(workbook_of(*rows))
    return path


def opened(example: Program, path: Path) -> FiguresDialog:
    dialog = FiguresDialog(example.window, read_figure_file(path), example.bench.session.dossier, {}, 2023)
    dialog.open()
    dialog.settle()
    return dialog


@pytest.fixture
def dialog(example: Program, workbook: Path) -> FiguresDialog:
    return opened(example, workbook)


def choose(dialog: FiguresDialog, meaning: Meaning, column: int | None) -> None:
    combo = dialog.choices.columns[meaning]
    combo.setCurrentIndex(combo.findData(column))
    combo.activated.emit(combo.currentIndex())
    dialog.settle()


def told(dialog: FiguresDialog) -> str:
    return dialog.outcome.text()


# --- The dialog ------------------------------------------------------------------------------------------------------


def test_what_is_missing_is_said_until_it_is_chosen(dialog: FiguresDialog) -> None:
    assert told(dialog) == "Kies de kolom met het getal: doel of werkelijk."
    assert not dialog.review_button.isEnabled()
    choose(dialog, Meaning.ACTUAL, 4)
    assert told(dialog) == "3 cijfers herkend."
    assert dialog.review_button.isEnabled()
    assert "Rij 6 is een totaal" in dialog.notes.text()
    assert "alle cijfers zijn gelezen als cijfers van 2024" in dialog.notes.text()


def test_the_preview_shows_what_each_column_is_read_as(dialog: FiguresDialog) -> None:
    choose(dialog, Meaning.ACTUAL, 4)
    heads = [item.text() for at in range(4) if (item := dialog.preview.horizontalHeaderItem(at))]
    assert heads == ["A\nportefeuille", "B\nindicator", "C\norganisatie", "D\nwerkelijk"]
    bold = [at for at in range(6) if (item := dialog.preview.item(at, 0)) and item.font().bold()]
    assert bold == [1]


def test_another_head_row_guesses_the_columns_anew(dialog: FiguresDialog) -> None:
    dialog.choices.header.setValue(3)
    assert dialog.mapping.header_row == 3
    dialog.choices.header.setValue(2)
    dialog.settle()
    assert dialog.mapping.columns == {Meaning.PORTFOLIO: 1, Meaning.INDICATOR: 2, Meaning.ORGANISATION: 3}


def test_another_sheet_begins_anew(example: Program, tmp_path: Path) -> None:
    path = tmp_path / "twee.xlsx"
    path.write_bytes(workbook_of(("Indicator", "Doel", "Aantal"), ("trainingen", 1, 2), name="Rijen"))
    book = openpyxl.load_workbook(path)
    book.create_sheet("Per jaar").append(("Indicator", 2024, 2025))
    book["Per jaar"].append(("trainingen", 5, 6))
    book.save(path)
    dialog = opened(example, path)
    assert dialog.mapping.sheet == "Rijen"
    dialog.choices.sheets.setCurrentText("Per jaar")
    dialog.choices.sheets.textActivated.emit("Per jaar")
    dialog.settle()
    assert dialog.mapping.shape is Shape.YEARS
    assert told(dialog) == "2 cijfers herkend."
    assert not dialog.choices.year.isEnabled()


def test_what_the_table_says_itself_cannot_be_chosen_twice(dialog: FiguresDialog) -> None:
    assert not dialog.choices.indicator.isEnabled()
    assert dialog.choices.year.isEnabled()
    choose(dialog, Meaning.YEAR, 1)
    assert not dialog.choices.year.isEnabled()
    choose(dialog, Meaning.INDICATOR, None)
    assert dialog.choices.indicator.isEnabled()
    assert told(dialog) == "Kies de kolom met de naam van de indicator, of één indicator voor het hele blad."


def test_the_year_and_the_portfolio_of_new_indicators_can_be_chosen(example: Program, dialog: FiguresDialog) -> None:
    choose(dialog, Meaning.ACTUAL, 4)
    choose(dialog, Meaning.PORTFOLIO, None)
    assert told(dialog) == "2 cijfers herkend, 1 regel niet."
    combo = dialog.choices.portfolio
    portfolio = next(iter(example.bench.session.dossier.all(Portfolio)))
    combo.set_current(portfolio.id)
    combo.chosen.emit(portfolio.id)
    dialog.choices.year.setValue(2025)
    dialog.settle()
    assert told(dialog) == "3 cijfers herkend."
    incoming = dialog.incoming
    assert incoming is not None
    assert incoming.proposals[0].place == "mensenhandel › signalen › RIEC Limburg › 2025"


def test_the_dialog_fits_a_screen_of_1280_by_720_at_175_percent(dialog: FiguresDialog) -> None:
    assert dialog.minimumSizeHint().width() <= 1280 / 1.75
    assert dialog.minimumSizeHint().height() <= 720 / 1.75


def test_esc_closes_it(dialog: FiguresDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# --- The whole way ---------------------------------------------------------------------------------------------------


def say(column: int | None, seen: list[str]) -> Answer:
    """What a person does in the dialog: choose the column with the number when asked for, look on."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, FiguresDialog)
        dialog.settle()
        if column is not None:
            choose(dialog, Meaning.ACTUAL, column)
        seen.append(dialog.notes.text())
        dialog.review_button.click()

    return answer


def take(dialog: QDialog) -> None:
    assert isinstance(dialog, ReviewDialog)
    dialog.take.click()


def read(example: Program, path: Path, *answers: Callable[[QDialog], None]) -> None:
    example.person.will_pick(path)
    example.person.will(*answers)
    example.window.actions_made.actions["figures"].trigger()
    example.settle()
    QCoreApplication.sendPostedEvents()


def test_figures_are_in_the_dossier_after_a_look_and_out_again_with_undo(example: Program, workbook: Path) -> None:
    session = example.bench.session
    read(example, workbook, say(4, []), take)
    assert value(session.dossier, "signalen", 2024, "RIEC Rotterdam").actual == Decimal(13)
    assert session.undo_label == "Inlezen: Cijfers van blad Cijfers"
    session.undo()
    assert value(session.dossier, "signalen", 2024, "RIEC Rotterdam").actual is None


def test_the_second_time_nothing_needs_to_be_chosen(example: Program, workbook: Path) -> None:
    seen: list[str] = []
    read(example, workbook, say(4, seen), take)
    example.bench.session.undo()
    read(example, workbook, say(None, seen), take)
    assert [KNOWN in one for one in seen] == [False, True]
    assert value(example.bench.session.dossier, "signalen", 2024, "RIEC Limburg").actual == Decimal(12)


def test_figures_that_are_all_there_are_said_so(example: Program, tmp_path: Path) -> None:
    path = tmp_path / "zelfde.csv"
    path.write_text("Indicator;Jaar;Aantal\ntrainingen;2023;18\n", encoding="utf-8")
    read(example, path, say(None, []), click("Sluiten"))
    assert example.person.said == [NOTHING_NEW]


def test_a_file_that_is_no_workbook_gets_a_sentence(example: Program, tmp_path: Path) -> None:
    path = tmp_path / "vakantie.xlsx"
    path.write_bytes(b"geen werkmap")
    read(example, path, click("Sluiten"))
    assert "vakantie.xlsx" in example.person.said[0]


def test_no_file_and_a_dialog_that_is_left_change_nothing(example: Program, workbook: Path) -> None:
    before = example.bench.session.dossier
    example.person.will_pick(None)
    example.window.actions_made.actions["figures"].trigger()
    read(example, workbook, lambda dialog: dialog.reject())
    assert example.bench.session.dossier is before
