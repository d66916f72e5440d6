"""Every rule notices the file that breaks it, and only that; the chapter of the example breaks none."""

from collections.abc import Callable
from functools import lru_cache

import pytest

from riec_desktop.chapter.blocks import State
from riec_desktop.dossier.choices import Layout
from riec_desktop.severity import Severity
from riec_desktop.word.inspection import RULES, Remark, inspect_document
from tests.helpers.edited import (
    before_end,
    edited,
    example_document,
    field_xml,
    packed,
    paragraph_xml,
    parts_of,
    table_xml,
    with_parts,
    with_relation,
)

CORE, SETTINGS, STYLES, CHART = "docProps/core.xml", "word/settings.xml", "word/styles.xml", "word/charts/chart1.xml"
Break = Callable[[bytes], bytes]
DRAWING = (
    '<w:p><w:r><w:drawing><wp:{0} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="{2}" cy="914400"/><wp:docPr id="900" name="Foto" descr="{1}"/>{3}</wp:{0}></w:drawing></w:r></w:p>'
)
BLIP = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rIdNew"/>'


def replaced(pattern: str, new: str, part: str = "word/document.xml") -> Break:
    return lambda document: edited(document, pattern, new, part)


def added(*xml: str) -> Break:
    return lambda document: before_end(document, "".join(xml))


def related(kind: str, target: str, *, outside: bool = True) -> Break:
    return lambda document: with_relation(document, kind, target, outside=outside)


def both(*breaks: Break) -> Break:
    def all_of(document: bytes) -> bytes:
        for one in breaks:
            document = one(document)
        return document

    return all_of


def link(target: str, text: str) -> Break:
    run = f'<w:p><w:hyperlink r:id="rIdNew"><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:p>'
    return both(added(run), related("hyperlink", target))


def png(width: int, *chunks: bytes, size: int = 0) -> bytes:
    head = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + width.to_bytes(4, "big") + bytes(13)
    return head + b"".join(b"\0\0\0\1" + chunk + bytes(5) for chunk in chunks) + bytes(size)


def picture(content: bytes, name: str = "foto.png") -> Break:
    def put(document: bytes) -> bytes:
        types = edited(
            document,
            "</Types>",
            f'<Override PartName="/word/{name}" ContentType="image/png"/></Types>',
            "[Content_Types].xml",
        )
        return with_parts(types, **{f"word__{name}": content})

    shown = added(DRAWING.format("inline", "Een foto van het Informatieplein.", 914_400, BLIP))
    return both(put, related("image", name, outside=False), shown)


