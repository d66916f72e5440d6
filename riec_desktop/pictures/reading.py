"""From a file that somebody brings to a picture that can stand in a chapter: small, upright, in screen colours, clean.

What Pillow makes of a file is copied dot by dot into a new picture, so that nothing else of the file comes along: no
place, no camera, no comment, no profile.
"""

import struct
import warnings
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from riec_desktop.errors import RiecError
from riec_desktop.pictures.kinds import kind_of

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS: Final = 64_000_000
"""More than any telephone or scanner makes by itself; decoded it takes 256 MB. A file of a few kB can claim more."""

_BROKEN: Final = (
    *(OSError, EOFError, SyntaxError, ValueError, TypeError, AttributeError),
    *(LookupError, ArithmeticError, RuntimeError, MemoryError, struct.error, zlib.error),
)
"""What Pillow's decoders raise on damaged files; they document no single one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A picture fit for a chapter. `content` is a PNG or JPEG file of `width` × `height` pixels.

    `notes` are Dutch sentences for who brought it: what was changed, and what will look bad on paper.
    """

    content: bytes
    width: int
    height: int
    notes: tuple[str, ...] = ()


def read_picture(data: bytes, name: str) -> Prepared:
    """Make a picture fit for a chapter; the same file always gives the same bytes (with one version of Pillow).

    `name` is the file name for the sentences. Raises `RiecError`: `picture.damaged`, `picture.too_large`, or as
    `kind_of`.
    """
    kind = kind_of(data, name)
    with warnings.catch_warnings():
        # What Pillow warns of is either refused here (too many pixels) or thrown away (damaged EXIF).
        warnings.simplefilter("ignore")
        try:
            return _prepared(data, kind, name)
        except _BROKEN as error:
            raise RiecError("picture.damaged", file=name) from error


def _prepared(data: bytes, kind: str, name: str) -> Prepared:
    from riec_desktop.pictures import notes, preparing, writing

    with _opened(data, kind, name) as image:
        said = notes.of_source(image, kind)
        size = preparing.upright_size(image)
        made = preparing.prepared(image)
    told = (*said, *notes.of_size(size, made.size))
    return Prepared(content=writing.written(made), width=made.width, height=made.height, notes=told)


def _opened(data: bytes, kind: str, name: str) -> "Image":
    """The file with its header read and nothing decoded yet; no decoder but that of its kind ever sees it."""
    from PIL import Image

    try:
        image = Image.open(BytesIO(data), formats=(kind,))
    except Image.DecompressionBombError as error:
        raise RiecError("picture.too_large", file=name, limit=MOST_PIXELS // 1_000_000) from error
    if image.width * image.height > MOST_PIXELS:
        raise RiecError("picture.too_large", file=name, limit=MOST_PIXELS // 1_000_000)
    return image
