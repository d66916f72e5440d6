"""The strategic agendas, and the steps and goals of the one that is chosen."""

from collections.abc import Sequence

from riec_desktop.dossier.records import AgendaStep, StrategicAgenda, StrategicGoal
from riec_desktop.ui.pages.page import Page, PageContext
from riec_desktop.ui.pages.parts import Rows, TablePart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.widgets.columns import field_column

AGENDA_COLUMNS = (
    field_column(StrategicAgenda, "name", width=48),
    field_column(StrategicAgenda, "first_year", title="Vanaf", width=9),
    field_column(StrategicAgenda, "last_year", title="Tot en met", width=12),
    field_column(StrategicAgenda, "drawn_up_in", width=14),
)
GOAL_COLUMNS = (field_column(StrategicGoal, "short_name", width=34), field_column(StrategicGoal, "full_name"))
EXPLANATION = (
    "De volgorde van de doelen is ook de volgorde in de lijst en van de koppen in het hoofdstuk. "
    "Alt+pijl omhoog of omlaag verplaatst een regel."
)


class AgendaPage(Page):
    """Three tables; the first chooses what the others show."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(PageId.AGENDA.value, EXPLANATION)
        self._context = context
        self.agendas = TablePart(context, self._agenda_rows(), title="Strategische agenda’s")
        self.steps = TablePart(context, self._step_rows(), title="Stappen van de gekozen agenda")
        self.goals = TablePart(context, self._goal_rows(), title="Doelen van de gekozen agenda")
        self.add(self.agendas, self.goals, self.steps)
        self.agendas.table.chosen.connect(self._show_chosen)

    def _agenda_rows(self) -> Rows:
        return Rows(
            kind=StrategicAgenda,
            columns=AGENDA_COLUMNS,
            fields=(),
            records=lambda: self._context.editing.dossier.all(StrategicAgenda),
            new=lambda: StrategicAgenda(id=self._context.new_id()),
        )

    def _step_rows(self) -> Rows:
        return Rows(kind=AgendaStep, columns=("text",), fields=("text",), records=self._steps, new=self._new_step)

    def _goal_rows(self) -> Rows:
        return Rows(kind=StrategicGoal, columns=GOAL_COLUMNS, fields=(), records=self._goals, new=self._new_goal)

    def agenda_id(self) -> str | None:
        """The chosen agenda; at first the one of the year."""
        chosen = self.agendas.table.current_id()
        if self._context.editing.dossier.get(StrategicAgenda, chosen) is not None:
            return chosen
        return self._context.editing.year.agenda_id

    def _steps(self) -> Sequence[AgendaStep]:
        return self._context.editing.dossier.where(AgendaStep, "agenda_id", self.agenda_id())

    def _goals(self) -> Sequence[StrategicGoal]:
        return self._context.editing.dossier.where(StrategicGoal, "agenda_id", self.agenda_id())

    def _new_step(self) -> AgendaStep | None:
        agenda_id = self.agenda_id()
        return AgendaStep(id=self._context.new_id(), agenda_id=agenda_id) if agenda_id else None

    def _new_goal(self) -> StrategicGoal | None:
        agenda_id = self.agenda_id()
        return StrategicGoal(id=self._context.new_id(), agenda_id=agenda_id) if agenda_id else None

    def _show_chosen(self) -> None:
        self.steps.refresh()
        self.goals.refresh()


def agenda_page(context: PageContext, _: Place) -> Page:
    """Agendas, goals and steps."""
    return AgendaPage(context)
