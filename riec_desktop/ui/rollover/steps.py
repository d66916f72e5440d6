"""What a page of the wizard is, and the pages for the year, the questions, the figures and the summary."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QTextBrowser, QVBoxLayout, QWidget

from riec_desktop.chapter.html import escape
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.fields import Value
from riec_desktop.dossier.records import Indicator, Portfolio, Question, Record
from riec_desktop.dossier.rollover_plan import Counting, Rollover, planned, problems, shown_countings
from riec_desktop.ui.labels import label
from riec_desktop.ui.rollover.plan_table import PlanTable, Rows, Table
from riec_desktop.ui.theme import Tone, line_height, unit
from riec_desktop.ui.widgets.columns import computed_column, field_column
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.ink_label import InkLabel
from riec_desktop.workspace.rollover import Told, told


class Step(QWidget):
    """One page. `changed` carries another plan; `stopped` says that one cannot go on any more, or can again."""

    changed = Signal(object)
    stopped = Signal()

    def __init__(self, title: str, explanation: str) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(unit(self) * 3)
        self.explanation = label(explanation)
        self.column.addWidget(self.explanation)

    def show_plan(self, plan: Rollover) -> None:
        """Show the plan as it is now."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the cursor where a person starts."""

    def problem(self) -> str:
        """Why one cannot go on from here, '' when one can."""
        return ""


def problem_label() -> QLabel:
    """A sentence about what must be mended first."""
    made = InkLabel(tone=Tone.ERROR)
    made.setWordWrap(True)
    made.hide()
    return made


def tell(shown: QLabel, text: str) -> None:
    """Show a sentence, or nothing."""
    shown.setText(text)
    shown.setVisible(bool(text))


# --- The year --------------------------------------------------------------------------------------------------------

YEAR_TEXT = (
    "Het nieuwe jaar begint met de portefeuilles, vragen en indicatoren van het jaar ervoor. Op de volgende bladen "
    "kiest u wat verandert. Er gebeurt niets voordat u op het laatste blad akkoord geeft."
)


