"""The styles of the house template, as one table: what each is based on, how its paragraphs and letters look.

Built-in styles carry their English names, so that Word shows them in the language of the user and every program finds
them. Colours keep a contrast of 4.5:1 or more on white and on the fill of a box. Sizes: spacing and indents in twips
(1/20 point), letters in half points, borders in eighths of a point.
"""

from dataclasses import dataclass

from riec_desktop.word.templates.house import TEXT_WIDTH
from riec_desktop.word.templates.palette import HOUSE

FONT = "Calibri"
BLUE, ACCENT, GREY, RED = HOUSE.main, HOUSE.accent, HOUSE.quiet, HOUSE.alarm
RULE, FILL, HEAD_FILL = HOUSE.rule, HOUSE.fill, HOUSE.head
BOX_EDGE = 170
NUMBERED_LEVELS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A row of the table. `paragraph` and `run` are properties in the order of the schema."""

    id: str
    name: str
    kind: str = "paragraph"
    based_on: str = "Normal"
    next: str = ""
    paragraph: str = ""
    run: str = ""
    rest: str = ""
    own: bool = False
    quick: bool = True


def colour(value: str) -> str:
    """The colour of letters; the deep blue follows the theme, so that another house can change it in one place."""
    theme = ' w:themeColor="text2"' if value == BLUE else ""
    return f'<w:color w:val="{value}"{theme}/>'


def size(half_points: int) -> str:
    """The size of letters."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def bold(rest: str) -> str:
    """Bold letters, with the properties that follow."""
    return f"<w:b/><w:bCs/>{rest}"


def spacing(before: int, after: int, line: int = 0) -> str:
    """Space before and after, and the height of lines (240 is single)."""
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def border(side: str, eighths: int, space: int, value: str) -> str:
    """One side of a border; `space` is its distance from the text in points."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{value}"/>'


def numbered(number: int, depth: int = 0) -> str:
    """The list that a style belongs to."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


KEEP = "<w:keepNext/><w:keepLines/>"
LOOSE = '<w:keepNext w:val="0"/>'
FACTS_INDENT = '<w:ind w:left="200"/><w:contextualSpacing/>'
NO_HYPHENS = "<w:suppressAutoHyphens/>"
SHADE = f'<w:shd w:val="clear" w:color="auto" w:fill="{FILL}"/>'
BOX_INDENT = f'<w:ind w:left="{BOX_EDGE}" w:right="{BOX_EDGE}"/>'
BOX_HEAD_BORDER = (
    f"<w:pBdr>{border('top', 18, 6, BLUE)}{border('left', 4, 8, FILL)}{border('right', 4, 8, FILL)}</w:pBdr>"
)
BOX_BORDER = f"<w:pBdr>{border('left', 4, 8, FILL)}{border('bottom', 4, 6, RULE)}{border('right', 4, 8, FILL)}</w:pBdr>"


def heading(level: int, before: int, after: int, run: str, border_below: str = "") -> Style:
    """A heading: kept with what follows, never hyphenated, in the outline at its own level."""
    return Style(
        id=f"Heading{level}",
        name=f"heading {level}",
        next="Normal",
        paragraph=(
            f"{KEEP}{numbered(1, level - 1) if level <= NUMBERED_LEVELS else ''}{border_below}{NO_HYPHENS}"
            f'{spacing(before, after, 252)}<w:outlineLvl w:val="{level - 1}"/>'
        ),
        run=run,
    )


def headings() -> list[Style]:
    """Heading 1-6; 1 is the title of the whole report, without a number, 2 the heading of the chapter."""
    below = f"<w:pBdr>{border('bottom', 8, 5, BLUE)}</w:pBdr>"
    return [
        heading(1, 0, 360, bold(colour(BLUE) + size(60))),
        heading(2, 480, 200, bold(colour(BLUE) + size(38)), below),
        heading(3, 400, 120, bold(colour(BLUE) + size(29))),
        heading(4, 320, 80, bold(colour(ACCENT) + size(24))),
        heading(5, 240, 60, bold(colour(GREY) + size(22))),
        heading(6, 200, 60, "<w:i/><w:iCs/>" + colour(GREY) + size(22)),
    ]


def contents() -> list[Style]:
    """The contents: its title and four levels, the page number at the right margin after a line of dots.

    A level begins where the titles of the one above it do, as `riec_desktop.word.contents` counts on.
    """
    looks = ((200, 60, 0, bold("")), (160, 40, 0, bold("")), (40, 20, 680, ""), (0, 20, 1474, colour(GREY)))
    entries = [
        Style(
            id=f"TOC{level}",
            name=f"toc {level}",
            next="Normal",
            quick=False,
            paragraph=(
                f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>{NO_HYPHENS}'
                f'{spacing(before, after, 252)}<w:ind w:left="{left}"/>'
            ),
            run=run,
        )
        for level, (before, after, left, run) in enumerate(looks, start=1)
    ]
    title = Style(
        id="TOCHeading",
        name="TOC Heading",
        next="Normal",
        paragraph=f"{KEEP}{NO_HYPHENS}{spacing(0, 160)}",
        run=bold(colour(BLUE) + size(32)),
    )
    return [title, *entries]


