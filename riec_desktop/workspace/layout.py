"""A chapter as a document and, when an office program is there, with its true pages and as a PDF.

Without one, or when it fails, the document comes out all the same and a note says what it lacks.
"""

from collections.abc import Callable
from dataclasses import dataclass

from riec_desktop.chapter.blocks import Chapter
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.office import Conversion, Office, Program, to_pdf
from riec_desktop.workspace.exact_pages import contents_estimated, laid_out, references_estimated
from riec_desktop.workspace.progress import Cancel, Progress, step

Render = Callable[[Chapter], bytes]

ESTIMATED = "De bladzijden in de inhoudsopgave zijn geschat."
REFRESH = "Bijwerken kan in Word: klik in de inhoudsopgave en druk op F9."
ESTIMATED_IN_TEXT = "De bladzijden die in de tekst worden genoemd, zijn geschat."
REFRESH_TEXT = "Bijwerken kan in Word: kies alles met Ctrl+A en druk op F9."
NO_OFFICE = "De PDF is niet gemaakt: daarvoor is Word of LibreOffice nodig op deze computer."

_FIRST, _LAST = 0.3, 0.9
"""How much is done when counting begins, and at most when it ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laying:
    """Whether pages are counted and a PDF is made, and with what (None: nothing can)."""

    exact_pages: bool
    pdf: bool
    office: Office | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The bytes of the document and of its PDF (none: b''), and what a person must know, in Dutch."""

    docx: bytes
    pdf: bytes = b""
    notes: tuple[str, ...] = ()


def lay_out(chapter: Chapter, render: Render, laying: Laying, progress: Progress, cancel: Cancel) -> Document:
    """Make the document as asked, as far as this computer can. Raises `Cancelled`, and what `render` raises."""
    if laying.office is None or not (laying.exact_pages or laying.pdf):
        return _estimated(chapter, render, (NO_OFFICE,) if laying.pdf else ())
    try:
        return _by_office(chapter, render, laying, _Pass(laying.office, progress, cancel))
    except RiecError as error:
        if not error.code.startswith("office."):
            raise
        return _estimated(chapter, render, (sentence(error),))


def _estimated(chapter: Chapter, render: Render, notes: tuple[str, ...]) -> Document:
    return Document(docx=render(chapter), notes=(*notes, *_about_pages(chapter)))


def _about_pages(chapter: Chapter) -> tuple[str, ...]:
    if contents_estimated(chapter):
        return (f"{ESTIMATED} {REFRESH}",)
    return (f"{ESTIMATED_IN_TEXT} {REFRESH_TEXT}",) if references_estimated(chapter) else ()


@dataclass(slots=True)
class _Pass:
    """Conversions one after the other, told as progress. A program that failed once is not tried again."""

    office: Office
    progress: Progress
    cancel: Cancel
    failed: tuple[Program, ...] = ()

    def convert(self, docx: bytes, number: int, what: str = "Bladzijden tellen") -> Conversion:
        step(self.progress, self.cancel, _FIRST + (_LAST - _FIRST) * number / 3, what)
        made = to_pdf(self.office, docx, self.cancel)
        self.office = Office(programs=(made.program,))
        self.failed += made.failed
        return made

    def notes(self) -> tuple[str, ...]:
        """Which program did not do it, and which did."""
        return tuple(f"{one.name} op deze computer deed het niet; {self.office.name} wel." for one in self.failed)


def _by_office(chapter: Chapter, render: Render, laying: Laying, work: _Pass) -> Document:
    if not laying.exact_pages:
        docx = render(chapter)
        pdf = work.convert(docx, 0, "PDF maken").pdf
        return Document(docx=docx, pdf=pdf, notes=(*work.notes(), *_about_pages(chapter)))
    laid = laid_out(chapter, render, work.convert)
    about = () if laid.exact else _about_pages(chapter)
    return Document(docx=laid.docx, pdf=laid.conversion.pdf, notes=(*work.notes(), *about))
