"""The window shows at once and rests when nobody works: what is not on the first screen is not loaded for it."""

import subprocess
import sys

from pytestqt.qtbot import QtBot

from riec_desktop.ui.places import PageId
from tests.helpers.pages import place_on
from tests.helpers.program import Program, running_timers

LOADED = """
import sys
from riec_desktop.ui.app import make_application, surroundings
from riec_desktop.ui.main_window import MainWindow
from riec_desktop.workspace.environment import real_environment
app = make_application(sys.argv[:1])
window = MainWindow(surroundings(real_environment()))
window.show()
app.processEvents()
heavy = ("chapter", "checks", "dossier", "excel", "figures", "office", "pictures", "storage", "word")
ours = [name for name in sys.modules if name.startswith(tuple(f"riec_desktop.{one}" for one in heavy))]
others = {"PIL", "docx", "lxml", "markdown_it", "openpyxl", "pandas", "sqlite3"} & set(sys.modules)
sys.stdout.write(" ".join([*ours, *others]))
"""


def test_the_start_screen_loads_nothing_that_reads_or_holds_dossiers() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, check=True, text=True)
    assert done.stdout == ""


def test_no_timer_runs_on_the_start_screen(app: Program) -> None:
    assert running_timers(app.window) == []


def test_every_page_comes_to_rest_by_itself(example: Program, qtbot: QtBot) -> None:
    """Nobody asks anything, and all timers stop."""
    for page in PageId:
        example.bench.show_place(place_on(example, page))
        qtbot.waitUntil(lambda: running_timers(example.window) == [])
