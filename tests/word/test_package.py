"""Packages are ordinary zip files with fixed bytes, whatever lies in them."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.errors import RiecError
from riec_desktop.word.package import (
    in_order,
    pack,
    pack_text,
    read_package,
    relationships_name,
    target_name,
    write_package,
)

NAMES = st.text("abcdefghijklm/._é", min_size=1, max_size=20).filter(
    lambda name: not name.startswith("/") and not name.endswith("/") and ".." not in name.split("/")
)


@given(st.dictionaries(NAMES, st.binary(max_size=200), max_size=5))
def test_what_is_written_is_read_back_by_us_and_by_the_standard_library(parts: dict[str, bytes]) -> None:
    unique = {name.lower(): content for name, content in parts.items()}
    data = write_package(pack(name, content) for name, content in unique.items())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {info.filename: archive.read(info) for info in archive.infolist()} == unique
        assert {info.date_time for info in archive.infolist()} <= {(1980, 1, 1, 0, 0, 0)}
    if unique:
        assert read_package(data) == unique


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=50), max_size=20))
def test_text_packed_piece_by_piece_is_the_text_in_one(pieces: list[str]) -> None:
    packed = pack_text("a.xml", pieces)
    whole = "".join(pieces).encode()
    assert (packed.crc, packed.size) == (pack("a.xml", whole).crc, len(whole))


def test_a_long_text_comes_out_whole() -> None:
    pieces = [f"{number:06}ë" for number in range(60_000)]
    data = write_package([pack_text("a.xml", pieces)])
    assert read_package(data)["a.xml"].decode() == "".join(pieces)


@pytest.mark.parametrize("name", ["../a.xml", "/a.xml", "a\\b.xml", "C:a.xml", "word/../../a.xml"])
def test_a_part_with_a_path_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(RiecError) as caught:
        read_package(write_package([pack(name, b"")]))
    assert caught.value.code == "template.damaged"


def test_two_parts_with_one_name_are_refused() -> None:
    with pytest.raises(RiecError) as caught:
        read_package(write_package([pack("word/a.xml", b"1"), pack("word/A.xml", b"2")]))
    assert caught.value.code == "template.damaged"


def test_folders_in_a_package_are_no_parts() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.mkdir("word")
        archive.writestr("word/a.xml", "<a/>")
    assert read_package(file.getvalue()) == {"word/a.xml": b"<a/>"}


def test_content_types_come_first() -> None:
    parts = {name: pack(name, b"") for name in ("word/b.xml", "_rels/.rels", "[Content_Types].xml", "a.xml")}
    assert [part.name for part in in_order(parts)] == ["[Content_Types].xml", "_rels/.rels", "a.xml", "word/b.xml"]


def test_relationships_lie_beside_their_part_and_point_from_its_folder() -> None:
    assert relationships_name("word/document.xml") == "word/_rels/document.xml.rels"
    assert relationships_name("") == "_rels/.rels"
    assert target_name("word/document.xml", "theme/theme1.xml") == "word/theme/theme1.xml"
    assert target_name("word/document.xml", "/word/styles.xml") == "word/styles.xml"
    assert target_name("word/document.xml", "../docProps/a.xml") == "docProps/a.xml"
