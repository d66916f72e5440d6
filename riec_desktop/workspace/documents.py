"""What comes out of a dossier: the Word chapter, the Excel overview, the preview and the findings.

Jobs are plain functions on a snapshot that tell their progress and can be stopped; Word and Excel are imported when
they are needed, so that the window shows fast. A document is made in memory and replaces its file in one step.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from riec_desktop.chapter.blocks import Chapter, State
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.checks.findings import Finding
from riec_desktop.checks.kinds import weighty
from riec_desktop.checks.walk import check
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import Change
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import NO_BREAK
from riec_desktop.dossier.records import ReportYear
from riec_desktop.errors import RiecError
from riec_desktop.files import file_name_part, replace_file
from riec_desktop.messages import sentence
from riec_desktop.office import Office
from riec_desktop.paths import data_file
from riec_desktop.workspace.gate import require_clear
from riec_desktop.workspace.inspection import Inspection, inspect_file
from riec_desktop.workspace.layout import Document, Laying, lay_out
from riec_desktop.workspace.progress import Cancel, Progress, step
from riec_desktop.workspace.public import public
from riec_desktop.workspace.review_order import ReviewOrder
from riec_desktop.workspace.templates import notes

if TYPE_CHECKING:
    from riec_desktop.word.marking import Marking

UNCHECKED = "Het document is gemaakt, maar niet gecontroleerd."

DocumentKind = Literal["word", "excel"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRequest:
    """One Word chapter: of which year, how, in which template (None: ours) and where.

    `version` says which version of the dossier it shows, as `version_text` does; the header of a draft names it.

    With `exact_pages` an office program counts the pages, with `pdf` it makes a PDF beside the document; both only
    where there is one. With `inspected` the written file is opened again and checked. With `review` a draft to send
    round can be read back.
    """

    year: int
    options: ChapterOptions
    version: str = ""
    template: Path | None = None
    target: Path
    exact_pages: bool = True
    pdf: bool = False
    inspected: bool = False
    review: ReviewOrder | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made: the document, its PDF when that was asked and succeeded, and what the person must know of it.

    `inspection` is what was found in the written file, when that was asked. `changes` note in the dossier what was
    sent round: whoever asked for a draft applies them.
    """

    path: Path
    pdf: Path | None = None
    notes: tuple[str, ...] = ()
    inspection: Inspection | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcelRequest:
    """One Excel overview: of which year, where, and which version of the dossier it says that it shows."""

    year: int
    version: str = ""
    target: Path


def version_text(version: int, *, changed: bool = False) -> str:
    """'versie 3', or 'versie 3 met wijzigingen' when more was `changed` since; nothing for what was never kept."""
    if not version:
        return ""
    return f"versie{NO_BREAK}{version}{' met wijzigingen' if changed else ''}"


def report_year(dossier: Dossier, year: int) -> ReportYear:
    """The report year with this number. Raises `RiecError`: `year.unknown` naming the others, `year.none`."""
    found = views.year_of(dossier, year)
    if found is not None:
        return found
    known = ", ".join(str(one.year) for one in views.years(dossier) if one.year)
    raise RiecError("year.unknown", year=year, known=known) if known else RiecError("year.none")


def newest_year(dossier: Dossier) -> int:
    """The number of the newest report year. Raises `RiecError` (`year.none`)."""
    for one in views.years(dossier):
        if one.year:
            return one.year
    raise RiecError("year.none")


# --- On screen -------------------------------------------------------------------------------------------------------


def findings(dossier: Dossier, year: int) -> tuple[Finding, ...]:
    """What the checks notice in a year. Raises as `report_year`."""
    report_year(dossier, year)
    return check(dossier, year)


def preview(dossier: Dossier, year: int, options: ChapterOptions, today: date) -> str:
    """The chapter as one HTML document; its ids are the anchors of the blocks. Raises as `report_year`."""
    from riec_desktop.chapter import html

    return html.preview(_composed(dossier, year, options, today))


def _composed(dossier: Dossier, year: int, options: ChapterOptions, today: date, version: str = "") -> Chapter:
    noticed = weighty(check(dossier, year)) if options.findings_shown else ()
    sentences = tuple(one.sentence for one in noticed)
    return compose(dossier, report_year(dossier, year), options, sentences, made_on=today, version=version)


# --- Files -----------------------------------------------------------------------------------------------------------


