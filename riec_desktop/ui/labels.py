"""Text on a page: headings and explanations, each in the look of its level."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from riec_desktop.ui.theme import heading_font
from riec_desktop.ui.widgets.ink_label import InkLabel


def label(text: str, *, level: int = 0, muted: bool = False) -> QLabel:
    """A text on the page: a heading of this level, or (0) running text that wraps."""
    made = InkLabel(text) if muted else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if level:
        made.setFont(heading_font(made.font(), level))
    return made
