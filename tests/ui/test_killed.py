"""The window is killed while somebody works in it: at the next start everything that was handed over is there."""

import os
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from riec_desktop.dossier import views
from riec_desktop.dossier.records import Activity, Answer
from riec_desktop.storage.dossier_file import open_dossier
from tests.helpers.program import program

ROOT = Path(__file__).parent.parent.parent
NAME = "mensenhandel"


@contextmanager
def typist(file: Path, data: Path) -> Generator["subprocess.Popen[str]"]:
    """The real program in a process of its own, typing; killed at the end whatever happens."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.typist", str(file), NAME],
        cwd=ROOT,
        env={**os.environ, "RIEC_DATA": str(data), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def lines_until(process: "subprocess.Popen[str]", last: str) -> list[str]:
    assert process.stdout is not None
    told: list[str] = []
    for line in process.stdout:
        told.append(line.strip())
        if told[-1] == last or len(told) == 100:
            break
    return told


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
@pytest.mark.parametrize("last", ["klaar", "Antwoord 3, getypt in het venster."])
def test_a_killed_window_loses_nothing_that_it_was_given(tmp_path: Path, last: str) -> None:
    file, data = tmp_path / "dossier.riec", tmp_path / "lokale gegevens"
    with typist(file, data) as process:
        told = lines_until(process, last)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    typed = set(told) - {"klaar"}
    assert told[-1] == last
    assert not open_dossier(file).content.dossier.all(Answer)

    with program(tmp_path) as again:
        assert again.window.open_path(file)
        again.show_portfolio(NAME)
        answers = again.bench.session.dossier.where(Answer, "report_id", again.report.id)
        assert typed <= {one.text for one in answers}
        if last == "klaar":
            assert len(again.bench.session.dossier.where(Activity, "report_id", again.report.id)) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
def test_the_start_screen_offers_what_a_killed_window_left(tmp_path: Path) -> None:
    file, data = tmp_path / "dossier.riec", tmp_path / "lokale gegevens"
    with typist(file, data) as process:
        lines_until(process, "klaar")
    with program(tmp_path) as again:
        found = again.window.start.left_over()
        assert [(one.name, one.path) for one in found] == [("Gedood", file)]
        again.window.recover(found[0])
        assert len(views.years(again.bench.session.dossier)) == 1
        assert len(again.bench.session.dossier.all(Answer)) == 7
