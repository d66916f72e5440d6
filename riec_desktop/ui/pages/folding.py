"""A small button that opens and closes what stands under it, inside a part."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from riec_desktop.ui.icons import icon


class FoldButton(QToolButton):
    """Opens and closes what belongs to it."""

    def __init__(self, text: str, body: QWidget) -> None:
        super().__init__()
        self._body = body
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggled.connect(self._show)
        self._show(on=False)

    def _show(self, on: bool) -> None:
        self._body.setVisible(on)
        self.setIcon(icon("chevron-down" if on else "chevron-right"))
        self.setAccessibleDescription("uitgeklapt" if on else "ingeklapt")