class YearStep(Step):
    """Which year, and whether the one before it is closed. Another year is another proposal."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__("Verslagjaar", YEAR_TEXT)
        self._dossier = dossier
        self._plan: Rollover | None = None
        self.year = QSpinBox()
        self.year.setRange(1990, 2100)
        self.year.setKeyboardTracking(False)
        self.year.setAccessibleName("Nieuw verslagjaar")
        self.close_before = QCheckBox()
        self._problem = problem_label()
        caption = QLabel("&Nieuw verslagjaar")
        caption.setBuddy(self.year)
        row = QHBoxLayout()
        row.setSpacing(unit(self) * 3)
        row.addWidget(caption)
        row.addWidget(self.year)
        row.addStretch(1)
        self.column.addLayout(row)
        for widget in (self._problem, self.close_before):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.year.valueChanged.connect(self._choose)
        self.close_before.toggled.connect(self._close)

    def show_plan(self, plan: Rollover) -> None:
        """The year, and the name of the one before it."""
        self._plan = plan
        self.year.setValue(plan.year)
        before = plan.before.year if plan.before else None
        self.close_before.setVisible(before is not None)
        self.close_before.setText(f"Verslagjaar {before} &afsluiten: iedereen kan het lezen, niemand verandert het")
        self.close_before.setChecked(plan.close)
        tell(self._problem, self.problem())

    def begin(self) -> None:
        """At the year."""
        self.year.setFocus()

    def problem(self) -> str:
        """A year that the dossier has cannot begin again."""
        if views.year_of(self._dossier, self.year.value()) is None:
            return ""
        return f"Verslagjaar {self.year.value()} staat al in dit dossier. Kies een ander jaar."

    def _choose(self, year: int) -> None:
        tell(self._problem, self.problem())
        self.stopped.emit()
        if self._plan is not None and year != self._plan.year and not self.problem():
            self.changed.emit(replace(planned(self._dossier, year), close=self._plan.close))

    def _close(self) -> None:
        on = self.close_before.isChecked()
        if self._plan is not None and on is not self._plan.close:
            self.changed.emit(replace(self._plan, close=on))


# --- Questions -------------------------------------------------------------------------------------------------------

QUESTIONS_TEXT = (
    "Deze vragen beantwoordt elke portefeuille. Houd het onderwerp elk jaar hetzelfde: dan staat het antwoord van "
    "vorig jaar ernaast. Enter wijzigt een vak, Insert voegt een vraag toe, Alt+pijl verplaatst haar."
)


class QuestionsStep(Step):
    """The questionnaire: keep, change, add, drop, put in another order."""

    def __init__(self, context: FormContext, new_id: Callable[[], str]) -> None:
        super().__init__("Vragen", QUESTIONS_TEXT)
        self._plan: Rollover | None = None
        self._new_id = new_id
        columns = (
            field_column(Question, "topic", width=20),
            field_column(Question, "prompt", width=46),
            field_column(Question, "word_budget", title="Woorden", width=9),
            field_column(Question, "required_for", width=24),
            field_column(Question, "promise", title="Belofte", width=9),
        )
        self.table = PlanTable(
            Table(kind=Question, title="Vragenlijst", columns=columns, new=self._new, empty="Nog geen vragen."), context
        )
        self.table.changed.connect(self._change)
        self.column.addWidget(self.table)
        self.column.addStretch(1)

    def _new(self) -> Question:
        return Question(id=self._new_id(), year_id=self._plan.year_id if self._plan else None)

    def _change(self, rows: Rows) -> None:
        if self._plan is not None:
            self.changed.emit(replace(self._plan, questions=rows))

    def show_plan(self, plan: Rollover) -> None:
        """The questions as they are now."""
        self._plan = plan
        self.table.show_rows(Dossier(), plan.questions)

    def begin(self) -> None:
        """At the table."""
        self.table.setFocus()


# --- Figures ---------------------------------------------------------------------------------------------------------

FIGURES_TEXT = (
    "Zet het vinkje uit bij wat u niet meer telt. De cijfers van eerdere jaren blijven staan, ook in hun grafieken. "
    "Nieuwe indicatoren voegt u later toe bij Inrichting, Indicatoren."
)


class FiguresStep(Step):
    """Which indicators are still counted."""

    def __init__(self, dossier: Dossier, context: FormContext) -> None:
        super().__init__("Cijfers", FIGURES_TEXT)
        self._dossier = dossier
        self._plan: Rollover | None = None
        columns = (
            computed_column("Portefeuille", _portfolio, width=34, names_row=True),
            computed_column("Indicator", _indicator, width=38, names_row=True),
            field_column(Counting, "goes_on", title="Blijft tellen", width=14),
        )
        table = Table(
            kind=Counting,
            title="Indicatoren",
            columns=columns,
            empty="Bij deze portefeuilles wordt niets geteld.",
        )
        self.table = PlanTable(table, context)
        self.table.changed.connect(self._change)
        self.column.addWidget(self.table)
        self.column.addStretch(1)

    def _change(self, rows: Rows) -> None:
        if self._plan is not None:
            chosen = {one.id: one for one in cast("tuple[Counting, ...]", rows)}
            countings = tuple(chosen.get(one.id, one) for one in self._plan.countings)
            self.changed.emit(replace(self._plan, countings=countings))

    def show_plan(self, plan: Rollover) -> None:
        """The indicators of the portfolios that go on."""
        self._plan = plan
        self.table.show_rows(self._dossier, shown_countings(self._dossier, plan))

    def begin(self) -> None:
        """At the table."""
        self.table.setFocus()


def _portfolio(dossier: Dossier, record: Record) -> Value:
    indicator = dossier.get(Indicator, record.id)
    portfolio = dossier.get(Portfolio, indicator.portfolio_id) if indicator else None
    return capitalised(views.portfolio_name(dossier, portfolio)) if portfolio else ""


def _indicator(dossier: Dossier, record: Record) -> Value:
    indicator = dossier.get(Indicator, record.id)
    return indicator.name if indicator else ""


# --- Summary ---------------------------------------------------------------------------------------------------------


class SummaryStep(Step):
    """In plain words what will happen."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__("Samenvatting", "Klopt dit? Met Vorige gaat u terug om iets te veranderen.")
        self._dossier = dossier
        self._problem = problem_label()
        self.text = QTextBrowser()
        self.text.setAccessibleName("Wat er gaat gebeuren")
        self.text.setMinimumHeight(line_height(self) * 8)
        self.text.setTabChangesFocus(True)
        self.column.addWidget(self._problem)
        self.column.addWidget(self.text, 1)
        self._plan: Rollover | None = None

    def show_plan(self, plan: Rollover) -> None:
        """What the plan does, and what still keeps it from being done."""
        self._plan = plan
        self.text.setHtml("".join(map(_html, told(self._dossier, plan))))
        tell(self._problem, self.problem())

    def begin(self) -> None:
        """At the text, so that it is read aloud and scrolls with the arrow keys."""
        self.text.setFocus()

    def problem(self) -> str:
        """What must be mended first."""
        return "\n".join(problems(self._plan)) if self._plan else ""


def _html(part: Told) -> str:
    lines = "".join(f"<li>{escape(capitalised(line))}</li>" for line in part.lines)
    sign = "⚠ " if part.warning else ""
    return f"<h3>{sign}{escape(part.title)}</h3><ul>{lines}</ul>"
