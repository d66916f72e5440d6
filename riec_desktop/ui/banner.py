"""Messages above the page that ask for nothing at once: a closed year, a file that could not be saved, a copy."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from riec_desktop.ui.theme import Tone, colours, unit
from riec_desktop.ui.widgets.ink_label import InkLabel
from riec_desktop.ui.widgets.notes import Symbol


@dataclass(frozen=True, slots=True)
class _Message:
    text: str
    button: str
    action: Callable[[], None]
    tone: Tone


class Banner(QWidget):
    """One sentence with one button; hidden while there is nothing to say.

    Every topic has one message at most. The newest is shown; when it goes, the one before it comes back.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: dict[str, _Message] = {}
        self._tone = Tone.WARNING
        self._sign = Symbol("warning", self._tone, self)
        self._text = InkLabel(parent=self, tone=self._tone)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.clicked.connect(self._run)
        self._close = QPushButton("Verbergen")
        self._close.setAccessibleName("Deze melding verbergen")
        self._close.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(unit(self) * 3, unit(self) * 2, unit(self) * 3, unit(self) * 2)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.hide()

    def text(self) -> str:
        """The sentence that is shown, '' when none is."""
        return self._text.text() if not self.isHidden() else ""

    def tell(
        self, text: str, button: str, action: Callable[[], None], tone: Tone = Tone.WARNING, topic: str = ""
    ) -> None:
        """Show a sentence with a button; it takes the place of what was said on the same topic."""
        before = self._messages.pop(topic, None)
        self._messages[topic] = _Message(text, button, action, tone)
        if before is None or before.text != text or self.text() != text:
            self._show_newest()

    def drop(self, topic: str = "") -> None:
        """There is nothing to say on this topic any more."""
        if self._messages.pop(topic, None) is not None:
            self._show_newest()

    def _show_newest(self) -> None:
        if not self._messages:
            self.hide()
            return
        newest = list(self._messages.values())[-1]
        self._text.setText(newest.text)
        self._text.setAccessibleName(newest.text)
        self._button.setText(newest.button)
        self._dress(newest.tone)
        self.show()

    def _run(self) -> None:
        list(self._messages.values())[-1].action()

    def _dismiss(self) -> None:
        self.drop(list(self._messages)[-1])

    def _dress(self, tone: Tone) -> None:
        self._tone = tone
        self._sign.change("info" if tone is Tone.INFO else "warning", tone)
        self._text.set_tone(tone)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground in the colour of the tone."""
        QPainter(self).fillRect(self.rect(), colours(self.palette()).tones[self._tone].background)
