"""Traces of this computer in a finished Office file: the name of the user, of the machine, and the home folder.

The rules for a final document look for what such names look like; this looks for the very names, in every part.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from riec_desktop.dossier.image_facts import is_bare
from riec_desktop.office.carried import carried
from riec_desktop.workspace.environment import Environment

_SHORTEST = 3
"""Characters: a shorter name is found everywhere."""
_TEXT = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|styles|numbering|theme/.*)\.xml"
    r"|xl/(?:sharedStrings|styles|theme/.*|worksheets/.*|charts/.*|drawings/.*|tables/.*)\.xml"
    r"|word/(?:charts|media|fonts)/.*"
)
"""Parts with the text that people wrote and with looks: a user name can be a common word in them."""

_MEDIA = re.compile(r"\.(?:png|jpe?g|gif|tiff?|bmp|webp)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The names that must not be in a file."""

    user: str
    machine: str
    home: str


def here(env: Environment) -> Here:
    """The names of this computer."""
    return Here(user=env.author, machine=env.machine, home=str(Path.home()))


def traces(data: bytes, names: Here) -> Iterator[str]:
    """A Dutch sentence for each part of an Office file in which one of the names stands, also of workbooks in it."""
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            content = package.read(name)
            yield from _in_part(name, content, names)
            if name.endswith(".xlsx"):
                yield from traces(content, names)


def pictures_with_more(data: bytes) -> Iterator[str]:
    """A Dutch sentence for each picture in an Office file that carries more than its dots: a template can bring one."""
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if _MEDIA.search(name) and not is_bare(package.read(name)):
                yield f"De afbeelding {name} draagt verborgen gegevens mee, zoals een plaats of een maker."


def traces_in_pdf(data: bytes, names: Here) -> Iterator[str]:
    """As `traces`, of a PDF, with what else does not belong in one. Raises `RiecError` (`office.bad_pdf`).

    The text of its pages was looked at in the chapter that it was made of.
    """
    found = carried(data)
    yield from _in_part("eigenschappen", found.properties.encode(), names)
    told = {
        "bijlagen": found.attachments,
        "opdrachten die vanzelf werken": found.scripts,
        "opmerkingen": found.remarks,
        "koppelingen naar bestanden": sum(not one.startswith(_WEB) for one in found.links),
        "foto’s met verborgen gegevens": sum(not is_bare(one) for one in found.photos),
    }
    yield from (f"Het PDF-bestand heeft {what}." for what, count in told.items() if count)


PDF_POINTS = 6
"""On how many points a PDF is looked at."""
_WEB = ("http://", "https://", "mailto:")


def _in_part(part: str, content: bytes, names: Here) -> Iterator[str]:
    everywhere = {"de naam van deze computer": names.machine, "de map van de gebruiker": names.home}
    wanted = everywhere if _TEXT.fullmatch(part) else {**everywhere, "de naam van de gebruiker": names.user}
    for what, name in wanted.items():
        if len(name) >= _SHORTEST and _has(content, name):
            yield f"In het onderdeel {part} staat {what}."


def _has(content: bytes, name: str) -> bool:
    """In UTF-8 and in the UTF-16 of older parts, in any case, as a word of its own."""
    wide = name.encode("utf-16-le")
    narrow = re.compile(rb"(?<![\w])" + re.escape(name.encode()) + rb"(?![\w])", re.IGNORECASE)
    return narrow.search(content) is not None or wide in content
