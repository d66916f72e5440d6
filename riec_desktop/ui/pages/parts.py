"""The parts that most pages are made of: a form of one record, and a table with a form for the chosen one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier import edits
from riec_desktop.dossier.fields import Value
from riec_desktop.dossier.records import Record
from riec_desktop.ui.pages.findings_line import TONES
from riec_desktop.ui.pages.page import PageContext, Part, RecordField, Spot, label
from riec_desktop.ui.paste_preview import PastePreview
from riec_desktop.ui.widgets.columns import ColumnSpec
from riec_desktop.ui.widgets.field_form import RecordForm
from riec_desktop.ui.widgets.form_row import Note
from riec_desktop.ui.widgets.record_table import RecordTable
from riec_desktop.ui.widgets.table_paste import PastePlan
from riec_desktop.workspace.comments import field_counts
from riec_desktop.workspace.names import display_name


class FormPart(Part):
    """The form of one record. `record` finds it, or makes an empty one that is added by its first value.

    The form is made when it is first needed: one that is folded away or has no record costs nothing.
    """

    def __init__(
        self,
        context: PageContext,
        kind: type[Record],
        fields: Sequence[str],
        record: Callable[[], Record | None],
        *,
        title: str = "",
        explanation: str = "",
        folded: bool | None = None,
    ) -> None:
        super().__init__(title, explanation, folded=folded)
        self._context = context
        self.kind = kind
        self._fields = fields
        self._record = record
        self._made: RecordForm | None = None
        self._findings: Sequence[Finding] = ()
        self._locked = False
        if self.card is not None:
            self.card.toggled.connect(self.refresh)

    @property
    def form(self) -> RecordForm:
        """The form, with the record in it."""
        return self._made or self._make()

    def _make(self) -> RecordForm:
        self._made = form = RecordForm(self.kind, self._fields, self._context.forms)
        form.edited.connect(self._edited)
        form.comment_wanted.connect(self._comment)
        form.set_read_only(self._locked)
        self._fill(form)
        self.column.addWidget(form)
        form.show()
        return form

    def _fill(self, form: RecordForm) -> None:
        record = self._record()
        if record is not None:
            dossier = self._context.editing.dossier
            form.set_record(dossier, record)
            form.show_comments(field_counts(dossier, record, form.rows))
            form.show_notes(self._notes(record))

    def _edited(self, field: str, value: Value) -> None:
        """An edit belongs to the record that the form shows, also while another one is about to be shown."""
        record = self.form.record
        if record is not None:
            self._context.editing.set(record, field, value)

    def _comment(self, field: str) -> None:
        record = self._record()
        if record is not None:
            self._context.comment(record, field)

    def _is_folded(self) -> bool:
        return self.card is not None and not self.card.is_opened()

    def grow_unseen(self) -> bool:
        """Make the form that is folded away."""
        wanted = self._made is None and self._record() is not None
        if wanted:
            self._make()
        return wanted

    def refresh(self) -> None:
        """Show the record as it is now; without one the form is not there."""
        there = self._record() is not None
        self.setVisible(there)
        if self._made is not None:
            self._fill(self._made)
        elif there and not self._is_folded():
            self._make()

    def _notes(self, record: Record) -> Mapping[str, Sequence[Note]]:
        """Field → what was noticed there."""
        notes: dict[str, list[Note]] = {}
        for one in self._findings:
            if one.record_id == record.id:
                notes.setdefault(one.field, []).append((TONES[one.severity], one.sentence))
        return notes

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was noticed at the fields of this record."""
        self._findings = findings
        if self._made is not None and self._made.record is not None:
            self._made.show_notes(self._notes(self._made.record))

    def flush(self) -> None:
        """Hand over what is being typed."""
        if self._made is not None:
            self._made.flush()

    def lock(self, *, locked: bool) -> None:
        """Read, and not change."""
        self._locked = locked
        if self._made is not None:
            self._made.set_read_only(locked)

    def locate(self, spot: Spot) -> QWidget | None:
        """The input of a field of this record."""
        record = self._record()
        if record is None or spot.kind != self.kind.__name__ or record.id != spot.record_id:
            return None
        row = self.form.rows.get(spot.field or next(iter(self.form.rows)))
        return row.field if row is not None else None

    def field_of(self, widget: QWidget) -> RecordField | None:
        """The record of the form, and the field in whose row a widget stands."""
        record, field = self._record(), self._made.field_of(widget) if self._made is not None else ""
        return (record, field) if record is not None and field else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Where the records of a table come from. `new` makes one to add (None: nothing can be added or removed).

    `columns` stand in the table, `fields` in the form below it; `open_first`: which shows the first record by itself.
    """

    kind: type[Record]
    columns: Sequence[str | ColumnSpec]
    fields: Sequence[str]
    records: Callable[[], Sequence[Record]]
    new: Callable[[], Record | None] | None = None
    movable: bool | None = None
    empty: str = ""
    open_first: bool = True


class TablePart(Part):
    """A table of records; the chosen one stands whole in a form below it."""

    def __init__(self, context: PageContext, rows: Rows, *, title: str = "", explanation: str = "") -> None:
        super().__init__(title, explanation)
        self._context = context
        self.rows = rows
        self.table = RecordTable(
            rows.kind,
            rows.columns,
            context.forms,
            addable=rows.new is not None,
            movable=rows.movable if rows.new is not None else False,
            new=rows.new,
            empty=rows.empty,
        )
        self.table.set_label(title or rows.kind.label)
        self._called = f"{rows.kind.__name__}: {title}"
        self.table.view.set_own_widths(context.widths.of(self._called))
        self.column.addWidget(self.table)
        self._name = label("", level=3)
        self._name.hide()
        self.column.addWidget(self._name)
        self.detail = FormPart(context, rows.kind, rows.fields, self.chosen) if rows.fields else None
        if self.detail is not None:
            self.column.addWidget(self.detail)
        self._connect()

    def _connect(self) -> None:
        self.table.edit_requested.connect(self._edit)
        self.table.add_requested.connect(self.add_row)
        self.table.delete_requested.connect(self.remove_rows)
        self.table.move_requested.connect(self._move)
        self.table.cells_requested.connect(self._set_cells)
        self.table.paste_planned.connect(self._review_paste)
        self.table.chosen.connect(self.refresh_detail)

    def chosen(self) -> Record | None:
        """The record that is chosen in the table."""
        chosen_id = self.table.current_id()
        return next((one for one in self.rows.records() if one.id == chosen_id), None) if chosen_id else None

    def _edit(self, record_id: str, field: str, value: Value) -> None:
        record = next((one for one in self.rows.records() if one.id == record_id), None)
        if record is not None:
            self._context.editing.set(record, field, value)

    def _set_cells(self, cells: Sequence[tuple[str, str, Value]], verb: str) -> None:
        """Several values at once, as one step."""
        by_id = {one.id: one for one in self.rows.records()}
        known = [(by_id[record_id], field, value) for record_id, field, value in cells if record_id in by_id]
        self._context.editing.paste(self.rows.kind, known, verb)

    def _review_paste(self, plan: PastePlan) -> None:
        """Show what a pasted piece of a spreadsheet does, and do it when the person agrees."""
        dialog = PastePreview(self, plan)
        agreed, chosen = self._context.dialogs.execute(dialog), dialog.chosen()
        dialog.deleteLater()
        if agreed:
            cells = [(one.record, one.field, one.value) for one in chosen if one.record is not None]
            self._context.editing.paste(self.rows.kind, cells)

    def add_row(self) -> None:
        """Add a record, and let the person type in its first cell."""
        record = self.rows.new() if self.rows.new else None
        if record is not None:
            self._context.editing.add(record)
            first_cell = next((one.field for one in self.table.model.columns if one.editable), "")
            self.table.edit_cell(record.id, first_cell)

    def remove_rows(self, ids: Sequence[str]) -> None:
        """Remove records and what is part of them."""
        self._context.editing.remove(self.rows.kind, ids)

    def _move(self, record_id: str, index: int) -> None:
        """Put a record at a place among the rows shown, which may be some of its siblings only."""
        editing = self._context.editing
        others = [one.id for one in self.rows.records() if one.id != record_id]
        moved = next((one for one in self.rows.records() if one.id == record_id), None)
        if moved is None or not others:
            return
        siblings = [one.id for one in edits.siblings(editing.dossier, moved) if one.id != record_id]
        neighbour = others[min(index, len(others) - 1)]
        after = index >= len(others)
        editing.move(self.rows.kind, record_id, siblings.index(neighbour) + after)

    def name_of(self, record: Record) -> str:
        """What stands above the form of a record."""
        return display_name(self._context.editing.dossier, record)

    def refresh_detail(self) -> None:
        """Another record was chosen."""
        if self.detail is not None:
            self.detail.flush()
            self._show_detail(self.detail)

    def _show_detail(self, detail: FormPart) -> None:
        chosen = self.chosen()
        self._name.setText(self.name_of(chosen) if chosen else "")
        self._name.setVisible(chosen is not None)
        detail.refresh()

    def refresh(self) -> None:
        """Show the records as they are now."""
        records = self.rows.records()
        self.table.set_records(self._context.editing.dossier, records)
        if records and self.rows.open_first and self.detail is not None and not self.table.current_id():
            self.table.choose(records[0].id)
        if self.detail is not None:
            self._show_detail(self.detail)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was noticed at the chosen record."""
        if self.detail is not None:
            self.detail.show_findings(findings)

    def flush(self) -> None:
        """Hand over what is being typed, and remember how wide the columns are."""
        self._context.widths.keep(self._called, self.table.view.own_widths())
        if self.detail is not None:
            self.detail.flush()

    def lock(self, *, locked: bool) -> None:
        """Read, and not change."""
        self.table.set_read_only(locked)
        if self.detail is not None:
            self.detail.lock(locked=locked)

    def locate(self, spot: Spot) -> QWidget | None:
        """Choose the record and give the input of the field: in the form, else in the table."""
        if spot.kind != self.rows.kind.__name__ or all(one.id != spot.record_id for one in self.rows.records()):
            return None
        self.table.choose(spot.record_id)
        self.refresh_detail()
        in_form = self.detail.locate(spot) if self.detail is not None else None
        return in_form or self.table

    def field_of(self, widget: QWidget) -> RecordField | None:
        """The chosen record and the field of the cell that the cursor is in."""
        index = self.table.proxy.mapToSource(self.table.view.currentIndex())
        record = self.chosen()
        if record is None or not index.isValid() or not self.table.isAncestorOf(widget):
            return None
        field = self.table.model.columns[index.column()].field
        return (record, field) if field else None
