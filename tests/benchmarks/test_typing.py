"""How long a person waits for a letter: from the key to the painted text, while the program works on behind it.

Keys arrive at the pace of a quick typist, with pauses in which the text is sent on, checked and shown in the preview.
A key that arrives while the program is busy waits, and that wait counts. In one test the whole year is checked again
and again all the time, as after a change that touches every text.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riec_desktop.checks.checker import Checker
from riec_desktop.language.remote import ChildSpeller
from riec_desktop.ui import slices
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.theme import apply_theme
from riec_desktop.ui.widgets.rich_editor import RichTextEditor
from riec_desktop.workspace.content import example_dossier
from tests.helpers.program import Person, Program, program
from tests.helpers.scaled import scaled

PACE, PAUSE = 0.07, 1.0
"""Seconds between two keys, and after each sentence."""
SENTENCE = "In de regio is een intergraal beeld van de signalen gemaakt, met een coordinator per gemeente. "
SENTENCES = 4
FRAME = 0.016
"""Seconds, as promised, for 95 % of the keys."""


@pytest.fixture(params=[1, 50])
def typist(request: pytest.FixtureRequest, tmp_path: Path, qapp: QApplication) -> Iterator[tuple[int, Program]]:
    """The program with a dossier of 8 or 400 portfolios."""
    apply_theme(qapp)
    with program(tmp_path, Person(), ChildSpeller) as running:
        dossier = scaled(example_dossier(), request.param, varied=True)
        assert running.window.desk.start(dossier, tmp_path / "groot.riec")
        running.show_portfolio("mensenhandel")
        yield request.param, running


def waits(editor: RichTextEditor) -> Iterator[float]:
    """Seconds from each key to the painted text."""
    due = time.perf_counter()
    for _ in range(SENTENCES):
        for letter in SENTENCE:
            due += PACE
            QTest.qWait(max(0, round((due - time.perf_counter()) * 1000)))
            begun = min(due, time.perf_counter())
            QTest.keyClicks(editor.area, letter)
            editor.area.viewport().repaint()
            yield time.perf_counter() - begun
            due = max(due, time.perf_counter())
        QTest.qWait(round(PAUSE * 1000))
        due = time.perf_counter()


def first_answer(running: Program) -> RichTextEditor:
    """The answer to the first question on the page, with the cursor in it."""
    page = running.bench.page
    assert isinstance(page, PortfolioPage)
    editor = page.questions.parts()[0].editor
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.qWait(500)
    return editor


def most_of(found: list[float], what: str) -> float:
    """What 95 % of the keys wait at most, told with the rest."""
    ordered = sorted(found)
    most = ordered[int(len(ordered) * 0.95)]
    told = f"median {statistics.median(ordered) * 1000:.1f} ms, 95 % {most * 1000:.1f} ms"
    sys.stdout.write(f"\n{what}: {told}, worst {ordered[-1] * 1000:.0f} ms, {len(ordered)} keys\n")
    return most


def test_a_letter_is_there_within_a_frame(typist: tuple[int, Program]) -> None:
    times, running = typist
    editor = first_answer(running)
    most = most_of(list(waits(editor)), f"typing, × {times}")
    assert editor.marks is not None
    assert "intergraal" in editor.marks.wrong()
    assert most <= FRAME


def checking(running: Program, rounds: list[int]) -> Iterator[None]:
    """Checks of the whole year that begin anew each time they are done, with nothing remembered."""
    while True:
        dossier, year = running.bench.session.dossier, running.bench.editing.year
        for found in Checker().steps(dossier, year.year or 0):
            rounds[-1] += len(found)
            yield
        rounds.append(0)


def waits_while_busy(editor: RichTextEditor) -> Iterator[float]:
    """As `waits`, in processor seconds: this thread always has work, so those are the clock of a computer at rest."""
    due = time.thread_time()
    for letter in SENTENCE * 2:
        due = max(due, time.thread_time()) + PACE
        while time.thread_time() < due:
            QApplication.processEvents()
        QTest.keyClicks(editor.area, letter)
        editor.area.viewport().repaint()
        yield time.thread_time() - due


def test_a_letter_is_there_within_a_frame_while_checks_run(
    typist: tuple[int, Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    times, running = typist
    editor, rounds = first_answer(running), [0]
    monkeypatch.setattr(slices, "monotonic", time.thread_time)
    checks = slices.Slices(running.bench.turns, running.bench.stage.guard)
    checks.begin(checking(running, rounds))
    most = most_of(list(waits_while_busy(editor)), f"typing while checks run, × {times}")
    assert checks.is_busy()
    checks.stop()
    sys.stdout.write(f"checked {len(rounds) - 1} times, {rounds[0]} findings\n")
    assert len(rounds) > 1
    assert most <= FRAME
