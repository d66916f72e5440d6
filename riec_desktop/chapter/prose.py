"""Typed text as blocks: paragraphs and list items, with every linked number in its place.

What was typed is never changed; only linked numbers and references become the text that they print.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from riec_desktop.chapter.blocks import Anchor, ListItem, Paragraph, Role, Span, Spans, TextBlock
from riec_desktop.chapter.draft import Draft, anchor
from riec_desktop.chapter.references import reference_spans
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import Record
from riec_desktop.dossier.richtext import BlockKind, Blocks, CrossReference, RichBlock, Run, numbered
from riec_desktop.figures.shown import linked_text


def spans_of(draft: Draft, block: RichBlock) -> Spans:
    """The words of one paragraph or item."""
    if _is_bare(block):
        return plain(block.runs[0].text)
    return tuple(span for run in block.runs for span in _spans(draft, run))


def _is_plain(run: Run) -> bool:
    return not (run.bold or run.italic or run.href or run.linked)


def _spans(draft: Draft, run: Run) -> Spans:
    if run.linked is None:
        return (_written(run),)
    if isinstance(run.linked, CrossReference):
        return reference_spans(draft, run.linked, run)
    text = linked_text(draft.dossier, run.linked, draft.year.year)
    return (Span(text=text, bold=run.bold, italic=run.italic),)


def _written(run: Run) -> Span:
    return Span(text=run.text, bold=run.bold, italic=run.italic, href=run.href)


def prose(draft: Draft, record: Record, name: str, topic: str = "") -> tuple[TextBlock, ...]:
    """The blocks of a rich text field, each with its anchor; none for an empty field.

    A list that comes after a paragraph starts again at 1. `topic` is what the text is about, when its field does not
    tell.
    """
    text: str = getattr(record, name)
    if not text:
        return ()
    same = _same_everywhere(type(record).__name__, record.id, name, text, topic or name)
    return tuple(_blocks(draft, record, name, topic or name)) if same is None else same


@lru_cache(maxsize=8192)
def _same_everywhere(kind: str, record_id: str, name: str, text: str, typed: str) -> tuple[Paragraph, ...] | None:
    """The paragraphs of a text that depends on nothing else: without lists, which are counted, and without links.

    Most texts are like that, and a chapter is made many times while one of them is typed.
    """
    blocks = parse(text)
    if any(block.kind is not BlockKind.PARAGRAPH or any(run.linked for run in block.runs) for block in blocks):
        return None
    return tuple(
        Paragraph(
            spans=plain(block.runs[0].text) if _is_bare(block) else tuple(_written(run) for run in block.runs),
            anchor=Anchor(kind=kind, record_id=record_id, field=name, index=index),
            typed=typed,
        )
        for index, block in enumerate(blocks)
    )


def _is_bare(block: RichBlock) -> bool:
    return len(block.runs) == 1 and _is_plain(block.runs[0])


def _blocks(draft: Draft, record: Record, name: str, typed: str) -> Iterator[TextBlock]:
    list_id = 0
    parsed = parse(getattr(record, name))
    for index, (block, number) in enumerate(numbered(parsed)):
        spans = spans_of(draft, block)
        place = anchor(record, name, index)
        if block.kind is BlockKind.PARAGRAPH:
            list_id = 0
            yield Paragraph(spans=spans, keep_next=_leads_in(parsed, index), anchor=place, typed=typed)
        else:
            list_id = list_id or draft.new_list()
            yield replace(_item(block, spans, number, list_id, place), typed=typed)


def _leads_in(blocks: Blocks, index: int) -> bool:
    """Whether a list follows: its introduction stays with it."""
    return index + 1 < len(blocks) and blocks[index + 1].kind is not BlockKind.PARAGRAPH


def _item(block: RichBlock, spans: Spans, number: int, list_id: int, place: Anchor) -> ListItem:
    return ListItem(
        spans=spans,
        ordered=block.kind is BlockKind.NUMBER,
        level=block.level,
        list_id=list_id,
        number=number,
        anchor=place,
    )


def cell_of(draft: Draft, text: str) -> tuple[Spans, ...]:
    """A rich text in a table cell: a paragraph per block, since a cell has no lists."""
    return tuple(spans_of(draft, block) for block in parse(text))


@lru_cache(maxsize=8192)
def plain(text: str) -> Spans:
    """Text with one look."""
    return (Span(text=text),)


def sentence(text: str, place: Anchor | None = None, role: Role = Role.BODY, *, keep_next: bool = False) -> Paragraph:
    """A paragraph that the program writes."""
    return Paragraph(spans=plain(text), role=role, keep_next=keep_next, anchor=place)
