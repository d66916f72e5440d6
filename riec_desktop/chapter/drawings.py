"""What the preview draws itself: charts and pictures, by the address under which its HTML asks for them."""

from collections.abc import Iterable, Mapping

from riec_desktop.chapter.blocks import Block, Chart, Picture

CHART, PICTURE = "grafiek:", "beeld:"
"""How the address of a drawing begins; the bookmark of its caption follows."""

_WIDTH, _CHART_HEIGHT, _WIDE_HEIGHT = 400, 220, 300
"""The room for a drawing in the preview, in pixels."""


def drawing_address(block: Chart | Picture) -> str:
    """'grafiek:g1_…' or 'beeld:f_…'."""
    return f"{CHART if isinstance(block, Chart) else PICTURE}{block.caption.bookmark}"


def drawing_size(block: Chart | Picture) -> tuple[int, int]:
    """Width and height in pixels; a small picture keeps its size."""
    if isinstance(block, Chart):
        return _WIDTH, _WIDE_HEIGHT if block.wide else _CHART_HEIGHT
    width = min(_WIDTH, block.width)
    return width, max(1, round(block.height * width / block.width))


def drawings_of(blocks: Iterable[Block]) -> Mapping[str, Chart | Picture]:
    """Every chart and picture by its address."""
    return {drawing_address(block): block for block in blocks if isinstance(block, Chart | Picture)}
