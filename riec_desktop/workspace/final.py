"""The final documents of a year, made together: chapter, overview, report of the checks, and the file for the archive.

Everything is made and looked at in memory first. Only when the gate is clear and nothing that must not go out is in
any of the files, they are written, all of them or none, and opened again: what lies there is what was checked.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from riec_desktop.chapter.blocks import State
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.checks.kinds import hidden_kinds
from riec_desktop.checks.own_rules import own_rules
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Organisation
from riec_desktop.errors import RiecError
from riec_desktop.files import REAL, FileSystem
from riec_desktop.office import Office
from riec_desktop.paths import data_file
from riec_desktop.severity import Severity
from riec_desktop.word.inspection.remarks import Inspection, Remark
from riec_desktop.workspace.documents import (
    WordRequest,
    default_name,
    laid_out_chapter,
    overview,
    report_year,
)
from riec_desktop.workspace.final_report import Checked, report
from riec_desktop.workspace.gate import Gate, require_clear, still_to_agree
from riec_desktop.workspace.inspection import told_discreetly
from riec_desktop.workspace.layout import Document
from riec_desktop.workspace.progress import Cancel, Progress, step
from riec_desktop.workspace.public import public
from riec_desktop.workspace.sidecar import Described, sidecar
from riec_desktop.workspace.templates import notes
from riec_desktop.workspace.together import replace_together
from riec_desktop.workspace.traces import Here, pictures_with_more, traces, traces_in_pdf

_MUST_BE_CLEAN = ("final.", "file.", "pictures.clean")
"""Points on which nothing may be wrong; the others are told in the report, for a template can be the cause."""
_NEVER = frozenset({"final.editing", "final.bullets", "final.properties"})
"""Advice about a document of somebody else, but nothing that we write has it."""
_CHAPTER = 0.6
"""How much of the work the chapter is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalRequest:
    """Which year, how, in which template (None: ours), into which folder. `here` are names that must not go along."""

    year: int
    options: ChapterOptions
    folder: Path
    here: Here
    dossier_id: str
    version: str = ""
    template: Path | None = None
    exact_pages: bool = True
    pdf: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalMade:
    """The files that were written, the chapter first, and what to know of them. `inspection` is that of the chapter.

    `to_agree` says which portfolios nobody agreed on yet, '' for none.
    """

    files: tuple[Path, ...]
    gate: Gate
    to_agree: str
    notes: tuple[str, ...]
    inspection: Inspection


@dataclass(frozen=True, slots=True)
class _Names:
    """The file names of a year."""

    chapter: str
    pdf: str
    overview: str
    report: str
    sidecar: str


def _names(dossier: Dossier, year: int) -> _Names:
    chapter = default_name(dossier, year, "word", State.FINAL)
    return _Names(
        chapter=chapter,
        pdf=f"{chapter.removesuffix('.docx')}.pdf",
        overview=f"Jaarverslag {year} overzicht definitief.xlsx",
        report=f"Jaarverslag {year} controleverslag.docx",
        sidecar=f"Jaarverslag {year} metagegevens.json",
    )


def final_files(dossier: Dossier, request: FinalRequest) -> tuple[Path, ...]:
    """The files that will be written. Raises as `report_year`."""
    names = _names(dossier, request.year)
    pdf = (names.pdf,) if request.pdf else ()
    return tuple(request.folder / one for one in (names.chapter, *pdf, names.overview, names.report, names.sidecar))


def make_final(
    dossier: Dossier,
    request: FinalRequest,
    now: datetime,
    progress: Progress,
    cancel: Cancel,
    *,
    office: Office | None = None,
    fs: FileSystem = REAL,
) -> FinalMade:
    """Make, check and write them. Raises `Cancelled` before anything is written, or `RiecError`.

    As `report_year`, `final.blocked`, `final.not_clean`, `template.…`, `picture.…`, `file.…`.
    """
    report_year(dossier, request.year)
    step(progress, cancel, 0.0, "Controleren of alles klaar is")
    gate = require_clear(dossier, request.year)
    making = _Making(dossier, public(dossier), request, now)
    laid = making.chapter(progress, cancel, office)
    step(progress, cancel, _CHAPTER, "Excel-overzicht maken")
    documents = making.documents(laid)
    step(progress, cancel, 0.8, "Documenten controleren")
    known = frozenset(one.words for one, _ in gate.accepted if one.words)
    inspections = _inspected(documents, request.here, known)
    whole = making.with_report(documents, inspections, gate)
    step(progress, cancel, 0.9, "Bestanden opslaan")
    request.folder.mkdir(parents=True, exist_ok=True)
    replace_together({request.folder / name: data for name, data in whole.items()}, fs)
    progress(1.0, "Klaar")
    told = notes(request.template) if request.template else ()
    return FinalMade(
        files=tuple(request.folder / name for name in whole),
        gate=gate,
        to_agree=still_to_agree(dossier, gate),
        notes=(*laid.notes, *told),
        inspection=inspections[making.names.chapter],
    )


