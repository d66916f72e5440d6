"""Native line charts as text: calm house colours, a marker and a dash of its own for each line, so that print suffices.

What is read from cells is stored beside it, so that a program that cannot calculate draws the same; where no number
stands, none is stored. Everything that has a default is said, because programs disagree about the defaults.
Source: ISO/IEC 29500-1, 21.2.
"""

from collections.abc import Iterable, Sequence

from riec_desktop.excel.celltext import cell_text
from riec_desktop.excel.markup import CHART, DRAWING, HEAD, OFFICE, attribute, string_xml
from riec_desktop.excel.plan import Amount, Chart, ColumnType, Line, Row, SheetPlan
from riec_desktop.excel.styles import HEADER_COLOURS, LINE_COLOUR, number_format
from riec_desktop.sheets import column_letters

ACTUAL_COLOUR = HEADER_COLOURS[1]
TARGET_COLOUR = "#A65200"
"""Both stand out from white with at least 3:1 (WCAG 2.2, 1.4.11); a test computes it."""

TEXT_COLOUR = "#333B45"


def _filled(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'


def _stroke(colour: str, width: int = 9525, dash: str = "solid") -> str:
    return f'<a:ln w="{width}">{_filled(colour)}<a:prstDash val="{dash}"/></a:ln>'


def _letters(tag: str, size: int, bold: int = 0) -> str:
    language = ' lang="nl-NL"' if tag == "rPr" else ""
    return f'<a:{tag}{language} sz="{size}" b="{bold}">{_filled(TEXT_COLOUR)}</a:{tag}>'


def _text(size: int, bold: int = 0) -> str:
    """How words and numbers of a chart look."""
    look = f'<a:p><a:pPr>{_letters("defRPr", size, bold)}</a:pPr><a:endParaRPr lang="nl-NL"/></a:p>'
    return f"<c:txPr><a:bodyPr/><a:lstStyle/>{look}</c:txPr>"


_SMALL, _TITLE = _text(900), _text(1000, 1)
_HALF_POINT, _THIN, _THICK = 6350, 19050, 28575
_TICKS = '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
_NOT_SHOWN = "".join(f'<c:show{one} val="0"/>' for one in ("CatName", "SerName", "Percent", "BubbleSize"))
_START = (
    f'{HEAD}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}"><c:lang val="nl-NL"/>'
    '<c:roundedCorners val="0"/><c:chart>'
)
_PLOT = (
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:lineChart><c:grouping val="standard"/>'
    '<c:varyColors val="0"/>'
)
_CATEGORIES = (
    '<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart><c:catAx><c:axId val="1"/><c:scaling>'
    '<c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>'
    f'<c:numFmt formatCode="General" sourceLinked="1"/>{_TICKS}<c:spPr>{_stroke(LINE_COLOUR)}</c:spPr>{_SMALL}'
    '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
    "</c:catAx>"
)
_GRID = f"<c:majorGridlines><c:spPr>{_stroke(LINE_COLOUR, _HALF_POINT)}</c:spPr></c:majorGridlines>"
_VALUES_END = (
    f'{_TICKS.replace("out", "none")}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_SMALL}<c:crossAx val="1"/>'
    '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx></c:plotArea>'
)
_LEGEND = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_SMALL}</c:legend>'
_END = (
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
    f"<c:spPr>{_filled('#FFFFFF')}{_stroke(LINE_COLOUR)}</c:spPr></c:chartSpace>"
)


def chart_part(sheet: SheetPlan, chart: Chart) -> str:
    """The part of a chart of the sheet."""
    lines = "".join(_line(sheet, chart, line, at) for at, line in enumerate(chart.lines))
    legend = _LEGEND if len(chart.lines) > 1 else ""
    return f"{_START}{_title(sheet, chart)}{_PLOT}{lines}{_CATEGORIES}{_values_axis(sheet, chart)}{legend}{_END}"


