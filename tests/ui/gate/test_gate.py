"""'Definitief maken' on screen: what is in the way, reasons, going to mend it, and all files or none."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from riec_desktop.chapter.blocks import State
from riec_desktop.checks.findings import Finding
from riec_desktop.dossier.records import AcceptedFinding, Answer
from riec_desktop.ui.gate.choices import GateChoices
from riec_desktop.ui.gate.sheets import ACCEPTED, ADVICE, ASKED, BLOCKING
from riec_desktop.ui.generate.dialog import DONE, GenerateDialog
from riec_desktop.ui.generate.word import WordChoices
from tests.helpers.program import Program

REASON = "Dit nummer staat op de openbare website."


def add_text(app: Program, text: str) -> Answer:
    answer = app.bench.session.dossier.all(Answer)[-1]
    app.bench.editing.set(answer, "text", f"{answer.text}\n\n{text}")
    return answer


@pytest.fixture
def telling(example: Program) -> Program:
    """The example with a telephone number and a name in it."""
    add_text(example, "Bel 06-12345678 of vraag de heer Jansen. Nog eens: 06-87654321.")
    return example


@pytest.fixture
def choices(telling: Program) -> Iterator[GateChoices]:
    made = GateChoices(telling.bench.editing, telling.around, telling.bench.place_title)
    yield made
    made.deleteLater()


def test_what_is_in_the_way_is_counted_and_shown(choices: GateChoices) -> None:
    assert choices.problem() == "Dit kan nog niet. Nog te doen: 3 punten die een reden vragen."
    assert choices.sheets.currentIndex() == ASKED
    assert [choices.sheets.tabText(at) for at in (BLOCKING, ASKED)] == [
        "&Houdt het tegen (0)",
        "Vraagt een &reden (3)",
    ]


def test_a_reason_for_a_whole_kind_clears_it_in_one_step(telling: Program, choices: GateChoices) -> None:
    choices.sheets.lists[ASKED].rows.setCurrentRow(1)
    choices.sheets.reason.text.setText(REASON)
    choices.sheets.reason.all.click()
    assert {one.reason for one in telling.bench.session.dossier.all(AcceptedFinding)} == {REASON}
    assert len(telling.bench.session.dossier.all(AcceptedFinding)) == 2
    assert len(choices.gate.asked) == 1
    telling.bench.session.undo()
    assert not telling.bench.session.dossier.all(AcceptedFinding)


def test_a_reason_for_one_point_leaves_the_others(choices: GateChoices) -> None:
    choices.sheets.lists[ASKED].rows.setCurrentRow(1)
    choices.sheets.reason.text.setText(REASON)
    choices.sheets.reason.one.click()
    assert (len(choices.gate.asked), len(choices.gate.accepted)) == (2, 1)


def test_the_cursor_is_on_a_point_and_a_kind_as_a_whole_is_no_point(choices: GateChoices) -> None:
    rows, reason = choices.sheets.lists[ASKED].rows, choices.sheets.reason
    assert isinstance(rows.current(), Finding)
    reason.text.setText(REASON)
    assert reason.one.isEnabled()
    rows.setCurrentRow(0)
    assert (reason.one.isEnabled(), reason.all.isEnabled()) == (False, True)


def test_without_a_reason_there_is_nothing_to_give(choices: GateChoices) -> None:
    assert not choices.sheets.reason.one.isEnabled()
    choices.sheets.reason.text.setText("  x ")
    assert not choices.sheets.reason.all.isEnabled()


def test_a_reason_can_be_taken_back(telling: Program, choices: GateChoices) -> None:
    choices.sheets.lists[ASKED].rows.setCurrentRow(1)
    choices.sheets.reason.text.setText(REASON)
    choices.sheets.reason.one.click()
    choices.sheets.lists[ACCEPTED].rows.setCurrentRow(1)
    choices.sheets.take_back.click()
    assert not telling.bench.session.dossier.all(AcceptedFinding)
    assert len(choices.gate.asked) == 3


def test_what_may_stay_is_told_with_its_reason_and_without_what_to_do(choices: GateChoices) -> None:
    choices.sheets.lists[ASKED].rows.setCurrentRow(1)
    asked = choices.sheets.lists[ASKED].rows.item(1).text()
    choices.sheets.reason.text.setText(REASON)
    choices.sheets.reason.one.click()
    told = choices.sheets.lists[ACCEPTED].rows.item(1).text()
    assert told == f"{asked} Reden: {REASON}"
    assert "Haal dit weg" not in told


def test_nothing_that_was_found_comes_into_the_log(
    telling: Program, choices: GateChoices, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("DEBUG"):
        choices.sheets.lists[ASKED].rows.setCurrentRow(1)
        choices.sheets.reason.text.setText(REASON)
        choices.sheets.reason.all.click()
        telling.settle()
        assert telling.window.desk.save()
    logs = [one.read_text(encoding="utf-8") for one in telling.around.env.data_folder.rglob("*.log*")]
    for found in ("12345678", "Jansen", "87654321"):
        assert not [one for one in (caplog.text, *logs) if found in one]


def test_what_must_be_mended_is_gone_to(choices: GateChoices) -> None:
    wanted = choices.gate.asked[0]
    with_signal: list[object] = []
    choices.finding_chosen.connect(with_signal.append)
    choices.sheets.lists[ASKED].rows.setCurrentRow(1)
    choices.sheets.lists[ASKED].rows.itemActivated.emit(choices.sheets.lists[ASKED].rows.currentItem())
    assert with_signal == [wanted]


def test_who_did_not_agree_yet_is_told_and_a_click_goes_there(choices: GateChoices) -> None:
    assert choices.to_agree.text().startswith("Twee portefeuilles zijn nog niet akkoord: jonge aanwas en ")
    advice = choices.sheets.lists[ADVICE].rows
    wanted: list[Finding] = []
    choices.finding_chosen.connect(wanted.append)
    advice.itemClicked.emit(advice.item(1))
    assert [(one.code, one.field) for one in wanted] == [("report.not_agreed", "review")]


def test_all_files_come_into_one_folder(example: Program, qtbot: QtBot) -> None:
    choices = GateChoices(example.bench.editing, example.around, example.bench.place_title)
    assert choices.problem() == ""
    dialog = GenerateDialog(example.window, "Definitief maken", choices, example.around)
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.is_working() and dialog.steps.currentIndex() == DONE, timeout=60_000)
    made = dialog.made()
    assert made is not None
    assert {one.suffix for one in made.path.parent.iterdir()} == {".docx", ".xlsx", ".json"}
    assert made.inspection is not None
    assert not made.inspection.has_errors
    dialog.finish()
    dialog.deleteLater()


def test_the_word_dialog_leads_to_the_gate(telling: Program) -> None:
    word = WordChoices(telling.bench.editing, telling.around)
    word.choose_state(State.FINAL)
    assert "3 punten die een reden vragen" in word.problem()
    assert not word.final_asked
    word.ask_final()
    assert word.final_asked
    word.deleteLater()


def test_the_action_opens_the_dialog_and_goes_where_the_person_wants(telling: Program) -> None:
    def go_to_the_first(dialog: object) -> None:
        assert isinstance(dialog, GenerateDialog)
        assert isinstance(dialog.choices, GateChoices)
        dialog.choices.finding_chosen.emit(dialog.choices.gate.asked[0])

    telling.person.will(go_to_the_first)
    telling.window.actions_made.actions["final"].trigger()
    assert telling.bench.place.record_id == telling.bench.session.dossier.all(Answer)[-1].report_id
