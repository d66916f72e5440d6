"""A template of the organisation: looked at, told about, copied with what it misses, and never changed."""

from pathlib import Path

import pytest

from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.workspace.progress import never, no_progress
from riec_desktop.workspace.templates import copy_name, notes, save_repaired, template_job, template_report, text
from tests.helpers.templates import ORIGINS, dutch_word


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "Huisstijl.dotx"
    path.write_bytes(dutch_word())
    return path


def test_the_copy_misses_nothing_and_the_template_stays_as_it_was(template: Path) -> None:
    copy = save_repaired(template, copy_name(template))
    assert copy.name == "Huisstijl aangevuld.docx"
    assert template_report(copy).missing == ()
    assert template.read_bytes() == dutch_word()


def test_a_copy_never_takes_the_place_of_the_template(template: Path) -> None:
    with pytest.raises(RiecError) as caught:
        save_repaired(template, template)
    assert caught.value.code == "template.same_file"
    assert "Huisstijl.dotx" in sentence(caught.value)
    assert template.read_bytes() == dutch_word()


def test_the_report_as_text_has_a_line_for_every_remark(template: Path) -> None:
    report = template_job(template, no_progress, never)
    lines = text(template.name, report).splitlines()
    assert lines[0].startswith("Huisstijl.dotx: Dit sjabloon mist ")
    assert len(lines) == 1 + len(report.remarks)
    assert all(line.startswith("  ") and ": " in line for line in lines[1:])


def test_only_a_template_that_misses_something_is_mentioned(template: Path, tmp_path: Path) -> None:
    assert notes(template)[0].startswith("Dit sjabloon mist ")
    whole = tmp_path / "huis.docx"
    whole.write_bytes(ORIGINS["het huis"]())
    assert notes(whole) == ()


@pytest.mark.parametrize("content", [b"", b"Beste collega", dutch_word()[:900]], ids=["leeg", "tekst", "half"])
def test_what_is_no_template_is_told_and_gives_no_copy(content: bytes, tmp_path: Path) -> None:
    path, target = tmp_path / "stuk.docx", tmp_path / "kopie.docx"
    path.write_bytes(content)
    with pytest.raises(RiecError) as caught:
        save_repaired(path, target)
    assert sentence(caught.value).startswith("Dit ")
    assert not target.exists()
