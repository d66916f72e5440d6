"""Office programs for tests: the real LibreOffice of this computer, and stand-ins that do what we fear.

A stand-in is a small program of its own, so that starting, waiting and ending are real.
"""

import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from riec_desktop.chapter.blocks import Heading, PageBreak
from riec_desktop.office import Conversion, LibreOffice, Office, find_office, to_pdf
from riec_desktop.office.finding import this_machine
from riec_desktop.paths import data_file
from riec_desktop.word import load_template, render_chapter
from riec_desktop.workspace.progress import never
from tests.helpers.chapters import chapter, contents, heading, paragraph

NEEDS_SHEBANG = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts with a shebang line")

HEADINGS = (
    heading(2, "Versterking bestel", "3.4", "h_een"),
    heading(3, "Weerbare samenleving", "3.4.1.", "h_twee"),
    heading(4, "Mensenhandel", "", "h_drie"),
)
"""In the document of `small_docx` each stands on a page of its own, after one with the contents."""


def real_office() -> Office:
    """The LibreOffice of this computer. Skips the test where there is none."""
    office = find_office(replace(this_machine(), environ={}))
    if office is None:
        pytest.skip("no LibreOffice on this computer: nothing can make a PDF here")
    return office


@cache
def small_docx() -> bytes:
    """A chapter of four pages with headings at known places."""
    blocks = [one for each in HEADINGS for one in (PageBreak(), each, paragraph())]
    return render_chapter(chapter(contents(HEADINGS), *blocks), load_template(data_file("templates", "riec.docx")))


@cache
def small_pdf() -> Conversion:
    """What the real LibreOffice makes of it: once per run of tests."""
    return to_pdf(real_office(), small_docx(), never)


def titles(headings: tuple[Heading, ...] = HEADINGS) -> list[str]:
    return [f"{one.number} {one.text}".strip() for one in headings]


def script(path: Path, body: str) -> Path:
    """A program that does this Python.

    The first line of a program cannot name an interpreter with a space in its path, so a shell starts it: its line is
    a text to Python (as pip writes its own programs).
    """
    start = f"#!/bin/sh\n'''exec' \"{sys.executable}\" \"$0\" \"$@\"\n' '''\n"
    path.write_text(f"{start}{body}", encoding="utf-8")
    path.chmod(0o755)
    return path


CONVERTS = (
    "import sys\nopen(sys.argv[-1].replace('.docx', '.pdf'), 'wb').write(b'%PDF-1.7 van ' + sys.argv[0].encode())\n"
)
FAILS = "raise SystemExit('dat lukt niet')\n"
HANGS = """
import os, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])
print(os.getpid(), child.pid, flush=True)
time.sleep(600)
"""
"""A launcher that does not listen, with a child that does the work, as LibreOffice has."""


def stand_in(folder: Path, body: str, name: str = "soffice") -> LibreOffice:
    """A LibreOffice that does this Python instead."""
    return LibreOffice(path=script(folder / name, body))


def alive(number: int) -> bool:
    """Whether a process runs. One that has ended and whose parent has not noticed yet does not."""
    try:
        state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@contextmanager
def temporary_files_in(folder: Path) -> Generator[None]:
    """Temporary folders are made here, so that a test sees what stays behind."""
    before = tempfile.tempdir
    tempfile.tempdir = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
