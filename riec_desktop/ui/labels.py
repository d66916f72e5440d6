"""Text on a page: headings and explanations, each in the look of its level."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from riec_desktop.ui.theme import heading_font, line_height
from riec_desktop.ui.widgets.ink_label import InkLabel


def label(text: str, *, level: int = 0, muted: bool = False) -> QLabel:
    """A text on the page: a heading of this level, or (0) running text that wraps."""
    made = InkLabel(text) if muted else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if level:
        made.setFont(heading_font(made.font(), level))
    return made


_ONE_LINE = 3
"""An input lower than this many lines of text is for one line."""


def caption(text: str, field: QWidget, help_text: str = "") -> QLabel:
    """The label of an input in a form, which gets its name and help. `text` carries the access key.

    Qt sets a label beside the top of its input; beside one line it must stand in the middle, so it is made as high.
    """
    made = QLabel(text)
    made.setBuddy(field)
    field.setAccessibleName(text.replace("&", ""))
    field.setAccessibleDescription(help_text)
    field.setToolTip(help_text)
    height = field.sizeHint().height()
    if height < line_height(field) * _ONE_LINE:
        made.setMinimumHeight(height)
    return made
