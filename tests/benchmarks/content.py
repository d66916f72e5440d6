"""The content of a chapter in the plainest form, for tools that cannot read our blocks: what they get ready-made."""

import json
from collections.abc import Iterator
from typing import Any

from riec_desktop.chapter.blocks import Callout, Cell, Chapter, Heading, ListItem, Paragraph, Spans, Table

Line = dict[str, Any]
"""`kind` ('heading', 'text', 'item', 'table', 'box') and what that kind has."""


def words(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def runs(spans: Spans) -> list[Line]:
    return [{"text": span.text, "bold": span.bold, "italics": span.italic} for span in spans]


def cell_words(cell: Cell) -> str:
    return "\n".join(words(spans) for spans in cell)


def plain_lines(chapter: Chapter) -> list[Line]:
    """The blocks of a chapter, without what most tools do not know: fields, charts, contents, pictures."""
    return [line for block in chapter.blocks for line in _lines(block)]


def _lines(block: object) -> Iterator[Line]:
    match block:
        case Heading():
            yield {"kind": "heading", "level": block.level, "text": f"{block.number} {block.text}".strip()}
        case ListItem():
            yield {"kind": "item", "ordered": block.ordered, "runs": runs(block.spans)}
        case Paragraph():
            yield {"kind": "text", "runs": runs(block.spans)}
        case Table():
            rows = [[cell_words(cell) for cell in row] for row in block.rows]
            heads = [column.title for column in block.columns]
            yield {"kind": "table", "caption": block.caption.text, "heads": heads, "rows": rows}
        case Callout():
            texts = [runs(text.spans) for text in block.blocks]
            yield {"kind": "box", "title": block.title, "source": block.source, "texts": texts}
        case _:
            pass


def as_json(lines: list[Line]) -> str:
    return json.dumps(lines)


def as_markdown(lines: list[Line]) -> str:
    """For pandoc: headings, lists, pipe tables, quotes."""
    return "\n".join(part for line in lines for part in _markdown(line))


def _markdown(line: Line) -> Iterator[str]:
    match line["kind"]:
        case "heading":
            yield f"\n{'#' * line['level']} {line['text']}\n"
        case "text":
            yield f"\n{_marked(line['runs'])}\n"
        case "item":
            yield f"{'1.' if line['ordered'] else '-'} {_marked(line['runs'])}"
        case "table":
            rows = ["|".join(cell.replace("\n", " ").replace("|", "/") for cell in row) for row in line["rows"]]
            yield from ("", "|".join(line["heads"]), "|".join("---" for _ in line["heads"]), *rows, "")
            yield f": {line['caption']}\n"
        case _:
            yield f"\n> **{line['title']}** {line['source']}\n"
            yield from (f">\n> {_marked(text)}" for text in line["texts"])


def _marked(parts: list[Line]) -> str:
    return "".join(f"**{part['text']}**" if part["bold"] else part["text"] for part in parts)
