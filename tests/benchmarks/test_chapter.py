"""How long the chapter takes beside docxtpl making an equivalent one, in one process and one run.

Both begin with the dossier, in a program that has shown it before (checks and preview have read the texts and
added up the figures), and both take the content from `compose`; then our renderer writes it, or docxtpl gets it
in the form of its template and renders that. Not part of the tests: run with
`python -m pytest tests/benchmarks` and read the table.
"""

from datetime import date
from functools import cache
from typing import Any

import pytest

from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import default_options
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear
from riec_desktop.dossier.views import year_of
from riec_desktop.paths import data_file
from riec_desktop.word.render import render_chapter
from riec_desktop.workspace.content import example_dossier
from tests.benchmarks.peers import docxtpl_chapter, docxtpl_template, sections
from tests.helpers.scaled import scaled

SIZES = (1, 10, 50)
MADE_ON = date(2026, 1, 2)


@cache
def dossier_of_size(times: int) -> Dossier:
    return scaled(example_dossier(), times)


def year_2023(dossier: Dossier) -> ReportYear:
    found = year_of(dossier, 2023)
    assert found is not None
    return found


def our_chapter(dossier: Dossier, template: bytes) -> bytes:
    return render_chapter(compose(dossier, year_2023(dossier), default_options(dossier), made_on=MADE_ON), template)


def their_chapter(dossier: Dossier, template: bytes) -> bytes:
    chapter = compose(dossier, year_2023(dossier), default_options(dossier), made_on=MADE_ON)
    return docxtpl_chapter(template, sections(chapter))


@pytest.mark.parametrize("times", SIZES)
def test_our_chapter(benchmark: Any, times: int) -> None:
    dossier, template = dossier_of_size(times), data_file("templates", "riec.docx").read_bytes()
    benchmark.group = f"hoofdstuk × {times}"
    assert benchmark.pedantic(our_chapter, (dossier, template), rounds=5, warmup_rounds=1).startswith(b"PK")


@pytest.mark.parametrize("times", SIZES)
def test_docxtpl_chapter(benchmark: Any, times: int) -> None:
    dossier = dossier_of_size(times)
    template = docxtpl_template()
    benchmark.group = f"hoofdstuk × {times}"
    assert benchmark.pedantic(their_chapter, (dossier, template), rounds=3, warmup_rounds=1).startswith(b"PK")
