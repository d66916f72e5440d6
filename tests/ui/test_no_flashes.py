"""Going through the pages opens no window: a part that is shown before it has a place would flash up as one."""

from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from tests.helpers.pages import every_page
from tests.helpers.program import Program


def test_no_page_flashes_up_as_a_window(example: Program, qapp: QApplication) -> None:
    focused: list[QWindow | None] = []
    qapp.focusWindowChanged.connect(focused.append)
    for _ in every_page(example):
        qapp.processEvents()
    qapp.focusWindowChanged.disconnect(focused.append)
    assert focused == []
    assert qapp.activeWindow() is example.window
