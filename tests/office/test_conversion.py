"""A document becomes a PDF: by the real LibreOffice where there is one, and by stand-ins that fail in all ways."""

import sys
import threading
from pathlib import Path

import pytest

from riec_desktop.errors import Cancelled, RiecError
from riec_desktop.office import Conversion, Office, Word, to_pdf
from riec_desktop.office.libreoffice import pipes
from riec_desktop.workspace.progress import never
from tests.helpers.offices import (
    CONVERTS,
    FAILS,
    HANGS,
    NEEDS_SHEBANG,
    alive,
    real_office,
    script,
    small_docx,
    stand_in,
    temporary_files_in,
)

# --- LibreOffice -----------------------------------------------------------------------------------------------------


def test_two_conversions_at_once_do_not_meet_and_leave_nothing(tmp_path: Path) -> None:
    found, made = real_office(), list[Conversion]()
    with temporary_files_in(tmp_path):
        both = [threading.Thread(target=lambda: made.append(to_pdf(found, small_docx(), never))) for _ in range(2)]
        for one in both:
            one.start()
        for one in both:
            one.join()
    assert [one.pdf[:5] for one in made] == [b"%PDF-", b"%PDF-"]
    assert list(tmp_path.iterdir()) == []


def running(folder: Path) -> list[str]:
    """The programs that have this folder in their command."""
    commands = (one.read_bytes() for one in Path("/proc").glob("[0-9]*/cmdline") if one.exists())
    return [one.decode(errors="replace") for one in commands if str(folder).encode() in one]


@pytest.mark.skipif(sys.platform != "linux", reason="what runs is read from /proc")
def test_stopping_the_real_program_leaves_no_process_and_no_file(tmp_path: Path) -> None:
    found, profiles = real_office(), list[Path]()

    def is_at_work() -> bool:
        """Whether it has come as far as the pipe by which it is known."""
        profiles.extend(tmp_path.glob("*/profile"))
        return any(one.exists() for profile in profiles for one in pipes(profile))

    with temporary_files_in(tmp_path), pytest.raises(Cancelled):
        to_pdf(found, small_docx(), is_at_work)
    assert running(tmp_path) == []
    assert list(tmp_path.iterdir()) == []
    assert [one for one in pipes(profiles[-1]) if one.exists()] == []


# --- Programs that fail ----------------------------------------------------------------------------------------------


@NEEDS_SHEBANG
def test_the_pdf_is_what_the_program_wrote(tmp_path: Path) -> None:
    program = stand_in(tmp_path, CONVERTS)
    made = to_pdf(Office(programs=(program,)), b"docx", never)
    assert made == Conversion(pdf=f"%PDF-1.7 van {program.path}".encode(), program=program)


@NEEDS_SHEBANG
@pytest.mark.expects_log("made no PDF: office.no_pdf")
@pytest.mark.parametrize(
    "body",
    [FAILS, "", CONVERTS.replace("%PDF-1.7", "geen pdf")],
    ids=["an error", "nothing", "something else"],
)
def test_a_program_that_makes_no_pdf_is_told(tmp_path: Path, body: str) -> None:
    with pytest.raises(RiecError) as caught:
        to_pdf(Office(programs=(stand_in(tmp_path, body),)), b"docx", never)
    assert (caught.value.code, caught.value.values) == ("office.no_pdf", {"program": "LibreOffice"})


@NEEDS_SHEBANG
@pytest.mark.expects_log("Word made no PDF: office.no_pdf")
def test_when_word_fails_libreoffice_does_it_and_that_is_known(tmp_path: Path) -> None:
    word = Word(powershell=script(tmp_path / "powershell", FAILS))
    program = stand_in(tmp_path, CONVERTS)
    made = to_pdf(Office(programs=(word, program)), b"docx", never)
    assert made.program == program
    assert made.failed == (word,)


@NEEDS_SHEBANG
@pytest.mark.expects_log("made no PDF: office.slow")
def test_a_program_that_hangs_is_ended_in_time_and_leaves_nothing(tmp_path: Path) -> None:
    log, temporary = tmp_path / "log", tmp_path / "tijdelijk"
    temporary.mkdir()
    program = stand_in(tmp_path, HANGS.replace("flush=True", f"flush=True, file=open({str(log)!r}, 'w')"))
    with temporary_files_in(temporary), pytest.raises(RiecError):
        to_pdf(Office(programs=(program,)), b"docx", never, 0.5)
    assert not any(alive(int(one)) for one in log.read_text(encoding="utf-8").split())
    assert list(temporary.iterdir()) == []
