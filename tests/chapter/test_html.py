"""The preview: well-formed, complete, safe, and with a way from every block to its field."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from riec_desktop.chapter.blocks import Anchor, Block, Contents, Heading, ListItem, PageBreak, Role, Span, Table
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.html import DARK, LIGHT, SCHEME, Palette, anchor_name, anchor_of, preview, preview_blocks
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.dossier import views
from riec_desktop.dossier.records import TYPE_BY_NAME
from riec_desktop.dossier.text import clean
from riec_desktop.workspace.content import example_dossier
from tests.helpers.block_text import words
from tests.helpers.chapters import callout, cell, chapter, heading, item, paragraph, table
from tests.helpers.strategies import raw_texts

VOID = {"br", "hr", "img", "meta"}


class Outline(HTMLParser):
    """Reads a document strictly: every element is closed where it was opened."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.links: list[str] = []
        self.names: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        values = dict(attrs)
        self.links += [values["href"] or ""] if "href" in values else []
        self.names += [values["name"] or ""] if "name" in values else []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        assert tag == "img" or attrs in ([], [("charset", "utf-8")])

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(*blocks: Block) -> Outline:
    return Outline(preview_blocks(blocks))


def plain(*blocks: Block) -> str:
    return "".join(read(*blocks).text)


ANY = st.text()
PLACE = Anchor(kind="Answer", record_id="a", field="text")


# --- Places ----------------------------------------------------------------------------------------------------------


@given(
    st.builds(Anchor, kind=st.sampled_from(sorted(TYPE_BY_NAME)), record_id=ANY, field=ANY, index=st.integers(0, 99))
)
def test_a_name_leads_back_to_its_place(place: Anchor) -> None:
    assert anchor_of(anchor_name(place)) == place
    assert anchor_of(SCHEME + anchor_name(place)) == place


@pytest.mark.parametrize(
    "name",
    [
        "",
        "p_verslag",
        "Answer/b",
        "Answer/b/c/x",
        "Answer/b/c/1/2",
        "l_jaar/a/b",
        "%ff/%ff/%ff",
        "https://voorbeeld.nl",
    ],
)
def test_other_names_and_links_lead_to_no_field(name: str) -> None:
    assert anchor_of(name) is None


def test_a_block_has_its_place_as_name_and_as_link() -> None:
    found = read(paragraph("Tekst.", anchor=PLACE), paragraph("Meer.", anchor=replace(PLACE, index=1)))
    assert found.names == ["Answer/a/text", "Answer/a/text/1"]
    assert found.links == ["veld:Answer/a/text", "veld:Answer/a/text/1"]


def test_every_field_of_the_example_can_be_reached() -> None:
    dossier = example_dossier()
    made = compose(dossier, views.years(dossier)[0], ChapterOptions(annexes=True), made_on=date(2026, 1, 2))
    found = Outline(preview(made))
    anchors = [block.anchor for block in made.blocks if not isinstance(block, Table | PageBreak | Contents)]
    expected = {anchor_name(place) for place in anchors if place}
    assert expected <= set(found.names)
    inside = {link.removeprefix("#") for link in found.links if link.startswith("#")}
    assert inside <= set(found.names)


# --- Blocks ----------------------------------------------------------------------------------------------------------


def test_a_heading_shows_its_number_and_is_as_deep_as_in_word() -> None:
    html = preview_blocks((heading(3, "Doel", "3.4.1."),))
    assert re.search(r"<h3 .*3\.4\.1\.\u00a0 Doel</h3>", html)


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_its_text(role: Role) -> None:
    assert plain(paragraph("Zo.", role)) == "Zo."


def test_looks_and_links_are_shown() -> None:
    spans = (Span(text="a", bold=True), Span(text="b", italic=True), Span(text="c", href="https://x.nl/?a=1&b=2"))
    html = preview_blocks((replace(paragraph(), spans=spans),))
    assert "<b>a</b><i>b</i>" in html
    assert "https://x.nl/?a=1&b=2" in Outline(html).links


def test_a_reference_leads_to_its_heading_and_one_without_heading_is_text() -> None:
    title = replace(heading(3, "Doel", bookmark="d_doel"), anchor=replace(PLACE, kind="StrategicGoal"))
    linked = replace(paragraph(), spans=(Span(text="zie", target="d_doel"), Span(text="niets", target="weg")))
    found = read(linked, title)
    assert found.links[0] == f"#{anchor_name(title.anchor)}" if title.anchor else ""
    assert len(found.links) == 2


