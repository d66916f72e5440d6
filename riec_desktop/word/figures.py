"""Charts and pictures in the line of the text: never floating, with an alternative text, and a caption below.

Sizes are in EMU (914,400 to the inch), as drawings have them; those of pages are in twips.
"""

from riec_desktop.chapter.blocks import Chart, Picture
from riec_desktop.word.captions import BELOW, write_caption
from riec_desktop.word.charts import lies_down
from riec_desktop.word.job import Job
from riec_desktop.word.markup import attribute
from riec_desktop.word.paragraphs import KEEP_NEXT
from riec_desktop.word.runs import text_run

FIGURE, SOURCE = "Figuur", "Bronregel"

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_EMU_PER_TWIP = 635
_EMU_PER_POINT = 12_700
_EMU_PER_PIXEL = 914_400 // 150
"""A picture is never shown larger than at 150 dots per inch: larger, it would be vague."""
_HIGHEST = 0.72
"""The share of the height of the text that a drawing takes at most; its caption and source stand below it."""

_LINE_RATIO, _WIDE_RATIO = 0.44, 0.32
_BAR, _BAR_GAP, _BARS_AROUND = 15, 8, 64
"""Points: the thickness of a bar, the space after each category, and what stands around all bars."""


def write_chart(block: Chart, job: Job) -> str:
    """A chart and its caption."""
    relation = job.attachments.chart(block)
    width, height = chart_size(block, job.full_width if block.wide else job.width, job.height)
    graphic = (
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_C}">'
        f'<c:chart xmlns:c="{_C}" r:id="{relation}"/></a:graphicData></a:graphic>'
    )
    drawing = _inline("Grafiek", block, (width, height), graphic, job)
    return drawing + write_caption(block.caption, job, BELOW, KEEP_NEXT if job.before_source else "")


def write_picture(block: Picture, job: Job) -> str:
    """A picture, its caption, and where it comes from."""
    relation = job.attachments.picture(block)
    width, height = picture_size(block, job.full_width if block.wide else job.width, job.height)
    number = job.attachments.drawings + 1
    graphic = (
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Afbeelding {number}" descr="{attribute(block.description)}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
    drawing = _inline("Afbeelding", block, (width, height), graphic, job)
    source = f"{job.styles.closed[SOURCE]}{text_run(block.source)}</w:p>" if block.source else ""
    return drawing + write_caption(block.caption, job, BELOW, KEEP_NEXT if source else "") + source


def _inline(name: str, block: Chart | Picture, size: tuple[int, int], graphic: str, job: Job) -> str:
    """The paragraph with a drawing in it, kept with the caption below."""
    number = job.attachments.drawing()
    return (
        f"{job.styles.open[FIGURE]}<w:keepNext/></w:pPr><w:r><w:drawing>"
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{name} {number}" descr="{attribute(block.description)}" '
        f'title="{attribute(block.title)}"/>{graphic}</wp:inline></w:drawing></w:r></w:p>'
    )


def chart_size(block: Chart, width: int, height: int) -> tuple[int, int]:
    """How large a chart is drawn: as wide as its column, and as high as its bars need.

    `width` and `height` are those of the text, in twips.
    """
    across, most = width * _EMU_PER_TWIP, int(height * _EMU_PER_TWIP * _HIGHEST)
    high = int(across * (_WIDE_RATIO if block.wide else _LINE_RATIO))
    if lies_down(block):
        bars = len(block.categories) * (_BAR * len(block.series) + _BAR_GAP)
        high = (bars + _BARS_AROUND) * _EMU_PER_POINT
    return across, min(high, most)


def picture_size(block: Picture, width: int, height: int) -> tuple[int, int]:
    """How large a picture is shown: never wider than its column, never too high for a page, never vague.

    `width` and `height` are those of the text, in twips. Its own proportions stay.
    """
    across, high = max(block.width, 1), max(block.height, 1)
    most = (width * _EMU_PER_TWIP / across, height * _EMU_PER_TWIP * _HIGHEST / high, _EMU_PER_PIXEL)
    scale = min(most)
    return max(int(across * scale), 1), max(int(high * scale), 1)
