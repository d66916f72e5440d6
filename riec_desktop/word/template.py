"""The template: any Word document whose styles, numbering and page the chapter takes over.

A template is read once and kept per content, with everything that a chapter copies already packed. What it misses is
filled in on the way (`riec_desktop.word.templates`). Its text, headers, pictures and macros play no part: only styles,
numbering, fonts, theme, settings and the margins of the page do.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from riec_desktop.files import read_file
from riec_desktop.word.etree import serialise
from riec_desktop.word.markup import attribute
from riec_desktop.word.package import Packed, pack
from riec_desktop.word.template_numbering import Numbering, read_numbering
from riec_desktop.word.template_package import Relation
from riec_desktop.word.templates.carry import type_of
from riec_desktop.word.templates.mend import KEPT, Mended, mended
from riec_desktop.word.templates.names import STYLE_NAMES
from riec_desktop.word.templates.pages import Page
from riec_desktop.word.templates.sheet import StyleSheet, style_id

__all__ = ["STYLE_NAMES", "Page", "Template", "load_template", "read_template"]

MAX_FILE = 100_000_000
"""The largest file that is looked at, in bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """What a chapter needs of a template.

    `parts` are copied as they are, `types` are their content types, and `relations` link the document to them. Of the
    numbering every chapter writes its own, in place of the part named `numbering_part`. `ids` gives style ids by
    lower-case English name, as they stand in XML.
    """

    parts: Mapping[str, Packed]
    types: Mapping[str, str]
    relations: tuple[Relation, ...]
    ids: Mapping[str, str]
    numbering: Numbering
    numbering_part: str
    page: Page

    def id(self, name: str) -> str:
        """The id of a style, by the English name as in `STYLE_NAMES`."""
        return self.ids[name.lower()]


def load_template(path: Path) -> bytes:
    """Read and check a template file.

    Raises `RiecError`: 'file.not_found', 'file.not_readable', 'file.held_reading', 'file.too_large', or what
    `read_template` raises.
    """
    data = read_file(path, MAX_FILE)
    read_template(data)
    return data


@lru_cache(maxsize=4)
def read_template(data: bytes) -> Template:
    """The template in these bytes, made whole and read once per content.

    Raises `RiecError`: 'template.not_docx', 'template.damaged', 'template.too_large' or 'template.strict'.
    """
    whole = mended(data)
    places = {relation.kind: relation for relation in whole.relations}
    numbering = read_numbering(whole.lists, whole.styles, whole.unnumbered)
    own = {
        places["styles"].part: serialise(whole.styles.root),
        places["settings"].part: serialise(whole.settings),
        # The text is written anew for every chapter; what it needs (pictures for bullets) comes along.
        places["numbering"].part: b"",
    }
    copied = {**whole.carried, **own}
    kinds = {relation.part: KEPT[relation.kind] for relation in whole.relations}
    return Template(
        parts={name: pack(name, content) for name, content in copied.items()},
        types={name: _type(name, whole, kinds) for name in copied if not name.endswith(".rels")},
        relations=whole.relations,
        ids=_ids(whole.styles),
        numbering=numbering,
        numbering_part=places["numbering"].part,
        page=whole.page.page,
    )


def _type(name: str, whole: Mended, kinds: Mapping[str, str]) -> str:
    return kinds.get(name) or type_of(name, whole.package.types)


def _ids(styles: StyleSheet) -> dict[str, str]:
    found = {name.lower(): styles.style(name) for name in STYLE_NAMES}
    return {name: attribute(style_id(style)) for name, style in found.items() if style is not None}
