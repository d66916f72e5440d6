"""Reading a draft that came back, as a use case: the file in a child process, then beside what was sent.

A document that lost its manifest, as one that went through another program, is known by its marks or its words.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from riec_desktop.chapter.bookmarks import field_hash
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import ChapterOptions, default_options
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear, ReviewDocument
from riec_desktop.errors import RiecError
from riec_desktop.paths import data_file
from riec_desktop.word import load_template, render_chapter
from riec_desktop.word.marking import tag_stem
from riec_desktop.word.reading.document import read_document
from riec_desktop.word.reading.read import Manifest, ReadDocument
from riec_desktop.word.reading.reader import read_draft
from riec_desktop.workspace.review import Incoming
from riec_desktop.workspace.word_back import draft_proposals, kept_of
from riec_desktop.workspace.word_sent import Sent, frame_line, record_of, unpacked
from riec_desktop.workspace.word_year import year_proposals

_ENOUGH = 0.3
"""The part of the lines of a draft by which a document without marks is known as that draft."""
_SOME_DAY = date(2000, 1, 1)


def read_back(dossier: Dossier, path: Path, own_id: str = "") -> Incoming:
    """What a draft brings, for review. Raises `RiecError`: `file.…`, `draft.…`."""
    return proposals_of(dossier, read_draft(path), path.name, own_id)


def read_year(dossier: Dossier, path: Path, year: int) -> Incoming:
    """What the chapter of an earlier year brings, for review.

    Raises `RiecError`: `file.…`, `draft.…`, also `draft.nothing` when no text in it is of any use.
    """
    found = year_proposals(dossier, read_draft(path), year, path.name)
    if not found.proposals:
        raise RiecError("draft.nothing", file=path.name)
    return found


def likely_year(dossier: Dossier, path: Path) -> int:
    """The year that a chapter is probably about: the one in the name of its file, else the one before the first."""
    named = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", path.stem)
    known = [one.year for one in dossier.all(ReportYear) if one.year]
    return int(named[0]) if named else min(known, default=_SOME_DAY.year + 1) - 1


def proposals_of(dossier: Dossier, document: ReadDocument, origin: str, own_id: str = "") -> Incoming:
    """What a document that was read brings. Raises `RiecError` (`draft.no_marks`) when it is no draft of ours."""
    manifest = document.manifest or _known_by_content(dossier, document)
    if manifest is None:
        raise RiecError("draft.no_marks", file=origin)
    sent = kept_of(dossier, manifest) or _what_we_would_write(dossier, manifest, document)
    return draft_proposals(dossier, document, manifest, sent, origin, own_id=own_id)


def _what_we_would_write(dossier: Dossier, manifest: Manifest, document: ReadDocument) -> Sent | None:
    """Every line that the program could write in the chapter of a year: what was sent is not known any more.

    Of the lines around the pages, which say the day and the version, those count that nobody has added to.
    """
    year = dossier.first(ReportYear, "year", manifest.year)
    if year is None:
        return None
    house = default_options(dossier)
    options: ChapterOptions = replace(
        house,
        questions_shown=True,
        annexes=True,
        promises=True,
        persons_shown=True,
        report_ids=_reports_in(dossier, manifest),
    )
    lines = [frame_line(one) for one in document.paras if one.part and one.text == one.before]
    for chosen in (options, replace(options, questions_shown=False, persons_shown=False)):
        chapter = compose(dossier, year, chosen, made_on=_SOME_DAY)
        made = render_chapter(chapter, load_template(data_file("templates", "riec.docx")))
        lines += [frame_line(one) for one in read_document(made).paras]
    return Sent(texts={}, frame=tuple(lines))


def _reports_in(dossier: Dossier, manifest: Manifest) -> tuple[str, ...]:
    """The portfolios that a draft is about."""
    records = (record_of(dossier, (one[0], one[1], one[2])) for one in manifest.texts.values())
    owners = (str(getattr(one, "report_id", None) or "") for one in records)
    return tuple(dict.fromkeys(one for one in owners if one))


# --- A document without its manifest ---------------------------------------------------------------------------------


def _known_by_content(dossier: Dossier, document: ReadDocument) -> Manifest | None:
    """The draft of ours that this document is, by its controls and bookmarks, else by its lines."""
    tags = {one.tag.rpartition(":")[0] for para in document.paras for one in para.stretches if one.tag}
    marks = {one.bookmark.rpartition("_")[2] for para in document.paras for one in para.stretches if one.bookmark}
    lines = {frame_line(para) for para in document.paras}
    best, found = 0.0, None
    for record in sorted(dossier.all(ReviewDocument), key=lambda one: one.version):
        sent = unpacked(record.content)
        score = _likeness(sent, tags, marks, lines) if sent else 0.0
        if score >= max(best, _ENOUGH):
            best, found = score, record
    return _manifest(dossier, found) if found else None


def _likeness(sent: Sent, tags: set[str], marks: set[str], lines: set[str]) -> float:
    """How much of what was sent is in a document, from 0 to 1."""
    keys = sent.texts.keys()
    marked = sum(tag_stem(key) in tags or field_hash(*key) in marks for key in keys) / max(1, len(keys))
    written = {" ".join(para.text.split()) for text in sent.texts.values() for para in text.paras}
    return max(marked, len(written & lines) / max(1, len(written)))


def _manifest(dossier: Dossier, record: ReviewDocument) -> Manifest:
    year = dossier.get(ReportYear, record.year_id)
    number = (year.year or 0) if year else 0
    return Manifest(document_id=record.id, dossier_id="", version=record.version, year=number, texts={})
