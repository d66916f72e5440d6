"""Editors for the cells of a table: the right one for each kind, with Dutch numbers and dates.

Typed text that is no value keeps the editor open with a sentence; it is never silently dropped.
"""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from riec_desktop.dossier.fields import Kind
from riec_desktop.ui.theme import colours
from riec_desktop.ui.widgets.cell_popup import CellPopup
from riec_desktop.ui.widgets.choice_inputs import RefsListInput, choice_names, choice_of, ids_of
from riec_desktop.ui.widgets.columns import ColumnSpec, copied_text, typed_value, value_of
from riec_desktop.ui.widgets.field_form import make_input
from riec_desktop.ui.widgets.record_model import RecordTableModel, SortedRecords
from riec_desktop.ui.widgets.search_combo import CalmCombo, CellCombo, SearchCombo
from riec_desktop.workspace.values import Invalid, doubt

Index = QModelIndex | QPersistentModelIndex
_POPUPS = (Kind.TEXT, Kind.RICH, Kind.LINES, Kind.REFS, Kind.CHOICES)
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CellDelegate(QStyledItemDelegate):
    """Makes, fills and reads cell editors. `problem` gives a sentence when typed text is no value, '' when it is.

    `offered` gives the id of the record and what can be kept instead of the typed text.
    """

    problem = Signal(str)
    offered = Signal(str, object)

    def __init__(self, proxy: SortedRecords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._proxy = proxy
        self._edited: dict[QWidget, QPersistentModelIndex] = {}

    def _source(self, index: Index) -> tuple[RecordTableModel, QModelIndex, ColumnSpec]:
        model = self._proxy.model
        source = self._proxy.mapToSource(index)
        return model, source, model.column(source)

    # Making

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Called by the view."""
        _, source, column = self._source(index)
        editor = self._editor(parent, column)
        editor.setAccessibleName(column.title)
        self._edited[editor] = QPersistentModelIndex(source)
        return editor

    def _editor(self, parent: QWidget, column: ColumnSpec) -> QWidget:
        if column.kind in _POPUPS:
            return self._popup(parent, column)
        if column.kind is Kind.CHOICE:
            return self._choice(parent, column)
        if column.kind is Kind.REF:
            return self._reference(parent)
        line = QLineEdit(parent)
        line.setFrame(False)
        return line

    def _popup(self, parent: QWidget, column: ColumnSpec) -> QWidget:
        make = RefsListInput if column.kind is Kind.REFS else make_input
        field = make(column.spec, self._proxy.model.context)
        field.set_label(column.title, column.spec.help)
        editor = CellPopup(field, parent)
        editor.closed.connect(lambda: self._finish(editor))
        return editor

    def _choice(self, parent: QWidget, column: ColumnSpec) -> QWidget:
        combo = CellCombo(parent)
        for value, text in choice_names(column.spec).items():
            combo.addItem(text, value)
        combo.activated.connect(lambda: self._finish(combo))
        return combo

    def _reference(self, parent: QWidget) -> QWidget:
        combo = SearchCombo(parent)
        combo.chosen.connect(lambda: self._finish(combo))
        return combo

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    # Filling

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Called by the view, also when the row changes; what a person typed stays."""
        if editor.property("filled"):
            return
        editor.setProperty("filled", True)
        model, source, column = self._source(index)
        record = model.row_record(source)
        value = value_of(column, model.dossier, record)
        match editor:
            case CellPopup():
                editor.field.offer(model.dossier)
                editor.field.start_with(value)
            case SearchCombo():
                editor.set_options(model.context.choices(model.dossier, column.spec, ids_of(value)))
                editor.set_current(value if isinstance(value, str) else None)
            case CalmCombo():
                editor.setCurrentIndex(editor.findData(str(value)))
            case QLineEdit():
                editor.setText(copied_text(column, model.dossier, record))
            case _:
                pass

    # Reading

    def _typed(self, editor: QWidget, index: Index) -> Any:
        model, source, column = self._source(index)
        match editor:
            case CellPopup():
                editor.field.flush()
                return editor.field.read_value()
            case SearchCombo():
                return editor.current_id()
            case CalmCombo():
                return choice_of(column.spec, editor.currentData())
            case QLineEdit():
                return typed_value(column, model.dossier, model.row_record(source), editor.text(), model.context)
            case _:
                return None

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Called by the view: ask for the edit, or say why not."""
        value = self._typed(editor, index)
        if isinstance(value, Invalid):
            typed = editor.text() if isinstance(editor, QLineEdit) else ""
            self.problem.emit(f"‘{typed}’: {value.sentence}")
            self._offer(index, value)
        else:
            self.problem.emit("")
            model.setData(index, value, Qt.ItemDataRole.EditRole)
            self._doubt(editor, index)

    def _offer(self, index: Index, value: Invalid) -> None:
        model, source, _ = self._source(index)
        if value.offers:
            self.offered.emit(model.row_record(source).id, value.offers)

    def _doubt(self, editor: QWidget, index: Index) -> None:
        """Say how typed text was read that can be read in two ways."""
        asked = doubt(self._source(index)[2].spec, editor.text()) if isinstance(editor, QLineEdit) else ""
        if asked:
            self.problem.emit(asked)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and Tab do not leave an editor that holds no value."""
        leaves = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _LEAVING
        if leaves and isinstance(editor, QLineEdit) and self._refuses(editor):
            return True
        return super().eventFilter(editor, event)

    def _refuses(self, line: QLineEdit) -> bool:
        index = self._edited.get(line)
        if index is None or not index.isValid():
            return False
        value = self._typed(line, self._proxy.mapFromSource(index))
        if isinstance(value, Invalid):
            self.problem.emit(value.sentence)
            self._offer(self._proxy.mapFromSource(index), value)
            line.selectAll()
        return isinstance(value, Invalid)

    def drop_editors(self) -> None:
        """Close what is open and forget what was typed there."""
        for editor in tuple(self._edited):
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Called by the view."""
        self._edited.pop(editor, None)
        super().destroyEditor(editor, index)

    # Painting

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """A name that stands in the row above too is quieter, so that groups of rows are seen."""
        super().initStyleOption(option, index)
        if self._repeats(index, index.row() - 1):
            option.palette.setColor(QPalette.ColorRole.Text, colours(option.palette).muted)

    def _repeats(self, index: Index, row: int) -> bool:
        """Whether another row has the same name in the first column, where that names rows."""
        names = self._proxy.model.columns[0].names_row
        if not names or index.column() or not 0 <= row < self._proxy.rowCount():
            return False
        return bool(self._proxy.index(row, 0).data() == index.data())

    def _ends_group(self, index: Index) -> bool:
        first = self._proxy.index(index.row(), 0)
        return self._proxy.model.columns[0].names_row and not self._repeats(first, index.row() + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, with a thin line below the row, stronger below a group."""
        super().paint(painter, option, index)
        painter.save()
        found = colours(option.palette)
        painter.setPen(QPen(found.input_border if self._ends_group(index) else found.border, 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()
