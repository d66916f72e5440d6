"""Inputs in which a person types: lines, texts, rich text, numbers and dates."""

from math import ceil
from typing import cast

from PySide6.QtCore import QDate, QEvent, QMimeData, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from riec_desktop.dossier.dutch import parse_date
from riec_desktop.dossier.fields import FieldSpec, Kind, Value
from riec_desktop.ui.icons import icon
from riec_desktop.ui.theme import characters, line_height, show_read_only
from riec_desktop.ui.widgets.calendar_popup import CalendarPopup
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.field_menu import open_field_menu
from riec_desktop.ui.widgets.inputs import FieldInput
from riec_desktop.ui.widgets.line_spelling import LineMarks
from riec_desktop.ui.widgets.rich_clipboard import CUT
from riec_desktop.ui.widgets.rich_editor import RichTextEditor
from riec_desktop.ui.widgets.rich_paste import MOST
from riec_desktop.ui.widgets.rich_spelling import SpellingMarks
from riec_desktop.workspace.values import Read, read, show

_WIDTHS = {Kind.INTEGER: 12, Kind.DECIMAL: 16, Kind.DATE: 22, Kind.TIME: 26}
"""Characters: what a number or date needs."""

_EXAMPLES = {
    Kind.DECIMAL: "bijvoorbeeld 1.234,5",
    Kind.DATE: "bijvoorbeeld 3-3-2023",
    Kind.TIME: "bijvoorbeeld 3-3-2023 14:05",
}


class LineInput(FieldInput):
    """One line of text, or a number or date that is typed as one."""

    def __init__(self, spec: FieldSpec, context: FormContext) -> None:
        self.line = QLineEdit()
        super().__init__(spec, context, self.line)
        self.marks = LineMarks(self.line, context.spelling) if context.spelling and spec.kind is Kind.LINE else None
        self.line.textEdited.connect(self.typed)
        self.line.returnPressed.connect(self.flush)
        self.line.setPlaceholderText(_EXAMPLES.get(spec.kind, ""))
        if spec.kind in _WIDTHS:
            self.line.setMaximumWidth(characters(self, _WIDTHS[spec.kind]))

    def show_value(self, value: Value) -> None:
        text = show(self.spec.kind, value, {})
        if text != self.line.text():
            self.line.setText(text)

    def read_value(self) -> Read:
        return read(self.spec, self.line.text(), {})

    def set_read_only(self, on: bool) -> None:
        self.line.setReadOnly(on)

    def draft(self) -> str:
        return self.line.text() if self.problem() else ""

    def restore(self, draft: str) -> None:
        self.line.setText(draft)
        self.chosen()


class DateInput(LineInput):
    """A day, typed in Dutch or picked from a calendar with Alt+Down."""

    def __init__(self, spec: FieldSpec, context: FormContext) -> None:
        super().__init__(spec, context)
        self.popup = CalendarPopup(self)
        self.popup.calendar.clicked.connect(self._pick)
        self.popup.calendar.activated.connect(self._pick)
        self.action = QAction(icon("calendar"), "Kalender openen (Alt+Pijl omlaag)", self.line)
        self.action.setShortcut(QKeySequence("Alt+Down"))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.action.triggered.connect(self.open_calendar)
        self.line.addAction(self.action, QLineEdit.ActionPosition.TrailingPosition)

    def set_read_only(self, on: bool) -> None:
        super().set_read_only(on)
        self.action.setEnabled(not on)

    def open_calendar(self) -> None:
        """Show the month of the day that is typed, or this month."""
        day = parse_date(self.line.text())
        shown = QDate(day.year, day.month, day.day) if day else QDate.currentDate()
        self.popup.open_under(self.line, shown)

    def _pick(self, day: QDate) -> None:
        self.popup.close()
        self.line.setText(f"{day.day()}-{day.month()}-{day.year()}")
        self.chosen()


class GrowingText(QPlainTextEdit):
    """A text without formatting, as high as what it holds. `was_cut` says that what was pasted was too long."""

    was_cut = Signal()

    def __init__(self, least: int, most: int) -> None:
        """Height in lines."""
        super().__init__()
        self._limits = least, most
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop no more than a text can hold, as in a text with formatting."""
        text = source.text()
        self.insertPlainText(text[:MOST])
        self.ensureCursorVisible()
        if len(text) > MOST:
            self.was_cut.emit()

    def _grow(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its paragraphs, within limits."""
        # A text edit shows a scroll bar unless the margin fits once more below the last line.
        edges = 2 * self.frameWidth() + self.document().documentMargin() + 2
        least, most = (line_height(self) * count + 2 * self.document().documentMargin() for count in self._limits)
        return QSize(characters(self, 30), ceil(max(least, min(self._text_height(most), most)) + edges))

    def _text_height(self, enough: float) -> float:
        """The height of the paragraphs; counting stops when it is `enough`."""
        height, block = 0.0, self.document().begin()
        while block.isValid() and height < enough:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return height

    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        """The usual menu, with what can be done with the field."""
        if not open_field_menu(self, e):
            super().contextMenuEvent(e)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow, not low."""
        return QSize(characters(self, 10), self.sizeHint().height())


class TextInput(FieldInput):
    """Text of more lines, or a list with an item on each line."""

    def __init__(self, spec: FieldSpec, context: FormContext) -> None:
        self.edit = GrowingText(2, 14)
        super().__init__(spec, context, self.edit)
        self.marks = SpellingMarks(self.edit, context.spelling) if context.spelling and spec.kind is Kind.TEXT else None
        self._filling = False
        self.edit.textChanged.connect(self._typed)
        self.edit.was_cut.connect(self._cut)
        if spec.kind is Kind.LINES:
            self.edit.setPlaceholderText("één op elke regel")

    def _cut(self) -> None:
        """Say so until something else is typed."""
        self.flush()
        self._tell_problem(CUT)

    def _typed(self) -> None:
        if not self._filling:
            self.typed()

    def show_value(self, value: Value) -> None:
        text = "\n".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
        if text != self.edit.toPlainText():
            self._filling = True
            self.edit.setPlainText(text)
            self._filling = False

    def read_value(self) -> Read:
        return read(self.spec, self.edit.toPlainText(), {})

    def set_read_only(self, on: bool) -> None:
        self.edit.setReadOnly(on)
        show_read_only(self.edit, on=on)


class RichInput(FieldInput):
    """Rich text; the editor itself waits for a pause."""

    def __init__(self, spec: FieldSpec, context: FormContext) -> None:
        self.editor = RichTextEditor(context)
        super().__init__(spec, context, self.editor.area, self.editor)
        self.editor.edited.connect(self.chosen)

    def show_value(self, value: Value) -> None:
        self.editor.set_text(cast("str", value))

    def read_value(self) -> Read:
        return self.editor.text()

    def set_value(self, value: Value) -> None:
        if not self.editor.has_pending():
            super().set_value(value)

    def flush(self) -> None:
        self.editor.flush()
        super().flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The editor has a menu of its own, in which spelling and what can be done with the field stand together."""
        return not isinstance(event, QContextMenuEvent) and super().eventFilter(watched, event)

    def set_label(self, name: str, description: str) -> None:
        self.editor.set_label(name, description)

    def set_read_only(self, on: bool) -> None:
        self.editor.set_read_only(on)
