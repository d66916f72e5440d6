"""The chart in the annexes: the activities of all portfolios side by side, the one thing that all of them count."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from riec_desktop.chapter import chart_words as words
from riec_desktop.chapter.blocks import Caption, Chart, ChartKind, Series
from riec_desktop.chapter.draft import FIGURE, Draft, Piece
from riec_desktop.chapter.portfolio import portfolio_title
from riec_desktop.dossier.choices import ActivityState
from riec_desktop.dossier.records import Activity, PortfolioReport

MOST_PORTFOLIOS = 20
"""Bars of more portfolios than this cannot be told apart."""

_Counts = Sequence[tuple[str, int, int]]


def activity_chart(draft: Draft, reports: Sequence[PortfolioReport]) -> Iterator[Piece]:
    """All and finished activities per portfolio; nothing unless there are two portfolios to compare."""
    counts = [one for report in reports if (one := _counted(draft, report))[1]]
    if draft.options.charts and 1 < len(counts) <= MOST_PORTFOLIOS:
        text = f"Activiteiten per portefeuille in {draft.year_name}"
        yield Piece(FIGURE, "g_activiteiten", text, lambda caption: (_chart(draft, counts, caption),))


def _counted(draft: Draft, report: PortfolioReport) -> tuple[str, int, int]:
    """The name of a portfolio, how many activities it has and how many of them are finished."""
    found = draft.dossier.where(Activity, "report_id", report.id)
    return portfolio_title(draft, report), len(found), sum(one.state is ActivityState.DONE for one in found)


def _chart(draft: Draft, counts: _Counts, caption: Caption) -> Chart:
    return Chart(
        kind=ChartKind.BARS,
        categories=tuple(name for name, _, _ in counts),
        series=(
            Series(name="Alle activiteiten", values=tuple(Decimal(count) for _, count, _ in counts)),
            Series(name="Afgerond", values=tuple(Decimal(done) for _, _, done in counts)),
        ),
        unit="activiteiten",
        decimals=0,
        caption=caption,
        title=caption.text,
        description=words.activities_description(counts, draft.year_name),
        wide=True,
    )