def make_word(
    dossier: Dossier,
    request: WordRequest,
    today: date,
    progress: Progress,
    cancel: Cancel,
    *,
    office: Office | None = None,
) -> Made:
    """Write the chapter, and its PDF when that is asked; tell where, and what to know of it.

    A final chapter passes the gate first, whoever asks for it, and is made of what may be public. An office program
    that fails costs the exact pages and the PDF, never the document. Raises `Cancelled` before anything is written, or
    `RiecError`: as `report_year`, `final.blocked`, `template.…`, `file.…`.
    """
    shown = dossier
    if request.options.state is State.FINAL:
        report_year(dossier, request.year)
        require_clear(dossier, request.year)
        shown = public(dossier)
    laid = laid_out_chapter(shown, request, today, progress, cancel, office=office)
    path = _written(request.target, laid.docx, progress, cancel)
    pdf = _beside(path, laid.pdf) if request.pdf else None
    inspection, unchecked = _inspected(path, progress) if request.inspected else (None, ())
    progress(1.0, "Klaar")
    told = notes(request.template) if request.template else ()
    sent = _sent(dossier, request, laid.docx)
    told = (*laid.notes, *told, *unchecked)
    return Made(path=path, pdf=pdf, notes=told, inspection=inspection, changes=sent)


def laid_out_chapter(
    dossier: Dossier, request: WordRequest, today: date, progress: Progress, cancel: Cancel, *, office: Office | None
) -> Document:
    """The chapter as bytes, written nowhere. Raises as `make_word`, but for the gate and `file.…` of the target."""
    from riec_desktop.word import load_template, render_chapter

    step(progress, cancel, 0.0, "Hoofdstuk samenstellen")
    composed = _composed(dossier, request.year, request.options, today, request.version)
    step(progress, cancel, 0.1, "Sjabloon openen")
    template = load_template(request.template or data_file("templates", "riec.docx"))
    step(progress, cancel, 0.2, "Word-document maken")
    laying = Laying(exact_pages=request.exact_pages, pdf=request.pdf, office=office)
    marking = _marking(dossier, composed, request)
    return lay_out(composed, lambda chapter: render_chapter(chapter, template, marking), laying, progress, cancel)


def _marking(dossier: Dossier, composed: Chapter, request: WordRequest) -> "Marking | None":
    """The marks of a draft to send round."""
    from riec_desktop.workspace.word_sent import marking_of

    order = request.review if request.options.state is State.REVIEW else None
    return marking_of(dossier, composed, order, request.version) if order else None


def _sent(dossier: Dossier, request: WordRequest, docx: bytes) -> tuple[Change, ...]:
    """The changes that note what was sent round."""
    from riec_desktop.workspace.word_sent import sending

    order = request.review if request.options.state is State.REVIEW else None
    return sending(dossier, order, docx) if order else ()


def _inspected(path: Path, progress: Progress) -> tuple[Inspection | None, tuple[str, ...]]:
    """Check the file that was written; it is too late to stop. A check that fails is a note: the document is there."""
    progress(0.95, "Bestand controleren")
    try:
        return inspect_file(path), ()
    except RiecError as error:
        return None, (f"{UNCHECKED} {sentence(error)}",)


def _beside(document: Path, pdf: bytes) -> Path | None:
    """Write the PDF of a document, when there is one."""
    if not pdf:
        return None
    target = document.with_suffix(".pdf")
    replace_file(target, pdf)
    return target


def make_excel(dossier: Dossier, request: ExcelRequest, today: date, progress: Progress, cancel: Cancel) -> Path:
    """Write the overview and tell where. Raises `Cancelled` before anything is written, or `RiecError`."""
    step(progress, cancel, 0.0, "Gegevens verzamelen")
    report_year(dossier, request.year)
    step(progress, cancel, 0.4, "Excel-werkmap maken")
    workbook = overview(dossier, request.year, today, request.version)
    path = _written(request.target, workbook, progress, cancel)
    progress(1.0, "Klaar")
    return path


def overview(dossier: Dossier, year: int, today: date, version: str) -> bytes:
    """The overview as bytes, written nowhere. Raises as `report_year`."""
    from riec_desktop.excel.overview import overview_plan
    from riec_desktop.excel.render import render_workbook

    return render_workbook(overview_plan(dossier, report_year(dossier, year), today, version))


def _written(target: Path, data: bytes, progress: Progress, cancel: Cancel) -> Path:
    step(progress, cancel, 0.9, "Bestand opslaan")
    replace_file(target, data)
    return target


def default_name(dossier: Dossier, year: int, kind: DocumentKind, state: State = State.DRAFT) -> str:
    """A file name to suggest: 'Jaarverslag 2023 hoofdstuk 3.4 concept.docx' or 'Jaarverslag 2023 overzicht.xlsx'."""
    if kind == "excel":
        return f"Jaarverslag {year} overzicht.xlsx"
    number = file_name_part(report_year(dossier, year).number)
    return f"Jaarverslag {year} hoofdstuk {number} {state.value}.docx".replace("  ", " ")
