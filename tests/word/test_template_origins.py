"""Templates of every origin give a whole document: all styles, numbers that resolve, no link to nothing, A4, Dutch."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from riec_desktop.word import check_template, render_chapter, repaired_template
from riec_desktop.word.package import relationships_name, target_name
from riec_desktop.word.template import STYLE_NAMES, read_template
from tests.helpers.chapters import chapter, every_kind, heading, paragraph
from tests.helpers.templates import (
    ORIGINS,
    colliding,
    dutch_word,
    letter_english,
    libreoffice,
    linked_outside,
    macros,
    other_prefix,
    own_numbering,
    python_docx,
)
from tests.helpers.word import RELATIONSHIP, R, W, audit, body, part_names, part_text, style_of, tree, value

origins = pytest.mark.parametrize("origin", ORIGINS)


def document(origin: str) -> bytes:
    return render_chapter(every_kind(), ORIGINS[origin]())


def styles_of(made: bytes) -> dict[str, ET.Element]:
    return {each.get(f"{W}styleId", ""): each for each in tree(made, "word/styles.xml").iter(f"{W}style")}


def named(made: bytes, name: str) -> ET.Element:
    found = [each for each in styles_of(made).values() if value(each, "name").lower() == name.lower()]
    assert found, name
    return found[0]


@origins
def test_the_document_is_valid(origin: str, tmp_path: Path) -> None:
    assert audit(document(origin), tmp_path) == []


@origins
def test_every_style_that_is_used_is_there(origin: str) -> None:
    made = document(origin)
    known = set(styles_of(made))
    used = {
        each.get(f"{W}val", "")
        for part in ("word/document.xml", "word/header1.xml", "word/footer1.xml")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for each in tree(made, part).iter(W + tag)
    }
    assert used - known == set()
    template = read_template(ORIGINS[origin]())
    assert all(template.id(name) for name in STYLE_NAMES)


@origins
def test_styles_are_based_on_styles_that_are_there(origin: str) -> None:
    styles = styles_of(document(origin))
    bases = {value(each, step) for each in styles.values() for step in ("basedOn", "next", "link")} - {""}
    assert bases - set(styles) == set()


@origins
def test_every_number_comes_from_a_list_that_is_there(origin: str) -> None:
    made = document(origin)
    numbering = tree(made, "word/numbering.xml")
    definitions = {each.get(f"{W}abstractNumId"): each for each in numbering.iter(f"{W}abstractNum")}
    instances = {each.get(f"{W}numId"): value(each, "abstractNumId") for each in numbering.iter(f"{W}num")}
    assert set(instances.values()) <= set(definitions)
    used = list(body(made).iter(f"{W}numPr")) + [named(made, f"heading {n}") for n in range(1, 5)]
    for each in used:
        number = value(each, "numId") or value(each, "pPr/numPr/numId")
        assert number in instances


@origins
def test_headings_count_as_the_chapter_says(origin: str) -> None:
    made = document(origin)
    numbering = tree(made, "word/numbering.xml")
    ids = [value(named(made, f"heading {n}"), "pPr/numPr/numId") for n in range(1, 5)]
    assert len(set(ids)) == 1
    instance = next(each for each in numbering.iter(f"{W}num") if each.get(f"{W}numId") == ids[0])
    wanted = value(instance, "abstractNumId")
    levels = next(e for e in numbering.iter(f"{W}abstractNum") if e.get(f"{W}abstractNumId") == wanted).findall(
        f"{W}lvl"
    )
    found = [(value(each, "start"), value(each, "numFmt"), value(each, "lvlText")) for each in levels[:4]]
    assert found[:3] == [("3", "decimal", "%1"), ("4", "decimal", "%1.%2."), ("1", "decimal", "%1.%2.%3.")]


@origins
def test_nothing_leads_nowhere(origin: str) -> None:
    made = document(origin)
    names = part_names(made)
    for name in names:
        links = tree(made, relationships_name(name)).iter(RELATIONSHIP) if relationships_name(name) in names else ()
        known: dict[str, str] = {}
        for each in links:
            known[each.get("Id", "")] = each.get("TargetMode", "")
            if each.get("TargetMode") != "External":
                assert target_name(name, each.get("Target", "")) in names
        if name.endswith(".xml") and name.startswith("word/"):
            used = {v for e in tree(made, name).iter() for k, v in e.attrib.items() if k in {f"{R}id", f"{R}embed"}}
            assert used <= set(known)


@origins
def test_the_document_is_dutch_on_a4_with_hyphenation(origin: str) -> None:
    made = document(origin)
    size = body(made).find(f"{W}sectPr/{W}pgSz")
    assert size is not None
    assert [size.get(f"{W}w"), size.get(f"{W}h")] == ["11906", "16838"]
    styles, settings = tree(made, "word/styles.xml"), tree(made, "word/settings.xml")
    assert {each.get(f"{W}val") for each in styles.iter(f"{W}lang")} == {"nl-NL"}
    assert settings.find(f"{W}autoHyphenation") is not None
    assert settings.find(f"{W}attachedTemplate") is None


@origins
def test_the_repaired_copy_misses_nothing_and_keeps_its_text(origin: str, tmp_path: Path) -> None:
    original = ORIGINS[origin]()
    copy = repaired_template(original)
    # What is wrong with the text of the template itself stays wrong: the text is the user's.
    assert set(audit(copy, tmp_path)) <= set(audit(original, tmp_path))
    report = check_template(copy)
    assert report.missing == ()
    subjects = {each.subject for each in report.remarks}
    assert subjects <= {"Tekst", "Invulvelden", "Kop- en voettekst", "Lettertypen"}
    assert render_chapter(every_kind(), copy)


@origins
def test_the_template_itself_is_not_changed(origin: str) -> None:
    data = ORIGINS[origin]()
    before = bytes(bytearray(data))
    repaired_template(data)
    read_template(data)
    assert data == before


def test_dutch_ids_are_used_for_english_names() -> None:
    made = render_chapter(chapter(heading(2, "Kop", "3.4")), dutch_word())
    assert [style_of(each) for each in body(made).iter(f"{W}p")] == ["Kop2"]


def test_what_is_added_has_the_colours_fonts_and_size_of_the_template() -> None:
    made = render_chapter(every_kind(), dutch_word())
    four = named(made, "heading 4")
    assert value(four, "rPr/color") in {"00594F", "995600"}
    assert int(value(four, "rPr/sz")) < 24
    assert value(named(made, "caption"), "rPr/color") == "00594F"
    for part in ("word/styles.xml", "word/numbering.xml"):
        assert not any(ours in part_text(made, part) for ours in ("154273", "01689B"))


def test_a_header_in_letters_of_a_title_is_left_alone_and_gets_a_line_of_ours_beside_it() -> None:
    made = render_chapter(every_kind(), dutch_word())
    line = next(tree(made, "word/header1.xml").iter(f"{W}pStyle")).get(f"{W}val", "")
    assert value(styles_of(made)[line], "name") == "Koptekst RIEC"
    assert value(named(made, "header"), "rPr/sz") == "48"


def test_names_of_ours_for_other_things_do_not_collide() -> None:
    made = render_chapter(every_kind(), colliding())
    assert value(named(made, "Feiten RIEC"), "name") == "Feiten RIEC"
    head = named(made, "Tabelkop")
    assert value(head, "rPr/sz") == "16"
    assert value(head, "rPr/color") != "FFFFFF"


def test_light_letters_are_made_dark_enough() -> None:
    styles = tree(render_chapter(every_kind(), python_docx()), "word/styles.xml")
    colours = [value(each, "rPr/color") for each in styles if value(each, "name").lower() == "heading 2"]
    assert colours != ["4F81BD"]
    assert "Contrast" in {each.subject for each in check_template(python_docx()).remarks}


def test_the_head_of_the_contents_has_no_number_and_no_place_in_the_outline() -> None:
    made = render_chapter(every_kind(), python_docx())
    head = named(made, "TOC Heading")
    assert value(head, "basedOn") == "Heading1"
    assert value(head, "pPr/outlineLvl") == "9"
    assert value(head, "pPr/numPr/numId") != value(named(made, "heading 1"), "pPr/numPr/numId")


def test_bullets_of_the_template_are_kept() -> None:
    made = render_chapter(every_kind(), own_numbering())
    assert "»" in part_text(made, "word/numbering.xml")
    assert value(named(made, "List Bullet"), "pPr/numPr/numId") == "6"


def test_another_prefix_gives_the_same_looks() -> None:
    one, other = render_chapter(every_kind(), own_numbering()), render_chapter(every_kind(), other_prefix())
    assert {value(e, "name") for e in styles_of(one).values()} == {value(e, "name") for e in styles_of(other).values()}


def test_macros_do_not_come_along() -> None:
    for made in (render_chapter(every_kind(), macros()), repaired_template(macros())):
        assert not any("vba" in name.lower() for name in part_names(made))
        assert "macroEnabled" not in part_text(made, "[Content_Types].xml")


def test_nothing_outside_is_followed_or_copied() -> None:
    for made in (render_chapter(every_kind(), linked_outside()), repaired_template(linked_outside())):
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            assert not any(b"H:/Jan" in archive.read(name) for name in archive.namelist())


def subjects(data: bytes) -> set[str]:
    return {each.subject for each in check_template(data).remarks}


def test_the_report_tells_what_is_odd_and_what_is_done() -> None:
    assert {"Papier", "Taal", "Tekst", "Invulvelden"} <= subjects(letter_english())
    assert {"Macro’s"} <= subjects(macros())
    assert {"Koppelingen", "Beveiliging"} <= subjects(linked_outside())
    assert {"Lettertypen", "Witruimte"} <= subjects(libreoffice())
    assert {"Kleine letters", "Contrast"} <= subjects(colliding())
    every = [each for make in ORIGINS.values() for each in check_template(make()).remarks]
    assert all(each.sentence.endswith(".") and each.remedy.endswith(".") for each in every)


def test_a_link_is_named_without_its_folder() -> None:
    found = next(each for each in check_template(linked_outside()).remarks if each.subject == "Koppelingen")
    assert "huisstijl.dotm" in found.sentence
    assert "Jan" not in found.sentence


def test_the_headline_counts() -> None:
    report = check_template(dutch_word())
    count = len(report.missing)
    assert report.headline.startswith(f"Dit sjabloon mist {count} stijlen. Het programma vult ze aan. Er zijn nog ")
    assert check_template(ORIGINS["het huis"]()).headline == "Dit sjabloon heeft alles wat het hoofdstuk nodig heeft."


def test_own_numbering_is_told_and_its_indent_kept() -> None:
    found = next(each for each in check_template(own_numbering()).remarks if each.subject == "Nummering van koppen")
    assert "eigen manier" in found.sentence
    assert 'w:hanging="600"' in part_text(render_chapter(every_kind(), own_numbering()), "word/numbering.xml")


def test_running_text_without_white_space_gets_some() -> None:
    made = render_chapter(chapter(paragraph()), libreoffice())
    spacing = named(made, "Normal").find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert int(spacing.get(f"{W}after", "0")) > 0
