"""The house template as a source: the styles and lists that other templates are filled in from."""

from dataclasses import dataclass
from functools import lru_cache

from riec_desktop.paths import data_file
from riec_desktop.word.etree import parse
from riec_desktop.word.package import read_package
from riec_desktop.word.templates.lists import Lists
from riec_desktop.word.templates.sheet import StyleSheet

TEXT_WIDTH = 9070
"""The width of its text column in twips: where the styles of the house have their right tab."""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The parts of the house template; the trees are copied from, never changed."""

    styles: StyleSheet
    lists: Lists
    theme: bytes


@lru_cache(maxsize=1)
def house() -> House:
    """The house template that comes with the program."""
    parts = read_package(data_file("templates", "riec.docx").read_bytes())
    return House(
        styles=StyleSheet(parse(parts["word/styles.xml"])),
        lists=Lists(parse(parts["word/numbering.xml"])),
        theme=parts["word/theme/theme1.xml"],
    )
