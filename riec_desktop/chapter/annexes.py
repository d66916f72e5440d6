"""What can follow the chapter: tables of all portfolios and all indicators, and the open findings of a draft."""

from collections.abc import Iterator, Sequence

from riec_desktop.chapter import phrases
from riec_desktop.chapter.annex_chart import activity_chart
from riec_desktop.chapter.annex_table import annex_heading, annex_table
from riec_desktop.chapter.blocks import Block, Cell, Role
from riec_desktop.chapter.draft import Draft, GoalPart, Piece, anchor, written
from riec_desktop.chapter.facts import one_line
from riec_desktop.chapter.opening import goal_title
from riec_desktop.chapter.portfolio import portfolio_title
from riec_desktop.chapter.prose import plain, sentence
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import Indicator, PortfolioReport
from riec_desktop.dossier.views import indicators
from riec_desktop.figures.shown import NOTHING

_PORTFOLIOS = {"Portefeuille": 28, "Strategisch doel": 26, "Status": 16, "Opdrachtgever": 22, "Opdrachtnemer": 24}
_INDICATORS = {"Indicator": 22, "Portefeuille": 22, "Definitie": 48, "Bron": 20}

_Listed = Sequence[tuple[GoalPart, PortfolioReport]]
_Counted = Sequence[tuple[PortfolioReport, Indicator]]


def annexes(draft: Draft, parts: Sequence[GoalPart]) -> Iterator[Block]:
    """The table of portfolios and the table of indicators, as far as there is anything in them."""
    listed = [(part, report) for part in parts for report in part.reports if draft.is_chosen(report)]
    if listed:
        yield annex_heading(draft, "Bijlage: alle portefeuilles", "portefeuilles")
        yield from written(draft, (_portfolios(draft, listed), *activity_chart(draft, [one for _, one in listed])))
    counted = [(report, one) for _, report in listed for one in indicators(draft.dossier, report)]
    if counted:
        yield annex_heading(draft, "Bijlage: alle indicatoren", "indicatoren")
        yield from written(draft, (_indicators(draft, counted),))


def findings_list(draft: Draft, findings: Sequence[str]) -> Iterator[Block]:
    """The open findings of a draft."""
    if findings:
        yield annex_heading(draft, "Open aandachtspunten", "aandachtspunten")
        yield from (sentence(finding, role=Role.FINDING) for finding in findings)


def _cells(*texts: str) -> tuple[Cell, ...]:
    return tuple((plain(text or NOTHING),) for text in texts)


def _portfolios(draft: Draft, listed: _Listed) -> Piece:
    return annex_table(
        "portefeuilles",
        f"Alle portefeuilles in {draft.year_name}",
        "Per portefeuille het strategische doel, de status, de opdrachtgever en de opdrachtnemer.",
        _PORTFOLIOS,
        [(anchor(report, "name_then"), _portfolio_row(draft, part, report)) for part, report in listed],
    )


def _portfolio_row(draft: Draft, part: GoalPart, report: PortfolioReport) -> tuple[Cell, ...]:
    name = portfolio_title(draft, report)
    goal = goal_title(part) if part.goal else ""
    return _cells(name, goal, word(report.status), report.client, report.contractor)


def _indicators(draft: Draft, counted: _Counted) -> Piece:
    return annex_table(
        "indicatoren",
        "Alle indicatoren met hun definitie en bron",
        "Per indicator de portefeuille, de definitie, de bron en of hij landelijk of per organisatie is.",
        _INDICATORS,
        [(anchor(one, "name"), _indicator_row(draft, report, one)) for report, one in counted],
    )


def _indicator_row(draft: Draft, report: PortfolioReport, one: Indicator) -> tuple[Cell, ...]:
    """How an indicator is counted stands below its definition: in a column of its own it would cost the others room."""
    name = portfolio_title(draft, report)
    title, portfolio, source = _cells(phrases.indicator_name(one), name, one.source)
    counted = plain(f"Geteld: {word(one.scope)}.")
    definition = one_line(one.definition)
    return title, portfolio, (*((plain(definition),) if definition else ()), counted), source
