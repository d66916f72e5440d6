"""Each kind of block has the form that Word and a screen reader understand."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from riec_desktop.chapter.blocks import Block, Caption, Column, ListItem, Paragraph, Role
from riec_desktop.paths import data_file
from riec_desktop.word.paragraphs import ROLE_STYLES
from riec_desktop.word.render import render_chapter
from riec_desktop.word.tables import column_widths, needed_widths
from tests.helpers.chapters import HEADINGS, callout, cell, chapter, contents, heading, item, paragraph, table
from tests.helpers.word import W, body, instructions, paragraphs, properties, style_of, text_of, tree, value

HOUSE = data_file("templates", "riec.docx").read_bytes()


def rendered(*blocks: Block) -> bytes:
    return render_chapter(chapter(*blocks), HOUSE)


def lines(*blocks: Block) -> list[ET.Element]:
    return paragraphs(rendered(*blocks))


def numbers(paragraph: ET.Element) -> tuple[str, str]:
    """Level and instance of a paragraph's own numbering, ('', '') when its style says it all."""
    return value(paragraph, "pPr/numPr/ilvl"), value(paragraph, "pPr/numPr/numId")


def heading_list(document: bytes) -> list[tuple[str, str]]:
    """Start and text of the four levels that the headings count with."""
    definition = tree(document, "word/numbering.xml").findall(f"{W}abstractNum")[0]
    return [(value(level, "start"), value(level, "lvlText")) for level in definition.findall(f"{W}lvl")]


# --- headings -------------------------------------------------------------------------------------------------------


def test_a_numbered_heading_is_its_style_and_its_text() -> None:
    (line,) = lines(heading(3, "Weerbare samenleving", "3.4.1."))
    assert (style_of(line), properties(line), text_of(line)) == ("Heading3", ["pStyle"], "Weerbare samenleving")


def test_the_list_of_the_headings_counts_from_the_chapter() -> None:
    assert heading_list(rendered(*HEADINGS)) == [
        ("3", "%1"),
        ("4", "%1.%2."),
        ("1", "%1.%2.%3."),
        ("1", "%1.%2.%3.%4."),
    ]
    assert heading_list(rendered(heading(2, "Elders", "5.12"))) == [
        ("5", "%1"),
        ("12", "%1.%2"),
        ("1", "%1.%2.%3"),
        ("1", "%1.%2.%3.%4"),
    ]


def test_a_heading_without_a_number_hangs_in_a_list_that_shows_nothing() -> None:
    document = rendered(heading(2, "RIEC Limburg"))
    (line,) = paragraphs(document)
    _, instance = numbers(line)
    numbering = tree(document, "word/numbering.xml")
    (definition,) = [value(e, "abstractNumId") for e in numbering.findall(f"{W}num") if e.get(f"{W}numId") == instance]
    (level,) = [
        level
        for e in numbering.findall(f"{W}abstractNum")
        if e.get(f"{W}abstractNumId") == definition
        for level in e.findall(f"{W}lvl")
    ]
    assert (value(level, "numFmt"), value(level, "lvlText"), value(level, "suff")) == ("none", "", "nothing")


def test_headings_5_and_6_have_no_number_to_take_away() -> None:
    assert [properties(line) for line in lines(heading(5, "Vijf"), heading(6, "Zes"))] == [["pStyle"], ["pStyle"]]


def test_the_bookmark_of_a_heading_encloses_its_text() -> None:
    (line,) = lines(heading(2, "Kop", bookmark="_Toc7"))
    assert [child.tag.removeprefix(W) for child in line] == ["pPr", "bookmarkStart", "r", "bookmarkEnd"]
    assert line[1].get(f"{W}name") == "_Toc7"


# --- paragraphs -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_style(role: Role) -> None:
    (line,) = lines(paragraph("tekst", role))
    assert style_of(line) == ROLE_STYLES[role].replace(" ", "")
    assert text_of(line) == "tekst"


