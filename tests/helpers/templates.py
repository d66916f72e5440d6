"""Word templates of many origins, made here: what Word, LibreOffice and others write, and what is wrong with some."""

import io
import re
from collections.abc import Mapping
from pathlib import Path

from docx import Document

from riec_desktop.paths import data_file
from riec_desktop.word.package import pack, read_package, write_package
from tests.helpers.libreoffice_template import FIXTURE

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_W = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'
MARGINS = '<w:pgMar w:top="1701" w:right="1134" w:bottom="1701" w:left="1701"/>'
DOCUMENT_TYPE = f"{_TYPE}.document.main+xml"
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A package of these parts."""
    return write_package(pack(name, text.encode() if isinstance(text, str) else text) for name, text in parts.items())


def unpacked(data: bytes) -> dict[str, str]:
    """The parts of a package that are text."""
    return {name: content.decode() for name, content in read_package(data).items() if name.endswith((".xml", ".rels"))}


def relationship(id: str, kind: str, target: str, mode: str = "") -> str:
    outside = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"{outside}/>'


def relationships(*lines: str) -> str:
    return f'<Relationships xmlns="{RELATIONSHIPS}">{"".join(lines)}</Relationships>'


def word_file(
    styles: str, *, numbering: str = "", settings: str = "", body: str = "", size: str = "", lang: str = "nl-NL"
) -> dict[str, str]:
    """The parts of a document as Word writes them, with these styles and nothing that a chapter needs besides."""
    kinds = {"styles": styles, **({"numbering": numbering} if numbering else {}), "settings": settings}
    roots = {kind: f"<w:{kind} {_W}>{content}</w:{kind}>" for kind, content in kinds.items()}
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:sz w:val="20"/>'
        f'<w:lang w:val="{lang}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    roots["styles"] = roots["styles"].replace(_W + ">", f"{_W}>{defaults}", 1)
    overrides = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for kind in kinds)
    page = size or f'<w:pgSz w:w="11906" w:h="16838"/>{MARGINS}'
    text = f"{body or '<w:p/>'}<w:sectPr>{page}</w:sectPr>"
    return {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{DOCUMENT_TYPE}"/>{overrides}</Types>'
        ),
        "_rels/.rels": relationships(relationship("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {_W}><w:body>{text}</w:body></w:document>",
        "word/_rels/document.xml.rels": relationships(
            *(relationship(f"rId{at}", kind, f"{kind}.xml") for at, kind in enumerate(kinds, start=1))
        ),
        **{f"word/{kind}.xml": xml for kind, xml in roots.items()},
    }


def style(id: str, name: str, rest: str = "", *, based_on: str = "", default: bool = False) -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    first = ' w:default="1"' if default else ""
    return f'<w:style w:type="paragraph"{first} w:styleId="{id}"><w:name w:val="{name}"/>{base}{rest}</w:style>'


def heading(level: int, colour: str, size: int, *, id: str = "Kop", more: str = "") -> str:
    letters = f'<w:rPr><w:color w:val="{colour}"/><w:sz w:val="{size}"/></w:rPr>'
    look = f'<w:pPr>{more}<w:outlineLvl w:val="{level - 1}"/></w:pPr>{letters}'
    return style(f"{id}{level}", f"heading {level}", look, based_on="Standaard")


NORMAL = style("Standaard", "Normal", default=True)


# --- The origins -----------------------------------------------------------------------------------------------------


def python_docx() -> bytes:
    """The default template of python-docx, which Word 2013 made: Letter, English, light blue headings."""
    buffer = io.BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


def libreoffice() -> bytes:
    """A document that LibreOffice saved."""
    return FIXTURE.read_bytes()


def dutch_word() -> bytes:
    """A Dutch Word: ids in Dutch, names in English, built-in styles that were never used absent, a big header."""
    header = style(
        "Koptekst", "header", "<w:rPr><w:caps/><w:sz w:val='48'/></w:rPr>".replace("'", '"'), based_on="Standaard"
    )
    names = NORMAL + heading(1, "00594F", 36) + heading(2, "00594F", 30) + heading(3, "A65E00", 24) + header
    return packed(word_file(names))


def letter_english() -> bytes:
    """American paper, in English, with text in it."""
    size = '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/>'
    body = "<w:p><w:r><w:t>Dear {{ name }}</w:t></w:r></w:p>"
    return packed(word_file(NORMAL + heading(1, "1F3864", 32, id="Heading"), size=size, lang="en-US", body=body))


def own_numbering() -> bytes:
    """Headings that count in their own way: 'Hoofdstuk I', '1.a'; a list of bullets of its own."""
    forms = (("upperRoman", "Hoofdstuk %1"), ("decimal", "%2"), ("lowerLetter", "%2.%3"), ("decimal", "%4)"))
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="Kop{at + 1}"/>'
        f'<w:isLgl/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        '<w:ind w:left="600" w:hanging="600"/></w:pPr></w:lvl>'
        for at, (form, text) in enumerate(forms)
    )
    bullet = (
        '<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="»"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>{bullet}'
        '<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="7"/></w:num>'
    )
    # Word leaves out the level of headings: the list names their styles.
    named = "".join(
        heading(n, "333333", 40 - 4 * n, more='<w:numPr><w:numId w:val="5"/></w:numPr>') for n in range(1, 5)
    )
    bullets = style(
        "Punt", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr>', based_on="Standaard"
    )
    return packed(word_file(NORMAL + named + bullets, numbering=numbering))


def other_prefix() -> bytes:
    """All parts with `x:` for WordprocessingML, and with no prefix at all in the styles."""
    parts = unpacked(own_numbering())
    for name, text in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            parts[name] = re.sub(r"\bw:", "x:", text).replace("xmlns:w=", "xmlns:x=")
    return packed(parts)


def macros() -> bytes:
    """A document with a program in it."""
    parts = unpacked(dutch_word())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(DOCUMENT_TYPE, MACRO_TYPE)
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        "</Relationships>", f"{relationship('rId90', 'vbaProject', 'vbaProject.bin')}</Relationships>"
    )
    return packed({**parts, "word/vbaProject.bin": b"\xcc\x61programma"})


def linked_outside() -> bytes:
    """An attached template on a network drive, protection, and pictures that lie elsewhere."""
    settings = '<w:attachedTemplate r:id="rId1"/><w:documentProtection w:edit="readOnly"/>'
    parts = word_file(NORMAL + heading(1, "7030A0", 32), settings=settings)
    attached = relationship("rId1", "attachedTemplate", "file:///H:/Jan/huisstijl.dotm", "External")
    parts["word/_rels/settings.xml.rels"] = relationships(attached)
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        "</Relationships>", f"{relationship('rId91', 'image', 'file:///H:/Jan/logo.png', 'External')}</Relationships>"
    )
    return packed(parts)


def colliding() -> bytes:
    """Names of ours for other things, an id that XML must escape, styles that lead nowhere."""
    odd = style("Kop&amp;1", "heading 1", '<w:basedOn w:val="Weg"/><w:next w:val="Weg"/>')
    letters = '<w:style w:type="character" w:styleId="Feiten"><w:name w:val="Feiten"/></w:style>'
    head = style(
        "Tabelkop", "Tabelkop", '<w:rPr><w:color w:val="FFFFFF"/><w:sz w:val="12"/></w:rPr>', based_on="Standaard"
    )
    return packed(word_file(NORMAL + odd + letters + head))


def bare() -> bytes:
    """A document without any part but its text."""
    parts = word_file("")
    kept = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
    return packed({name: parts[name] for name in kept})


ORIGINS = {
    "python-docx": python_docx,
    "LibreOffice": libreoffice,
    "Nederlandse Word": dutch_word,
    "Letter, Engels": letter_english,
    "eigen nummering": own_numbering,
    "ander voorvoegsel": other_prefix,
    "macro's": macros,
    "koppelingen": linked_outside,
    "botsende namen": colliding,
    "kaal": bare,
    "het huis": lambda: data_file("templates", "riec.docx").read_bytes(),
}
"""Templates that can be used, by where they come from."""


def write(folder: Path) -> None:
    """Write all of them, to look at."""
    for name, make in ORIGINS.items():
        (folder / f"{name.replace(',', '').replace(' ', '-')}.docx").write_bytes(make())
