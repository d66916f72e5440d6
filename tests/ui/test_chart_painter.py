"""Charts and pictures in the preview: painted in its colours, and found under their addresses."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riec_desktop.chapter.blocks import Block, Caption, Chart, ChartKind, Picture, Series
from riec_desktop.chapter.drawings import drawing_address, drawing_size, drawings_of
from riec_desktop.chapter.html import DARK, LIGHT, Palette, preview_blocks
from riec_desktop.ui.chart_painter import paint_chart
from riec_desktop.ui.drawings import drawn
from riec_desktop.ui.preview_view import Preview
from tests.helpers.chapters import paragraph
from tests.helpers.images import drawing, file_of

CAPTION = Caption(label="Figuur", prefix="3.4", number=1, text="Signalen", bookmark="g1_a")
LINE = Chart(
    kind=ChartKind.LINE,
    categories=("2021", "2022", "2023"),
    series=(
        Series(name="Signalen", values=(Decimal(10), None, Decimal(20))),
        Series(name="Doel", values=(None, Decimal(12), Decimal(15)), is_target=True),
    ),
    unit="signalen",
    decimals=0,
    caption=CAPTION,
    title="Signalen",
    description="Lijndiagram.",
)
BARS = replace(LINE, kind=ChartKind.BARS, categories=("RIEC Zeeland-West-Brabant", "RIEC Amsterdam-Amstelland", "LIEC"))
PLATE = Picture(
    content=file_of(drawing(800, 400)),
    media_type="image/png",
    width=800,
    height=400,
    caption=replace(CAPTION, number=2, bookmark="f_b"),
    title="Plaat",
    description="Een lijn.",
    source="eigen foto",
)
SIZE = QSize(400, 220)


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("chart", [LINE, BARS])
@pytest.mark.parametrize(("palette", "series"), [(LIGHT, "#154273"), (DARK, "#9cc4f2")])
@pytest.mark.usefixtures("qapp")
def test_a_chart_is_painted_in_the_colours_of_the_preview(chart: Chart, palette: Palette, series: str) -> None:
    assert series in colours(paint_chart(chart, SIZE, palette))


@pytest.mark.usefixtures("qapp")
def test_a_year_without_a_number_breaks_the_line() -> None:
    whole = replace(LINE, series=(replace(LINE.series[0], values=(Decimal(10), Decimal(15), Decimal(20))),))
    broken = replace(LINE, series=LINE.series[:1])
    assert paint_chart(whole, SIZE, LIGHT) != paint_chart(broken, SIZE, LIGHT)
    assert paint_chart(broken, SIZE, LIGHT).pixelColor(142, 110).alpha() == 0


@pytest.mark.parametrize("values", [(), (Decimal(0), None), (Decimal(-5), Decimal(3)), (Decimal(10**15), Decimal(1))])
@pytest.mark.usefixtures("qapp")
def test_any_numbers_can_be_painted(values: tuple[Decimal | None, ...]) -> None:
    for kind in ChartKind:
        names = tuple(f"Naam {at}" for at in range(len(values)))
        odd = replace(LINE, kind=kind, categories=names, series=(Series(name="x", values=values),))
        assert paint_chart(odd, SIZE, LIGHT, 2.0).size() == SIZE * 2


@pytest.mark.usefixtures("qapp")
def test_the_same_data_is_painted_once() -> None:
    assert drawn(LINE, 1.0, LIGHT, 400) is drawn(replace(LINE), 1.0, LIGHT, 400)
    assert drawn(LINE, 1.0, LIGHT, 400) is not drawn(LINE, 1.0, DARK, 400)


def test_the_preview_gives_its_text_the_drawings_that_it_asks_for(qapp: QApplication) -> None:
    blocks: tuple[Block, ...] = (paragraph("Tekst."), LINE, PLATE)
    preview = Preview()
    preview.resize(500, 900)
    preview.show_html(preview_blocks(blocks), drawings_of(blocks))
    qapp.processEvents()
    for block in (LINE, PLATE):
        image = preview.document().resource(QTextDocument.ResourceType.ImageResource, QUrl(drawing_address(block)))
        assert isinstance(image, QImage)
        assert not image.isNull()
    assert "Figuur 3.4-1. Signalen" in preview.toPlainText()
    assert "Bron: eigen foto" in preview.toPlainText()


def test_nothing_else_is_ever_loaded(qapp: QApplication) -> None:
    assert qapp is not None
    assert Preview().loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/hostname")) is None


def test_a_picture_is_made_to_fit_and_a_small_one_is_left_alone() -> None:
    assert drawing_size(PLATE) == (400, 200)
    assert drawing_size(replace(PLATE, width=40, height=30)) == (40, 30)
    assert drawing_size(replace(LINE, wide=True)) == (400, 300)


@pytest.mark.usefixtures("qapp")
def test_in_a_narrow_text_a_chart_is_as_narrow_and_a_picture_keeps_its_shape() -> None:
    chart, picture = (drawn(one, 2.0, LIGHT, 300) for one in (LINE, PLATE))
    assert chart.size() == QSize(300, 220) * 2
    assert picture.size() == QSize(300, 150) * 2
    assert picture.devicePixelRatio() == 2.0


def test_drawings_become_as_wide_as_the_text_when_that_gets_another_width(qtbot: QtBot) -> None:
    blocks: tuple[Block, ...] = (paragraph("Tekst."), PLATE)
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(300, 400)
    preview.show()
    preview.show_html(preview_blocks(blocks), drawings_of(blocks))
    before = preview.document().size().height()
    preview.resize(500, 400)
    QApplication.processEvents()
    assert preview.document().size().height() > before
    assert not preview.horizontalScrollBar().isVisible()
