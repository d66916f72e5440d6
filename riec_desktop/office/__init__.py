"""The office program on this computer, when there is one: makes a PDF of a chapter and counts its pages.

Never needed and never a part of the program: LibreOffice or Word runs as a child process on a private copy of the
document, without a window, without macros and without the network, and is ended when it takes too long.
"""

from riec_desktop.office.conversion import Conversion, to_pdf
from riec_desktop.office.finding import find_office
from riec_desktop.office.outline import bookmark_pages, heading_pages, page_count
from riec_desktop.office.programs import LibreOffice, Office, Program, Word

__all__ = [
    "Conversion",
    "LibreOffice",
    "Office",
    "Program",
    "Word",
    "bookmark_pages",
    "find_office",
    "heading_pages",
    "page_count",
    "to_pdf",
]
