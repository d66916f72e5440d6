"""How long the chapter takes beside other tools, and beside the least that can be: compressing the same bytes.

Ours starts from the dossier (`compose`, then our renderer), in a program that has shown it before. The others get the
same content ready-made in the form they like best (not timed), and leave out what they cannot do: fields, captions
that count, contents, references, charts. docxtpl, python-docx, `docx` and `carbone` run in a process that is warm;
pandoc is a program of its own and is started each time. Every copy of a portfolio has texts of its own, but for
'zelfde teksten', where they are alike. Run with `python -m pytest tests/benchmarks`; not part of the tests.
"""

import subprocess
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from riec_desktop.chapter.blocks import Chapter
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import default_options
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.views import year_of
from riec_desktop.paths import data_file
from riec_desktop.word.package import LEVEL, read_package
from riec_desktop.word.render import render_chapter
from riec_desktop.workspace.content import example_dossier
from tests.benchmarks.carbone_template import carbone_template
from tests.benchmarks.content import as_json, as_markdown, plain_lines
from tests.benchmarks.node import NodeTool, missing
from tests.benchmarks.peers import docxtpl_chapter, docxtpl_template, sections
from tests.benchmarks.setup_peers import pandoc
from tests.benchmarks.straight import python_docx_chapter
from tests.helpers.scaled import scaled

SIZES = (1, 10, 50)
MADE_ON = date(2026, 1, 2)
HOUSE = data_file("templates", "riec.docx").read_bytes()


@cache
def dossier_of_size(times: int, *, varied: bool = True) -> Dossier:
    return scaled(example_dossier(), times, varied=varied)


def composed(dossier: Dossier) -> Chapter:
    year = year_of(dossier, 2023)
    assert year is not None
    return compose(dossier, year, default_options(dossier), made_on=MADE_ON)


def our_chapter(dossier: Dossier) -> bytes:
    return render_chapter(composed(dossier), HOUSE)


@cache
def content(times: int) -> Chapter:
    return composed(dossier_of_size(times))


@dataclass(frozen=True)
class Measure:
    """A benchmark in the group of one size."""

    benchmark: Any
    times: int

    def __call__(self, make: Callable[[], Any], rounds: int = 5) -> Any:
        self.benchmark.group = f"hoofdstuk × {self.times}"
        return self.benchmark.pedantic(make, rounds=rounds, warmup_rounds=1)


@pytest.fixture(params=SIZES)
def measure(request: pytest.FixtureRequest, benchmark: Any) -> Measure:
    return Measure(benchmark, request.param)


def test_our_chapter(measure: Measure) -> None:
    dossier = dossier_of_size(measure.times)
    assert measure(lambda: our_chapter(dossier), 15).startswith(b"PK")


def test_our_chapter_zelfde_teksten(measure: Measure) -> None:
    dossier = dossier_of_size(measure.times, varied=False)
    assert measure(lambda: our_chapter(dossier), 15).startswith(b"PK")


def test_our_renderer_alone(measure: Measure) -> None:
    chapter = content(measure.times)
    assert measure(lambda: render_chapter(chapter, HOUSE), 15).startswith(b"PK")


def deflated(part: bytes) -> int:
    """The size of a part, compressed as we do."""
    stream = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return len(stream.compress(part) + stream.flush())


def test_limit_compressing_the_same_bytes(measure: Measure) -> None:
    parts = list(read_package(our_chapter(dossier_of_size(measure.times))).values())
    assert measure(lambda: sum(map(deflated, parts)), 15) > 0


def test_docxtpl(measure: Measure) -> None:
    template, ready = docxtpl_template(), sections(content(measure.times))
    assert measure(lambda: docxtpl_chapter(template, ready), 3).startswith(b"PK")


def test_python_docx(measure: Measure) -> None:
    ready = plain_lines(content(measure.times))
    assert measure(lambda: python_docx_chapter(ready), 1 if measure.times > 10 else 3).startswith(b"PK")


def test_pandoc(measure: Measure, tmp_path: Path) -> None:
    if not pandoc().is_file():
        pytest.skip("pandoc: run tests/benchmarks/setup_peers.py")
    source, made = tmp_path / "hoofdstuk.md", tmp_path / "hoofdstuk.docx"
    source.write_text(as_markdown(plain_lines(content(measure.times))), encoding="utf-8")
    command = [str(pandoc()), str(source), "-o", str(made)]
    measure(lambda: subprocess.run(command, check=True, capture_output=True), 3)
    assert made.read_bytes().startswith(b"PK")


@pytest.fixture(params=["docx", "carbone"])
def node_tool(request: pytest.FixtureRequest, measure: Measure, tmp_path: Path) -> Iterator[NodeTool]:
    reason = missing(request.param)
    if reason:
        pytest.skip(reason)
    source, template = tmp_path / "inhoud.json", tmp_path / "sjabloon.docx"
    source.write_text(as_json(plain_lines(content(measure.times))), encoding="utf-8")
    template.write_bytes(carbone_template())
    tool = NodeTool(request.param, source, template)
    yield tool
    tool.close()


def test_npm(measure: Measure, node_tool: NodeTool, tmp_path: Path) -> None:
    made = tmp_path / "hoofdstuk.docx"
    assert measure(lambda: node_tool.make(str(made)), 3) == made.stat().st_size
    assert made.read_bytes().startswith(b"PK")
