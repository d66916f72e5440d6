"""Word files that somebody edited: the example's chapter, with a part of it changed as text."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from riec_desktop.chapter.blocks import State
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import default_options
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import Layout
from riec_desktop.paths import data_file
from riec_desktop.word import render_chapter
from riec_desktop.workspace.content import example_dossier
from tests.helpers.word import DOCUMENT

RELATIONS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@lru_cache(maxsize=8)
def example_document(layout: Layout = Layout.PORTRAIT, state: State = State.FINAL) -> bytes:
    """The chapter of the example over 2023, with everything in it."""
    dossier = example_dossier()
    year = views.year_of(dossier, 2023)
    assert year is not None
    options = replace(
        default_options(dossier), layout=layout, state=state, contents=True, regional_pages=True, annexes=True
    )
    chapter = compose(dossier, year, options, made_on=date(2026, 1, 2))
    return render_chapter(chapter, data_file("templates", "riec.docx").read_bytes())


def parts_of(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def with_parts(document: bytes, **added: bytes | str) -> bytes:
    """The document with these parts, put in place of what was there; '__' in a name stands for a slash."""
    named = {name.replace("__", "/"): content for name, content in added.items()}
    return packed({**parts_of(document), **named})


def edited(document: bytes, pattern: str, new: str, part: str = DOCUMENT) -> bytes:
    """The document with the first match of a pattern replaced, which must be there; its group, if any, stays before."""
    parts = parts_of(document)
    text = parts[part].decode()
    found = re.search(pattern, text, re.DOTALL)
    assert found, f"nothing in {part} looks like {pattern}"
    kept = found[1] if found.re.groups else ""
    return packed({**parts, part: text[: found.start()] + kept + new + text[found.end() :]})


def before_end(document: bytes, xml: str) -> bytes:
    """The document with more blocks at its end."""
    parts = parts_of(document)
    before, mark, after = parts[DOCUMENT].decode().rpartition("<w:sectPr>")
    return packed({**parts, DOCUMENT: f"{before}{xml}{mark}{after}"})


def with_relation(document: bytes, kind: str, target: str, *, outside: bool, id: str = "rIdNew") -> bytes:
    """The document with one more relationship."""
    mode = ' TargetMode="External"' if outside else ""
    relation = f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return edited(document, "</Relationships>", f"{relation}</Relationships>", RELATIONS)


def paragraph_xml(text: str, style: str = "", run: str = "", properties: str = "") -> str:
    """A paragraph as Word writes it."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def table_xml(*rows: tuple[str, ...], header: bool = True, width: int = 4000) -> str:
    """A plain table; the first row is its header."""
    columns = max(map(len, rows))
    grid = f'<w:gridCol w:w="{width // columns}"/>' * columns
    mark = "<w:tblHeader/>" if header else ""
    lines = "".join(
        f"<w:tr><w:trPr><w:cantSplit/>{'' if at else mark}</w:trPr>"
        f"{''.join(f'<w:tc>{paragraph_xml(text)}</w:tc>' for text in row)}</w:tr>"
        for at, row in enumerate(rows)
    )
    described = '<w:tblCaption w:val="Cijfers"/><w:tblDescription w:val="Per jaar."/>'
    properties = f'<w:tblW w:w="{width}" w:type="dxa"/>{described}'
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>{paragraph_xml('Tekst.')}"
    )


def field_xml(instruction: str, result: str, *, end: bool = True) -> str:
    """A paragraph with a field."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    shown = f"{mark.format('separate')}<w:r><w:t>{result}</w:t></w:r>" if result else ""
    close = mark.format("end") if end else ""
    return f"<w:p>{mark.format('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}{close}</w:p>"
