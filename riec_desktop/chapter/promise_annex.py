"""The annex with promises: what the portfolios promised last year, what came of it, and why."""

from collections.abc import Iterator, Sequence

from riec_desktop.chapter.blocks import Block, Caption, Cell, Column, Heading, Table
from riec_desktop.chapter.draft import TABLE, Draft, GoalPart, Piece, anchor, chapter_level, written
from riec_desktop.chapter.portfolio import portfolio_title
from riec_desktop.chapter.prose import cell_of, plain
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.promises import promises_of
from riec_desktop.dossier.records import PortfolioReport, Promise
from riec_desktop.figures.shown import NOTHING

TITLE = "Bijlage: beloften en wat ervan kwam"

_Row = tuple[PortfolioReport, Promise]


def promise_annex(draft: Draft, parts: Sequence[GoalPart]) -> Iterator[Block]:
    """One row per promise, in the order of the chapter; nothing without promises."""
    reports = (report for part in parts for report in part.reports if draft.is_chosen(report))
    found = [(report, one) for report in reports for one in promises_of(draft.dossier, report) if one.text]
    if found:
        yield Heading(level=chapter_level(draft) + 1, text=TITLE, bookmark="b_beloften")
        text = f"Wat de portefeuilles voor {draft.year_name} beloofden en wat ervan kwam"
        piece = Piece(TABLE, "tb_beloften", text, lambda caption: (_table(draft, found, caption),))
        yield from written(draft, (piece,))


def _table(draft: Draft, found: Sequence[_Row], caption: Caption) -> Table:
    return Table(
        columns=(
            Column(title="Portefeuille", weight=20),
            Column(title="Belofte", weight=40),
            Column(title="Uitkomst", weight=17),
            Column(title="Toelichting", weight=38),
        ),
        rows=tuple(_row(draft, report, one) for report, one in found),
        caption=caption,
        title=caption.text,
        description="Per belofte de portefeuille, de uitkomst en een toelichting.",
        wide=True,
        row_anchors=tuple(anchor(one, "text") for _, one in found),
    )


def _row(draft: Draft, report: PortfolioReport, one: Promise) -> tuple[Cell, ...]:
    name, outcome = portfolio_title(draft, report), capitalised(word(one.outcome))
    reply = cell_of(draft, one.reply) or (plain(NOTHING),)
    return (plain(name),), cell_of(draft, one.text), (plain(outcome),), reply