class _Making:
    """The documents of one request, in memory."""

    def __init__(self, whole: Dossier, shown: Dossier, request: FinalRequest, now: datetime) -> None:
        """`whole` is what was checked, `shown` what may go out of it."""
        self._whole = whole
        self._shown = shown
        self._request = request
        self._now = now
        self.names = _names(shown, request.year)

    def chapter(self, progress: Progress, cancel: Cancel, office: Office | None) -> Document:
        """The chapter, with its PDF when that is asked and can be."""
        request = self._request
        wanted = WordRequest(
            year=request.year,
            options=replace(request.options, state=State.FINAL, findings_shown=False),
            version=request.version,
            template=request.template,
            target=request.folder / self.names.chapter,
            exact_pages=request.exact_pages,
            pdf=request.pdf,
        )
        today = self._now.date()

        def part(done: float, doing: str) -> None:
            progress(done * _CHAPTER, doing)

        return laid_out_chapter(self._shown, wanted, today, part, cancel, office=office)

    def documents(self, laid: Document) -> dict[str, bytes]:
        """The documents by file name, the chapter first."""
        workbook = overview(self._shown, self._request.year, self._now.date(), self._request.version)
        pdf = {self.names.pdf: laid.pdf} if self._request.pdf and laid.pdf else {}
        return {self.names.chapter: laid.docx, **pdf, self.names.overview: workbook}

    def with_report(
        self, documents: Mapping[str, bytes], inspections: Mapping[str, Inspection], gate: Gate
    ) -> dict[str, bytes]:
        """The documents with the report on them and the file for the archive, which is the last."""
        from riec_desktop.word import load_template, render_chapter

        year, request = report_year(self._shown, self._request.year), self._request
        title = f"Jaarverslag {request.year}, hoofdstuk {year.number} {year.title}".rstrip()
        own = self._shown.get(Organisation, views.settings(self._shown).organisation_id)
        organisation = own.name if own and own.name else "RIEC-LIEC"
        checked = Checked(
            title=title,
            organisation=organisation,
            year=request.year,
            version=request.version,
            made_at=self._now,
            gate=gate,
            to_agree=still_to_agree(self._whole, gate),
            own=own_rules(self._whole),
            left_out=hidden_kinds(self._whole),
            files=documents,
            inspections=inspections,
        )
        about = Described(
            title=title,
            organisation=organisation,
            year=request.year,
            version=request.version,
            dossier_id=request.dossier_id,
            made_at=self._now,
        )
        house = load_template(data_file("templates", "riec.docx"))
        told = {**documents, self.names.report: render_chapter(report(checked), house)}
        return {**told, self.names.sidecar: sidecar(about, told)}


# --- Looking at what was made ----------------------------------------------------------------------------------------


def _inspected(documents: Mapping[str, bytes], names: Here, known: Collection[str]) -> dict[str, Inspection]:
    """What was found in each Office file, without what is `known` to point to a person.

    Raises `RiecError` (`final.not_clean`) for what must not go out.
    """
    for name, data in documents.items():
        if name.endswith(".pdf") and (wrong := next(traces_in_pdf(data, names), "")):
            raise RiecError("final.not_clean", file=name, first=wrong)
    offices = {name: data for name, data in documents.items() if not name.endswith(".pdf")}
    found = {name: told_discreetly(_inspection(name, data), known) for name, data in offices.items()}
    for name, inspection in found.items():
        wrong = next(_unclean(documents[name], inspection, names), "")
        if wrong:
            raise RiecError("final.not_clean", file=name, first=wrong)
    return found


def _unclean(data: bytes, inspection: Inspection, names: Here) -> Iterator[str]:
    yield from traces(data, names)
    yield from pictures_with_more(data)
    for one in inspection.remarks:
        is_error = one.severity is Severity.ERROR and one.code.startswith(_MUST_BE_CLEAN)
        if is_error or one.code in _NEVER:
            yield one.reason


def _inspection(name: str, data: bytes) -> Inspection:
    from riec_desktop.excel.inspection import inspect_workbook
    from riec_desktop.word.inspection import inspect_document

    if name.endswith(".docx"):
        return inspect_document(data, final=True)
    points, noticed = inspect_workbook(data)
    remarks = (
        Remark(code=one.code, severity=one.severity, place="in de werkmap", reason=one.sentence) for one in noticed
    )
    return Inspection(final=True, points=points, remarks=tuple(remarks))
