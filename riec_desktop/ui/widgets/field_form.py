"""A form for any record type, built from its field specifications."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import FieldSpec, Kind, Value, specs
from riec_desktop.dossier.records import Record
from riec_desktop.ui.theme import characters, unit
from riec_desktop.ui.widgets.choice_inputs import ChoiceInput, ChoicesInput, FlagInput, RefInput, RefsInput
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.form_row import FormRow, Note
from riec_desktop.ui.widgets.inputs import FieldInput
from riec_desktop.ui.widgets.text_inputs import DateInput, LineInput, RichInput, TextInput
from riec_desktop.workspace.names import NAME_FIELDS
from riec_desktop.workspace.spelled import is_spelled

_INPUTS: Final = {
    Kind.LINE: LineInput,
    Kind.TEXT: TextInput,
    Kind.RICH: RichInput,
    Kind.LINES: TextInput,
    Kind.INTEGER: LineInput,
    Kind.DECIMAL: LineInput,
    Kind.DATE: DateInput,
    Kind.TIME: LineInput,
    Kind.FLAG: FlagInput,
    Kind.CHOICE: ChoiceInput,
    Kind.CHOICES: ChoicesInput,
    Kind.REF: RefInput,
    Kind.REFS: RefsInput,
}
_WIDE: Final = (Kind.TEXT, Kind.RICH, Kind.LINES, Kind.CHOICES, Kind.REFS, Kind.FLAG)
"""Kinds that take the whole width."""

_NARROW = 64
"""Characters: a form narrower than this has one column."""


def make_input(spec: FieldSpec, context: FormContext) -> FieldInput:
    """The input for a field."""
    return _INPUTS[spec.kind](spec, context)


def form_fields(kind: type[Record]) -> tuple[str, ...]:
    """The fields that a person fills in: not what the record is part of, its place in an order, or a file."""
    found = specs(kind).items()
    return tuple(name for name, spec in found if not spec.owner and name != "position" and spec.kind is not Kind.DATA)


class RecordForm(QWidget):
    """The fields of one record.

    `edited` gives the name of a field and its new value, `focused` the field that a person is in, `comment_wanted` the
    field whose comments a person wants to see. `record` is the record that an edit belongs to.
    """

    edited = Signal(str, object)
    focused = Signal(str)
    comment_wanted = Signal(str)

    def __init__(
        self,
        kind: type[Record],
        fields: Sequence[str] | None = None,
        context: FormContext | None = None,
        *,
        columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        """`fields` in the order of the form; None for all that a person fills in."""
        super().__init__(parent)
        self._kind = kind
        self._columns = columns
        self._shown_columns = 0
        self.record: Record | None = None
        self._drafts: dict[tuple[str, str], str] = {}
        self._comments: Mapping[str, tuple[int, int]] | None = None
        self.rows = {name: self._row(name, context or FormContext()) for name in fields or form_fields(kind)}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(unit(self) * 4)
        self._grid.setVerticalSpacing(unit(self) * 3)
        self._arrange(columns)

    def _row(self, name: str, context: FormContext) -> FormRow:
        # Names are right by definition: no dictionary has them.
        written = context if is_spelled(self._kind, name) else replace(context, spelling=None)
        field = make_input(specs(self._kind)[name], written)
        field.changed.connect(partial(self.edited.emit, name))
        field.focused.connect(lambda: self.focused.emit(name))
        row = FormRow(field)
        row.setParent(self)
        row.mark.clicked.connect(lambda: self.comment_wanted.emit(name))
        return row

    # The record

    def set_record(self, dossier: Dossier, record: Record) -> None:
        """Show a record without telling of an edit. What was typed for the record before is sent on first."""
        other = self.record is None or self.record.id != record.id
        if other:
            self.flush()
            self._keep_drafts()
        self.record = record
        for name, row in self.rows.items():
            row.field.offer(dossier)
            self._show(row.field, cast("Value", getattr(record, name)), other=other)
        if other:
            self._restore_drafts(record)

    @staticmethod
    def _show(field: FieldInput, value: Value, *, other: bool) -> None:
        if other:
            field.start_with(value)
        else:
            field.set_value(value)

    def _keep_drafts(self) -> None:
        """What was typed and is no value waits until the person comes back to this record."""
        if self.record is not None:
            for name, row in self.rows.items():
                self._drafts[self.record.id, name] = row.field.draft()

    def _restore_drafts(self, record: Record) -> None:
        for name, row in self.rows.items():
            draft = self._drafts.pop((record.id, name), "")
            if draft:
                row.field.restore(draft)

    def flush(self) -> None:
        """Send on everything that was typed."""
        for row in self.rows.values():
            row.field.flush()

    # What a page does with it

    def field(self, name: str) -> FieldInput:
        """The input of a field."""
        return self.rows[name].field

    def problems(self) -> Mapping[str, str]:
        """Field → sentence, where typed text is no value."""
        return {name: row.field.problem() for name, row in self.rows.items() if row.field.problem()}

    def field_of(self, widget: QWidget) -> str:
        """The field whose row a widget stands in, '' for none."""
        return next((name for name, row in self.rows.items() if row.isAncestorOf(widget)), "")

    def show_comments(self, counts: Mapping[str, tuple[int, int]]) -> None:
        """Field → how many comments are open and how many there are; every field gets a mark."""
        if counts != self._comments:
            self._comments = dict(counts)
            for name, row in self.rows.items():
                row.show_comments(*counts.get(name, (0, 0)))

    def show_notes(self, notes: Mapping[str, Sequence[Note]]) -> None:
        """Field → what was noticed there (severity and sentence)."""
        for name, row in self.rows.items():
            row.show_notes(notes.get(name, ()))

    def set_read_only(self, on: bool) -> None:
        """A record that can be read, not changed."""
        for row in self.rows.values():
            row.field.set_read_only(on)

    def set_row_visible(self, name: str, visible: bool) -> None:
        """Show or hide a field."""
        self.rows[name].setVisible(visible)

    # Columns

    def _is_wide(self, name: str) -> bool:
        return specs(self._kind)[name].kind in _WIDE or NAME_FIELDS.get(self._kind) == name

    def _is_alone(self, name: str, after: Sequence[str]) -> bool:
        """Whether a choice among names has a line to itself: then it takes it, because names can be long."""
        return specs(self._kind)[name].kind is Kind.REF and all(self._is_wide(one) for one in after)

    def _arrange(self, columns: int) -> None:
        """Put the rows in a grid with this many columns."""
        self._shown_columns = columns
        line, column, names = 0, 0, list(self.rows)
        for at, (name, row) in enumerate(self.rows.items()):
            alone = column % columns == 0 and self._is_alone(name, names[at + 1 : at + 2])
            span = columns if alone or self._is_wide(name) else 1
            if column + span > columns:
                line, column = line + 1, 0
            self._grid.addWidget(row, line, column, 1, span)
            column += span
        for index in range(self._columns):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow form has one column."""
        super().resizeEvent(event)
        columns = self._columns if self.width() >= characters(self, _NARROW) else 1
        if columns != self._shown_columns:
            self._arrange(columns)
