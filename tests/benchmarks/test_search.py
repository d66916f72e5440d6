"""How long a search takes in 400 portfolios over three years: while a person types, and the first time after an edit.

Not part of the tests: run with `python -m pytest tests/benchmarks/test_search.py` and read the table. The promise is
100 ms; what a first search costs more is making small letters of every text, once per dossier.
"""

from functools import cache
from typing import Any

import pytest

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import PortfolioReport
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.search import MOST, Query, search
from tests.helpers.scaled import scaled

PROMISED = 0.1
"""Seconds."""


@cache
def large() -> Dossier:
    """The example × 50, read once before, as it is when a person works in it."""
    dossier = scaled(example_dossier(), 50, varied=True)
    search(dossier, Query(text="mensenhandel"))
    return dossier


def unsearched() -> tuple[tuple[Dossier, Query], dict[str, int]]:
    """The same dossier as another value, as after an edit, and what to look for."""
    dossier = large().with_rows({PortfolioReport: large().rows(PortfolioReport)})
    return (dossier, Query(text="mensenhandel")), {}


@pytest.mark.parametrize("words", ["mensenhandel", "de", "signalen van", "staat nergens"])
def test_a_search_while_typing(benchmark: Any, words: str) -> None:
    benchmark.group = "zoeken tijdens het typen"
    found = benchmark.pedantic(search, (large(), Query(text=words)), rounds=9, warmup_rounds=1)
    assert len(found) <= MOST
    assert benchmark.stats.stats.median < PROMISED


def test_the_first_search_after_an_edit(benchmark: Any) -> None:
    benchmark.group = "de eerste keer zoeken na een wijziging"
    assert benchmark.pedantic(search, setup=unsearched, rounds=9, warmup_rounds=1)
    assert benchmark.stats.stats.median < PROMISED
