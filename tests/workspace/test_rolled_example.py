"""The example two years on: portfolios renamed, moved, merged and split; its documents and figures still agree."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from riec_desktop.chapter.blocks import Block, Heading
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import default_options
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import Change
from riec_desktop.dossier.choices import PortfolioStatus
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied, figure, set_value
from riec_desktop.dossier.records import Indicator, PortfolioReport, Promise, ReportYear
from riec_desktop.dossier.rollover import rolled_over
from riec_desktop.dossier.rollover_plan import Rollover, new_fate, planned, with_fate, with_fates
from riec_desktop.excel.overview import overview_plan
from riec_desktop.excel.render import render_workbook
from riec_desktop.figures.trends import trend
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.rollover import told
from tests.helpers.block_text import lines

MADE_ON = date(2025, 3, 1)


def life(plan: Rollover) -> Rollover:
    """One of each: moved, renamed, merged and split."""
    fates = {one.name: one for one in plan.fates}
    youth, signals, brand = (fates[name] for name in ("jonge aanwas", "integrale informatiepositie", "sterk merk"))
    plan = with_fate(plan, replace(fates["mensenhandel"], merged_into_id=youth.id, listed=False))
    plan = with_fate(plan, replace(signals, goal_id=plan.goals[3].id))
    plan = with_fate(plan, replace(brand, name="merk en communicatie"))
    old = fates["bestuurlijke weerbaarheid"]
    plan = with_fate(plan, replace(old, status=PortfolioStatus.FINISHED, listed=False))
    halves = (("gemeenten", "weerbare gemeenten"), ("waterschappen", "weerbare waterschappen"))
    return with_fates(
        plan,
        (*plan.fates, *(replace(new_fate(plan, one), name=name, follows_id=old.id) for one, name in halves)),
    )


@pytest.fixture(name="in_2024", scope="module")
def rolled_once() -> Dossier:
    dossier = example_dossier()
    return rolled_over(dossier, life(planned(dossier, 2024)))


@pytest.fixture(name="in_2025", scope="module")
def rolled_twice(in_2024: Dossier) -> Dossier:
    return rolled_over(in_2024, planned(in_2024, 2025))


def the_year(dossier: Dossier, year: int) -> ReportYear:
    found = views.year_of(dossier, year)
    assert found is not None
    return found


def report(dossier: Dossier, year: int, name: str) -> PortfolioReport:
    found = views.reports(dossier, the_year(dossier, year))
    return next(one for one in found if views.report_name(dossier, one) == name)


def blocks(dossier: Dossier, year: int) -> tuple[Block, ...]:
    options = replace(default_options(dossier), annexes=True, promises=True)
    return compose(dossier, the_year(dossier, year), options, made_on=MADE_ON).blocks


@pytest.mark.parametrize("year", [2024, 2025])
def test_no_heading_of_a_new_year_is_empty(in_2025: Dossier, year: int) -> None:
    found = blocks(in_2025, year)
    empty = [
        one.text
        for one, following in zip(found, [*found[1:], None], strict=True)
        if isinstance(one, Heading)
        and one.level > 2
        and (following is None or (isinstance(following, Heading) and following.level <= one.level))
    ]
    assert empty == []


def test_each_year_prints_the_names_that_held_then(in_2025: Dossier) -> None:
    then, now = ("\n".join(lines(blocks(in_2025, year))) for year in (2023, 2025))
    assert "#### Sterk merk" in then
    assert "#### Merk en communicatie" in now
    assert "#### Sterk merk" not in now
    assert "agenda 2021-2023" in then
    assert "agenda 2024-2026" in now


def test_the_years_before_print_what_they_printed(in_2025: Dossier) -> None:
    for year in (2021, 2022, 2023):
        assert blocks(in_2025, year) == blocks(example_dossier(), year)


def test_a_portfolio_that_took_up_another_shows_both_series_and_adds_nothing_up(in_2025: Dossier) -> None:
    youth = report(in_2025, 2025, "jonge aanwas")
    found = views.indicators(in_2025, youth)
    assert [one.name for one in found] == [
        "gemeenten in een programma",
        "sessies",
        "signalen",
        "casussen",
        "trainingen",
        "deelnemers",
    ]
    signals = next(one for one in found if one.name == "signalen")
    before = trend(example_dossier(), signals, 2023)
    after = trend(_counted(in_2025, signals, 2024, 12), signals, 2024)
    assert after.totals[:-1] == before.totals
    assert after.totals[-1].actual == Decimal(120)


def _counted(dossier: Dossier, indicator: Indicator, year: int, number: int) -> Dossier:
    changes: tuple[Change, ...] = ()
    for one in views.riecs(dossier, year):
        changes += set_value(dossier, figure(dossier, indicator.id, year, one.id), "actual", Decimal(number))
    return applied(dossier, changes)


def test_halves_of_a_split_start_without_numbers_and_one_answers_the_promises(in_2024: Dossier) -> None:
    halves = [report(in_2024, 2024, name) for name in ("weerbare gemeenten", "weerbare waterschappen")]
    assert [views.indicators(in_2024, one) for one in halves] == [(), ()]
    assert [len(in_2024.where(Promise, "report_id", one.id)) for one in halves] == [1, 0]
    past = {views.report_name(in_2024, before) for one in halves if (before := views.previous_report(in_2024, one))}
    assert past == {"bestuurlijke weerbaarheid"}


def test_the_overview_of_a_new_year_opens_and_has_its_promises(in_2024: Dossier) -> None:
    plan = overview_plan(in_2024, the_year(in_2024, 2024), MADE_ON)
    sheet = next(one for one in plan.sheets if one.name == "Beloften")
    assert {row[3] for row in sheet.rows} == {"nog open"}
    assert render_workbook(plan)[:2] == b"PK"


def test_the_plan_is_told_in_plain_words() -> None:
    dossier = example_dossier()
    text = "\n".join(line for part in told(dossier, life(planned(dossier, 2024))) for line in part.lines)
    for sentence in (
        "mensenhandel gaat op in jonge aanwas. De cijfers blijven apart staan en worden niet bij elkaar opgeteld.",
        "sterk merk heet vanaf 2024 merk en communicatie. In eerdere jaren blijft de oude naam.",
        "integrale informatiepositie gaat naar het doel Professionele organisatie.",
        "Nieuw: weerbare gemeenten, als vervolg op bestuurlijke weerbaarheid.",
        "Geen portefeuille in 2024 bij: Eén sterke overheid. Schrijf daar straks een zin waarom.",
    ):
        assert sentence in text


def test_a_year_that_is_skipped_takes_no_promises_along_and_says_so() -> None:
    dossier = example_dossier()
    plan = planned(dossier, 2025)
    part = next(one for one in told(dossier, plan) if one.title == "Beloften")
    assert part.lines == ("Tussen 2023 en 2025 ontbreekt een jaar; beloften van 2023 gaan niet mee.",)
    assert rolled_over(dossier, plan).all(Promise) == dossier.all(Promise)
