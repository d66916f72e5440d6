"""The comments on one field as a card: where, what was said, and what can be done with it."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from riec_desktop.dossier.records import Comment
from riec_desktop.ui.comments.lines import CommentLine
from riec_desktop.ui.icons import icon
from riec_desktop.ui.theme import unit
from riec_desktop.ui.widgets.card import Card
from riec_desktop.ui.widgets.link_label import LinkLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a card shows: `part` of the dossier, `field` in it, the comments, and whether they may be changed."""

    part: str
    field: str
    comments: Sequence[Comment]
    locked: bool


class ThreadCard(Card):
    """One conversation.

    `jump_wanted` asks to go to the field, `reply_wanted` for a next comment, `resolve_wanted` to resolve (True) or to
    open again. `written`, `removal_wanted` and `left` are those of its lines, with the comment.
    """

    jump_wanted = Signal()
    reply_wanted = Signal()
    resolve_wanted = Signal(bool)
    written = Signal(object, str)
    removal_wanted = Signal(object)
    left = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self.heading.hide()
        self.head.setStretch(0, 0)
        self.link = LinkLabel()
        self.link.setToolTip("Naar dit veld")
        self.link.linkActivated.connect(self._jump)
        self.head.insertWidget(0, self.link, 100)
        self.lines: dict[str, CommentLine] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(unit(self) * 3)
        self.add(self._list)
        self.reply_button = QPushButton("Antwoorden")
        self.resolve_button = QPushButton("Afhandelen")
        self.reply_button.clicked.connect(self.reply_wanted)
        self.resolve_button.clicked.connect(lambda: self.resolve_wanted.emit(self._is_open))
        self._is_open, self._locked = True, False
        self.add(self._buttons())

    def _jump(self, _: str) -> None:
        self.jump_wanted.emit()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.reply_button)
        row.addWidget(self.resolve_button)
        row.addStretch(1)
        return row

    def show_thread(self, shown: Shown) -> None:
        """Show it as it is now; a line in which somebody types keeps its input."""
        self._show_place(shown)
        wanted = {one.id: one for one in shown.comments}
        for gone in [one for one in self.lines if one not in wanted]:
            line = self.lines.pop(gone)
            line.hide()
            line.deleteLater()
        for at, one in enumerate(shown.comments):
            line = self.lines.get(one.id) or self._made(one)
            self._list.insertWidget(at, line)
            line.show_comment(one, locked=shown.locked)
            line.show()
        self._locked = shown.locked
        self._is_open = any(not one.resolved for one in shown.comments)
        self.show_buttons()

    def _show_place(self, shown: Shown) -> None:
        link = f'<a href="#">{html.escape(shown.field or shown.part)}</a>' if shown.field else html.escape(shown.part)
        text = f"{html.escape(shown.part)}<br/>{link}" if shown.field else link
        if text != self.link.text():
            self.link.setText(text)
            self.link.setAccessibleName(f"Naar {shown.part}, {shown.field}")
            self.setAccessibleName(f"Opmerkingen bij {shown.part}, {shown.field}")

    def show_buttons(self) -> None:
        """While somebody types there is only 'Klaar'."""
        typing = any(line.is_typing() for line in self.lines.values())
        for button in (self.reply_button, self.resolve_button):
            button.setVisible(not typing and not self._locked)
        self.resolve_button.setText("Afhandelen" if self._is_open else "Heropenen")
        self.resolve_button.setIcon(icon("comment-done" if self._is_open else "comment"))

    def _made(self, comment: Comment) -> CommentLine:
        line = CommentLine(comment)
        self.lines[comment.id] = line

        def write(text: str) -> None:
            self.written.emit(line.comment, text)

        line.written.connect(write)
        line.removal_wanted.connect(lambda: self.removal_wanted.emit(line.comment))
        line.left.connect(lambda: self.left.emit(line.comment))
        line.edit_button.clicked.connect(self.show_buttons)
        return line

    def close_inputs(self) -> None:
        """Nobody types here any more."""
        for line in [one for one in self.lines.values() if one.is_typing()]:
            line.close_input()

    def flush(self) -> None:
        """Send on what is being typed."""
        for line in list(self.lines.values()):
            line.input.flush()
