"""A form is ordered, saved and mailed from the window, and the dossier knows what was sent."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from riec_desktop.dossier.records import ContributionForm
from riec_desktop.ui.forms.mail import MailDialog
from riec_desktop.ui.forms.order import NO_DATE, NO_PORTFOLIO, OrderDialog
from tests.helpers.incoming import report_of
from tests.helpers.program import Program, click


@pytest.fixture
def dialog(example: Program) -> OrderDialog:
    editing = example.bench.editing
    made = OrderDialog(example.window, editing.dossier, editing.year, "Joris")
    made.open()
    return made


def tick(dialog: OrderDialog, name: str) -> None:
    items = dialog.portfolios.items
    row = next(items.item(at) for at in range(items.count()) if items.item(at).text() == name)
    row.setCheckState(row.checkState().Checked)


def test_a_form_is_about_something(dialog: OrderDialog) -> None:
    assert dialog.problem.text() == NO_PORTFOLIO
    assert not dialog.accept_button.isEnabled()
    tick(dialog, "Mensenhandel")
    assert dialog.problem.text() == ""
    assert dialog.accept_button.isEnabled()


def test_a_day_that_is_none_is_told(dialog: OrderDialog) -> None:
    tick(dialog, "Mensenhandel")
    dialog.deadline.setText("31 februari")
    assert dialog.problem.text() == NO_DATE
    dialog.deadline.setText("31-3-2024")
    assert dialog.order().deadline == date(2024, 3, 31)


def test_a_form_about_one_organisation_needs_no_portfolios(dialog: OrderDialog) -> None:
    dialog.about.setCurrentIndex(dialog.about.findText("Alles van RIEC Limburg"))
    assert not dialog.portfolios.isEnabled()
    order = dialog.order()
    assert order.organisation_id
    assert order.report_ids == ()
    assert order.sender == "Joris"


def order_it(dialog: QDialog) -> None:
    assert isinstance(dialog, OrderDialog)
    tick(dialog, "Mensenhandel")
    dialog.recipient.setText("Anna")
    dialog.accept_button.click()


def copy_the_mail(dialog: QDialog) -> None:
    assert isinstance(dialog, MailDialog)
    dialog.copy_button.click()
    dialog.accept()


def test_the_form_stands_in_a_file_and_what_was_sent_in_the_dossier(example: Program) -> None:
    target = example.around.documents / "voor Anna"
    example.person.will(order_it, copy_the_mail)
    example.person.will_pick(target)
    example.window.actions_made.specs["form"].run()
    session = example.bench.session
    assert openpyxl.load_workbook(target.with_suffix(".xlsx")).sheetnames[0] == "Uitleg"
    assert QGuiApplication.clipboard().text().startswith("Beste Anna,")
    (sent,) = session.dossier.all(ContributionForm)
    assert sent.report_ids == (report_of(session.dossier, "mensenhandel").id,)
    assert session.undo_label == "Formulier maken: voor Anna"


def test_without_a_place_nothing_is_made(example: Program) -> None:
    example.person.will(order_it)
    example.person.will_pick(None)
    example.window.actions_made.specs["form"].run()
    assert example.bench.session.dossier.all(ContributionForm) == ()


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_noted(example: Program, tmp_path: Path) -> None:
    example.person.will(order_it, click("Sluiten"))
    example.person.will_pick(tmp_path / "weg" / "formulier.xlsx")
    example.window.actions_made.specs["form"].run()
    assert "weg" in example.person.said[0]
    assert example.bench.session.dossier.all(ContributionForm) == ()
