"""The plan for a new report year: what goes along, as a value that a person changes until it is right.

`planned` proposes one. The records of the new year stand in it as they will be (agenda, steps, goals, questions); what
becomes of portfolios and indicators stands in rows of its own. Ids follow from the year and from what is copied, so
that two people who both begin the year have the same records.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import count
from typing import Annotated, ClassVar, TypeVar

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import PortfolioStatus
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Label
from riec_desktop.dossier.lineage import counts_in
from riec_desktop.dossier.order import STEP
from riec_desktop.dossier.record import Record, natural_id
from riec_desktop.dossier.records import (
    AgendaStep,
    Indicator,
    Portfolio,
    PortfolioReport,
    Question,
    ReportYear,
    StrategicAgenda,
    StrategicGoal,
)
from riec_desktop.errors import RiecError

C = TypeVar("C", AgendaStep, StrategicGoal)

GOES_ON = (PortfolioStatus.PREPARING, PortfolioStatus.RUNNING)
"""A portfolio that was finished, merged or stopped has nothing to report a year later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate(Record):
    """What becomes of a portfolio in the new year; its id is that of the portfolio.

    Without `listed` it has no section in the new year. `is_new` says that the portfolio begins with the year.
    """

    label: ClassVar[str] = "portefeuille"
    name: Annotated[str, Label("naam in het nieuwe jaar")] = ""
    status: Annotated[PortfolioStatus, Label("status")] = PortfolioStatus.RUNNING
    merged_into_id: Annotated[str | None, Label("gaat op in", to="Portfolio")] = None
    goal_id: Annotated[str | None, Label("strategisch doel", to="StrategicGoal")] = None
    listed: Annotated[bool, Label("komt in het verslag")] = True
    follows_id: Annotated[str | None, Label("vervolg op", to="Portfolio")] = None
    is_new: Annotated[bool, Label("nieuw")] = False
    position: Annotated[Decimal, Label("volgorde")] = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting(Record):
    """Whether an indicator is counted in the new year; its id is that of the indicator."""

    label: ClassVar[str] = "indicator"
    goes_on: Annotated[bool, Label("blijft tellen")] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollover:
    """Everything that the new year begins with.

    `before` is the year that is copied (None: the first year, which starts empty) and `close` whether it is closed.
    `new_agenda`: the agenda with its steps and goals is added; otherwise it is one that the dossier has.
    """

    year: int
    year_id: str
    before: ReportYear | None = None
    close: bool = True
    agenda: StrategicAgenda | None = None
    new_agenda: bool = False
    steps: tuple[AgendaStep, ...] = ()
    goals: tuple[StrategicGoal, ...] = ()
    fates: tuple[Fate, ...] = ()
    questions: tuple[Question, ...] = ()
    countings: tuple[Counting, ...] = ()

    @property
    def covered(self) -> bool:
        """Whether the agenda's period holds the year (rule 5); without an agenda there is nothing to hold it."""
        return covers(self.agenda, self.year)


def covers(agenda: StrategicAgenda | None, year: int) -> bool:
    """Whether the period of an agenda holds a year; an agenda without a whole period holds none."""
    if agenda is None or agenda.first_year is None or agenda.last_year is None:
        return False
    return agenda.first_year <= year <= agenda.last_year


# --- The proposal ----------------------------------------------------------------------------------------------------


def planned(dossier: Dossier, year: int) -> Rollover:
    """What the new year would be when everything goes on as it is. Raises `RiecError` (`year.exists`).

    It is copied from the newest earlier year. When the agenda's period is over, the next agenda is proposed: one that
    the dossier has for the year, or else a new one with the same steps and goals.
    """
    if views.year_of(dossier, year) is not None:
        raise RiecError("year.exists", year=year)
    before = next((one for one in views.years(dossier) if one.year and one.year < year), None)
    plan = Rollover(year=year, year_id=_free_id(dossier, year), before=before)
    if before is None:
        return plan
    plan = replace(plan, fates=_fates(dossier, before), questions=_questions(dossier, before, plan))
    plan = replace(plan, agenda=views.agenda(dossier, before), goals=views.goals(dossier, before))
    plan = replace(plan, countings=tuple(Counting(id=one.id) for one in countable(dossier, plan)))
    return plan if plan.covered or plan.agenda is None else _with_next_agenda(dossier, plan, plan.agenda)


