"""Any picture becomes small, upright, in screen colours and clean; what is no picture is refused in words."""

import subprocess
import sys
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.pictures import Prepared, notes, read_picture
from riec_desktop.pictures.preparing import LARGEST
from riec_desktop.pictures.reading import MOST_PIXELS
from riec_desktop.workspace.pictures import read_pictures
from tests.helpers.images import (
    FOREIGN,
    KINDS,
    MAKER,
    MAKER_NAME,
    drawing,
    exif,
    file_of,
    opened,
    photo,
    with_png_size,
)

CMS: Any = ImageCms


def read(image: Image.Image, kind: str = "PNG", **options: object) -> Prepared:
    return read_picture(file_of(image, kind, **options), "foto")


def refusal(data: bytes, name: str = "foto.jpg") -> RiecError:
    with pytest.raises(RiecError) as caught:
        read_picture(data, name)
    return caught.value


def colour_at(made: Prepared, x: int, y: int) -> tuple[int, ...]:
    found = opened(made.content).convert("RGB").getpixel((x, y))
    assert isinstance(found, tuple)
    return tuple(int(one) for one in found)


def is_red(colour: tuple[int, ...]) -> bool:
    red, green, blue = colour
    return red > 200 and green < 60 and blue < 60


# --- What is read ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_becomes_a_png_or_a_jpeg_of_its_own_size(kind: str) -> None:
    made = read_picture(KINDS[kind](), "foto")
    image = opened(made.content)
    assert image.format in ("PNG", "JPEG")
    assert image.mode in ("L", "RGB")
    assert (made.width, made.height) == image.size == (800, 600)
    assert is_red(colour_at(made, 20, 20))
    assert made.notes == ()


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_file_gives_the_same_bytes(kind: str) -> None:
    data = KINDS[kind]()
    assert read_picture(data, "foto") == read_picture(data, "foto")


def test_a_photo_is_kept_as_jpeg_and_a_drawing_as_png() -> None:
    assert opened(read(photo()).content).format == "JPEG"
    assert opened(read(drawing()).content).format == "PNG"


def test_the_lines_of_a_drawing_stay_as_sharp_as_they_were() -> None:
    assert opened(read(drawing()).content).tobytes() == drawing().tobytes()


def test_a_large_picture_is_made_smaller_and_that_is_told() -> None:
    made = read(photo(4000, 3000), "JPEG")
    assert (made.width, made.height) == (2000, 1500)
    assert made.notes == ("De afbeelding is verkleind van 4.000 × 3.000 naar 2.000 × 1.500 beeldpunten.",)


def test_a_very_tall_picture_fits_on_a_page() -> None:
    made = read(drawing(500, 9000))
    assert made.height == LARGEST[1]
    assert made.width == 167


def test_a_line_of_one_dot_high_stays_a_picture() -> None:
    made = read(drawing(9000, 1))
    assert (made.width, made.height) == (2000, 1)


def test_a_picture_that_is_too_small_for_paper_is_told() -> None:
    assert read(drawing(200, 100)).notes == (
        "De afbeelding is maar 200 beeldpunten breed en kan op papier onscherp worden.",
    )


