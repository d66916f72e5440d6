"""What can follow the chapter: tables of all portfolios and all indicators, and the open findings of a draft."""

from collections.abc import Iterator, Sequence

from riec_desktop.chapter import phrases
from riec_desktop.chapter.annex_chart import activity_chart
from riec_desktop.chapter.blocks import Block, Caption, Cell, Column, Heading, Role, Table
from riec_desktop.chapter.draft import TABLE, Draft, GoalPart, Piece, anchor, chapter_level, written
from riec_desktop.chapter.facts import one_line
from riec_desktop.chapter.opening import goal_title
from riec_desktop.chapter.portfolio import portfolio_title
from riec_desktop.chapter.prose import plain, sentence
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import Indicator, PortfolioReport
from riec_desktop.dossier.views import indicators
from riec_desktop.figures.shown import NOTHING

_Listed = Sequence[tuple[GoalPart, PortfolioReport]]
_Counted = Sequence[tuple[PortfolioReport, Indicator]]


def annexes(draft: Draft, parts: Sequence[GoalPart]) -> Iterator[Block]:
    """The table of portfolios and the table of indicators, as far as there is anything in them."""
    listed = [(part, report) for part in parts for report in part.reports if draft.is_chosen(report)]
    if listed:
        yield _heading(draft, "Bijlage: alle portefeuilles", "b_portefeuilles")
        yield from written(draft, (_portfolios(draft, listed), *activity_chart(draft, [one for _, one in listed])))
    counted = [(report, one) for _, report in listed for one in indicators(draft.dossier, report)]
    if counted:
        yield _heading(draft, "Bijlage: alle indicatoren", "b_indicatoren")
        yield from written(draft, (_indicators(draft, counted),))


def findings_list(draft: Draft, findings: Sequence[str]) -> Iterator[Block]:
    """The open findings of a draft."""
    if findings:
        yield _heading(draft, "Open aandachtspunten", "b_aandachtspunten")
        yield from (sentence(finding, role=Role.FINDING) for finding in findings)


def _heading(draft: Draft, text: str, name: str) -> Heading:
    return Heading(level=chapter_level(draft) + 1, text=text, bookmark=name)


def _cells(*texts: str) -> tuple[Cell, ...]:
    return tuple((plain(text or NOTHING),) for text in texts)


def _portfolios(draft: Draft, listed: _Listed) -> Piece:
    text = f"Alle portefeuilles in {draft.year_name}"
    return Piece(TABLE, "tb_portefeuilles", text, lambda caption: (_portfolio_table(draft, listed, caption),))


def _portfolio_table(draft: Draft, listed: _Listed, caption: Caption) -> Table:
    return Table(
        columns=(
            Column(title="Portefeuille", weight=28),
            Column(title="Strategisch doel", weight=26),
            Column(title="Status", weight=16),
            Column(title="Opdrachtgever", weight=22),
            Column(title="Opdrachtnemer", weight=24),
        ),
        rows=tuple(_portfolio_row(draft, part, report) for part, report in listed),
        caption=caption,
        title=caption.text,
        description="Per portefeuille het strategische doel, de status, de opdrachtgever en de opdrachtnemer.",
        wide=True,
        row_anchors=tuple(anchor(report, "name_then") for _, report in listed),
    )


def _portfolio_row(draft: Draft, part: GoalPart, report: PortfolioReport) -> tuple[Cell, ...]:
    name = portfolio_title(draft, report)
    goal = goal_title(part) if part.goal else ""
    return _cells(name, goal, word(report.status), report.client, report.contractor)


def _indicators(draft: Draft, counted: _Counted) -> Piece:
    text = "Alle indicatoren met hun definitie en bron"
    return Piece(TABLE, "tb_indicatoren", text, lambda caption: (_indicator_table(draft, counted, caption),))


def _indicator_table(draft: Draft, counted: _Counted, caption: Caption) -> Table:
    return Table(
        columns=(
            Column(title="Indicator", weight=22),
            Column(title="Portefeuille", weight=22),
            Column(title="Definitie", weight=48),
            Column(title="Bron", weight=20),
        ),
        rows=tuple(_indicator_row(draft, report, one) for report, one in counted),
        caption=caption,
        title=caption.text,
        description="Per indicator de portefeuille, de definitie, de bron en of hij landelijk of per organisatie is.",
        wide=True,
        row_anchors=tuple(anchor(one, "name") for _, one in counted),
    )


def _indicator_row(draft: Draft, report: PortfolioReport, one: Indicator) -> tuple[Cell, ...]:
    """How an indicator is counted stands below its definition: in a column of its own it would cost the others room."""
    name = portfolio_title(draft, report)
    title, portfolio, source = _cells(phrases.indicator_name(one), name, one.source)
    counted = plain(f"Geteld: {word(one.scope)}.")
    definition = one_line(one.definition)
    return title, portfolio, (*((plain(definition),) if definition else ()), counted), source
