"""The turn of the year as a use case: what a plan will do in plain words, and doing it as one step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import Source
from riec_desktop.dossier.choices import PortfolioStatus, ReviewState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import listing
from riec_desktop.dossier.lineage import report_in
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.promises import promised
from riec_desktop.dossier.records import (
    AgendaStep,
    Indicator,
    Portfolio,
    PortfolioReport,
    Promise,
    Question,
    ReportYear,
    StrategicGoal,
)
from riec_desktop.dossier.richtext import plain_text
from riec_desktop.dossier.rollover import rolled_over, rollover_changes
from riec_desktop.dossier.rollover_plan import Fate, Rollover, shown_countings
from riec_desktop.workspace.names import shortened
from riec_desktop.workspace.opened import Session

NAMELESS = "zonder naam"


def roll_over(session: Session, plan: Rollover) -> None:
    """Begin the year of a plan, as one step. Raises `RiecError`: `year.exists`, or what editing raises."""
    changes = rollover_changes(session.dossier, plan)
    session.edit(f"verslagjaar {plan.year} beginnen", changes, source=Source.ROLLOVER)


@dataclass(frozen=True, slots=True)
class Told:
    """A part of what will happen: a heading and sentences below it. `warning`: somebody should look at it."""

    title: str
    lines: tuple[str, ...]
    warning: bool = False


def told(dossier: Dossier, plan: Rollover) -> tuple[Told, ...]:
    """What a plan will do, in the order of the wizard's pages; what needs a look comes first."""
    parts = (
        Told("Let op", tuple(_warnings(dossier, plan)), warning=True),
        Told(f"Verslagjaar {plan.year}", tuple(_year(plan))),
        Told("Agenda", tuple(_agenda(plan))),
        Told("Portefeuilles", tuple(_portfolios(dossier, plan))),
        Told("Vragen", tuple(_questions(dossier, plan))),
        Told("Cijfers", tuple(_indicators(dossier, plan))),
        Told("Beloften", tuple(_promises(dossier, plan))),
    )
    return tuple(one for one in parts if one.lines)


