"""What people come for, from begin to end, with the keys and buttons that they use; every action is counted."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from riec_desktop.dossier import views
from riec_desktop.dossier.records import Answer, Settings
from riec_desktop.ui.generate.dialog import DONE, GenerateDialog
from riec_desktop.ui.new_dossier import NewDossierDialog
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.widgets.rich_area import RichArea
from tests.helpers.program import Answer as DialogAnswer
from tests.helpers.program import Program
from tests.helpers.word import texts_of

MOST_ACTIONS = 12
SENTENCE = "Wij brachten in kaart waar het speelt."
CLIPBOARD = Path(__file__).parent / "widgets" / "clipboard"


@dataclass(slots=True)
class Hands:
    """Counts what a person does: a click, a key combination, or a text that is typed."""

    actions: int = 0

    def key(self, where: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.actions += 1
        QTest.keyClick(where, key, held)

    def type(self, where: QWidget, text: str) -> None:
        self.actions += 1
        QTest.keyClicks(where, text)

    def click(self, button: QWidget) -> None:
        self.actions += 1
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def do(self, run: Callable[[], None]) -> None:
        self.actions += 1
        run()


def page_of(program: Program) -> PortfolioPage:
    page = program.bench.page
    assert isinstance(page, PortfolioPage)
    return page


def first_area(program: Program) -> RichArea:
    """The first question, with the cursor in it."""
    area = page_of(program).questions.parts()[0].editor.area
    area.setFocus()
    return area


def accepts_the_name_that_is_proposed(hands: Hands) -> DialogAnswer:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDossierDialog)
        hands.key(dialog, Qt.Key.Key_Return)

    return answer


def makes_and_opens(hands: Hands, qtbot: QtBot) -> DialogAnswer:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, GenerateDialog)
        hands.click(dialog.make_button)
        qtbot.waitUntil(lambda: dialog.steps.currentIndex() == DONE, timeout=60_000)
        hands.key(dialog, Qt.Key.Key_Return)

    return answer


def test_from_the_first_start_to_the_first_word_file_takes_at_most_twelve_actions(app: Program, qtbot: QtBot) -> None:
    hands = Hands()
    app.person.will(accepts_the_name_that_is_proposed(hands), makes_and_opens(hands, qtbot))
    hands.do(app.window.actions_made.actions["new"].trigger)
    report = views.reports(app.bench.session.dossier, app.bench.editing.year)[0]
    hands.do(lambda: app.bench.tree.choose(Place(PageId.PORTFOLIO, report.id)))
    area = page_of(app).questions.parts()[0].editor.area
    hands.click(area.viewport())
    hands.type(area, SENTENCE)
    hands.do(app.window.actions_made.actions["word"].trigger)
    (made,) = app.person.opened
    assert any(SENTENCE in text for text in texts_of(made.read_bytes()))
    assert hands.actions <= MOST_ACTIONS


def test_a_hundred_steps_are_undone_and_done_again(example: Program) -> None:
    editing, before = example.bench.editing, example.bench.session.dossier
    for step in range(100):
        editing.set(views.settings(editing.dossier), "name", f"Naam {step}")
    after = example.bench.session.dossier
    for _ in range(100):
        QTest.keyClick(example.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert example.bench.session.dossier == before
    for _ in range(100):
        QTest.keyClick(example.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert example.bench.session.dossier.all(Settings) == after.all(Settings)


def test_a_page_from_word_is_pasted_clean_and_undone_in_one_step(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    before = example.bench.session.dossier
    area = first_area(example)
    held = QMimeData()
    held.setHtml(next(CLIPBOARD.glob("word*.html")).read_text(encoding="utf-8"))
    QGuiApplication.clipboard().setMimeData(held)
    QTest.keyClick(area, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(area, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    example.window.flush()
    answer = example.bench.session.dossier.where(Answer, "report_id", example.report.id)[0]
    assert answer.text
    assert not any(sign in answer.text for sign in ("<", "mso-", "style="))
    QTest.keyClick(example.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert example.bench.session.dossier == before
