"""What every input of a form has in common: it shows a value, and tells when a person gave another one.

Text is sent on when the person pauses or leaves. Typed text that is no value stays where it is, with a sentence at the
field, and is not sent on. A refresh never takes away what is being typed.
"""

from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import FieldSpec, Kind, Value
from riec_desktop.dossier.normal import normalise
from riec_desktop.ui.theme import readable_palette
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.field_menu import open_field_menu
from riec_desktop.workspace.values import Invalid, Read

PAUSE = 400
"""Milliseconds without a key after which what was typed is sent on."""
_WORDS: Final = (Kind.LINE, Kind.TEXT)
"""What holds words, of which half is as good as the whole."""


class FieldInput(QWidget):
    """One input. `changed` gives a value that a person chose or typed, `problem_changed` a sentence or ''.

    A kind of input fills in `show_value` and `read_value`, and calls `typed` or `chosen`.
    """

    changed = Signal(object)
    problem_changed = Signal(str)
    focused = Signal()
    has_own_label: ClassVar[bool] = False

    def __init__(self, spec: FieldSpec, context: FormContext, main: QWidget, body: QWidget | None = None) -> None:
        """`main` takes the focus and carries the accessible name; `body` is what it is a part of, if anything."""
        super().__init__()
        self.spec = spec
        self.context = context
        self.main = main
        self._known: Value = spec.default
        self._pending = False
        self._problem = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._pause)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(body or main)
        self.setFocusProxy(main)
        main.installEventFilter(self)
        self._keep_readable()

    def _keep_readable(self) -> None:
        group, role = QPalette.ColorGroup, QPalette.ColorRole.Text
        if self.palette().color(group.Disabled, role) != self.palette().color(group.Active, role):
            self.setPalette(readable_palette(self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        """Called when the theme changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._keep_readable()

    # For a kind of input

    def show_value(self, value: Value) -> None:
        """Show a value."""
        raise NotImplementedError

    def read_value(self) -> Read:
        """The value that the input holds now, or why it is none."""
        raise NotImplementedError

    def typed(self) -> None:
        """A person is typing."""
        self._pending = True
        self._timer.start()
        if self.spec.kind in _WORDS:
            self.context.typing(self)

    def unsent(self) -> str | None:
        """The words that were typed and are not yet sent on; None when there is no such thing."""
        found = self.read_value() if self._pending else None
        return found if isinstance(found, str) else None

    def chosen(self) -> None:
        """A person chose something whole."""
        self._pending = True
        self.flush()

    def offer(self, dossier: Dossier) -> None:
        """Take what can be chosen from a dossier; most inputs need nothing."""

    def draft(self) -> str:
        """Typed text that is no value, '' when there is none."""
        return ""

    def restore(self, draft: str) -> None:
        """Show typed text that is no value again."""

    # For the form

    def set_label(self, name: str, description: str) -> None:
        """What a screen reader says."""
        self.main.setAccessibleName(name)
        self.main.setAccessibleDescription(description)

    def set_read_only(self, on: bool) -> None:
        """A value that can be read, not changed."""
        self.main.setEnabled(not on)

    def known(self) -> Value:
        """The value that the form last showed or sent on."""
        return self._known

    def problem(self) -> str:
        """The sentence at the field, '' when all is well."""
        return self._problem

    def is_waiting(self) -> bool:
        """Whether a pause in typing is being waited for."""
        return self._timer.isActive()

    def set_value(self, value: Value) -> None:
        """Show a value; the same one, or one that comes while a person types, leaves the input alone."""
        if value == self._known or self._pending:
            return
        self.start_with(value)

    def start_with(self, value: Value) -> None:
        """Show a value, whatever was there."""
        self._timer.stop()
        self._pending = False
        self._known = value
        self.show_value(value)
        self._tell_problem("")

    def flush(self) -> None:
        """Send on what was typed, or say why it is no value."""
        self._settle(quiet=False)

    def _pause(self) -> None:
        """While a person types, half a date is no mistake yet."""
        self._settle(quiet=True)

    def _settle(self, *, quiet: bool) -> None:
        if not self._pending:
            return
        found = self.read_value()
        if isinstance(found, Invalid):
            self._refuse(found, quiet=quiet)
            return
        self._timer.stop()
        self._pending = False
        self._tell_problem("")
        value = normalise(self.spec.kind, found)
        if value != self._known:
            self._known = value
            self.changed.emit(value)

    def _refuse(self, found: Invalid, *, quiet: bool) -> None:
        if not quiet:
            self._timer.stop()
            self._pending = False
            self._tell_problem(found.sentence)

    def _tell_problem(self, sentence: str) -> None:
        if sentence != self._problem:
            self._problem = sentence
            self.problem_changed.emit(sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving sends on what was typed; undo, redo and what is in the menu are the window's."""
        if isinstance(event, QFocusEvent) and event.type() is not QEvent.Type.FocusAboutToChange:
            self._focus_changed(event)
        elif isinstance(event, QContextMenuEvent):
            return open_field_menu(self.main, event)
        elif isinstance(event, QKeyEvent) and is_undo(event):
            self.flush()
            event.ignore()
            return True
        return False

    def _focus_changed(self, event: QFocusEvent) -> None:
        """A list that opens, or another program, is no reason to call what is half typed a mistake."""
        away = event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.gotFocus():
            self.focused.emit()
        elif away:
            self._settle(quiet=True)
        else:
            self.flush()
            self._tidy()

    def _tidy(self) -> None:
        """Show what was typed as it is kept, when it is a value."""
        if not self._problem and not self._pending:
            self.show_value(self._known)


def is_undo(event: QKeyEvent) -> bool:
    """Whether keys mean undo or redo, which is one history over all fields."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
