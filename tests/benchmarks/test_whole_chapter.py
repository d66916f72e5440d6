"""How long a key waits while a whole chapter comes in the preview: at first, and after an edit.

Processor time of each step with its paint: `pytest tests/benchmarks/test_whole_chapter.py
-o addopts="--import-mode=importlib" -s`.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from riec_desktop.dossier.changes import set_field
from riec_desktop.dossier.records import Activity
from riec_desktop.ui.paper import paper
from riec_desktop.ui.preview import whole_chapter
from riec_desktop.ui.theme import apply_theme
from riec_desktop.workspace.content import example_dossier
from tests.helpers.program import Program, program
from tests.helpers.scaled import scaled

STEP = 0.016
"""Seconds that a key may wait, for 95 % of the steps."""


@pytest.fixture(params=[1, 5, 10], ids=lambda times: f"x{times}")
def whole(request: pytest.FixtureRequest, tmp_path: Path, qapp: QApplication) -> Iterator[tuple[int, Program]]:
    """The program with the whole chapter of 8, 40 or 80 portfolios beside the overview."""
    apply_theme(qapp)
    with program(tmp_path) as running:
        dossier = scaled(example_dossier(), request.param, varied=True)
        assert running.window.desk.start(dossier, tmp_path / "groot.riec")
        running.settle()
        yield request.param, running


def steps(running: Program) -> list[float]:
    """What each step costs of a whole chapter that comes on screen, with its paint."""
    bench = running.bench
    preview, now = bench.side.preview, running.around.env.now()
    made = whole_chapter(bench.session.dossier, bench.editing.year, now, paper(bench.palette()))
    growing, found = preview.growing(made.pieces, made.palette, made.drawings), list[float]()
    began = time.thread_time()
    for _ in growing:
        preview.viewport().repaint()
        found.append(time.thread_time() - began)
        began = time.thread_time()
    return found


def test_a_whole_chapter_comes_between_keys(whole: tuple[int, Program]) -> None:
    times, running = whole
    preview = running.bench.side.preview
    preview.show_html("")
    first = steps(running)
    last = running.bench.session.dossier.all(Activity)[-1]
    running.bench.session.edit("naam", set_field(last, "title", "Een andere naam"))
    after = steps(running)
    for what, found in (("whole chapter", first), ("the same after an edit", after)):
        told = f"{len(found)} steps, {sum(found) * 1000:.0f} ms, longest {max(found) * 1000:.1f} ms"
        sys.stdout.write(f"\n{what}, × {times}: {told}\n")
    assert max(sorted(first)[: len(first) * 95 // 100]) <= STEP
    assert len(after) < 10
