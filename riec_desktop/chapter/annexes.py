"""What can follow the chapter: tables of all portfolios and all indicators, and the open findings of a draft."""

from collections.abc import Iterator, Sequence

from riec_desktop.chapter import phrases
from riec_desktop.chapter.blocks import Block, Cell, Column, Heading, Role, Table
from riec_desktop.chapter.draft import Draft, GoalPart, anchor, chapter_level
from riec_desktop.chapter.facts import one_line
from riec_desktop.chapter.opening import goal_title
from riec_desktop.chapter.prose import plain, sentence
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import Indicator, PortfolioReport
from riec_desktop.dossier.views import indicators, report_name
from riec_desktop.figures.shown import NOTHING

_Listed = list[tuple[GoalPart, PortfolioReport]]


def annexes(draft: Draft, parts: Sequence[GoalPart]) -> Iterator[Block]:
    """The table of portfolios and the table of indicators, as far as there is anything in them."""
    listed = [(part, report) for part in parts for report in part.reports if draft.is_chosen(report)]
    if listed:
        yield _heading(draft, "Bijlage: alle portefeuilles", "b_portefeuilles")
        yield _portfolios(draft, listed)
    counted = [(report, one) for _, report in listed for one in indicators(draft.dossier, report)]
    if counted:
        yield _heading(draft, "Bijlage: alle indicatoren", "b_indicatoren")
        yield _indicators(draft, counted)


def findings_list(draft: Draft, findings: Sequence[str]) -> Iterator[Block]:
    """The open findings of a draft."""
    if findings:
        yield _heading(draft, "Open aandachtspunten", "b_aandachtspunten")
        yield from (sentence(finding, role=Role.FINDING) for finding in findings)


def _heading(draft: Draft, text: str, name: str) -> Heading:
    return Heading(level=chapter_level(draft) + 1, text=text, bookmark=name)


def _cells(*texts: str) -> tuple[Cell, ...]:
    return tuple((plain(text or NOTHING),) for text in texts)


def _portfolios(draft: Draft, listed: _Listed) -> Table:
    title = f"Alle portefeuilles in {draft.year_name}"
    return Table(
        columns=(
            Column(title="Portefeuille", weight=28),
            Column(title="Strategisch doel", weight=26),
            Column(title="Status", weight=16),
            Column(title="Opdrachtgever", weight=22),
            Column(title="Opdrachtnemer", weight=24),
        ),
        rows=tuple(_portfolio_row(draft, part, report) for part, report in listed),
        caption=draft.caption("tb", "portefeuilles", title),
        title=title,
        description="Per portefeuille het strategische doel, de status, de opdrachtgever en de opdrachtnemer.",
        wide=True,
        row_anchors=tuple(anchor(report, "name_then") for _, report in listed),
    )


def _portfolio_row(draft: Draft, part: GoalPart, report: PortfolioReport) -> tuple[Cell, ...]:
    name = capitalised(report_name(draft.dossier, report) or phrases.NAMELESS_PORTFOLIO)
    goal = goal_title(part) if part.goal else ""
    return _cells(name, goal, word(report.status), report.client, report.contractor)


def _indicators(draft: Draft, counted: Sequence[tuple[PortfolioReport, Indicator]]) -> Table:
    title = "Alle indicatoren met hun definitie en bron"
    return Table(
        columns=(
            Column(title="Indicator", weight=22),
            Column(title="Portefeuille", weight=22),
            Column(title="Definitie", weight=40),
            Column(title="Bron", weight=20),
            Column(title="Geteld", weight=16),
        ),
        rows=tuple(_indicator_row(draft, report, one) for report, one in counted),
        caption=draft.caption("tb", "indicatoren", title),
        title=title,
        description="Per indicator de portefeuille, de definitie, de bron en of hij landelijk of per organisatie is.",
        wide=True,
        row_anchors=tuple(anchor(one, "name") for _, one in counted),
    )


def _indicator_row(draft: Draft, report: PortfolioReport, one: Indicator) -> tuple[Cell, ...]:
    name = capitalised(report_name(draft.dossier, report) or phrases.NAMELESS_PORTFOLIO)
    return _cells(phrases.indicator_name(one), name, one_line(one.definition), one.source, word(one.scope))
