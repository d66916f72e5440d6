"""Write templates/riec.docx, the lean house template of the chapter: styles, numbering, theme and page, no content.

Run `python packaging/make_template.py [FILE]`. The same source gives the same bytes; a test makes the template again
and compares. Everything that is a choice of looks stands in this file and in `template_styles.py`, in one table each.
"""

import sys
from pathlib import Path

from template_styles import ACCENT, BLUE, BOX_EDGE, FONT, RULE, TEXT_WIDTH, styles_part

from riec_desktop.word.package import in_order, pack, write_package
from riec_desktop.word.templates.palette import CHART_COLOURS

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

MARGIN = (11906 - TEXT_WIDTH) // 2
HEADING_INDENT = 907
LIST_STEP = 397
BOX_HANGING = 284
BULLETS = ("•", "–", "·")
LETTERS = ("decimal", "lowerLetter", "lowerRoman")


def content_types() -> str:
    """Which part is what."""
    override = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in (
            ("word/document.xml", f"{WORD_TYPE}.document.main+xml"),
            ("word/styles.xml", f"{WORD_TYPE}.styles+xml"),
            ("word/numbering.xml", f"{WORD_TYPE}.numbering+xml"),
            ("word/settings.xml", f"{WORD_TYPE}.settings+xml"),
            ("word/fontTable.xml", f"{WORD_TYPE}.fontTable+xml"),
            ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        )
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{override}</Types>'
    )


def relationships(*targets: tuple[str, str]) -> str:
    """A relationships part; each target is (relationship type, part)."""
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{lines}</Relationships>'


def package_relationships() -> str:
    """From the package to the document and its properties."""
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return relationships(
        (f"{OFFICE}/officeDocument", "word/document.xml"),
        (core, "docProps/core.xml"),
        (f"{OFFICE}/extended-properties", "docProps/app.xml"),
    )


def document_relationships() -> str:
    """From the document to what it is made up with."""
    names = (("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"), ("fontTable", "fontTable"))
    targets = [(f"{OFFICE}/{kind}", f"{name}.xml") for kind, name in names]
    return relationships(*targets, (f"{OFFICE}/theme", "theme/theme1.xml"))


def document() -> str:
    """One empty paragraph on A4."""
    return (
        f'<w:document xmlns:w="{W}"><w:body><w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="1418" w:right="{MARGIN}" w:bottom="1418" w:left="{MARGIN}" w:header="709" w:footer="624" '
        'w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def settings() -> str:
    """Hyphenation, Dutch, and the layout rules of Word 2013 and later, so that no compatibility notice appears."""
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    colours = "".join(
        f' w:{slot}="{colour}"'
        for slot, colour in (
            *(("bg1", "light1"), ("t1", "dark1"), ("bg2", "light2"), ("t2", "dark2")),
            *((f"accent{n}", f"accent{n}") for n in range(1, 7)),
            *(("hyperlink", "hyperlink"), ("followedHyperlink", "followedHyperlink")),
        )
    )
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:autoHyphenation/>'
        '<w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="425"/><w:doNotHyphenateCaps/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="nl-NL"/><w:clrSchemeMapping{colours}/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def font_table() -> str:
    """Calibri, and Carlito with the same widths where Calibri is missing."""
    return (
        f'<w:fonts xmlns:w="{W}"><w:font w:name="{FONT}"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def level(depth: int, form: str, text: str, indent: str, *, start: int = 1, style: str = "", look: str = "") -> str:
    """One level of a multilevel list; `style` links it to a paragraph style, `look` is the look of the number."""
    link = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{link}<w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr>{run}</w:lvl>'
    )


def hanging(left: int, by: int, right: int = 0) -> str:
    """An indent whose number stands `by` twips before the text."""
    at_right = f' w:right="{right}"' if right else ""
    return f'<w:ind w:left="{left}"{at_right} w:hanging="{by}"/>'


def multilevel(number: int, *levels: str) -> str:
    """A list definition with a fixed identity, so that Word does not take two of them for one."""
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="5A1C0D0{number}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="5A1C1D0{number}"/>{"".join(levels)}</w:abstractNum>'
    )