def lists() -> list[Style]:
    """Bullets and numbers, three levels each."""
    return [
        Style(
            id=f"List{kind}{suffix}",
            name=f"List {kind}{' ' if suffix else ''}{suffix}",
            paragraph=numbered(number, depth) + spacing(0, 60),
        )
        for kind, number in (("Bullet", 2), ("Number", 3))
        for depth, suffix in enumerate(("", "2", "3"))
    ]


def page() -> list[Style]:
    """Title, caption, and what stands above and below every page."""
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    small = colour(GREY) + size(18)
    rule = f"<w:pBdr>{border('top', 4, 6, RULE)}</w:pBdr>"
    return [
        Style(
            id="Title",
            name="Title",
            next="Normal",
            paragraph=f"{KEEP}{NO_HYPHENS}{spacing(0, 200, 240)}",
            run=bold(colour(BLUE) + size(56)),
        ),
        Style(
            id="Caption",
            name="caption",
            next="Normal",
            paragraph=f"{KEEP}{NO_HYPHENS}{spacing(280, 100, 252)}",
            run=bold(colour(BLUE) + size(20)),
        ),
        Style(id="Header", name="header", quick=False, paragraph=tabs + spacing(0, 0, 240), run=small),
        Style(id="Footer", name="footer", quick=False, paragraph=rule + tabs + spacing(0, 0, 240), run=small),
    ]


def box(id: str, name: str, paragraph: str, run: str = "") -> Style:
    """A style of the box; `paragraph` comes whole, because the order of properties differs."""
    return Style(id=id, name=name, own=True, next="Kadertekst", paragraph=paragraph, run=run)


def boxes() -> list[Style]:
    """The box: head, source, text and lists.

    Head and text differ in their borders (the head has no bottom, the text no top), so the text of one box never joins
    the head of the next, while all below the head has the same borders and begins at the same place, so it joins.
    """
    inner = spacing(0, 80, 264)
    below = f"{BOX_BORDER}{SHADE}"
    right = f'<w:ind w:left="{BOX_EDGE + 284}" w:right="{BOX_EDGE}" w:hanging="284"/>'
    return [
        box(
            "Kadertekstkop",
            "Kadertekst kop",
            f"{KEEP}{BOX_HEAD_BORDER}{SHADE}{NO_HYPHENS}{spacing(320, 0, 300)}{BOX_INDENT}",
            bold(colour(BLUE) + size(23)),
        ),
        box(
            "Kadertekstbron",
            "Kadertekst bron",
            f"{KEEP}{below}{NO_HYPHENS}{inner}{BOX_INDENT}",
            colour(ACCENT) + size(20),
        ),
        box("Kadertekst", "Kadertekst", f"<w:keepLines/>{below}{inner}{BOX_INDENT}", size(21)),
        box(
            "Kadertekstopsomming",
            "Kadertekst opsomming",
            f"<w:keepLines/>{numbered(4)}{below}{spacing(0, 40, 264)}{right}",
            size(21),
        ),
        box(
            "Kadertekstnummering",
            "Kadertekst nummering",
            f"<w:keepLines/>{numbered(5)}{below}{spacing(0, 40, 264)}{right}",
            size(21),
        ),
    ]


def own(id: str, name: str, paragraph: str, run: str = "", based_on: str = "Normal") -> Style:
    """A paragraph style of the house."""
    return Style(id=id, name=name, own=True, based_on=based_on, next="Normal", paragraph=paragraph, run=run)


def text_roles() -> list[Style]:
    """Paragraphs with a role of their own."""
    bar = f"<w:pBdr>{border('left', 18, 8, ACCENT)}</w:pBdr>"
    return [
        own("Feiten", "Feiten", f"{KEEP}{bar}{spacing(40, 160, 288)}{FACTS_INDENT}", size(20)),
        own("Tussenkop", "Tussenkop", f"{KEEP}{NO_HYPHENS}{spacing(200, 40)}", bold(colour(GREY))),
        own("Doel", "Doel", KEEP + spacing(120, 160), colour(BLUE) + size(24)),
        own("Tekstnatabel", "Tekst na tabel", spacing(240, 120)),
        own("Figuur", "Figuur", f"{KEEP}{NO_HYPHENS}{spacing(240, 0, 240)}"),
        own("Figuurbijschrift", "Figuur bijschrift", f"{LOOSE}{spacing(80, 40, 252)}", based_on="Caption"),
        own("Bronregel", "Bronregel", spacing(80, 240, 240), colour(GREY) + size(18)),
        own("Melding", "Melding", spacing(60, 120, 252), "<w:i/><w:iCs/>" + colour(GREY) + size(20)),
        own("Aandachtspunt", "Aandachtspunt", f"<w:keepLines/>{spacing(0, 80, 252)}", colour(RED) + size(20)),
    ]