def test_running_text_has_no_properties_at_all() -> None:
    assert [properties(line) for line in lines(paragraph(), paragraph())] == [[], []]


def test_an_introduction_stays_with_what_it_introduces() -> None:
    assert properties(lines(paragraph("Zoals:", keep_next=True))[0]) == ["keepNext"]


def test_text_after_a_table_makes_room_for_itself() -> None:
    after = lines(table(1), paragraph("een"), paragraph("twee"))[-2:]
    assert [style_of(line) for line in after] == ["Tekstnatabel", "Normal"]
    assert style_of(lines(table(1), paragraph("Bron", Role.SOURCE))[-1]) == "Bronregel"


# --- lists ----------------------------------------------------------------------------------------------------------


def test_bullets_are_their_style_alone() -> None:
    found = lines(item("a"), item("b", level=1), item("c", level=2), item("d", level=5))
    assert [style_of(line) for line in found] == ["ListBullet", "ListBullet2", "ListBullet3", "ListBullet3"]
    assert [numbers(line) for line in found] == [("", "")] * 4


def test_every_numbered_list_begins_again() -> None:
    document = rendered(*(item("a", list_id, ordered=True) for list_id in (1, 1, 2)))
    one, same, other = (numbers(line)[1] for line in paragraphs(document))
    assert one == same != other
    assert starts(document) == [["1", "1", "1"]] * 2


def test_levels_of_numbers_are_levels_of_one_list() -> None:
    found = lines(item("1", ordered=True), item("a", level=1, ordered=True), item("2", ordered=True))
    assert [style_of(line) for line in found] == ["ListNumber", "ListNumber2", "ListNumber"]
    assert [numbers(line)[0] for line in found] == ["0", "1", "0"]
    assert len({numbers(line)[1] for line in found}) == 1


def starts(document: bytes) -> list[list[str]]:
    """For every list instance of the chapter: where its three levels start."""
    nums = tree(document, "word/numbering.xml").findall(f"{W}num")
    found = [[value(e, "startOverride") for e in num.findall(f"{W}lvlOverride")] for num in nums]
    return [each for each in found if each]


def test_a_list_starts_at_the_number_of_its_first_item_at_the_level_of_that_item() -> None:
    assert starts(rendered(item("c", number=3, ordered=True))) == [["3", "1", "1"]]
    assert starts(rendered(item("c", level=1, number=3, ordered=True))) == [["1", "3", "1"]]
    assert starts(rendered(callout("Kop", "", item("c", level=1, number=3, ordered=True)))) == [["1", "3", "1"]]


@pytest.mark.parametrize("boxed", [False, True])
def test_numbers_under_each_bullet_begin_again(boxed: bool) -> None:
    items = (item("•"), item("a", level=1, ordered=True), item("•"), item("a", level=1, ordered=True))
    document = rendered(callout("Kop", "", *items)) if boxed else rendered(*items)
    first, second = (numbers(line)[1] for line in paragraphs(document) if text_of(line) == "a")
    assert first != second


# --- boxes ----------------------------------------------------------------------------------------------------------

BOX: tuple[Paragraph | ListItem, ...] = (
    paragraph("tekst"),
    item("punt", 5),
    item("dieper", 5, 1),
    item("een", 6, number=1, ordered=True),
    item("a", 6, 1, ordered=True),
)


def test_a_box_is_a_head_a_source_and_text() -> None:
    found = lines(callout("Samen sterk", "RIEC Limburg", *BOX))
    assert [style_of(line) for line in found] == [
        *("Kadertekstkop", "Kadertekstbron", "Kadertekst"),
        *("Kadertekstopsomming",) * 2,
        *("Kadertekstnummering",) * 2,
    ]
    assert [text_of(line) for line in found] == ["Samen sterk", "RIEC Limburg", "tekst", "punt", "dieper", "een", "a"]
    assert [numbers(line)[0] for line in found[3:]] == ["", "1", "0", "1"]


