"""The first day: from the start screen to a chapter in Word, and a portfolio from nothing to 'akkoord'."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from riec_desktop.dossier.choices import ReviewState
from riec_desktop.dossier.records import Activity, Answer, Portfolio
from tests.helpers.hands import Hands
from tests.helpers.program import Program
from tests.helpers.word import texts_of

MOST_ACTIONS = 12
SENTENCE = "Wij brachten in kaart waar het speelt."


def name_it(hands: Hands, name: str = "") -> Callable[[QDialog], None]:
    """Give a new dossier a name, or take the one that is proposed."""

    def answer(dialog: QDialog) -> None:
        inside = hands.at(dialog)
        if name:
            inside.type(name)
        inside.press("Return")

    return answer


def make_and_open(hands: Hands) -> Callable[[QDialog], None]:
    """Make the chapter with the choices as they are, and open it."""

    def answer(dialog: QDialog) -> None:
        inside = hands.at(dialog)
        inside.choose_button("Maken")
        inside.wait(lambda: inside.has_button("Openen"))
        inside.press("Return")

    return answer


def test_from_the_first_start_to_the_first_word_file_takes_at_most_twelve_actions(app: Program, hands: Hands) -> None:
    app.person.will(name_it(hands), make_and_open(hands))
    hands.press("Ctrl+N")
    hands.go_to("Integrale informatiepositie")
    hands.click(hands.texts()[0].viewport())
    hands.type(SENTENCE)
    hands.press("Ctrl+G")
    (made,) = app.person.opened
    assert any(SENTENCE in text for text in texts_of(made.read_bytes()))
    assert len(hands.done) <= MOST_ACTIONS, hands.done


def test_a_portfolio_is_entered_from_nothing_until_it_is_agreed(app: Program, hands: Hands) -> None:
    app.person.will(name_it(hands, "Ons verslag"))
    hands.menu("Bestand", "Nieuw dossier…")
    hands.go_to("Portefeuilles")
    hands.choose_button("Toevoegen", hands.part("2 Weerbare samenleving"))
    hands.type("Uitbuiting in de bouw")
    hands.go_to("Uitbuiting in de bouw")
    hands.choose_button("Rollen en planning")
    hands.click(hands.field("Opdrachtnemer"))
    hands.type("hoofd RIEC Limburg")
    for area in hands.texts()[:2]:
        hands.click(area.viewport())
        hands.type(SENTENCE)
    activities = hands.table("Activiteiten")
    hands.choose_button("Toevoegen", activities)
    hands.type("Training voor gemeenten")
    hands.press("Return")
    hands.pick(hands.field("Voortgang"), "akkoord")
    app.window.flush()
    dossier, report = app.bench.session.dossier, app.report
    assert dossier.many(Portfolio, [report.portfolio_id or ""])[0].name == "Uitbuiting in de bouw"
    assert (report.review, report.contractor) == (ReviewState.AGREED, "hoofd RIEC Limburg")
    assert [one.text for one in dossier.where(Answer, "report_id", report.id)] == [SENTENCE] * 2
    assert [one.title for one in dossier.where(Activity, "report_id", report.id)] == ["Training voor gemeenten"]
