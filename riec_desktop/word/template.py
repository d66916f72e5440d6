"""The template: any Word document whose styles, numbering and page the chapter takes over.

A template is read once and kept per content, with everything that a chapter copies already packed. Its text, headers,
pictures and macros play no part: only styles, numbering, fonts, theme, settings and the size of the page do.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from riec_desktop.errors import RiecError
from riec_desktop.word.etree import VAL, Element, W, parse
from riec_desktop.word.package import Packed, pack, read_package
from riec_desktop.word.template_numbering import Numbering, read_numbering
from riec_desktop.word.template_package import Relation, content_types, copied_parts, main_part, part, relations

STYLE_NAMES = (
    "Normal",
    *(f"heading {level}" for level in range(1, 7)),
    *(f"toc {level}" for level in range(1, 5)),
    *("TOC Heading", "caption", "header", "footer", "Hyperlink"),
    *("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Number 3"),
    *("Feiten", "Tussenkop", "Doel", "Tekst na tabel", "Figuur", "Bronregel", "Melding", "Aandachtspunt"),
    "Conceptmerk",
    *("Kadertekst kop", "Kadertekst bron", "Kadertekst", "Kadertekst opsomming", "Kadertekst nummering"),
    *("Tabelkop", "Tabelkop getal", "Tabeltekst", "Tabelgetal", "RIEC tabel"),
)
"""Every style that a chapter uses, by its English name."""

_KEPT = ("styles", "numbering", "settings", "fontTable", "theme", "webSettings")
_TWIPS = ("top", "right", "bottom", "left", "header", "footer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The size of a page and its margins in twips (1/1440 inch), as `w:pgSz` and `w:pgMar` hold them. A4 if unsaid."""

    width: int = 11906
    height: int = 16838
    top: int = 1418
    right: int = 1418
    bottom: int = 1418
    left: int = 1418
    header: int = 709
    footer: int = 709


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """What a chapter needs of a template.

    `parts` are copied as they are, `types` are their content types, and `relations` link the document to them. Of the
    numbering every chapter writes its own, in place of the part named `numbering_part`. `ids` gives style ids by
    lower-case English name.
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

    Raises `RiecError`: 'file.not_found', 'file.not_readable', or what `read_template` raises.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise RiecError("file.not_found", file=path) from error
    except OSError as error:
        raise RiecError("file.not_readable", file=path) from error
    read_template(data)
    return data


@lru_cache(maxsize=4)
def read_template(data: bytes) -> Template:
    """The template in these bytes, read once per content.

    Raises `RiecError`: 'template.not_docx', 'template.damaged', 'template.too_large', 'template.macros',
    'template.styles_missing' or 'template.numbering_missing' (both with `styles`, the names).
    """
    parts = read_package(data)
    types = content_types(parts)
    main = main_part(parts, types)
    found = {relation.kind: relation for relation in relations(parts, main)}
    styles = _styles(parts, found)
    ids = {name: style.get(f"{W}styleId", "") for name, style in styles.items()}
    _need_styles(ids)
    kept = tuple(found[kind] for kind in _KEPT if kind in found)
    copied = copied_parts(parts, kept)
    return Template(
        parts={name: pack(name, content) for name, content in copied.items()},
        types={name: types[name] for name in copied if not name.endswith(".rels")},
        relations=kept,
        ids=ids,
        numbering=_numbering(parts, found, styles),
        numbering_part=found["numbering"].part,
        page=_page(parse(part(parts, main))),
    )


def _styles(parts: Mapping[str, bytes], found: Mapping[str, Relation]) -> dict[str, Element]:
    """The style elements by lower-case name; a name that comes twice keeps its first style, as in Word."""
    if "styles" not in found:
        return {}
    styles: dict[str, Element] = {}
    for style in parse(parts[found["styles"].part]).findall(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            styles.setdefault(name.get(VAL, "").lower(), style)
    return styles


def _need_styles(ids: Mapping[str, str]) -> None:
    missing = [name for name in STYLE_NAMES if name.lower() not in ids]
    if missing:
        raise RiecError("template.styles_missing", styles=", ".join(missing))


def _numbering(parts: Mapping[str, bytes], found: Mapping[str, Relation], styles: Mapping[str, Element]) -> Numbering:
    if "numbering" not in found:
        raise RiecError("template.numbering_missing", styles="heading 1-4")
    return read_numbering(parts[found["numbering"].part], styles)


def _page(document: Element) -> Page:
    """The page of the last section; what is not said or makes no sense is A4."""
    section = document.find(f"{W}body/{W}sectPr")
    if section is None:
        return Page()
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    values = {**_twips(size, {"width": "w", "height": "h"}), **_twips(margins, {name: name for name in _TWIPS})}
    page = Page(**values)
    return page if page.width - page.left - page.right > 0 else Page()


def _twips(element: Element | None, names: Mapping[str, str]) -> dict[str, int]:
    found = {} if element is None else {name: element.get(W + attribute, "") for name, attribute in names.items()}
    return {name: int(value) for name, value in found.items() if value.isdigit()}
