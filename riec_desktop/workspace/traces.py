"""Traces of this computer in a finished Office file: the name of the user, of the machine, and the home folder.

The rules for a final document look for what such names look like; this looks for the very names, in every part.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from riec_desktop.workspace.environment import Environment

_SHORTEST = 3
"""Characters: a shorter name is found everywhere."""
_TEXT = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|styles|numbering|theme/.*)\.xml"
    r"|xl/(?:sharedStrings|styles|theme/.*|worksheets/.*|charts/.*|drawings/.*|tables/.*)\.xml"
    r"|word/(?:charts|media|fonts)/.*"
)
"""Parts with the text that people wrote and with looks: a user name can be a common word in them."""


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


def traces_in_pdf(data: bytes, names: Here) -> Iterator[str]:
    """As `traces`, of what a PDF says about itself: its pages are packed, and were looked at in the chapter."""
    # ISO 32000-1, 7.9.2.2: texts about the file are bytes or UTF-16 with the high byte first, often written as hex.
    readable = re.sub(rb"<([0-9A-Fa-f\s]{4,})>", lambda found: _unpacked(found[1]), data)
    yield from _in_part("eigenschappen", readable.replace(b"\0", b""), names)


def _unpacked(digits: bytes) -> bytes:
    plain = b"".join(digits.split())
    return b"(" + bytes.fromhex(plain[: len(plain) // 2 * 2].decode()) + b")"


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