BREAKS: dict[str, Break] = {
    "properties.title": replaced("<dc:title>.*?</dc:title>", "<dc:title>Document1</dc:title>", CORE),
    "properties.subject": replaced("<dc:subject>.*?</dc:subject>", "", CORE),
    "properties.language": replaced('<w:lang w:val="nl-NL"', '<w:lang w:val="en-US"', STYLES),
    "text.language": added(paragraph_xml("In English.", run='<w:lang w:val="en-GB"/>')),
    "headings.first": replaced('<w:p><w:pPr><w:pStyle w:val="Heading1".*?</w:p>', ""),
    "headings.order": added(
        paragraph_xml("Diep", "Heading2"), paragraph_xml("Tekst."), paragraph_xml("Dieper", "Heading6")
    ),
    "headings.empty": added('<w:p><w:pPr><w:pStyle w:val="Heading3"/></w:pPr></w:p>'),
    "headings.fake": added(paragraph_xml("Een kop van vette tekst", run="<w:b/>")),
    "headings.typed": added(paragraph_xml("3.4.9 Getypt", "Heading3")),
    "lists.typed": added(paragraph_xml("- een getypt streepje")),
    "contents.present": replaced(r" TOC \\o[^<]*", " TITLE "),
    "styles.known": added(paragraph_xml("Tekst in een stijl die er niet is.", "Weg")),
    "text.empty": added("<w:p/>", paragraph_xml("Na de lege regel.")),
    "text.spaces": added(paragraph_xml("ver      uiteen")),
    "text.tabs": added("<w:p><w:r><w:t>a</w:t><w:tab/><w:tab/><w:tab/><w:tab/><w:t>b</w:t></w:r></w:p>"),
    "text.contrast": added(paragraph_xml("Lichtgrijs.", run='<w:color w:val="BBBBBB"/>')),
    "text.small": added(paragraph_xml("Heel klein.", run='<w:sz w:val="12"/>')),
    "text.formatting": added(*[paragraph_xml("Met de hand.", run='<w:u w:val="single"/>')] * 4),
    "tables.frame": added(table_xml(("Kader",), ("Tekst in een kader.",))),
    "tables.header": added(table_xml(("a", "b"), ("1", "2"), header=False)),
    "tables.columns": added(table_xml(("a", ""), ("1", "2"))),
    "tables.merged": added(
        table_xml(("a", "b"), ("1", "2")).replace(
            "<w:tc><w:p>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>', 1
        )
    ),
    "tables.nested": added(
        table_xml(("a", "b"), ("1", "2")).replace(
            "<w:t>2</w:t>", "<w:t>2</w:t></w:r></w:p>" + table_xml(("c", "d")) + "<w:p><w:r>"
        )
    ),
    "tables.even": added(table_xml(("a", "b"), ("1", "2"), ("3",))),
    "tables.blank": added(table_xml(("a", "b"), ("", ""))),
    "tables.described": added(table_xml(("a", "b"), ("1", "2")).replace("tblDescription", "tblGeen")),
    "tables.rows": added(table_xml(("a", "b"), ("1", "2")).replace("<w:cantSplit/>", "", 1)),
    "tables.width": added(table_xml(("a", "b"), ("1", "2"), width=12_000)),
    "drawings.described": replaced(' descr="[^"]*"', ' descr="afbeelding 3.png"'),
    "drawings.inline": added(DRAWING.format("anchor", "Een foto van het plein.", 914_400, "")),
    "text.frames": added(paragraph_xml("Zweeft.", properties='<w:framePr w:w="2000"/>')),
    "pictures.clean": picture(png(100, b"eXIf")),
    "pictures.size": picture(png(4_000, size=400_000)),
    "charts.data": replaced(
        'Target="../embeddings/[^"]*"',
        'Target="http://voorbeeld.nl/x.xlsx" TargetMode="External"',
        "word/charts/_rels/chart1.xml.rels",
    ),
    "charts.values": replaced("(<c:val>.*?<c:v>)[^<]*", "123456", CHART),
    "fields.complete": added(field_xml("PAGE", "1", end=False)),
    "fields.results": added(field_xml("PAGE", "")),
    "fields.errors": added(paragraph_xml("Zie Fout! Verwijzingsbron niet gevonden.")),
    "fields.updates": replaced("<w:zoom ", "<w:updateFields/><w:zoom ", SETTINGS),
    "fields.outside": added(field_xml('INCLUDETEXT "bestand.docx"', "tekst")),
    "references.target": added(field_xml("REF weg \\h", "Tabel 9")),
    "references.text": replaced(r"(REF h_\w+ \\n .*?<w:t[^>]*>)3\.4", "3.5"),
    "captions.number": replaced(r"(SEQ Tabel .*?<w:t[^>]*>)1", "7"),
    "contents.entries": replaced('(<w:pStyle w:val="Heading3"/>.*?<w:t[^>]*>)', "Anders: "),
    "contents.pages": replaced(r"(PAGEREF .*?<w:t[^>]*>)\d+", "99"),
    "links.text": link("https://voorbeeld.nl/", "klik hier"),
    "links.address": link("mailto:iemand@voorbeeld.nl", "schrijf naar het LIEC"),
    "layout.heading": added(paragraph_xml("Los", "Heading2", properties='<w:keepNext w:val="0"/>')),
    "layout.caption": replaced('<w:pStyle w:val="Caption"/>', '<w:pStyle w:val="Caption"/><w:keepNext w:val="0"/>'),
    "layout.box": added(paragraph_xml("Kop zonder kader", "Kadertekstkop"), paragraph_xml("Gewone tekst.")),
    "file.parts": related("image", "weg.png", outside=False),
    "file.relations": added(DRAWING.format("inline", "Een foto van het plein.", 914_400, BLIP)),
    "file.outside": related("image", "http://voorbeeld.nl/x.png"),
    "file.foreign": related("aFChunk", "settings.xml", outside=False),
    "file.types": lambda document: with_parts(document, word__vreemd="iets"),
    "final.persons": replaced("<dc:creator>LIEC<", "<dc:creator>P. de Vries<", CORE),
    "final.comments": related("comments", "settings.xml", outside=False),
    "final.changes": added('<w:p><w:ins w:id="1" w:author="P."><w:r><w:t>Nieuw.</w:t></w:r></w:ins></w:p>'),
    "final.hidden": added(paragraph_xml("Verborgen.", run="<w:vanish/>")),
    "final.paths": added(paragraph_xml("Zie C:\\Gebruikers\\pieter\\plan.docx.")),
    "final.outside": related("attachedTemplate", "file:///C:/sjabloon.dotx"),
    "final.prompts": added(paragraph_xml("Het resultaat is XXX casussen.")),
    "final.draft": replaced("(<w:ftr .*?<w:t[^>]*>)", "CONCEPT ", "word/footer1.xml"),
    "final.embedded": related("oleObject", "settings.xml", outside=False),
    "final.editing": replaced("<w:p>", '<w:p w:rsidR="00A77B3C">'),
    "final.bullets": added('<w:numPicBullet w:numPicBulletId="0"/>'),
    "final.properties": lambda document: with_parts(document, **{"docProps__custom.xml": "<Properties/>"}),
}


