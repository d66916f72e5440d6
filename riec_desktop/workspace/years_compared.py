"""Two report years side by side: the same portfolio, question, goal, indicator or region in the one and the other."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, cast

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.fields import FieldSpec, Kind, Value, specs
from riec_desktop.dossier.records import (
    Activity,
    Callout,
    Indicator,
    IndicatorValue,
    Organisation,
    PortfolioReport,
    Question,
    Record,
    RegionalSection,
    ReportYear,
)
from riec_desktop.workspace.comparing import Difference, Way
from riec_desktop.workspace.merge_words import record_text
from riec_desktop.workspace.names import display_name
from riec_desktop.workspace.shown import value_text
from riec_desktop.workspace.whereabouts import STEP

R = TypeVar("R", bound=Record)

_NO_NEWS = ("position", "name_then", "deadline", "review", "reviewed_by", "reviewed_on", "state", "year", "agenda_id")
"""Fields about the work on a year rather than about what it says."""


def years_compared(dossier: Dossier, old: ReportYear, new: ReportYear) -> tuple[Difference, ...]:
    """What two years say differently, in the order of the chapter."""
    found = (
        *_fields(dossier, "Verslagjaar", old, new),
        *_goals(dossier, old, new),
        *_portfolios(dossier, old, new),
        *_regions(dossier, old, new),
    )
    return tuple(one for one in found if one.old != one.new)


def _fields(dossier: Dossier, place: str, old: Record | None, new: Record | None) -> Iterator[Difference]:
    """Each field that says something in one of two records that answer to each other."""
    either = cast("Record", old or new)
    for name, spec in specs(type(either)).items():
        if not (spec.owner or name in _NO_NEWS or spec.kind is Kind.DATA):
            texts = _text(dossier, old, spec), _text(dossier, new, spec)
            yield _difference(f"{place}{STEP}{spec.label}", *texts)


def _either(dossier: Dossier, place: str, old: Record | None, new: Record | None) -> Iterator[Difference]:
    """Field by field where both years have it; as a whole where only one has."""
    if old is not None and new is not None:
        yield from _fields(dossier, place, old, new)
    else:
        texts = (record_text(dossier, (one,)) if one is not None else "" for one in (old, new))
        yield _difference(place, *texts)


def _text(dossier: Dossier, record: Record | None, spec: FieldSpec) -> str:
    value: Value = getattr(record, spec.name) if record is not None else spec.default
    return value_text(dossier, record, spec, value) if record is not None else ""


def _difference(place: str, old: str, new: str) -> Difference:
    way = Way.ADDED if not old else Way.CHANGED if new else Way.REMOVED
    return Difference(way=way, place=place, old=old, new=new)


def _paired(old: Sequence[R], new: Sequence[R], key: Callable[[R], object]) -> Iterator[tuple[R | None, R | None, R]]:
    """The things of two years that have the same key, and the newest; what only one year has stands alone."""
    before = {key(one): one for one in old}
    after = {key(one): one for one in new}
    for each, newest in {**before, **after}.items():
        yield before.get(each), after.get(each), newest


def _goals(dossier: Dossier, old: ReportYear, new: ReportYear) -> Iterator[Difference]:
    pairs = _paired(views.goals(dossier, old), views.goals(dossier, new), lambda goal: goal.short_name.casefold())
    for before, after, newest in pairs:
        texts = [
            views.goal_section(dossier, year, goal) if goal is not None else None
            for year, goal in ((old, before), (new, after))
        ]
        yield from _fields(dossier, display_name(dossier, newest), *texts)


def _portfolios(dossier: Dossier, old: ReportYear, new: ReportYear) -> Iterator[Difference]:
    pairs = _paired(views.reports(dossier, old), views.reports(dossier, new), lambda report: report.portfolio_id)
    for before, after, newest in pairs:
        place = capitalised(views.report_name(dossier, newest))
        yield from _either(dossier, place, before, after)
        yield from _answers(dossier, place, before, after)
        yield from _figures(dossier, place, newest.portfolio_id, (old.year, new.year))
        for kind in (Activity, Callout):
            rows = [dossier.where(kind, "report_id", one.id) if one else () for one in (before, after)]
            yield from _titled(dossier, place, rows[0], rows[1])


def _answers(
    dossier: Dossier, place: str, old: PortfolioReport | None, new: PortfolioReport | None
) -> Iterator[Difference]:
    """Answers to the questions on one topic."""
    asked = [views.questions(dossier, one.year_id) if one else () for one in (old, new)]
    for before, after, newest in _paired(asked[0], asked[1], lambda question: question.topic):
        texts = [_answer(dossier, report, question) for report, question in ((old, before), (new, after))]
        yield _difference(f"{place}{STEP}{newest.topic}", *texts)


def _answer(dossier: Dossier, report: PortfolioReport | None, question: Question | None) -> str:
    if report is None or question is None:
        return ""
    written = views.answer(dossier, report, question)
    return value_text(dossier, written, specs(type(written))["text"], written.text)


def _figures(
    dossier: Dossier, place: str, portfolio_id: str | None, years: tuple[int | None, int | None]
) -> Iterator[Difference]:
    for indicator in dossier.where(Indicator, "portfolio_id", portfolio_id):
        values = dossier.where(IndicatorValue, "indicator_id", indicator.id)
        of_years = [[one for one in values if one.year == year] for year in years]
        for before, after, newest in _paired(of_years[0], of_years[1], lambda value: value.organisation_id):
            organisation = dossier.get(Organisation, newest.organisation_id)
            where = f"{indicator.name}, {organisation.name}" if organisation else indicator.name
            yield _difference(f"{place}{STEP}{where}", *(_number(dossier, one) for one in (before, after)))


def _number(dossier: Dossier, value: IndicatorValue | None) -> str:
    """'12, doel 15'."""
    if value is None:
        return ""
    fields = specs(IndicatorValue)
    actual, target = (value_text(dossier, value, fields[name], getattr(value, name)) for name in ("actual", "target"))
    return ", ".join(part for part in (actual, f"doel {target}" if target else "") if part)


def _titled(dossier: Dossier, place: str, old: Sequence[Record], new: Sequence[Record]) -> Iterator[Difference]:
    """What has one title in both years is compared; the rest came or went."""
    for before, after, newest in _paired(old, new, lambda one: display_name(dossier, one).casefold()):
        what = f"{capitalised(newest.label)} {display_name(dossier, newest)}"
        yield from _either(dossier, f"{place}{STEP}{what}", before, after)


def _regions(dossier: Dossier, old: ReportYear, new: ReportYear) -> Iterator[Difference]:
    rows = [dossier.where(RegionalSection, "year_id", year.id) for year in (old, new)]
    for before, after, newest in _paired(rows[0], rows[1], lambda section: section.organisation_id):
        organisation = dossier.get(Organisation, newest.organisation_id)
        place = f"Regionale bijdrage{STEP}{organisation.name if organisation else ''}"
        yield from _either(dossier, place, before, after)
