"""How long the preview takes to follow: from a key in an answer to the painted section with the letter in it.

Processor time, from the key until everything that waits for the paint is done and the preview is painted: with nobody
else at work on the computer a person waits no longer. `pytest tests/benchmarks/test_preview.py
-o addopts="--import-mode=importlib" -s`.
"""

import statistics
import sys
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riec_desktop.dossier import views
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.theme import apply_theme
from riec_desktop.ui.widgets.rich_editor import RichTextEditor
from riec_desktop.workspace.content import example_dossier
from tests.helpers.program import Program, program
from tests.helpers.scaled import scaled

FOLLOWS = 0.05
"""Seconds, as promised: 95 % of the letters are in the preview within them."""
SENTENCE = "In de regio is een integraal beeld van de signalen gemaakt, met een coordinator per gemeente. "
HAND_OVER = 30
"""Letters after which a person pauses, so that the text is handed over and the next letter finds another dossier."""


@pytest.fixture(scope="module", params=[1, 50], ids=lambda times: f"x{times}")
def writing(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Iterator[tuple[int, Program]]:
    """The program with a dossier of 8 or 400 portfolios."""
    apply_theme(qapp)
    folder = tmp_path_factory.mktemp("voorbeeld")
    with program(folder) as running:
        dossier = scaled(example_dossier(), request.param, varied=True)
        assert running.window.desk.start(dossier, folder / "groot.riec")
        running.settle()
        yield request.param, running


def editor_of(running: Program, at: int) -> RichTextEditor:
    """The first answer of a portfolio, by its number in the chapter, with the cursor in it."""
    reports = views.reports(running.bench.session.dossier, running.bench.editing.year)
    running.bench.show_place(Place(PageId.PORTFOLIO, reports[at].id))
    running.settle()
    page = running.bench.page
    assert isinstance(page, PortfolioPage)
    editor = page.questions.parts()[0].editor
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    return editor


def follow(running: Program, editor: RichTextEditor, letter: str) -> float:
    """Processor seconds from a key to the painted preview."""
    began = time.thread_time()
    QTest.keyClicks(editor.area, letter)
    editor.area.viewport().repaint()
    running.bench.preview.settle()
    running.bench.side.preview.viewport().repaint()
    return time.thread_time() - began


def seconds(running: Program, editor: RichTextEditor) -> Iterator[float]:
    """What each letter of two sentences costs."""
    for count, letter in enumerate(SENTENCE * 2, start=1):
        yield follow(running, editor, letter)
        if count % HAND_OVER == 0:
            editor.flush()
            running.settle()


@pytest.mark.parametrize("at", [0, -1], ids=["first portfolio", "last portfolio"])
def test_the_preview_follows_a_letter(writing: tuple[int, Program], at: int) -> None:
    times, running = writing
    editor = editor_of(running, at)
    found = sorted(seconds(running, editor))
    most = found[int(len(found) * 0.95)]
    told = f"median {statistics.median(found) * 1000:.1f}, 95 % {most * 1000:.1f}, worst {found[-1] * 1000:.0f} ms"
    sys.stdout.write(f"\npreview, × {times}: {told}, {len(found)} letters\n")
    assert SENTENCE.strip() in running.bench.side.preview.toPlainText()
    assert most <= FOLLOWS