@lru_cache(maxsize=4)
def codes(document: bytes) -> set[str]:
    return {remark.code for remark in inspect_document(document).remarks}


def remark(document: bytes, code: str) -> Remark:
    return next(one for one in inspect_document(document).remarks if one.code == code)


@pytest.mark.parametrize("layout", Layout, ids=lambda one: one.name)
@pytest.mark.parametrize("state", State, ids=lambda one: one.name)
def test_the_chapter_of_the_example_has_no_errors_and_no_warnings(layout: Layout, state: State) -> None:
    found = inspect_document(example_document(layout, state))
    assert [one for one in found.remarks if one.severity is not Severity.TIP] == []
    assert found.final is (state is State.FINAL)


@pytest.mark.parametrize("code", BREAKS)
def test_every_rule_notices_the_file_that_breaks_it(code: str) -> None:
    assert code not in codes(example_document()) - {"text.formatting"}
    assert code in codes(BREAKS[code](example_document()))


def test_there_is_a_broken_file_for_every_rule() -> None:
    apart = {"headings.present", "headings.twice", "final.charts"}
    assert {rule.code for rule in RULES} - apart == set(BREAKS)
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(rule.name and rule.source for rule in RULES)


@pytest.mark.parametrize("code", [rule.code for rule in RULES if rule.final])
def test_rules_for_final_documents_leave_a_draft_alone(code: str) -> None:
    broken = BREAKS.get(code, lambda document: document)(example_document())
    as_draft = inspect_document(broken, final=False)
    assert code not in {one.code for one in as_draft.remarks}
    assert as_draft.points == sum(not rule.final for rule in RULES)


def test_a_place_is_told_without_page_numbers() -> None:
    table = added(table_xml(("a", "b"), ("1", "2"), ("", "")))
    assert remark(table(example_document()), "tables.blank").place.endswith(", rij 3")
    text = added(paragraph_xml("Tweede kop", "Heading2"), paragraph_xml("Een regel met XXX erin."))
    place = remark(text(example_document()), "final.prompts").place
    assert place == "onder kop 3.5, alinea ‘Een regel met XXX erin.’"


def test_many_places_are_told_shortly() -> None:
    many = added(*[paragraph_xml(f"- streepje {at}") for at in range(30)])
    found = [one for one in inspect_document(many(example_document())).remarks if one.code == "lists.typed"]
    assert len(found) == 11
    assert found[-1].place == "nog 20 plaatsen"


def test_text_without_headings_is_noticed() -> None:
    document = edited(example_document(), "<w:body>.*<w:sectPr>", f"<w:body>{paragraph_xml('Tekst.') * 6}<w:sectPr>")
    assert "headings.present" in codes(document)


def test_white_on_the_dark_head_of_a_table_is_readable_and_dark_on_it_is_not() -> None:
    cell = '<w:tcPr><w:shd w:val="clear" w:fill="154273"/></w:tcPr>'
    table = table_xml(("a", "b"), ("1", "2")).replace("<w:tc>", f"<w:tc>{cell}")
    assert "text.contrast" not in codes(before_end(example_document(), table))
    dark = table.replace("<w:rPr>", '<w:rPr><w:color w:val="333333"/>')
    assert remark(before_end(example_document(), dark), "text.contrast").place.endswith(", rij 1")


def test_a_number_that_comes_twice_is_noticed() -> None:
    again = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="77"/></w:numPr>'
    twin = before_end(example_document(), paragraph_xml("Nog een keer", "Heading2", properties=again))
    restarted = "".join(
        f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{n}"/></w:lvlOverride>' for at, n in ((0, 3), (1, 4))
    )
    num = f'<w:num w:numId="77"><w:abstractNumId w:val="0"/>{restarted}</w:num></w:numbering>'
    assert "headings.twice" not in codes(twin)
    assert "headings.twice" in codes(edited(twin, "</w:numbering>", num, "word/numbering.xml"))


def test_a_name_in_the_workbook_of_a_chart_is_noticed() -> None:
    document = example_document()
    name = next(one for one in parts_of(document) if one.endswith(".xlsx"))
    core = '<p xmlns:dc="x"><dc:creator>P. de Vries</dc:creator></p>'
    book = packed({**parts_of(parts_of(document)[name]), "docProps/core.xml": core})
    assert "final.charts" not in codes(document)
    assert "final.charts" in codes(packed({**parts_of(document), name: book}))
