"""The end of the year: making it final with a reason for what stays, and beginning the next year."""

from PySide6.QtWidgets import QDialog

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.records import AcceptedFinding
from tests.helpers.hands import Hands
from tests.helpers.program import Program

REASON = "Dit nummer staat op de openbare website."


def test_what_may_stay_gets_a_reason_and_then_everything_is_made(app: Program, at_example: Hands) -> None:
    hands = at_example
    hands.go_to("Mensenhandel")
    hands.click(hands.texts()[0].viewport())
    hands.press("Ctrl+End")
    hands.type(" Bel 06-12345678.")

    def give_a_reason_and_make(dialog: QDialog) -> None:
        inside = hands.at(dialog)
        assert not inside.button("Maken").isEnabled()
        inside.tab("Vraagt een reden")
        inside.click(inside.field("Reden"))
        inside.type(REASON)
        inside.choose_button("Voor deze hele soort")
        inside.choose_button("Maken")
        inside.wait(lambda: inside.has_button("Map openen"))
        inside.choose_button("Map openen")
        inside.press("Escape")

    app.person.will(give_a_reason_and_make)
    hands.menu("Document", "Definitief maken…")
    assert [one.reason for one in app.bench.session.dossier.all(AcceptedFinding)] == [REASON]
    (folder,) = app.person.opened
    assert {one.suffix for one in folder.iterdir()} == {".docx", ".xlsx", ".json"}


def test_the_next_year_is_begun_leaf_by_leaf_and_taken_back_in_one_step(app: Program, at_example: Hands) -> None:
    hands, before = at_example, app.bench.session.dossier

    def agree(dialog: QDialog) -> None:
        inside = hands.at(dialog)
        for _ in range(5):
            inside.choose_button("Volgende")
        inside.choose_button("Verslagjaar 2024 beginnen")

    app.person.will(agree)
    hands.menu("Bestand", "Nieuw verslagjaar…")
    old = views.year_of(app.bench.session.dossier, 2023)
    assert old is not None
    assert (app.bench.editing.year.year, old.state) == (2024, YearState.CLOSED)
    hands.press("Ctrl+Z")
    assert app.bench.session.dossier == before