def _count(number: int, one: str, many: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {many}"


def _year(plan: Rollover) -> Iterator[str]:
    before = plan.before
    if before is None:
        yield f"Verslagjaar {plan.year} komt erbij. Het is het eerste jaar en begint leeg."
        return
    yield f"Verslagjaar {plan.year} komt erbij, met nummer en titel van {before.year}. Alle teksten zijn nog leeg."
    if plan.close:
        yield (
            f"Verslagjaar {before.year} wordt afgesloten. Iedereen kan het blijven lezen; wijzigen kan pas als iemand "
            "het weer opent."
        )
    else:
        yield f"Verslagjaar {before.year} blijft open."
    yield "U kunt dit alles in één keer ongedaan maken."


def _agenda(plan: Rollover) -> Iterator[str]:
    if plan.agenda is None:
        return
    goals = _count(len(plan.goals), "doel", "doelen")
    if plan.new_agenda:
        steps = _count(len(plan.steps), "stap", "stappen")
        yield f"Er komt een nieuwe agenda: {plan.agenda.name}, met {steps} en {goals}."
    else:
        yield f"De agenda {plan.agenda.name} geldt voor {plan.year}, met {goals}."


# --- Portfolios ------------------------------------------------------------------------------------------------------


def _portfolios(dossier: Dossier, plan: Rollover) -> Iterator[str]:
    for title, fates in _groups(plan):
        if fates:
            yield f"{title}: {listing([one.name or NAMELESS for one in fates])}."
    for fate in plan.fates:
        yield from _line_of_life(dossier, plan, fate)


def _groups(plan: Rollover) -> Iterator[tuple[str, Sequence[Fate]]]:
    titles = {
        PortfolioStatus.RUNNING: "Lopend",
        PortfolioStatus.PREPARING: "In voorbereiding",
        PortfolioStatus.FINISHED: f"Afgerond in {plan.year}",
        PortfolioStatus.MERGED: f"Samengevoegd in {plan.year}",
        PortfolioStatus.STOPPED: f"Gestopt in {plan.year}",
    }
    for status, title in titles.items():
        yield title, [one for one in plan.fates if one.listed and one.status is status]
    yield f"Niet meer in het verslag over {plan.year}", [one for one in plan.fates if not one.listed]


def _line_of_life(dossier: Dossier, plan: Rollover, fate: Fate) -> Iterator[str]:
    """What is special about one portfolio: new, renamed, moved, merged."""
    name = fate.name or NAMELESS
    into, after = (_name(dossier, plan, one) for one in (fate.merged_into_id, fate.follows_id))
    if fate.is_new:
        yield f"Nieuw: {name}{f', als vervolg op {after}' if after else ''}."
    if into:
        yield f"{name} gaat op in {into}. De cijfers blijven apart staan en worden niet bij elkaar opgeteld."
    before = report_in(dossier, fate.id, plan.before.id if plan.before else None)
    if before is not None:
        yield from _differences(dossier, plan, fate, before)


def _differences(dossier: Dossier, plan: Rollover, fate: Fate, before: PortfolioReport) -> Iterator[str]:
    old, goal = views.report_name(dossier, before), dossier.get(StrategicGoal, before.goal_id)
    if old != fate.name:
        yield f"{old or NAMELESS} heet vanaf {plan.year} {fate.name or NAMELESS}. In eerdere jaren blijft de oude naam."
    new = next((one for one in plan.goals if one.id == fate.goal_id), None)
    if fate.listed and new is not None and goal is not None and new.short_name != goal.short_name:
        yield f"{fate.name or NAMELESS} gaat naar het doel {new.short_name}."


def _name(dossier: Dossier, plan: Rollover, portfolio_id: str | None) -> str:
    planned = next((one.name for one in plan.fates if one.id == portfolio_id), "")
    held = dossier.get(Portfolio, portfolio_id)
    return planned or (views.portfolio_name(dossier, held) if held else "")


# --- Questions, figures, promises ------------------------------------------------------------------------------------


def _questions(dossier: Dossier, plan: Rollover) -> Iterator[str]:
    before = views.questions(dossier, plan.before.id) if plan.before else ()
    old, new = [_asked(one) for one in before], [_asked(one) for one in plan.questions]
    total = _count(len(new), "vraag", "vragen")
    if not new:
        return
    if old == new and plan.before is not None:
        yield f"{total}, dezelfde als in {plan.before.year}."
        return
    topics = {one.topic for one in before}
    kept = {one.topic for one in plan.questions}
    added = [one.topic or NAMELESS for one in plan.questions if one.topic not in topics]
    gone = [one.topic for one in before if one.topic not in kept]
    prompts = {one.topic: one.prompt for one in before}
    changed = [one.topic for one in plan.questions if prompts.get(one.topic, one.prompt) != one.prompt]
    yield f"{total}."
    yield from _named("Nieuw", added)
    yield from _named("Gewijzigd", changed)
    yield from _named("Vervallen", gone)


def _asked(one: Question) -> tuple[str, str]:
    return one.topic, one.prompt


def _named(title: str, names: Iterable[str]) -> Iterator[str]:
    found = [one for one in names if one]
    if found:
        yield f"{title}: {listing(found)}."


def _indicators(dossier: Dossier, plan: Rollover) -> Iterator[str]:
    shown = shown_countings(dossier, plan)
    going = sum(one.goes_on for one in shown)
    stopped = dossier.many(Indicator, [one.id for one in shown if not one.goes_on])
    if going:
        yield f"{_count(going, 'indicator blijft', 'indicatoren blijven')} tellen."
    if stopped and plan.before is not None:
        yield from _named("Niet meer geteld", [one.name or NAMELESS for one in stopped])
        yield f"De cijfers tot en met {plan.before.year} blijven staan."


def _promises(dossier: Dossier, plan: Rollover) -> Iterator[str]:
    if plan.before is None:
        return
    old = plan.before.year
    if old != plan.year - 1:
        yield f"Tussen {old} en {plan.year} ontbreekt een jaar; beloften van {old} gaan niet mee."
        return
    after = rolled_over(dossier, plan)
    reports = after.where(PortfolioReport, "year_id", plan.year_id)
    taken = [one for report in reports for one in after.where(Promise, "report_id", report.id)]
    if taken:
        stand = "belofte van {year} komt" if len(taken) == 1 else "beloften van {year} komen"
        yield f"{len(taken)} {stand.format(year=old)} bij de vragen van {plan.year} te staan."
    sources = {one.from_report_id for one in taken}
    for before in views.reports(dossier, plan.before):
        left = promised(dossier, before)
        if left and before.id not in sources:
            said = shortened(plain_text(parse(left[0]), lambda _: "…"))
            yield f"Wat {views.report_name(dossier, before)} beloofde, komt nergens terug: ‘{said}’"


# --- What needs a look -----------------------------------------------------------------------------------------------


def _warnings(dossier: Dossier, plan: Rollover) -> Iterator[str]:
    if plan.before is not None and plan.close:
        yield from _unfinished(dossier, plan.before)
    if plan.agenda is not None and not plan.covered:
        yield f"De agenda {plan.agenda.name} loopt niet in {plan.year}. Kies een nieuwe agenda."
    elif plan.new_agenda and _has_old_steps(dossier, plan):
        yield "De stappen van de nieuwe agenda zijn die van de oude. Pas ze aan als ze anders luiden."
    for fate in plan.fates:
        if fate.status is PortfolioStatus.MERGED and fate.listed and not fate.merged_into_id:
            yield f"Bij {fate.name or NAMELESS} is niet gekozen waarin de portefeuille opgaat."
        if fate.listed and all(one.id != fate.goal_id for one in plan.goals):
            yield f"{fate.name or NAMELESS} heeft in {plan.year} nog geen doel."
    empty = [one.short_name for one in plan.goals if not _has_portfolio(plan, one)]
    if empty and plan.before is not None:
        yield f"Geen portefeuille in {plan.year} bij: {listing(empty)}. Schrijf daar straks een zin waarom."


def _unfinished(dossier: Dossier, before: ReportYear) -> Iterator[str]:
    """Which portfolios nobody agreed to yet, of a year that is about to close."""
    waiting = [one for one in views.reports(dossier, before) if one.review is not ReviewState.AGREED]
    if waiting:
        names = listing([views.report_name(dossier, one) or NAMELESS for one in waiting])
        yield f"In {before.year} nog niet akkoord: {names}. Na het afsluiten kan dat pas als u het jaar weer opent."


def _has_old_steps(dossier: Dossier, plan: Rollover) -> bool:
    old = dossier.where(AgendaStep, "agenda_id", plan.before.agenda_id if plan.before else None)
    return [one.text for one in old] == [one.text for one in plan.steps]


def _has_portfolio(plan: Rollover, goal: StrategicGoal) -> bool:
    return any(one.listed and one.goal_id == goal.id for one in plan.fates)
