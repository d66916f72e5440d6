"""What can be done with any field, in the menu of its input (right mouse button or menu key): comment, history.

The actions are those of the window; an input in a window without them has its own menu only.
"""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from riec_desktop.ui.typed import optional

FIELD_ACTIONS = ("comment", "field_history")
"""By their ids in the table of actions."""


def field_actions(widget: QWidget) -> list[QAction]:
    """The actions of the window that are about the field with the cursor."""
    found = (optional(widget.window().findChild(QAction, name)) for name in FIELD_ACTIONS)
    return [action for action in found if action is not None]


def add_field_actions(menu: QMenu, widget: QWidget) -> None:
    """Put them at the end of the menu of an input."""
    found = field_actions(widget)
    if found:
        menu.addSeparator()
        menu.addActions(found)


def field_menu(widget: QWidget) -> QMenu:
    """The menu of an input: what Qt has in it for a text, and what can be done with the field."""
    is_text = isinstance(widget, QLineEdit | QPlainTextEdit)
    menu = widget.createStandardContextMenu() if is_text else QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    add_field_actions(menu, widget)
    return menu


def open_field_menu(widget: QWidget, place: QPoint) -> bool:
    """Open it at a place of the screen; False when the window has nothing to add and Qt's own menu will do."""
    if not field_actions(widget):
        return False
    widget.setFocus()
    field_menu(widget).popup(place)
    return True
