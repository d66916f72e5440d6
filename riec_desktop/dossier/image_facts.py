"""What a PNG or JPEG file says in its header: how large it is, and which extra data it carries.

Reads the structure only, never the pixels, so that no picture can do harm here. PNG: W3C, 'Portable Network Graphics',
5.3; JPEG: ITU-T T.81, annex B; Exif: CIPA DC-008.
"""

from collections.abc import Iterator
from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_PNG_EXTRAS = {b"eXIf": "Exif", b"tEXt": "tekst", b"zTXt": "tekst", b"iTXt": "tekst", b"tIME": "tijd"}
_APP1, _APP13, _COMMENT = 0xE1, 0xED, 0xFE
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_MARK, _SCAN = 0xFF, 0xDA
_MOST_CHUNKS = 10_000


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """Width in pixels (0: not known) and what the file carries besides the picture."""

    width: int
    extras: tuple[str, ...]


def image_facts(content: bytes) -> ImageFacts:
    """The facts of a picture; of another kind of file, or a damaged one, as far as it can be read."""
    if content.startswith(_PNG):
        return _png(content)
    if content.startswith(_JPEG):
        return _jpeg(content)
    return ImageFacts(0, ())


def _png(content: bytes) -> ImageFacts:
    width = int.from_bytes(content[16:20], "big")
    extras = dict.fromkeys(_PNG_EXTRAS[kind] for kind in _chunks(content) if kind in _PNG_EXTRAS)
    return ImageFacts(width, tuple(extras))


def _chunks(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    for _ in range(_MOST_CHUNKS):
        if at + 8 > len(content):
            return
        yield content[at + 4 : at + 8]
        at += int.from_bytes(content[at : at + 4], "big") + 12


def _jpeg(content: bytes) -> ImageFacts:
    width = 0
    extras: dict[str, None] = {}
    for marker, body in _segments(content):
        if marker in _FRAMES:
            width = int.from_bytes(body[3:5], "big")
        elif marker == _APP1:
            extras["Exif" if body.startswith(b"Exif") else "XMP"] = None
        elif marker == _APP13:
            extras["IPTC"] = None
        elif marker == _COMMENT:
            extras["tekst"] = None
    return ImageFacts(width, tuple(extras))


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments before the pixels: marker and contents."""
    at = 2
    for _ in range(_MOST_CHUNKS):
        if at + 4 > len(content) or content[at] != _MARK or content[at + 1] == _SCAN:
            return
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        yield content[at + 1], content[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)
