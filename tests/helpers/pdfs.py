"""PDF files with known pages, bookmarks and outline, made by a library that the program uses only for reading."""

from collections.abc import Iterable, Mapping
from io import BytesIO

from pypdf import PdfWriter


def pdf(pages: int, bookmarks: Mapping[str, int] | None = None, outline: Iterable[tuple[str, int]] = ()) -> bytes:
    """A PDF of empty pages. Pages count from 1; bookmarks are spelled as LibreOffice does."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    for name, page in (bookmarks or {}).items():
        writer.add_named_destination(name.replace("_", "5F"), page - 1)
    for title, page in outline:
        writer.add_outline_item(title=title, page_number=page - 1)
    return saved(writer)


def saved(writer: PdfWriter) -> bytes:
    """The file that a writer has in mind."""
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def blank() -> PdfWriter:
    """An empty page, to add to."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    return writer
