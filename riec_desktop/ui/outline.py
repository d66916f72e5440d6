"""The navigation of the window as data: what stands in the tree, with its state in a symbol and in words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import PortfolioStatus, ReviewState
from riec_desktop.dossier.comments import comments_of_year
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import PortfolioReport, ReportYear, StrategicGoal
from riec_desktop.ui.places import PageId, Place, place_of_finding, place_of_record

_SYMBOLS = {ReviewState.EMPTY: "○", ReviewState.DRAFT: "◐", ReviewState.IN_REVIEW: "◑", ReviewState.AGREED: "●"}
_PREPARING = "◌"

SETUP_PAGES = (
    PageId.SETTINGS,
    PageId.YEARS,
    PageId.PORTFOLIOS,
    PageId.AGENDA,
    PageId.QUESTIONNAIRE,
    PageId.INDICATORS,
    PageId.ORGANISATIONS,
    PageId.PROGRAMMES,
    PageId.CHECKS,
    PageId.RULES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineItem:
    """A line of the navigation. `state` says in words what `symbol` shows; `findings` counts what is noticed there.

    `comments` counts the open comments.
    """

    place: Place
    title: str
    symbol: str = ""
    state: str = ""
    findings: int = 0
    comments: int = 0
    children: tuple["OutlineItem", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What is noticed at each place, and the comments that are open there."""

    findings: Counter[Place]
    comments: Counter[Place]


def symbol_of(report: PortfolioReport) -> str:
    """The sign of a report's progress; one in preparation that is still empty has its own."""
    if report.review is ReviewState.EMPTY and report.status is PortfolioStatus.PREPARING:
        return _PREPARING
    return _SYMBOLS[report.review]


def _counts(dossier: Dossier, year: ReportYear, findings: Iterable[Finding]) -> Counts:
    waiting = (one for one in comments_of_year(dossier, year) if not one.resolved)
    return Counts(
        findings=Counter(place_of_finding(dossier, one, year.id) for one in findings),
        comments=Counter(place_of_record(dossier, one, year.id) for one in waiting),
    )


def _report_item(dossier: Dossier, report: PortfolioReport, counts: Counts) -> OutlineItem:
    place = Place(PageId.PORTFOLIO, report.id)
    return OutlineItem(
        place=place,
        title=capitalised(views.report_name(dossier, report)) or "(naamloos)",
        symbol=symbol_of(report),
        state=f"{word(report.status)}, {word(report.review)}",
        findings=counts.findings[place],
        comments=counts.comments[place],
    )


def _goal_item(dossier: Dossier, year: ReportYear, goal: StrategicGoal, number: int, counts: Counts) -> OutlineItem:
    place = Place(PageId.GOAL, goal.id)
    reports = views.reports_of_goal(dossier, year, goal)
    return OutlineItem(
        place=place,
        title=f"{number} {goal.short_name}",
        findings=counts.findings[place],
        comments=counts.comments[place],
        children=tuple(_report_item(dossier, report, counts) for report in reports),
    )


def _page_item(page: PageId, counts: Counts, children: tuple[OutlineItem, ...] = ()) -> OutlineItem:
    place = Place(page)
    return OutlineItem(
        place=place,
        title=page.value,
        findings=counts.findings[place],
        comments=counts.comments[place],
        children=children,
    )


def _homeless(dossier: Dossier, year: ReportYear, counts: Counts) -> Iterator[OutlineItem]:
    """Reports without a goal of this year's agenda: they must stay in sight."""
    known = {goal.id for goal in views.goals(dossier, year)}
    lost = [one for one in views.reports(dossier, year) if one.goal_id not in known]
    if lost:
        children = tuple(_report_item(dossier, report, counts) for report in lost)
        yield OutlineItem(place=Place(PageId.PORTFOLIOS), title="Zonder doel", children=children)


def outline(dossier: Dossier, year: ReportYear, findings: Iterable[Finding]) -> tuple[OutlineItem, ...]:
    """The whole navigation for one year."""
    counts = _counts(dossier, year, findings)
    goals = enumerate(views.goals(dossier, year), 1)
    return (
        _page_item(PageId.OVERVIEW, counts),
        _page_item(PageId.TEXTS, counts),
        *(_goal_item(dossier, year, goal, number, counts) for number, goal in goals),
        *_homeless(dossier, year, counts),
        _page_item(PageId.CALLOUTS, counts),
        _page_item(PageId.FIGURES, counts),
        _page_item(PageId.REGIONS, counts),
        _page_item(PageId.SETUP, counts, tuple(_page_item(page, counts) for page in SETUP_PAGES)),
    )


def titles(items: Iterable[OutlineItem]) -> dict[Place, str]:
    """What each place of an outline is called."""
    found: dict[Place, str] = {}
    for item in items:
        found.setdefault(item.place, item.title)
        found.update(titles(item.children))
    return found
