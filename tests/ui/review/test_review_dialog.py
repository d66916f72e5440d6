"""The review dialog: what came in is looked at, chosen and taken in; what is left is not lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTreeWidgetItem

from riec_desktop.dossier.changes import AddRecord
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.records import Activity, Answer
from riec_desktop.ui.review.choice import Decision, Key
from riec_desktop.ui.review.dialog import ReviewDialog
from riec_desktop.ui.review.tree import ABOUT_FILE
from riec_desktop.workspace.review import Destination, Incoming, Proposal, Standing
from tests.helpers.incoming import answers_of, incoming_of
from tests.helpers.program import Program


@pytest.fixture
def dossier(example: Program) -> Dossier:
    return example.bench.session.dossier


@pytest.fixture
def dialog(example: Program, dossier: Dossier) -> ReviewDialog:
    made = ReviewDialog(example.window, (incoming_of(dossier),))
    made.open()
    return made


def key_of(dialog: ReviewDialog, standing: Standing) -> Key:
    return next(dialog.tree.keys_of((standing,)))


def press(dialog: ReviewDialog, text: str) -> None:
    button = next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def after(dialog: ReviewDialog, dossier: Dossier) -> Dossier:
    return applied(dossier, dialog.decisions.changes(dossier))


def test_only_what_is_sure_is_chosen_at_first(dialog: ReviewDialog, dossier: Dossier) -> None:
    assert dialog.take.text() == "2 overnemen"
    first, second, third, *_ = answers_of(after(dialog, dossier), "mensenhandel")
    before = answers_of(dossier, "mensenhandel")
    assert first.text == f"{before[0].text} En nog een zin."
    assert (second, third) == (before[1], before[2])
    assert after(dialog, dossier).get(Activity, "activiteit-nieuw") is not None


def test_space_ticks_a_line_and_the_choice_beside_it_follows(dialog: ReviewDialog, dossier: Dossier) -> None:
    dialog.tree.choose(key_of(dialog, Standing.CONFLICT))
    assert dialog.radios[Decision.LEAVE].isChecked()
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert dialog.radios[Decision.TAKE].isChecked()
    assert answers_of(after(dialog, dossier), "mensenhandel")[1].text == "Hun alinea."


def test_two_texts_can_be_taken_in_as_one(dialog: ReviewDialog, dossier: Dossier) -> None:
    dialog.tree.choose(key_of(dialog, Standing.CONFLICT))
    assert dialog.radios[Decision.MERGE].isVisible()
    dialog.radios[Decision.MERGE].click()
    mine = answers_of(dossier, "mensenhandel")[1].text
    assert answers_of(after(dialog, dossier), "mensenhandel")[1].text == f"{mine}\n\nHun alinea."


def test_merging_is_offered_only_where_it_is_possible(dialog: ReviewDialog) -> None:
    dialog.tree.choose(key_of(dialog, Standing.NEW))
    assert not dialog.radios[Decision.MERGE].isVisible()


def test_what_was_not_recognised_can_only_be_left(dialog: ReviewDialog) -> None:
    key = key_of(dialog, Standing.UNKNOWN)
    dialog.tree.choose(key)
    assert not dialog.radios[Decision.TAKE].isEnabled()
    press(dialog, "Alles aanvinken")
    assert dialog.decisions.made[key] is Decision.LEAVE
    assert dialog.take.text() == "4 overnemen"


def test_nothing_can_be_taken_in(dialog: ReviewDialog, dossier: Dossier) -> None:
    press(dialog, "Niets aanvinken")
    assert dialog.take.text() == "Niets overnemen"
    assert dialog.decisions.changes(dossier) == ()
    press(dialog, "Alleen wat zeker is")
    assert dialog.take.text() == "2 overnemen"


def test_what_is_left_is_what_waits(dialog: ReviewDialog) -> None:
    (rest,) = dialog.decisions.rest()
    assert [one.standing.value for one in rest.proposals] == ["botsing", "gewijzigd", "ontbreekt", "niet herkend"]
    assert dialog.keeps_rest()


def test_the_words_that_differ_are_marked_and_markup_is_text(dialog: ReviewDialog) -> None:
    html = dialog.text.toHtml()
    assert "En" in html
    assert "underline" in html
    dialog.tree.choose(key_of(dialog, Standing.NEW))
    assert "Themadag in <Maastricht> & omstreken" in dialog.text.toPlainText()


def test_a_doubt_is_said_in_words(dialog: ReviewDialog) -> None:
    dialog.tree.choose(next(key for key in dialog.tree.keys_of() if key[1].startswith(third_id(dialog))))
    assert "Let op: Is 1.234 hier 1234 of 1,234?" in dialog.text.toPlainText()
    item = dialog.tree.currentItem()
    assert item is not None
    assert item.text(1) == "gewijzigd, twijfel"


def third_id(dialog: ReviewDialog) -> str:
    found = dialog.decisions.incoming[0].proposals[2]
    assert found.kind is Answer
    return found.record_id


def test_several_files_are_told_apart(example: Program, dossier: Dossier) -> None:
    one = incoming_of(dossier)
    dialog = ReviewDialog(example.window, (one, one))
    groups = [dialog.tree.topLevelItem(at) for at in range(dialog.tree.topLevelItemCount())]
    assert [group.text(0) for group in groups if group] == ["Formulier van RIEC Limburg (aanlevering limburg.xlsx)"] * 2
    assert dialog.take.text() == "4 overnemen"
    dialog.deleteLater()


def test_what_has_no_place_goes_where_a_person_sends_it(example: Program, dossier: Dossier) -> None:
    added = AddRecord(Activity(id="dakloos", report_id=answers_of(dossier, "mensenhandel")[0].report_id, title="Les"))
    unknown = next(one for one in incoming_of(dossier).proposals if one.standing is Standing.UNKNOWN)
    homeless = replace(unknown, destinations=(Destination(name="mensenhandel", changes=(added,)),))
    dialog = ReviewDialog(example.window, (replace(incoming_of(dossier), proposals=(homeless,)),))
    dialog.open()
    assert dialog.destination.isVisible()
    assert dialog.destination.currentIndex() == -1
    dialog.destination.activated.emit(0)
    assert dialog.destination.currentText() == "mensenhandel"
    assert dialog.take.text() == "1 overnemen"
    assert [line.text(1) for line in seen(dialog)][-1] == "nieuw"
    assert after(dialog, dossier).get(Activity, "dakloos") is not None
    dialog.deleteLater()


def test_places_are_asked_only_where_there_is_none(dialog: ReviewDialog) -> None:
    dialog.tree.choose(key_of(dialog, Standing.CHANGED))
    assert not dialog.destination.isVisible()


def other_forms(dossier: Dossier) -> tuple[Incoming, Incoming]:
    """Two files that say something else about one answer."""
    first = incoming_of(dossier)
    proposals = tuple(replace(one, theirs=f"{one.theirs} Anders.") for one in first.proposals[:1])
    return first, replace(first, id="formulier-2", title="Formulier van RIEC Goor", proposals=proposals)


def test_of_two_files_that_disagree_one_is_chosen(example: Program, dossier: Dossier) -> None:
    dialog = ReviewDialog(example.window, other_forms(dossier))
    mine, theirs = ((at, dialog.decisions.incoming[0].proposals[0].id) for at in (0, 1))
    dialog.decisions.decide((theirs,), Decision.TAKE)
    assert dialog.decisions.made[mine] is Decision.LEAVE
    dialog.decisions.decide((mine,), Decision.TAKE)
    assert dialog.decisions.made[theirs] is Decision.LEAVE
    press(dialog, "Niets aanvinken")
    press(dialog, "Alles aanvinken")
    assert {dialog.decisions.made[mine], dialog.decisions.made[theirs]} == {Decision.LEAVE}
    dialog.deleteLater()


def test_what_is_said_of_a_file_stands_above_its_proposals(dialog: ReviewDialog) -> None:
    about = dialog.tree.topLevelItem(0)
    assert about is not None
    assert about.text(0) == ABOUT_FILE
    note = about.child(0)
    assert note is not None
    dialog.tree.setCurrentItem(note)
    assert "Het blad ‘Kladblok’ hoort niet bij het formulier" in dialog.text.toPlainText()
    assert not any(radio.isEnabled() for radio in dialog.radios.values())


def test_what_is_sure_can_be_hidden(dialog: ReviewDialog) -> None:
    dialog.doubtful.setChecked(True)
    assert {line.text(1) for line in seen(dialog)} == {
        "let op",
        "botsing",
        "gewijzigd, twijfel",
        "ontbreekt",
        "niet herkend",
    }
    dialog.doubtful.setChecked(False)
    assert "nieuw" in {line.text(1) for line in seen(dialog)}


def seen(dialog: ReviewDialog) -> list[QTreeWidgetItem]:
    """The lines that are not hidden and say what kind they are."""
    items = [dialog.tree.topLevelItem(at) for at in range(dialog.tree.topLevelItemCount())]
    shown = [one for one in items if one and not one.isHidden()]
    inside = [one.child(at) for one in shown for at in range(one.childCount())]
    return [one for one in inside if one and one.text(1) and not one.isHidden()]


def test_a_record_that_did_not_come_back_is_not_called_empty(example: Program, dossier: Dossier) -> None:
    gone = Proposal(id="weg", standing=Standing.MISSING, place="Mensenhandel", label="regel", mine="titel: Themadag")
    dialog = ReviewDialog(example.window, (replace(incoming_of(dossier), notes=(), proposals=(gone,)),))
    assert "regel: (staat er niet meer in)" in [line.text(0) for line in seen(dialog)]
    assert "(staat er niet meer in)" in dialog.text.toPlainText()
    dialog.deleteLater()


def test_a_heading_tells_how_much_is_under_it_and_how_much_of_it_is_taken_in(dialog: ReviewDialog) -> None:
    item = dialog.tree.currentItem()
    heading = item.parent() if item is not None else None
    assert heading is not None
    dialog.tree.setCurrentItem(heading)
    assert "4 voorstellen." in dialog.text.toPlainText()
    assert "Hiervan neemt u er 1 over." in dialog.text.toPlainText()
    press(dialog, "Niets aanvinken")
    assert "Hiervan neemt u niets over." in dialog.text.toPlainText()