def table_text() -> list[Style]:
    """Paragraphs in a table; figures stand at the right."""
    right = '<w:jc w:val="right"/>'
    head = bold(colour(BLUE) + size(19))
    compact = spacing(0, 0, 245)
    return [
        own("Tabeltekst", "Tabeltekst", compact, size(19)),
        own("Tabelgetal", "Tabelgetal", f"{NO_HYPHENS}{right}", based_on="Tabeltekst"),
        own("Tabelkop", "Tabelkop", f"<w:keepNext/>{compact}", head),
        own("Tabelkopgetal", "Tabelkop getal", right, based_on="Tabelkop"),
    ]


def letters() -> list[Style]:
    """Styles for words in a line."""
    return [
        Style(id="DefaultParagraphFont", name="Default Paragraph Font", kind="character", based_on="", quick=False),
        Style(
            id="Hyperlink",
            name="Hyperlink",
            kind="character",
            based_on="DefaultParagraphFont",
            quick=False,
            run=f'<w:color w:val="{ACCENT}" w:themeColor="hyperlink"/><w:u w:val="single"/>',
        ),
        Style(
            id="Conceptmerk",
            name="Conceptmerk",
            kind="character",
            based_on="DefaultParagraphFont",
            own=True,
            run=bold(colour(RED)),
        ),
    ]


def cell_margins(top: int, side: int) -> str:
    """The space inside cells."""
    sides = (("top", top), ("left", side), ("bottom", top), ("right", side))
    return "<w:tblCellMar>" + "".join(f'<w:{at} w:w="{by}" w:type="dxa"/>' for at, by in sides) + "</w:tblCellMar>"


def condition(kind: str, run: str, edge: str, fill: str) -> str:
    """How the first or last row of a table differs."""
    return (
        f'<w:tblStylePr w:type="{kind}"><w:rPr>{run}</w:rPr><w:tcPr><w:tcBorders>{edge}</w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr></w:tblStylePr>'
    )


def tables() -> list[Style]:
    """The plain table, the built-in grid, and the table of the house: quiet rules, a marked head and total."""
    grid = "".join(border(side, 4, 0, "auto") for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    lines = border("top", 8, 0, BLUE) + border("bottom", 8, 0, BLUE) + border("insideH", 4, 0, RULE)
    marked = condition("firstRow", bold(""), border("bottom", 8, 0, BLUE), HEAD_FILL) + condition(
        "lastRow", bold(""), border("top", 8, 0, BLUE), FILL
    )
    return [
        Style(
            id="TableNormal",
            name="Normal Table",
            kind="table",
            based_on="",
            quick=False,
            rest=f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{cell_margins(0, 108)}</w:tblPr>',
        ),
        Style(
            id="TableGrid",
            name="Table Grid",
            kind="table",
            based_on="TableNormal",
            quick=False,
            rest=f"<w:tblPr><w:tblBorders>{grid}</w:tblBorders></w:tblPr>",
        ),
        Style(
            id="RIECtabel",
            name="RIEC tabel",
            kind="table",
            based_on="TableNormal",
            own=True,
            rest=f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders>{cell_margins(50, 90)}</w:tblPr>{marked}",
        ),
    ]


def normal() -> Style:
    """Running text."""
    return Style(id="Normal", name="Normal", based_on="", paragraph=f"<w:widowControl/>{spacing(120, 120, 276)}")


def all_styles() -> list[Style]:
    """Every style of the template, in the order of the file."""
    no_list = Style(id="NoList", name="No List", kind="numbering", based_on="", quick=False)
    groups = (headings(), lists(), page(), contents(), text_roles(), boxes(), table_text(), tables())
    return [normal(), *letters(), no_list, *(style for group in groups for style in group)]


def element(name: str, content: str) -> str:
    """An element, or nothing when it would be empty."""
    return f"<w:{name}>{content}</w:{name}>" if content else ""


def reference(name: str, value: str) -> str:
    """An element that names another style, or nothing."""
    return f'<w:{name} w:val="{value}"/>' if value else ""


def written(style: Style) -> str:
    """A style as WordprocessingML (CT_Style, ISO/IEC 29500-1, 17.7.4.17)."""
    default = style.id in {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}
    flags = (' w:default="1"' if default else "") + (' w:customStyle="1"' if style.own else "")
    quick = style.quick and style.kind == "paragraph"
    return (
        f'<w:style w:type="{style.kind}"{flags} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f"{reference('basedOn', '' if default else style.based_on)}{reference('next', style.next)}"
        f'<w:uiPriority w:val="{10 if style.quick else 99}"/>{"<w:qFormat/>" if quick else ""}'
        f"{element('pPr', style.paragraph)}{element('rPr', style.run)}{style.rest}</w:style>"
    )


def styles_part(namespace: str) -> str:
    """The styles part: the defaults of the document, no latent styles in view, and the table above."""
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" '
        f'w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>{size(22)}'
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        "</w:docDefaults>"
    )
    latent = (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        'w:defQFormat="0" w:count="376"/>'
    )
    return f'<w:styles xmlns:w="{namespace}">{defaults}{latent}{"".join(map(written, all_styles()))}</w:styles>'
