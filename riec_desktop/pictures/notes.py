"""What a person is told about the picture that they brought: in Dutch, because the picture is theirs."""

from collections.abc import Iterator
from typing import Final

from PIL import Image
from PIL.ExifTags import IFD

PLACE = "De plaats waar de foto is gemaakt en de gegevens van de camera zijn eruit gehaald."
HIDDEN = "Verborgen gegevens in het bestand, zoals camera, datum of maker, zijn eruit gehaald."
PRINT_COLOURS = "De kleuren voor drukwerk (CMYK) zijn omgezet in kleuren voor het scherm."
MOVING = "Alleen het eerste beeld is overgenomen, want een afbeelding in het hoofdstuk beweegt niet."
PAGES = "Alleen de eerste bladzijde van het bestand is overgenomen."

LEAST_WIDTH: Final = 600
"""Pixels: less is blurred over the width of a page (90 dots per inch)."""

_HIDDEN_INFO: Final = ("xmp", "comment", "photoshop", "XML:com.adobe.xmp")
_TELLING: Final = {270, 271, 272, 305, 306, 315, 33432, 34665}
"""Tags that say what, with what, when or by whom: description, make, model, software, date, artist, rights, camera.

The rest, such as the number of dots per inch, says nothing of anybody (CIPA DC-008, and TIFF 6.0).
"""


def of_source(image: Image.Image, kind: str) -> tuple[str, ...]:
    """What is left behind of a file that was opened and not decoded yet."""
    return tuple(_source_notes(image, kind))


def _source_notes(image: Image.Image, kind: str) -> Iterator[str]:
    if getattr(image, "is_animated", False) and kind != "JPEG":
        yield PAGES if kind == "TIFF" else MOVING
    if image.mode == "CMYK":
        yield PRINT_COLOURS
    if _has_place(image):
        yield PLACE
    elif _has_hidden(image):
        yield HIDDEN


def _has_place(image: Image.Image) -> bool:
    xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    in_xmp = b"GPSLatitude" in xmp if isinstance(xmp, bytes) else "GPSLatitude" in str(xmp)
    return in_xmp or bool(image.getexif().get_ifd(IFD.GPSInfo))


def _has_hidden(image: Image.Image) -> bool:
    """`text` holds the texts of a PNG."""
    in_exif = not _TELLING.isdisjoint(image.getexif())
    return in_exif or bool(getattr(image, "text", None)) or any(image.info.get(name) for name in _HIDDEN_INFO)


def of_size(before: tuple[int, int], after: tuple[int, int]) -> tuple[str, ...]:
    """What happened to the size, or that there is too little of it."""
    if before != after:
        return (f"De afbeelding is verkleind van {_size(before)} naar {_size(after)} beeldpunten.",)
    if after[0] < LEAST_WIDTH:
        return (f"De afbeelding is maar {after[0]} beeldpunten breed en kan op papier onscherp worden.",)
    return ()


def _size(size: tuple[int, int]) -> str:
    return " × ".join(f"{side:,}".replace(",", ".") for side in size)