def test_without_a_title_the_source_is_the_head() -> None:
    found = lines(callout("", "RIEC Limburg", paragraph("tekst")))
    assert [(style_of(line), text_of(line)) for line in found] == [
        ("Kadertekstkop", "RIEC Limburg"),
        ("Kadertekst", "tekst"),
    ]


def test_a_short_box_stays_whole_and_a_long_one_may_break_between_paragraphs() -> None:
    short = lines(callout("Kop", "", paragraph("a"), item("b"), paragraph("c")))
    assert ["keepNext" in properties(line) for line in short] == [False, True, True, False]
    long = lines(callout("Kop", "", paragraph("lang " * 300), paragraph("c")))
    assert ["keepNext" in properties(line) for line in long] == [False, False, False]


def edge(style: ET.Element, numbering: ET.Element) -> tuple[int, int]:
    """Where a paragraph of a style begins (first line or rest) and ends, from the margins."""
    indent = style.find(f"{W}pPr/{W}ind")
    assert indent is not None
    left, hanging, right = (int(indent.get(W + name, "0")) for name in ("left", "hanging", "right"))
    instance = value(style, "pPr/numPr/numId")
    if instance:
        (definition,) = [
            value(e, "abstractNumId") for e in numbering.findall(f"{W}num") if e.get(f"{W}numId") == instance
        ]
        (levels,) = [e for e in numbering.findall(f"{W}abstractNum") if e.get(f"{W}abstractNumId") == definition]
        for each in levels.iterfind(f"{W}lvl/{W}pPr/{W}ind"):
            assert int(each.get(f"{W}left", "")) - int(each.get(f"{W}hanging", "")) == left - hanging
            assert int(each.get(f"{W}right", "")) == right
    return left - hanging, right


def borders(style: ET.Element) -> list[tuple[str, ...]]:
    return [(side.tag, *sorted(side.attrib.values())) for side in style.iterfind(f"{W}pPr/{W}pBdr/*")]


def test_what_is_in_one_box_joins_and_two_boxes_do_not() -> None:
    """ISO/IEC 29500-1, 17.3.1.24: paragraphs with the same borders are one box; readers also want the same edges."""
    document = rendered()
    styles = {e.get(f"{W}styleId"): e for e in tree(document, "word/styles.xml").iter(f"{W}style")}
    numbering = tree(document, "word/numbering.xml")
    inside = [styles[name] for name in ("Kadertekst", "Kadertekstbron", "Kadertekstopsomming", "Kadertekstnummering")]
    head = styles["Kadertekstkop"]
    assert all(borders(style) == borders(inside[0]) for style in inside)
    assert {edge(style, numbering) for style in (*inside, head)} == {(170, 170)}
    assert borders(head) != borders(inside[0])
    assert {side for side, *_ in borders(head)} == {f"{W}top", f"{W}left", f"{W}right"}
    assert {side for side, *_ in borders(inside[0])} == {f"{W}bottom", f"{W}left", f"{W}right"}


# --- tables ---------------------------------------------------------------------------------------------------------


def only_table(document: bytes) -> ET.Element:
    (found,) = body(document).iter(f"{W}tbl")
    return found


def row_styles(row: ET.Element) -> list[str]:
    return [style_of(line) for line in row.iter(f"{W}p")]


def test_a_table_has_a_style_a_grid_and_an_alternative_text() -> None:
    found = only_table(rendered(table(1)))
    assert value(found, "tblPr/tblStyle") == "RIECtabel"
    assert value(found, "tblPr/tblCaption") == "Cijfers 2023"
    assert value(found, "tblPr/tblDescription") == "Per indicator het aantal in 2023."
    grid = [int(e.get(f"{W}w", "")) for e in found.iter(f"{W}gridCol")]
    assert sum(grid) == 9070
    cells = [[int(e.get(f"{W}w", "")) for e in row.iter(f"{W}tcW")] for row in found.iter(f"{W}tr")]
    assert cells == [grid] * 3


