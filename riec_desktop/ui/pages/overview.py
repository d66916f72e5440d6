"""The readiness board: every portfolio of the year with its state, words, deadline and what was noticed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import ReviewState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised, number, short_date
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import PortfolioReport, PortfolioStatus, ReportYear
from riec_desktop.ui.outline import symbol_of
from riec_desktop.ui.pages.page import Page, PageContext, Part, label
from riec_desktop.ui.places import PageId, Place, place_of_finding
from riec_desktop.ui.roomy import RoomyRows, row_height
from riec_desktop.ui.status import words_of_report
from riec_desktop.ui.theme import scaled_font, unit
from riec_desktop.ui.widgets.card import Card

HEADINGS = ("Portefeuille", "Voortgang", "Vragen", "Woorden", "Inleveren", "⚠")
_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One portfolio on the board; `cells` in the order of the headings, `hint` when the mouse rests on it."""

    place: Place
    cells: tuple[str, ...]
    hint: str


def board_row(dossier: Dossier, year: ReportYear, report: PortfolioReport, noticed: int) -> BoardRow:
    """How far one portfolio is."""
    questions = views.questions(dossier, year.id)
    answered = sum(bool(views.answer(dossier, report, one).text) for one in questions)
    name = capitalised(views.report_name(dossier, report)) or "(zonder naam)"
    running = report.status is PortfolioStatus.RUNNING
    cells = (
        name if running else f"{name} ({word(report.status)})",
        f"{symbol_of(report)} {word(report.review)}",
        f"{answered}/{len(questions)}",
        number(words_of_report(dossier, report)),
        short_date(report.deadline) if report.deadline else "–",
        str(noticed) if noticed else "–",
    )
    return BoardRow(
        place=Place(PageId.PORTFOLIO, report.id),
        cells=cells,
        hint=f"{name}\nLevert aan: {report.holder}" if report.holder else name,
    )


class Tiles(Part):
    """The year in four numbers."""

    NAMES = ("portefeuilles", "akkoord", "woorden", "aandachtspunten")

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._noticed = 0
        self._numbers = [label("") for _ in self.NAMES]
        row = QHBoxLayout()
        row.setSpacing(unit(self) * 3)
        for value, name in zip(self._numbers, self.NAMES, strict=True):
            value.setFont(scaled_font(value.font(), 1.7, bold=True))
            row.addWidget(_tile(value, name), 1)
        self.column.addLayout(row)

    def lock(self, *, locked: bool) -> None:
        """Nothing can be changed here anyway."""

    def refresh(self) -> None:
        """The numbers as they are now."""
        dossier, year = self._context.editing.dossier, self._context.editing.year
        reports = views.reports(dossier, year)
        agreed = sum(one.review is ReviewState.AGREED for one in reports)
        words = sum(words_of_report(dossier, one) for one in reports)
        texts = (str(len(reports)), f"{agreed} van {len(reports)}", number(words), str(self._noticed))
        for shown, text in zip(self._numbers, texts, strict=True):
            shown.setText(text)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """How many there are."""
        self._noticed = len(findings)
        self.refresh()


def _tile(value: QLabel, name: str) -> Card:
    card = Card("")
    card.heading.hide()
    card.add(value)
    card.add(label(name, muted=True))
    card.body_layout.setSpacing(0)
    return card


class Board(Part):
    """The list; Enter or a click goes to the portfolio."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(
            "Hoe ver is iedereen?", "Klik op een portefeuille, of kies hem met de pijlen en druk op Enter."
        )
        self._context = context
        self._findings: Sequence[Finding] = ()
        self._shown: tuple[tuple[str, tuple[BoardRow, ...]], ...] = ()
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Voortgang per portefeuille")
        self.tree.setHeaderLabels(HEADINGS)
        self.tree.setRootIsDecorated(False)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setUniformRowHeights(True)
        self.tree.setItemDelegate(RoomyRows(self.tree))
        self.tree.setItemsExpandable(False)
        self.tree.setIndentation(unit(self) * 3)
        self.tree.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.itemActivated.connect(self._go)
        self.tree.itemClicked.connect(self._go)
        self.column.addWidget(self.tree)

    def _go(self, item: QTreeWidgetItem) -> None:
        place = item.data(0, _PLACE)
        if place is not None:
            self._context.show(place)

    def _groups(self) -> Iterator[tuple[str, tuple[BoardRow, ...]]]:
        dossier, year = self._context.editing.dossier, self._context.editing.year
        counts = Counter(place_of_finding(dossier, one, year.id) for one in self._findings)
        known: set[str] = set()
        for index, goal in enumerate(views.goals(dossier, year), 1):
            reports = views.reports_of_goal(dossier, year, goal)
            known.update(one.id for one in reports)
            yield f"{index} {goal.short_name}", self._rows(reports, counts)
        lost = [one for one in views.reports(dossier, year) if one.id not in known]
        if lost:
            yield "Zonder doel", self._rows(lost, counts)

    def _rows(self, reports: Sequence[PortfolioReport], counts: Counter[Place]) -> tuple[BoardRow, ...]:
        dossier, year = self._context.editing.dossier, self._context.editing.year
        return tuple(board_row(dossier, year, one, counts[Place(PageId.PORTFOLIO, one.id)]) for one in reports)

    def lock(self, *, locked: bool) -> None:
        """Nothing can be changed here; a person still goes to a portfolio."""

    def refresh(self) -> None:
        """The board as it is now."""
        wanted = tuple(self._groups())
        if wanted == self._shown:
            return
        self._shown = wanted
        self.tree.clear()
        for title, rows in wanted:
            self._add_group(title, rows)
        self.tree.expandAll()
        self._fit()

    def _add_group(self, title: str, rows: Sequence[BoardRow]) -> None:
        group = QTreeWidgetItem([title])
        group.setFont(0, scaled_font(self.font(), 1.0, bold=True))
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.tree.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        for row in rows:
            item = QTreeWidgetItem(list(row.cells))
            item.setData(0, _PLACE, row.place)
            item.setToolTip(0, row.hint)
            group.addChild(item)

    def _fit(self) -> None:
        """As high as its rows; names take what the other columns leave."""
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        rows = sum(1 + len(rows) for _, rows in self._shown)
        self.tree.setFixedHeight(header.sizeHint().height() + rows * row_height(self.tree) + unit(self) * 2)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Count them per portfolio."""
        self._findings = findings
        self.refresh()


def overview_page(context: PageContext, _: Place) -> Page:
    """Numbers and board."""
    page = Page(f"{PageId.OVERVIEW.value} {context.editing.year.year or ''}".strip())
    page.add(Tiles(context), Board(context))
    return page
