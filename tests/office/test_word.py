"""How Word is asked. Word runs on no machine of ours; what is shown is the script, its arguments and its end."""

import re
from pathlib import Path

import pytest

from riec_desktop.errors import Cancelled
from riec_desktop.office import Word
from riec_desktop.office.word import SCRIPT, command, convert, own_words
from riec_desktop.workspace.progress import never
from tests.helpers.offices import NEEDS_SHEBANG, script

DRAWS = """
import os, sys
open(os.environ['RIEC_PDF'], 'wb').write(open(os.environ['RIEC_DOCX'], 'rb').read())
print(sys.argv[1:])
"""


def test_powershell_runs_the_script_without_profile_and_questions() -> None:
    words = command(Word(powershell=Path("powershell.exe")))
    assert words[1:4] == ["-NoLogo", "-NoProfile", "-NonInteractive"]
    assert words[4:] == ["-Command", SCRIPT]


def test_the_script_needs_no_quoting_on_a_command_line() -> None:
    assert '"' not in SCRIPT
    assert "\n" not in SCRIPT
    assert SCRIPT.count("{") == SCRIPT.count("}")


@pytest.mark.parametrize(
    "step",
    [
        "$word.Visible = $false",
        "$word.DisplayAlerts = 0",
        "$word.AutomationSecurity = 3",
        "OpenNoRepairDialog($env:RIEC_DOCX, $false, $true, $false)",
        "$document.Close(0)",
        "finally { $word.Quit(0) }",
    ],
)
def test_the_script_shows_no_window_runs_no_macro_changes_nothing_and_quits(step: str) -> None:
    assert step in SCRIPT


def test_the_pdf_is_tagged_with_properties_and_an_outline_of_headings() -> None:
    found = re.search(r"ExportAsFixedFormat\(([^)]*)\)", SCRIPT)
    assert found is not None
    values = found[1].split(", ")
    assert len(values) == 14
    names = ("ExportFormat", "IncludeDocProps", "CreateBookmarks", "DocStructureTags")
    assert dict(zip(names, (values[1], values[8], values[10], values[11]), strict=True)) == {
        "ExportFormat": "17",
        "IncludeDocProps": "$true",
        "CreateBookmarks": "1",
        "DocStructureTags": "$true",
    }


@NEEDS_SHEBANG
def test_the_paths_go_through_the_environment(tmp_path: Path) -> None:
    source = tmp_path / "hoofdstuk.docx"
    source.write_bytes(b"%PDF-")
    convert(Word(powershell=script(tmp_path / "powershell", DRAWS)), source, never, 60)
    assert source.with_suffix(".pdf").read_bytes() == b"%PDF-"
    assert "-NoProfile" in (tmp_path / "output.txt").read_text(encoding="utf-8")


def test_the_word_that_the_script_started_is_known_by_its_number() -> None:
    assert own_words("riec-word 4711\r\nFout bij openen 12\r\n") == [4711]


@NEEDS_SHEBANG
def test_a_script_that_hangs_can_be_stopped(tmp_path: Path) -> None:
    source = tmp_path / "hoofdstuk.docx"
    source.write_bytes(b"docx")
    program = script(tmp_path / "powershell", "import time\nprint('riec-word 99999999', flush=True)\ntime.sleep(600)")

    def has_begun() -> bool:
        return bool((tmp_path / "output.txt").read_text(encoding="utf-8"))

    with pytest.raises(Cancelled):
        convert(Word(powershell=program), source, has_begun, 60)
