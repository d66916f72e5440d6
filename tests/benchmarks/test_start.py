"""How long it takes from starting Python to a shown window, beside a bare PySide6 window, each in a new process.

Python keeps its bytecode, as it does in an installed program; the first round makes it and is not counted.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from riec_desktop.storage.content import FileContent
from riec_desktop.storage.dossier_file import write_dossier
from riec_desktop.workspace.content import example_dossier

_SHOWN = "window.show()\napp.processEvents()\nsys.stdout.write('getoond')\n"
BARE = f"""
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
{_SHOWN}"""
OURS = f"""
import sys
from pathlib import Path
from riec_desktop.ui.app import make_application, surroundings
from riec_desktop.ui.main_window import MainWindow
from riec_desktop.workspace.environment import real_environment
app = make_application(sys.argv[:1])
window = MainWindow(surroundings(real_environment()))
for name in sys.argv[1:]:
    window.open_path(Path(name))
{_SHOWN}"""


def show_once(program: str, arguments: tuple[str, ...], data: Path) -> str:
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPYCACHEPREFIX": str(data.with_name("bytecode")),
        "QT_QPA_PLATFORM": "offscreen",
        "RIEC_DATA": str(data),
    }
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("who", ["een kaal venster", "ons beginscherm", "ons venster met het voorbeeld"])
def test_start_to_shown_window(benchmark: Any, tmp_path: Path, who: str) -> None:
    dossier = tmp_path / "voorbeeld.riec"
    write_dossier(dossier, FileContent(id="voorbeeld", version=1, dossier=example_dossier()))
    program = BARE if who == "een kaal venster" else OURS
    arguments = (str(dossier),) if "voorbeeld" in who else ()
    benchmark.group = "van start tot venster"
    shown = benchmark.pedantic(show_once, (program, arguments, tmp_path / "gegevens"), rounds=5, warmup_rounds=1)
    assert shown == "getoond"
