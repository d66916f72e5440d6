"""The beginning of the chapter: introduction, agenda, goals, the list of portfolios and the reading guide."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from riec_desktop.chapter import phrases
from riec_desktop.chapter.blocks import Block, Heading, ListItem, Paragraph, Role, Span, Spans
from riec_desktop.chapter.bookmarks import bookmark
from riec_desktop.chapter.draft import Draft, GoalPart, anchor, chapter_level
from riec_desktop.chapter.portfolio import has_boxes
from riec_desktop.chapter.prose import plain, prose, sentence
from riec_desktop.dossier import views
from riec_desktop.dossier.records import AgendaStep, PortfolioReport, StrategicAgenda

LIST_TITLE = "Portefeuilles"


def opening(draft: Draft, parts: Sequence[GoalPart]) -> Iterator[Block]:
    """Everything between the heading of the chapter and the first goal."""
    yield from prose(draft, draft.year, "opening")
    agenda = views.agenda(draft.dossier, draft.year)
    if agenda:
        yield from _agenda(draft, agenda)
    yield from _goals(parts)
    for name in ("execution", "governance", "aim", "history"):
        yield from prose(draft, draft.year, name)
    if parts:
        yield from _portfolio_list(draft, parts)
    yield from _reading_guide(draft, parts)


# --- Agenda ----------------------------------------------------------------------------------------------------------


def _agenda(draft: Draft, agenda: StrategicAgenda) -> Iterator[Block]:
    steps = [step for step in draft.dossier.where(AgendaStep, "agenda_id", agenda.id) if step.text]
    text = phrases.agenda_sentence(agenda, len(steps))
    yield sentence(text, anchor(agenda, "first_year"), keep_next=bool(steps))
    list_id = draft.new_list() if steps else 0
    for number, step in enumerate(steps, 1):
        yield from _step(draft, step, number, list_id)


def _step(draft: Draft, step: AgendaStep, number: int, list_id: int) -> Iterator[Block]:
    """A step as a numbered item; what it has after its first paragraph stands below it."""
    first, *rest = prose(draft, step, "text")
    item = ListItem(spans=first.spans, ordered=True, list_id=list_id, number=number, anchor=first.anchor)
    yield replace(item, typed=first.typed)
    yield from rest


def _goals(parts: Sequence[GoalPart]) -> Iterator[Block]:
    goals = [part.goal for part in parts if part.goal]
    names = [goal.full_name or goal.short_name or phrases.NAMELESS_GOAL for goal in goals]
    if goals:
        yield sentence(phrases.goals_sentence(names), anchor(goals[0], "full_name"))


# --- List of portfolios ----------------------------------------------------------------------------------------------


def _portfolio_list(draft: Draft, parts: Sequence[GoalPart]) -> Iterator[Block]:
    """Goals numbered as their sections are, and under each its portfolios as the domain's rule 3 wants them."""
    place = anchor(draft.year, "execution")
    count = sum(len(part.reports) for part in parts)
    yield Heading(level=chapter_level(draft) + 1, text=LIST_TITLE, bookmark=bookmark("l", draft.year.id), anchor=place)
    yield sentence(phrases.portfolios_sentence(count, draft.year_name), place, keep_next=count > 0)
    list_id = draft.new_list()
    for part in parts:
        yield _goal_item(part, list_id)
        yield from _portfolio_items(draft, part, list_id)


def _goal_item(part: GoalPart, list_id: int) -> ListItem:
    place = anchor(part.goal, "short_name") if part.goal else None
    return ListItem(
        spans=_goal_spans(part), ordered=True, list_id=list_id, number=part.number, keep_next=True, anchor=place
    )


def _goal_spans(part: GoalPart) -> Spans:
    return (Span(text=goal_title(part), target=goal_bookmark(part)),)


def goal_title(part: GoalPart) -> str:
    """The short name, for list and heading."""
    if part.goal is None:
        return phrases.OTHER_PORTFOLIOS
    return part.goal.short_name or part.goal.full_name or phrases.NAMELESS_GOAL


def goal_bookmark(part: GoalPart) -> str:
    """The bookmark of the heading of a goal."""
    return bookmark("d", part.goal.id) if part.goal else "d_overig"


def _portfolio_items(draft: Draft, part: GoalPart, list_id: int) -> Iterator[ListItem]:
    if not part.reports:
        yield ListItem(spans=plain(phrases.no_portfolio_item(draft.year_name)), ordered=False, level=1, list_id=list_id)
    for report in part.reports:
        yield _portfolio_item(draft, report, list_id, last=report is part.reports[-1])


def _portfolio_item(draft: Draft, report: PortfolioReport, list_id: int, *, last: bool) -> ListItem:
    text = phrases.portfolio_item(views.report_name(draft.dossier, report), report.status, last=last)
    return ListItem(spans=plain(text), ordered=False, level=1, list_id=list_id, anchor=anchor(report, "name_then"))


# --- Reading guide ---------------------------------------------------------------------------------------------------


def _reading_guide(draft: Draft, parts: Sequence[GoalPart]) -> Iterator[Block]:
    place = anchor(draft.year, "reading_guide")
    reports = [report for part in parts for report in part.reports]
    chosen = [report for report in reports if draft.is_chosen(report)]
    typed = prose(draft, draft.year, "reading_guide")
    yield from typed
    if reports and not typed:
        yield sentence(phrases.default_guide(draft.year_name), place)
    if any(has_boxes(draft, report) for report in chosen) and not phrases.mentions_boxes(draft.year.reading_guide):
        yield sentence(phrases.BOXES_SENTENCE, place)
    if len(chosen) < len(reports):
        yield _subset_notice(draft, chosen)


def _subset_notice(draft: Draft, chosen: Sequence[PortfolioReport]) -> Paragraph:
    names = [views.report_name(draft.dossier, report) or phrases.NAMELESS_PORTFOLIO for report in chosen]
    return sentence(phrases.subset_sentence(names), role=Role.NOTICE)
