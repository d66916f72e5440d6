"""What a PNG or JPEG file says in its header: how large it is, and which extra data it carries.

Reads the structure only, never the pixels, so that no picture can do harm here. PNG: W3C, 'Portable Network Graphics',
5.3; JPEG: ITU-T T.81, annex B; Exif: CIPA DC-008.
"""

from collections.abc import Iterator
from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_PNG_EXTRAS = {
    b"eXIf": "Exif",
    b"tEXt": "tekst",
    b"zTXt": "tekst",
    b"iTXt": "tekst",
    b"tIME": "tijd",
    b"iCCP": "kleurprofiel",
}
_PNG_PLAIN = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs", b"hIST")
)
"""Chunks with nothing but the picture and how it must look."""
_END, _PNG_END = b"\xff\xd9", b"IEND\xaeB`\x82"
_APP0, _APP1, _APP2, _APP13, _ADOBE, _COMMENT = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE
_APPLICATIONS = range(_APP0, 0xF0)
_OTHER, _BEHIND = "overig", "aanhangsel"
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_MARK, _SCAN = 0xFF, 0xDA
_MOST_CHUNKS = 10_000


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """Width in pixels (0: not known) and what the file carries besides the picture."""

    width: int
    extras: tuple[str, ...]


def image_facts(content: bytes) -> ImageFacts:
    """The facts of a picture; of another kind of file, or a damaged one, as far as it can be read.

    Whatever is not known to be harmless counts as an extra, also what hangs behind the end of the picture.
    """
    if content.startswith(_PNG):
        return _png(content)
    if content.startswith(_JPEG):
        return _jpeg(content)
    return ImageFacts(0, ())


def _png(content: bytes) -> ImageFacts:
    width = int.from_bytes(content[16:20], "big")
    extras = [_PNG_EXTRAS.get(kind, _OTHER) for kind in _chunks(content) if kind not in _PNG_PLAIN]
    return ImageFacts(width, tuple(dict.fromkeys((*extras, *_behind(content, _PNG_END)))))


def _behind(content: bytes, end: bytes) -> tuple[str, ...]:
    """Whether there is anything but filling behind the end of a picture, as telephones put a film there."""
    _, found, rest = content.rpartition(end)
    return (_BEHIND,) if found and rest.strip(b"\0\r\n ") else ()


def is_bare(content: bytes) -> bool:
    """Whether a file is a picture of a kind that is known here, with nothing besides it."""
    return content.startswith((_PNG, _JPEG)) and not image_facts(content).extras


def _chunks(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    for _ in range(_MOST_CHUNKS):
        if at + 8 > len(content):
            return
        yield content[at + 4 : at + 8]
        if content[at + 4 : at + 8] == b"IEND":
            return
        at += int.from_bytes(content[at : at + 4], "big") + 12


def _jpeg(content: bytes) -> ImageFacts:
    width = 0
    extras: dict[str, None] = {}
    for marker, body in _segments(content):
        if marker in _FRAMES:
            width = int.from_bytes(body[3:5], "big")
        elif told := _told(marker, body):
            extras[told] = None
    return ImageFacts(width, (*extras, *_behind(content, _END)))


def _told(marker: int, body: bytes) -> str:
    """What a segment carries besides the picture, '' for nothing."""
    known = {
        _APP0: "" if body.startswith(b"JFIF") else _OTHER,
        _APP1: "Exif" if body.startswith(b"Exif") else "XMP",
        _APP2: "kleurprofiel" if body.startswith(b"ICC_PROFILE") else _OTHER,
        _APP13: "IPTC",
        _ADOBE: "" if body.startswith(b"Adobe") else _OTHER,
        _COMMENT: "tekst",
    }
    return known.get(marker, _OTHER if marker in _APPLICATIONS else "")


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments before the pixels: marker and contents."""
    at = 2
    for _ in range(_MOST_CHUNKS):
        if at + 4 > len(content) or content[at] != _MARK or content[at + 1] == _SCAN:
            return
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        yield content[at + 1], content[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)
