"""Nobody cries wolf: in thirty texts as people write them, what is said is little, true, and advice."""

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.kinds import kind_of
from riec_desktop.checks.walk import check
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import dossier_of
from riec_desktop.dossier.records import Answer
from riec_desktop.workspace.content import example_dossier

TEXTS = Path(__file__).parent / "corpus" / "portefeuilles.txt"
DOCS = Path(__file__).parents[2] / "docs" / "controles.md"
EXAMPLE = example_dossier()


@cache
def noticed() -> tuple[Finding, ...]:
    """What is said of the texts when they stand in the place of the answers of the example."""
    texts = TEXTS.read_text(encoding="utf-8").partition("\n")[2].strip().split("\n===\n")
    year = next(one for one in views.years(EXAMPLE) if one.year == 2023)
    reports = views.reports(EXAMPLE, year)
    answers = [one for report in reports for one in EXAMPLE.where(Answer, "report_id", report.id) if one.text]
    others = [replace(one, text=text) for one, text in zip(answers, texts, strict=False)]
    assert len(others) == len(texts) == 30
    known = {one.sentence for one in check(EXAMPLE, 2023)}
    dossier = dossier_of([*EXAMPLE.records(), *others])
    return tuple(one for one in check(dossier, 2023) if one.sentence not in known)


def test_nothing_in_them_is_called_wrong() -> None:
    assert [one.sentence for one in noticed() if one.severity is not Severity.TIP] == []


def test_what_is_said_is_little_and_told_in_the_docs() -> None:
    counts = Counter(one.code for one in noticed())
    assert sum(counts.values()) <= 20
    told = DOCS.read_text(encoding="utf-8")
    for code, count in counts.items():
        assert f"| `{code}` | {count} |" in told
    assert all(kind_of(one).optional for one in noticed())
