"""Choosing several: a list of check boxes with a search line, and a field that opens it and shows what was chosen."""

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from riec_desktop.ui.theme import characters, line_height, unit

SEARCH_FROM = 8
"""A list this long gets a search line."""

NOTHING = "(geen)"


class CheckList(QWidget):
    """Check boxes in a list. `changed` gives the chosen ids in the order of the list; Space checks, typing searches."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Zoeken…")
        self.search.setAccessibleName("Zoeken in de lijst")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.items = QListWidget(self)
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.setSpacing(unit(self) // 2)
        self.items.itemChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit(self))
        column.addWidget(self.search)
        column.addWidget(self.items)
        self.setFocusProxy(self.items)

    def set_options(self, names: Mapping[str, str], chosen: Iterable[str]) -> None:
        """Id → name of what can be chosen, and what is."""
        wanted = set(chosen)
        self.items.blockSignals(True)
        self.items.clear()
        for record_id, name in names.items():
            self.items.addItem(_item(record_id, name, on=record_id in wanted))
        self.items.blockSignals(False)
        self.items.setCurrentRow(0)
        self.search.clear()
        self.search.setVisible(len(names) >= SEARCH_FROM)
        self.setFocusProxy(self.search if len(names) >= SEARCH_FROM else self.items)

    def set_label(self, name: str, description: str = "") -> None:
        """What a screen reader says."""
        self.items.setAccessibleName(name)
        self.items.setAccessibleDescription(description)

    def chosen(self) -> tuple[str, ...]:
        """The chosen ids."""
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in self._all() if item.checkState() is Qt.CheckState.Checked
        )

    def height_of_all(self) -> int:
        """The height in pixels that shows every line."""
        row = max(self.items.sizeHintForRow(0), line_height(self)) + 2 * self.items.spacing()
        return row * self.items.count() + 2 * self.items.frameWidth()

    def _all(self) -> Iterator[QListWidgetItem]:
        yield from (self.items.item(row) for row in range(self.items.count()))

    def _tell(self, _: QListWidgetItem) -> None:
        self.changed.emit(self.chosen())

    def _filter(self, text: str) -> None:
        for item in self._all():
            item.setHidden(text.casefold() not in item.text().casefold())
        first = next((item for item in self._all() if not item.isHidden()), None)
        if first is not None:
            self.items.setCurrentItem(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search line the arrows walk through the list and Enter checks."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.items.count():
            _flip(self.items.currentItem())
            return True
        return False

    def _step(self, step: int) -> None:
        shown = [item for item in self._all() if not item.isHidden()]
        if shown:
            now = self.items.currentItem()
            at = shown.index(now) if now in shown else 0
            self.items.setCurrentItem(shown[max(0, min(at + step, len(shown) - 1))])


def _item(record_id: str, name: str, *, on: bool) -> QListWidgetItem:
    item = QListWidgetItem(name)
    item.setData(Qt.ItemDataRole.UserRole, record_id)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    return item


def _flip(item: QListWidgetItem) -> None:
    on = item.checkState() is Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)


class CheckPopup(QFrame):
    """A check list in a window of its own under a field. Esc and clicking elsewhere close it; choices count at once."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.list = CheckList(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(unit(self) * 2,) * 4)
        column.addWidget(self.list)

    def open_under(self, field: QWidget) -> None:
        """Show below a field, or above it where the screen ends."""
        width = max(characters(self, 36), min(field.width(), characters(self, 60)))
        height = min(self.list.height_of_all() + unit(self) * 5, line_height(self) * 20)
        if not self.list.search.isHidden():
            height += self.list.search.sizeHint().height() + unit(self)
        self.resize(width, height)
        self.move(self._place(field, height))
        self.show()
        self.list.setFocus()

    @staticmethod
    def _place(field: QWidget, height: int) -> QPoint:
        below = field.mapToGlobal(QPoint(0, field.height()))
        room = field.screen().availableGeometry()
        return below if below.y() + height <= room.bottom() else field.mapToGlobal(QPoint(0, -height))

    def hideEvent(self, event: QEvent) -> None:
        """Tell."""
        self.closed.emit()


class MultiSelect(QAbstractButton):
    """A field that shows several chosen names and opens the list to choose from with Space, Enter or the arrow down."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.popup = CheckPopup(self)
        self.popup.list.changed.connect(self._take)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.open)
        self._names: Mapping[str, str] = {}
        self._chosen: tuple[str, ...] = ()
        self._show_chosen()

    def set_options(self, names: Mapping[str, str], chosen: tuple[str, ...]) -> None:
        """Id → name of what can be chosen, and what is. An open list keeps what is being checked in it."""
        if self.popup.isVisible() and set(chosen) == set(self._chosen):
            return
        self._names, self._chosen = dict(names), chosen
        self._show_chosen()

    def chosen(self) -> tuple[str, ...]:
        """The chosen ids."""
        return self._chosen

    def open(self) -> None:
        """Open the list."""
        self.popup.list.set_options(self._names, self._chosen)
        self.popup.list.set_label(self.accessibleName(), self.accessibleDescription())
        self.popup.open_under(self)

    def _take(self, chosen: tuple[str, ...]) -> None:
        self._chosen = chosen
        self._show_chosen()
        self.changed.emit(chosen)

    def _show_chosen(self) -> None:
        self.setText(", ".join(self._names[one] for one in self._chosen if one in self._names) or NOTHING)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Enter and the arrow down open the list, as in a combo box."""
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.open()
        else:
            super().keyPressEvent(e)

    # Size and painting: a combo box whose text may take several lines

    def _text_width(self, width: int) -> int:
        return max(1, width - self._arrow_width() - unit(self) * 3)

    def _arrow_width(self) -> int:
        return self.fontMetrics().height() + unit(self) * 2

    def heightForWidth(self, arg__1: int) -> int:
        """As many lines as the names need."""
        room = QRect(0, 0, self._text_width(arg__1), 100_000)
        text = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return text.height() + unit(self) * 3

    def hasHeightForWidth(self) -> bool:
        """Long lists of names wrap."""
        return True

    def sizeHint(self) -> QSize:
        """Wide enough for a few names."""
        width = characters(self, 30)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(characters(self, 12), line_height(self) + unit(self) * 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width can mean more lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, e: QPaintEvent) -> None:
        """Ground and arrow of a combo box, then the names."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        option.initFrom(self)
        if self.underMouse():
            option.state |= QStyle.StateFlag.State_MouseOver
        option.editable = False
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        area = QRect(unit(self) * 2, 0, self._text_width(self.width()), self.height())
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.text())
