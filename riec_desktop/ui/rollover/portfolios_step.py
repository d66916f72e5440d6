"""The page of the wizard about the portfolios: what becomes of each of them in the new year, in one table."""

from collections.abc import Callable
from typing import cast

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Value
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.lineage import report_in
from riec_desktop.dossier.records import Record
from riec_desktop.dossier.rollover import rolled_over
from riec_desktop.dossier.rollover_plan import Fate, Rollover, new_fate, problems, with_fates
from riec_desktop.ui.rollover.plan_table import PlanTable, Rows, Table
from riec_desktop.ui.rollover.steps import Step, problem_label, tell
from riec_desktop.ui.widgets.columns import computed_column, field_column
from riec_desktop.ui.widgets.context import FormContext

TEXT = (
    "Kies per portefeuille hoe het in het nieuwe jaar verdergaat. Enter wijzigt een vak, Insert voegt een nieuwe "
    "portefeuille toe. Gaat een portefeuille op in een andere, kies die dan bij ‘Gaat op in’. Bij een nieuwe die "
    "het werk van een andere voortzet, kiest u die bij ‘Vervolg op’; kiezen twee dezelfde, dan is zij gesplitst."
)
KEPT = "Deze portefeuille was er al. Zet het vinkje ‘In verslag’ uit als zij niet in het nieuwe jaar komt."


class PortfoliosStep(Step):
    """One row per portfolio."""

    def __init__(self, dossier: Dossier, context: FormContext, new_id: Callable[[], str]) -> None:
        super().__init__("Portefeuilles", TEXT)
        self._dossier = dossier
        self._new_id = new_id
        self._plan: Rollover | None = None
        self._problem = problem_label()
        self.table = PlanTable(self._table(), context)
        self.table.changed.connect(self._change)
        self.column.addWidget(self._problem)
        self.column.addWidget(self.table)
        self.column.addStretch(1)

    def _table(self) -> Table:
        columns = (
            field_column(Fate, "name", title="Portefeuille", width=30),
            computed_column("Was", self._before, width=16),
            field_column(Fate, "status", title="Wordt", width=16),
            field_column(Fate, "goal_id", title="Doel", width=24),
            field_column(Fate, "merged_into_id", title="Gaat op in", width=20),
            field_column(Fate, "follows_id", title="Vervolg op", width=20),
            field_column(Fate, "listed", title="In verslag", width=11),
        )
        return Table(
            kind=Fate,
            title="Portefeuilles in het nieuwe jaar",
            columns=columns,
            new=self._new,
            keeps=_why_kept,
            empty="Nog geen portefeuilles. Kies Toevoegen om er een te beginnen.",
        )

    def _before(self, dossier: Dossier, record: Record) -> Value:
        """The status of the year before, as a word."""
        before = self._plan.before if self._plan else None
        report = report_in(dossier, record.id, before.id if before else None)
        return word(report.status) if report else "nieuw"

    def _new(self) -> Fate:
        fate_id = self._new_id()
        return new_fate(self._plan, fate_id) if self._plan else Fate(id=fate_id, is_new=True)

    def _change(self, rows: Rows) -> None:
        if self._plan is not None:
            self.changed.emit(with_fates(self._plan, cast("tuple[Fate, ...]", rows)))

    def show_plan(self, plan: Rollover) -> None:
        """The portfolios as they are now."""
        self._plan = plan
        self.table.show_rows(rolled_over(self._dossier, plan), plan.fates)
        tell(self._problem, self.problem())

    def begin(self) -> None:
        """At the table."""
        self.table.setFocus()

    def problem(self) -> str:
        """What is wrong with the rows."""
        found = problems(self._plan) if self._plan is not None else ()
        return "\n".join(one for one in found if "agenda" not in one)


def _why_kept(record: Record) -> str:
    return "" if cast("Fate", record).is_new else KEPT
