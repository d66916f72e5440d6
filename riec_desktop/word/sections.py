"""Pages: sections with their columns, the header and the footer."""

import re

from riec_desktop.chapter.blocks import Chapter, State
from riec_desktop.word.runs import field, text_run
from riec_desktop.word.template import Page, Template

GUTTER = 567
"""Between two columns, in twips (1 cm)."""

FIRST, SAME_PAGE, NEW_PAGE = "", '<w:type w:val="continuous"/>', '<w:type w:val="nextPage"/>'
"""How a section begins: as the first, below the one before, or on a new page."""

HEADER_PART, FOOTER_PART = "word/header1.xml", "word/footer1.xml"
HEADER_ID, FOOTER_ID = "rIdHeader", "rIdFooter"
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TAB = "<w:r><w:tab/></w:r>"
_FIRST_PARAGRAPH = re.compile("<w:p>(<w:pPr>(?:<w:pStyle [^>]*/>)?(?:<w:keepNext/>)?(?:<w:keepLines/>)?)?")
_BREAK = "<w:pageBreakBefore/>"


def turned(page: Page) -> Page:
    """The page on its side."""
    long, short = max(page.width, page.height), min(page.width, page.height)
    return Page(
        width=long,
        height=short,
        top=page.top,
        right=page.right,
        bottom=page.bottom,
        left=page.left,
        header=page.header,
        footer=page.footer,
    )


def column_width(page: Page, columns: int) -> int:
    """The width of one of so many equal columns, in twips."""
    return (text_width(page) - GUTTER * (columns - 1)) // columns


def text_width(page: Page) -> int:
    """From the left to the right margin, in twips."""
    return page.width - page.left - page.right


def text_height(page: Page) -> int:
    """From the top to the bottom margin, in twips."""
    return page.height - page.top - page.bottom


def section(page: Page, columns: int, kind: str, *, header: bool) -> str:
    """The properties of a section. The first carries header and footer, the others take them over."""
    head = f'<w:headerReference w:type="default" r:id="{HEADER_ID}"/>' if header else ""
    foot = f'<w:footerReference w:type="default" r:id="{FOOTER_ID}"/>'
    lead = kind or f"{head}{foot}"
    orient = ' w:orient="landscape"' if page.width > page.height else ""
    many = f' w:num="{columns}"' if columns > 1 else ""
    return (
        f'<w:sectPr>{lead}<w:pgSz w:w="{page.width}" w:h="{page.height}"{orient}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        f'w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/><w:cols{many} w:space="{GUTTER}"/></w:sectPr>'
    )


def closing(xml: str, properties: str) -> str:
    """Blocks that end a section: its properties go into their last paragraph.

    After a table a paragraph is added for that: the properties can stand nowhere else.
    """
    if not xml.endswith("</w:p>"):
        return xml + _LOW_PARAGRAPH.format(properties)
    at = xml.rindex("<w:p>") + len("<w:p>")
    if xml.startswith("<w:pPr>", at):
        end = xml.index("</w:pPr>", at)
        return f"{xml[:end]}{properties}{xml[end:]}"
    return f"{xml[:at]}<w:pPr>{properties}</w:pPr>{xml[at:]}"


def ending(xml: str, properties: str) -> str:
    """Blocks that end the document. After a table Word wants a paragraph and would add one of full height."""
    return f"{xml}{_LOW_PARAGRAPH.format('') if xml.endswith('</w:tbl>') else ''}{properties}"


_LOW_PARAGRAPH = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{}</w:pPr></w:p>'


def on_new_page(xml: str) -> str:
    """Blocks whose first paragraph begins a page."""
    return _FIRST_PARAGRAPH.sub(_with_break, xml, count=1)


def _with_break(found: re.Match[str]) -> str:
    return f"<w:p>{found[1]}{_BREAK}" if found[1] else f"<w:p><w:pPr>{_BREAK}</w:pPr>"


def header_part(chapter: Chapter, template: Template, page: Page) -> str:
    """The line above every page, at the right; marked while the document is not final."""
    mark = f'<w:rPr><w:rStyle w:val="{template.id("Conceptmerk")}"/></w:rPr>'
    text = text_run(chapter.header)
    if chapter.state is not State.FINAL:
        text = text.replace("<w:r>", f"<w:r>{mark}", 1)
    return f"<w:hdr {_NAMESPACE}>{_line(template, 'header', page)}{_TAB}{text}</w:p></w:hdr>"


def footer_part(chapter: Chapter, template: Template, page: Page, pages: int) -> str:
    """The line below every page: the footer text, and 'Pagina 1 van 12' at the right."""
    count = (
        f"{text_run('Pagina ')}{field('PAGE', text_run('1'))}{text_run(' van ')}"
        f"{field('NUMPAGES', text_run(str(pages)))}"
    )
    return f"<w:ftr {_NAMESPACE}>{_line(template, 'footer', page)}{text_run(chapter.footer)}{_TAB}{count}</w:p></w:ftr>"


def _line(template: Template, style: str, page: Page) -> str:
    """A paragraph with its one tab at the right margin, also on a page that is not the template's own."""
    own, here = text_width(template.page), text_width(page)
    clear = "" if own == here else f'<w:tab w:val="clear" w:pos="{own}"/>'
    tabs = f'<w:tabs>{clear}<w:tab w:val="right" w:pos="{here}"/></w:tabs>'
    return f'<w:p><w:pPr><w:pStyle w:val="{template.id(style)}"/>{tabs if clear else ""}</w:pPr>'
