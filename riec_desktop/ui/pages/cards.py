"""Records as cards below each other, each with its whole form: boxes, and other things that are few and long."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier import edits
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.records import Record
from riec_desktop.ui.icons import icon
from riec_desktop.ui.pages.leafing import Leafing
from riec_desktop.ui.pages.page import PageContext, Part, Spot, first, label
from riec_desktop.ui.pages.parts import FormPart
from riec_desktop.ui.theme import unit
from riec_desktop.ui.widgets.card import Card
from riec_desktop.workspace.names import display_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """Which records the cards show. `one` is the Dutch word for one of them, `nothing` stands there without any.

    `add` is what the button to add one says.
    """

    kind: type[Record]
    fields: Sequence[str]
    records: Callable[[], Sequence[Record]]
    new: Callable[[], Record | None]
    one: str
    nothing: str
    add: str


def small_button(picture: str, name: str, run: Callable[[], None]) -> QToolButton:
    """A button with only an icon; its name is its tooltip."""
    made = QToolButton()
    made.setIcon(icon(picture))
    made.setAutoRaise(True)
    made.setAccessibleName(name)
    made.setToolTip(name)

    def press() -> None:
        run()

    made.clicked.connect(press)
    return made


_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RecordCard(Card):
    """One record with buttons to move and remove it; Alt with an arrow moves it too, as in tables."""

    step_wanted = Signal(str, int)
    removal_wanted = Signal(str)

    def __init__(self, context: PageContext, deck: Deck, record_id: str) -> None:
        super().__init__(capitalised(deck.one))
        self.head.setStretch(0, 100)
        self._context = context
        self.deck = deck
        self._record_id = record_id
        self._locked = False
        self.form = FormPart(context, deck.kind, deck.fields, self.record)
        self._buttons = (
            small_button(
                "up", f"Deze {deck.one} omhoog (Alt+Pijl omhoog)", lambda: self.step_wanted.emit(record_id, -1)
            ),
            small_button(
                "down", f"Deze {deck.one} omlaag (Alt+Pijl omlaag)", lambda: self.step_wanted.emit(record_id, 1)
            ),
            small_button("remove", f"Deze {deck.one} verwijderen", lambda: self.removal_wanted.emit(record_id)),
        )
        for button in self._buttons:
            self.add_action(button)
        self.add(self.form)

    def lock(self, *, locked: bool) -> None:
        """Read, and not change."""
        self._locked = locked
        self.form.lock(locked=locked)
        for button in self._buttons:
            button.setEnabled(not locked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that move the card, where no input in it has a use for them."""
        step = _STEPS.get(Qt.Key(event.key())) if event.modifiers() == Qt.KeyboardModifier.AltModifier else None
        if step is None or self._locked:
            super().keyPressEvent(event)
        else:
            self.form.flush()
            self.step_wanted.emit(self._record_id, step)

    def record(self) -> Record | None:
        """The record as it is now."""
        return self._context.editing.dossier.get(self.deck.kind, self._record_id)

    def refresh(self) -> None:
        """Show it."""
        record = self.record()
        if record is not None:
            self.set_title(display_name(self._context.editing.dossier, record))
        self.form.refresh()


class CardsPart(Part):
    """All the cards, and a button to add one."""

    def __init__(self, context: PageContext, deck: Deck, *, title: str, explanation: str = "") -> None:
        super().__init__()
        self._context = context
        self.deck = deck
        self._cards: dict[str, RecordCard] = {}
        self._order: list[str] = []
        self._locked = False
        self._some: int | None = 1
        self._findings: Sequence[Finding] = ()
        self.setAccessibleName(title)
        self.column.addLayout(self._head(title))
        if explanation:
            self.column.addWidget(label(explanation, muted=True))
        self._nothing = label(deck.nothing, muted=True)
        self.column.addWidget(self._nothing)
        self._list = QVBoxLayout()
        self._list.setSpacing(unit(self) * 4)
        self.column.addLayout(self._list)
        self.leafing = Leafing()
        self.leafing.leaving.connect(self.flush)
        self.leafing.turned.connect(self._turned)
        self.column.addWidget(self.leafing)

    def _turned(self) -> None:
        """Others come in sight, the first at once."""
        self._some = 1
        self.refresh()
        self.lock(locked=self._locked)
        self.more.emit()

    def _head(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(title, level=2), 1)
        self.add_button = QPushButton(icon("add"), self.deck.add)
        self.add_button.clicked.connect(self._add)
        row.addWidget(self.add_button)
        return row

    def _add(self) -> None:
        record = self.deck.new()
        if record is not None:
            self._context.editing.add(record)
            self._context.jump(Spot(self.deck.kind.__name__, record.id, self.deck.fields[0]))

    def _step(self, record_id: str, step: int) -> None:
        """Up or down among its siblings."""
        dossier = self._context.editing.dossier
        record = dossier.get(self.deck.kind, record_id)
        if record is not None:
            ids = [one.id for one in edits.siblings(dossier, record)]
            self._context.editing.move(self.deck.kind, record_id, ids.index(record_id) + step)

    def _remove(self, record_id: str) -> None:
        self._context.editing.remove(self.deck.kind, [record_id])

    def _all(self) -> list[str]:
        return self.leafing.seen([one.id for one in self.deck.records()])

    def grow(self) -> bool:
        """Make the next card."""
        if self._some is None:
            return False
        shown, order = len(self._order), self._all()
        self._some = shown + 1 if shown + 1 < len(order) else None
        self._arrange(order[: self._some])
        for record_id in self._order[shown:]:
            self._cards[record_id].refresh()
            self._cards[record_id].lock(locked=self._locked)
        return len(self._order) > shown

    def refresh(self) -> None:
        """Show the records that there are now, as far as they are made; those that stay keep their card."""
        order = self._all()[: self._some]
        if order != self._order:
            self._arrange(order)
        self._nothing.setVisible(not order)
        self.add_button.setEnabled(not self._locked and self.deck.new() is not None)
        for card in self._cards.values():
            card.refresh()

    def _arrange(self, order: list[str]) -> None:
        for gone in [one for one in self._cards if one not in order]:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for index, record_id in enumerate(order):
            card = self._cards.get(record_id) or self._made(record_id)
            self._list.insertWidget(index, card)
            card.show()
        self._order = order

    def _card(self, record_id: str) -> RecordCard:
        """The card of a record; some kinds have more on it than a form."""
        return RecordCard(self._context, self.deck, record_id)

    def _made(self, record_id: str) -> RecordCard:
        card = self._card(record_id)
        card.step_wanted.connect(self._step)
        card.removal_wanted.connect(self._remove)
        self._cards[record_id] = card
        card.form.show_findings(self._findings)
        return card

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Every card shows its own."""
        self._findings = findings
        for card in self._cards.values():
            card.form.show_findings(findings)

    def flush(self) -> None:
        """Every card hands over what is being typed."""
        for card in self._cards.values():
            card.form.flush()

    def lock(self, *, locked: bool) -> None:
        """Every card; and none can be added."""
        self._locked = locked
        self.add_button.setEnabled(not locked and self.deck.new() is not None)
        for card in self._cards.values():
            card.lock(locked=locked)

    def locate(self, spot: Spot) -> QWidget | None:
        """The input in the card of a record, which comes in sight for it."""
        if spot.kind == self.deck.kind.__name__:
            self.leafing.turn_to(spot.record_id)
        return first(card.form.locate(spot) for card in self._cards.values())
