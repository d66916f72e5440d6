"""The section of one portfolio: facts, answers, activities, figures, charts, pictures and boxes."""

from collections.abc import Iterator

from riec_desktop.chapter import phrases
from riec_desktop.chapter.activity_table import activity_table
from riec_desktop.chapter.blocks import Block, Callout, Heading, Role
from riec_desktop.chapter.bookmarks import bookmark
from riec_desktop.chapter.charts import charts
from riec_desktop.chapter.draft import Draft, Piece, anchor, chapter_level, written
from riec_desktop.chapter.facts import fact_line, one_line
from riec_desktop.chapter.figure_tables import figure_tables
from riec_desktop.chapter.pictures import pictures
from riec_desktop.chapter.prose import prose, sentence
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import PortfolioStatus
from riec_desktop.dossier.dutch import capitalised, listing
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.lineage import report_in
from riec_desktop.dossier.records import Callout as CalloutRecord
from riec_desktop.dossier.records import Portfolio, PortfolioReport, Question


def portfolio_section(draft: Draft, report: PortfolioReport, number: str) -> Iterator[Block]:
    """Everything about one portfolio. `number` is '' where portfolios have none."""
    yield Heading(
        level=chapter_level(draft) + 2,
        text=portfolio_title(draft, report),
        number=number,
        bookmark=portfolio_bookmark(report),
        anchor=anchor(report, "name_then"),
    )
    yield from _facts(draft, report)
    content = [*_answers(draft, report), *written(draft, pieces(draft, report)), *_boxes(draft, report)]
    yield from content or [sentence(phrases.NO_TEXT_YET, anchor(report, "review"), Role.NOTICE)]


def portfolio_bookmark(report: PortfolioReport) -> str:
    """The bookmark of the heading of a portfolio."""
    return bookmark("p", report.id)


def portfolio_title(draft: Draft, report: PortfolioReport) -> str:
    """The words of the heading of a portfolio."""
    return capitalised(views.report_name(draft.dossier, report) or phrases.NAMELESS_PORTFOLIO)


def pieces(draft: Draft, report: PortfolioReport) -> Iterator[Piece]:
    """The tables, charts and pictures of a portfolio in their order, as far as the chapter has these parts."""
    name = views.report_name(draft.dossier, report) or phrases.NAMELESS_PORTFOLIO
    if draft.options.activities:
        yield from activity_table(draft, report, name)
    if draft.options.figures:
        yield from figure_tables(draft, report, name)
    if draft.options.charts:
        yield from charts(draft, report)
    if draft.options.pictures:
        yield from pictures(draft, report, name)


# --- Facts -----------------------------------------------------------------------------------------------------------


def _facts(draft: Draft, report: PortfolioReport) -> Iterator[Block]:
    """The roles in one line, then how it is carried out, then who takes part; a fact that is empty is left out."""
    roles = (
        ("Status", word(report.status)),
        ("Opdrachtgever", report.client),
        ("Opdrachtnemer", _contractor(draft, report)),
        ("Opgegaan in", _merged_into(draft, report)),
    )
    execution = ("Uitvoering", phrases.execution_text(report.execution_form, one_line(report.execution)))
    organisations = ("Organisaties", listing(views.names(draft.dossier, report.organisation_ids)))
    partners = ("Partners", listing(views.names(draft.dossier, report.partner_ids)))
    yield from fact_line(report, "status", *roles)
    yield from fact_line(report, "execution", execution)
    yield from fact_line(report, "organisation_ids", organisations)
    yield from fact_line(report, "partner_ids", partners)


def _merged_into(draft: Draft, report: PortfolioReport) -> str:
    """Where a portfolio that merged in this year goes on, under its name of this year."""
    portfolio = draft.dossier.get(Portfolio, report.portfolio_id)
    if report.status is not PortfolioStatus.MERGED or portfolio is None:
        return ""
    into = draft.dossier.get(Portfolio, portfolio.merged_into_id)
    of_year = report_in(draft.dossier, portfolio.merged_into_id, report.year_id)
    return views.report_name(draft.dossier, of_year) if of_year else into.name if into else ""


def _contractor(draft: Draft, report: PortfolioReport) -> str:
    """The function, with a person's name only where the house style has it."""
    person = report.contractor_person if draft.options.persons_shown else ""
    return f"{report.contractor} ({person})" if person and report.contractor else report.contractor or person


# --- Answers ---------------------------------------------------------------------------------------------------------


def _answers(draft: Draft, report: PortfolioReport) -> Iterator[Block]:
    """The answers in question order; a question without an answer leaves no trace."""
    for question in views.questions(draft.dossier, draft.year.id):
        answer = views.answer(draft.dossier, report, question)
        blocks = prose(draft, answer, "text", question.topic or question.prompt) if answer.text else ()
        title = _question_title(draft, question) if blocks and draft.options.questions_shown else ""
        if title:
            yield sentence(title, anchor(answer, "text"), Role.RUN_IN, keep_next=True)
        yield from blocks


def _question_title(draft: Draft, question: Question) -> str:
    return views.filled_prompt(question.topic or question.prompt, draft.year.year)


# --- Boxes -----------------------------------------------------------------------------------------------------------


def _boxes(draft: Draft, report: PortfolioReport) -> Iterator[Block]:
    for one in _filled_boxes(draft, report):
        yield Callout(
            title=one.title,
            source=listing(views.names(draft.dossier, one.organisation_ids)),
            blocks=prose(draft, one, "text"),
            anchor=anchor(one, "title"),
        )


def _filled_boxes(draft: Draft, report: PortfolioReport) -> Iterator[CalloutRecord]:
    if draft.options.callouts:
        boxes = draft.dossier.where(CalloutRecord, "report_id", report.id)
        yield from (one for one in boxes if one.title or one.text)


def has_boxes(draft: Draft, report: PortfolioReport) -> bool:
    """Whether the section of a portfolio has any box."""
    return any(True for _ in _filled_boxes(draft, report))
