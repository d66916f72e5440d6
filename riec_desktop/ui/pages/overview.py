"""The overview: the year in a few numbers, the readiness board, who still has to deliver, and key figures as plots."""

from datetime import date

from PySide6.QtWidgets import QLabel

from riec_desktop.dossier.choices import ReviewState
from riec_desktop.dossier.dutch import number
from riec_desktop.ui.pages.board import Board
from riec_desktop.ui.pages.owners import OwnersPart
from riec_desktop.ui.pages.page import Page, PageContext, Part, label
from riec_desktop.ui.pages.trends import trends_of_year
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.theme import characters, scaled_font, unit
from riec_desktop.ui.widgets.card import Card
from riec_desktop.ui.widgets.equal_columns import EqualColumns
from riec_desktop.workspace.deadlines import Term, is_delivered, term
from riec_desktop.workspace.readiness import Readiness

TILES = 4
WIDEST = 240
"""Characters: the board may be wider than a page of text."""


def tile_texts(board: Readiness, today: date) -> tuple[tuple[str, str], ...]:
    """The number on each tile, and what it counts."""
    agreed = sum(row.report.review is ReviewState.AGREED for row in board.rows)
    late = sum(term(row, today) is Term.LATE for row in board.rows)
    waiting = sum(not is_delivered(row) for row in board.rows)
    return (
        (f"{agreed} van {len(board.rows)}", "portefeuilles akkoord"),
        (str(waiting), f"nog aan te leveren, {late} te laat" if late else "nog aan te leveren"),
        (number(sum(row.words for row in board.rows)), "woorden in antwoorden"),
        (number(sum(row.findings for row in board.rows)), "aandachtspunten bij portefeuilles"),
    )


class Tiles(Part):
    """The year in four numbers."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.tiles = [(label(""), label("", muted=True)) for _ in range(TILES)]
        space = unit(self) * 3
        self.column.addWidget(EqualColumns([_tile(value, name) for value, name in self.tiles], space, space))

    def lock(self, *, locked: bool) -> None:
        """Nothing can be changed here anyway."""

    def show_readiness(self, board: Readiness) -> None:
        """The numbers as they are now."""
        texts = tile_texts(board, self._context.today())
        for (value, name), (number_text, counted) in zip(self.tiles, texts, strict=True):
            value.setText(number_text)
            name.setText(counted)
            value.setAccessibleName(f"{counted}: {number_text}")


def _tile(value: QLabel, name: QLabel) -> Card:
    value.setFont(scaled_font(value.font(), 1.5, bold=True))
    card = Card("")
    card.heading.hide()
    card.add(value)
    card.add(name)
    card.body_layout.setSpacing(0)
    card.body_layout.addStretch(1)
    return card


def overview_page(context: PageContext, _: Place) -> Page:
    """Numbers, board and people, which all show what the board has computed, and the key figures."""
    page = Page(f"{PageId.OVERVIEW.value} {context.editing.year.year or ''}".strip())
    page.content.setMaximumWidth(characters(page, WIDEST))
    tiles, board, people = Tiles(context), Board(context), OwnersPart(context)
    board.changed.connect(tiles.show_readiness)
    board.changed.connect(people.show_readiness)
    page.add(tiles, board, people, trends_of_year(context))
    return page
