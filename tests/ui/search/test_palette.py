"""Ctrl+K: a part of a name is enough to do an action, or to come to a record of any year."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from riec_desktop.dossier.records import Callout, PortfolioReport, StrategicGoal
from riec_desktop.ui.places import PageId
from riec_desktop.ui.search.entries import Entry, action_entries, best, place_entries, plain
from riec_desktop.ui.search.palette import NOTHING, Palette, entry_row
from tests.helpers.program import Program


def nothing() -> None:
    """What an entry of these tests does."""


def entry(name: str, what: str = "", aside: str = "") -> Entry:
    return Entry(name=name, what=what, aside=aside, run=nothing)


def choose(*keys: str | Qt.Key) -> Callable[[QDialog], None]:
    """Type these texts and press these keys, then Enter."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, Palette)
        for key in (*keys, Qt.Key.Key_Return):
            if isinstance(key, str):
                QTest.keyClicks(dialog.typed, key)
            else:
                QTest.keyClick(dialog.typed, key)

    return answer


def go(program: Program, *keys: str | Qt.Key) -> None:
    program.person.will(choose(*keys))
    program.window.actions_made.actions["palette"].trigger()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("mens", "Mensenhandel"),
        ("handel", "Handel in wapens"),
        ("wapens", "Handel in wapens"),
        ("regio overz", "Overzicht van de regio"),
        ("oekraine", "Oekraïne"),
        ("MENS 2021", "Mensenhandel in 2021"),
    ],
)
def test_the_best_fit_comes_first(typed: str, first: str) -> None:
    entries = [
        entry("Overzicht van de regio"),
        entry("Samenwerking mensenhandel"),
        entry("Mensenhandel"),
        entry("Mensenhandel in 2021", aside="2021"),
        entry("Handel in wapens"),
        entry("Oekraïne"),
    ]
    assert best(entries, typed)[0].name == first


def test_what_does_not_hold_every_word_is_left_out() -> None:
    assert best([entry("Mensenhandel", "Portefeuille")], "mensenhandel kadertekst") == ()
    assert len(best([entry("Mensenhandel", "Portefeuille")], "mensenhandel porte")) == 1


def test_without_words_everything_stands_in_its_own_order() -> None:
    entries = [entry("b"), entry("a"), entry("c")]
    assert [one.name for one in best(entries, " ", most=2)] == ["b", "a"]


def test_the_typed_word_is_marked_and_the_rest_read_out() -> None:
    row = entry_row(entry("Mensenhandel", "Portefeuille", "2023"), "HANDEL")
    assert (row.lead, row.marked[0].text, row.tail) == ("Mensen", "handel", "")
    assert row.spoken == "Mensenhandel, Portefeuille, 2023"
    assert entry_row(entry("Oekraïne"), "").line() == "Oekraïne"
    assert plain("Ĳzeren Oekraïne") == "ĳzeren oekraine"


def test_an_action_is_done(example: Program) -> None:
    go(example, "aandachtspunten")
    assert example.bench.shows_side(1)


def test_what_cannot_be_done_now_is_not_offered(example: Program) -> None:
    names = {one.name for one in action_entries(example.window.actions_made)}
    assert "Opslaan als…" in names
    assert not any(name.startswith("Ongedaan maken") for name in names)


def test_a_portfolio_of_another_year_is_gone_to(example: Program) -> None:
    go(example, "mensenhandel 2021 portefeuille")
    assert example.bench.editing.year.year == 2021
    assert example.bench.place.page is PageId.PORTFOLIO


def test_the_year_that_is_shown_comes_first(example: Program) -> None:
    go(example, "mensenhandel portefeuille")
    assert example.bench.editing.year.year == 2023
    assert example.bench.place.page is PageId.PORTFOLIO


def test_the_arrows_choose_while_typing(example: Program) -> None:
    go(example, "mensenhandel portefeuille", Qt.Key.Key_Down)
    assert example.bench.editing.year.year == 2022


def test_a_page_is_gone_to(example: Program) -> None:
    go(example, "vragenlijst")
    assert example.bench.place.page is PageId.QUESTIONNAIRE


def test_esc_changes_nothing(example: Program) -> None:
    place = example.bench.place
    example.person.will(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    example.window.actions_made.actions["palette"].trigger()
    assert example.bench.place == place


def test_nothing_with_this_name_says_where_else_to_look(example: Program) -> None:
    dialog = Palette(example.window, tuple(place_entries(example.bench)))
    dialog.show()
    QTest.keyClicks(dialog.typed, "staatnergens")
    assert dialog.nothing.text() == NOTHING
    assert not dialog.list.isVisible()
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.close()
    dialog.deleteLater()


def test_every_record_with_a_page_can_be_come_to(example: Program) -> None:
    dossier = example.bench.session.dossier
    entries = tuple(place_entries(example.bench))
    for kind in (PortfolioReport, StrategicGoal, Callout):
        assert sum(one.what.startswith(kind_word(kind)) for one in entries) == len(dossier.all(kind))
    for one in {one.what.split(" bij ")[0]: one for one in entries}.values():
        one.run()
        assert example.bench.place.page is not PageId.OVERVIEW or one.name == PageId.SETUP.value


def kind_word(kind: type[PortfolioReport | StrategicGoal | Callout]) -> str:
    return "Portefeuille" if kind is PortfolioReport else kind.label.capitalize()
