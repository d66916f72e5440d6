"""The part `styles.xml`: fonts, fills, lines and number formats, each once, and the styles that put them together.

Source: ISO/IEC 29500-1, 18.8. The first two fills and the first style are fixed there.
"""

from collections.abc import Iterable

from riec_desktop.excel.markup import HEAD, MAIN, attribute, colour
from riec_desktop.excel.plan import Tone
from riec_desktop.excel.styles import LINE_COLOUR, TONE_COLOURS, Style

_FIRST_CODE = 164
"""Below it stand the number formats that every program has."""

_SOLID = '<fill><patternFill patternType="solid"><fgColor rgb="{}"/><bgColor indexed="64"/></patternFill></fill>'
_FILLS = ('<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>')
_NO_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>"
_FIRST_STYLE = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
_TONES = tuple(Tone)


class _Numbered(dict[str, int]):
    """Pieces of XML with their numbers: each once, in the order in which they were first asked."""

    def __init__(self, pieces: Iterable[str] = ()) -> None:
        super().__init__((piece, number) for number, piece in enumerate(pieces))

    def number(self, piece: str) -> int:
        """The number of a piece; the next one when it is new."""
        return self.setdefault(piece, len(self))

    def listed(self, name: str) -> str:
        """The element that holds them."""
        return f'<{name} count="{len(self)}">{"".join(self)}</{name}>'


def tone_number(tone: Tone) -> int:
    """The number under which a conditional format names a tone."""
    return _TONES.index(tone)


def styles_part(styles: Iterable[Style]) -> str:
    """The part for the styles that have the numbers from 1."""
    fonts, fills = _Numbered([_font(Style())]), _Numbered(_FILLS)
    borders, codes = _Numbered([_NO_BORDER]), _Numbered()
    cells = [_FIRST_STYLE, *(_cell(style, fonts, fills, borders, codes) for style in styles)]
    formats = _Numbered(
        f'<numFmt numFmtId="{number}" formatCode="{attribute(code)}"/>'
        for number, code in enumerate(codes, start=_FIRST_CODE)
    )
    return "".join(
        (
            f'{HEAD}<styleSheet xmlns="{MAIN}">',
            formats.listed("numFmts") if formats else "",
            *(found.listed(name) for name, found in (("fonts", fonts), ("fills", fills), ("borders", borders))),
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
            f'<cellXfs count="{len(cells)}">{"".join(cells)}</cellXfs>',
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
            f'<dxfs count="{len(_TONES)}">{"".join(map(_tone, _TONES))}</dxfs></styleSheet>',
        )
    )


def _cell(style: Style, fonts: _Numbered, fills: _Numbered, borders: _Numbered, codes: _Numbered) -> str:
    number = _FIRST_CODE + codes.number(style.code) if style.code else 0
    fill = fills.number(_SOLID.format(colour(style.paper))) if style.paper else 0
    font, border = fonts.number(_font(style)), borders.number(_border(style))
    used = ' applyNumberFormat="1"' * bool(style.code) + ' applyFill="1"' * bool(style.paper)
    return (
        f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="{border}" '
        f'xfId="0"{used} applyFont="1" applyBorder="1" applyAlignment="1">{_alignment(style)}</xf>'
    )


def _font(style: Style) -> str:
    marks = "<b/>" * style.bold + "<u/>" * style.underlined
    ink = f'rgb="{colour(style.ink)}"' if style.ink else 'theme="1"'
    return (
        f'<font>{marks}<sz val="11"/><color {ink}/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font>'
    )


def _border(style: Style) -> str:
    sides = (("left", LINE_COLOUR), ("right", LINE_COLOUR), ("top", style.line), ("bottom", LINE_COLOUR))
    lines = "".join(f'<{side} style="thin"><color rgb="{colour(one)}"/></{side}>' for side, one in sides)
    return f"<border>{lines}<diagonal/></border>"


def _alignment(style: Style) -> str:
    across = f' horizontal="{style.align}"' if style.align else ""
    indent = f' indent="{style.indent}"' if style.indent else ""
    wrap = ' wrapText="1"' if style.wrap else ""
    return f'<alignment{across} vertical="top"{indent}{wrap}/>'


def _tone(tone: Tone) -> str:
    ink, paper = map(colour, TONE_COLOURS[tone])
    return (
        f'<dxf><font><color rgb="{ink}"/></font><fill><patternFill><bgColor rgb="{paper}"/></patternFill></fill></dxf>'
    )
