"""The tab 'Opmerkingen': the comments of the page in sight or of the whole year, to read, write, answer and resolve."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import AddRecord
from riec_desktop.dossier.closed import closed_year
from riec_desktop.dossier.comments import Thread, comments_of_year, place_in_words, threads_of
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.records import Callout, Comment, IndicatorValue, Portfolio, PortfolioReport, Record
from riec_desktop.ui.comments.thread_card import Shown, ThreadCard
from riec_desktop.ui.editing import Editing
from riec_desktop.ui.labels import label
from riec_desktop.ui.places import PageId, Place, place_of_record
from riec_desktop.ui.theme import unit
from riec_desktop.workspace.comments import delete_comment, new_comment, resolve, write_comment
from riec_desktop.workspace.environment import Environment

MOST = 40
"""Conversations shown at once; the rest comes with a button."""

HOW = "Klik op het tekstwolkje bij een veld, of zet de cursor in een veld en druk op Ctrl+Alt+M."
NOTHING_HERE = f"Op deze pagina staan geen open opmerkingen. {HOW}"
NOTHING = f"Er staan geen open opmerkingen. {HOW}"

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A comment that is being written and has no words yet, and what it is about."""

    record: Record
    comment: Comment

    @property
    def key(self) -> Key:
        """The field."""
        return self.comment.kind, self.comment.record_id, self.comment.field


def is_in_sight(dossier: Dossier, place: Place, record: Record, year_id: str) -> bool:
    """Whether a record is edited on the page of a place; the overview is about everything."""
    match place.page:
        case PageId.OVERVIEW:
            return True
        case PageId.CALLOUTS:
            return isinstance(record, Callout)
        case PageId.FIGURES:
            return isinstance(record, IndicatorValue)
        case PageId.PORTFOLIO if isinstance(record, Portfolio):
            report = dossier.get(PortfolioReport, place.record_id)
            return report is not None and report.portfolio_id == record.id
        case _:
            return place_of_record(dossier, record, year_id) == place


