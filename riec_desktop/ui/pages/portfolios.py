"""The portfolios of a year: under which goal each stands, what it is called, and which there are."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier import edits, views
from riec_desktop.dossier.changes import AddRecord, Change
from riec_desktop.dossier.compare import remove
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.keys import key_id
from riec_desktop.dossier.records import Portfolio, PortfolioReport, Record, StrategicGoal
from riec_desktop.ui.icons import icon
from riec_desktop.ui.pages.page import Page, PageContext, Part, Spot, label
from riec_desktop.ui.pages.parts import FormPart, Rows, TablePart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.widgets.columns import field_column

COLUMNS = (
    field_column(PortfolioReport, "portfolio_id", editable=False, width=34),
    field_column(PortfolioReport, "status", width=20),
    field_column(PortfolioReport, "review", width=18),
    field_column(PortfolioReport, "deadline"),
)
FIELDS = ("goal_id", "status", "name_then")
EXPLANATION = (
    "Een portefeuille valt elk jaar onder één doel. De volgorde hier is de volgorde in het hoofdstuk; Alt+pijl omhoog "
    "of omlaag verplaatst een regel."
)


class GoalPortfoliosPart(TablePart):
    """The portfolios under one goal (None: those without), with a form for the name of the chosen one."""

    def __init__(self, context: PageContext, goal_id: str | None, title: str) -> None:
        self._goal_id = goal_id
        rows = Rows(
            kind=PortfolioReport,
            columns=COLUMNS,
            fields=FIELDS,
            records=self._records,
            new=self._none if goal_id else None,
            open_first=False,
        )
        super().__init__(context, rows, title=title)
        self.name = FormPart(context, Portfolio, ("name", "follows_id", "merged_into_id"), self._portfolio)
        self.column.addWidget(self.name)

    def _none(self) -> Record | None:
        return None

    def _records(self) -> Sequence[PortfolioReport]:
        editing = self._context.editing
        known = {goal.id for goal in views.goals(editing.dossier, editing.year)}
        reports = views.reports(editing.dossier, editing.year)
        if self._goal_id is None:
            return [one for one in reports if one.goal_id not in known]
        return [one for one in reports if one.goal_id == self._goal_id]

    def _portfolio(self) -> Portfolio | None:
        report = self.chosen()
        portfolio_id = report.portfolio_id if isinstance(report, PortfolioReport) else None
        return self._context.editing.dossier.get(Portfolio, portfolio_id)

    def add_row(self) -> None:
        """A new portfolio with its report for this year."""
        editing = self._context.editing
        goal = editing.dossier.get(StrategicGoal, self._goal_id)
        if goal is None:
            return
        changes = edits.add_portfolio(editing.dossier, editing.year, goal, "")
        editing.do("portefeuille toevoegen", changes)
        added = next((one.record.id for one in changes if isinstance(one, AddRecord)), "")
        self._context.jump(Spot(Portfolio.__name__, added, "name"))

    def remove_rows(self, ids: Sequence[str]) -> None:
        """The reports of this year go; a portfolio that has no other year goes with its report."""
        self._context.editing.do("portefeuille verwijderen", removal(self._context, ids))

    def refresh_detail(self) -> None:
        """The form of the report and the one of the name."""
        super().refresh_detail()
        self.name.flush()
        self.name.refresh()

    def refresh(self) -> None:
        """The part without a goal is there only when something stands in it."""
        super().refresh()
        self.name.refresh()
        self.setVisible(self._goal_id is not None or bool(self._records()))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """At the form of the report and the one of the name."""
        super().show_findings(findings)
        self.name.show_findings(findings)

    def flush(self) -> None:
        """Both forms."""
        super().flush()
        self.name.flush()

    def lock(self, *, locked: bool) -> None:
        """Both forms."""
        super().lock(locked=locked)
        self.name.lock(locked=locked)

    def locate(self, spot: Spot) -> QWidget | None:
        """A portfolio stands where its report stands."""
        if spot.kind != Portfolio.__name__:
            return super().locate(spot)
        found = next((one for one in self._records() if one.portfolio_id == spot.record_id), None)
        if found is None or not self.table.choose(found.id):
            return None
        self.refresh_detail()
        return self.name.locate(spot)


def removal(context: PageContext, ids: Sequence[str]) -> tuple[Change, ...]:
    """The changes that take reports away, and portfolios that nobody reports on any more."""
    dossier = context.editing.dossier
    changes: list[Change] = []
    for report in dossier.many(PortfolioReport, ids):
        portfolio = dossier.get(Portfolio, report.portfolio_id)
        alone = len(dossier.where(PortfolioReport, "portfolio_id", report.portfolio_id)) == 1
        changes.extend(remove(dossier, portfolio if portfolio is not None and alone else report))
    return tuple(dict.fromkeys(changes))


class OtherPortfoliosPart(Part):
    """Portfolios of other years, to take one up in this year."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("Een portefeuille van een ander jaar opnemen")
        self._context = context
        self.portfolios, self.goals = QComboBox(), QComboBox()
        self.button = QPushButton(icon("add"), "Opnemen in dit jaar")
        self.button.clicked.connect(self._take_up)
        row = QHBoxLayout()
        for text, box in (("Porte&feuille", self.portfolios), ("onder &doel", self.goals)):
            caption = QLabel(text)
            caption.setBuddy(box)
            box.setAccessibleName(text.replace("&", ""))
            row.addWidget(caption)
            row.addWidget(box, 1)
        row.addWidget(self.button)
        self.column.addLayout(row)

    def _others(self) -> Sequence[Portfolio]:
        editing = self._context.editing
        here = {one.portfolio_id for one in views.reports(editing.dossier, editing.year)}
        return [one for one in editing.dossier.all(Portfolio) if one.id not in here]

    def refresh(self) -> None:
        """What can be taken up now."""
        editing = self._context.editing
        others = self._others()
        named = [(capitalised(views.portfolio_name(editing.dossier, one)), one.id) for one in others]
        _fill(self.portfolios, named)
        _fill(self.goals, [(one.short_name, one.id) for one in views.goals(editing.dossier, editing.year)])
        self.setVisible(bool(others))

    def _take_up(self) -> None:
        editing, portfolio_id = self._context.editing, self.portfolios.currentData()
        report = PortfolioReport(
            id=key_id(PortfolioReport, editing.year_id, portfolio_id),
            year_id=editing.year_id,
            portfolio_id=portfolio_id,
            goal_id=self.goals.currentData(),
            client=edits.CLIENT,
        )
        editing.do("portefeuille opnemen", edits.add_at_end(editing.dossier, report))


def _fill(box: QComboBox, wanted: Sequence[tuple[str, str]]) -> None:
    """Offer these, keeping the choice."""
    if wanted == [(box.itemText(i), box.itemData(i)) for i in range(box.count())]:
        return
    kept = box.currentData()
    box.clear()
    for text, record_id in wanted:
        box.addItem(text, record_id)
    box.setCurrentIndex(max(0, box.findData(kept)))


class PortfoliosPage(Page):
    """A table for each goal of the year."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(f"{PageId.PORTFOLIOS.value} {context.editing.year.year or ''}".strip(), EXPLANATION)
        goals = views.goals(context.editing.dossier, context.editing.year)
        if not goals:
            self.add_widget(label("Dit jaar heeft nog geen agenda met doelen. U kiest die bij Verslagjaren."))
        for number, goal in enumerate(goals, 1):
            self.add(GoalPortfoliosPart(context, goal.id, f"{number} {goal.short_name}"))
        self.add(GoalPortfoliosPart(context, None, "Zonder doel"), OtherPortfoliosPart(context))


def portfolios_page(context: PageContext, _: Place) -> Page:
    """The portfolios of the year that is shown."""
    return PortfoliosPage(context)
