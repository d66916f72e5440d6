"""On which page things stand, read from a PDF: by bookmark where it has them (LibreOffice), else by its outline.

Pages are counted from 1, as they are printed.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from riec_desktop.errors import RiecError

if TYPE_CHECKING:
    from pypdf import PdfReader


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has. Raises `RiecError` (`office.bad_pdf`)."""
    return len(reader_of(pdf).pages)


def heading_pages(pdf: bytes) -> tuple[tuple[str, int | None], ...]:
    """The title and the page of each entry of the outline, in order; None where it points to no page.

    Raises `RiecError` (`office.bad_pdf`).
    """
    reader = reader_of(pdf)
    return tuple((str(one.title), _page(reader, one)) for one in _flat(reader.outline))


def bookmark_pages(pdf: bytes) -> Mapping[str, int]:
    """The page of each Word bookmark that stands in the PDF, by its name. Raises `RiecError` (`office.bad_pdf`)."""
    reader = reader_of(pdf)
    found = ((word_name(name), _page(reader, place)) for name, place in reader.named_destinations.items())
    return {name: page for name, page in found if page is not None}


def word_name(name: str) -> str:
    """The bookmark of a destination: LibreOffice writes what is no letter, digit or '-' as a number ('_' as '5F').

    `appendDestinationName` in its `vcl/source/gdi/pdfwriter_impl.cxx`. Our own names have no capitals, so that '5F' in
    one of them is always an underscore.
    """
    return name.removeprefix("/").replace("5F", "_")


def reader_of(pdf: bytes) -> "PdfReader":
    """A PDF with its pages counted. Raises `RiecError` (`office.bad_pdf`)."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(pdf))
        len(reader.pages)
    except (PyPdfError, ValueError, KeyError, RecursionError) as error:
        raise RiecError("office.bad_pdf") from error
    return reader


def _flat(outline: Any) -> Iterator[Any]:
    """The entries under an entry come as a list after it."""
    for one in outline:
        if isinstance(one, list):
            yield from _flat(one)
        else:
            yield one


def _page(reader: "PdfReader", place: Any) -> int | None:
    number = reader.get_destination_page_number(place)
    return None if number is None or number < 0 else number + 1