def test_only_the_first_image_of_a_moving_picture_is_kept() -> None:
    frames = [photo().quantize(64), drawing().quantize(8)]
    made = read(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert is_red(colour_at(made, 20, 20))
    assert made.notes == (notes.MOVING,)


def test_only_the_first_page_of_a_scan_is_kept() -> None:
    made = read(photo(), "TIFF", save_all=True, append_images=[drawing()])
    assert is_red(colour_at(made, 20, 20))
    assert made.notes == (notes.PAGES,)


# --- Colours ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_print_colours_become_screen_colours(kind: str) -> None:
    made = read(photo(mode="CMYK"), kind)
    assert opened(made.content).mode == "RGB"
    assert is_red(colour_at(made, 20, 20))
    assert made.notes == (notes.PRINT_COLOURS,)


def test_colours_of_lab_become_screen_colours() -> None:
    srgb, lab = CMS.createProfile("sRGB"), CMS.createProfile("LAB")
    image = CMS.profileToProfile(photo(), srgb, lab, outputMode="LAB")
    assert is_red(colour_at(read(image, "TIFF"), 20, 20))


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_sixteen_bits_of_grey_keep_their_light_and_dark(kind: str) -> None:
    image = Image.new("I;16", (600, 2))
    image.putdata([x * 109 for x in range(600)] * 2)
    grey = opened(read(image, kind).content).convert("L")
    assert [grey.getpixel((x, 0)) for x in (0, 150, 300, 599)] == [0, 63, 127, 254]


def test_grey_in_fractions_is_spread_over_black_and_white() -> None:
    image = Image.new("F", (600, 1))
    image.putdata([x / 600 for x in range(600)])
    assert opened(read(image, "TIFF").content).getextrema() == (0, 255)


def test_one_grey_in_fractions_is_a_picture_too() -> None:
    assert opened(read(Image.new("F", (600, 1), 0.5), "TIFF").content).getextrema() == (0, 0)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_transparent_becomes_white_paper(mode: str) -> None:
    image = Image.new("RGBA", (600, 10), (10, 20, 30, 0)).convert(mode)
    assert colour_at(read(image), 5, 5) == (255, 255, 255)


def test_a_transparent_colour_of_a_palette_becomes_white_paper() -> None:
    image = drawing().quantize(4)
    transparent = image.getpixel((1, 300))
    assert colour_at(read(image, "GIF", transparency=transparent), 1, 300) == (255, 255, 255)


def test_black_and_white_stays_so() -> None:
    assert opened(read(drawing().convert("1")).content).mode == "L"


def profile_with_red_and_blue_exchanged() -> bytes:
    """An sRGB profile with the tags of two colours exchanged, under another name."""
    whole = CMS.ImageCmsProfile(CMS.createProfile("sRGB")).tobytes()
    renamed = whole.replace("sRGB".encode("utf-16-be"), "test".encode("utf-16-be"))
    return renamed.replace(b"rXYZ", b"tmpX").replace(b"bXYZ", b"rXYZ").replace(b"tmpX", b"bXYZ")


def test_the_profile_of_a_file_is_followed_and_left_out() -> None:
    made = read(Image.new("RGB", (600, 10), (255, 0, 0)), icc_profile=profile_with_red_and_blue_exchanged())
    assert colour_at(made, 5, 5)[2] > 200
    assert "icc_profile" not in opened(made.content).info


@pytest.mark.parametrize("profile", [b"onzin", b"\0" * 200])
def test_a_profile_that_is_no_good_is_passed_over(profile: bytes) -> None:
    assert is_red(colour_at(read(photo(), icc_profile=profile), 20, 20))


# --- What is left out ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_and_camera_are_taken_out_and_that_is_told(kind: str) -> None:
    made = read(photo(), kind, exif=exif(place=True))
    assert MAKER_NAME.encode() not in made.content
    assert not opened(made.content).getexif()
    assert made.notes == (notes.PLACE,)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_the_camera_alone_is_told_otherwise(kind: str) -> None:
    made = read(photo(), kind, exif=exif())
    assert MAKER_NAME.encode() not in made.content
    assert made.notes == (notes.HIDDEN,)


def test_the_comment_of_a_file_is_taken_out() -> None:
    made = read(photo(), "JPEG", comment=b"geheim van de maker")
    assert b"geheim" not in made.content
    assert made.notes == (notes.HIDDEN,)


def test_the_texts_of_a_png_are_taken_out() -> None:
    texts = PngInfo()
    texts.add_text("Author", "geheim van de maker")
    texts.add_itxt("XML:com.adobe.xmp", "<x>GPSLatitude</x>")
    made = read(drawing(), pnginfo=texts)
    assert b"geheim" not in made.content
    assert b"GPSLatitude" not in made.content
    assert made.notes == (notes.PLACE,)


@pytest.mark.parametrize(("orientation", "corner"), [(1, (20, 20)), (3, (780, 580)), (6, (580, 20)), (8, (20, 780))])
def test_a_photo_stands_upright(orientation: int, corner: tuple[int, int]) -> None:
    made = read(photo(), "JPEG", exif=exif(orientation))
    assert is_red(colour_at(made, *corner))


def test_the_orientation_alone_says_nothing_of_anybody() -> None:
    plain = exif(6)
    del plain[MAKER]
    assert read(photo(), "JPEG", exif=plain).notes == ()


def test_turning_is_no_change_of_size() -> None:
    made = read(photo(), "JPEG", exif=exif(6))
    assert (made.width, made.height) == (600, 800)
    assert made.notes == (notes.HIDDEN,)


# --- What is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_no_picture_is_refused_whatever_its_name(name: str) -> None:
    data, code = FOREIGN[name]
    error = refusal(data, name)
    assert error.code == code
    assert name in sentence(error)


def test_a_picture_with_the_wrong_name_is_read() -> None:
    assert read_picture(KINDS["JPEG"](), "foto.png").width == 800


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.9])
def test_half_a_file_is_refused(kind: str, share: float) -> None:
    data = KINDS[kind]()
    assert refusal(data[: round(len(data) * share)]).code == "picture.damaged"


@pytest.mark.parametrize("size", [(8001, 8000), (30_000, 30_000), (2**31 - 1, 2**31 - 1)])
def test_a_picture_that_says_it_is_huge_is_refused_before_it_is_decoded(size: tuple[int, int]) -> None:
    error = refusal(with_png_size(file_of(drawing(10, 10)), *size))
    assert error.code == "picture.too_large"
    assert "64 miljoen" in sentence(error)


def test_the_largest_picture_that_is_read_is_larger_than_any_telephone_makes() -> None:
    assert MOST_PIXELS > 50_000_000


@given(data=st.data(), kind=st.sampled_from(sorted(KINDS)))
def test_damage_anywhere_gives_a_picture_or_a_sentence(data: st.DataObject, kind: str) -> None:
    whole = _GOOD[kind]
    at = data.draw(st.integers(0, len(whole) - 1))
    put = data.draw(st.binary(min_size=1, max_size=12))
    brought = read_pictures([whole[:at] + put + whole[at + len(put) :]], lambda _part, _text: None, lambda: False)
    assert [sentence(one) for one in brought.refused] or [
        opened(one.content).size == (one.width, one.height) for one in brought.pictures
    ] == [True]


@given(head=st.sampled_from(sorted(KINDS)), rest=st.binary(max_size=400))
def test_noise_behind_the_first_bytes_gives_a_sentence(head: str, rest: bytes) -> None:
    assert refusal(_GOOD[head][:12] + rest).code in ("picture.damaged", "picture.too_large")


_GOOD = {kind: file_of(photo(60, 40).quantize(16) if kind == "GIF" else photo(60, 40), kind) for kind in KINDS}


def test_reading_takes_the_least_of_pillow_at_the_start() -> None:
    """The window may not wait for a library that most people do not use that day."""
    told = "import sys, riec_desktop.pictures; print('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], capture_output=True, check=True).stdout.strip() == b"False"


def test_a_picture_can_be_read_again_by_everybody() -> None:
    made = read(photo(), "WEBP")
    with Image.open(BytesIO(made.content), formats=("JPEG",)) as image:
        image.verify()
