"""From a dossier to the chapter of one year: decides what stands where, in the order that the chapter has on paper.

Pure: the same dossier, choices and day give the same blocks. A block without content is left out with its heading.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from riec_desktop.chapter import phrases
from riec_desktop.chapter.annexes import annexes, findings_list
from riec_desktop.chapter.blocks import (
    Block,
    Chapter,
    Contents,
    ContentsEntry,
    Heading,
    PageBreak,
    Role,
    State,
)
from riec_desktop.chapter.bookmarks import bookmark
from riec_desktop.chapter.draft import Draft, GoalPart, anchor, chapter_level, goal_parts
from riec_desktop.chapter.goal import goal_section
from riec_desktop.chapter.opening import opening
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.chapter.page_numbers import with_pages
from riec_desktop.chapter.pages import pages
from riec_desktop.chapter.places import new_draft
from riec_desktop.chapter.promise_annex import promise_annex
from riec_desktop.chapter.prose import sentence
from riec_desktop.chapter.regional import regional_pages
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import Layout
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import long_date
from riec_desktop.dossier.records import Organisation, ReportYear
from riec_desktop.memory import without_collector

CONTENTS_TITLE = "Inhoud"
NAMELESS_CHAPTER = "Hoofdstuk zonder titel"


def compose(
    dossier: Dossier,
    year: ReportYear,
    options: ChapterOptions,
    findings: tuple[str, ...] = (),
    *,
    made_on: date,
    version: str = "",
) -> Chapter:
    """The chapter of one year. `findings` are sentences for the end of a draft; `version` stands in its header."""
    with without_collector():
        return _chapter(new_draft(dossier, year, options), findings, made_on, version)


def _chapter(draft: Draft, findings: tuple[str, ...], made_on: date, version: str) -> Chapter:
    dossier, year, options = draft.dossier, draft.year, draft.options
    return Chapter(
        year=year.year or made_on.year,
        number=draft.chapter_number,
        title=" ".join(part for part in (draft.chapter_number, _title(year)) if part),
        subject=_report_name(year),
        organisation=_organisation(dossier),
        header=_header(options, made_on, version),
        footer=year.footer or f"{_title(year)} {year.year or ''}".strip(),
        state=options.state,
        landscape=options.layout is Layout.LANDSCAPE,
        made_on=made_on,
        blocks=_with_front(draft, _body(draft, findings)),
    )


def _title(year: ReportYear) -> str:
    return year.title or NAMELESS_CHAPTER


def _report_name(year: ReportYear) -> str:
    return f"Jaarverslag {year.year}" if year.year else "Jaarverslag"


def _organisation(dossier: Dossier) -> str:
    own = dossier.get(Organisation, views.settings(dossier).organisation_id)
    return own.name if own and own.name else "RIEC-LIEC"


def _header(options: ChapterOptions, made_on: date, version: str) -> str:
    """'CONCEPT, 24 november 2026, versie 3'; nothing above a final document, or where nobody wants the mark."""
    if options.state is State.FINAL or not options.draft_mark:
        return ""
    parts = (options.state.value.upper(), phrases.unbroken_date(long_date(made_on)), version)
    return ", ".join(part for part in parts if part)


# --- Body ------------------------------------------------------------------------------------------------------------


def _body(draft: Draft, findings: Sequence[str]) -> tuple[Block, ...]:
    """Everything but the title of the report and the contents."""
    parts = goal_parts(draft.dossier, draft.year)
    regional = tuple(regional_pages(draft)) if draft.options.regional_pages else ()
    body = [*regional, chapter_heading(draft), *_text(draft, parts)]
    if draft.options.annexes:
        body += annexes(draft, parts)
    if draft.options.promises:
        body += promise_annex(draft, parts)
    if draft.options.findings_shown and draft.options.state is not State.FINAL:
        body += findings_list(draft, findings)
    return tuple(body)


def chapter_heading(draft: Draft) -> Heading:
    """'3.4 Versterking RIEC-LIEC-bestel'."""
    return Heading(
        level=chapter_level(draft),
        text=_title(draft.year),
        number=draft.chapter_number,
        bookmark=bookmark("h", draft.year.id),
        anchor=anchor(draft.year, "title"),
    )


def _text(draft: Draft, parts: Sequence[GoalPart]) -> list[Block]:
    text = [*opening(draft, parts)] if draft.options.opening else []
    for part in parts:
        text += goal_section(draft, part)
    return text or [sentence(phrases.nothing_yet(draft.year_name), anchor(draft.year, "opening"), Role.NOTICE)]


# --- Front and page numbers ------------------------------------------------------------------------------------------


def _with_front(draft: Draft, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """Title, contents and body, with page numbers where they are named.

    The contents takes up room itself: it is measured with as many lines as it will have.
    """
    blocks = (*_report_title(draft), *_contents(draft, body), *body)
    if not (draft.options.contents or draft.counts.names_pages):
        return blocks
    found = dict(pages(blocks, draft.options.layout))
    return with_pages(blocks, found) if draft.counts.names_pages else with_pages(blocks[:2], found) + blocks[2:]


def _report_title(draft: Draft) -> Iterator[Block]:
    """'Jaarverslag 2023', one level above the chapter, which begins at level 1 only when it is the whole report."""
    if draft.options.report_title:
        yield Heading(
            level=max(1, chapter_level(draft) - 1),
            text=_report_name(draft.year),
            bookmark=bookmark("j", draft.year.id),
            anchor=anchor(draft.year, "year"),
        )


def _contents(draft: Draft, body: Iterable[Block]) -> Iterator[Block]:
    """The contents, which does not list the title above it, and the end of its page."""
    if draft.options.contents:
        entries = tuple(_entry(one) for one in body if isinstance(one, Heading))
        yield Contents(title=CONTENTS_TITLE, entries=entries)
        yield PageBreak()


def _entry(heading: Heading) -> ContentsEntry:
    return ContentsEntry(
        level=heading.level, number=heading.number, text=heading.text, bookmark=heading.bookmark, page=1
    )
