"""How series in a chart look: colours with enough contrast, and beside the colour a marker, a dash or a pattern.

Nobody needs to see colours to tell the series apart (WCAG 2.2, 1.4.1), and every colour stands out against white
(3:1, 1.4.11). A target is always dashed and hollow: what was meant, not what was done.
"""

from functools import cache

from riec_desktop.word.templates.palette import CHART_COLOURS

COLOURS = CHART_COLOURS
"""Blue, orange, teal, purple, olive, grey."""

TARGET_COLOUR = "8A3700"
TEXT_COLOUR, AXIS_COLOUR, GRID_COLOUR = "404040", "767676", "D9E0E8"
MARKERS = ("circle", "square", "triangle", "diamond", "x", "plus")
PATTERNS = ("", "wdUpDiag", "dkHorz", "wdDnDiag", "pct40", "smGrid")
"""Fills by series, '' is solid."""

_POINT = 12_700
"""EMU in a point."""


def solid(colour: str) -> str:
    """A fill of one colour."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def line(colour: str, points: float, dash: str = "") -> str:
    """An outline; `dash` is a preset ('sysDash'), '' for an unbroken line."""
    broken = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(points * _POINT)}" cap="rnd">{solid(colour)}{broken}<a:round/></a:ln>'


@cache
def line_look(at: int, *, target: bool) -> str:
    """The line of series `at` (from 0) and its markers."""
    colour = TARGET_COLOUR if target else COLOURS[at % len(COLOURS)]
    inside = "FFFFFF" if target else colour
    return (
        f"<c:spPr>{line(colour, 2.25, 'dash' if target else '')}</c:spPr>"
        f'<c:marker><c:symbol val="{MARKERS[at % len(MARKERS)]}"/><c:size val="7"/>'
        f"<c:spPr>{solid(inside)}{line(colour, 1.25)}</c:spPr></c:marker>"
    )


@cache
def bar_look(at: int, *, target: bool) -> str:
    """The bars of series `at` (from 0)."""
    if target:
        return f"<c:spPr>{solid('FFFFFF')}{line(TARGET_COLOUR, 1.5, 'sysDash')}</c:spPr>"
    colour, pattern = COLOURS[at % len(COLOURS)], PATTERNS[at % len(PATTERNS)]
    return f"<c:spPr>{_pattern(colour, pattern) if pattern else solid(colour)}{line(colour, 1)}</c:spPr>"


def _pattern(colour: str, pattern: str) -> str:
    return (
        f'<a:pattFill prst="{pattern}"><a:fgClr><a:srgbClr val="{colour}"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
    )


def text_look(points: float = 9) -> str:
    """Letters of the body font of the document."""
    letters = f'{solid(TEXT_COLOUR)}<a:latin typeface="+mn-lt"/>'
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(points * 100)}" b="0">{letters}</a:defRPr>'
        '</a:pPr><a:endParaRPr lang="nl-NL"/></a:p></c:txPr>'
    )
