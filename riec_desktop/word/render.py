"""A chapter as a Word document: blocks in, the bytes of a DOCX file out.

Pure: the same chapter and template give the same bytes. The text of the document is written by one function per kind
of block and joined once; everything else comes packed from the template.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import cast

from riec_desktop.chapter.blocks import (
    Block,
    Callout,
    Chapter,
    Chart,
    Contents,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Table,
)
from riec_desktop.chapter.memory import without_collector
from riec_desktop.word import sections
from riec_desktop.word.contents import write_contents
from riec_desktop.word.figures import write_chart, write_picture
from riec_desktop.word.job import Job, paragraph_starts, targets
from riec_desktop.word.lists import Lists, heading_levels, numbering_part
from riec_desktop.word.package import Packed, in_order, pack, pack_text, write_package
from riec_desktop.word.paragraphs import write_callout, write_heading, write_list_item, write_paragraph
from riec_desktop.word.properties import app_part, core_part
from riec_desktop.word.relations import content_types, document_relations, package_relations
from riec_desktop.word.tables import write_table
from riec_desktop.word.template import Page, Template, read_template

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DOCUMENT = "word/document.xml"
_START = f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}" xmlns:wp="{_WP}"><w:body>'
_END = "</w:body></w:document>"

Writer = Callable[[Block, Job], str]

_WRITERS = cast(
    "dict[type[Block], Writer]",
    {
        Heading: write_heading,
        Paragraph: write_paragraph,
        ListItem: write_list_item,
        Table: write_table,
        Chart: write_chart,
        Picture: write_picture,
        Callout: write_callout,
        Contents: write_contents,
    },
)


def render_chapter(chapter: Chapter, template: bytes) -> bytes:
    """The chapter as a DOCX file in the looks of the template.

    Raises what `read_template` raises for a template that cannot be used.
    """
    with without_collector():
        return _rendered(chapter, read_template(template))


def _rendered(chapter: Chapter, house: Template) -> bytes:
    page = sections.turned(house.page) if chapter.landscape else house.page
    job = _job(chapter, house, page)
    document = pack_text(_DOCUMENT, _document(chapter, job, page))
    texts = {
        house.numbering_part: numbering_part(house.numbering, heading_levels(chapter.blocks), job.lists.instances),
        sections.FOOTER_PART: sections.footer_part(chapter, house, page, _last_page(chapter)),
        "docProps/core.xml": core_part(chapter),
        "docProps/app.xml": app_part(chapter),
        "word/_rels/document.xml.rels": document_relations(
            house, job.links, job.attachments.relations, header=bool(chapter.header)
        ),
        "_rels/.rels": package_relations(),
    }
    if chapter.header:
        texts[sections.HEADER_PART] = sections.header_part(chapter, house, page)
    carried = {part.name: part for part in job.attachments.parts}
    texts["[Content_Types].xml"] = content_types(house, (_DOCUMENT, *texts, *carried))
    return _packed({**house.parts, _DOCUMENT: document, **carried}, texts)


def _packed(parts: Mapping[str, Packed], texts: Mapping[str, str]) -> bytes:
    own = {
        name: pack(name, (text if text.startswith("<?xml") else _HEAD + text).encode()) for name, text in texts.items()
    }
    return write_package(in_order({**parts, **own}))


def _job(chapter: Chapter, house: Template, page: Page) -> Job:
    places = targets(chapter.blocks)
    return Job(
        template=house,
        styles=paragraph_starts(house),
        targets=places,
        numbers={place.number.rstrip("."): name for name, place in places.items() if place.number},
        lists=Lists(house.numbering.free_instance),
        width=sections.column_width(page, _columns(chapter)),
        full_width=sections.text_width(page),
        height=sections.text_height(page),
        link_style=house.id("Hyperlink"),
    )


def _columns(chapter: Chapter) -> int:
    return 2 if chapter.landscape else 1


def _last_page(chapter: Chapter) -> int:
    """How many pages there are; when nobody counted them, the highest number of the contents is the best guess."""
    contents = (block for block in chapter.blocks if isinstance(block, Contents))
    return chapter.page_count or max((entry.page for block in contents for entry in block.entries), default=1)


def _document(chapter: Chapter, job: Job, page: Page) -> Iterator[str]:
    """The document part: what goes in columns and what goes across them, each stretch in a section of its own.

    One block is held back, because the last one of a stretch carries the properties of its section.
    """
    yield _START
    first = True
    columns, held = _columns(chapter), ""
    for needed, xml in _written(chapter.blocks, job, columns):
        if needed != columns and held:
            yield sections.closing(held, sections.section(page, columns, first=first, header=bool(chapter.header)))
            first = False
        else:
            yield held
        columns, held = needed, xml
    yield sections.ending(held or "<w:p/>", sections.section(page, columns, first=first, header=bool(chapter.header)))
    yield _END


def _written(blocks: Iterable[Block], job: Job, columns: int) -> Iterator[tuple[int, str]]:
    """Each block as XML, with the number of columns that it stands in."""
    new_page = False
    before: Block | None = None
    for block in blocks:
        if isinstance(block, PageBreak):
            new_page = True
            continue
        xml = _WRITERS[type(block)](block, job)
        yield 1 if _across(block, before) else columns, sections.on_new_page(xml) if new_page else xml
        new_page = False
        job.after_table = isinstance(block, Table)
        before = block


def _across(block: Block, before: Block | None) -> bool:
    """Whether a block goes across the columns: the contents, a wide table, and the source of a wide table."""
    if isinstance(block, Paragraph) and block.role is Role.SOURCE and before:
        return _across(before, None)
    return isinstance(block, Contents) or (isinstance(block, Table | Chart | Picture) and block.wide)
