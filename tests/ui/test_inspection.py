"""The dialog that checks a Word file: it opens from the menu, tells places and reasons, and copies them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from riec_desktop.chapter.blocks import State
from riec_desktop.dossier import views
from riec_desktop.ui.inspection import InspectionDialog
from tests.helpers.accessible import english, labels_without_buddy, nameless, twice
from tests.helpers.edited import before_end, example_document, paragraph_xml
from tests.helpers.program import Program


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "hoofdstuk.docx"
    path.write_bytes(before_end(example_document(state=State.DRAFT), paragraph_xml("Hier komt XXX.")))
    return path


def ready(qtbot: QtBot, dialog: InspectionDialog) -> InspectionDialog:
    """The dialog with its outcome."""
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=60_000)
    return dialog


def opened(app: Program, qtbot: QtBot, path: Path) -> InspectionDialog:
    dialog = InspectionDialog(app.window, path)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_the_menu_asks_for_a_file_and_shows_what_was_found(app: Program, qtbot: QtBot, draft: Path) -> None:
    said: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, InspectionDialog)
        said.append(ready(qtbot, dialog).outcome.text())

    app.person.will_pick(draft)
    app.person.will(read)
    app.window.actions_made.actions["inspect"].trigger()
    assert said[0].startswith("Gecontroleerd op ")


def test_no_file_chosen_is_no_dialog(app: Program) -> None:
    app.person.will_pick(None)
    app.window.actions_made.actions["inspect"].trigger()
    assert app.person.said == []


def test_as_a_final_document_more_is_found_and_all_can_be_copied(app: Program, qtbot: QtBot, draft: Path) -> None:
    dialog = ready(qtbot, opened(app, qtbot, draft))
    assert not dialog.final.isChecked()
    QTest.keyClick(dialog.final, Qt.Key.Key_Space)
    ready(qtbot, dialog)
    assert dialog.remarks.item(0).text().startswith("Fout: onder kop")
    QTest.keyClick(dialog.copy_button, Qt.Key.Key_Space)
    assert "Hier staat nog ‘XXX’." in QGuiApplication.clipboard().text()


def test_a_file_that_cannot_be_checked_is_told(app: Program, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_text("geen Word", encoding="utf-8")
    dialog = opened(app, qtbot, tmp_path / "brief.docx")
    qtbot.waitUntil(lambda: "kan niet" in dialog.outcome.text(), timeout=60_000)
    assert "geen gewoon Word-document" in dialog.explanation.text()
    assert not dialog.copy_button.isEnabled()


def test_the_dialog_speaks_dutch_names_its_controls_and_goes_with_esc(app: Program, qtbot: QtBot, draft: Path) -> None:
    dialog = ready(qtbot, opened(app, qtbot, draft))
    assert [*nameless(dialog), *english(dialog), *twice(dialog), *labels_without_buddy(dialog)] == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog.finish()


def chosen(dialog: InspectionDialog, code: str) -> None:
    assert dialog.found is not None
    dialog.remarks.setCurrentRow([one.code for one in dialog.found.remarks].index(code))


@pytest.fixture
def typed_list(tmp_path: Path) -> Path:
    """A file with a list that somebody typed."""
    path = tmp_path / "lijst.docx"
    items = "".join(paragraph_xml(f"- {one}") for one in ("een", "twee", "drie"))
    path.write_bytes(before_end(example_document(state=State.DRAFT), items))
    return path


def test_what_the_dossier_can_mend_is_mended_from_the_dialog(example: Program, qtbot: QtBot, typed_list: Path) -> None:
    example.show_portfolio("mensenhandel")
    editing = example.bench.editing
    answer = views.answer(editing.dossier, example.report, views.questions(editing.dossier, editing.year_id)[0])
    editing.set(answer, "text", "\\- een\n\n\\- twee")
    dialog = InspectionDialog(example.window, typed_list, example.bench.findings.mend)
    qtbot.addWidget(dialog)
    dialog.open()
    chosen(ready(qtbot, dialog), "lists.typed")
    dialog.mend_button.click()
    assert editing.current(answer).text == "- een\n- twee"
    assert dialog.explanation.text() == "1 plaats is in het dossier hersteld. Maak het document daarna opnieuw."
    dialog.mend_button.click()
    assert dialog.explanation.text().startswith("In het dossier is hiervoor niets te herstellen")


def test_without_a_dossier_there_is_nothing_to_mend(app: Program, qtbot: QtBot, typed_list: Path) -> None:
    dialog = ready(qtbot, opened(app, qtbot, typed_list))
    chosen(dialog, "lists.typed")
    assert not dialog.mend_button.isVisible()
