"""When the window opens from the command line, and what is said when it cannot."""

import sys
from pathlib import Path

import pytest

from riec_desktop.cli.window import has_screen
from tests.helpers.terminal import Terminal

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": "", "CI": "true"}, False),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_where_there_is_a_screen(platform: str, environ: dict[str, str], expected: bool) -> None:
    assert has_screen(platform, environ) is expected


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a screen")
@pytest.mark.parametrize("words", [(), ("dossier.riec",)], ids=["nothing", "a dossier"])
def test_without_a_screen_the_window_is_not_tried(
    riec: Terminal, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    answer = riec(*words)
    assert (answer.code, answer.out) == (3, "")
    assert "geen scherm" in answer.err


def test_a_missing_part_of_qt_is_told(riec: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "riec_desktop.ui.app", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    answer = riec()
    assert answer.code == 3
    assert "een onderdeel ontbreekt" in answer.err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt does not end over a screen that is out of reach")
@pytest.mark.expects_log("the window ended with")
def test_a_screen_out_of_reach_costs_the_demo_nothing_but_its_window(
    riec: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", "nergens:99")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    answer = riec("demo", tmp_path / "voorbeeld")
    assert answer.code == 0
    assert "Het venster gaat open met het voorbeeld." in answer.out
    assert answer.err.startswith(
        "Het venster ging niet open of stopte onverwacht. Het dossier en de documenten zijn wel klaar."
    )
    assert "Traceback" not in answer.err


def test_the_demo_can_leave_the_window_out(riec: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "nergens:99")
    answer = riec("demo", tmp_path / "voorbeeld", "--geen-venster")
    assert answer.code == 0
    assert "-m riec_desktop" in answer.out
