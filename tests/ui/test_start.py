"""How somebody begins: a new dossier, the example in one click, a recent file."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCommandLinkButton, QDialog, QLineEdit, QSpinBox

from riec_desktop.dossier import views
from riec_desktop.storage.dossier_file import open_dossier
from tests.helpers.program import Program


def way(program: Program, text: str) -> QCommandLinkButton:
    found = program.window.start.findChildren(QCommandLinkButton)
    return next(one for one in found if one.text() == text and one.isVisibleTo(program.window.start))


def test_one_click_leads_to_a_filled_example_in_a_file(app: Program) -> None:
    QTest.mouseClick(way(app, "Voorbeeld openen"), Qt.MouseButton.LeftButton)
    path = app.around.documents / "Voorbeeld Jaarverslag.riec"
    assert app.bench.session.path == path
    assert open_dossier(path).content.dossier == app.bench.session.dossier
    assert len(views.years(app.bench.session.dossier)) == 3


def test_the_example_that_was_opened_before_is_opened_again(example: Program) -> None:
    editing = example.bench.editing
    editing.set(editing.year, "title", "Geoefend")
    example.window.close_dossier()
    example.window.open_example()
    assert example.bench.editing.year.title == "Geoefend"


def test_a_new_dossier_has_the_name_and_year_that_were_given(app: Program) -> None:
    def fill_in(dialog: QDialog) -> None:
        dialog.findChildren(QSpinBox)[0].setValue(2026)
        name = next(one for one in dialog.findChildren(QLineEdit) if one.objectName() != "qt_spinbox_lineedit")
        name.clear()
        QTest.keyClicks(name, "Jaarverslag bestel")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    app.person.will(fill_in)
    way(app, "Nieuw dossier").click()
    dossier = app.bench.session.dossier
    assert views.settings(dossier).name == "Jaarverslag bestel"
    assert [one.year for one in views.years(dossier)] == [2026]


def test_cancelling_a_new_dossier_changes_nothing(app: Program) -> None:
    app.person.will(lambda dialog: dialog.reject())
    way(app, "Nieuw dossier").click()
    assert not app.window.has_dossier()


def test_a_recent_file_opens_with_one_click(example: Program) -> None:
    path = example.bench.session.path
    example.window.close_dossier()
    example.settle()
    way(example, "Voorbeeld Jaarverslag").click()
    assert example.bench.session.path == path
