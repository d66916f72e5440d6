"""The annex with promises: what the portfolios promised last year, what came of it, and why."""

from collections.abc import Iterator, Sequence

from riec_desktop.chapter.annex_table import annex_heading, annex_table
from riec_desktop.chapter.blocks import Block, Cell
from riec_desktop.chapter.draft import Draft, GoalPart, anchor, written
from riec_desktop.chapter.portfolio import portfolio_title
from riec_desktop.chapter.prose import cell_of, plain
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.promises import promises_of
from riec_desktop.dossier.records import PortfolioReport, Promise
from riec_desktop.figures.shown import NOTHING

TITLE = "Bijlage: beloften en wat ervan kwam"

_WIDTHS = {"Portefeuille": 20, "Belofte": 40, "Uitkomst": 17, "Toelichting": 38}


def promise_annex(draft: Draft, parts: Sequence[GoalPart]) -> Iterator[Block]:
    """One row per promise, in the order of the chapter; nothing without promises."""
    reports = (report for part in parts for report in part.reports if draft.is_chosen(report))
    found = ((report, one) for report in reports for one in promises_of(draft.dossier, report) if one.text)
    rows = [(anchor(one, "text"), _row(draft, report, one)) for report, one in found]
    if rows:
        text = f"Wat de portefeuilles voor {draft.year_name} beloofden en wat ervan kwam"
        told = "Per belofte de portefeuille, de uitkomst en een toelichting."
        yield annex_heading(draft, TITLE, "beloften")
        yield from written(draft, (annex_table("beloften", text, told, _WIDTHS, rows),))


def _row(draft: Draft, report: PortfolioReport, one: Promise) -> tuple[Cell, ...]:
    name, outcome = portfolio_title(draft, report), capitalised(word(one.outcome))
    reply = cell_of(draft, one.reply) or (plain(NOTHING),)
    return (plain(name),), cell_of(draft, one.text), (plain(outcome),), reply
