"""How long the overview takes beside XlsxWriter, openpyxl and pandas writing the same cells, in one run.

Ours begins with the dossier, in a program that has shown it before, and ends with the finished file: tables, colours,
widths, pages, charts. Not part of the tests: run with `python -m pytest tests/benchmarks` and read the table; on a busy
computer with `--benchmark-timer=time.process_time`, which counts the time of the processor alone.
"""

import sys
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from time import process_time
from typing import Any

import pytest

from riec_desktop.checks.walk import check
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.views import year_of
from riec_desktop.excel.overview import overview_plan
from riec_desktop.excel.plan import WorkbookPlan
from riec_desktop.excel.render import render_workbook
from riec_desktop.workspace.content import example_dossier
from tests.benchmarks.workbook_peers import frames, plain_sheets, with_openpyxl, with_pandas, with_xlsxwriter
from tests.helpers.scaled import scaled

SIZES = (1, 10, 50)
MADE_ON = date(2026, 1, 2)


@cache
def dossier_of_size(times: int) -> Dossier:
    dossier = scaled(example_dossier(), times)
    check(dossier, 2023)
    return dossier


def plan_of(dossier: Dossier) -> WorkbookPlan:
    year = year_of(dossier, 2023)
    assert year is not None
    return overview_plan(dossier, year, MADE_ON)


def our_overview(dossier: Dossier) -> bytes:
    return render_workbook(plan_of(dossier))


@pytest.mark.parametrize("times", SIZES)
def test_our_overview(benchmark: Any, times: int) -> None:
    benchmark.group = f"overzicht × {times}"
    assert benchmark.pedantic(our_overview, (dossier_of_size(times),), rounds=7, warmup_rounds=1).startswith(b"PK")


@pytest.mark.parametrize("times", SIZES)
@pytest.mark.parametrize("write", [with_xlsxwriter, with_openpyxl])
def test_the_same_cells(benchmark: Any, write: Callable[[Any], bytes], times: int) -> None:
    benchmark.group = f"overzicht × {times}"
    sheets = plain_sheets(plan_of(dossier_of_size(times)))
    assert benchmark.pedantic(write, (sheets,), rounds=5, warmup_rounds=1).startswith(b"PK")


@pytest.mark.parametrize("times", SIZES)
def test_the_same_cells_by_pandas(benchmark: Any, times: int) -> None:
    benchmark.group = f"overzicht × {times}"
    content = frames(plain_sheets(plan_of(dossier_of_size(times))))
    assert benchmark.pedantic(with_pandas, (content,), rounds=5, warmup_rounds=1).startswith(b"PK")


# --- What was asked --------------------------------------------------------------------------------------------------

ROUNDS = 7
AGAINST_XLSXWRITER, AGAINST_PANDAS = 1.2, 1 / 3


def least(makers: tuple[Callable[[], object], ...]) -> list[float]:
    """The least processor time of each, taken in turns, so that a busy moment hits all alike."""
    seconds = [float("inf")] * len(makers)
    for _ in range(ROUNDS):
        for at, make in enumerate(makers):
            start = process_time()
            make()
            seconds[at] = min(seconds[at], process_time() - start)
    return seconds


@pytest.mark.parametrize("times", SIZES)
def test_ours_is_within_a_third_of_pandas_and_not_above_xlsxwriter(times: int) -> None:
    dossier = dossier_of_size(times)
    sheets = plain_sheets(plan_of(dossier))
    makers = (partial(our_overview, dossier), partial(with_xlsxwriter, sheets), partial(with_pandas, frames(sheets)))
    ours, library, pandas = least(makers)
    sys.stdout.write(
        f"\n× {times}: {ours * 1000:.0f} ms, XlsxWriter {library * 1000:.0f} ms, pandas {pandas * 1000:.0f} ms\n"
    )
    assert ours <= AGAINST_XLSXWRITER * library
    assert ours <= AGAINST_PANDAS * pandas
