"""Days of writing: replacing a word everywhere, going back a hundred steps, pasting from Word, remarks, a crash."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from riec_desktop.dossier.records import Answer, Comment
from riec_desktop.ui.widgets.mime import qt_mime
from tests.helpers.hands import Hands
from tests.helpers.program import Person, Program, program
from tests.helpers.sessions import after_crash

CLIPBOARD = Path(__file__).parents[1] / "widgets" / "clipboard"


def answers(app: Program) -> list[str]:
    """The answers of the portfolio in sight."""
    return [one.text for one in app.bench.session.dossier.where(Answer, "report_id", app.report.id)]


def test_a_word_is_replaced_in_all_texts_and_back_again_in_one_step(app: Program, at_example: Hands) -> None:
    hands, before = at_example, app.bench.session.dossier

    def agree(dialog: QDialog) -> None:
        inside = hands.at(dialog)
        inside.click(inside.field("vervangen door"))
        inside.type("wervers")
        inside.choose_button("Vervangen (6)")

    app.person.will(agree)
    hands.press("Ctrl+F")
    hands.type("ronselaars")
    hands.wait(lambda: hands.has_button("Vervangen…"))
    hands.choose_button("Vervangen…")
    hands.go_to("Jonge aanwas")
    assert any("wervers" in one for one in answers(app))
    assert not any("ronselaars" in one for one in answers(app))
    hands.press("Ctrl+Z")
    assert app.bench.session.dossier == before


def test_a_hundred_steps_are_undone_and_done_again(app: Program, at_example: Hands) -> None:
    hands = at_example
    hands.go_to("Instellingen")
    before = app.bench.session.dossier
    name = hands.field("Naam van het dossier")
    hands.click(name)
    for letter in "abcdefghij" * 10:
        hands.type(letter)
        hands.press("Return")
    after = app.bench.session.dossier
    for _ in range(100):
        hands.press("Ctrl+Z")
    assert app.bench.session.dossier == before
    for _ in range(100):
        hands.press("Ctrl+Y")
    assert app.bench.session.dossier == after


def test_a_page_from_word_is_pasted_clean_and_undone_in_one_step(app: Program, at_example: Hands) -> None:
    hands = at_example
    hands.go_to("Mensenhandel")
    before = app.bench.session.dossier
    held = qt_mime()
    held.setHtml(next(CLIPBOARD.glob("word*.html")).read_text(encoding="utf-8"))
    QGuiApplication.clipboard().setMimeData(held)
    hands.click(hands.texts()[0].viewport())
    hands.press("Ctrl+A")
    hands.press("Ctrl+V")
    hands.wait(lambda: app.bench.session.dossier != before)
    assert not any(sign in text for text in answers(app) for sign in ("<", "mso-", "style="))
    hands.press("Ctrl+Z")
    assert app.bench.session.dossier == before


def test_a_remark_is_made_at_a_text_and_dealt_with(app: Program, at_example: Hands) -> None:
    hands = at_example
    hands.go_to("Mensenhandel")
    hands.click(hands.texts()[0].viewport())
    hands.press("Ctrl+Alt+M")
    hands.type("Klopt dit nog?")
    hands.choose_button("Klaar")
    (made,) = [one for one in app.bench.session.dossier.all(Comment) if one.text == "Klopt dit nog?"]
    assert not made.resolved
    hands.choose_button("Afhandelen")
    held = app.bench.session.dossier.get(Comment, made.id)
    assert held is not None
    assert held.resolved


def test_after_a_crash_the_start_screen_offers_the_work_and_it_is_all_there(tmp_path: Path) -> None:
    with program(tmp_path / "eerst", Person()) as first:
        hands = Hands(first, first.window)
        hands.choose_button("Voorbeeld openen")
        hands.go_to("Mensenhandel")
        area = hands.texts()[0]
        hands.click(area.viewport())
        hands.press("Ctrl+End")
        hands.type(" Net voor de stroom uitviel.")
        hands.wait(lambda: any("uitviel" in one for one in answers(first)))
        crashed = after_crash(first.around.env)
    with program(tmp_path / "eerst", Person(), changed=lambda around: replace(around, env=crashed)) as second:
        hands = Hands(second, second.window)
        assert hands.says("Voorbeeld Jaarverslag")
        hands.choose_button("Verdergaan")
        hands.go_to("Mensenhandel")
        assert "Net voor de stroom uitviel." in hands.texts()[0].toPlainText()
