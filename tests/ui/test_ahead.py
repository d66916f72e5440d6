"""What the first dossier needs is loaded while the start screen is looked at, and nothing is done after that."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from riec_desktop.storage.content import FileContent
from riec_desktop.storage.dossier_file import write_dossier
from riec_desktop.ui.ahead import Ahead
from riec_desktop.workspace.content import example_dossier
from tests.helpers.program import running_timers

LOADED = """
import sys
from pathlib import Path
from riec_desktop.ui.ahead import Ahead
from riec_desktop.ui.app import shown
from riec_desktop.workspace.environment import real_environment
app, window = shown(sys.argv[:1], real_environment())
ahead = Ahead(window)
while ahead.is_busy():
    app.processEvents()
before = set(sys.modules)
assert window.open_path(Path(sys.argv[1]))
window.settle()
ours = [name for name in set(sys.modules) - before if name.startswith("riec_desktop")]
sys.stdout.write(" ".join(sorted(ours)))
window.desk.close()
"""


def test_the_first_dossier_has_nothing_left_to_load(tmp_path: Path) -> None:
    path = tmp_path / "voorbeeld.riec"
    write_dossier(path, FileContent(id="voorbeeld", version=1, dossier=example_dossier()))
    done = subprocess.run([sys.executable, "-c", LOADED, str(path)], capture_output=True, check=True, text=True)
    assert done.stdout == ""


def test_when_all_is_loaded_no_timer_runs(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ahead = Ahead(window)
    assert ahead.is_busy()
    qtbot.waitUntil(lambda: not ahead.is_busy())
    assert running_timers(window) == []
