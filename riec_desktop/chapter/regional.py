"""The regional pages before the chapter: a part per RIEC, with the programme that it is about."""

from collections.abc import Iterator

from riec_desktop.chapter.blocks import Block, Heading, PageBreak
from riec_desktop.chapter.bookmarks import bookmark
from riec_desktop.chapter.draft import Draft, anchor, chapter_level
from riec_desktop.chapter.facts import fact_line, one_line
from riec_desktop.chapter.pages import MEASURES, height
from riec_desktop.chapter.phrases import period_of_years
from riec_desktop.chapter.prose import prose
from riec_desktop.dossier.records import Organisation, Programme, RegionalSection
from riec_desktop.dossier.views import regional_sections


def regional_pages(draft: Draft) -> Iterator[Block]:
    """Every regional section that has text; a short one follows the one before it where it fits on the same page."""
    measures = MEASURES[draft.options.layout]
    used = 0.0
    for section in regional_sections(draft.dossier, draft.year):
        blocks = tuple(regional_section(draft, section))
        needed = sum(height(block, measures) for block in blocks)
        if used and blocks and used + needed > measures.lines:
            yield PageBreak()
            used = 0.0
        yield from blocks
        used += needed
    if used:
        yield PageBreak()


def regional_section(draft: Draft, section: RegionalSection) -> Iterator[Block]:
    """The heading of the organisation, its programme in a line, its text; nothing without text."""
    text = prose(draft, section, "text")
    if not text:
        return
    organisation = draft.dossier.get(Organisation, section.organisation_id)
    yield Heading(
        level=chapter_level(draft),
        text=organisation.name if organisation and organisation.name else "Regionale bijdrage",
        bookmark=bookmark("r", section.id),
        anchor=anchor(section, "organisation_id"),
    )
    programme = draft.dossier.get(Programme, section.programme_id)
    if programme:
        yield from _programme(programme)
    yield from text


def _programme(programme: Programme) -> Iterator[Block]:
    years = period_of_years(programme.first_year, programme.last_year)
    name = f"{programme.name} ({years})" if programme.name and years else programme.name
    yield from fact_line(programme, "name", ("Programma", name), ("Voorloper", programme.predecessor))
    yield from fact_line(programme, "focus", ("Richt zich op", one_line(programme.focus)))
    yield from fact_line(programme, "method", ("Werkwijze", one_line(programme.method)))
