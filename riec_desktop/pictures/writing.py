"""How a picture is kept: a photo as JPEG, a drawing or a picture of a screen as PNG, so that letters stay sharp."""

from io import BytesIO
from typing import Final

from PIL import Image

QUALITY: Final = 85
_FEW_COLOURS: Final = 256
_GAIN: Final = 3
"""A JPEG must be so many times smaller to be worth its blur. Photos gain 5 times or more, screens hardly 2."""


def written(image: Image.Image) -> bytes:
    """The file, without anything beside the dots."""
    if image.getcolors(_FEW_COLOURS) is not None:
        return _png(image)
    jpeg = _saved(image, "JPEG", quality=QUALITY, optimize=True)
    # The quickest PNG is enough to compare with; the smallest takes seconds for a photo.
    return jpeg if len(jpeg) * _GAIN < len(_saved(image, "PNG", compress_level=1)) else _png(image)


def _png(image: Image.Image) -> bytes:
    return _saved(image, "PNG", optimize=True)


def _saved(image: Image.Image, kind: str, **options: int) -> bytes:
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()
