"""How much of what is wrong in Dutch sentences is found, and how often a right one is noticed: the docs' table."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from riec_desktop.checks.abbreviation_rules import unexplained
from riec_desktop.checks.texts import text_findings
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import apply_changes, set_field
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import Activity, Answer, Callout, GoalSection, ReportYear
from riec_desktop.workspace.content import example_dossier

CORPUS = Path(__file__).parent / "corpus" / "taal.txt"
YEAR = 2023
RECALL = 0.9
"""Of what is wrong in the corpus at least this much is found, of each kind."""
FALSE_ALARMS = 0.01
"""Of the right sentences at most this much is noticed, over all kinds together."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text with the code of what must be noticed in it, '' for nothing."""

    code: str
    text: str


@cache
def corpus() -> tuple[Line, ...]:
    return tuple(_lines())


def _lines() -> Iterator[Line]:
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _, text = line.partition(" | ")
            yield Line("" if code == "-" else code, text.replace("¶", "\n\n"))


@cache
def world() -> tuple[Dossier, ReportYear, Answer]:
    """The example of the year without texts of its own, and one answer to put sentences in."""
    dossier = example_dossier()
    year = views.year_of(dossier, YEAR)
    assert year is not None
    texts = (Answer, Activity, Callout, GoalSection)
    bare = dossier_of(one for one in dossier.records() if not isinstance(one, texts) and one.id != year.id)
    answer = views.answer(bare, views.reports(dossier, year)[0], views.questions(dossier, year.id)[0])
    return (
        dossier_of([*bare.records(), ReportYear(id=year.id, year=YEAR, agenda_id=year.agenda_id), answer]),
        year,
        answer,
    )


def noticed(text: str) -> set[str]:
    """The codes of what is noticed in a text."""
    dossier, _, empty = world()
    dossier = apply_changes(dossier, set_field(empty, "text", text)).dossier
    answer, year = dossier.get(Answer, empty.id), views.year_of(dossier, YEAR)
    assert answer is not None
    assert year is not None
    found = [*text_findings(dossier, YEAR, answer, "hier"), *unexplained(dossier, year)]
    return {one.code for one in found}


@cache
def results() -> tuple[tuple[Line, frozenset[str]], ...]:
    return tuple((line, frozenset(noticed(line.text))) for line in corpus())


@pytest.mark.parametrize("code", sorted({line.code for line in corpus() if line.code}))
def test_what_is_wrong_is_found(code: str) -> None:
    wanted = [(line, found) for line, found in results() if line.code == code]
    missed = [line.text for line, found in wanted if code not in found]
    assert len(missed) <= (1 - RECALL) * len(wanted), missed


def test_hardly_any_right_sentence_is_noticed() -> None:
    right = [(line, found) for line, found in results() if not line.code]
    wrong = [(line.text, found) for line, found in right if found]
    assert len(right) >= 120
    assert len(wrong) <= FALSE_ALARMS * len(right), wrong


def test_a_sentence_with_one_mistake_is_not_noticed_for_another() -> None:
    other = [(line.text, found - {line.code}) for line, found in results() if line.code and found - {line.code}]
    assert len(other) <= 0.05 * len(results()), other


def table() -> str:
    """The rows of the table in docs/controles.md."""
    wanted = Counter(line.code for line, _ in results() if line.code)
    hit = Counter(line.code for line, found in results() if line.code in found)
    right = [found for line, found in results() if not line.code]
    alarms = Counter(code for found in right for code in found)
    rows = (
        f"| `{code}` | {hit[code]} van {count} | {alarms[code]} van {len(right)} |" for code, count in wanted.items()
    )
    return "\n".join(rows)


def test_the_table_in_the_docs_is_that_of_today() -> None:
    docs = Path(__file__).parents[2] / "docs" / "controles.md"
    assert table() in docs.read_text(encoding="utf-8")
