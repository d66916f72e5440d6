"""A template for carbone with the same parts: headings, paragraphs and rows of a table; it cannot vary its columns."""

from io import BytesIO
from typing import Any

import docx

_TAGS = ("{d.s[i].title}", "{d.s[i].p[i].t}", "{d.s[i].p[i+1].t}")


def carbone_template() -> bytes:
    """Loops over sections, their texts and their rows, in the tags of carbone."""
    document: Any = docx.Document()
    for text, style in zip(_TAGS, ("Heading 3", "Normal", "Normal"), strict=True):
        document.add_paragraph(text, style=style)
    table = document.add_table(rows=0, cols=5, style="Table Grid")
    for at in ("i", "i+1"):
        for cell, letter in zip(table.add_row().cells, "abcde", strict=True):
            cell.text = f"{{d.s[i].r[{at}].{letter}}}"
    document.add_paragraph("{d.s[i+1].title}", style="Heading 3")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
