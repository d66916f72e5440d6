"""The annex with promises: there when it is asked for and there is anything in it."""

from dataclasses import replace
from datetime import date

from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import ChapterOptions, default_options
from riec_desktop.chapter.promise_annex import TITLE
from riec_desktop.dossier.choices import PortfolioStatus, PromiseOutcome
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Portfolio, Promise, Settings
from tests.helpers.block_text import lines
from tests.helpers.sample import PORTFOLIOS, TRAFFICKING, YEAR, sample

PROMISE = Promise(
    id="belofte",
    report_id=TRAFFICKING.id,
    text="Een **scan**.",
    outcome=PromiseOutcome.PARTLY,
    reply="Nog niet af.",
)
BARE = ChapterOptions(contents=False, report_title=False)


def text_of(dossier: Dossier, options: ChapterOptions) -> list[str]:
    return lines(compose(dossier, YEAR, options, made_on=date(2023, 3, 1)).blocks)


def test_each_promise_is_a_row_with_what_came_of_it() -> None:
    silent = replace(PROMISE, id="stil", outcome=PromiseOutcome.OPEN, reply="")
    text = text_of(sample(PROMISE, silent), replace(BARE, promises=True))
    assert text[text.index(f"### {TITLE}") + 1 :] == [
        "Tabel 3.4-1: Wat de portefeuilles voor 2022 beloofden en wat ervan kwam",
        "Portefeuille | Belofte | Uitkomst | Toelichting",
        "Mensenhandel | Een scan. | Deels gedaan | Nog niet af.",
        "Mensenhandel | Een scan. | Nog open | –",
    ]


def test_without_promises_or_without_the_wish_there_is_no_heading() -> None:
    assert f"### {TITLE}" not in text_of(sample(), replace(BARE, promises=True))
    assert f"### {TITLE}" not in text_of(sample(PROMISE), BARE)
    elsewhere = replace(BARE, promises=True, report_ids=("verslag-b",))
    assert f"### {TITLE}" not in text_of(sample(PROMISE), elsewhere)


def test_the_team_decides_whether_it_is_there_by_itself() -> None:
    assert default_options(sample(Settings(id="settings", promises_shown=True))).promises
    assert not default_options(sample()).promises


def test_a_portfolio_that_merged_says_where_it_went() -> None:
    merged = replace(TRAFFICKING, status=PortfolioStatus.MERGED)
    into = replace(PORTFOLIOS[0], merged_into_id=PORTFOLIOS[1].id)
    text = text_of(sample(merged, into), BARE)
    assert any("Opgegaan in: jonge aanwas" in line for line in text)
    elsewhere = replace(into, merged_into_id="buiten")
    text = text_of(sample(merged, elsewhere, Portfolio(id="buiten", name="buiten dit jaar")), BARE)
    assert any("Opgegaan in: buiten dit jaar" in line for line in text)
