"""A whole chapter as a Word file: valid, the same every time, all text in it, every field complete."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riec_desktop.chapter.blocks import Block, PageBreak, Role, State
from riec_desktop.paths import data_file
from riec_desktop.word import load_template, render_chapter
from tests.helpers.chapters import (
    HEADINGS,
    callout,
    cell,
    chapter,
    contents,
    every_kind,
    heading,
    item,
    paragraph,
    table,
)
from tests.helpers.strategies import raw_texts
from tests.helpers.word import (
    DOCUMENT,
    RELATIONSHIP,
    W,
    audit,
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
    value,
)
from tests.word.test_markup import lines

HOUSE = load_template(data_file("templates", "riec.docx"))
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
ALL_STATES = [(state, landscape) for state in State for landscape in (False, True)]


def rendered(*blocks: Block) -> bytes:
    return render_chapter(chapter(*blocks), HOUSE)


@pytest.mark.parametrize(("state", "landscape"), ALL_STATES)
def test_a_chapter_with_every_kind_of_block_is_valid(state: State, landscape: bool, tmp_path: Path) -> None:
    whole = replace(every_kind(), state=state, landscape=landscape)
    assert audit(render_chapter(whole, HOUSE), tmp_path) == []


def test_the_smallest_chapter_is_valid(tmp_path: Path) -> None:
    assert audit(render_chapter(chapter(header="", footer=""), HOUSE), tmp_path) == []
    assert audit(rendered(PageBreak(), PageBreak()), tmp_path) == []


def test_the_same_chapter_gives_the_same_bytes() -> None:
    assert render_chapter(every_kind(), HOUSE) == render_chapter(every_kind(), bytes(bytearray(HOUSE)))


def test_every_part_has_a_type_and_every_relationship_a_part() -> None:
    document = render_chapter(every_kind(), HOUSE)
    names = set(part_names(document)) - {"[Content_Types].xml"}
    known = list(tree(document, "[Content_Types].xml"))
    parts, endings = {e.get("PartName", "")[1:] for e in known}, {e.get("Extension") for e in known} - {"xml"}
    assert {name for name in names if name.rpartition(".")[2] not in endings} == parts - {""}
    for source, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")):
        relations = tree(document, source).iter(RELATIONSHIP)
        assert {folder + e.get("Target", "") for e in relations if e.get("TargetMode") != "External"} <= names


def test_every_style_that_is_used_is_in_the_template() -> None:
    document = render_chapter(every_kind(), HOUSE)
    known = {e.get(f"{W}styleId") for e in tree(document, "word/styles.xml").iter(f"{W}style")}
    parts = (DOCUMENT, "word/header1.xml", "word/footer1.xml")
    kinds = ("pStyle", "rStyle", "tblStyle")
    used = {e.get(f"{W}val") for part in parts for kind in kinds for e in tree(document, part).iter(W + kind)}
    assert len(used) > 20
    assert used <= known


def test_every_list_that_is_used_is_defined_once() -> None:
    document = render_chapter(every_kind(), HOUSE)
    defined = [e.get(f"{W}numId", "") for e in tree(document, "word/numbering.xml").findall(f"{W}num")]
    used = {e.get(f"{W}val") for e in body(document).iter(f"{W}numId")}
    assert len(defined) == len(set(defined))
    assert used <= set(defined)


def test_bookmarks_are_unique_and_closed() -> None:
    found = body(render_chapter(every_kind(), HOUSE))
    starts = list(found.iter(f"{W}bookmarkStart"))
    names, ids = [e.get(f"{W}name") for e in starts], [e.get(f"{W}id") for e in starts]
    assert len(names) == len(set(names)) == len(set(ids)) == 11
    assert ids == [e.get(f"{W}id") for e in found.iter(f"{W}bookmarkEnd")]


def test_references_point_to_bookmarks() -> None:
    document = render_chapter(every_kind(), HOUSE)
    names = {e.get(f"{W}name") for e in body(document).iter(f"{W}bookmarkStart")}
    anchors = {e.get(f"{W}anchor") for e in body(document).iter(f"{W}hyperlink")} - {None}
    fields = {text.split()[1] for text in instructions(document) if text.split()[0] in {"REF", "PAGEREF"}}
    assert len(fields) > 2
    assert anchors | fields <= names


def field_events(root: ET.Element) -> Iterator[str]:
    """The marks of fields, and 'text' for every text."""
    for element in root.iter():
        if element.tag == f"{W}fldChar":
            yield element.get(f"{W}fldCharType", "")
        elif element.tag == f"{W}t":
            yield "text"


@pytest.mark.parametrize("part", [DOCUMENT, "word/footer1.xml"])
def test_every_field_has_a_beginning_a_result_and_an_end(part: str) -> None:
    inside: list[str] = []
    for event in field_events(tree(render_chapter(every_kind(), HOUSE), part)):
        if event == "begin":
            inside.append("begin")
        elif event == "separate":
            assert inside.pop() == "begin"
            inside.append("empty")
        elif event == "text":
            assert "begin" not in inside
            inside = ["filled"] * len(inside)
        else:
            assert inside.pop() == "filled"
    assert inside == []


def test_nobody_is_asked_to_update_fields() -> None:
    document = render_chapter(every_kind(), HOUSE)
    assert "updateFields" not in part_text(document, "word/settings.xml")
    assert "w:dirty" not in part_text(document)


def test_there_are_no_empty_paragraphs() -> None:
    drawn = f"{{{WP}}}inline"
    found = paragraphs(render_chapter(every_kind(), HOUSE))
    assert [ET.tostring(p) for p in found if not text_of(p).strip() and p.find(f".//{drawn}") is None] == []


@given(raw_texts(), raw_texts(), st.booleans())
@settings(max_examples=60)
def test_any_text_comes_out_in_every_place(one: str, other: str, landscape: bool) -> None:
    blocks = (
        heading(2, one, "3.4"),
        paragraph(other),
        item(one),
        replace(table(1, wide=True), rows=((cell(one), cell(one, other)),), title=one, description=other),
        callout("Kop " + other, "Bron " + one, paragraph(one), item(other, 2, ordered=True)),
    )
    whole = chapter(*blocks, title=one, subject=other, organisation=one, footer=other, header=one, landscape=landscape)
    document = render_chapter(whole, HOUSE)
    caption, table_head = "Tabel\u00a03.4-1. Cijfers", ["Indicator", "2023"]
    box = ["Kop " + other, "Bron " + one, one, other]
    section_end = [""] if landscape else []
    wanted = [one, other, one, caption, *table_head, one, one, other, *section_end, *box]
    assert texts_of(document) == [lines(text) for text in wanted]
    for part in part_names(document):
        ET.fromstring(part_text(document, part))


def test_a_megabyte_in_one_paragraph_comes_out_whole() -> None:
    text = "Eén <lange> alinea & meer. " * 40_000
    assert texts_of(rendered(paragraph(text))) == [text]


def test_ten_thousand_rows_and_five_hundred_boxes_come_out_whole() -> None:
    document = rendered(table(1, rows=10_000), *(callout(f"Kop {at}", "RIEC", paragraph()) for at in range(500)))
    heads = [text_of(p) for p in paragraphs(document) if style_of(p) == "Kadertekstkop"]
    assert heads == [f"Kop {at}" for at in range(500)]
    assert len(list(body(document).iter(f"{W}tr"))) == 10_001


def test_a_page_break_is_a_property_of_what_follows() -> None:
    blocks: tuple[Block, ...] = (
        heading(2, "Kop", "3.4"),
        paragraph(),
        item("a", ordered=True),
        table(1),
        callout("Kader", "RIEC", paragraph()),
        contents(),
    )
    for block in blocks:
        document = rendered(*HEADINGS, PageBreak(), PageBreak(), block)
        broken = [properties(p) for p in paragraphs(document) if "pageBreakBefore" in properties(p)]
        assert len(broken) == 1, block
        assert "pageBreakBefore" in properties(paragraphs(document)[len(HEADINGS)])


def test_a_break_comes_after_the_properties_that_go_first() -> None:
    document = rendered(PageBreak(), paragraph("Inleiding:", keep_next=True))
    assert properties(paragraphs(document)[0]) == ["keepNext", "pageBreakBefore"]


def sections(document: bytes) -> list[tuple[str, str, bool]]:
    """Type, number of columns, and whether header and footer are named, for every section."""
    found: list[tuple[str, str, bool]] = []
    for section in body(document).iter(f"{W}sectPr"):
        columns = section.find(f"{W}cols")
        assert columns is not None
        found.append(
            (value(section, "type"), columns.get(f"{W}num", "1"), section.find(f"{W}footerReference") is not None)
        )
    return found


def test_portrait_is_one_section_in_one_column() -> None:
    assert sections(rendered(paragraph(), table(1, wide=True), paragraph())) == [("", "1", True)]


def test_a_wide_table_crosses_both_columns_in_a_section_of_its_own() -> None:
    whole = chapter(
        paragraph("voor"), table(1, wide=True), table(2, wide=True), paragraph("na"), table(3), landscape=True
    )
    document = render_chapter(whole, HOUSE)
    assert sections(document) == [("", "2", True), ("continuous", "1", False), ("continuous", "2", False)]
    widths = [int(e.get(f"{W}w", "")) for e in body(document).iter(f"{W}tblW")]
    assert widths == [16838 - 2 * 1418, 16838 - 2 * 1418, (16838 - 2 * 1418 - 567) // 2]


def test_contents_and_the_source_of_a_wide_table_go_across_too() -> None:
    source = paragraph("Bron", Role.SOURCE)
    blocks = (contents(), paragraph(), table(1, wide=True), source, paragraph(), table(2), source)
    document = render_chapter(chapter(*blocks, landscape=True), HOUSE)
    assert [columns for _, columns, _ in sections(document)] == ["1", "2", "1", "2"]
    ends = [text_of(p) for p in paragraphs(document) if p.find(f"{W}pPr/{W}sectPr") is not None]
    assert ends[1:] == ["Een alinea.", "Bron"]


def test_a_wide_table_may_come_first_and_last() -> None:
    document = render_chapter(chapter(table(1, wide=True), landscape=True), HOUSE)
    assert sections(document) == [("", "1", True)]
    assert body(document)[-2].tag == f"{W}p"


def test_a_section_ends_in_the_last_paragraph_before_the_table() -> None:
    plain = render_chapter(chapter(paragraph("voor"), table(1, wide=True), landscape=True), HOUSE)
    assert properties(paragraphs(plain)[0]) == ["sectPr"]


def test_what_leads_in_to_a_wide_table_goes_across_with_it() -> None:
    lead = (heading(3, "kop"), paragraph("Zo ging het:", keep_next=True))
    document = render_chapter(chapter(paragraph("voor"), *lead, table(1, wide=True), landscape=True), HOUSE)
    (ended,) = [p for p in paragraphs(document) if p.find(f"{W}pPr/{W}sectPr") is not None]
    assert text_of(ended) == "voor"
    assert [columns for _, columns, _ in sections(document)] == ["2", "1"]


def test_the_title_of_the_report_goes_across_with_the_contents() -> None:
    document = render_chapter(chapter(HEADINGS[0], contents(), PageBreak(), paragraph(), landscape=True), HOUSE)
    assert sections(document) == [("", "1", True), ("nextPage", "2", False)]


def test_in_columns_a_new_page_is_a_new_section() -> None:
    document = render_chapter(chapter(paragraph(), PageBreak(), paragraph(), landscape=True), HOUSE)
    assert sections(document) == [("", "2", True), ("nextPage", "2", False)]
    assert "pageBreakBefore" not in part_text(document)


def test_a_document_that_ends_with_a_table_ends_with_a_low_paragraph() -> None:
    last = body(rendered(table(1)))[-2]
    assert last.tag == f"{W}p"
    spacing = last.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert spacing.get(f"{W}line") == "20"


def test_header_and_footer_stand_on_every_page() -> None:
    document = render_chapter(every_kind(), HOUSE)
    footer = tree(document, "word/footer1.xml")
    assert text_of(footer) == "Jaarverslag RIEC-LIEC 2023\tPagina 1 van 5"
    assert [e.text for e in footer.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]
    assert text_of(tree(document, "word/header1.xml")) == "\tCONCEPT 2 januari 2026"


@pytest.mark.parametrize(("state", "marked"), [(State.DRAFT, True), (State.REVIEW, True), (State.FINAL, False)])
def test_the_header_is_marked_until_the_document_is_final(state: State, marked: bool) -> None:
    document = render_chapter(chapter(paragraph(), state=state), HOUSE)
    assert ("Conceptmerk" in part_text(document, "word/header1.xml")) is marked


def test_without_a_header_there_is_no_header_part() -> None:
    document = render_chapter(chapter(paragraph(), header="", state=State.FINAL), HOUSE)
    assert "word/header1.xml" not in part_names(document)
    assert "headerReference" not in part_text(document)


def test_on_its_side_the_page_number_stands_at_the_margin_of_that_page() -> None:
    document = render_chapter(chapter(paragraph(), landscape=True), HOUSE)
    tabs = [
        (e.get(f"{W}val"), e.get(f"{W}pos"))
        for e in tree(document, "word/footer1.xml").iter(f"{W}tab")
        if e.get(f"{W}pos")
    ]
    assert tabs == [("clear", "9070"), ("right", "14002")]


def test_the_properties_name_the_document_and_the_organisation_only() -> None:
    whole = chapter(paragraph(), title="Titel & zo", made_on=date(2026, 3, 4), state=State.FINAL)
    core = {e.tag.rpartition("}")[2]: e.text for e in tree(render_chapter(whole, HOUSE), "docProps/core.xml")}
    assert core == {
        "title": "Titel & zo",
        "subject": "Jaarverslag 2023",
        "creator": "RIEC-LIEC",
        "keywords": "jaarverslag; 2023; hoofdstuk 3.4",
        "lastModifiedBy": "RIEC-LIEC",
        "revision": "1",
        "created": "2026-03-04T00:00:00Z",
        "modified": "2026-03-04T00:00:00Z",
        "language": "nl-NL",
        "contentStatus": "definitief",
    }
