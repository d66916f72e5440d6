"""What can be done with any field, in the menu of its input (right mouse button or menu key).

That is what the window has about a field: comment and history, and spelling where that is checked.

The actions are those of the window; an input in a window without them has its own menu only.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from riec_desktop.ui.typed import optional
from riec_desktop.ui.widgets.word_items import add_word
from riec_desktop.ui.widgets.word_marks import WordMarks

FIELD_ACTIONS = ("comment", "field_history")
"""By their ids in the table of actions."""
SPELLING_ACTIONS = ("spelling", "next_mistake")


def _actions(widget: QWidget, names: Iterable[str]) -> list[QAction]:
    """The actions of the window with these ids."""
    found = (optional(widget.window().findChild(QAction, name)) for name in names)
    return [action for action in found if action is not None]


def field_actions(widget: QWidget) -> list[QAction]:
    """The actions of the window that are about the field with the cursor."""
    return _actions(widget, FIELD_ACTIONS)


def spelling_actions(widget: QWidget) -> list[QAction]:
    """The actions of the window that are about spelling."""
    return _actions(widget, SPELLING_ACTIONS)


def add_field_actions(menu: QMenu, widget: QWidget) -> None:
    """Put them at the end of the menu of an input."""
    found = field_actions(widget)
    if found:
        menu.addSeparator()
        menu.addActions(found)


def field_menu(widget: QWidget) -> QMenu:
    """The menu of an input: the word at the cursor, what Qt has for a text, spelling, and the actions on the field."""
    is_text = isinstance(widget, QLineEdit | QPlainTextEdit)
    menu = widget.createStandardContextMenu() if is_text else QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    marks = optional(widget.findChild(WordMarks))
    if marks is not None:
        menu.addSeparator()
        menu.addActions(spelling_actions(widget))
    add_field_actions(menu, widget)
    if marks is not None:
        add_word(menu, marks)
    return menu


def open_field_menu(widget: QWidget, event: QContextMenuEvent) -> bool:
    """Open it where the event says; False when the window has nothing to add and Qt's own menu will do."""
    if not field_actions(widget):
        return False
    widget.setFocus()
    marks = optional(widget.findChild(WordMarks))
    if marks is not None and event.reason() is QContextMenuEvent.Reason.Mouse:
        marks.move_to(event.pos())
    field_menu(widget).popup(event.globalPos())
    return True
