"""Picture files for tests: drawn here, so that nothing of anybody is in them."""

import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

GPS, MAKER, ORIENTATION = 0x8825, 271, 274
MAKER_NAME = "Merk Zonder Naam"


def file_of(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    """The bytes of a file of this kind."""
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def opened(data: bytes) -> Image.Image:
    """A picture from its bytes, decoded."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


def photo(width: int = 800, height: int = 600, mode: str = "RGB") -> Image.Image:
    """Something with as many colours as a photo: slow waves with grain, the left upper corner red."""
    grain = Image.effect_noise((width, height), 40)
    slope = Image.linear_gradient("L").resize((width, height))
    made = Image.merge("RGB", (grain, slope, Image.effect_mandelbrot((width, height), (-2, -1, 1, 1), 30)))
    ImageDraw.Draw(made).rectangle((0, 0, width // 8, height // 8), fill=(255, 0, 0))
    return made.convert(mode)


def drawing(width: int = 800, height: int = 600) -> Image.Image:
    """A few lines in a few colours on white."""
    made = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(made)
    pen.line((0, 0, width, height), fill=(21, 66, 115), width=5)
    pen.rectangle((width // 4, height // 4, width // 2, height // 2), fill=(200, 30, 30))
    return made


def exif(orientation: int = 1, *, place: bool = False) -> Image.Exif:
    """What a camera writes along."""
    made = Image.Exif()
    made[ORIENTATION] = orientation
    made[MAKER] = MAKER_NAME
    if place:
        made.get_ifd(GPS).update({1: "N", 2: (52.0, 13.0, 45.0), 3: "E", 4: (6.0, 53.0, 12.0)})
    return made


def with_png_size(data: bytes, width: int, height: int) -> bytes:
    """A PNG file that says that it is of another size than it is."""
    head = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + data[24:29]
    return data[:12] + head + zlib.crc32(head).to_bytes(4, "big") + data[33:]


def emf() -> bytes:
    """The beginning of a Windows Enhanced Metafile ([MS-EMF] 2.3.4.2)."""
    return b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(44)


FOREIGN: dict[str, tuple[bytes, str]] = {
    "tekening.svg": (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "picture.drawing"),
    "tekening-utf16.svg": ("\ufeff<svg xmlns='x'/>".encode("utf-16-le"), "picture.drawing"),
    "tekening.emf": (emf(), "picture.drawing"),
    "tekening.wmf": (b"\xd7\xcd\xc6\x9a" + bytes(18), "picture.drawing"),
    "blad.pdf": (b"%PDF-1.7\n", "picture.drawing"),
    "figuur.eps": (b"%!PS-Adobe-3.0 EPSF-3.0", "picture.drawing"),
    "lagen.psd": (b"8BPS\x00\x01", "picture.drawing"),
    "iphone.heic": (b"\x00\x00\x00\x18ftypheic" + bytes(12), "picture.heic"),
    "web.avif": (b"\x00\x00\x00\x1cftypavif" + bytes(12), "picture.heic"),
    "film.mp4": (b"\x00\x00\x00\x18ftypmp42" + bytes(12), "picture.other"),
    "brief.docx": (b"PK\x03\x04", "picture.other"),
    "tekst.png": (b"Dit is geen afbeelding.", "picture.other"),
    "leeg.png": (b"", "picture.empty"),
}
"""Files that are no picture that can be read: what is in them, and what is said of them."""

KINDS: dict[str, Callable[[], bytes]] = {
    "PNG": lambda: file_of(photo()),
    "JPEG": lambda: file_of(photo(), "JPEG"),
    "GIF": lambda: file_of(photo().quantize(64), "GIF"),
    "BMP": lambda: file_of(photo(), "BMP"),
    "TIFF": lambda: file_of(photo(), "TIFF", compression="tiff_lzw"),
    "WEBP": lambda: file_of(photo(), "WEBP"),
}
"""A good file of each kind that is read."""
