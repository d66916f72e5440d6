"""Where the charts of a sheet hang: from which cell to which, with a description for who cannot see them.

Source: ISO/IEC 29500-1, 20.5.2.33; distances in English Metric Units.
"""

from collections.abc import Sequence

from riec_desktop.excel.celltext import cell_text
from riec_desktop.excel.chart_places import ROWS_HIGH, Place, pixels
from riec_desktop.excel.markup import CHART, DRAWING, HEAD, OFFICE, attribute
from riec_desktop.excel.plan import Chart

_SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_PIXEL = 9525
_OTHER_COLUMN = 64
"""The width in pixels of a column that nobody gave one."""


def drawing_part(charts: Sequence[Chart], places: Sequence[Place], widths: Sequence[float]) -> str:
    """The part with the charts of a sheet; the first has the id rId1."""
    wide = [pixels(width) for width in widths]
    hung = (
        _hung(number, chart.description, place, wide)
        for number, (chart, place) in enumerate(zip(charts, places, strict=True), start=1)
    )
    return f'{HEAD}<xdr:wsDr xmlns:xdr="{_SHEET_DRAWING}" xmlns:a="{DRAWING}">{"".join(hung)}</xdr:wsDr>'


def _hung(number: int, description: str, place: Place, wide: Sequence[int]) -> str:
    """One chart; it moves with its cells and keeps its size."""
    start, end = _corner(place.row, place.left, wide), _corner(place.row + ROWS_HIGH, place.left + place.width, wide)
    told = attribute(cell_text(description))
    return (
        f'<xdr:twoCellAnchor editAs="oneCell"><xdr:from>{start}</xdr:from><xdr:to>{end}</xdr:to><xdr:graphicFrame '
        f'macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="{number + 1}" name="Grafiek {number}" descr="{told}"/>'
        '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
        f'<a:graphic><a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" xmlns:r="{OFFICE}" r:id="rId{number}"/>'
        "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
    )


def _corner(row: int, left: int, wide: Sequence[int]) -> str:
    """A place on the sheet as a cell and a distance from its left."""
    column = 0
    while left >= (width := wide[column] if column < len(wide) else _OTHER_COLUMN):
        left, column = left - width, column + 1
    across = f"<xdr:col>{column}</xdr:col><xdr:colOff>{left * _PIXEL}</xdr:colOff>"
    return f"{across}<xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff>"
