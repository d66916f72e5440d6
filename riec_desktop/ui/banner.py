"""A message above the page that asks for nothing at once: a closed year, a file that could not be saved."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from riec_desktop.ui.icons import icon
from riec_desktop.ui.theme import Tone, colours, icon_size, unit


class Banner(QFrame):
    """One sentence with one button; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._sign = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.clicked.connect(self._run)
        self._action: Callable[[], None] = self.hide
        row = QHBoxLayout(self)
        row.setContentsMargins(unit(self) * 3, unit(self) * 2, unit(self) * 3, unit(self) * 2)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self.hide()

    def text(self) -> str:
        """The sentence that is shown, '' when none is."""
        return self._text.text() if not self.isHidden() else ""

    def tell(self, text: str, button: str, action: Callable[[], None], tone: Tone = Tone.WARNING) -> None:
        """Show a sentence with a button."""
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._button.setText(button)
        self._action = action
        self._dress(tone)
        self.show()

    def _run(self) -> None:
        self._action()

    def _dress(self, tone: Tone) -> None:
        pair = colours(self.palette()).tones[tone]
        self.setStyleSheet(
            f"#banner {{ background: {pair.background.name()}; border: none; }} "
            f"#banner QLabel {{ color: {pair.text.name()}; }}"
        )
        side = icon_size(self)
        self._sign.setPixmap(icon("info" if tone is Tone.INFO else "warning").pixmap(side, side))
