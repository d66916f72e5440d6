"""What a picture carries besides its dots is noticed, wherever it hides."""

import struct
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from PIL import ImageCms
from PIL.PngImagePlugin import PngInfo

from riec_desktop.dossier.image_facts import image_facts, is_bare
from tests.helpers.images import drawing, exif, file_of, photo

CMS: Any = ImageCms
JPEG, PNG = file_of(photo(40, 30), "JPEG"), file_of(drawing(40, 30))
PROFILE = CMS.ImageCmsProfile(CMS.createProfile("sRGB")).tobytes()
NAME = b"Jan Verklikker"


def segment(marker: int, body: bytes) -> bytes:
    """A JPEG with one more segment."""
    return JPEG[:2] + bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body + JPEG[2:]


def chunk(kind: bytes, body: bytes) -> bytes:
    """A PNG with one more chunk, before its pixels."""
    made = struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return PNG[:33] + made + PNG[33:]


def with_text(itxt: bool) -> bytes:
    told = PngInfo()
    add: Callable[[str, str], None] = told.add_itxt if itxt else told.add_text
    add("Author", "Jan Verklikker")
    return file_of(drawing(40, 30), pnginfo=told)


CARRIES: dict[str, tuple[bytes, str]] = {
    "a place in Exif": (file_of(photo(40, 30), "JPEG", exif=exif(place=True)), "Exif"),
    "XMP": (segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + NAME), "XMP"),
    "IPTC": (segment(0xED, b"Photoshop 3.0\0" + NAME), "IPTC"),
    "a comment": (segment(0xFE, NAME), "tekst"),
    "a small picture": (segment(0xE0, b"JFXX\0\x10" + NAME), "overig"),
    "more pictures": (segment(0xE2, b"MPF\0" + NAME), "overig"),
    "an own segment": (segment(0xE5, NAME), "overig"),
    "a profile": (file_of(photo(40, 30), "JPEG", icc_profile=PROFILE), "kleurprofiel"),
    "a film behind it": (JPEG + b"ftypmp42" + NAME, "aanhangsel"),
    "tEXt": (with_text(itxt=False), "tekst"),
    "iTXt": (with_text(itxt=True), "tekst"),
    "a time": (chunk(b"tIME", bytes(7)), "tijd"),
    "eXIf": (chunk(b"eXIf", NAME), "Exif"),
    "iCCP": (file_of(drawing(40, 30), icc_profile=PROFILE), "kleurprofiel"),
    "an own chunk": (chunk(b"jvNm", NAME), "overig"),
    "something behind it": (PNG + NAME, "aanhangsel"),
}


@pytest.mark.parametrize(("content", "extra"), CARRIES.values(), ids=list(CARRIES))
def test_what_a_picture_carries_is_named(content: bytes, extra: str) -> None:
    assert image_facts(content).extras == (extra,)
    assert not is_bare(content)


@pytest.mark.parametrize("content", [JPEG, PNG, file_of(drawing(4, 4).convert("RGBA")), file_of(photo(9, 9, "L"))])
def test_a_bare_picture_carries_nothing(content: bytes) -> None:
    assert image_facts(content).extras == ()
    assert is_bare(content)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "TIFF", "BMP"])
def test_a_picture_of_another_kind_is_never_called_bare(kind: str) -> None:
    assert not is_bare(file_of(drawing(4, 4), kind))