def test_the_first_row_is_the_header_and_no_row_splits() -> None:
    rows = list(only_table(rendered(table(1))).iter(f"{W}tr"))
    assert [[e.tag.removeprefix(W) for e in row.iterfind(f"{W}trPr/*")] for row in rows] == [
        ["cantSplit", "tblHeader"],
        *(["cantSplit"],) * 2,
    ]


def test_numbers_stand_at_the_right_through_their_style() -> None:
    rows = list(only_table(rendered(table(1))).iter(f"{W}tr"))
    assert [row_styles(row) for row in rows] == [["Tabelkop", "Tabelkopgetal"], *(["Tabeltekst", "Tabelgetal"],) * 2]


@pytest.mark.parametrize(("totals", "look"), [(True, ("1", "0660")), (False, ("0", "0620"))])
def test_a_total_is_marked_by_the_table_style(totals: bool, look: tuple[str, str]) -> None:
    found = only_table(rendered(table(1, totals=totals))).find(f"{W}tblPr/{W}tblLook")
    assert found is not None
    assert (found.get(f"{W}lastRow"), found.get(f"{W}val")) == look


def kept(document: bytes) -> list[bool]:
    """For every row below the header: whether it stays with the next."""
    return [
        all("keepNext" in properties(p) for p in row.iter(f"{W}p"))
        for row in list(only_table(document).iter(f"{W}tr"))[1:]
    ]


def test_a_short_table_stays_on_one_page_and_a_long_one_never_breaks_beside_its_first_or_last_row() -> None:
    assert kept(rendered(table(1, rows=3))) == [True, True, False]
    assert kept(rendered(table(1, rows=15))) == [True, *(False,) * 12, True, False]
    wordy = replace(table(1), rows=((cell("a " * 400), cell("1")), (cell("b"), cell("2"))))
    assert kept(rendered(wordy)) == [True, False]


def test_a_table_stays_with_the_source_below_it() -> None:
    assert kept(rendered(table(1, rows=15), paragraph("Bron", Role.SOURCE))) == [True, *(False,) * 12, True, True]


def test_a_cell_holds_one_or_more_paragraphs_and_never_none() -> None:
    document = rendered(replace(table(1), rows=((cell(), cell("a", "b")),)))
    cells = list(only_table(document).iter(f"{W}tc"))[2:]
    assert [[text_of(p) for p in each.iter(f"{W}p")] for each in cells] == [[""], ["a", "b"]]
    assert row_styles(cells[1]) == ["Tabelgetal", "Tabelgetal"]


def test_widths_follow_the_weights_and_add_up() -> None:
    assert column_widths((3, 1, 1), (10, 10, 10), 1000) == [600, 200, 200]
    assert sum(column_widths((3, 1, 1), (10, 10, 10), 997)) == 997


def test_a_column_is_not_narrower_than_it_needs_while_there_is_room() -> None:
    assert column_widths((4, 1, 1), (10, 500, 10), 1000) == [400, 500, 100]
    assert column_widths((2, 5, 5), (600, 450, 100), 1200) == [600, 450, 150]
    assert column_widths((1, 1), (3000, 1000), 400) == [300, 100]


def test_a_column_needs_room_for_its_longest_word() -> None:
    one = replace(table(1), rows=((cell("Bewustwordingssessies van nu"), cell("1", "2.345")),))
    assert needed_widths(one) == [190 + 90 * 21, 190 + 90 * 5]
    heads = replace(
        one, columns=(Column(title="Weerbaarheidsscans in 2023"), Column(title="Midden-Nederland")), rows=()
    )
    assert needed_widths(heads) == [190 + 97 * 18, 190 + 97 * 9]
    assert needed_widths(replace(one, rows=((cell("x" * 99), cell()),)))[0] == 190 + 90 * 24


