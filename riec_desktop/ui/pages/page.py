"""What every page is: a title, parts below each other, and three things the window asks of it.

`refresh` brings it up to date after any edit, `flush` hands over what is being typed, `locate` finds the input of a
field.
A part compares what it must show with what it shows, so a refresh costs little and never takes the cursor away.

A page grows from top to bottom: what is in sight at first is there at once, the rest piece by piece after it was
painted. Whoever looks for something further down gets it: `locate` and `scroll_to` let the page grow as far as needed.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier.records import Record
from riec_desktop.ui.background import Background
from riec_desktop.ui.dialogs import Dialogs
from riec_desktop.ui.editing import Editing
from riec_desktop.ui.kept_widths import KeptWidths
from riec_desktop.ui.labels import label
from riec_desktop.ui.places import Place
from riec_desktop.ui.theme import characters, unit
from riec_desktop.ui.typed import optional
from riec_desktop.ui.widgets.card import Card
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.record_table import RecordTable

WIDEST = 140
"""Characters: a page is no wider than a person reads comfortably."""


ROOM = 10_000
"""Pixels: higher than what is in sight at first."""

DEPTH = 8
"""Layouts within layouts on a page: each passes a new size on to the next."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A field of a record; without a field the record as a whole."""

    kind: str
    record_id: str
    field: str = ""


RecordField = tuple[Record, str]
"""A record, written or not, and the name of a field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext:
    """What a page gets from the window.

    `widths` keeps how wide columns are.
    `show` goes to a place, `jump` to a field wherever it is, `comment` shows the comments on a field of a record to
    write one, `begin_year` asks for the next report year, `spread` divides pasted cells with figures over their years
    (of the indicator with this id where they name none); `background` does what takes time. `today` is the day that
    deadlines are compared with, `author` the person at the keyboard.
    """

    editing: Editing
    dialogs: Dialogs
    forms: FormContext
    show: Callable[[Place], None]
    jump: Callable[[Spot], None]
    new_id: Callable[[], str]
    today: Callable[[], date]
    author: str
    background: Background
    comment: Callable[[Record, str], None]
    begin_year: Callable[[], None]
    spread: Callable[[Sequence[Sequence[str]], str | None], None]
    widths: KeptWidths


class Part(QWidget):
    """A piece of a page; with a title it is a card. What it shows goes into `column`. `more` says that it can grow."""

    more = Signal()

    def __init__(self, title: str = "", explanation: str = "", *, folded: bool | None = None) -> None:
        """`folded` None: it cannot be folded."""
        super().__init__()
        self.setAccessibleName(title)
        self.card: Card | None = None
        self.column = QVBoxLayout()
        self.column.setSpacing(unit(self) * 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        if title:
            self.card = Card(title, explanation, collapsible=folded is not None, opened=not folded)
            self.card.add(self.column)
            if folded is None:
                self.card.head.setStretch(0, 100)
            outer.addWidget(self.card)
        else:
            outer.addLayout(self.column)

    def unfold(self) -> None:
        """Show what is in the part."""
        if self.card is not None:
            self.card.set_opened(True)

    def grow(self) -> bool:
        """Make the next piece of what is further down in the part; False when all that is in sight is there."""
        return False

    def grow_unseen(self) -> bool:
        """Make a piece that is folded away; False when there is none to make."""
        return False

    def refresh(self) -> None:
        """Show what the dossier holds now."""

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was noticed at the fields of this part."""

    def flush(self) -> None:
        """Hand over what is being typed."""

    def lock(self, *, locked: bool) -> None:
        """Let what is in the part be read and not changed, or changed again."""
        self.setEnabled(not locked)

    def locate(self, spot: Spot) -> QWidget | None:
        """The input of a field, made visible; None when it is not here."""
        return None

    def field_of(self, widget: QWidget) -> RecordField | None:
        """The record and field that a widget in this part belongs to; None for none."""
        return None


def _without_field(spot: Spot) -> Spot:
    return replace(spot, field="")