def _title(sheet: SheetPlan, chart: Chart) -> str:
    """The title follows its cell, as the lines follow theirs."""
    title = sheet.rows[chart.row][chart.title_column]
    words = _words(f"{sheet.name}!${column_letters(chart.title_column + 1)}${chart.row + 2}", [str(title)])
    return f'<c:title><c:tx>{words}</c:tx><c:overlay val="0"/>{_TITLE}</c:title>'


def _words(source: str, texts: Sequence[str]) -> str:
    """Texts from cells."""
    points = "".join(_point(at, string_xml(cell_text(text))) for at, text in enumerate(texts))
    return f'<c:strRef><c:f>{source}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'


def _point(at: int, value: str) -> str:
    return f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>'


def _numbers(source: str, cells: Row) -> str:
    """Numbers from cells; none where a cell has none."""
    points = "".join(_point(at, f"{one.value:f}") for at, one in enumerate(cells) if isinstance(one, Amount))
    cached = f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(cells)}"/>{points}'
    return f"<c:numRef><c:f>{source}</c:f><c:numCache>{cached}</c:numCache></c:numRef>"


def _across(sheet: SheetPlan, line: Line, row: int) -> str:
    """The cells of a line in a row of the sheet: 'Trends!$D$2:$F$2'."""
    return f"{sheet.name}!${column_letters(line.first + 1)}${row}:${column_letters(line.last + 1)}${row}"


def _line(sheet: SheetPlan, chart: Chart, line: Line, at: int) -> str:
    colour = TARGET_COLOUR if line.is_target else ACTUAL_COLOUR
    width, dash, sign = (_THIN, "dash", "diamond") if line.is_target else (_THICK, "solid", "circle")
    row = sheet.rows[chart.row][line.first : line.last + 1]
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:v>{string_xml(cell_text(line.name))}</c:v></c:tx>'
        f'<c:spPr>{_stroke(colour, width, dash)}</c:spPr><c:marker><c:symbol val="{sign}"/><c:size val="7"/><c:spPr>'
        f"{_filled(colour)}{_stroke(colour)}</c:spPr></c:marker>{'' if line.is_target else _labels(chart)}"
        f"<c:cat>{_words(_across(sheet, chart.lines[0], 1), chart.places)}</c:cat>"
        f'<c:val>{_numbers(_across(sheet, line, chart.row + 2), row)}</c:val><c:smooth val="0"/></c:ser>'
    )


def _labels(chart: Chart) -> str:
    """The number above each point."""
    shown = f'<c:dLblPos val="t"/><c:showLegendKey val="0"/><c:showVal val="1"/>{_NOT_SHOWN}'
    return f"<c:dLbls>{_format(chart)}{_SMALL}{shown}</c:dLbls>"


def _format(chart: Chart) -> str:
    code = attribute(number_format(ColumnType.DECIMAL, chart.decimals))
    return f'<c:numFmt formatCode="{code}" sourceLinked="0"/>'


def _values_axis(sheet: SheetPlan, chart: Chart) -> str:
    """From 0 where no number is below it, so that a small change does not look large."""
    least = "" if _goes_below_zero(sheet.rows[chart.row], chart.lines) else '<c:min val="0"/>'
    return (
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>{least}</c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/>{_GRID}{_unit(chart.unit)}{_format(chart)}{_VALUES_END}'
    )


def _goes_below_zero(row: Row, lines: Iterable[Line]) -> bool:
    cells = (cell for line in lines for cell in row[line.first : line.last + 1])
    return any(isinstance(cell, Amount) and cell.value < 0 for cell in cells)


def _unit(unit: str) -> str:
    if not unit:
        return ""
    run = f"<a:r>{_letters('rPr', 900)}<a:t>{string_xml(cell_text(unit))}</a:t></a:r>"
    words = f"<a:p><a:pPr>{_letters('defRPr', 900)}</a:pPr>{run}</a:p>"
    turned = '<a:bodyPr rot="-5400000" vert="horz"/><a:lstStyle/>'
    return f'<c:title><c:tx><c:rich>{turned}{words}</c:rich></c:tx><c:overlay val="0"/></c:title>'
