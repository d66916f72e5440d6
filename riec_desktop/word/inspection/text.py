"""Rules on plain paragraphs: no empty ones as white space, no rows of spaces and tabs."""

import re
from collections.abc import Iterator, Sequence

from riec_desktop.word.etree import W
from riec_desktop.word.inspection.flow import Flow, Paragraph
from riec_desktop.word.inspection.names import TABLE
from riec_desktop.word.inspection.opened import Document
from riec_desktop.word.inspection.remarks import Hit, tip, warning
from riec_desktop.word.inspection.styles import inner

_SPACES = re.compile(r"\S[ \u00a0]{4,}\S|^[ \u00a0]{4,}\S")
_MANY_TABS = 3


def empty_paragraphs(document: Document) -> Iterator[Hit]:
    """Microsoft, 'Avoid repeated blank characters': white space comes from styles."""
    for flow in document.flows:
        after_table = _after_tables(flow)
        for at, paragraph in enumerate(flow.paragraphs):
            if _is_spacing(paragraph) and not _must_be(flow, paragraph, after_table):
                yield _spacing_hit(flow.paragraphs, at)


def _is_spacing(paragraph: Paragraph) -> bool:
    ends_section = inner(paragraph.properties, "sectPr") is not None
    empty = not paragraph.text.strip() and not paragraph.drawn and not paragraph.level
    return empty and not ends_section and paragraph.frame is None


def _after_tables(flow: Flow) -> set[Paragraph]:
    """The paragraphs that Word needs: between two tables, and after one that ends the text."""
    needed: set[int] = set()
    for table in flow.tables:
        after = table.element.getnext()
        following = None if after is None else after.getnext()
        last = following is None or following.tag in {TABLE, f"{W}sectPr"}
        if after is not None and last:
            needed.add(id(after))
    return {paragraph for paragraph in flow.paragraphs if id(paragraph.element) in needed}


def _must_be(flow: Flow, paragraph: Paragraph, after_table: set[Paragraph]) -> bool:
    """Word wants a paragraph there; a header, footer or note without text has an empty one too."""
    return paragraph in after_table or len(flow.paragraphs) == 1


def _spacing_hit(paragraphs: Sequence[Paragraph], at: int) -> Hit:
    before = next((one for one in reversed(paragraphs[max(0, at - 3) : at]) if one.text.strip()), None)
    place = paragraphs[at].spot.place(before.text if before else "")
    place = place.replace(", alinea ", ", na alinea ") if before else place
    return warning(
        place,
        "Hier staat een lege regel als witruimte. Een schermlezer leest ‘leeg’ voor. Verwijder de regel en stel in "
        "Word de afstand na de alinea in, liefst in de stijl.",
    )


def spaces(document: Document) -> Iterator[Hit]:
    """Microsoft, 'Avoid repeated blank characters'."""
    for paragraph in document.paragraphs():
        if _SPACES.search(paragraph.text):
            yield warning(
                paragraph.place,
                "Hier staan vier of meer spaties achter elkaar. Een schermlezer leest ze voor. Gebruik een tab, "
                "inspringing of een tabel.",
            )


def tabs(document: Document) -> Iterator[Hit]:
    """Columns made with tabs are read as one line."""
    for paragraph in document.body.paragraphs:
        if paragraph.text.count("\t") > _MANY_TABS:
            yield tip(
                paragraph.place,
                "Deze regel heeft veel tabs. Is het eigenlijk een tabel? Maak er dan een tabel van: die is voor te "
                "lezen per cel.",
            )
