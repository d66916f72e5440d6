"""The writing area of the rich-text editor: what keys, the clipboard, dropped files and the menu do to the text.

It has no undo of its own: undo is one history over all fields, so the window's action must get Ctrl+Z.
"""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from riec_desktop.dossier.richtext import BlockKind
from riec_desktop.ui.widgets import rich_document as doc
from riec_desktop.ui.widgets.rich_canvas import HasChanged, RichCanvas, ShowNumber
from riec_desktop.ui.widgets.rich_clipboard import can_paste, copied, pasted

_TYPED_LISTS: Final[Mapping[str, BlockKind]] = {
    "-": BlockKind.BULLET,
    "*": BlockKind.BULLET,
    "•": BlockKind.BULLET,
    "1.": BlockKind.NUMBER,
    "1)": BlockKind.NUMBER,
}
"""What, typed at the start of a paragraph and followed by a space, begins a list."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_MODIFIER = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_OPENING = frozenset("(‘“'\"/")
"""What may stand before a sign that begins something new, besides a space."""


class RichArea(RichCanvas):
    """`noted` carries a sentence for the person; `menu_wanted` a place on the screen.

    `hash_typed` says that '#' was typed where a word begins; `zoomed` carries a step: +1 or -1.
    """

    left = Signal()
    entered = Signal()
    noted = Signal(str)
    menu_wanted = Signal(QPoint)
    hash_typed = Signal()
    zoomed = Signal(int)

    def __init__(
        self,
        show_number: ShowNumber,
        lines: tuple[int, int],
        parent: QWidget | None = None,
        *,
        has_changed: HasChanged = lambda _: False,
    ) -> None:
        """`lines` is the least and the greatest height, in lines."""
        super().__init__(show_number, lines, parent, has_changed=has_changed)
        self._shortcuts: dict[str, Callable[[], None]] = {}

    # Keys

    def set_shortcut(self, keys: str, action: Callable[[], None]) -> None:
        """Let a key combination do something while a person writes here."""
        self._shortcuts[QKeySequence(keys).toString()] = action

    def event(self, e: QEvent) -> bool:
        """Undo goes to the window, our own shortcuts come here, Tab moves an item while it can."""
        if isinstance(e, QKeyEvent):
            if e.matches(QKeySequence.StandardKey.Undo) or e.matches(QKeySequence.StandardKey.Redo):
                self.left.emit()
                e.ignore()
                return False
            if e.type() is QEvent.Type.ShortcutOverride and self._shortcut(e):
                e.accept()
                return True
            if e.type() is QEvent.Type.KeyPress and self._shift_by_tab(e):
                return True
        return super().event(e)

    def _shortcut(self, e: QKeyEvent) -> Callable[[], None] | None:
        return self._shortcuts.get(QKeySequence(e.keyCombination()).toString())

    def _shift_by_tab(self, e: QKeyEvent) -> bool:
        if self.isReadOnly() or e.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return self.shift_level(1 if e.key() == Qt.Key.Key_Tab else -1)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Our shortcuts and lists first, then what every text edit does."""
        action = self._shortcut(e)
        if action is not None:
            action()
        elif self.isReadOnly() or not (self._list_key(e) or self._hash_key(e)):
            super().keyPressEvent(self._as_paragraph(e))
            if e.key() in (*_ENTER, Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
                self.tidy_lists()

    @staticmethod
    def _as_paragraph(e: QKeyEvent) -> QKeyEvent:
        """Shift+Enter ends a paragraph too: the model has no line breaks inside one."""
        if e.key() in _ENTER and e.modifiers() not in _NO_MODIFIER:
            return QKeyEvent(e.type(), e.key(), Qt.KeyboardModifier.NoModifier, "\r")
        return e

    def _hash_key(self, e: QKeyEvent) -> bool:
        """A '#' where a word begins asks for a figure."""
        cursor = self.textCursor()
        before = self.document().characterAt(cursor.selectionStart() - 1)
        begins = cursor.atBlockStart() or before.isspace() or before in _OPENING
        if e.text() != "#" or cursor.hasSelection() or not begins:
            return False
        self.hash_typed.emit()
        return True

    def _list_key(self, e: QKeyEvent) -> bool:
        """Keys with a meaning of their own in or before a list; False when this one has none here."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        if e.key() in _ENTER:
            return not cursor.block().text() and self._leave_level()
        if e.key() == Qt.Key.Key_Backspace:
            return cursor.atBlockStart() and self._leave_level()
        return e.text() == " " and self._typed_list(cursor)

    def _leave_level(self) -> bool:
        """An item goes a level out, from the first level it becomes a paragraph."""
        kind, level = self.place()
        if kind is BlockKind.PARAGRAPH:
            return False
        self.set_places(kind if level else BlockKind.PARAGRAPH, max(0, level - 1))
        return True

    def _typed_list(self, cursor: QTextCursor) -> bool:
        kind = _TYPED_LISTS.get(cursor.block().text())
        if kind is None or not cursor.atBlockEnd() or self.place()[0] is not BlockKind.PARAGRAPH:
            return False
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.set_places(kind, 0)
        return True

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Tell that the person went elsewhere."""
        super().focusOutEvent(e)
        self.left.emit()

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Tell that the person came here."""
        super().focusInEvent(e)
        self.entered.emit()

    # Mouse

    def wheelEvent(self, e: QWheelEvent) -> None:
        """With Ctrl the text becomes larger or smaller, as in Word."""
        if e.modifiers() == _CONTROL and e.angleDelta().y():
            self.zoomed.emit(1 if e.angleDelta().y() > 0 else -1)
            e.accept()
        else:
            super().wheelEvent(e)

    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        """Ask for our own menu: at the mouse, or at the cursor when a key asks for it."""
        self.setFocus()
        if e.reason() is QContextMenuEvent.Reason.Mouse:
            self._move_cursor_to(e.pos())
            self.menu_wanted.emit(e.globalPos())
        else:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))

    def _move_cursor_to(self, place: QPoint) -> None:
        """A right click beside the selection puts the cursor there, as in Word."""
        wanted, now = self.cursorForPosition(place), self.textCursor()
        if not now.selectionStart() <= wanted.position() <= now.selectionEnd():
            self.setTextCursor(wanted)

    # Clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text for others, our own spelling for us."""
        return copied(doc.selected_blocks(self.textCursor()), self._show)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text in any form, and pictures, which get a sentence."""
        return can_paste(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop, cleaned to what the model knows; a note says what did not come along."""
        found = pasted(source)
        if found.blocks:
            cursor = self.textCursor()
            cursor.beginEditBlock()
            cursor.removeSelectedText()
            doc.insert_blocks(cursor, found.blocks, self.link_colour())
            cursor.endEditBlock()
            self.setTextCursor(cursor)
            self.tidy_lists()
            self.ensureCursorVisible()
        self.noted.emit(found.note)
