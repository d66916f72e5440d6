"""The looks of the program for every test of the window, and a running program for each that asks for one.

Without its looks a window has other sizes, so what fits would depend on which test came before.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from riec_desktop.ui.theme import apply_theme
from tests.helpers.program import Person, Program, program

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screen that is none says of every window that it cannot fix its size; that is no fault of ours."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    """Our style and palette, as `app.make_application` gives them."""
    apply_theme(qapp)
    return qapp


@pytest.fixture
def app(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """The program at its start screen."""
    with program(tmp_path, Person()) as running:
        assert running.window.windowHandle() in qapp.topLevelWindows()
        yield running


@pytest.fixture
def example(app: Program) -> Program:
    """The program with the example open."""
    assert app.window.desk.open_example()
    return app


@pytest.fixture
def fresh(app: Program) -> Program:
    """The program with a new dossier over 2025 in a file."""
    assert app.window.desk.new("Ons jaarverslag", 2025)
    app.person.will_pick(app.around.documents / "ons.riec")
    assert app.window.desk.save()
    return app
