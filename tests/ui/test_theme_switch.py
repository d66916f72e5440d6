"""The theme changes while people work: all that is in sight follows, also a dialog; high contrast is the system's."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from riec_desktop.ui import theme
from riec_desktop.ui.main_window import MainWindow
from riec_desktop.ui.new_dossier import NewDossierDialog
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.theme import is_dark, palette
from riec_desktop.workspace.preferences import prefer
from tests.helpers.pages import every_page
from tests.helpers.program import Program, put_away
from tests.ui.test_theme import READABLE, contrast

Role = QPalette.ColorRole
BLACK, YELLOW, CYAN = "#000000", "#ffff00", "#1aebff"


@pytest.fixture
def palettes(qapp: QApplication) -> Iterator[QApplication]:
    """The application, given its palette back afterwards."""
    before = QPalette(qapp.palette())
    yield qapp
    qapp.setPalette(before)


def high_contrast_palette() -> QPalette:
    """Yellow on black, as one of the themes of Windows."""
    made = QPalette()
    for role in (Role.Window, Role.Base, Role.AlternateBase, Role.Button, Role.ToolTipBase, Role.HighlightedText):
        made.setColor(role, QColor(BLACK))
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText, Role.ToolTipText, Role.Link):
        made.setColor(role, QColor(YELLOW))
    made.setColor(Role.Highlight, QColor(CYAN))
    return made


def inks(widget: QWidget) -> tuple[QColor, QColor]:
    made = widget.palette()
    return made.color(widget.backgroundRole()), made.color(widget.foregroundRole())


def test_an_open_dialog_follows_the_theme(app: Program, palettes: QApplication) -> None:
    dialog = NewDossierDialog(app.window, 2025)
    dialog.open()
    for dark in (True, False):
        palettes.setPalette(palette(dark=dark))
        palettes.processEvents()
        assert is_dark(dialog.palette()) is is_dark(dialog.accept_button.palette()) is dark
    dialog.close()
    dialog.deleteLater()


@pytest.mark.parametrize("page", [PageId.OVERVIEW, PageId.TEXTS])
def test_the_preview_is_readable_after_the_theme_changed(
    example: Program, palettes: QApplication, page: PageId
) -> None:
    example.bench.show_place(Place(page))
    example.settle()
    light = example.bench.side.preview.toHtml()
    palettes.setPalette(palette(dark=True))
    palettes.processEvents()
    example.settle()
    assert example.bench.side.preview.toHtml() != light


def test_in_high_contrast_no_text_keeps_a_colour_of_its_own(
    example: Program, palettes: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "high_contrast", lambda: True)
    palettes.setPalette(high_contrast_palette())
    palettes.processEvents()
    dim = [
        f"{page.accessibleName()}: {type(one).__name__} {[ink.name() for ink in inks(one)]}"
        for page in every_page(example)
        for one in page.findChildren(QWidget)
        if one.isVisible() and contrast(*inks(one)) < READABLE
    ]
    assert dim == []


def test_a_window_that_stood_on_a_screen_that_is_gone_comes_back_in_sight(app: Program, qapp: QApplication) -> None:
    away = QWidget()
    away.setGeometry(5000, 4000, 900, 600)
    kept = bytes(away.saveGeometry().toBase64().data()).decode()
    assert QByteArray.fromBase64(QByteArray(kept.encode())) == away.saveGeometry()
    prefer(app.around.env, window=kept)
    other = MainWindow(app.around)
    other.show()
    qapp.processEvents()
    assert QGuiApplication.primaryScreen().availableGeometry().contains(other.frameGeometry().center())
    put_away(other)
    away.deleteLater()
