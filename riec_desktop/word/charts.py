"""The part of a chart: native, so that it can be edited in Word, with the numbers that its workbook holds.

A line per series over the years, or bars side by side per category (ISO/IEC 29500-1, 21.2). Many or long names make
bars lie down, so that names read from left to right. Numbers that are missing leave a gap.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from riec_desktop.chapter.blocks import Chart, ChartKind, Series
from riec_desktop.sheets import column_letters
from riec_desktop.word.chart_looks import (
    AXIS_COLOUR,
    GRID_COLOUR,
    TEXT_COLOUR,
    bar_look,
    line,
    line_look,
    solid,
    text_look,
)
from riec_desktop.word.chart_workbook import SHEET, cell_text, number_format, number_text
from riec_desktop.word.markup import element_text

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK_ID = "rId1"
"""The relationship from a chart to its workbook."""

_START = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"><c:date1904 val="0"/><c:lang val="nl-NL"/>'
    '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
)
_LEGEND = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{text_look(9.5)}</c:legend>'
_END = (
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
    f'{text_look()}<c:externalData r:id="{WORKBOOK_ID}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
)
_CATEGORY_AXIS, _VALUE_AXIS = 111_111_111, 222_222_222
_AXES = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
_MOST_UPRIGHT, _LONGEST_UPRIGHT = 6, 14
"""Bars stand with so many categories or fewer, with names of so many characters or fewer."""
_MOST_LABELS = 40
_SHOWN = "".join(
    f'<c:show{what} val="{int(what == "Val")}"/>'
    for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
_SMALL_COUNT = 8
"""Whole numbers up to here are counted one by one on the axis."""


def lies_down(chart: Chart) -> bool:
    """Whether the bars of a chart go from left to right."""
    longest = max(map(len, chart.categories), default=0)
    return chart.kind is ChartKind.BARS and (len(chart.categories) > _MOST_UPRIGHT or longest > _LONGEST_UPRIGHT)


@dataclass(frozen=True, slots=True)
class _Shape:
    """Everything about a chart but its names and numbers: charts of one shape differ in those alone.

    `present` says per series which numbers there are, `targets` which series is a target, `goes_on` which one goes on
    after a break, `below` which numbers stand below their line.
    """

    kind: ChartKind
    lying: bool
    categories: int
    present: tuple[tuple[bool, ...], ...]
    targets: tuple[bool, ...]
    goes_on: tuple[bool, ...]
    below: tuple[int, ...]
    code: str
    unit: str
    from_zero: bool
    by_one: bool


def chart_part(chart: Chart) -> str:
    """The chart as DrawingML; its numbers are those of `chart_workbook.workbook`.

    A year has hundreds of charts of a few shapes, so the text of a shape is made once and filled in.
    """
    return _template(_shape(chart)) % tuple(_texts(chart))


def _shape(chart: Chart) -> _Shape:
    values = [value for series in chart.series for value in series.values if value is not None]
    return _Shape(
        kind=chart.kind,
        lying=lies_down(chart),
        categories=len(chart.categories),
        present=tuple(tuple(value is not None for value in series.values) for series in chart.series),
        targets=tuple(series.is_target for series in chart.series),
        goes_on=tuple(series.goes_on for series in chart.series),
        below=_below(chart.series),
        code=number_format(chart.decimals),
        unit=chart.unit,
        from_zero=min(values, default=0) >= 0,
        by_one=not chart.decimals and 0 < max(values, default=0) <= _SMALL_COUNT,
    )


def _below(series: Sequence[Series]) -> tuple[int, ...]:
    """The points of the first line whose numbers stand below it: those under the line of the target."""
    done = next((one for one in series if not one.is_target), None)
    meant = next((one for one in series if one.is_target), None)
    if done is None or meant is None:
        return ()
    both = enumerate(zip(done.values, meant.values, strict=False))
    return tuple(at for at, (is_, should) in both if is_ is not None and should is not None and is_ < should)


def _texts(chart: Chart) -> Iterator[str]:
    """What is filled in, in the order of the part."""
    names = [cell_text(name) for name in chart.categories]
    for series in chart.series:
        yield cell_text(series.name)
        yield from names
        yield from (number_text(value) for value in series.values if value is not None)


@lru_cache(maxsize=256)
def _template(shape: _Shape) -> str:
    plot = _lines(shape) if shape.kind is ChartKind.LINE else _bars(shape)
    names = _category_axis("l", "maxMin") if shape.lying else _category_axis("b", "minMax")
    legend = _LEGEND if len(shape.targets) > 1 else ""
    return f"{_START}{plot}{names}{_value_axis(shape)}</c:plotArea>{legend}{_END}"


def _lines(shape: _Shape) -> str:
    first = shape.targets.index(False) if False in shape.targets else 0
    labels = _labels(shape.code, "t", shape.below)
    series = "".join(
        f"{_series_start(at)}{line_look(at, target=target)}{labels if at == first or shape.goes_on[at] else ''}"
        f'{_data(shape, at)}<c:smooth val="0"/></c:ser>'
        for at, target in enumerate(shape.targets)
    )
    start = '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
    return f'{start}{series}<c:marker val="1"/>{_AXES}</c:lineChart>'


def _bars(shape: _Shape) -> str:
    many = shape.categories * len(shape.targets) > _MOST_LABELS
    labelled = "" if many else _labels(shape.code, "outEnd")
    series = "".join(
        f'{_series_start(at)}{bar_look(at, target=target)}<c:invertIfNegative val="0"/>{labelled}'
        f"{_data(shape, at)}</c:ser>"
        for at, target in enumerate(shape.targets)
    )
    direction = "bar" if shape.lying else "col"
    gap = 60 if len(shape.targets) > 1 else 45
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="-5"/>{_AXES}</c:barChart>'
    )


def _series_start(at: int) -> str:
    cell = f"{SHEET}!${column_letters(at + 2)}$1"
    return f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx>{_names(cell, 1)}</c:tx>'


def _data(shape: _Shape, at: int) -> str:
    """The categories and the numbers of a series, each with the cells where they stand."""
    last = max(2, shape.categories + 1)
    letters = column_letters(at + 2)
    names = _names(f"{SHEET}!$A$2:$A${last}", shape.categories)
    cells = f"{SHEET}!${letters}$2:${letters}${last}"
    return f"<c:cat>{names}</c:cat><c:val>{_numbers(cells, shape.present[at], shape.code)}</c:val>"


def _names(cells: str, count: int) -> str:
    points = _points(range(count))
    return f'<c:strRef><c:f>{cells}</c:f><c:strCache><c:ptCount val="{count}"/>{points}</c:strCache></c:strRef>'


def _numbers(cells: str, present: Sequence[bool], code: str) -> str:
    points = _points(at for at, there in enumerate(present) if there)
    return (
        f"<c:numRef><c:f>{cells}</c:f><c:numCache><c:formatCode>{code}</c:formatCode>"
        f'<c:ptCount val="{len(present)}"/>{points}</c:numCache></c:numRef>'
    )


def _points(places: Iterable[int]) -> str:
    return "".join(f'<c:pt idx="{at}"><c:v>%s</c:v></c:pt>' for at in places)


def _labels(code: str, place: str, below: tuple[int, ...] = ()) -> str:
    """The numbers beside their points or bars, some of them below."""
    apart = "".join(f'<c:dLbl><c:idx val="{at}"/>{_label(code, "b")}</c:dLbl>' for at in below)
    return f"<c:dLbls>{apart}{_label(code, place)}</c:dLbls>"


def _label(code: str, place: str) -> str:
    return (
        f'<c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text_look()}<c:dLblPos val="{place}"/>{_SHOWN}'
    )


def _category_axis(place: str, order: str) -> str:
    """The axis with the names, without marks; the line is where zero is, names stay at the edge."""
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{place}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{line(AXIS_COLOUR, 1)}</c:spPr>{text_look()}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(shape: _Shape) -> str:
    """The axis with the numbers: light lines, from zero unless a number is negative, the unit as its title."""
    least = '<c:min val="0"/>' if shape.from_zero else ""
    step = '<c:majorUnit val="1"/>' if shape.by_one else ""
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{least}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"b" if shape.lying else "l"}"/>'
        f"<c:majorGridlines><c:spPr>{line(GRID_COLOUR, 0.75)}</c:spPr></c:majorGridlines>{_unit(shape.unit)}"
        f'<c:numFmt formatCode="{shape.code}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{text_look()}"
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="{"max" if shape.lying else "autoZero"}"/>'
        f'<c:crossBetween val="between"/>{step}</c:valAx>'
    )


def _unit(unit: str) -> str:
    if not unit:
        return ""
    words = element_text(unit).replace("%", "%%")
    letters = f'<a:rPr lang="nl-NL" sz="900" b="0">{solid(TEXT_COLOUR)}<a:latin typeface="+mn-lt"/></a:rPr>'
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>{letters}<a:t>{words}</a:t></a:r></a:p>"
        '</c:rich></c:tx><c:overlay val="0"/></c:title>'
    )