def test_a_caption_stands_above_with_counted_numbers() -> None:
    document = rendered(heading(2, "Hoofdstuk", "3.4.", "_Toc1"), table(7))
    caption = paragraphs(document)[1]
    assert (style_of(caption), text_of(caption)) == ("Caption", "Tabel\u00a03.4-7. Cijfers")
    assert instructions(document) == ["REF _Toc1 \\n", "SEQ Tabel \\* ARABIC"]
    order = [e.tag.removeprefix(W) for e in caption]
    assert (order[1:3], order[-2]) == (["r", "bookmarkStart"], "bookmarkEnd")


def test_a_caption_without_its_chapter_keeps_the_number_as_text() -> None:
    document = rendered(table(1))
    assert instructions(document) == ["SEQ Tabel \\* ARABIC"]
    assert text_of(paragraphs(document)[0]) == "Tabel\u00a03.4-1. Cijfers"


def test_a_caption_may_lack_title_and_chapter() -> None:
    bare = Caption(label="Tabel", prefix="", number=2, text="", bookmark="_T")
    document = rendered(replace(table(1), caption=bare))
    assert text_of(paragraphs(document)[0]) == "Tabel\u00a02"


def test_a_long_table_is_written_whole() -> None:
    assert len(list(only_table(rendered(table(1, rows=10_000))).iter(f"{W}tr"))) == 10_001


# --- contents -------------------------------------------------------------------------------------------------------


def test_the_contents_show_numbers_titles_and_pages() -> None:
    document = rendered(contents(), *HEADINGS)
    assert [text_of(line) for line in paragraphs(document)[:6]] == [
        "Inhoud",
        "Jaarverslag 2023\t1",
        "RIEC Limburg\t2",
        "3.4.\tVersterking bestel\t3",
        "3.4.1.\tWeerbare samenleving\t4",
        "3.4.1.1.\tMensenhandel\t5",
    ]
    assert [style_of(line) for line in paragraphs(document)[:6]] == [
        "TOCHeading",
        "TOC1",
        "TOC2",
        "TOC2",
        "TOC3",
        "TOC4",
    ]


def test_the_contents_are_one_field_with_page_references_inside() -> None:
    first, *rest = instructions(rendered(contents(), *HEADINGS))
    assert first == 'TOC \\o "1-4" \\h \\z'
    assert rest == [f"PAGEREF {each.bookmark} \\h" for each in HEADINGS]


def test_the_contents_go_as_deep_as_their_entries() -> None:
    assert instructions(rendered(contents(HEADINGS[:3])))[0] == 'TOC \\o "1-2" \\h \\z'


def test_only_numbered_entries_have_a_tab_for_their_number() -> None:
    found = lines(contents())
    assert ["tabs" in properties(line) for line in found] == [False, False, False, True, True, True]


def test_on_its_side_the_page_number_stands_at_the_margin_of_that_page() -> None:
    document = render_chapter(chapter(contents(), landscape=True), HOUSE)
    tabs = [e.get(f"{W}pos") for e in paragraphs(document)[1].iterfind(f"{W}pPr/{W}tabs/{W}tab")]
    assert tabs == ["9070", "14002"]


def test_every_level_of_the_contents_begins_where_the_titles_above_it_do() -> None:
    document = rendered(contents(), *HEADINGS)
    tab = {
        style_of(line): found.get(f"{W}pos")
        for line in paragraphs(document)[1:6]
        if (found := line.find(f"{W}pPr/{W}tabs/{W}tab")) is not None
    }
    begin = {
        one.get(f"{W}styleId"): found.get(f"{W}left")
        for one in tree(document, "word/styles.xml").iter(f"{W}style")
        if (found := one.find(f"{W}pPr/{W}ind")) is not None
    }
    assert (begin["TOC3"], begin["TOC4"]) == (tab["TOC2"], tab["TOC3"])


def test_contents_without_entries_are_a_title() -> None:
    assert [text_of(line) for line in lines(contents(()))] == ["Inhoud"]


def test_word_knows_the_contents_as_its_own() -> None:
    (control,) = body(rendered(contents())).iter(f"{W}sdt")
    assert value(control, "sdtPr/docPartObj/docPartGallery") == "Table of Contents"
