"""How long the checks of 400 portfolios take: all of them (at most 2 s), and after one edit (at most 50 ms).

Read by nobody before means that no text was split into sentences and words yet, as just after opening.
"""

from collections.abc import Callable
from decimal import Decimal
from itertools import count
from time import process_time
from typing import Any

import pytest

from riec_desktop.checks.checker import Checker
from riec_desktop.checks.place import plain_of
from riec_desktop.checks.prose import prose, syllables_of
from riec_desktop.checks.walk import check
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import AddRecord, Change, RemoveRecord, apply_changes, set_field
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import (
    AcceptedFinding,
    Activity,
    Answer,
    Comment,
    IndicatorValue,
    PortfolioReport,
)
from riec_desktop.workspace.content import example_dossier
from tests.helpers.scaled import scaled

pytestmark = pytest.mark.benchmark(timer=process_time)
"""Time of the processor: others at work on the computer count for nothing."""
YEAR, TIMES = 2023, 50
FULL, AGAIN = 2.0, 0.05
"""Seconds."""


@pytest.fixture(scope="module")
def large() -> Dossier:
    return scaled(example_dossier(), TIMES, varied=True)


def forget() -> None:
    """As if no text was ever read."""
    for known in (parse, plain_of, prose, syllables_of):
        known.cache_clear()


def test_all_checks_of_400_portfolios_that_nobody_read_before(benchmark: Any, large: Dossier) -> None:
    found = benchmark.pedantic(lambda: check(large.with_rows({}), YEAR), setup=forget, rounds=5)
    assert found
    assert benchmark.stats.stats.min < FULL


def test_all_checks_of_400_portfolios_as_the_window_does_them(benchmark: Any, large: Dossier) -> None:
    found = benchmark.pedantic(lambda: Checker().check(large.with_rows({}), YEAR), setup=forget, rounds=5)
    assert found
    assert benchmark.stats.stats.min < FULL


def answer_edit(dossier: Dossier, text: str) -> tuple[Change, ...]:
    return set_field(dossier.all(Answer)[200], "text", text)


def figure_edit(dossier: Dossier, text: str) -> tuple[Change, ...]:
    return set_field(dossier.all(IndicatorValue)[200], "note", text)


def role_edit(dossier: Dossier, text: str) -> tuple[Change, ...]:
    return set_field(dossier.all(PortfolioReport)[200], "client", text)


def year_edit(dossier: Dossier, text: str) -> tuple[Change, ...]:
    year = views.year_of(dossier, YEAR)
    return set_field(year, "opening", text) if year else ()


def actual_edit(dossier: Dossier, text: str) -> tuple[Change, ...]:
    figure = dossier.where(IndicatorValue, "year", YEAR)[100]
    return set_field(figure, "actual", Decimal(len(text)) + (figure.actual or 0))


def activity_added(dossier: Dossier, text: str) -> tuple[Change, ...]:
    return (AddRecord(Activity(id=text, report_id=dossier.all(PortfolioReport)[200].id, title=text)),)


def activity_removed(dossier: Dossier, _: str) -> tuple[Change, ...]:
    return (RemoveRecord(dossier.all(Activity)[50]),)


def comment_added(dossier: Dossier, text: str) -> tuple[Change, ...]:
    report = dossier.all(PortfolioReport)[200]
    return (AddRecord(Comment(id=text, kind="PortfolioReport", record_id=report.id, field="client", text=text)),)


def reason_given(_: Dossier, text: str) -> tuple[Change, ...]:
    return (AddRecord(AcceptedFinding(id=text, code="privacy.phone", reason=text)),)


EDITS = (
    *(answer_edit, figure_edit, actual_edit, role_edit, year_edit),
    *(activity_added, activity_removed, comment_added, reason_given),
)


@pytest.mark.parametrize("edit", EDITS)
def test_checks_after_one_edit(
    benchmark: Any, large: Dossier, edit: Callable[[Dossier, str], tuple[Change, ...]]
) -> None:
    checker, texts, now = Checker(), count(), [large]
    checker.check(large, YEAR)

    def changed() -> None:
        text = f"Dit is de {next(texts)}e tekst met tevens een moeilijk woord."
        now[0] = apply_changes(now[0], edit(now[0], text)).dossier

    benchmark.pedantic(lambda: checker.check(now[0], YEAR), setup=changed, rounds=20)
    assert benchmark.stats.stats.min < AGAIN
