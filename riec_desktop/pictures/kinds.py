"""Which kind of file a picture is, by its first bytes: a name can say anything."""

from collections.abc import Callable, Mapping
from typing import Final

from riec_desktop.errors import RiecError

READ: Final[Mapping[str, Callable[[bytes], bool]]] = {
    "PNG": lambda head: head.startswith(b"\x89PNG\r\n\x1a\n"),
    "JPEG": lambda head: head.startswith(b"\xff\xd8\xff"),
    "GIF": lambda head: head.startswith((b"GIF87a", b"GIF89a")),
    "TIFF": lambda head: head.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")),
    "WEBP": lambda head: head.startswith(b"RIFF") and head[8:12] == b"WEBP",
    "BMP": lambda head: head.startswith(b"BM"),
}
"""Pillow's name of each kind that can be read, and how its files begin."""

_HEIC: Final = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
_DRAWINGS: Final = (
    *(b"%PDF", b"%!PS", b"\xc5\xd0\xd3\xc6"),
    *(b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"8BPS"),
)
"""PDF, PostScript (also in the binary form of EPS), Windows Metafile (two forms) and Photoshop."""

_HEAD: Final = 1024
"""Bytes: where the first element of an SVG file must be found."""


def kind_of(data: bytes, name: str) -> str:
    """Pillow's name of the kind of picture.

    Raises `RiecError` with the `name` of the file: `picture.empty`, `picture.drawing`, `picture.heic`, `picture.other`.
    """
    head = data[:_HEAD]
    found = next((kind for kind, fits in READ.items() if fits(head)), None)
    if found is None:
        raise RiecError(_refusal(head), file=name)
    return found


def _refusal(head: bytes) -> str:
    if not head:
        return "picture.empty"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC:
        return "picture.heic"
    return "picture.drawing" if _is_drawing(head) else "picture.other"


def _is_drawing(head: bytes) -> bool:
    """Lines and shapes instead of dots, or a page of something else: another program must make a picture of it."""
    enhanced_metafile = head.startswith(b"\x01\x00\x00\x00") and head[40:44] == b" EMF"
    svg = b"<svg" in head.lower().replace(b"\0", b"")
    return head.startswith(_DRAWINGS) or enhanced_metafile or svg
