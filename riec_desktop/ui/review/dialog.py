"""The review dialog: everything that came in, next to what is there, with a choice for each.

Forms, Word drafts and dossiers of colleagues all pass through here. Nothing is taken in before 'Overnemen', and then
it is one step that can be undone.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.review.choice import Decision, Decisions, Key, possible
from riec_desktop.ui.review.edits import EditList
from riec_desktop.ui.review.texts import file_html, proposal_html
from riec_desktop.ui.review.tree import ProposalTree, title_of
from riec_desktop.ui.theme import characters, line_height, unit
from riec_desktop.ui.widgets.ink_text import InkText
from riec_desktop.workspace.review import Incoming, Proposal, Standing, is_default, tally

_CHOICES = (
    (Decision.TAKE, "&Overnemen", "Wat is binnengekomen, komt in het dossier"),
    (Decision.MERGE, "&Samengevoegd overnemen", "Uw tekst en de binnengekomen tekst komen samen in het dossier"),
    (Decision.LEAVE, "&Laten zoals het is", "Het dossier blijft op dit punt zoals het is"),
)
_ALL_HELP = "Ook waar twijfel is. Zeggen twee bestanden iets anders over hetzelfde, dan kiest u zelf."
HELP = "Vink aan wat u overneemt. Wat zeker is, is al aangevinkt."
WHERE = "Waar hoort dit &bij?"
NOTHING_IN = "In dit bestand staat niets dat anders is dan in uw dossier."


def counted(incoming: tuple[Incoming, ...]) -> str:
    """'12 gewijzigd · 1 botsing': how many there are of each kind, those that there are."""
    totals = {each: sum(tally(one)[each] for one in incoming) for each in Standing}
    return " · ".join(standing.counted(count) for standing, count in totals.items() if count) or NOTHING_IN


def _button(text: str, help_text: str, run: Callable[[], None]) -> QPushButton:
    made = QPushButton(text)
    made.setToolTip(help_text)
    made.setAutoDefault(False)
    made.clicked.connect(run)
    return made


class ReviewDialog(KeyDialog):
    """Accepted, its `decisions` say what to take in; `keeps_rest` says whether what was left waits for later."""

    def __init__(self, parent: QWidget | None, incoming: tuple[Incoming, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Binnengekomen werk nakijken")
        self.decisions = Decisions(incoming)
        self.tree = ProposalTree(self.decisions)
        self.text = InkText("Vergelijking")
        self.radios = {decision: QRadioButton(title) for decision, title, _ in _CHOICES}
        self._group = QButtonGroup(self)
        self.rest = QCheckBox("Wat u niet overneemt, &bewaren voor later")
        self.rest.setChecked(True)
        self.doubtful = QCheckBox("Alleen tonen wat u zelf moet be&kijken")
        self.doubtful.setToolTip("Verbergen wat nieuw of gewijzigd is, zonder twijfel")
        self.destination, self._destination_label = QComboBox(), QLabel(WHERE)
        self.edits = EditList()
        self._build(incoming)
        resize_within_screen(self, characters(self, 168), line_height(self) * 46)
        self.tree.shown.connect(self._show)
        self.tree.decided.connect(self._refresh)
        self.doubtful.toggled.connect(self._hide)
        self._group.idClicked.connect(self._decide)
        self.destination.activated.connect(self._send)
        self.edits.left_out.connect(self._leave_out)
        self._begin()

    def keeps_rest(self) -> bool:
        """Whether what is not taken in must wait for a later time."""
        return self.rest.isChecked()

    # --- building ----------------------------------------------------------------------------------------------------

    def _build(self, incoming: tuple[Incoming, ...]) -> None:
        column = QVBoxLayout(self)
        space = unit(self)
        column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        column.setSpacing(space * 2)
        for widget in self._heading(incoming):
            column.addWidget(widget)
        column.addWidget(self._middle(), 1)
        column.addWidget(self.rest)
        column.addLayout(self._buttons())

    def _heading(self, incoming: tuple[Incoming, ...]) -> Iterator[QLabel]:
        title = title_of(incoming[0]) if len(incoming) == 1 else f"Uit {len(incoming)} bestanden"
        yield label(title, level=2)
        yield label(counted(incoming))
        yield label(HELP, muted=True)

    def _middle(self) -> QWidget:
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setChildrenCollapsible(False)
        middle.addWidget(self._list_side())
        middle.addWidget(self._text_side())
        middle.setSizes([characters(self, 74), characters(self, 70)])
        return middle

    def _list_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.doubtful)
        column.addWidget(self.tree, 1)
        row = QHBoxLayout()
        row.addWidget(_button("&Alles aanvinken", _ALL_HELP, self._take_all))
        row.addWidget(
            _button("Alleen wat &zeker is", "Aanvinken wat nieuw of gewijzigd is, zonder twijfel", self._sure)
        )
        row.addWidget(_button("&Niets aanvinken", "Alle vinkjes weghalen", self._take_none))
        row.addStretch(1)
        column.addLayout(row)
        return side

    def _text_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text, 1)
        column.addWidget(self.edits)
        self._destination_label.setBuddy(self.destination)
        self.destination.setPlaceholderText("Kies een plaats")
        self.destination.setAccessibleName(WHERE.replace("&", ""))
        column.addWidget(self._destination_label)
        column.addWidget(self.destination)
        for decision, _, help_text in _CHOICES:
            radio = self.radios[decision]
            radio.setToolTip(help_text)
            radio.setAccessibleDescription(help_text)
            self._group.addButton(radio, list(Decision).index(decision))
            column.addWidget(radio)
        return side

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.take = _button("Overnemen", "Wat is aangevinkt in het dossier zetten, als één stap", self.accept)
        self.take.setDefault(True)
        row.addWidget(self.take)
        row.addWidget(_button("Annuleren", "Niets veranderen", self.reject))
        return row

    # --- showing -----------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        first = next(self.tree.keys_of(), None)
        self._refresh()
        self._show(None)
        if first is not None:
            self.tree.choose(first)
        self.tree.setFocus()

    def _show(self, key: Key | None) -> None:
        proposal = self.decisions.proposals()[key] if key is not None else None
        about = self._about_heading() if proposal is None else ""
        self.text.show_made(partial(proposal_html, proposal) if proposal else lambda _: about)
        self._show_destinations(proposal)
        self.edits.show_edits(proposal)
        allowed = possible(proposal) if proposal else ()
        for decision, radio in self.radios.items():
            radio.setVisible(decision is not Decision.MERGE or decision in allowed)
            radio.setEnabled(decision in allowed)
            radio.setChecked(key is not None and self.decisions.made[key] is decision)

    def _show_destinations(self, proposal: Proposal | None) -> None:
        names = [one.name for one in proposal.destinations] if proposal else []
        chosen = [one.changes == proposal.changes for one in proposal.destinations] if proposal else []
        self.destination.clear()
        self.destination.addItems(names)
        self.destination.setCurrentIndex(chosen.index(True) if True in chosen else -1)
        for widget in (self.destination, self._destination_label):
            widget.setVisible(bool(names))

    def _send(self, at: int) -> None:
        key = self.tree.chosen()
        if key is not None:
            self.decisions.send(key, self.decisions.proposals()[key].destinations[at])
            self._refresh()

    def _leave_out(self, numbers: frozenset[int]) -> None:
        key = self.tree.chosen()
        if key is not None:
            self.decisions.leave_out(key, numbers)
            row = self.edits.currentRow()
            self._refresh()
            self.edits.setCurrentRow(row)

    def _about_heading(self) -> str:
        """What is to be said of a file, or of all that stands under a heading."""
        under = self.tree.under_chosen()
        return file_html(*self._group_words(under)) if under else self._about_file()

    def _group_words(self, under: Sequence[Key]) -> tuple[str, Sequence[str]]:
        """The place that these have in common, how many there are and how many of them are taken in."""
        found = self.decisions.proposals()
        taken = sum(self.decisions.made[key] is not Decision.LEAVE for key in under)
        of_all = f"Hiervan neemt u er {taken} over." if taken else "Hiervan neemt u niets over."
        count = "1 voorstel." if len(under) == 1 else f"{len(under)} voorstellen."
        return found[under[0]].place, (count, of_all, "Kies een regel eronder om te zien wat er verandert.")

    def _about_file(self) -> str:
        at = self.tree.chosen_file()
        found = self.decisions.incoming[at] if at is not None else None
        return file_html(title_of(found), found.notes or (counted((found,)),)) if found else ""

    def _hide(self, only_doubtful: bool) -> None:
        found = self.decisions.proposals()
        self.tree.show_only({key for key, one in found.items() if not (only_doubtful and is_default(one))})

    def _refresh(self) -> None:
        self.tree.refresh()
        self._show(self.tree.chosen())
        count = self.decisions.count()
        self.take.setText(f"{count} overnemen" if count else "Niets overnemen")

    # --- deciding ----------------------------------------------------------------------------------------------------

    def _decide(self, number: int) -> None:
        key = self.tree.chosen()
        if key is not None:
            self.decisions.decide((key,), list(Decision)[number])
            self._refresh()

    def _take_all(self) -> None:
        self.decisions.take_all()
        self._refresh()

    def _take_none(self) -> None:
        self.decisions.decide(self.tree.keys_of(), Decision.LEAVE)
        self._refresh()

    def _sure(self) -> None:
        self.decisions.reset()
        self._refresh()
