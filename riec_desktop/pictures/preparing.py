"""What is done to a decoded picture: turned upright, made small enough, brought to screen colours on white."""

from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageCms, ImageOps

LARGEST: Final = (2000, 3000)
"""Pixels: what a page of a report shows (300 dots per inch over 17 × 25 cm)."""

_DRAFT: Final = (3000, 3000)
"""A JPEG may be decoded at half or a quarter of its size, but never below this, lying or standing."""

_ORIENTATION: Final = 274
_TURNED: Final = (5, 6, 7, 8)
"""The orientations of EXIF in which width and height change places (CIPA DC-008, tag 274)."""

_DEEP: Final = ("I", "F")
_WHITE: Final = 255
_MOST_16_BIT: Final = 65535


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height as a person sees the picture."""
    width, height = image.size
    return (height, width) if image.getexif().get(_ORIENTATION) in _TURNED else (width, height)


def prepared(image: Image.Image) -> Image.Image:
    """A new picture of mode L or RGB, at most `LARGEST`, that carries nothing of its file but its dots."""
    image.draft(None, _DRAFT)
    image.load()
    upright = ImageOps.exif_transpose(image)
    return _copied(_small(_flat(_eight_bits(upright))))


def _copied(image: Image.Image) -> Image.Image:
    """The dots alone: `info` of an image is written along by the encoders of Pillow."""
    made = Image.new(image.mode, image.size)
    made.paste(image)
    return made


def _small(image: Image.Image) -> Image.Image:
    if image.width <= LARGEST[0] and image.height <= LARGEST[1]:
        return image
    factor = min(LARGEST[0] / image.width, LARGEST[1] / image.height)
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


# --- Depth and transparency ------------------------------------------------------------------------------------------


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of more than 8 bits spread over 256 steps; plain conversion would cut it off at white."""
    if image.mode.startswith("I;16"):
        return _spread(image.convert("I"), 0, _MOST_16_BIT)
    if image.mode in _DEEP:
        return _spread(image, *_extremes(image))
    return image


def _extremes(image: Image.Image) -> tuple[float, float]:
    low, high = image.convert("F").getextrema()
    return float(str(low)), float(str(high))


def _spread(image: Image.Image, low: float, high: float) -> Image.Image:
    factor = _WHITE / (high - low) if high > low else 0.0
    return image.convert("F").point(lambda value: value * factor - low * factor).convert("L")


def _flat(image: Image.Image) -> Image.Image:
    """Grey or screen colours without transparency, as on white paper."""
    if not image.has_transparency_data:
        return _screen_colours(image)
    with_alpha = image.convert("RGBA")
    coloured = _screen_colours(with_alpha.convert("RGB"), image.info.get("icc_profile"))
    made = Image.new("RGB", image.size, "white")
    made.paste(coloured, mask=with_alpha.getchannel("A"))
    return made


# --- Colours ---------------------------------------------------------------------------------------------------------

_CMS: Final[Any] = ImageCms
"""Colour management; what it says of its own types cannot be checked."""


def _screen_colours(image: Image.Image, profile: bytes | None = None) -> Image.Image:
    """L or RGB, by the profile that the file brings when it is of use."""
    if image.mode in ("1", "L"):
        return image.convert("L")
    if image.mode == "LAB":
        return _transformed(image, _CMS.createProfile("LAB"))
    found = profile or image.info.get("icc_profile")
    usable = image.mode in ("RGB", "CMYK") and isinstance(found, bytes)
    return (_by_profile(image, found) if usable and found else None) or image.convert("RGB")


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    """The picture in sRGB; None when the profile is no good, is of other colours, or is sRGB already."""
    try:
        source = _CMS.getOpenProfile(BytesIO(profile))
        if "srgb" in _CMS.getProfileDescription(source).lower():
            return None
        return _transformed(image, source)
    except ImageCms.PyCMSError:
        return None


def _transformed(image: Image.Image, source: object) -> Image.Image:
    return _CMS.profileToProfile(image, source, _CMS.createProfile("sRGB"), outputMode="RGB")