def test_lists_are_nested_and_start_where_they_say() -> None:
    html = preview_blocks(
        (
            item("een", number=1, ordered=True),
            item("diep", level=1),
            item("dieper", level=2),
            item("twee", number=2, ordered=True),
            paragraph("Tussen."),
            item("drie", number=3, ordered=True),
            item("los"),
            item("ander", list_id=2),
        )
    )
    assert Outline(html).text == ["een", "diep", "dieper", "twee", "Tussen.", "drie", "los", "ander"]
    bare = re.sub(' style="[^"]*"', "", html)
    assert "<ol><li>een<ul><li>diep<ul><li>dieper</li></ul></li></ul></li><li>twee</li></ol>" in bare
    assert '<ol start="3"><li>drie</li></ol><ul><li>los</li></ul><ul><li>ander</li></ul>' in bare


def test_a_list_that_begins_deep_is_still_well_formed() -> None:
    assert plain(item("diep", level=2), item("hoog"), item("weer diep", level=2)) == "diephoogweer diep"


def test_a_table_has_caption_head_rows_and_a_bold_total() -> None:
    made = replace(table(number=7, rows=2, totals=True), row_anchors=(PLACE, replace(PLACE, record_id="b")))
    html = preview_blocks((made,))
    assert "Tabel\u00a03.4-7. Cijfers" in html
    assert html.count("<th ") == 2
    assert html.count("<tr>") == 3
    assert html.count("<td ") == 4
    assert '<td align="right"><b>1</b></td>' in html
    assert Outline(html).names == ["_Tabel7", "Answer/a/text", "Answer/b/text"]


def test_a_cell_of_several_paragraphs_has_lines() -> None:
    made = replace(table(), rows=((cell("een", "twee"), cell("1")),))
    assert "een<br/>twee" in preview_blocks((made,))


def test_a_box_shows_title_source_and_text_and_without_title_its_source_once() -> None:
    assert read(callout("Titel", "RIEC", paragraph("Zo."), item("punt"))).text == ["Titel", "RIEC", "Zo.", "punt"]
    assert read(callout("", "RIEC", paragraph("Zo."))).text == ["RIEC", "Zo."]


def test_a_preview_begins_with_what_stands_above_every_page() -> None:
    assert Outline(preview(chapter(paragraph()))).text[0] == "CONCEPT 2 januari 2026"
    assert Outline(preview(chapter(paragraph(), header=""))).text == ["Een alinea."]


def test_a_page_break_is_a_line() -> None:
    assert "<hr/>" in preview_blocks((PageBreak(),))


# --- Colours ---------------------------------------------------------------------------------------------------------


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("palette", "ground"), [(LIGHT, "#ffffff"), (DARK, "#1e1e1e")])
def test_every_text_can_be_read_on_every_ground(palette: Palette, ground: str) -> None:
    for colour in (palette.text, palette.muted, palette.accent, palette.link, palette.finding):
        assert min(contrast(colour, under) for under in (ground, palette.box, palette.head)) >= 4.5


def test_the_colours_are_those_of_the_palette() -> None:
    html = preview_blocks((heading(2, "Kop"), paragraph("Zo.", anchor=PLACE)), DARK)
    assert set(re.findall("#[0-9a-f]{6}", html)) <= {DARK.text, DARK.accent}


# --- Untrusted text --------------------------------------------------------------------------------------------------


@given(raw_texts())
def test_any_text_comes_out_as_text(text: str) -> None:
    blocks = (
        heading(2, text),
        paragraph(text, anchor=replace(PLACE, record_id=text)),
        item(text),
        callout(text, text, paragraph(text)),
        replace(table(), title=text, rows=((cell(text), cell(text)),) * 2),
    )
    made = preview_blocks(blocks)
    assert "<script" not in made
    found = Outline(made)
    shown = clean(text).replace("\n", "")
    assert "".join(found.text).count(shown) >= 6 if shown else True


def test_markup_in_text_is_shown_and_not_obeyed() -> None:
    assert plain(paragraph("<img src=x onerror=alert(1)> & <b>")) == "<img src=x onerror=alert(1)> & <b>"
    assert '"><script>' not in preview_blocks((replace(paragraph(), spans=(Span(text="x", href='"><script>'),)),))


def test_qt_shows_the_words_that_the_blocks_have(qapp: QApplication) -> None:
    assert qapp
    dossier = example_dossier()
    made = compose(dossier, views.years(dossier)[0], ChapterOptions(contents=False), made_on=date(2026, 1, 2))
    document = QTextDocument()
    document.setHtml(preview(made))
    shown = document.toPlainText()
    for block in made.blocks:
        if isinstance(block, ListItem):
            assert words(block.spans) in shown
        elif isinstance(block, Heading):
            assert block.text in shown
