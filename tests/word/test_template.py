"""The house template is what its script makes, and templates that cannot be used are refused with a reason."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import make_template
import pytest

from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.paths import data_file
from riec_desktop.word.package import pack, write_package
from riec_desktop.word.template import load_template, read_template
from tests.helpers.word import W, audit, tree

HOUSE = data_file("templates", "riec.docx")


def house() -> bytes:
    return HOUSE.read_bytes()


def unpacked(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def changed(change: Callable[[str, bytes], bytes | None], extra: dict[str, bytes] | None = None) -> bytes:
    """The house template with parts changed (None: left out) and added."""
    parts = {name: change(name, content) for name, content in unpacked(house())}
    kept = {name: content for name, content in (parts | (extra or {})).items() if content is not None}
    return write_package(pack(name, content) for name, content in kept.items())


def replaced(part: str, old: str, new: str) -> bytes:
    """The house template with a text in one part replaced everywhere."""

    def change(name: str, content: bytes) -> bytes:
        if name != part:
            return content
        assert old.encode() in content
        return content.replace(old.encode(), new.encode())

    return changed(change)


def refusal(data: bytes, folder: Path) -> RiecError:
    file = folder / "sjabloon.docx"
    file.write_bytes(data)
    with pytest.raises(RiecError) as caught:
        load_template(file)
    assert sentence(caught.value)
    return caught.value


def test_the_script_makes_the_template_of_the_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "nieuw" / "riec.docx"
    make_template.main([str(target)])
    assert str(target) in capsys.readouterr().out
    # Another build of zlib may pack the same parts into other bytes.
    assert unpacked(target.read_bytes()) == unpacked(house())
    assert make_template.make_template() == target.read_bytes()


def test_the_template_is_valid(tmp_path: Path) -> None:
    assert audit(house(), tmp_path) == []


def test_the_template_is_dutch_a4_without_compatibility_notice() -> None:
    styles, settings = tree(house(), "word/styles.xml"), tree(house(), "word/settings.xml")
    language = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert language is not None
    assert language.get(f"{W}val") == "nl-NL"
    modes = [e.get(f"{W}val") for e in settings.iter(f"{W}compatSetting") if e.get(f"{W}name") == "compatibilityMode"]
    assert modes == ["15"]
    assert settings.find(f"{W}autoHyphenation") is not None
    page = read_template(house()).page
    assert (page.width, page.height) == (11906, 16838)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.1, contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_of_letters_stands_out_on_every_fill() -> None:
    styles = tree(house(), "word/styles.xml")
    colours = {e.get(f"{W}val", "") for e in styles.iter(f"{W}color")}
    fills = {e.get(f"{W}fill", "") for e in styles.iter(f"{W}shd")} | {"FFFFFF"}
    assert len(colours) > 3
    assert [(c, f) for c in colours for f in fills if contrast(c, f) < 4.5] == []


def test_headings_and_captions_stay_with_what_follows() -> None:
    styles = {e.get(f"{W}styleId"): e for e in tree(house(), "word/styles.xml").iter(f"{W}style")}
    kept = [f"Heading{level}" for level in range(1, 7)] + ["Caption", "Kadertekstkop", "Tabelkop"]
    assert [name for name in kept if styles[name].find(f"{W}pPr/{W}keepNext") is None] == []


def test_a_template_is_read_once() -> None:
    assert read_template(house()) is read_template(house())


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RiecError) as caught:
        load_template(tmp_path / "weg.docx")
    assert caught.value.code == "file.not_found"


def test_a_folder_cannot_be_read_as_a_template(tmp_path: Path) -> None:
    with pytest.raises(RiecError) as caught:
        load_template(tmp_path)
    assert caught.value.code == "file.not_readable"


def test_style_names_are_found_in_any_case_and_under_any_id() -> None:
    localised = replaced(
        "word/styles.xml",
        'w:styleId="Caption"><w:name w:val="caption"',
        'w:styleId="Bijschrift"><w:name w:val="Caption"',
    )
    assert read_template(localised).id("caption") == "Bijschrift"


def test_of_two_styles_with_one_name_the_first_counts() -> None:
    twice = replaced(
        "word/styles.xml",
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="Feiten"/></w:style></w:styles>',
    )
    assert read_template(twice).id("Feiten") == "Feiten"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "template.not_docx"),
        (b"%PDF-1.7", "template.not_docx"),
        (b"PK\3\4 maar verder niets", "template.damaged"),
        (house()[: len(house()) // 2], "template.damaged"),
        (write_package([pack("[Content_Types].xml", b"<Types/>")]), "template.not_docx"),
        (write_package([pack("tekst.txt", b"")]), "template.damaged"),
        (write_package([pack("../word/document.xml", b"")]), "template.damaged"),
        (write_package([pack("Een.xml", b""), pack("een.xml", b"")]), "template.damaged"),
        (write_package([pack("leeg.xml", b" " * 2_000_000)]), "template.too_large"),
        (write_package(pack(f"{n}.xml", b"") for n in range(2_001)), "template.too_large"),
    ],
    ids=["leeg", "pdf", "kop", "half", "geen document", "geen soorten", "pad", "dubbel", "bom", "veel"],
)
def test_what_is_no_sound_word_document_is_refused(data: bytes, code: str, tmp_path: Path) -> None:
    assert refusal(data, tmp_path).code == code


@pytest.mark.parametrize(
    ("part", "old", "new", "code"),
    [
        ("word/styles.xml", "</w:styles>", "", "template.damaged"),
        ("word/document.xml", "<w:document", '<!DOCTYPE x [<!ENTITY a "b">]><w:document', "template.damaged"),
        ("word/numbering.xml", 'w:abstractNumId="4"', 'w:abstractNumId="vier"', "template.damaged"),
        ("[Content_Types].xml", "wordprocessingml.document.main", "wordprocessingml.comments", "template.not_docx"),
        (
            "_rels/.rels",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
            "template.strict",
        ),
    ],
    ids=["afgebroken", "doctype", "geen getal", "ander soort", "strikt"],
)
def test_a_package_that_is_not_a_plain_document_is_refused(
    part: str, old: str, new: str, code: str, tmp_path: Path
) -> None:
    assert refusal(replaced(part, old, new), tmp_path).code == code
