"""What our writers are measured against: other tools making the same document from the same chapter.

The peer gets its content ready-made (not timed): what is measured is the making of the document alone, while our own
time includes composing the chapter from the dossier. The template of the peer is made here with python-docx.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import docx
from docxtpl import DocxTemplate, RichText

from riec_desktop.chapter.blocks import Callout, Chapter, Heading, ListItem, Paragraph, Spans, Table


def _rich(spans: Spans) -> Any:
    """Runs as docxtpl takes them."""
    text: Any = RichText()
    for span in spans:
        text.add(span.text, bold=span.bold, italic=span.italic)
    return text


@dataclass(slots=True)
class Section:
    """One heading of the chapter and what stands under it, in the form that the template loops over."""

    title: str
    style: str
    paragraphs: list[Any] = field(default_factory=list[Any])
    tables: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    callouts: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])


def _table(table: Table) -> dict[str, Any]:
    rows = [["\n".join("".join(s.text for s in part) for part in cell) for cell in row] for row in table.rows]
    return {"caption": table.caption.text, "columns": [one.title for one in table.columns], "rows": rows}


def _take(section: Section, block: object) -> None:
    match block:
        case Paragraph() | ListItem():
            section.paragraphs.append(_rich(block.spans))
        case Table():
            section.tables.append(_table(block))
        case Callout():
            texts = [_rich(part.spans) for part in block.blocks]
            section.callouts.append({"title": block.title, "source": block.source, "paragraphs": texts})
        case _:
            pass


def sections(chapter: Chapter) -> list[Section]:
    """The content of a chapter, ready for the template."""
    found = [Section("", "")]
    for block in chapter.blocks:
        if isinstance(block, Heading):
            found.append(Section(f"{block.number} {block.text}", f"h{block.level}"))
        else:
            _take(found[-1], block)
    return found[1:]


_TAGS: Sequence[tuple[str, str]] = (
    ("{%p for s in sections %}", "Normal"),
    ("{%p if s.style == 'h2' %}", "Normal"),
    ("{{ s.title }}", "Heading 2"),
    ("{%p elif s.style == 'h3' %}", "Normal"),
    ("{{ s.title }}", "Heading 3"),
    ("{%p else %}", "Normal"),
    ("{{ s.title }}", "Heading 4"),
    ("{%p endif %}", "Normal"),
    ("{%p for p in s.paragraphs %}", "Normal"),
    ("{{r p }}", "Normal"),
    ("{%p endfor %}", "Normal"),
    ("{%p for t in s.tables %}", "Normal"),
    ("{{ t.caption }}", "Caption"),
)
_AFTER_TABLE: Sequence[tuple[str, str]] = (
    ("{%p endfor %}", "Normal"),
    ("{%p for k in s.callouts %}", "Normal"),
    ("{{ k.title }}", "Intense Quote"),
    ("{{ k.source }}", "Quote"),
    ("{%p for p in k.paragraphs %}", "Normal"),
    ("{{r p }}", "Quote"),
    ("{%p endfor %}", "Normal"),
    ("{%p endfor %}", "Normal"),
    ("{%p endfor %}", "Normal"),
)


def _add(document: Any, lines: Iterable[tuple[str, str]]) -> None:
    for text, style in lines:
        document.add_paragraph(text, style=style)


def _row_tags() -> Iterator[tuple[str, str, str]]:
    """Rows of the table with a loop over its columns: head, then a row for each record."""
    yield "{%tc for c in t.columns %}", "{{ c }}", "{%tc endfor %}"
    yield "{%tr for r in t.rows %}", "", ""
    yield "{%tc for c in r %}", "{{ c }}", "{%tc endfor %}"
    yield "{%tr endfor %}", "", ""


def docxtpl_template() -> bytes:
    """A template with the same parts: headings, paragraphs, tables of any width, boxes."""
    document: Any = docx.Document()
    _add(document, _TAGS)
    table = document.add_table(rows=0, cols=3, style="Table Grid")
    for tags in _row_tags():
        for cell, text in zip(table.add_row().cells, tags, strict=True):
            cell.text = text
    _add(document, _AFTER_TABLE)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def docxtpl_chapter(template: bytes, content: list[Section]) -> bytes:
    """The chapter as docxtpl makes it."""
    document: Any = DocxTemplate(BytesIO(template))
    document.render({"sections": content}, autoescape=True)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
