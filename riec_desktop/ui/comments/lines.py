"""One comment on screen: who, when and what; its text becomes an input when somebody changes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from riec_desktop.dossier.fields import Kind, specs
from riec_desktop.dossier.records import Comment
from riec_desktop.ui.icons import icon
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import heading_font, small_font, unit
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.ink_label import InkLabel
from riec_desktop.ui.widgets.text_inputs import TextInput
from riec_desktop.workspace.values import show

NOBODY = "Onbekend"
INPUT_HELP = "Wat u typt, is meteen bewaard. Met Esc of Ctrl+Enter bent u klaar."


def _button(picture: str, name: str) -> QToolButton:
    made = QToolButton()
    made.setIcon(icon(picture))
    made.setAutoRaise(True)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


class CommentLine(QWidget):
    """One comment.

    `written` gives its new text, `removal_wanted` asks to remove it, `left` tells that the input was closed.
    """

    written = Signal(object)
    removal_wanted = Signal()
    left = Signal()

    def __init__(self, comment: Comment) -> None:
        super().__init__()
        self.comment = comment
        self._locked = False
        self._who = label("")
        self._who.setFont(heading_font(self._who.font(), 3))
        self._when = InkLabel()
        self._when.setFont(small_font(self.font()))
        self.edit_button = _button("edit", "Deze opmerking wijzigen")
        self.remove_button = _button("remove", "Deze opmerking verwijderen")
        self.text = label("")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.input = TextInput(specs(Comment)["text"], FormContext())
        self.input.set_label("Opmerking", INPUT_HELP)
        self.done_button = QPushButton("Klaar")
        self.done_button.setToolTip(INPUT_HELP)
        self._lay_out()
        self._connect()
        self.input.hide()
        self.done_button.hide()
        self.show_comment(comment, locked=False)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(unit(self))
        head.addWidget(self._who)
        head.addWidget(self._when, 1)
        head.addWidget(self.edit_button)
        head.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit(self))
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.input)
        column.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.input.changed.connect(self.written)
        self.edit_button.clicked.connect(self.open_input)
        self.remove_button.clicked.connect(self.removal_wanted)
        self.done_button.clicked.connect(self.close_input)
        for keys in ("Esc", "Ctrl+Return", "Ctrl+Enter"):
            closing = QShortcut(QKeySequence(keys), self.input)
            closing.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            closing.activated.connect(self.close_input)

    def show_comment(self, comment: Comment, *, locked: bool) -> None:
        """Show it as it is now; `locked`: it can be read, not changed."""
        self.comment = comment
        self._locked = locked
        self._who.setText(comment.author or NOBODY)
        when = show(Kind.TIME, comment.written_at, {})
        self._when.setText(f"{when} · afgehandeld" if comment.resolved else when)
        self.text.setText(comment.text)
        self.input.set_value(comment.text)
        self._arrange()

    def _arrange(self) -> None:
        typing = self.is_typing()
        self.text.setVisible(not typing)
        for button in (self.edit_button, self.remove_button):
            button.setVisible(not typing and not self._locked)

    def is_typing(self) -> bool:
        """Whether its text is an input now."""
        return not self.input.isHidden()

    def open_input(self) -> None:
        """Let its text be changed."""
        self.input.start_with(self.comment.text)
        self._show_input(on=True)
        self.input.setFocus()

    def close_input(self) -> None:
        """Send on what was typed and show it as text again."""
        self.input.flush()
        self._show_input(on=False)
        self.left.emit()

    def _show_input(self, *, on: bool) -> None:
        self.input.setVisible(on)
        self.done_button.setVisible(on)
        self._arrange()