class Page(QWidget):
    """A scrolling column of parts under a title. `more` says that it can grow again."""

    more = Signal()

    def __init__(self, title: str, explanation: str = "") -> None:
        super().__init__()
        self._parts: list[Part] = []
        self._waiting: deque[Part] = deque()
        self._unseen = QWidget(self)
        self._unseen.hide()
        self._findings: Sequence[Finding] = ()
        self._locked = False
        self.heading = label(title, level=1)
        # Tab passes it by, and goes on from it.
        self.heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = self._scroller()
        outer.addWidget(self._scroll)
        self.add_widget(self.heading)
        if explanation:
            self.add_widget(label(explanation, muted=True))
        self.set_title(title)

    def _scroller(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._sheet())
        return scroll

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        space = unit(self)
        row.setContentsMargins(space * 5, space * 4, space * 5, space * 6)
        self.content = QWidget()
        self.content.setMaximumWidth(characters(self, WIDEST))
        self.content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(space * 5)
        self.column.addStretch(1)
        row.addWidget(self.content, 1)
        row.addStretch(0)
        return sheet

    def set_title(self, title: str) -> None:
        """Another title, as when the record that the page shows gets another name."""
        self.heading.setText(title)
        self.setAccessibleName(title)

    def add(self, *parts: Part) -> None:
        """Put parts below the ones that are there; each comes in sight when the page has grown that far."""
        for part in parts:
            part.setParent(self._unseen)
            part.more.connect(self.more)
            self._waiting.append(part)

    def add_widget(self, widget: QWidget) -> None:
        """Put a widget below what is there, above the space that is left."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def settle_layout(self) -> None:
        """Give everything its place now, so that nobody sees a page being arranged."""
        for _ in range(DEPTH):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def begin(self, position: int, height: int) -> None:
        """Come in sight, scrolled to a position; `height` is how high the page was when it was whole, 0 for unknown.

        What is made finds room for itself: a piece that must be squeezed in at first is laid out twice.
        """
        self.show()
        self.reserve(height or ROOM)
        self.scroll_to(position)
        if not height:
            self.reserve(0)
            self.settle_layout()

    def reserve(self, height: int) -> None:
        """Be this high already, so that the scroll bar does not move while the page grows; 0 when it is whole."""
        self.content.setMinimumHeight(height)

    def scroll_position(self) -> int:
        """How far the page is scrolled, to come back to it."""
        return self._scroll.verticalScrollBar().value()

    def scroll_to(self, position: int) -> None:
        """Scroll back; what is in sight there is made now."""
        self.settle_layout()
        while self._reach() < position + self._scroll.viewport().height() and self._grow_down():
            self.settle_layout()
        self._scroll.verticalScrollBar().setValue(position)

    def _reach(self) -> int:
        """How far down the page has grown, in pixels."""
        return self._parts[-1].mapTo(self.content, self._parts[-1].rect().bottomLeft()).y() if self._parts else 0

    # --- growing -----------------------------------------------------------------------------------------------------

    def grow(self) -> bool:
        """Make the next piece, as up to date as the rest; False when the page is whole."""
        return self._grow_down() or any(part.grow_unseen() for part in self._parts)

    def _grow_down(self) -> bool:
        return any(part.grow() for part in self._parts) or self._next_part()

    def grow_to(self, part: Part) -> None:
        """Grow until this part is in the page."""
        while part in self._waiting:
            self.grow()

    def _next_part(self) -> bool:
        if not self._waiting:
            return False
        part = self._waiting[0]
        part.refresh()
        part.show_findings(self._findings)
        part.lock(locked=self._locked)
        # Only now: a part that fails is tried again and told, never left out.
        self._parts.append(self._waiting.popleft())
        hid_itself = part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        self.add_widget(part)
        part.setVisible(not hid_itself)
        return True

    # --- what the window asks ----------------------------------------------------------------------------------------

    def lock(self, *, locked: bool) -> None:
        """A closed year can be read and not changed."""
        self._locked = locked
        for part in self._parts:
            part.lock(locked=locked)

    def refresh(self) -> None:
        """Every part shows what the dossier holds now."""
        for part in self._parts:
            part.refresh()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Every part shows what was noticed at its fields."""
        self._findings = findings
        for part in self._parts:
            part.show_findings(findings)

    def flush(self) -> None:
        """Every part hands over what is being typed."""
        for part in self._parts:
            part.flush()

    def locate(self, spot: Spot) -> QWidget | None:
        """The input of a field; of the record when the field has none."""
        return self._found(spot) or self._found(_without_field(spot))

    def _found(self, spot: Spot) -> QWidget | None:
        """Where it is, as far down as the page must grow for it."""
        found = self._found_here(spot)
        while found is None and self.grow():
            found = self._found_here(spot)
        return found

    def _found_here(self, spot: Spot) -> QWidget | None:
        for part in self._parts:
            found = part.locate(spot)
            if found is not None:
                part.unfold()
                return found
        return None

    def has_input(self, spot: Spot) -> bool:
        """Whether the field itself can be typed in here, and not only seen as a row of a table."""
        found = self._found(spot)
        return found is not None and not isinstance(found, RecordTable)

    def focus_on(self, spot: Spot) -> bool:
        """Bring the input of a field into sight and put the cursor there. False when the page has none.

        Who comes for a record and not for a field gets no choice under their keys: a letter or an arrow would change
        it. The title is read to them instead, and Tab goes on from there.
        """
        found = self.locate(spot)
        if found is None:
            return False
        target = self.heading if not spot.field and is_choice(found) else found
        self.settle_layout()
        self._scroll.ensureWidgetVisible(target, 0, self.height() // 4)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def is_choice(field: QWidget) -> bool:
    """Whether a key that is pressed in this input may choose another value."""
    return isinstance(optional(field.focusProxy()) or field, QComboBox)


def field_at(widget: QWidget | None) -> RecordField | None:
    """The record and field that a widget belongs to, asked of the parts around it from the inside out."""
    around = widget
    while widget is not None and around is not None:
        found = around.field_of(widget) if isinstance(around, Part) else None
        if found is not None:
            return found
        around = optional(around.parentWidget())
    return None


def first(found: Iterable[QWidget | None]) -> QWidget | None:
    """The first that is there."""
    return next((one for one in found if one is not None), None)
