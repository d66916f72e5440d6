"""How ready a year is: portfolio × question, with activities, figures and boxes, as plain data.

The board of the window shows it, the reminders are written from it. What day it is only `deadlines` asks.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import MissingReason, PortfolioStatus, ReviewState, Scope
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.keys import value_id
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    Comment,
    Indicator,
    IndicatorValue,
    Organisation,
    Picture,
    PortfolioReport,
    Question,
    Record,
    ReportYear,
)
from riec_desktop.dossier.richtext import word_count
from riec_desktop.figures.values import Figure, figures_of_year


class Part(Enum):
    """What a cell of the board is about."""

    QUESTION = "vraag"
    ACTIVITIES = "activiteiten"
    FIGURES = "cijfers"
    CALLOUTS = "kaders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One part of one portfolio. `kind`, `record_id` and `field` say where it is filled in.

    What is not there yet is filled in at its report: `field` is then the id of the question or the value of the part.

    `count` is words of an answer, else how many there are; `room` is the word budget, or how many figures are wanted
    (None: there is no number to compare with). `needed`: it may not stay empty.
    """

    part: Part
    title: str
    state: ReviewState
    needed: bool
    count: int
    kind: type[Record]
    record_id: str
    field: str = ""
    room: int | None = None
    findings: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One portfolio. `findings` and `comments` (open ones) count all that is about it, `cells` only their own part.

    `lacking` names the indicators that still want a number or a reason.
    """

    report: PortfolioReport
    name: str
    cells: tuple[Cell, ...]
    findings: int
    comments: int
    lacking: tuple[str, ...]

    @property
    def words(self) -> int:
        """Words in the answers."""
        return sum(one.count for one in self.cells if one.part is Part.QUESTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The portfolios of a goal; those without a goal come last, with `goal_id` None."""

    title: str
    goal_id: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """The whole board: the titles of the cells in their order, and the rows by goal."""

    titles: tuple[str, ...]
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every portfolio in the order of the chapter."""
        return tuple(row for group in self.groups for row in group.rows)


@lru_cache(maxsize=16384)
def words_in(text: str) -> int:
    """The words of a rich text; remembered, because of a whole year one text changes at a time."""
    return word_count(parse(text))


Gaps = tuple[str | None, ...]
"""The organisations whose number is missing; None is the country."""


@dataclass(frozen=True, slots=True)
class _Year:
    """What all rows share: made once for a board."""

    dossier: Dossier
    year: ReportYear
    questions: tuple[tuple[Question, str], ...]
    riecs: tuple[Organisation, ...]
    noticed: Mapping[str, Counter[str]]
    comments: Counter[str]


def readiness(dossier: Dossier, year: ReportYear, findings: Iterable[Finding]) -> Readiness:
    """How ready the year is; made once per dossier. `findings` are those of its checks."""
    noticed = tuple(findings)
    return dossier.once(("readiness", year.id, noticed), lambda: _readiness(dossier, year, noticed))


def _readiness(dossier: Dossier, year: ReportYear, findings: Sequence[Finding]) -> Readiness:
    asked = views.questions(dossier, year.id)
    titled = tuple((one, views.filled_prompt(one.topic or one.prompt, year.year)) for one in asked)
    shared = _Year(dossier, year, titled, views.riecs(dossier, year.year), _by_report(findings), _comments(dossier))
    titles = (*(title for _, title in titled), "Activiteiten", "Cijfers", "Kaders")
    return Readiness(titles=titles, groups=tuple(_groups(shared)))


def _by_report(findings: Iterable[Finding]) -> Mapping[str, Counter[str]]:
    """Report id → place in it → how many findings."""
    found: dict[str, Counter[str]] = {}
    for one in findings:
        found.setdefault(one.report_id, Counter())[_place(one)] += 1
    return found


_PARTS: Mapping[type[Record], Part] = {
    Activity: Part.ACTIVITIES,
    Indicator: Part.FIGURES,
    IndicatorValue: Part.FIGURES,
    Callout: Part.CALLOUTS,
}


def _place(finding: Finding) -> str:
    """The id of an answer, the name of another part, or '' for the portfolio as a whole."""
    part = _PARTS.get(finding.kind)
    return finding.record_id if finding.kind is Answer else part.value if part else ""


_OWNED: Mapping[str, type[Record]] = {kind.__name__: kind for kind in (Answer, Activity, Callout, Picture)}


def _comments(dossier: Dossier) -> Counter[str]:
    """Report id → how many comments on it, or on a part of it, are open."""
    return Counter(_commented(dossier, one) for one in dossier.all(Comment) if not one.resolved)


def _commented(dossier: Dossier, comment: Comment) -> str:
    """The report that a comment is about; a comment on something else gives its own record."""
    kind = _OWNED.get(comment.kind)
    record = dossier.get(kind, comment.record_id) if kind else None
    return str(getattr(record, "report_id", None) or comment.record_id)


# --- Rows ------------------------------------------------------------------------------------------------------------


def _groups(shared: _Year) -> Iterator[Group]:
    """Goals without portfolios have no group; portfolios without a goal have the last."""
    by_goal: dict[str | None, list[PortfolioReport]] = {}
    goals = views.goals(shared.dossier, shared.year)
    known = {goal.id for goal in goals}
    for report in views.reports(shared.dossier, shared.year):
        by_goal.setdefault(report.goal_id if report.goal_id in known else None, []).append(report)
    titles = [(f"{at} {goal.short_name}", goal.id) for at, goal in enumerate(goals, 1)]
    for title, goal_id in (*titles, ("Zonder doel", None)):
        reports = by_goal.get(goal_id, ())
        if reports:
            yield Group(title=title, goal_id=goal_id, rows=tuple(_row(shared, one) for one in reports))


def _row(shared: _Year, report: PortfolioReport) -> Row:
    noticed = shared.noticed.get(report.id, Counter[str]())
    indicators = views.indicators(shared.dossier, report)
    open_figures = [(one, _gaps(shared, one)) for one in indicators]
    return Row(
        report=report,
        name=capitalised(views.report_name(shared.dossier, report)) or "(zonder naam)",
        cells=(
            *_questions(shared, report, noticed),
            _counted(shared, report, Activity, Part.ACTIVITIES, noticed),
            _figures(shared, report, open_figures, noticed),
            _counted(shared, report, Callout, Part.CALLOUTS, noticed),
        ),
        findings=noticed.total(),
        comments=shared.comments[report.id],
        lacking=tuple(one.name for one, gaps in open_figures if gaps),
    )


def _state(report: PortfolioReport, *, filled: bool) -> ReviewState:
    """What is filled in is as far as its portfolio, and at least a draft."""
    if not filled:
        return ReviewState.EMPTY
    return ReviewState.DRAFT if report.review is ReviewState.EMPTY else report.review


def _questions(shared: _Year, report: PortfolioReport, noticed: Counter[str]) -> Iterator[Cell]:
    for question, title in shared.questions:
        answer = views.answer(shared.dossier, report, question)
        yield Cell(
            part=Part.QUESTION,
            title=title,
            state=_state(report, filled=bool(answer.text)),
            needed=views.is_required(question, report.status),
            count=words_in(answer.text) if answer.text else 0,
            room=question.word_budget,
            findings=noticed[answer.id],
            kind=PortfolioReport,
            record_id=report.id,
            field=question.id,
        )


def _counted(shared: _Year, report: PortfolioReport, kind: type[Record], part: Part, noticed: Counter[str]) -> Cell:
    """How many records of a kind a portfolio has."""
    found = shared.dossier.where(kind, "report_id", report.id)
    return Cell(
        part=part,
        title=part.value.capitalize(),
        state=_state(report, filled=bool(found)),
        needed=False,
        count=len(found),
        findings=noticed[part.value],
        kind=kind if found else PortfolioReport,
        record_id=found[0].id if found else report.id,
        field="" if found else part.value,
    )


def _figures(
    shared: _Year, report: PortfolioReport, found: Sequence[tuple[Indicator, Gaps]], noticed: Counter[str]
) -> Cell:
    """How many of the wanted numbers are there, or have a reason why not; the place is the first gap."""
    wanted = sum(_wanted(shared, one) for one, _ in found)
    known = wanted - sum(len(gaps) for _, gaps in found)
    first = next((value_id(one.id, shared.year.year or 0, gap) for one, gaps in found for gap in gaps), "")
    return Cell(
        part=Part.FIGURES,
        title="Cijfers",
        state=_state(report, filled=known > 0),
        needed=report.status is PortfolioStatus.RUNNING and wanted > 0,
        count=known,
        room=wanted or None,
        findings=noticed[Part.FIGURES.value],
        kind=IndicatorValue if first else PortfolioReport,
        record_id=first or report.id,
        field="" if first else Part.FIGURES.value,
    )


def _wanted(shared: _Year, indicator: Indicator) -> int:
    """One number for the country, or one of every RIEC."""
    return 1 if indicator.scope is Scope.NATIONAL else len(shared.riecs)


def _gaps(shared: _Year, indicator: Indicator) -> Gaps:
    """Where a number is missing without a reason; a national number stands for all regions."""
    figures = figures_of_year(shared.dossier, indicator, shared.year.year or 0)
    known = {organisation_id for organisation_id, one in figures.items() if _is_known(one)}
    if None in known:
        return ()
    wanted = (None,) if indicator.scope is Scope.NATIONAL else tuple(one.id for one in shared.riecs)
    return tuple(one for one in wanted if one not in known)


def _is_known(figure: Figure) -> bool:
    return figure.actual is not None or figure.reason is not MissingReason.NONE
