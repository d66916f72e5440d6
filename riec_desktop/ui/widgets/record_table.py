"""A table of records with everything a person does with one: edit, add, delete, move, sort, copy and paste.

It changes nothing itself: each wish is a signal.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import number
from riec_desktop.dossier.fields import Value
from riec_desktop.dossier.records import Record
from riec_desktop.ui.icons import icon
from riec_desktop.ui.theme import Tone, colours, icon_size, small_font, unit
from riec_desktop.ui.widgets.columns import ColumnSpec, field_column
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.delegates import CellDelegate
from riec_desktop.ui.widgets.field_menu import add_field_actions
from riec_desktop.ui.widgets.filter_line import KEYS, MANY, FilterLine
from riec_desktop.ui.widgets.ink_label import InkLabel
from riec_desktop.ui.widgets.notes import FindingLabel
from riec_desktop.ui.widgets.offers import OfferLine
from riec_desktop.ui.widgets.record_model import RecordTableModel, SortedRecords
from riec_desktop.ui.widgets.record_view import RecordView
from riec_desktop.ui.widgets.table_cells import emptied, filled_down
from riec_desktop.ui.widgets.table_clipboard import cells_of, copied
from riec_desktop.ui.widgets.table_menu import MenuEntry, order_entries, row_entries, table_menu
from riec_desktop.ui.widgets.table_paste import New, PastePlan, is_single, planned
from riec_desktop.ui.widgets.table_words import KEYS_HELP, MOST_LINES, NO_TEXT, NOTHING_NEW, TOO_MANY, counted


class RecordTable(QWidget):
    """Rows are records of one type.

    `edit_requested` gives record id, field and value; `delete_requested` ids; `move_requested` an id and the index in
    the rows where the record should come; `cells_requested` a list of (record id, field, value) and what that is
    called, one step of undo; `paste_planned` a `PastePlan` that the person must see first; `chosen` tells that another
    row is the current one.
    """

    edit_requested = Signal(str, str, object)
    add_requested = Signal()
    delete_requested = Signal(list)
    move_requested = Signal(str, int)
    cells_requested = Signal(list, str)
    paste_planned = Signal(object)
    chosen = Signal()

    def __init__(
        self,
        kind: type[Record],
        columns: Sequence[str | ColumnSpec],
        context: FormContext | None = None,
        *,
        addable: bool = True,
        movable: bool | None = None,
        new: New | None = None,
        empty: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`columns` are field names or column specifications; `movable` None: when the type has a position.

        `new` makes a record for a pasted row below the last. Without `addable` rows come and go by themselves, as with
        figures; then Delete empties cells.
        """
        super().__init__(parent)
        self._kind = kind
        self._addable = addable
        self._new = new
        self._movable = "position" in kind.__dataclass_fields__ if movable is None else movable
        specs = tuple(field_column(kind, one) if isinstance(one, str) else one for one in columns)
        self.model = RecordTableModel(specs, context, self)
        self.proxy = SortedRecords(self.model, self)
        self._delegate = CellDelegate(self.proxy, self)
        self.view = RecordView(empty or f"Nog geen {kind.label}. Kies Toevoegen om te beginnen.", self)
        self.message = FindingLabel(tone=Tone.WARNING, parent=self)
        self.buttons = self._make_buttons()
        self.offers = OfferLine(self)
        self.filter = FilterLine(f"{kind.label}: filteren", self)
        self.count = InkLabel(parent=self)
        self._wanted = ""
        self._unfit = False
        self._lay_out()
        self._connect()
        self._show_state()

    # Building

    def _make_buttons(self) -> dict[str, QToolButton]:
        made: dict[str, QToolButton] = {}
        if self._addable:
            made["add"] = self._button("add", "Toevoegen", "Insert", self.add_requested.emit, worded=True)
            made["remove"] = self._button("remove", "Verwijderen", "Delete", self.delete_selected, worded=True)
        if self._movable:
            made["up"] = self._button("up", "Omhoog", "Alt+Up", lambda: self.move_current(-1))
            made["down"] = self._button("down", "Omlaag", "Alt+Down", lambda: self.move_current(1))
        return made

    def _button(
        self, picture: str, title: str, keys: str, run: Callable[[], None], *, worded: bool = False
    ) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(picture))
        button.setIconSize(QSize(icon_size(self), icon_size(self)))
        button.setText(title)
        if worded:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{title} ({native})")
        button.setAccessibleName(f"{self._kind.label}: {title.lower()}")

        def press() -> None:
            run()

        # Qt tells whether a button is down, and a partial function does not get that from it.
        button.clicked.connect(press)
        self.view.bind(keys, run)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(unit(self), 0, unit(self) * 2, 0)
        row.setSpacing(unit(self))
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.filter)
        row.addWidget(self.count)
        self.count.setFont(small_font(self.font()))
        self.message.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, unit(self))
        column.setSpacing(unit(self))
        for widget in (self.view, self.message, self.offers):
            column.addWidget(widget)
        column.addLayout(row)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._delegate.problem.connect(self.show_message)
        self._delegate.offered.connect(self.offers.show_offers)
        self.offers.taken.connect(self._take_offer)
        self.view.setModel(self.proxy)
        self.view.setItemDelegate(self._delegate)
        self.view.set_columns(self.model.columns)
        self.view.setAccessibleName(f"Tabel {self._kind.label}")
        self.view.setAccessibleDescription(KEYS_HELP)
        self.view.selectionModel().currentRowChanged.connect(self._current_changed)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._show_state)
        self.view.bind("Ctrl+C", self.copy)
        self.view.bind("Ctrl+V", self.paste)
        self.view.bind(KEYS, self._begin_filter)
        self.filter.textChanged.connect(self._filter)
        self.filter.left.connect(self.view.setFocus)
        self.view.bind("Ctrl+X", self.cut)
        self.view.bind("Ctrl+D", self.fill_down)
        if not self._addable:
            self.view.bind("Delete", self.empty_selected)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.model.edit_requested.connect(self.edit_requested)
        for changed in (self.model.dataChanged, self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            changed.connect(self._rows_changed)

    # Contents

    def set_records(self, dossier: Dossier, records: Sequence[Record]) -> None:
        """Show these records in this order; the current row stays current."""
        current, column = self.current_id(), self.view.currentIndex().column()
        self.model.set_rows(dossier, records)
        if self.current_id() != current or self._wanted:
            self.choose(self._wanted or current, max(0, column))
        self._show_state()
        if self._unfit:
            self._unfit = False
            self.view.fit_rows()

    def _rows_changed(self) -> None:
        self._unfit = True

    def set_label(self, name: str) -> None:
        """What a screen reader says for the table."""
        self.view.setAccessibleName(name)

    def set_read_only(self, on: bool) -> None:
        """A table that can be read and copied, not changed."""
        self.model.read_only = on
        self._show_state()

    def record(self, record_id: str) -> Record | None:
        """The record of a row, also one that the dossier does not hold yet."""
        return self.model.record(record_id)

    def current_id(self) -> str:
        """The id of the current row, '' when there is none."""
        index = self.proxy.mapToSource(self.view.currentIndex())
        return self.model.row_record(index).id if index.isValid() else ""

    def choose(self, record_id: str, column: int = 0) -> bool:
        """Make a row current; False when it is not there (it is chosen as soon as it comes)."""
        ids = [record.id for record in self.model.records]
        if record_id not in ids:
            self._wanted = record_id
            return False
        self._wanted = ""
        source = self.model.index(ids.index(record_id), column)
        if not self.proxy.mapFromSource(source).isValid():
            self.filter.clear()
        index = self.proxy.mapFromSource(source)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        return True

    def edit_cell(self, record_id: str, field: str) -> bool:
        """Open the editor of a cell; False when there is no such cell."""
        names = [column.field for column in self.model.columns]
        if field not in names or not self.choose(record_id, names.index(field)):
            return False
        self.view.setFocus()
        self.view.edit(self.view.currentIndex())
        return True

    def show_message(self, sentence: str) -> None:
        """A sentence under the table; '' for none."""
        self.message.show_finding(sentence, Tone.WARNING)
        self.message.setVisible(bool(sentence))
        if not sentence:
            self.offers.show_offers("", ())

    def _take_offer(self, cells: Sequence[tuple[str, str, Value]]) -> None:
        """What was offered instead of typed text that is no value."""
        self._delegate.drop_editors()
        self.view.setFocus()
        self.show_message("")
        self.cells_requested.emit(cells, "reden kiezen")

    def _filter(self, text: str) -> None:
        self.proxy.show_only(text)
        if not self.view.currentIndex().isValid() and self.proxy.rowCount():
            self.view.setCurrentIndex(self.proxy.index(0, 0))
        self.view.fit_rows()
        self._show_state()

    def _current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_state()
        self.chosen.emit()

    def _show_state(self) -> None:
        rows, current = len(self.model.records), self._current_row()
        ordered = self._in_own_order()
        allowed = {
            "add": True,
            "remove": current >= 0,
            "up": current > 0 and ordered,
            "down": 0 <= current < rows - 1 and ordered,
        }
        for name, button in self.buttons.items():
            button.setEnabled(allowed[name] and not self.model.read_only)
        self.filter.setVisible(rows > MANY or self.proxy.is_filtered())
        self.count.setText(counted(rows, self.proxy.rowCount() if self.proxy.is_filtered() else rows))

    def _in_own_order(self) -> bool:
        """Whether the rows stand one below the other as they are, so that a row can get another place."""
        return self.proxy.sortColumn() < 0 and not self.proxy.is_filtered()

    # The menu

    def _show_menu(self, place: QPoint) -> None:
        """At the mouse, or with the menu key at the current cell."""
        cell = self.view.visualRect(self.view.currentIndex())
        shown = place if cell.contains(place) or not cell.isValid() else cell.bottomLeft()
        self.menu().popup(self.view.viewport().mapToGlobal(shown))

    def menu(self) -> QMenu:
        """What can be done here, now."""
        title = self.model.columns[max(0, self.view.currentIndex().column())].title
        order = order_entries(title, self._sort, self._begin_filter, sorted_now=self.proxy.sortColumn() >= 0)
        menu = table_menu([*self._cell_entries(), *order, *row_entries(self.buttons)], self)
        add_field_actions(menu, self)
        return menu

    def _cell_entries(self) -> Sequence[MenuEntry]:
        some, free = bool(self._selected()), not self.model.read_only
        return (
            MenuEntry(title="K&nippen", run=self.cut, keys="Ctrl+X", enabled=some and free),
            MenuEntry(title="&Kopiëren", run=self.copy, keys="Ctrl+C", enabled=some),
            MenuEntry(
                title="&Plakken", run=self.paste, keys="Ctrl+V", enabled=free and (some or self._new is not None)
            ),
            MenuEntry(title="&Doorvoeren naar beneden", run=self.fill_down, keys="Ctrl+D", enabled=some and free),
            MenuEntry(title="&Leegmaken", run=self.empty_selected, enabled=some and free),
        )

    def _sort(self, order: Qt.SortOrder | None) -> None:
        """By the column of the current cell; None for the own order of the rows."""
        column = max(0, self.view.currentIndex().column())
        header = self.view.horizontalHeader()
        header.setSortIndicator(-1 if order is None else column, order or Qt.SortOrder.AscendingOrder)

    def _begin_filter(self) -> None:
        self.filter.show()
        self.filter.setFocus()

    # Wishes

    def _selected(self) -> list[QModelIndex]:
        found = self.view.selectionModel().selectedIndexes()
        current = self.view.currentIndex()
        return found or ([current] if current.isValid() else [])

    def _current_row(self) -> int:
        return self.proxy.mapToSource(self.view.currentIndex()).row()

    def selected_ids(self) -> list[str]:
        """The ids of the rows with a selected cell, in the order of the rows."""
        rows = sorted({self.proxy.mapToSource(index).row() for index in self._selected()})
        return [self.model.records[row].id for row in rows]

    def delete_selected(self) -> None:
        """Ask to delete the rows with a selected cell."""
        ids = self.selected_ids()
        if ids and not self.model.read_only:
            self.delete_requested.emit(ids)

    def move_current(self, step: int) -> None:
        """Ask to move the current row up (-1) or down (+1); rows sorted by a column have no order to change."""
        row = self._current_row()
        if row < 0 or self.model.read_only:
            return
        if self.proxy.is_filtered():
            self.show_message("Niet alle rijen zijn in beeld. Maak eerst het vak Filteren leeg.")
        elif self.proxy.sortColumn() >= 0:
            self.show_message("De rijen staan op volgorde van een kolom. Klik op de kop tot het pijltje weg is.")
        elif 0 <= row + step < len(self.model.records):
            self.move_requested.emit(self.model.records[row].id, row + step)

    # The clipboard

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        selected = self._selected()
        if selected:
            QGuiApplication.clipboard().setMimeData(copied(self.proxy, selected))

    def cut(self) -> None:
        """Put the selected cells on the clipboard and ask to empty them."""
        self.copy()
        self.empty_selected()

    def paste(self) -> None:
        """Ask to put what is on the clipboard from the selection on: one cell at once, more after a look."""
        mime = QGuiApplication.clipboard().mimeData()
        selected = self._selected()
        if self.model.read_only or not (selected or self._new):
            return
        if not mime.hasText():
            self.show_message(NO_TEXT)
            return
        cells = cells_of(mime)
        if len(cells) > MOST_LINES:
            self.show_message(TOO_MANY.format(count=number(len(cells)), most=number(MOST_LINES)))
            return
        self._ask_to_paste(planned(self.proxy, selected, cells, self._new), at_once=is_single(cells) and bool(selected))

    def _ask_to_paste(self, plan: PastePlan, *, at_once: bool) -> None:
        self.show_message(plan.message() if at_once else "" if plan.cells else NOTHING_NEW)
        if plan.cells and not at_once:
            self.paste_planned.emit(plan)
        elif plan.edits():
            self.cells_requested.emit(plan.edits(), "plakken")

    def empty_selected(self) -> None:
        """Ask to empty the selected cells."""
        cells = [] if self.model.read_only else list(emptied(self.proxy, self._selected()))
        if cells:
            self.cells_requested.emit(cells, "leegmaken")

    def fill_down(self) -> None:
        """Ask to give the selected cells what stands in the topmost; one cell takes what stands above it."""
        cells = [] if self.model.read_only else list(filled_down(self.proxy, self._selected()))
        if cells:
            self.cells_requested.emit(cells, "doorvoeren")

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """One frame around grid and buttons."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours(self.palette()).border, 1))
        painter.setBrush(self.palette().base())
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), unit(self), unit(self))