def _free_id(dossier: Dossier, year: int) -> str:
    """The id that the starting content has for this year, unless a year that got another number has it already."""
    names = (f"jaar-{year}-{number}" if number > 1 else f"jaar-{year}" for number in count(1))
    ids = (natural_id(ReportYear.__name__, name) for name in names)
    return next(one for one in ids if dossier.get(ReportYear, one) is None)


def _fates(dossier: Dossier, before: ReportYear) -> tuple[Fate, ...]:
    found = (_fate(dossier, report) for report in views.reports(dossier, before))
    return numbered(one for one in found if one is not None)


def _fate(dossier: Dossier, report: PortfolioReport) -> Fate | None:
    portfolio = dossier.get(Portfolio, report.portfolio_id)
    if portfolio is None:
        return None
    return Fate(
        id=portfolio.id,
        name=views.report_name(dossier, report),
        status=report.status,
        goal_id=report.goal_id,
        listed=report.status in GOES_ON,
        merged_into_id=portfolio.merged_into_id,
        follows_id=portfolio.follows_id,
    )


def _questions(dossier: Dossier, before: ReportYear, plan: Rollover) -> tuple[Question, ...]:
    """The questionnaire of the year before; a year that is written out in a prompt moves along (rule 8)."""
    later = plan.year - (before.year or plan.year)
    return tuple(
        replace(
            one,
            id=natural_id(Question.__name__, plan.year_id, one.id),
            year_id=plan.year_id,
            prompt=_moved_years(one.prompt, before.year or 0, later),
            help=_moved_years(one.help, before.year or 0, later),
        )
        for one in views.questions(dossier, before.id)
    )


def _moved_years(text: str, year: int, later: int) -> str:
    """The text in which this year and its neighbours are so much later."""
    near = "|".join(str(year + step) for step in (-1, 0, 1))
    return re.sub(rf"\b({near})\b", lambda found: str(int(found[0]) + later), text)


def countable(dossier: Dossier, plan: Rollover) -> tuple[Indicator, ...]:
    """The indicators of the portfolios in the plan that were still counted in the year before."""
    number = plan.before.year or 0 if plan.before else 0
    found = (dossier.where(Indicator, "portfolio_id", fate.id) for fate in plan.fates)
    return tuple(one for group in found for one in group if counts_in(one, number + 1))


def shown_countings(dossier: Dossier, plan: Rollover) -> tuple[Counting, ...]:
    """The rows of indicators that some report of the new year shows, if they go on."""
    followed = {one.follows_id for one in plan.fates}
    shown = {one.id for one in plan.fates if one.listed or one.merged_into_id or one.id in followed}
    known = {one.id for one in countable(dossier, plan) if one.portfolio_id in shown}
    return tuple(one for one in plan.countings if one.id in known)


# --- The agenda ------------------------------------------------------------------------------------------------------


def _with_next_agenda(dossier: Dossier, plan: Rollover, agenda: StrategicAgenda) -> Rollover:
    fitting = next((one for one in agendas(dossier) if covers(one, plan.year)), None)
    return with_agenda(dossier, plan, fitting) if fitting else with_new_agenda(dossier, plan, agenda)


def agendas(dossier: Dossier) -> tuple[StrategicAgenda, ...]:
    """The agendas of the dossier, the newest first."""
    return tuple(sorted(dossier.all(StrategicAgenda), key=lambda one: one.first_year or 0, reverse=True))


def with_agenda(dossier: Dossier, plan: Rollover, agenda: StrategicAgenda | None) -> Rollover:
    """The plan under an agenda that the dossier has; portfolios find their goal in it by name, then by place."""
    goals = dossier.where(StrategicGoal, "agenda_id", agenda.id) if agenda else ()
    return _under(replace(plan, agenda=agenda, new_agenda=False, steps=()), goals)


def with_new_agenda(dossier: Dossier, plan: Rollover, old: StrategicAgenda) -> Rollover:
    """The plan under a new agenda of as many years as the old one, with copies of its steps and goals."""
    agenda = _next_agenda(old, plan.year)
    steps = tuple(_copy(one, agenda) for one in dossier.where(AgendaStep, "agenda_id", old.id))
    goals = tuple(_copy(one, agenda) for one in dossier.where(StrategicGoal, "agenda_id", old.id))
    return _under(replace(plan, agenda=agenda, new_agenda=True, steps=steps), goals)


