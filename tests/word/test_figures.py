"""Charts and pictures in the text: in line, with an alternative text, a caption below and a part of their own."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from riec_desktop.chapter.blocks import Block, Chart, ChartKind, Picture, Role
from riec_desktop.paths import data_file
from riec_desktop.word.chart_workbook import workbook
from riec_desktop.word.figures import chart_size, picture_size
from riec_desktop.word.package import read_package
from riec_desktop.word.render import render_chapter
from tests.helpers.chapters import chapter, chart, figure_caption, heading, paragraph, picture, png, series, table
from tests.helpers.strategies import raw_texts
from tests.helpers.word import (
    RELATIONSHIP,
    R,
    W,
    body,
    instructions,
    paragraphs,
    part_names,
    part_text,
    properties,
    style_of,
    text_of,
    texts_of,
    tree,
)
from tests.word.test_markup import lines

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
HOUSE = data_file("templates", "riec.docx").read_bytes()
COLUMN = 9070 * 635


def rendered(*blocks: Block, landscape: bool = False) -> bytes:
    return render_chapter(chapter(*blocks, landscape=landscape), HOUSE)


def drawings(document: bytes) -> list[ET.Element]:
    return list(body(document).iter(f"{WP}docPr"))


def sizes(document: bytes) -> list[tuple[int, int]]:
    return [(int(each.get("cx", "")), int(each.get("cy", ""))) for each in body(document).iter(f"{WP}extent")]


def targets(document: bytes, part: str = "word/_rels/document.xml.rels") -> dict[str, str]:
    return {each.get("Id", ""): each.get("Target", "") for each in tree(document, part).iter(RELATIONSHIP)}


@pytest.mark.parametrize("block", [chart(), picture()])
def test_a_figure_stands_in_the_line_above_its_caption(block: Chart | Picture) -> None:
    document = rendered(heading(2, "Hoofdstuk", "3.4", "_Toc1"), block, paragraph())
    _, drawing, caption, *_ = paragraphs(document)
    assert (style_of(drawing), properties(drawing)) == ("Figuur", ["pStyle", "keepNext"])
    assert len(list(drawing.iter(f"{WP}inline"))) == 1
    assert style_of(caption) == "Figuurbijschrift"
    assert text_of(caption) == f"Figuur\u00a03.4-1. {block.caption.text}"
    assert instructions(document) == ["REF _Toc1 \\n", "SEQ Figuur \\* ARABIC"]


def test_a_caption_stays_with_its_figure_and_not_with_the_text_below() -> None:
    document = rendered(chart(), paragraph())
    drawing, caption, text = paragraphs(document)[:3]
    assert [properties(one)[1:] for one in (drawing, caption)] == [["keepNext"], []]
    style = next(one for one in tree(document, "word/styles.xml") if one.get(f"{W}styleId") == style_of(caption))
    keep = style.find(f"{W}pPr/{W}keepNext")
    assert keep is not None
    assert keep.get(f"{W}val") == "0"
    assert style_of(text) == "Tekstnatabel"


def test_a_source_stands_below_the_caption_and_stays_with_it() -> None:
    found = paragraphs(rendered(picture(), picture(2, source="")))
    assert [style_of(line) for line in found] == [
        "Figuur",
        "Figuurbijschrift",
        "Bronregel",
        "Figuur",
        "Figuurbijschrift",
    ]
    assert text_of(found[2]) == "Bron: Kadaster, 2023."
    assert [properties(found[at])[1:] for at in (1, 4)] == [["keepNext"], []]


def test_a_chart_stays_with_the_source_below_it() -> None:
    found = paragraphs(rendered(chart(), paragraph("Bron", Role.SOURCE)))
    assert properties(found[1])[1:] == ["keepNext"]


def test_every_drawing_has_a_number_a_name_a_title_and_a_description_of_its_own() -> None:
    found = drawings(rendered(chart(), picture(2), chart(3)))
    assert [each.get("id") for each in found] == ["1", "2", "3"]
    assert [each.get("name") for each in found] == ["Grafiek 1", "Afbeelding 2", "Grafiek 3"]
    assert [each.get("title") for each in found[:2]] == ["Signalen per jaar", "Kaart"]
    assert found[1].get("descr") == "Kaart van de tien regio’s."


# --- parts ----------------------------------------------------------------------------------------------------------


def test_a_chart_is_a_part_with_its_workbook_in_it() -> None:
    document = rendered(chart(), chart(2, ChartKind.BARS))
    ids = [each.get(f"{R}id", "") for each in body(document).iter(f"{C}chart")]
    assert [targets(document)[each] for each in ids] == ["charts/chart1.xml", "charts/chart2.xml"]
    assert targets(document, "word/charts/_rels/chart2.xml.rels") == {
        "rId1": "../embeddings/Microsoft_Excel_Worksheet2.xlsx"
    }
    data = next(tree(document, "word/charts/chart2.xml").iter(f"{C}externalData"))
    assert (data.get(f"{R}id"), [each.get("val") for each in data]) == ("rId1", ["0"])
    assert read_package(document)["word/embeddings/Microsoft_Excel_Worksheet2.xlsx"] == workbook(chart())


def test_the_types_of_charts_workbooks_and_pictures_are_known() -> None:
    types = tree(rendered(chart(), picture(2)), "[Content_Types].xml")
    kinds = {each.get("Extension") or each.get("PartName"): each.get("ContentType", "") for each in types}
    assert kinds["/word/charts/chart1.xml"].endswith("drawingml.chart+xml")
    assert (kinds["png"], "jpeg" in kinds) == ("image/png", False)
    assert kinds["xlsx"].endswith("spreadsheetml.sheet")


def test_the_same_picture_twice_is_one_part() -> None:
    document = rendered(picture(), picture(2), picture(3, content=png(60, 40, shade=9)))
    ids = [each.get(f"{R}embed", "") for each in body(document).iter(f"{A}blip")]
    assert [targets(document)[each] for each in ids] == ["media/image1.png", "media/image1.png", "media/image2.png"]
    assert [name for name in part_names(document) if "media" in name] == [
        *("word/media/image1.png", "word/media/image2.png")
    ]
    assert read_package(document)["word/media/image1.png"] == picture().content


def test_a_jpeg_keeps_its_type() -> None:
    document = rendered(picture(media_type="image/jpeg"))
    assert "word/media/image1.jpeg" in part_names(document)
    assert 'Extension="jpeg" ContentType="image/jpeg"' in part_text(document, "[Content_Types].xml")


# --- sizes ----------------------------------------------------------------------------------------------------------


def test_a_chart_is_as_wide_as_its_column_and_a_wide_one_as_the_page() -> None:
    assert [width for width, _ in sizes(rendered(chart()))] == [COLUMN]
    both = sizes(rendered(chart(), chart(2, wide=True), landscape=True))
    assert [width // 635 for width, _ in both] == [(14002 - 567) // 2, 14002]


def test_lying_bars_give_a_chart_its_height_and_a_page_is_the_most() -> None:
    heights = [
        chart_size(chart(1, ChartKind.BARS, series("a"), categories=("Midden-Nederland",) * count), 9070, 14002)[1]
        for count in (3, 4, 500)
    ]
    assert heights[1] - heights[0] == (15 + 8) * 12700
    assert heights[2] == int(14002 * 635 * 0.72)


@pytest.mark.parametrize(
    ("pixels", "shown"),
    [
        ((300, 150), (300 * 6096, 150 * 6096)),
        ((3000, 1500), (COLUMN, COLUMN // 2)),
        ((1000, 9000), (int(14002 * 635 * 0.72) // 9, int(14002 * 635 * 0.72))),
    ],
)
def test_a_picture_is_never_vague_never_too_wide_and_never_too_high(
    pixels: tuple[int, int], shown: tuple[int, int]
) -> None:
    size = picture_size(picture(1, *pixels, content=b""), 9070, 14002)
    assert size == pytest.approx(shown, abs=2)


# --- references -----------------------------------------------------------------------------------------------------


def test_a_wide_figure_goes_across_the_columns() -> None:
    document = rendered(paragraph(), chart(1, wide=True), picture(2, wide=True), paragraph(), landscape=True)
    columns = [each.get(f"{W}num", "1") for each in body(document).iter(f"{W}cols")]
    assert columns == ["2", "1", "2"]


@given(raw_texts(), raw_texts())
@settings(max_examples=40)
def test_any_text_comes_out_in_captions_and_alternative_texts(one: str, other: str) -> None:
    drawn = Chart(
        kind=ChartKind.BARS,
        categories=(one,),
        series=(series(other, "1"),),
        unit=one,
        decimals=0,
        caption=figure_caption(1, other),
        title=one,
        description=other,
    )
    shown = picture(2, title=other, description=one, source=one)
    document = rendered(drawn, shown, table(1))
    titles = [(each.get("title"), each.get("descr")) for each in drawings(document)]
    assert titles == [(lines(one), lines(other)), (lines(other), lines(one))]
    assert lines(f"Figuur\u00a03.4-1. {other}" if other else "Figuur\u00a03.4-1") in texts_of(document)
    for name in part_names(document):
        if name.endswith((".xml", ".rels")):
            ET.fromstring(part_text(document, name))
