"""Totals in the app, the chapter and the workbook are the same, for any dossier and any choice about small counts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from riec_desktop.chapter.blocks import Table
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.dossier.choices import MissingReason, Scope, SmallChoice
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import number
from riec_desktop.dossier.records import Indicator, IndicatorValue
from riec_desktop.excel.figure_sheets import figures, totals
from riec_desktop.excel.plan import Amount, SheetPlan
from riec_desktop.excel.trend_sheet import trends
from riec_desktop.figures.shielded import organisation_figures, total
from riec_desktop.figures.shown import figure_text
from tests.helpers.block_text import words
from tests.helpers.sample import DELDEN, GOOR, LIEC, SIGNALS, TRAININGS, YEAR, figure, sample

OPTIONS = ChapterOptions(report_title=False, contents=False, charts=False)
COUNTS = st.none() | st.integers(0, 2000) | st.integers(1, 9)
REASONS = st.sampled_from((MissingReason.NONE, MissingReason.NONE, *MissingReason))
CENTRES = (LIEC, GOOR, DELDEN)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Two indicators, one per organisation and one national, over three years, with gaps, secrets and choices."""
    regional = replace(SIGNALS, small_numbers=draw(st.booleans()), small_choice=draw(st.sampled_from(SmallChoice)))
    national = replace(TRAININGS, small_numbers=draw(st.booleans()), small_choice=draw(st.sampled_from(SmallChoice)))
    values: list[IndicatorValue] = []
    for year in (2020, 2021, 2022):
        values += [_value(draw, regional, year, at) for at in range(len(CENTRES))]
        values.append(_value(draw, national, year, None))
    return sample(regional, national, *values)


def _value(draw: st.DrawFn, indicator: Indicator, year: int, at: int | None) -> IndicatorValue:
    count = draw(COUNTS)
    return figure(
        None if count is None else str(count),
        indicator,
        None if at is None else CENTRES[at],
        year,
        missing=draw(REASONS),
        target=draw(st.none() | st.integers(0, 99).map(Decimal)),
    )


def column(plan: SheetPlan, name: str) -> Sequence[object]:
    at = [one.name for one in plan.columns].index(name)
    return [row[at] for row in plan.rows]


def in_workbook(found: Decimal | None) -> Amount | None:
    return None if found is None else Amount(found)


def cells(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """Every row of figures in the chapter by its first cell, as a reader sees it."""
    blocks = compose(dossier, YEAR, OPTIONS, made_on=date(2026, 1, 2)).blocks
    tables = [one for one in blocks if isinstance(one, Table) and one.title.startswith("Cijfers")]
    rows = (tuple(words(cell[0]) for cell in row) for one in tables for row in one.rows)
    return {first: tuple(rest) for first, *rest in rows}


@settings(max_examples=60, deadline=None)
@given(dossiers())
def test_totals_are_the_same_everywhere(dossier: Dossier) -> None:
    indicators = dossier.all(Indicator)
    now = [total(dossier, one, 2022) for one in indicators]
    actual = [in_workbook(one.actual) for one in now]
    assert list(column(totals(dossier, YEAR), "Werkelijk")) == actual
    assert list(column(totals(dossier, YEAR), "Vorig jaar")) == [
        in_workbook(total(dossier, one, 2021).actual) for one in indicators
    ]
    assert _last_year_of(trends(dossier, YEAR)) in (actual, [None] * len(actual))
    printed = cells(dossier)
    for one, found in zip(indicators, now, strict=True):
        row = printed.get(one.name.capitalize())
        if row is not None:
            assert row[2].rstrip("*") == figure_text(found, one)


def _last_year_of(plan: SheetPlan) -> Sequence[object]:
    years = [one.name for one in plan.columns if one.name == "2022"]
    return column(plan, "2022") if years else [None] * len(plan.rows)


@settings(max_examples=60, deadline=None)
@given(dossiers())
def test_what_a_region_has_is_the_same_in_table_and_workbook_and_adds_up(dossier: Dossier) -> None:
    regional = next(one for one in dossier.all(Indicator) if one.scope is Scope.ORGANISATION)
    parts = organisation_figures(dossier, regional, 2022)
    printed = cells(dossier)
    sheet = figures(dossier, YEAR)
    rows = list(zip(*(column(sheet, name) for name in ("Indicator", "Organisatie", "Jaar", "Werkelijk")), strict=True))
    for part in parts:
        name, shown = part.organisation.name, part.figure
        if printed.get(name):
            assert printed[name][0].rstrip("*") == figure_text(shown, regional)
        assert (regional.name, name, 2022, in_workbook(shown.actual)) in rows
    known = [part.figure.actual for part in parts if part.figure.actual is not None]
    hidden = any(part.figure.instead for part in parts)
    whole = total(dossier, regional, 2022)
    if known and not hidden:
        assert whole.actual == sum(known)
        assert printed["Totaal"][0].rstrip("*") == number(sum(known, Decimal(0)))
