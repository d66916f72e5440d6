"""A document comes out whether or not the office program does its part; what it lacks is told in Dutch."""

import base64
from dataclasses import replace
from pathlib import Path

import pytest

from riec_desktop.chapter.blocks import Span
from riec_desktop.errors import Cancelled, RiecError
from riec_desktop.office import Office, Word
from riec_desktop.workspace.layout import ESTIMATED, NO_OFFICE, Document, Laying, lay_out
from riec_desktop.workspace.progress import never, no_progress
from tests.helpers.chapters import HEADINGS, chapter, contents, paragraph
from tests.helpers.offices import CONVERTS, FAILS, NEEDS_SHEBANG, script, stand_in
from tests.helpers.pdfs import pdf

CHAPTER = chapter(contents(), *HEADINGS)
COUNTS = "import base64, sys\nopen(sys.argv[-1].replace('.docx', '.pdf'), 'wb').write(base64.b64decode({!r}))\n"


def laid(office: Office | None, *, exact_pages: bool = True, want_pdf: bool = False) -> Document:
    laying = Laying(exact_pages=exact_pages, pdf=want_pdf, office=office)
    return lay_out(CHAPTER, lambda _: b"docx", laying, no_progress, never)


def counting(folder: Path, *, name: str = "soffice") -> Office:
    """An office program that finds each heading on the page after that of the one before."""
    places = {one.bookmark: page for page, one in enumerate(HEADINGS, 3)}
    made = base64.b64encode(pdf(9, places)).decode()
    return Office(programs=(stand_in(folder, COUNTS.format(made), name),))


def test_without_an_office_program_pages_are_an_estimate() -> None:
    found = laid(None)
    assert found == Document(docx=b"docx", notes=found.notes)
    assert found.notes[0].startswith(ESTIMATED)


def test_without_a_contents_the_pages_that_the_text_names_are_told() -> None:
    named = replace(paragraph(), spans=(Span(text="2", target="_Toc2", page=True),))
    laying = Laying(exact_pages=True, pdf=False, office=None)
    found = lay_out(chapter(*HEADINGS, named), lambda _: b"docx", laying, no_progress, never)
    assert found.notes[0].startswith("De bladzijden die in de tekst worden genoemd, zijn geschat.")


def test_a_pdf_that_cannot_be_made_is_told() -> None:
    assert laid(None, want_pdf=True).notes[0] == NO_OFFICE


def test_without_page_numbers_in_the_text_there_is_nothing_to_tell() -> None:
    laying = Laying(exact_pages=True, pdf=False, office=None)
    assert lay_out(chapter(paragraph()), lambda _: b"docx", laying, no_progress, never).notes == ()


@NEEDS_SHEBANG
def test_counted_pages_need_no_note_and_the_pdf_comes_with_them(tmp_path: Path) -> None:
    found = laid(counting(tmp_path), want_pdf=True)
    assert found.notes == ()
    assert found.pdf.startswith(b"%PDF-")


@NEEDS_SHEBANG
def test_a_pdf_without_counting_leaves_the_estimate(tmp_path: Path) -> None:
    office = Office(programs=(stand_in(tmp_path, CONVERTS),))
    found = laid(office, exact_pages=False, want_pdf=True)
    assert found.pdf.startswith(b"%PDF-")
    assert [one.startswith(ESTIMATED) for one in found.notes] == [True]


@NEEDS_SHEBANG
@pytest.mark.expects_log("made no PDF")
def test_an_office_program_that_fails_costs_the_pages_not_the_document(tmp_path: Path) -> None:
    found = laid(Office(programs=(stand_in(tmp_path, FAILS),)), want_pdf=True)
    assert (found.docx, found.pdf) == (b"docx", b"")
    assert found.notes[0].startswith("LibreOffice op deze computer kon van het document geen PDF maken.")
    assert found.notes[1].startswith(ESTIMATED)


@NEEDS_SHEBANG
def test_a_pdf_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    found = laid(Office(programs=(stand_in(tmp_path, CONVERTS),)))
    assert found.notes[0].startswith("De PDF die het kantoorprogramma op deze computer maakte, is niet te lezen.")


@NEEDS_SHEBANG
@pytest.mark.expects_log("Word made no PDF")
def test_a_word_that_fails_is_asked_once_and_named(tmp_path: Path) -> None:
    asked = tmp_path / "gevraagd"
    word = Word(powershell=script(tmp_path / "powershell", f"open({str(asked)!r}, 'a').write('x')\n"))
    found = laid(Office(programs=(word, *counting(tmp_path).programs)))
    assert found.notes == ("Word op deze computer deed het niet; LibreOffice wel.",)
    assert asked.read_text(encoding="utf-8") == "x"


@NEEDS_SHEBANG
def test_counting_is_told_as_progress_that_goes_up(tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    laying = Laying(exact_pages=True, pdf=False, office=counting(tmp_path))
    lay_out(CHAPTER, lambda _: b"docx", laying, lambda done, what: told.append((done, what)), never)
    assert [what for _, what in told] == ["Bladzijden tellen"] * 2
    assert 0.3 <= told[0][0] < told[1][0] < 0.9


def test_a_person_can_stop_before_the_office_program_starts() -> None:
    laying = Laying(exact_pages=True, pdf=False, office=Office(programs=(Word(powershell=Path("powershell")),)))
    with pytest.raises(Cancelled):
        lay_out(CHAPTER, lambda _: b"docx", laying, no_progress, lambda: True)


@NEEDS_SHEBANG
def test_a_template_that_cannot_be_used_is_no_fault_of_the_office_program(tmp_path: Path) -> None:
    def refuse(_: object) -> bytes:
        raise RiecError("template.damaged")

    laying = Laying(exact_pages=True, pdf=False, office=counting(tmp_path))
    with pytest.raises(RiecError):
        lay_out(CHAPTER, refuse, laying, no_progress, never)
