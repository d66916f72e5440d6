"""A part of a dossier: a few portfolios with all that is needed to work on them, to hand to a colleague.

What goes along is what belongs to those portfolios, in every year, and what their pages refer to. The texts, figures
and remarks of other portfolios stay behind. A whole dossier and its part share ids, so that they can be merged.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import cast

from riec_desktop.dossier.choices import WordRuleKind
from riec_desktop.dossier.contested import Place, place_of, wholes
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.fields import Kind, specs
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import (
    RECORD_TYPES,
    TYPE_BY_NAME,
    AcceptedFinding,
    AgendaStep,
    Comment,
    ContributionForm,
    GoalSection,
    Indicator,
    IndicatorValue,
    NamedVersion,
    Organisation,
    Portfolio,
    PortfolioReport,
    Programme,
    Question,
    Record,
    RegionalSection,
    ReportYear,
    ReviewDocument,
    Settings,
    StrategicAgenda,
    StrategicGoal,
    WordRule,
)
from riec_desktop.dossier.richtext import LinkedNumber, linked_numbers

_ALWAYS: tuple[type[Record], ...] = (Settings, Organisation, StrategicAgenda, AgendaStep, StrategicGoal)
"""What every page needs: names to choose from, and the frame of the chapter."""

_NEVER: tuple[type[Record], ...] = (
    Programme,
    RegionalSection,
    ContributionForm,
    ReviewDocument,
    NamedVersion,
)
"""What is not about portfolios, or holds copies of more than the part."""


def part_of(dossier: Dossier, portfolio_ids: Collection[str]) -> Dossier:
    """The part of a dossier with these portfolios."""
    chosen = frozenset(portfolio_ids)
    records = list(_chosen(dossier, chosen))
    places = {place_of(one) for one in records}
    records += [one for one in _needed(dossier, records) if place_of(one) not in places]
    return dossier_of([*records, *_about(dossier, frozenset(map(place_of, records)))])


def _chosen(dossier: Dossier, portfolio_ids: frozenset[str]) -> Iterator[Record]:
    """What belongs to the portfolios, and the frame: the years with their questions, the goals with their texts."""
    reports = [one for one in dossier.all(PortfolioReport) if one.portfolio_id in portfolio_ids]
    year_ids, goal_ids = {one.year_id for one in reports}, {one.goal_id for one in reports}
    for kind in _ALWAYS:
        yield from dossier.all(kind)
    yield from dossier.many(Portfolio, portfolio_ids)
    yield from (one for one in dossier.all(ReportYear) if one.id in year_ids)
    yield from (one for one in dossier.all(Question) if one.year_id in year_ids)
    yield from (one for one in dossier.all(GoalSection) if one.year_id in year_ids and one.goal_id in goal_ids)
    yield from (one for one in dossier.all(WordRule) if one.kind is not WordRuleKind.NAME)
    kept = {(Portfolio, one) for one in portfolio_ids} | set(map(place_of, reports))
    yield from reports
    yield from _parts(dossier, kept)


def _parts(dossier: Dossier, kept: set[Place]) -> Iterator[Record]:
    """What is part of these portfolios and reports; owners stand before what they own."""
    for kind in RECORD_TYPES:
        if kind not in (*_NEVER, PortfolioReport, Comment):
            for record in dossier.all(kind):
                owners = [one for one in wholes(record) if one[0] not in (ReportYear, Question)]
                if owners and set(owners) <= kept:
                    kept.add(place_of(record))
                    yield record


def _needed(dossier: Dossier, records: Iterable[Record]) -> Iterator[Record]:
    """What the part refers to elsewhere: the bare record of another portfolio, an indicator with its figures."""
    found: dict[Place, Record] = {}
    waiting = [*records]
    while waiting:
        for one in _referred(dossier, waiting.pop()):
            if place_of(one) not in found:
                found[place_of(one)] = one
                waiting.append(one)
    yield from found.values()


def _referred(dossier: Dossier, record: Record) -> Iterator[Record]:
    for name, spec in specs(type(record)).items():
        value = getattr(record, name)
        if spec.to and TYPE_BY_NAME[spec.to] not in _NEVER:
            ids = cast("tuple[str, ...]", value) if isinstance(value, tuple) else (cast("str", value),)
            yield from dossier.many(TYPE_BY_NAME[spec.to], ids)
        elif spec.kind is Kind.RICH and "{cijfer:" in value:
            ids = tuple(one.indicator_id for one in linked_numbers(parse(value)) if isinstance(one, LinkedNumber))
            for indicator in dossier.many(Indicator, ids):
                yield indicator
                yield from dossier.where(IndicatorValue, "indicator_id", indicator.id)


def _about(dossier: Dossier, places: frozenset[Place]) -> Iterator[Record]:
    """Remarks on what is in the part, and findings in it that somebody let stand."""
    known = {(kind.__name__, record_id) for kind, record_id in places}
    for one in (*dossier.all(Comment), *dossier.all(AcceptedFinding)):
        if (one.kind, one.record_id) in known:
            yield one


def left_behind(dossier: Dossier, part: Dossier) -> tuple[Portfolio, ...]:
    """The portfolios that have reports in the dossier and none in the part."""
    there = {one.portfolio_id for one in part.all(PortfolioReport)}
    return tuple(one for one in dossier.all(Portfolio) if one.id not in there)
