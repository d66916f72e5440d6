"""Widgets are tested as they are in the program: dressed by the theme."""

from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from riec_desktop.ui.theme import apply_theme


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: object) -> QApplication:
    """The application with our style and palette."""
    app = cast("QApplication", qapp)
    apply_theme(app)
    return app
