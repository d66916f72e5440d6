"""`riec-desktop template`: what is to say about a template, and the copy."""

from pathlib import Path

import pytest

from riec_desktop.cli.outcome import Exit
from tests.helpers.templates import dutch_word, macros
from tests.helpers.terminal import Terminal


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "huisstijl.docx"
    path.write_bytes(dutch_word())
    return path


def test_the_report_is_in_dutch(riec: Terminal, template: Path) -> None:
    done = riec("template", template)
    assert done.code == Exit.OK
    assert "huisstijl.docx: Dit sjabloon mist " in done.out
    assert "Bijschrift" in done.out


def test_the_copy_is_written_where_it_is_asked(riec: Terminal, template: Path, tmp_path: Path) -> None:
    done = riec("template", template, "--uit", tmp_path / "kopie")
    assert done.code == Exit.OK
    assert str(tmp_path / "kopie.docx") in done.out
    again = riec("template", tmp_path / "kopie.docx", "--json")
    assert again.data["missing"] == []


def test_a_program_reads_every_remark(riec: Terminal, template: Path) -> None:
    data = riec("template", template, "--json").data
    assert data["ok"] is False
    assert {"severity", "subject", "sentence", "remedy"} == set(data["remarks"][0])


def test_the_template_cannot_be_overwritten_by_its_copy(riec: Terminal, template: Path) -> None:
    assert riec("template", template, "--uit", template).code == Exit.INPUT
    assert template.read_bytes() == dutch_word()


def test_a_chapter_in_an_incomplete_template_is_made_and_says_so(riec: Terminal, example: Path, tmp_path: Path) -> None:
    path, target = tmp_path / "macro.dotm", tmp_path / "uit.docx"
    path.write_bytes(macros())
    done = riec("word", example, "--template", path, "--uit", target, "--geschatte-bladzijden")
    assert done.code == Exit.OK
    assert "Het programma vult ze aan." in done.out
    assert target.is_file()
