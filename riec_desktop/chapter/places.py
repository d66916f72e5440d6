"""What a text in the chapter can refer to: headings with their numbers, and tables and figures, counted beforehand.

Nothing is made for it: the parts of every portfolio tell what will get a number. So a reference has its right words at
once, also in a section that is composed by itself. What one portfolio has is kept apart from the rest, so that a
dossier that notes what it was asked (`checks.watched`) counts only one of them again after an edit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from riec_desktop.chapter.blocks import caption_label
from riec_desktop.chapter.draft import Counted, Draft, GoalPart, Place, Places, goal_parts
from riec_desktop.chapter.goal import portfolio_number
from riec_desktop.chapter.opening import goal_bookmark, goal_title
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.chapter.portfolio import pieces, portfolio_bookmark, portfolio_title
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import PortfolioReport, ReportYear
from riec_desktop.dossier.richtext import Part

_Found = tuple[tuple[Part, str], Place]


@dataclass(frozen=True, slots=True)
class Start:
    """The number of the heading of a portfolio, and how many tables and figures the chapter has before it."""

    number: str
    captions: Mapping[str, int]


def new_draft(dossier: Dossier, year: ReportYear, options: ChapterOptions, *, counts_pages: bool = True) -> Draft:
    """The beginning of a chapter, or of one of its sections."""
    return Draft(dossier=dossier, year=year, options=options, places=places, counts_pages=counts_pages)


def places(draft: Draft) -> Places:
    """Everything that a text of this chapter can refer to; counted once per dossier, year and choices."""
    question = ("places", draft.year.id, draft.options)
    return draft.dossier.once(question, lambda: dict(_places(_anew(draft))))


def starts(draft: Draft, besides: str = "") -> Mapping[str, Start]:
    """Report id → where its section starts, of each portfolio of the chapter and the report `besides` them."""
    question = ("starts", draft.year.id, draft.options, besides)
    return draft.dossier.once(question, lambda: dict(_starts(_anew(draft), besides)))


def count_ahead(draft: Draft) -> Iterator[None]:
    """Count portfolio by portfolio what `places` and `starts` need, so that they are quick after the last step."""
    for part in goal_parts(draft.dossier, draft.year):
        for report in part.reports:
            _counted(draft, report)
            yield


def _anew(draft: Draft) -> Draft:
    """The same chapter of which nothing was counted yet."""
    return new_draft(draft.dossier, draft.year, draft.options)


def _starts(draft: Draft, besides: str) -> Iterator[tuple[str, Start]]:
    for part in goal_parts(draft.dossier, draft.year):
        chosen = (one for one in part.reports if draft.is_chosen(one) or one.id == besides)
        for at, report in enumerate(chosen, 1):
            yield report.id, Start(portfolio_number(draft, part, at), dict(draft.counts.captions))
            for piece in _counted(draft, report):
                draft.caption(piece)


def _places(draft: Draft) -> Iterator[_Found]:
    for part in goal_parts(draft.dossier, draft.year):
        if part.goal is not None:
            yield (Part.GOAL, part.goal.id), _goal(draft, part)
        for at, report in enumerate((one for one in part.reports if draft.is_chosen(one)), 1):
            yield _heading(draft, part, report, at)
            yield from _captions(draft, report)


def _goal(draft: Draft, part: GoalPart) -> Place:
    return Place(goal_bookmark(part), draft.dotted(part.number), goal_title(part), is_heading=True)


def _heading(draft: Draft, part: GoalPart, report: PortfolioReport, at: int) -> _Found:
    number, title = portfolio_number(draft, part, at), portfolio_title(draft, report)
    return (Part.PORTFOLIO, report.id), Place(portfolio_bookmark(report), number, title, is_heading=True)


def _captions(draft: Draft, report: PortfolioReport) -> Iterator[_Found]:
    for piece in _counted(draft, report):
        caption = draft.caption(piece)
        for referred in piece.referred:
            yield referred, Place(caption.bookmark, "", caption_label(caption), is_heading=False)


def _counted(draft: Draft, report: PortfolioReport) -> tuple[Counted, ...]:
    """What of a portfolio gets a number; asked again only when something that it hangs on changed."""
    question = ("counted", report.id, draft.year.id, draft.options)
    return draft.dossier.once(question, lambda: tuple(_light(draft, report)))


def _light(draft: Draft, report: PortfolioReport) -> Iterator[Counted]:
    for piece in pieces(draft, report):
        yield Counted(piece.label, piece.bookmark, piece.text, piece.referred)
