"""The wizard 'Nieuw verslagjaar': six pages that change one plan; nothing happens before the last one is agreed to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import FieldSpec
from riec_desktop.dossier.records import Portfolio, Record
from riec_desktop.dossier.rollover_plan import Rollover, planned
from riec_desktop.ui.dialogs import Dialogs
from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.generate.buttons import button
from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.rollover.agenda_step import AgendaStepPage
from riec_desktop.ui.rollover.portfolios_step import PortfoliosStep
from riec_desktop.ui.rollover.steps import FiguresStep, QuestionsStep, Step, SummaryStep, YearStep
from riec_desktop.ui.theme import characters, line_height, unit
from riec_desktop.ui.widgets.context import FormContext, all_options

TITLE = "Nieuw verslagjaar"
STOP, ON = "Stoppen", "Doorgaan"
LOST = "Wat u hier hebt gekozen, gaat verloren. Het dossier blijft zoals het is. Wilt u stoppen?"


class RolloverDialog(KeyDialog):
    """Accepted, `plan` is what the person agreed to."""

    def __init__(self, parent: QWidget | None, dossier: Dossier, dialogs: Dialogs, new_id: Callable[[], str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self._dialogs = dialogs
        newest = next((one.year for one in views.years(dossier) if one.year), None)
        self.plan = self._proposed = planned(dossier, (newest or 2024) + 1)
        context = FormContext(options=self._options)
        self.steps: tuple[Step, ...] = (
            YearStep(dossier),
            AgendaStepPage(dossier, context, new_id),
            PortfoliosStep(dossier, context, new_id),
            QuestionsStep(context, new_id),
            FiguresStep(dossier, context),
            SummaryStep(dossier),
        )
        self.pages = QStackedWidget()
        self.where = label("", level=2)
        self.back_button = button("Vorige", "Terug naar het vorige blad", self.back)
        self.next_button = button("Volgende", "Naar het volgende blad", self.go_on)
        self._build()
        for step in self.steps:
            step.changed.connect(self._change)
            step.stopped.connect(self._refresh)
        self._show(0)

    def _options(self, dossier: Dossier, spec: FieldSpec) -> Sequence[Record]:
        """Goals and portfolios of the plan, which the dossier may not have yet."""
        match spec.to:
            case "StrategicGoal":
                return self.plan.goals
            case "Portfolio":
                return dossier.many(Portfolio, [one.id for one in self.plan.fates])
            case _:
                return all_options(dossier, spec)

    # --- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        space = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        column.setSpacing(space * 3)
        for step in self.steps:
            self.pages.addWidget(_scrolled(step))
        row = QHBoxLayout()
        row.addStretch(1)
        for one in (
            self.back_button,
            self.next_button,
            button("Annuleren", "Stoppen; er verandert niets", self.reject),
        ):
            row.addWidget(one)
        column.addWidget(self.where)
        column.addWidget(self.pages, 1)
        column.addLayout(row)
        self.next_button.setDefault(True)
        self._size()

    def _size(self) -> None:
        """Large enough for the table of portfolios, never larger than the screen."""
        resize_within_screen(self, characters(self, 170), line_height(self) * 40)

    # --- going -------------------------------------------------------------------------------------------------------

    @property
    def at(self) -> int:
        """Which page is shown, from 0."""
        return self.pages.currentIndex()

    def _show(self, at: int) -> None:
        step = self.steps[at]
        self.pages.setCurrentIndex(at)
        self.where.setText(f"{step.title} (stap {at + 1} van {len(self.steps)})")
        step.show_plan(self.plan)
        self._refresh()
        step.begin()

    def _refresh(self) -> None:
        """The buttons fit the page and the plan."""
        last = self.at == len(self.steps) - 1
        self.next_button.setText(f"Verslagjaar {self.plan.year} beginnen" if last else "Volgende")
        self.next_button.setEnabled(not self.steps[self.at].problem())
        self.back_button.setEnabled(self.at > 0)

    def _change(self, plan: Rollover) -> None:
        self.plan = plan
        self.steps[self.at].show_plan(plan)
        self._refresh()

    def back(self) -> None:
        """To the page before."""
        self._show(max(0, self.at - 1))

    def go_on(self) -> None:
        """To the next page; from the last one, agree."""
        if self.steps[self.at].problem():
            return
        if self.at == len(self.steps) - 1:
            self.accept()
        else:
            self._show(self.at + 1)

    def reject(self) -> None:
        """Choices that were made are not thrown away without a question."""
        if self.plan == self._proposed or self._dialogs.ask(self, TITLE, LOST, (STOP, ON)) == STOP:
            super().reject()


def _scrolled(step: Step) -> QScrollArea:
    """A page that scrolls where the screen is too low for it."""
    area = QScrollArea()
    area.setWidget(step)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
