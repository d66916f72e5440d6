"""A template that has been through many hands: what is useful is taken over, what is not stays behind."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from riec_desktop.paths import data_file
from riec_desktop.word.package import pack, read_package, write_package
from riec_desktop.word.render import render_chapter
from riec_desktop.word.template import read_template
from tests.helpers.chapters import chapter, every_kind, paragraph
from tests.helpers.word import RELATIONSHIP, W, audit, body, part_names, part_text, tree, value

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLD_TEMPLATE = 'Target="file:///H:/oud.dotm" TargetMode="External"'
EXTERNAL = f'<Relationship Id="rId1" Type="{OFFICE}/attachedTemplate" {OLD_TEMPLATE}/>'
HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
FONT_KEY = "{302EE813-EB4A-4642-A93A-89EF99B2457E}"
HOUSE = read_package(data_file("templates", "riec.docx").read_bytes())


def relationships(content: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>'
    )


def relation(id: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def fonts_embedded(parts: dict[str, str]) -> None:
    """One font file, used for two faces."""
    both = relation("rId1", "font", "fonts/een.odttf") + relation("rId2", "font", "fonts/een.odttf")
    parts["word/_rels/fontTable.xml.rels"] = relationships(both)
    parts["word/fonts/een.odttf"] = "letters"
    faces = "".join(
        f'<w:{face} xmlns:r="{OFFICE}" r:id="{id}" w:fontKey="{FONT_KEY}"/>'
        for face, id in (("embedRegular", "rId1"), ("embedBold", "rId2"))
    )
    parts["word/fontTable.xml"] = parts["word/fontTable.xml"].replace("</w:font>", f"{faces}</w:font>")


def numbers_changed(parts: dict[str, str]) -> None:
    """A fifth level, another start for the instance of the headings, and a mark that belongs at the end."""
    fifth = '<w:lvl w:ilvl="4"><w:numFmt w:val="decimal"/><w:lvlText w:val="%5"/></w:lvl></w:abstractNum>'
    override = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="9"/></w:lvlOverride></w:num>'
    numbers = parts["word/numbering.xml"].replace("</w:abstractNum>", fifth, 1).replace("</w:num>", override, 1)
    parts["word/numbering.xml"] = numbers.replace("</w:numbering>", '<w:numIdMacAtCleanup w:val="9"/></w:numbering>')


def settings_lived_in(parts: dict[str, str]) -> None:
    attached = f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rId1"/><w:trackRevisions/><w:defaultTabStop'
    parts["word/_rels/settings.xml.rels"] = relationships(EXTERNAL)
    parts["word/settings.xml"] = parts["word/settings.xml"].replace("<w:defaultTabStop", attached)


def travelled() -> dict[str, str]:
    """The house template after a life elsewhere: another folder, a header, a link to nothing, an unnamed style."""
    parts = {name: content.decode() for name, content in HOUSE.items()}
    fonts_embedded(parts)
    numbers_changed(parts)
    settings_lived_in(parts)
    unnamed = '<w:style w:type="paragraph" w:styleId="Zonder"/></w:styles>'
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("</w:styles>", unnamed)
    parts["gedeeld/thema.xml"] = parts.pop("word/theme/theme1.xml")
    extra = relation("rId20", "header", "header1.xml") + relation("rId21", "webSettings", "weg.xml")
    links = parts["word/_rels/document.xml.rels"].replace('"theme/theme1.xml"', '"/gedeeld/thema.xml"')
    parts["word/_rels/document.xml.rels"] = links.replace("</Relationships>", f"{extra}</Relationships>")
    parts["word/header1.xml"] = f'<w:hdr xmlns:w="{W[1:-1]}"><w:p><w:r><w:t>Oude kop</w:t></w:r></w:p></w:hdr>'
    header = f'<Override PartName="/word/header1.xml" ContentType="{HEADER_TYPE}"/></Types>'
    fonts = f'<Default Extension="odttf" ContentType="{FONT_TYPE}"/><Override'
    types = parts["[Content_Types].xml"].replace("/word/theme/theme1.xml", "/gedeeld/thema.xml")
    parts["[Content_Types].xml"] = types.replace("<Override", fonts, 1).replace("</Types>", header)
    return parts


def packed(parts: Mapping[str, str]) -> bytes:
    return write_package(pack(name, content.encode()) for name, content in parts.items())


def document() -> bytes:
    return render_chapter(every_kind(), packed(travelled()))


def test_a_chapter_in_a_travelled_template_is_valid(tmp_path: Path) -> None:
    assert audit(document(), tmp_path) == []


def test_only_parts_that_are_used_come_along_with_what_they_need() -> None:
    names = set(part_names(document()))
    assert {"gedeeld/thema.xml", "word/fonts/een.odttf", "word/_rels/fontTable.xml.rels"} <= names
    assert "word/_rels/settings.xml.rels" not in names
    assert "Oude kop" not in part_text(document(), "word/header1.xml")


def test_parts_elsewhere_are_found_from_the_document() -> None:
    targets = {
        e.get("Type", "").rpartition("/")[2]: e.get("Target")
        for e in tree(document(), "word/_rels/document.xml.rels").iter(RELATIONSHIP)
    }
    assert targets["theme"] == "/gedeeld/thema.xml"
    assert targets["numbering"] == "numbering.xml"
    assert "webSettings" not in targets


def test_settings_lose_their_past_and_keep_their_looks() -> None:
    settings = tree(document(), "word/settings.xml")
    names = [child.tag.removeprefix(W) for child in settings]
    assert "attachedTemplate" not in names
    assert "trackRevisions" not in names
    assert "autoHyphenation" in names


def test_the_headings_count_as_the_chapter_says_whatever_the_template_changed() -> None:
    numbering = tree(document(), "word/numbering.xml")
    assert value(numbering.findall(f"{W}num")[0], "lvlOverride/startOverride") == ""
    assert [child.tag for child in numbering][-1] == f"{W}num"


def page(size: str) -> bytes:
    """The house template with another section."""
    parts = {name: content.decode() for name, content in HOUSE.items()}
    parts["word/document.xml"] = re.sub("<w:sectPr>.*</w:sectPr>", size, parts["word/document.xml"])
    return packed(parts)


@pytest.mark.parametrize(
    ("section", "width", "height", "left"),
    [
        ("", 11906, 16838, 1418),
        ("<w:sectPr/>", 11906, 16838, 1418),
        (
            '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="1000" w:right="-5"/></w:sectPr>',
            11906,
            16838,
            1000,
        ),
        (
            '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:top="900" w:bottom="800"/></w:sectPr>',
            11906,
            16838,
            900,
        ),
        ('<w:sectPr><w:pgMar w:left="1000" w:gutter="500"/></w:sectPr>', 11906, 16838, 1500),
        ('<w:sectPr><w:pgSz w:w="2000" w:h="15840"/></w:sectPr>', 11906, 16838, 1418),
    ],
)
def test_the_page_is_that_of_the_template_when_it_makes_sense(section: str, width: int, height: int, left: int) -> None:
    found = read_template(page(section)).page
    assert (found.width, found.height, found.left) == (width, height, left)


def test_tables_and_pages_follow_the_width_of_the_template() -> None:
    letter = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="1440" w:right="1440"/></w:sectPr>'
    made = render_chapter(every_kind(), page(letter))
    assert {e.get(f"{W}w") for e in body(made).iter(f"{W}tblW")} == {"9026"}
    turned = body(render_chapter(chapter(paragraph(), landscape=True), page(letter))).find(f"{W}sectPr/{W}pgSz")
    assert turned is not None
    assert list(turned.attrib.values()) == ["16838", "11906", "landscape"]
