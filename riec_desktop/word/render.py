"""A chapter as a Word document: blocks in, the bytes of a DOCX file out.

Pure: the same chapter and template give the same bytes. The text of the document is written by one function per kind
of block and joined once; everything else comes packed from the template.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
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
from riec_desktop.memory import without_collector
from riec_desktop.word import sections
from riec_desktop.word.contents import write_contents
from riec_desktop.word.figures import write_chart, write_picture
from riec_desktop.word.job import Job, paragraph_starts, targets
from riec_desktop.word.lists import Lists, heading_levels, numbering_part
from riec_desktop.word.marking import Marking, manifest_parts, new_marks
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


def render_chapter(chapter: Chapter, template: bytes, marking: Marking | None = None) -> bytes:
    """The chapter as a DOCX file in the looks of the template; with a marking it is a draft that can be read back.

    Raises what `read_template` raises for a template that cannot be used.
    """
    with without_collector():
        return _rendered(chapter, read_template(template), marking)


def _rendered(chapter: Chapter, house: Template, marking: Marking | None) -> bytes:
    page = sections.turned(house.page) if chapter.landscape else house.page
    job = _job(chapter, house, page, marking)
    document = pack_text(_DOCUMENT, _document(chapter, job, page))
    if marking is not None:
        _attach(job, house, marking)
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


def _attach(job: Job, house: Template, marking: Marking) -> None:
    parts, relation = manifest_parts(marking, house.parts)
    job.attachments.parts += parts
    job.attachments.relations.append(relation)


def _packed(parts: Mapping[str, Packed], texts: Mapping[str, str]) -> bytes:
    own = {
        name: pack(name, (text if text.startswith("<?xml") else _HEAD + text).encode()) for name, text in texts.items()
    }
    return write_package(in_order({**parts, **own}))


def _job(chapter: Chapter, house: Template, page: Page, marking: Marking | None) -> Job:
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
        marks=new_marks(chapter.blocks, marking),
    )


def _columns(chapter: Chapter) -> int:
    return 2 if chapter.landscape else 1


def _last_page(chapter: Chapter) -> int:
    """How many pages there are; when nobody counted them, the highest number of the contents is the best guess."""
    contents = (block for block in chapter.blocks if isinstance(block, Contents))
    return chapter.page_count or max((entry.page for block in contents for entry in block.entries), default=1)


def _document(chapter: Chapter, job: Job, page: Page) -> Iterator[str]:
    """The document part: what goes in columns and what goes across them, each stretch in a section of its own.

    One block is held back, because the last one of a stretch carries the properties of its section. In columns a new
    page begins a section too: readers do not agree on page breaks inside columns.
    """
    yield _START
    header, sided = bool(chapter.header), _columns(chapter) > 1
    kind, columns, held = sections.FIRST, _columns(chapter), ""
    for (needed, new_page), xml in zip(_places(chapter), _written(chapter.blocks, job, paged=not sided), strict=True):
        if held and (needed != columns or (new_page and sided)):
            yield sections.closing(held, sections.section(page, columns, kind, header=header))
            kind = sections.NEW_PAGE if new_page else sections.SAME_PAGE
        else:
            yield held
        columns, held = needed, xml
    yield sections.ending(held or "<w:p/>", sections.section(page, columns, kind, header=header))
    yield _END


def _written(blocks: Iterable[Block], job: Job, *, paged: bool) -> Iterator[str]:
    """Each block but page breaks as XML; `paged`: with the break to a new page in it."""
    new_page = False
    for block, following in pairwise((*blocks, PageBreak())):
        if isinstance(block, PageBreak):
            new_page = paged
            continue
        job.before_source = _is_source(following)
        xml = _WRITERS[type(block)](block, job)
        yield sections.on_new_page(xml) if new_page else xml
        new_page = False
        job.after_table = isinstance(block, Table | Chart | Picture)


def _places(chapter: Chapter) -> list[tuple[int, bool]]:
    """For each block but page breaks: the number of columns it stands in, and whether it begins a page in them.

    Goes from the end to the beginning, because what leads in to a wide table goes across the columns with it.
    """
    columns = _columns(chapter)
    if columns == 1:
        return [(1, False)] * sum(not isinstance(block, PageBreak) for block in chapter.blocks)
    places: list[tuple[int, bool]] = []
    after = False
    backwards = chapter.blocks[::-1]
    for block, before in zip(backwards, (*backwards[1:], None), strict=False):
        if isinstance(block, PageBreak):
            after = False
            continue
        after = _across(block, before) or (after and _leads_in(block))
        places.append((1 if after else columns, isinstance(before, PageBreak)))
    return places[::-1]


def _across(block: Block, before: Block | None) -> bool:
    """Whether a block goes across the columns: the title, the contents, what is wide, and the source of that."""
    if _is_source(block) and before:
        return _across(before, None)
    if isinstance(block, Heading):
        return block.level == 1
    return isinstance(block, Contents) or (isinstance(block, Table | Chart | Picture) and block.wide)


def _is_source(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.SOURCE


def _leads_in(block: Block) -> bool:
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.keep_next)
