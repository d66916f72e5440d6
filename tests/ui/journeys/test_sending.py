"""What goes to colleagues and comes back: a form in Excel, and the draft in Word."""

import zipfile

from PySide6.QtWidgets import QDialog

from riec_desktop.dossier.records import Answer
from tests.helpers.drafts import Docx
from tests.helpers.forms import edited
from tests.helpers.hands import Hands
from tests.helpers.program import Answer as DialogAnswer
from tests.helpers.program import Program


def takes(hands: Hands, button: str) -> DialogAnswer:
    def answer(dialog: QDialog) -> None:
        hands.at(dialog).choose_button(button)

    return answer


def test_a_form_goes_out_and_what_a_colleague_filled_in_is_taken_in(app: Program, at_example: Hands) -> None:
    hands, target = at_example, app.around.documents / "voor Anna.xlsx"

    def order(dialog: QDialog) -> None:
        inside = hands.at(dialog)
        inside.tick("Portefeuilles", "Mensenhandel")
        inside.click(inside.field("Aan"))
        inside.type("Anna")
        inside.choose_button("Maken…")

    app.person.will(order, takes(hands, "Sluiten"))
    app.person.will_pick(target)
    hands.menu("Delen", "Aanleverformulier maken…")
    filled = edited(target.read_bytes(), lambda form: form.put("Mensenhandel", "Context", text="Anna schrijft dit."))
    target.write_bytes(filled)
    app.person.will_pick(target)
    app.person.will(takes(hands, "1 overnemen"))
    hands.choose_button("Inlezen…")
    hands.wait(lambda: not app.person.answers)
    assert any(one.text == "Anna schrijft dit." for one in app.bench.session.dossier.all(Answer))


def test_a_draft_goes_round_in_word_and_the_changes_in_it_are_taken_in(app: Program, at_example: Hands) -> None:
    hands = at_example

    def make(dialog: QDialog) -> None:
        inside = hands.at(dialog)
        inside.pick(inside.field("Soort document"), "Reviewversie: om rond te sturen voor commentaar")
        inside.choose_button("Maken")
        inside.wait(lambda: inside.has_button("Openen"))
        inside.press("Return")
        inside.choose_button("Sluiten")

    hands.go_to("Mensenhandel")
    app.person.will(make)
    hands.choose_button("Word-hoofdstuk…")
    (sent,) = app.person.opened
    answer = app.bench.session.dossier.where(Answer, "report_id", app.report.id)[0]
    with zipfile.ZipFile(sent) as package:
        document = Docx({name: package.read(name) for name in package.namelist()})
    document.insert(answer.id, answer.text.split()[0], " daadwerkelijk")
    sent.write_bytes(document.bytes())
    app.person.will_pick(sent)
    app.person.will(takes(hands, "1 overnemen"))
    hands.choose_button("Inlezen…")
    hands.wait(lambda: not app.person.answers)
    held = app.bench.session.dossier.get(Answer, answer.id)
    assert held is not None
    assert "daadwerkelijk" in held.text
