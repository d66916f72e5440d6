"""From a Word document to a PDF, in a private temporary folder, by the first office program that can."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from riec_desktop.errors import RiecError
from riec_desktop.files import read_file
from riec_desktop.office import libreoffice, word
from riec_desktop.office.programs import LibreOffice, Office, Program

LOG = logging.getLogger(__name__)

TIMEOUT = 120.0
"""Seconds for one conversion; a chapter takes 2 to 5."""
_LARGEST = 500_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A PDF, the program that made it, and those that were tried before and failed."""

    pdf: bytes
    program: Program
    failed: tuple[Program, ...] = ()


def to_pdf(office: Office, docx: bytes, cancel: Callable[[], bool], timeout: float = TIMEOUT) -> Conversion:
    """Make a tagged PDF with the title and language of the document, its headings as outline and its bookmarks.

    `timeout` is in seconds and holds for each program. Nothing stays behind: no process, no file. Raises `Cancelled`,
    or `RiecError` of the last program that was tried: `office.slow`, `office.not_started`, `office.no_pdf`.
    """
    first, *others = office.programs
    try:
        return Conversion(pdf=_converted(first, docx, cancel, timeout), program=first)
    except RiecError as error:
        LOG.warning("%s made no PDF: %s %s", first.name, error.code, dict(error.values))
        if not others:
            raise
    made = to_pdf(Office(programs=tuple(others)), docx, cancel, timeout)
    return replace(made, failed=(first, *made.failed))


def _converted(program: Program, docx: bytes, cancel: Callable[[], bool], timeout: float) -> bytes:
    with TemporaryDirectory(prefix="riec-", ignore_cleanup_errors=True) as folder:
        source = Path(folder).resolve() / "hoofdstuk.docx"
        source.write_bytes(docx)
        if isinstance(program, LibreOffice):
            libreoffice.convert(program, source, cancel, timeout)
        else:
            word.convert(program, source, cancel, timeout)
        return _read(source.with_suffix(".pdf"), program)


def _read(path: Path, program: Program) -> bytes:
    if not path.is_file():
        raise RiecError("office.no_pdf", program=program.name)
    data = read_file(path, _LARGEST)
    if not data.startswith(b"%PDF-"):
        raise RiecError("office.no_pdf", program=program.name)
    return data