class CommentsPanel(QWidget):
    """`field_chosen` carries a comment whose field should be shown, `written` one that a person has done with.

    `count_changed` tells how many are open this year.
    """

    field_chosen = Signal(object)
    written = Signal(object)
    count_changed = Signal(int)

    def __init__(self, editing: Editing, env: Environment) -> None:
        super().__init__()
        self._editing = editing
        self._env = env
        self._place = Place(PageId.OVERVIEW)
        self._draft: Draft | None = None
        self._most = MOST
        self.cards: dict[Key, ThreadCard] = {}
        self.scope = QComboBox()
        self.scope.setAccessibleName("Welke opmerkingen")
        self.scope.addItems(["Op deze pagina", "In dit verslagjaar"])
        self.resolved = QCheckBox("Ook afgehandelde opmerkingen")
        self.more = QPushButton("Meer opmerkingen tonen")
        self.nothing = label(NOTHING)
        self._build()
        self.scope.activated.connect(self.refresh)
        self.resolved.toggled.connect(self.refresh)
        self.more.clicked.connect(self._show_more)

    def _build(self) -> None:
        space = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space * 2, space * 2, space * 2, 0)
        column.setSpacing(space * 2)
        column.addWidget(self.scope)
        column.addWidget(self.resolved)
        column.addWidget(self.nothing)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget()
        self.list = QVBoxLayout(sheet)
        self.list.setContentsMargins(0, 0, space, space * 2)
        self.list.setSpacing(space * 3)
        self.list.addWidget(self.more)
        self.list.addStretch(1)
        self._scroll.setWidget(sheet)
        column.addWidget(self._scroll, 1)
        column.addStretch(0)

    # --- Showing -----------------------------------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show what belongs to the page of a place; a comment without words is forgotten."""
        if place != self._place:
            self.flush()
            self._draft, self._most = None, MOST
        self._place = place
        self.refresh()

    def refresh(self) -> None:
        """Show the comments as they are now; those that stay keep their card."""
        threads = threads_of(comments_of_year(self._editing.dossier, self._editing.year))
        here = [one for one in threads if self._is_here(one)]
        self._show_choices(threads, here)
        wanted = dict(self._wanted(threads if self.scope.currentIndex() else here))
        shown = dict(list(wanted.items())[: self._most])
        self._drop(one for one in self.cards if one not in shown)
        for at, (key, comments) in enumerate(shown.items()):
            self._show_card(at, key, comments)
        self.more.setVisible(len(wanted) > len(shown))
        self.nothing.setText(NOTHING if self.scope.currentIndex() else NOTHING_HERE)
        self.nothing.setVisible(not shown)
        self._scroll.setVisible(bool(shown))
        self.count_changed.emit(sum(one.open_count for one in threads))

    def _is_here(self, thread: Thread) -> bool:
        dossier = self._editing.dossier
        about = views.comment_subject(dossier, thread.comments[0])
        return about is not None and is_in_sight(dossier, self._place, about, self._editing.year_id)

    def _show_choices(self, threads: Sequence[Thread], here: Sequence[Thread]) -> None:
        """How many are open, in the choice itself."""
        names = ("Op deze pagina", f"In heel {self._editing.year.year or 'dit jaar'}")
        for at, (name, found) in enumerate(zip(names, (here, threads), strict=True)):
            self.scope.setItemText(at, f"{name} ({sum(one.open_count for one in found)} open)")

    def _wanted(self, threads: Sequence[Thread]) -> Iterator[tuple[Key, tuple[Comment, ...]]]:
        """Field → comments, the draft at its field; resolved conversations only where they are asked for."""
        draft = self._draft
        found = {one.key: one.comments for one in threads if one.open_count or self.resolved.isChecked()}
        if draft is not None:
            all_of_field = next((one.comments for one in threads if one.key == draft.key), ())
            held = any(one.id == draft.comment.id for one in all_of_field)
            found[draft.key] = all_of_field if held else (*all_of_field, draft.comment)
        yield from found.items()

    def _show_card(self, at: int, key: Key, comments: Sequence[Comment]) -> None:
        card = self.cards.get(key) or self._made(key)
        if self.list.indexOf(card) != at:
            self.list.insertWidget(at, card)
        part, field = place_in_words(self._editing.dossier, comments[0])
        card.show_thread(
            Shown(part=capitalised(part), field=capitalised(field), comments=comments, locked=self._is_locked(comments))
        )
        card.show()

    def _is_locked(self, comments: Sequence[Comment]) -> bool:
        return closed_year(self._editing.dossier, [AddRecord(comments[0])]) is not None

    def _made(self, key: Key) -> ThreadCard:
        card = ThreadCard()
        self.cards[key] = card
        card.jump_wanted.connect(lambda: self.field_chosen.emit(self._comments(key)[0]))
        card.reply_wanted.connect(lambda: self._reply(key))
        card.resolve_wanted.connect(partial(self._resolve, key))
        card.written.connect(self._write)
        card.removal_wanted.connect(self._remove)
        card.left.connect(self._leave)
        return card

    def _drop(self, keys: Iterable[Key]) -> None:
        for key in list(keys):
            card = self.cards.pop(key)
            card.hide()
            card.deleteLater()

    def _show_more(self) -> None:
        self._most += MOST
        self.refresh()

    # --- Writing -----------------------------------------------------------------------------------------------------

    def begin(self, record: Record, field: str) -> None:
        """Show the comments on a field, with an input for a new one."""
        for open_card in list(self.cards.values()):
            open_card.close_inputs()
        found = self._comments((type(record).__name__, record.id, field))
        comment = new_comment(self._env, record, field)
        locked = self._is_locked([comment])
        self._draft = None if locked else Draft(record=record, comment=comment)
        if locked and found:
            self.resolved.setChecked(True)
        self.refresh()
        card = self.cards.get((comment.kind, comment.record_id, field))
        if card is not None:
            self._bring_up(card, "" if locked else comment.id)

    def _bring_up(self, card: ThreadCard, comment_id: str) -> None:
        """Into sight, with the cursor in the input of a comment."""
        line = card.lines.get(comment_id)
        if line is not None:
            line.open_input()
            card.show_buttons()
        for _ in range(4):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.ensureWidgetVisible(line or card)

    def _comments(self, key: Key) -> tuple[Comment, ...]:
        threads = threads_of(comments_of_year(self._editing.dossier, self._editing.year))
        return next((one.comments for one in threads if one.key == key), ())

    def _reply(self, key: Key) -> None:
        found = self._comments(key)
        about = views.comment_subject(self._editing.dossier, found[0]) if found else None
        if about is not None:
            self.begin(about, key[2])

    def _write(self, comment: Comment, text: str) -> None:
        """The words of a comment, as a person types them."""
        dossier, draft = self._editing.dossier, self._draft
        is_new = draft is not None and draft.comment.id == comment.id
        about = draft.record if draft is not None and is_new else views.comment_subject(dossier, comment)
        label_text = "Opmerking schrijven" if is_new else "Opmerking wijzigen"
        if about is not None:
            self._editing.do(label_text, write_comment(dossier, about, comment, text), join=True)

    def _leave(self, comment: Comment) -> None:
        """The input was closed: a comment without words is none."""
        if self._draft is not None and self._draft.comment.id == comment.id:
            self._draft = None
        held = self._editing.dossier.get(Comment, comment.id)
        if held is not None and not held.text:
            self._remove(held)
        self.refresh()
        self.written.emit(comment)

    def _remove(self, comment: Comment) -> None:
        self._editing.do("Opmerking verwijderen", delete_comment(self._editing.dossier, comment))

    def _resolve(self, key: Key, done: bool) -> None:
        self.flush()
        step = "Opmerking afhandelen" if done else "Opmerking heropenen"
        self._editing.do(step, resolve(self._comments(key), done=done))

    def flush(self) -> None:
        """Send on what is being typed."""
        for card in list(self.cards.values()):
            card.flush()
