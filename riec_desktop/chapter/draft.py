"""What every part of the chapter needs while it is composed: the dossier, the choices, and what has been counted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from riec_desktop.chapter.blocks import Anchor, Block, Caption
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import PortfolioReport, Record, ReportYear, StrategicGoal
from riec_desktop.dossier.richtext import Part

TABLE, FIGURE = "Tabel", "Figuur"


@dataclass(frozen=True, slots=True)
class Piece:
    """A table, chart or picture before it has its number: `write` makes it, and the line below it, from its caption.

    What has a number can so be counted without being made. `referred` says which references lead to it.
    """

    label: str
    bookmark: str
    text: str
    write: Callable[[Caption], Iterable[Block]]
    referred: tuple[tuple[Part, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """What is left of a `Piece` when it need not be written: it can be kept, also with a dossier that changed since."""

    label: str
    bookmark: str
    text: str
    referred: tuple[tuple[Part, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reference leads to: a heading with its number ('' for none) and words, or a caption with its label."""

    bookmark: str
    number: str
    text: str
    is_heading: bool


Places = Mapping[tuple[Part, str], Place]
"""What a text can refer to in one chapter, by part and record."""


@dataclass(slots=True)
class Counts:
    """How many tables, figures and lists the chapter has so far, and whether its text names pages."""

    captions: dict[str, int] = field(default_factory=dict[str, int])
    lists: int = 0
    names_pages: bool = False


def _no_places(_: "Draft") -> Places:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One chapter while it is composed. `counts` is its only moving part and is thrown away with it.

    `places` tells what a text can refer to; it is asked only where a text does. `counts_pages` says that page numbers
    will be known: not in a section by itself.
    """

    dossier: Dossier
    year: ReportYear
    options: ChapterOptions
    places: Callable[["Draft"], Places] = _no_places
    counts_pages: bool = True
    counts: Counts = field(default_factory=Counts)

    @property
    def chapter_number(self) -> str:
        """'3.4', or '' when the year has no number that Word can count."""
        return plain_number(self.year.number)

    @property
    def year_name(self) -> str:
        """'2023', or 'dit jaar' when the report year has no number."""
        return str(self.year.year) if self.year.year else "dit jaar"

    def new_list(self) -> int:
        """The id of the next list."""
        self.counts.lists += 1
        return self.counts.lists

    def caption(self, piece: Piece | Counted) -> Caption:
        """The caption of the next table or figure."""
        number = self.counts.captions.get(piece.label, 0) + 1
        self.counts.captions[piece.label] = number
        return Caption(
            label=piece.label,
            prefix=self.chapter_number,
            number=number,
            text=piece.text,
            bookmark=piece.bookmark,
        )

    def is_chosen(self, report: PortfolioReport) -> bool:
        """Whether the chapter has a section for this portfolio."""
        return not self.options.report_ids or report.id in self.options.report_ids

    def dotted(self, *numbers: int) -> str:
        """The number of a heading below the chapter: '3.4.1.', or '' in a chapter without a number."""
        if not self.chapter_number:
            return ""
        dot = "." if self.options.trailing_dot else ""
        return ".".join((self.chapter_number, *map(str, numbers))) + dot


def written(draft: Draft, pieces: Iterable[Piece]) -> Iterator[Block]:
    """Tables, charts and pictures with the next numbers."""
    for piece in pieces:
        yield from piece.write(draft.caption(piece))


@lru_cache
def plain_number(number: str) -> str:
    """A chapter number of one to three parts without its trailing dot; '' for anything else.

    Word counts headings itself, so a number that is no number cannot be printed as one.
    """
    bare = number.strip().rstrip(".")
    parts = bare.split(".")
    is_number = len(parts) <= _MOST_PARTS and all(part.isascii() and part.isdecimal() for part in parts)
    return bare if is_number else ""


_MOST_PARTS = 3


def chapter_level(draft: Draft) -> int:
    """The outline level of the chapter in the whole report: 2 for '3.4', and for a chapter without a number."""
    return len(draft.chapter_number.split(".")) if draft.chapter_number else 2


def anchor(record: Record, name: str, index: int = 0) -> Anchor:
    """The place of a field."""
    return _anchor(type(record).__name__, record.id, name, index)


@lru_cache(maxsize=16384)
def _anchor(kind: str, record_id: str, name: str, index: int) -> Anchor:
    return Anchor(kind=kind, record_id=record_id, field=name, index=index)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalPart:
    """A goal with its portfolios: section `number` of the chapter. `goal` is None for portfolios without one."""

    number: int
    goal: StrategicGoal | None
    reports: tuple[PortfolioReport, ...]


def goal_parts(dossier: Dossier, year: ReportYear) -> tuple[GoalPart, ...]:
    """The goals in order, each with its portfolios; portfolios without a goal of this agenda come last."""
    goals = views.goals(dossier, year)
    reports = dossier.where(PortfolioReport, "year_id", year.id)
    under = _by_goal(reports)
    parts = [GoalPart(number=at, goal=goal, reports=under.get(goal.id, ())) for at, goal in enumerate(goals, 1)]
    known = {goal.id for goal in goals}
    lost = tuple(report for report in reports if report.goal_id not in known)
    return (*parts, GoalPart(number=len(parts) + 1, goal=None, reports=lost)) if lost else tuple(parts)


def _by_goal(reports: tuple[PortfolioReport, ...]) -> Mapping[str | None, tuple[PortfolioReport, ...]]:
    groups: dict[str | None, list[PortfolioReport]] = {}
    for report in reports:
        groups.setdefault(report.goal_id, []).append(report)
    return {goal_id: tuple(group) for goal_id, group in groups.items()}
