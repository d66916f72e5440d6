"""Merging in the window: picked or dropped, looked at, taken in as one step; and handing out a part."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from riec_desktop.dossier import edits
from riec_desktop.dossier.changes import Source
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Portfolio
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.ui.merging.desk import OWN_FILE
from riec_desktop.ui.merging.part_dialog import PartDialog
from riec_desktop.ui.review.choice import Decision
from riec_desktop.ui.review.dialog import ReviewDialog
from riec_desktop.workspace.parts import PartWords
from riec_desktop.workspace.review import Standing
from riec_desktop.workspace.session import open_session
from tests.helpers.incoming import answers_of, report_of
from tests.helpers.program import Program, click
from tests.helpers.surroundings import environment
from tests.ui.review.test_incoming import drop

REPLY = "Dit schreef bert in zijn eigen kopie."


def open_copy(program: Program, name: str = "van bert.riec") -> Path:
    """A copy of the open dossier, as it is in its file."""
    assert program.window.desk.save()
    path = program.around.documents / name
    own = program.bench.session.path
    assert own is not None
    shutil.copy(own, path)
    return path


def worked_on(path: Path, text: str = REPLY, client: str = "de staf") -> Path:
    """The file after bert wrote an answer and named a client."""
    session = open_session(environment(path.parent / "bert", author="bert"), path)
    answer, report = answers_of(session.dossier, "mensenhandel")[0], report_of(session.dossier, "mensenhandel")
    session.edit("antwoord", edits.set_value(session.dossier, answer, "text", text))
    session.edit("opdrachtgever", edits.set_value(session.dossier, report, "client", client))
    session.save()
    session.close()
    return path


def dossier_of(program: Program) -> Dossier:
    return program.bench.session.dossier


def write(program: Program, text: str) -> None:
    answer = answers_of(dossier_of(program), "mensenhandel")[0]
    program.bench.editing.do("antwoord", edits.set_value(dossier_of(program), answer, "text", text))


def review(*acts: Callable[[ReviewDialog], object]) -> Callable[[QDialog], None]:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, ReviewDialog)
        for act in acts:
            act(dialog)

    return answer


def take(dialog: ReviewDialog) -> None:
    dialog.take.click()


@pytest.fixture
def bert(example: Program) -> Path:
    return worked_on(open_copy(example))


def merge(program: Program, path: Path) -> None:
    program.person.will_pick(path)
    program.window.actions_made.actions["merge_dossier"].trigger()
    program.settle()


def test_a_dossier_of_a_colleague_is_in_after_one_yes_and_out_after_undo(example: Program, bert: Path) -> None:
    example.person.will(review(take))
    before, bytes_before = dossier_of(example), bert.read_bytes()
    merge(example, bert)
    assert answers_of(dossier_of(example), "mensenhandel")[0].text == REPLY
    assert example.bench.session.history[-1].source is Source.MERGE
    assert bert.read_bytes() == bytes_before
    example.window.undo()
    assert dossier_of(example) == before


def test_where_both_wrote_the_person_chooses_and_what_is_left_waits(example: Program, bert: Path) -> None:
    write(example, "Dit schreef anja.")

    def looked_at(dialog: ReviewDialog) -> None:
        key = next(dialog.tree.keys_of((Standing.CONFLICT,)))
        dialog.tree.choose(key)
        assert REPLY in dialog.text.toPlainText()
        assert dialog.decisions.made[key] is Decision.LEAVE

    example.person.will(review(looked_at, take))
    merge(example, bert)
    assert answers_of(dossier_of(example), "mensenhandel")[0].text == "Dit schreef anja."
    assert report_of(dossier_of(example), "mensenhandel").client == "de staf"

    def choose_it(dialog: ReviewDialog) -> None:
        (key,) = dialog.tree.keys_of()
        dialog.decisions.decide((key,), Decision.TAKE)

    example.person.will(review(choose_it, take))
    example.window.actions_made.actions["waiting"].trigger()
    assert answers_of(dossier_of(example), "mensenhandel")[0].text == REPLY


def test_both_sides_of_one_text_are_taken_together_without_asking(example: Program) -> None:
    old = answers_of(dossier_of(example), "mensenhandel")[0].text
    path = worked_on(open_copy(example), f"{old}\n\nEn dit schreef bert.")
    write(example, f"Dit schreef anja.\n\n{old}")

    def together(dialog: ReviewDialog) -> None:
        assert Decision.MERGE in dialog.decisions.made.values()
        dialog.tree.refresh()

    example.person.will(review(together, take))
    merge(example, path)
    assert answers_of(dossier_of(example), "mensenhandel")[0].text == (
        f"Dit schreef anja.\n\n{old}\n\nEn dit schreef bert."
    )


def test_saying_no_changes_nothing(example: Program, bert: Path) -> None:
    before = example.bench.session.history
    example.person.will(review(lambda dialog: dialog.reject()))
    merge(example, bert)
    assert example.bench.session.history == before


def test_what_holds_nothing_new_is_told(example: Program) -> None:
    path = open_copy(example)
    example.person.will(click("Sluiten"))
    merge(example, path)
    assert "niets dat u nog niet hebt" in example.person.said[-1]


def test_the_own_file_is_not_merged_with_itself(example: Program) -> None:
    assert example.window.desk.save()
    own = example.bench.session.path
    assert own is not None
    example.person.will(click("Sluiten"))
    merge(example, own)
    assert example.person.said == [OWN_FILE.format(file=own.name)]


def test_a_file_that_is_no_dossier_is_told(example: Program, tmp_path: Path) -> None:
    path = tmp_path / "kapot.riec"
    path.write_bytes(b"dit is geen dossier" * 100)
    example.person.will(click("Sluiten"))
    merge(example, path)
    assert "kapot.riec" in example.person.said[-1]


def test_a_dossier_that_is_dropped_on_an_open_one_can_be_merged(example: Program, bert: Path) -> None:
    example.person.will(click("Samenvoegen"), review(take))
    drop(example, bert)
    example.settle()
    assert answers_of(dossier_of(example), "mensenhandel")[0].text == REPLY


def test_or_be_opened_or_left(example: Program, bert: Path) -> None:
    example.person.will(click("Annuleren"))
    drop(example, bert)
    assert example.bench.session.path != bert
    example.person.will(click("Openen"))
    drop(example, bert)
    assert example.bench.session.path == bert


def test_several_that_are_dropped_are_merged_one_after_another(example: Program, bert: Path) -> None:
    carla = worked_on(open_copy(example, "van carla.riec"), "Dit schreef carla.", client="")
    example.person.will(click("Samenvoegen"), review(take), review(take))
    drop(example, bert, carla)
    example.settle()
    example.settle()
    assert "deze 2 dossiers" in example.person.said[-1]
    merges = [one for one in example.bench.session.history if one.source is Source.MERGE]
    assert len(merges) == 2
    assert answers_of(dossier_of(example), "mensenhandel")[0].text == REPLY


# --- The file underneath ---------------------------------------------------------------------------------------------


def test_a_clash_with_what_was_saved_meanwhile_goes_through_the_same_dialog(example: Program) -> None:
    assert example.window.desk.save()
    own = example.bench.session.path
    assert own is not None
    write(example, "Dit schreef anja.")
    worked_on(own)
    example.person.will(click("Samenvoegen"), review(lambda dialog: dialog.decisions.take_all(), take))
    example.window.save()
    kept = read_dossier(own).dossier
    assert answers_of(kept, "mensenhandel")[0].text == REPLY
    assert report_of(kept, "mensenhandel").client == "de staf"
    assert not example.bench.session.dirty


def test_who_stops_there_keeps_both_versions(example: Program) -> None:
    assert example.window.desk.save()
    own = example.bench.session.path
    assert own is not None
    write(example, "Dit schreef anja.")
    worked_on(own)
    example.person.will(click("Samenvoegen"), review(lambda dialog: dialog.reject()))
    example.window.save()
    assert answers_of(read_dossier(own).dossier, "mensenhandel")[0].text == REPLY
    assert answers_of(dossier_of(example), "mensenhandel")[0].text == "Dit schreef anja."


# --- A part ----------------------------------------------------------------------------------------------------------


def portfolio_id(program: Program, name: str) -> str:
    return next(one.id for one in dossier_of(program).all(Portfolio) if one.name == name)


def test_a_part_holds_the_chosen_portfolio_and_comes_back(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    path = example.around.documents / "deel.riec"

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, PartDialog)
        assert dialog.chosen() == (portfolio_id(example, "mensenhandel"),)
        assert dialog.along.text().startswith("Mee gaan")
        assert "de geschiedenis" in dialog.behind.text()
        dialog.list.choose(())
        assert not dialog.accept_button.isEnabled()
        dialog.list.choose((portfolio_id(example, "mensenhandel"),))
        dialog.accept_button.click()

    example.person.will_pick(path.with_suffix(""))
    example.person.will(choose, click("Sluiten"))
    example.window.actions_made.actions["share_part"].trigger()
    assert "deel.riec" in example.person.said[-1]
    assert example.bench.session.dirty
    before = dossier_of(example)
    worked_on(path)
    example.person.will(review(take))
    merge(example, path)
    assert answers_of(dossier_of(example), "mensenhandel")[0].text == REPLY
    assert {*before.rows(Portfolio)} == {*dossier_of(example).rows(Portfolio)}


def test_no_portfolio_or_no_place_makes_nothing(example: Program) -> None:
    example.person.will(lambda dialog: dialog.reject())
    example.window.actions_made.actions["share_part"].trigger()
    example.show_portfolio("mensenhandel")
    example.person.will_pick(None)
    example.person.will(lambda dialog: dialog.accept())
    example.window.actions_made.actions["share_part"].trigger()
    assert example.bench.session.history == ()


def test_what_is_ticked_for_a_part_stays_in_sight(example: Program, qtbot: QtBot) -> None:
    names = {str(at): f"portefeuille {at}" for at in range(8)}
    words = PartWords(along="Mee gaan 12 antwoorden, " * 5, behind="Niet mee gaan de andere, " * 5)
    dialog = PartDialog(example.window, names, (), lambda _: words)
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.list.height()
    dialog.list.choose(("7",))
    dialog.list.changed.emit()
    QApplication.processEvents()
    assert dialog.along.text().startswith("Mee gaan")
    assert dialog.list.height() == before


def test_a_part_never_takes_the_place_of_the_dossier(example: Program) -> None:
    assert example.window.desk.save()
    own = example.bench.session.path
    example.show_portfolio("mensenhandel")
    example.person.will_pick(own)
    example.person.will(lambda dialog: dialog.accept(), click("Sluiten"))
    example.window.actions_made.actions["share_part"].trigger()
    assert "andere naam" in example.person.said[-1]