def heading_levels() -> list[str]:
    """Heading 1-4. The count starts at 3 and 3.4, so that the chapter stands on its own and in the whole report."""
    return [
        level(
            depth,
            "decimal",
            ".".join(f"%{n + 1}" for n in range(depth + 1)),
            hanging(HEADING_INDENT, HEADING_INDENT),
            start=start,
            style=f"Heading{depth + 1}",
        )
        for depth, start in enumerate((3, 4, 1, 1))
    ]


def bullet_levels(style: str) -> list[str]:
    """Three levels of bullets in running text."""
    look = f'<w:color w:val="{ACCENT}"/>'
    return [
        level(
            depth,
            "bullet",
            sign,
            hanging(LIST_STEP * (depth + 1), LIST_STEP),
            style=style + ("" if depth == 0 else f"{depth + 1}"),
            look=look,
        )
        for depth, sign in enumerate(BULLETS)
    ]


def number_levels(style: str) -> list[str]:
    """Three levels of numbers in running text: 1. a. i."""
    return [
        level(
            depth,
            form,
            f"%{depth + 1}.",
            hanging(LIST_STEP * (depth + 1), LIST_STEP),
            style=style + ("" if depth == 0 else f"{depth + 1}"),
        )
        for depth, form in enumerate(LETTERS)
    ]


def box_levels(style: str, forms: tuple[str, ...], texts: tuple[str, ...]) -> list[str]:
    """Three levels inside a box.

    Every level begins at the edge of the box and deeper signs are moved by em spaces: Word and LibreOffice join the
    borders of two paragraphs only when both begin at the same place.
    """
    return [
        level(
            depth,
            form,
            "\u2003" * depth + text,
            hanging(BOX_EDGE + BOX_HANGING * (depth + 1), BOX_HANGING * (depth + 1), BOX_EDGE),
            style=style if depth == 0 else "",
        )
        for depth, (form, text) in enumerate(zip(forms, texts, strict=True))
    ]


def numbering() -> str:
    """The lists: headings, bullets and numbers in the text, bullets and numbers in a box."""
    definitions = (
        heading_levels(),
        bullet_levels("ListBullet"),
        number_levels("ListNumber"),
        box_levels("Kadertekstopsomming", ("bullet", "none", "none"), BULLETS),
        box_levels("Kadertekstnummering", LETTERS, ("%1.", "%2.", "%3.")),
    )
    abstract = "".join(multilevel(number, *levels) for number, levels in enumerate(definitions))
    instances = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(len(definitions))
    )
    return f'<w:numbering xmlns:w="{W}">{abstract}{instances}</w:numbering>'


def theme_colours() -> str:
    """The house colours: deep blue, one accent, and quiet companions for charts (3:1 on white or more)."""
    colours = (
        *(("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", BLUE), ("lt2", RULE)),
        *((f"accent{number}", colour) for number, colour in enumerate(CHART_COLOURS, start=1)),
        *(("hlink", ACCENT), ("folHlink", "42145F")),
    )
    slots = "".join(f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>' for slot, colour in colours)
    return f'<a:clrScheme name="RIEC">{slots}</a:clrScheme>'


def theme() -> str:
    """The theme: colours and fonts of the house; the formats are the least that the schema asks for."""
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{solid}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{A}" name="RIEC"><a:themeElements>{theme_colours()}'
        f'<a:fontScheme name="RIEC"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="RIEC"><a:fillStyleLst>{solid * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def core_properties() -> str:
    """Title and language of the template itself."""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Sjabloon RIEC Jaarverslag</dc:title>'
        "<dc:creator>RIEC Jaarverslag</dc:creator><dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def app_properties() -> str:
    """No program and no company: the template belongs to nobody."""
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>RIEC Jaarverslag</Application></Properties>"
    )


def make_template() -> bytes:
    """The whole template."""
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": package_relationships(),
        "docProps/core.xml": core_properties(),
        "docProps/app.xml": app_properties(),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": document_relationships(),
        "word/styles.xml": styles_part(W),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
        "word/theme/theme1.xml": theme(),
    }
    return write_package(in_order({name: pack(name, f"{HEAD}{xml}".encode()) for name, xml in parts.items()}))


def main(arguments: list[str]) -> None:
    """Write the template to the file of the first argument, or to its place in the repository."""
    home = Path(__file__).parent.parent / "templates" / "riec.docx"
    target = Path(arguments[0]) if arguments else home
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(make_template())
    print(f"Sjabloon geschreven: {target}")


if __name__ == "__main__":
    main(sys.argv[1:])
