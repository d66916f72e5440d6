"""Cards, messages, and lists to choose from."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from riec_desktop.ui.theme import Tone, colours, palette
from riec_desktop.ui.widgets.card import Card
from riec_desktop.ui.widgets.check_list import CheckList, MultiSelect
from riec_desktop.ui.widgets.ink_label import InkLabel
from riec_desktop.ui.widgets.notes import FindingLabel
from riec_desktop.ui.widgets.search_combo import CalmCombo, SearchCombo

Key = Qt.Key
MANY = {str(number): f"Organisatie {number}" for number in range(12)}


@pytest.mark.parametrize(
    ("key", "opened"), [(Key.Key_Left, False), (Key.Key_Right, True), (Key.Key_Return, False), (Key.Key_Space, False)]
)
def test_a_card_is_folded_with_the_keyboard(qtbot: QtBot, key: Qt.Key, opened: bool) -> None:
    card = Card("Rollen", collapsible=True)
    qtbot.addWidget(card)
    card.show()
    QTest.keyClick(card.heading, key)
    assert card.is_opened() is opened
    assert card.heading.accessibleDescription() == ("uitgeklapt" if opened else "ingeklapt")


def test_a_card_holds_what_is_put_in_it_and_can_begin_folded(qtbot: QtBot) -> None:
    card = Card("Rollen", "Wie doet wat", collapsible=True, opened=False)
    qtbot.addWidget(card)
    inside, action = QLabel("inhoud"), QPushButton("Wijzigen")
    card.add(inside)
    card.add_action(action)
    card.show()
    assert not inside.isVisible()
    assert action.isVisible()
    card.set_opened(True)
    assert inside.isVisible()


def test_a_card_without_folding_is_always_open(qtbot: QtBot) -> None:
    card = Card("Rollen")
    qtbot.addWidget(card)
    card.set_opened(False)
    assert card.is_opened()


def test_a_card_takes_another_title_and_subtitle(qtbot: QtBot) -> None:
    card = Card("Oud")
    qtbot.addWidget(card)
    card.show()
    card.set_title("Nieuw & anders")
    card.set_subtitle("Uitleg")
    assert card.accessibleName() == "Nieuw & anders"
    assert any(label.text() == "Uitleg" and label.isVisible() for label in card.findChildren(QLabel))


def test_a_finding_names_its_severity_in_words(qtbot: QtBot) -> None:
    label = FindingLabel("Vul de vraag in.", Tone.ERROR, "fout")
    qtbot.addWidget(label)
    assert label.text() == "Fout: Vul de vraag in."
    label.show_finding("Noem het jaar.", Tone.INFO, "tip")
    assert label.accessibleName() == "Tip: Noem het jaar."


def test_the_wheel_changes_no_choice(qtbot: QtBot) -> None:
    combo = CalmCombo()
    qtbot.addWidget(combo)
    combo.addItems(["een", "twee"])
    combo.show()
    place, step = QPointF(5, 5), QPoint(0, -120)
    button, held, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(combo, QWheelEvent(place, place, QPoint(), step, button, held, phase, False))
    assert combo.currentText() == "een"


def test_a_choice_stays_when_the_options_change(qtbot: QtBot) -> None:
    combo = SearchCombo()
    qtbot.addWidget(combo)
    told: list[object] = []
    combo.chosen.connect(told.append)
    combo.set_options({"a": "Aap", "b": "Beer"})
    combo.set_current("b")
    combo.set_options({"b": "Beertje", "c": "Cavia"})
    assert combo.currentText() == "Beertje"
    combo.set_options({"c": "Cavia"}, optional=False)
    assert (combo.currentText(), told) == ("", [])


def test_a_long_list_is_searched_and_checked_without_leaving_the_search_line(qtbot: QtBot) -> None:
    checks = CheckList()
    qtbot.addWidget(checks)
    checks.set_options(MANY, ("3",))
    checks.show()
    QTest.keyClicks(checks.search, "1")
    assert [checks.items.item(row).text() for row in range(12) if not checks.items.item(row).isHidden()] == [
        "Organisatie 1",
        "Organisatie 10",
        "Organisatie 11",
    ]
    QTest.keyClick(checks.search, Key.Key_Down)
    QTest.keyClick(checks.search, Key.Key_Return)
    assert checks.chosen() == ("3", "10")


def test_a_short_list_has_no_search_line(qtbot: QtBot) -> None:
    checks = CheckList()
    qtbot.addWidget(checks)
    checks.set_options({"a": "Aap"}, ())
    assert checks.search.isHidden()


def test_many_names_take_more_lines(qtbot: QtBot) -> None:
    select = MultiSelect()
    qtbot.addWidget(select)
    select.set_options(MANY, ("1",))
    low = select.heightForWidth(300)
    select.set_options(MANY, tuple(MANY))
    assert select.heightForWidth(300) > low
    select.set_options(MANY, ())
    assert select.text() == "(geen)"


def test_text_keeps_its_meaning_in_its_colour_when_the_theme_changes(qtbot: QtBot, dressed: QApplication) -> None:
    quiet, warning = InkLabel("uitleg"), InkLabel("Let op.", tone=Tone.WARNING)
    for label in (quiet, warning):
        qtbot.addWidget(label)
        label.show()
    for dark in (True, False):
        dressed.setPalette(palette(dark=dark))
        found = colours(palette(dark=dark))
        wanted = [found.muted, found.tones[Tone.WARNING].text]
        qtbot.waitUntil(lambda wanted=wanted: [_colour(quiet), _colour(warning)] == wanted)
    quiet.set_tone(Tone.ERROR)
    assert _colour(quiet) == colours(palette(dark=False)).tones[Tone.ERROR].text


def _colour(label: InkLabel) -> QColor:
    return label.palette().windowText().color()


def test_a_name_that_does_not_fit_is_shown_from_its_beginning(qtbot: QtBot) -> None:
    combo = SearchCombo()
    qtbot.addWidget(combo)
    combo.resize(120, combo.sizeHint().height())
    combo.show()
    combo.set_options({"1": "Strategische agenda RIEC-LIEC 2021-2023"})
    combo.set_current("1")
    combo.grab()
    line = combo.lineEdit()
    assert line is not None
    assert line.cursorPositionAt(QPoint(line.width() // 2, line.height() // 2)) < len(combo.currentText()) // 2
