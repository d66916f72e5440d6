"""The chapter with python-docx as its documentation shows it: one call per paragraph, run and cell."""

from io import BytesIO
from typing import Any

import docx

from tests.benchmarks.content import Line


def python_docx_chapter(lines: list[Line]) -> bytes:
    """The chapter, starting from the template of python-docx."""
    document: Any = docx.Document()
    for line in lines:
        _WRITERS[line["kind"]](document, line)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _runs(document: Any, runs: list[Line], style: str) -> None:
    paragraph = document.add_paragraph(style=style)
    for part in runs:
        run = paragraph.add_run(part["text"])
        run.bold, run.italic = part["bold"] or None, part["italics"] or None


def _heading(document: Any, line: Line) -> None:
    document.add_heading(line["text"], line["level"])


def _text(document: Any, line: Line) -> None:
    _runs(document, line["runs"], "Normal")


def _item(document: Any, line: Line) -> None:
    _runs(document, line["runs"], "List Number" if line["ordered"] else "List Bullet")


def _table(document: Any, line: Line) -> None:
    document.add_paragraph(line["caption"], style="Caption")
    table = document.add_table(rows=0, cols=len(line["heads"]), style="Table Grid")
    for row in (line["heads"], *line["rows"]):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _box(document: Any, line: Line) -> None:
    document.add_paragraph(line["title"], style="Intense Quote")
    document.add_paragraph(line["source"], style="Quote")
    for text in line["texts"]:
        _runs(document, text, "Quote")


_WRITERS = {"heading": _heading, "text": _text, "item": _item, "table": _table, "box": _box}
