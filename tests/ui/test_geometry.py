"""Windows open wholly in sight, whatever was remembered of them: on a screen that is gone, too large, or damaged."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from riec_desktop.ui.fitting import kept_geometry
from riec_desktop.ui.main_window import MainWindow
from riec_desktop.ui.manual.window import ManualWindow
from riec_desktop.ui.places import PageId, Place
from riec_desktop.workspace.preferences import prefer, preferences
from tests.helpers.program import Program, put_away

Box = tuple[int, int, int, int]
"""Left, top, width and height of the inside of a window, in pixels."""

ELSEWHERE: tuple[Box, ...] = (
    (5000, 4000, 900, 600),
    (-3000, -100, 700, 600),
    (100, 100, 3000, 2000),
    (700, 700, 700, 500),
    (0, -300, 700, 600),
)
"""Below and left of every screen, larger than the screen, and half outside."""

WINDOWS: dict[str, Callable[[Program], QWidget]] = {
    "window": lambda app: MainWindow(app.around),
    "manual": lambda app: ManualWindow(app.window, app.around.env),
}
"""The name under which its place is remembered, and how each is made."""


def left_at(box: Box) -> str:
    """What is remembered of a window that was closed there."""
    window = QWidget()
    window.setGeometry(*box)
    kept = kept_geometry(window)
    window.deleteLater()
    return kept


def outside(window: QWidget) -> bool:
    window.show()
    QApplication.processEvents()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    return not screen.contains(window.geometry()) or window.frameGeometry().top() < screen.top()


def close(window: QWidget) -> None:
    if isinstance(window, MainWindow):
        put_away(window)
    else:
        window.close()


@pytest.mark.parametrize("name", WINDOWS)
def test_a_window_comes_back_wholly_in_sight(app: Program, name: str) -> None:
    found: list[Box] = []
    for box in ELSEWHERE:
        prefer(app.around.env, **{name: left_at(box)})
        window = WINDOWS[name](app)
        found += [box] if outside(window) else []
        close(window)
    assert found == []


@pytest.mark.parametrize("name", WINDOWS)
@pytest.mark.parametrize("kept", [None, "", "geen plaats", "\ud800", "AdnQywADAAA=", 12])
def test_without_a_place_that_can_be_read_it_opens_in_sight(app: Program, name: str, kept: str | int | None) -> None:
    if kept is not None:
        prefer(app.around.env, **{name: kept})
    window = WINDOWS[name](app)
    assert not outside(window)
    assert window.height() > 400
    close(window)


def test_a_window_that_fits_keeps_its_size(app: Program) -> None:
    prefer(app.around.env, window=left_at((30, 60, 640, 480)))
    window = MainWindow(app.around)
    window.show()
    assert (window.width(), window.height()) == (640, 480)
    put_away(window)


def test_what_is_remembered_of_a_size_that_cannot_be_stops_nothing(app: Program) -> None:
    odd: dict[str, object] = {
        "panes": [1e400, "x", -3],
        "kolommen van Portefeuilles": [10**30, "x"],
        "text_zoom": 1,
        "word_on": [{}],
    }
    app.around.env.data_folder.mkdir(exist_ok=True)
    (app.around.env.data_folder / "preferences.json").write_text(json.dumps(odd), encoding="utf-8")
    assert app.window.desk.open_example()
    app.bench.show_place(Place(PageId.PORTFOLIOS))
    assert all(app.bench.sizes()[:2])


@pytest.mark.expects_log("cannot be read and begins anew")
def test_with_damaged_settings_it_starts_as_new_and_says_so_once(
    app: Program, caplog: pytest.LogCaptureFixture
) -> None:
    prefer(app.around.env, window=left_at((30, 60, 640, 480)))
    file = app.around.env.data_folder / "preferences.json"
    file.write_bytes(file.read_bytes()[:40])
    window = MainWindow(app.around)
    assert window.desk.open_example()
    put_away(window)
    assert [one.levelname for one in caplog.records] == ["WARNING"]
    assert "window" in preferences(app.around.env)
