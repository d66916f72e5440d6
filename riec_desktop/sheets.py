"""What all that reads or writes a workbook agrees on: the names of columns, the length of a cell, the theme.

Here, because a chart in the Word document has a workbook too, and Word and Excel do not know each other.
"""

from collections.abc import Sequence

MOST_CHARACTERS = 32_767
"""UTF-16 units that a cell can hold (Microsoft, 'Excel specifications and limits')."""

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_BEFORE_ACCENTS = (("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "154273"), ("lt2", "EEF3F8"))
_AFTER_ACCENTS = (("hlink", "01689B"), ("folHlink", "7B3F98"))
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FONT = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_LETTERS = 26


def column_letters(number: int) -> str:
    """The name of a column, counted from 1: 'A', … 'Z', 'AA'."""
    before, letter = divmod(number - 1, _LETTERS)
    return f"{column_letters(before) if before else ''}{chr(ord('A') + letter)}"


def theme_xml(accents: Sequence[str]) -> str:
    """The least that a theme may be (ISO/IEC 29500-1, 20.1.6): the house colours with these six accents, one font."""
    named = [(f"accent{at}", colour) for at, colour in enumerate(accents, start=1)]
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in (*_BEFORE_ACCENTS, *named, *_AFTER_ACCENTS)
    )
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="RIEC"><a:themeElements><a:clrScheme name="RIEC">{colours}</a:clrScheme>'
        f'<a:fontScheme name="RIEC"><a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="RIEC"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{_FILL}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
