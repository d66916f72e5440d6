"""The page of the wizard about the agenda: the year must lie in its period, or a new one begins (rule 5)."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Value
from riec_desktop.dossier.records import AgendaStep, StrategicAgenda, StrategicGoal
from riec_desktop.dossier.rollover_plan import Rollover, agendas, covers, problems, with_agenda, with_new_agenda
from riec_desktop.ui.labels import label
from riec_desktop.ui.rollover.plan_table import PlanTable, Rows, Table, with_value
from riec_desktop.ui.rollover.steps import Step, problem_label, tell
from riec_desktop.ui.theme import unit
from riec_desktop.ui.widgets.columns import field_column
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.field_form import RecordForm

TEXT = (
    "Een jaar hoort bij een strategische agenda. Is de periode voorbij, begin dan een nieuwe: de stappen en doelen "
    "gaan mee en u kunt ze hier aanpassen. De oude agenda blijft bij de oude jaren staan."
)
NEW, NONE = "Een nieuwe agenda", "Nog geen agenda"
FIELDS = ("name", "first_year", "last_year", "drawn_up_in")


class AgendaStepPage(Step):
    """Which agenda; a new one with its name, period, goals and steps."""

    def __init__(self, dossier: Dossier, context: FormContext, new_id: Callable[[], str]) -> None:
        super().__init__("Agenda", TEXT)
        self._dossier = dossier
        self._new_id = new_id
        self._plan: Rollover | None = None
        self.agendas = QComboBox()
        self._problem = problem_label()
        self.form = RecordForm(StrategicAgenda, FIELDS, context)
        self.goals = PlanTable(self._goal_table(), context)
        self.steps = PlanTable(self._step_table(), context)
        self.kept_goals = label("")
        self._more = QWidget()
        self._lay_out()
        self._connect()

    def _goal_table(self) -> Table:
        columns = (
            field_column(StrategicGoal, "short_name", width=34),
            field_column(StrategicGoal, "full_name", width=40),
        )
        return Table(kind=StrategicGoal, title="Doelen", columns=columns, new=self._new_goal)

    def _step_table(self) -> Table:
        columns = (field_column(AgendaStep, "text", width=70),)
        return Table(kind=AgendaStep, title="Stappen", columns=columns, new=self._new_step)

    def _lay_out(self) -> None:
        caption = QLabel("Strategische &agenda")
        caption.setBuddy(self.agendas)
        self.agendas.setAccessibleName("Strategische agenda")
        row = QHBoxLayout()
        row.setSpacing(unit(self) * 3)
        row.addWidget(caption)
        row.addWidget(self.agendas, 1)
        self.column.addLayout(row)
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(unit(self) * 4)
        for widget in (self.form, self.goals, self.steps):
            more.addWidget(widget)
        for widget in (self._problem, self.kept_goals, self._more):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.agendas.activated.connect(self._choose)
        self.form.edited.connect(self._edit)
        self.goals.changed.connect(self._change_goals)
        self.steps.changed.connect(self._change_steps)

    # --- showing -----------------------------------------------------------------------------------------------------

    def show_plan(self, plan: Rollover) -> None:
        """The choice of agendas, and the new one where that was chosen."""
        self._plan = plan
        self._offer(plan)
        self._more.setVisible(plan.new_agenda)
        names = [f"{at}. {one.short_name or one.full_name}" for at, one in enumerate(plan.goals, 1)]
        tell(self.kept_goals, "" if plan.new_agenda or not names else "\n".join(("Doelen van deze agenda:", *names)))
        if plan.new_agenda and plan.agenda is not None:
            self.form.set_record(self._dossier, plan.agenda)
            self.goals.show_rows(self._dossier, plan.goals)
            self.steps.show_rows(self._dossier, plan.steps)
        tell(self._problem, self.problem())

    def _offer(self, plan: Rollover) -> None:
        self.agendas.clear()
        for one in agendas(self._dossier):
            self.agendas.addItem(_offered(one, plan.year), one.id)
        if plan.before is not None and self._dossier.all(StrategicAgenda):
            self.agendas.addItem(NEW, NEW)
        if not plan.new_agenda and plan.agenda is None:
            self.agendas.addItem(NONE, "")
        chosen = NEW if plan.new_agenda else plan.agenda.id if plan.agenda else ""
        self.agendas.setCurrentIndex(self.agendas.findData(chosen))

    def begin(self) -> None:
        """At the choice."""
        self.agendas.setFocus()

    def problem(self) -> str:
        """The period of a new agenda holds the year; an old one that does not is told in the summary."""
        found = problems(self._plan) if self._plan is not None and self._plan.new_agenda else ()
        return next((one for one in found if "agenda" in one), "")

    # --- choosing ----------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        plan, chosen = self._plan, self.agendas.currentData()
        if plan is None:
            return
        if chosen != NEW:
            self.changed.emit(with_agenda(self._dossier, plan, self._dossier.get(StrategicAgenda, chosen or None)))
        elif not plan.new_agenda and (old := plan.agenda or next(iter(agendas(self._dossier)), None)):
            self.changed.emit(with_new_agenda(self._dossier, plan, old))

    def _edit(self, field: str, value: Value) -> None:
        if self._plan is not None and self._plan.agenda is not None:
            self.changed.emit(replace(self._plan, agenda=with_value(self._plan.agenda, field, value)))

    def _change_goals(self, rows: Rows) -> None:
        if self._plan is not None:
            self.changed.emit(replace(self._plan, goals=rows))

    def _change_steps(self, rows: Rows) -> None:
        if self._plan is not None:
            self.changed.emit(replace(self._plan, steps=rows))

    def _agenda_id(self) -> str | None:
        return self._plan.agenda.id if self._plan and self._plan.agenda else None

    def _new_goal(self) -> StrategicGoal:
        return StrategicGoal(id=self._new_id(), agenda_id=self._agenda_id())

    def _new_step(self) -> AgendaStep:
        return AgendaStep(id=self._new_id(), agenda_id=self._agenda_id())


def _offered(agenda: StrategicAgenda, year: int) -> str:
    name = agenda.name or "(zonder naam)"
    return name if covers(agenda, year) else f"{name} (loopt niet in {year})"
