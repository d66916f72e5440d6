"""The push buttons of the dialogs that make documents."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton


def button(text: str, help_text: str, run: Callable[[], None]) -> QPushButton:
    """A push button that says what it is for."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setToolTip(help_text)
    made.setAccessibleDescription(help_text)

    def press() -> None:
        run()

    made.clicked.connect(press)
    return made
