"""The row of buttons above a rich text: the same actions as its shortcuts, with the state at the cursor.

Buttons take no focus: each has a shortcut, so Tab goes from one text to the next, and a click keeps the selection.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from riec_desktop.ui.icons import icon
from riec_desktop.ui.theme import icon_size, unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One button: what it is called, its icon and its keys."""

    id: str
    title: str
    keys: str
    checkable: bool = True
    word: str = ""


TOOLS: Final = (
    Tool(id="bold", title="Vet", keys="Ctrl+B"),
    Tool(id="italic", title="Cursief", keys="Ctrl+I"),
    Tool(id="bullets", title="Opsomming", keys="Ctrl+Shift+L"),
    Tool(id="numbers", title="Nummering", keys="Ctrl+Shift+N"),
    Tool(id="link", title="Link naar een webpagina", keys="Ctrl+L"),
    Tool(id="figure", title="Cijfer uit de cijferbank", keys="Ctrl+Shift+C", checkable=False, word="Cijfer"),
    Tool(id="reference", title="Verwijzing invoegen…", keys="Ctrl+Shift+R", checkable=False, word="Verwijzing"),
)
"""In the order of the buttons; `id` is also the name of the icon."""


class RichToolbar(QWidget):
    """The buttons of `TOOLS`."""

    def __init__(self, press: Callable[[str], None], parent: QWidget | None = None) -> None:
        """`press` gets the id of the button that was clicked."""
        super().__init__(parent)
        self.buttons = {tool.id: self._button(tool, press) for tool in TOOLS}
        row = QHBoxLayout(self)
        row.setContentsMargins(unit(self), unit(self), unit(self), 0)
        row.setSpacing(unit(self) // 2)
        for tool_id, button in self.buttons.items():
            if tool_id in ("bullets", "link"):
                row.addSpacing(unit(self) * 2)
            row.addWidget(button)
        row.addStretch(1)

    def _button(self, tool: Tool, press: Callable[[str], None]) -> QToolButton:
        button = QToolButton(self)
        keys = QKeySequence(tool.keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setIcon(icon(tool.id))
        button.setIconSize(QSize(icon_size(self), icon_size(self)))
        button.setText(tool.word)
        if tool.word:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setCheckable(tool.checkable)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(f"{tool.title} ({keys})")
        button.setAccessibleName(tool.title)
        button.clicked.connect(lambda: press(tool.id))
        return button

    def check(self, tool_id: str, on: bool) -> None:
        """Show whether a look is on at the cursor."""
        self.buttons[tool_id].setChecked(on)