def _next_agenda(old: StrategicAgenda, year: int) -> StrategicAgenda:
    """Who draws it up when is not known, so that stays open."""
    length = old.last_year - old.first_year if old.first_year and old.last_year else 0
    last = year + max(0, length)
    name = old.name
    for then, now in ((old.first_year, year), (old.last_year, last)):
        name = name.replace(str(then), str(now)) if then else name
    agenda_id = natural_id(StrategicAgenda.__name__, old.id, year)
    return StrategicAgenda(id=agenda_id, name=name, first_year=year, last_year=last)


def _copy(one: C, agenda: StrategicAgenda) -> C:
    return replace(one, id=natural_id(type(one).__name__, agenda.id, one.id), agenda_id=agenda.id)


def _under(plan: Rollover, goals: tuple[StrategicGoal, ...]) -> Rollover:
    """The plan with these goals, and every portfolio under the one that stands for its old goal."""
    new = {old.id: _same_goal(old, at, goals) for at, old in enumerate(plan.goals)}
    kept = {one.id for one in goals}
    fates = (one if one.goal_id in kept else replace(one, goal_id=new.get(one.goal_id or "")) for one in plan.fates)
    return replace(plan, goals=goals, fates=tuple(fates))


def _same_goal(old: StrategicGoal, at: int, goals: tuple[StrategicGoal, ...]) -> str | None:
    named = (one.id for one in goals if one.short_name.casefold() == old.short_name.casefold())
    return next(named, goals[at].id if at < len(goals) else None)


# --- Changing a plan -------------------------------------------------------------------------------------------------

N = TypeVar("N", Fate, Question, AgendaStep, StrategicGoal)


def numbered(found: Iterable[N]) -> tuple[N, ...]:
    """Records in a row, with positions that say so."""
    return tuple(replace(one, position=STEP * number) for number, one in enumerate(found, 1))


def with_fate(plan: Rollover, fate: Fate) -> Rollover:
    """The plan with another fate for one portfolio; what it says about merging is made to agree with the status."""
    return with_fates(plan, tuple(fate if one.id == fate.id else one for one in plan.fates))


def with_fates(plan: Rollover, fates: tuple[Fate, ...]) -> Rollover:
    """The plan with these portfolios, of which some are other than they were, new, or gone."""
    before = {one.id: one for one in plan.fates}
    gone = before.keys() - {one.id for one in fates}
    settled = (_settled(one, before.get(one.id, one), gone) for one in fates)
    return replace(plan, fates=tuple(settled))


def _settled(fate: Fate, before: Fate, gone: AbstractSet[str]) -> Fate:
    if fate.merged_into_id in gone or fate.follows_id in gone:
        into, after = (None if one in gone else one for one in (fate.merged_into_id, fate.follows_id))
        fate = replace(fate, merged_into_id=into, follows_id=after)
    if fate.merged_into_id and fate.merged_into_id != before.merged_into_id:
        fate = replace(fate, status=PortfolioStatus.MERGED)
    elif fate.status is not PortfolioStatus.MERGED and fate.status is not before.status:
        fate = replace(fate, merged_into_id=None)
    if fate.status is not before.status and fate.status in GOES_ON:
        fate = replace(fate, listed=True)
    return fate


def new_fate(plan: Rollover, portfolio_id: str) -> Fate:
    """A portfolio that begins with the year, still without a name."""
    goal = plan.goals[0].id if plan.goals else None
    return Fate(id=portfolio_id, status=PortfolioStatus.PREPARING, goal_id=goal, is_new=True)


def problems(plan: Rollover) -> tuple[str, ...]:
    """Dutch sentences about what must be mended before the year can begin."""
    return tuple(_problems(plan))


def _problems(plan: Rollover) -> Iterator[str]:
    names = {one.id: one.name or "zonder naam" for one in plan.fates}
    for fate in plan.fates:
        if not fate.name.strip():
            yield "Een portefeuille heeft nog geen naam. Vul die in, of haal de regel weg."
        if fate.merged_into_id and _returns(plan, fate):
            yield f"Portefeuille {names[fate.id]} kan niet opgaan in zichzelf. Kies een andere portefeuille."
    if plan.new_agenda and not plan.covered:
        yield f"De periode van de nieuwe agenda past niet bij {plan.year}. Verbeter het eerste of het laatste jaar."


def _returns(plan: Rollover, fate: Fate) -> bool:
    """Whether one comes back at a portfolio by following what it merges into."""
    into = {one.id: one.merged_into_id for one in plan.fates}
    seen: list[str] = []
    at = fate.merged_into_id
    while at is not None and at not in seen:
        seen.append(at)
        at = into.get(at)
    return fate.id in seen
