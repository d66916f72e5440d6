"""The true page numbers of a chapter: an office program lays it out, and what it found goes into the chapter.

The numbers that go in can move a line and so a heading; therefore the chapter is laid out again until what stands in it
is what is found, a few times at most.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from riec_desktop.chapter.blocks import Block, Chapter, Contents, Heading
from riec_desktop.chapter.page_numbers import names_pages, with_pages
from riec_desktop.office import Conversion, bookmark_pages, heading_pages, page_count

MOST_PASSES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A chapter as a document, the conversion of that very document, and whether all its page numbers are true."""

    docx: bytes
    conversion: Conversion
    exact: bool


def laid_out(
    chapter: Chapter, render: Callable[[Chapter], bytes], convert: Callable[[bytes, int], Conversion], number: int = 0
) -> Laid:
    """Render and convert until the page numbers in the chapter are those of the PDF, at most `MOST_PASSES` times.

    `convert` gets the document and the `number` of the pass, from 0; what it raises goes on.
    """
    docx = render(chapter)
    conversion = convert(docx, number)
    found = with_counted(chapter, pages_in(chapter, conversion.pdf), page_count(conversion.pdf))
    if found != chapter and number + 1 < MOST_PASSES:
        return laid_out(found, render, convert, number + 1)
    return Laid(docx=docx, conversion=conversion, exact=found == chapter and not is_estimated(chapter))


# --- What was found --------------------------------------------------------------------------------------------------


def pages_in(chapter: Chapter, pdf: bytes) -> Mapping[str, int]:
    """The pages of the bookmarks of a chapter in its PDF.

    LibreOffice writes bookmarks into it; Word writes the headings, which are recognised by their texts in their order.
    """
    return bookmark_pages(pdf) or by_titles(chapter, heading_pages(pdf))


def by_titles(chapter: Chapter, outline: tuple[tuple[str, int | None], ...]) -> Mapping[str, int]:
    """The pages of the headings, from an outline with their titles; a heading that is not in it is left out."""
    found: dict[str, int] = {}
    start = 0
    for heading in (one for one in chapter.blocks if isinstance(one, Heading)):
        at = next((at for at in range(start, len(outline)) if _is_title_of(outline[at][0], heading)), None)
        if at is None:
            continue
        start, page = at + 1, outline[at][1]
        if page is not None:
            found[heading.bookmark] = page
    return found


def _is_title_of(title: str, heading: Heading) -> bool:
    """The title may have the number before it, and other spaces."""
    return " ".join(title.split()).endswith(" ".join(heading.text.split()))


# --- Into the chapter ------------------------------------------------------------------------------------------------


def with_counted(chapter: Chapter, pages: Mapping[str, int], count: int) -> Chapter:
    """The chapter with these pages by bookmark in its contents and its references, and so many pages in all.

    What no page is known of keeps its number, and then the contents is still an estimate.
    """
    blocks = tuple(_marked(one, pages) for one in with_pages(chapter.blocks, pages))
    return replace(chapter, blocks=blocks, page_count=count)


def _marked(block: Block, pages: Mapping[str, int]) -> Block:
    if not isinstance(block, Contents):
        return block
    return replace(block, estimated=not all(one.bookmark in pages for one in block.entries))


# --- Whether it is true ----------------------------------------------------------------------------------------------


def is_estimated(chapter: Chapter) -> bool:
    """Whether page numbers stand in the chapter that nobody counted."""
    return contents_estimated(chapter) or references_estimated(chapter)


def contents_estimated(chapter: Chapter) -> bool:
    """Whether the contents has page numbers that nobody counted."""
    return any(one.estimated and one.entries for one in chapter.blocks if isinstance(one, Contents))


def references_estimated(chapter: Chapter) -> bool:
    """Whether the text names pages that nobody counted."""
    return not chapter.page_count and names_pages(chapter.blocks)
