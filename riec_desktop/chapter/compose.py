"""From a dossier to the chapter of one year: decides what stands where, in the order that the chapter has on paper.

Pure: the same dossier, choices and day give the same blocks. A block without content is left out with its heading.
"""

from collections.abc import Sequence
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
from riec_desktop.chapter.memory import without_collector
from riec_desktop.chapter.opening import opening
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.chapter.pages import pages
from riec_desktop.chapter.prose import sentence
from riec_desktop.chapter.regional import regional_pages
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import Layout
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised, long_date
from riec_desktop.dossier.records import Organisation, ReportYear

CONTENTS_TITLE = "Inhoud"
NAMELESS_CHAPTER = "Hoofdstuk zonder titel"


def compose(
    dossier: Dossier,
    year: ReportYear,
    options: ChapterOptions,
    findings: tuple[str, ...] = (),
    *,
    made_on: date,
) -> Chapter:
    """The chapter of one year. `findings` are sentences for the end of a draft."""
    with without_collector():
        return _chapter(Draft(dossier=dossier, year=year, options=options), findings, made_on)


def _chapter(draft: Draft, findings: tuple[str, ...], made_on: date) -> Chapter:
    dossier, year, options = draft.dossier, draft.year, draft.options
    return Chapter(
        year=year.year or made_on.year,
        number=draft.chapter_number,
        title=" ".join(part for part in (draft.chapter_number, _title(year)) if part),
        subject=f"Jaarverslag {draft.year_name}" if year.year else "Jaarverslag",
        organisation=_organisation(dossier),
        header=_header(options.state, made_on),
        footer=year.footer or f"{_title(year)} {year.year or ''}".strip(),
        state=options.state,
        landscape=options.layout is Layout.LANDSCAPE,
        made_on=made_on,
        blocks=_with_contents(draft, _body(draft, findings)),
    )


def _title(year: ReportYear) -> str:
    return year.title or NAMELESS_CHAPTER


def _organisation(dossier: Dossier) -> str:
    own = dossier.get(Organisation, views.settings(dossier).organisation_id)
    return own.name if own and own.name else "RIEC-LIEC"


def _header(state: State, made_on: date) -> str:
    """'Concept, 24 november 2026'; nothing above a final document."""
    if state is State.FINAL:
        return ""
    return f"{capitalised(state.value)}, {phrases.unbroken_date(long_date(made_on))}"


def _body(draft: Draft, findings: Sequence[str]) -> tuple[Block, ...]:
    """Everything but the contents."""
    parts = goal_parts(draft.dossier, draft.year)
    regional = tuple(regional_pages(draft)) if draft.options.regional_pages else ()
    body = [*regional, chapter_heading(draft), *_text(draft, parts)]
    if draft.options.annexes:
        body += annexes(draft, parts)
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
    text = [*opening(draft, parts)]
    for part in parts:
        text += goal_section(draft, part)
    return text or [sentence(phrases.nothing_yet(draft.year_name), anchor(draft.year, "opening"), Role.NOTICE)]


def _with_contents(draft: Draft, body: tuple[Block, ...]) -> tuple[Block, ...]:
    if not draft.options.contents:
        return body
    contents = _contents(body, draft.options.layout)
    return (contents, PageBreak(), *body)


def _contents(body: tuple[Block, ...], layout: Layout) -> Contents:
    """The contents, which takes up room itself: it is measured with as many lines as it will have."""
    blank = Contents(title=CONTENTS_TITLE, entries=tuple(_entry(one, 1) for one in body if isinstance(one, Heading)))
    found = pages((blank, PageBreak(), *body), layout)
    return Contents(title=CONTENTS_TITLE, entries=tuple(_entry(heading, page) for heading, page in found))


def _entry(heading: Heading, page: int) -> ContentsEntry:
    return ContentsEntry(
        level=heading.level, number=heading.number, text=heading.text, bookmark=heading.bookmark, page=page
    )
