"""From files that came in to the dossier: picked or dropped, looked at, taken in as one step, the rest kept."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog

from riec_desktop.dossier.changes import Source
from riec_desktop.dossier.records import ContributionForm
from riec_desktop.ui.review.choice import Decision
from riec_desktop.ui.review.dialog import ReviewDialog
from riec_desktop.ui.review.incoming import NOTHING_WAITS, OTHERS, IncomingDesk
from riec_desktop.ui.widgets.mime import qt_mime
from riec_desktop.workspace.forms import FormOrder, make_form
from tests.helpers.incoming import answers_of, report_of
from tests.helpers.program import Program, click

REPLY = "Dit schreef een collega in Excel."


@pytest.fixture
def form(example: Program) -> Path:
    """A form about one portfolio that was sent, and came back with one answer written anew."""
    session, env = example.bench.session, example.around.env
    order = FormOrder(
        year=example.bench.editing.year, report_ids=(report_of(session.dossier, "mensenhandel").id,), recipient="Anna"
    )
    made = make_form(
        session.dossier,
        order,
        dossier_id=session.dossier_id,
        version="1",
        form_id="3f0c2f7e-0000-4000-8000-000000000001",
        now=env.now(),
    )
    session.edit("Formulier gemaakt", made.changes)
    path = example.around.documents / made.file_name
    path.write_bytes(made.workbook)
    fill_in(path, answers_of(session.dossier, "mensenhandel")[0].text)
    return path


def fill_in(path: Path, old: str) -> None:
    """What a colleague does: type over the first answer and save."""
    book = openpyxl.load_workbook(path)
    cells = ((sheet, cell) for sheet in book for row in sheet.iter_rows() for cell in row)
    sheet, answer = next(pair for pair in cells if str(pair[1].value)[:30] == old[:30])
    sheet[answer.coordinate] = REPLY
    book.save(path)


def take_all(dialog: QDialog) -> None:
    assert isinstance(dialog, ReviewDialog)
    assert REPLY in dialog.text.toPlainText()
    dialog.take.click()


def test_a_form_that_is_picked_is_in_the_dossier_after_one_yes(example: Program, form: Path) -> None:
    example.person.will_pick(form)
    example.person.will(take_all)
    example.window.actions_made.specs["read"].run()
    example.settle()
    session = example.bench.session
    assert answers_of(session.dossier, "mensenhandel")[0].text == REPLY
    assert session.undo_label == "Inlezen: Formulier van Anna"
    assert session.history[-1].source is Source.FORM
    (sent,) = session.dossier.all(ContributionForm)
    assert sent.returned_at is not None
    session.undo()
    assert answers_of(session.dossier, "mensenhandel")[0].text != REPLY


def drop(example: Program, *paths: Path) -> None:
    data = qt_mime()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    # Qt sends a drop to what the drag entered before.
    QApplication.sendEvent(example.window, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(example.window, QDropEvent(QPointF(5, 5), copy, data, left, none))


def test_a_form_can_be_dropped_on_the_window(example: Program, form: Path) -> None:
    example.person.will(take_all)
    drop(example, form)
    example.settle()
    assert answers_of(example.bench.session.dossier, "mensenhandel")[0].text == REPLY


def test_what_is_no_form_gets_a_sentence_and_changes_nothing(example: Program, tmp_path: Path) -> None:
    before = example.bench.session.dossier
    path = tmp_path / "vakantie.xlsx"
    path.write_bytes(b"geen werkmap")
    example.person.will(click("Sluiten"))
    drop(example, path)
    example.settle()
    assert "vakantie.xlsx" in example.person.said[0]
    assert example.bench.session.dossier == before


def test_one_file_that_is_no_form_keeps_nobody_from_the_others(example: Program, form: Path, tmp_path: Path) -> None:
    (tmp_path / "vakantie.xlsx").write_bytes(b"foto")
    example.person.will(click("Sluiten"), take_all)
    IncomingDesk(example.bench, example.around).read((tmp_path / "vakantie.xlsx", form))
    example.settle()
    assert "vakantie.xlsx" in example.person.said[0]
    assert example.person.said[0].endswith(OTHERS)
    assert answers_of(example.bench.session.dossier, "mensenhandel")[0].text == REPLY


def test_an_empty_folder_gets_a_sentence(example: Program, tmp_path: Path) -> None:
    folder = tmp_path / "leeg"
    folder.mkdir()
    example.person.will(click("Sluiten"))
    drop(example, folder)
    example.settle()
    assert "leeg" in example.person.said[0]


def leave_all(dialog: QDialog) -> None:
    assert isinstance(dialog, ReviewDialog)
    dialog.decisions.decide(dialog.tree.keys_of(), Decision.LEAVE)
    dialog.take.click()


def test_what_is_left_can_be_looked_at_later(example: Program, form: Path) -> None:
    example.person.will_pick(form)
    example.person.will(leave_all)
    example.window.actions_made.specs["read"].run()
    example.settle()
    assert answers_of(example.bench.session.dossier, "mensenhandel")[0].text != REPLY
    example.person.will(take_all)
    example.window.actions_made.specs["waiting"].run()
    assert answers_of(example.bench.session.dossier, "mensenhandel")[0].text == REPLY


def test_nothing_that_waits_is_said(example: Program) -> None:
    example.person.will(click("Sluiten"))
    example.window.actions_made.specs["waiting"].run()
    assert example.person.said == [NOTHING_WAITS]


def test_a_dossier_that_is_dropped_is_opened(app: Program, tmp_path: Path) -> None:
    path = tmp_path / "weg.riec"
    app.person.will(click("Annuleren"))
    drop(app, path)
    assert "weg.riec" in app.person.said[0]
