"""A template made whole: everything that a chapter needs of it, with what it missed filled in.

The one way in for all: reading a template for a chapter, the report about it, and the repaired copy. So the report says
exactly what a chapter gets.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from riec_desktop.word.etree import Element, W, new, parse, with_prefix
from riec_desktop.word.package import read_package
from riec_desktop.word.template_package import Parts, Relation, content_types, document_part, part, relations
from riec_desktop.word.templates import looks
from riec_desktop.word.templates.carry import carried, loosen
from riec_desktop.word.templates.colours import Theme, read_theme
from riec_desktop.word.templates.fill import Source, fill_in
from riec_desktop.word.templates.fonts import doubtful_fonts
from riec_desktop.word.templates.house import house
from riec_desktop.word.templates.leftover import leftover
from riec_desktop.word.templates.link import link
from riec_desktop.word.templates.lists import Lists, forget_picture_bullets
from riec_desktop.word.templates.pages import PageFound, read_page
from riec_desktop.word.templates.palette import palette_of
from riec_desktop.word.templates.report import Found, TemplateReport, report_of
from riec_desktop.word.templates.settings import forget_revisions, mend_settings
from riec_desktop.word.templates.sheet import StyleSheet

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
KEPT: Mapping[str, str] = {
    **{kind: f"{_WORD}.{kind}+xml" for kind in ("styles", "numbering", "settings", "fontTable")},
    "theme": _THEME,
}
"""The parts that a chapter takes of a template, by the kind of their relationship, with their content types."""
_NO_FONTS = f'<w:fonts xmlns:w="{W[1:-1]}"/>'.encode()
_ROOTS = {"styles": "styles", "numbering": "numbering", "settings": "settings"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A template as it was read: its parts, their content types, the document, and the parts that it names by kind."""

    parts: Parts
    types: Mapping[str, str]
    main: str
    document: Element
    found: Mapping[str, Relation]

    def root(self, kind: str) -> Element:
        """The tree of a part, or an empty one."""
        if kind not in self.found:
            return new(W + _ROOTS[kind])
        name = self.found[kind].part
        content = part(self.parts, name)
        root = with_prefix(parse(content))
        if _OFFICE.encode() in content:
            loosen(root, {one.id for one in relations(self.parts, name)})
        return root

    def place(self, kind: str) -> Relation:
        """Where a part is, or goes when there is none."""
        names = {"theme": "theme/theme1"}
        return self.found.get(kind) or Relation(kind, f"{_OFFICE}/{kind}", f"word/{names.get(kind, kind)}.xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A template made whole. `unnumbered` is the list instance of headings without a number."""

    package: Package
    styles: StyleSheet
    lists: Lists
    settings: Element
    theme: Theme
    page: PageFound
    carried: Mapping[str, bytes]
    unnumbered: int
    report: TemplateReport

    @property
    def relations(self) -> tuple[Relation, ...]:
        """The parts that a chapter links to."""
        return tuple(self.package.place(kind) for kind in KEPT)


def open_package(data: bytes) -> Package:
    """Open a template.

    Raises `RiecError`: 'template.not_docx', 'template.damaged', 'template.too_large' or 'template.strict'.
    """
    parts = read_package(data)
    types = content_types(parts)
    main = document_part(parts, types)
    found: dict[str, Relation] = {}
    for relation in relations(parts, main):
        found.setdefault(relation.kind, relation)
    return Package(parts=parts, types=types, main=main, document=parse(part(parts, main)), found=found)


def mended(data: bytes) -> Mended:
    """Open a template and fill in what it misses. Raises as `open_package`."""
    package = open_package(data)
    styles, lists = StyleSheet(package.root("styles")), Lists(package.root("numbering"))
    settings, theme_part = package.root("settings"), _theme_part(package)
    theme = read_theme(theme_part)
    page = read_page(package.document.find(f"{W}body/{W}sectPr"))
    found = _mend(_Trees(package, styles, lists, settings, theme, page))
    fonts = carried(
        package.parts, [package.found[kind].part for kind in ("fontTable", "theme") if kind in package.found]
    )
    fonts.setdefault(package.place("theme").part, theme_part)
    fonts.setdefault(package.place("fontTable").part, _NO_FONTS)
    return Mended(
        package=package,
        styles=styles,
        lists=lists,
        settings=settings,
        theme=theme,
        page=page,
        carried=fonts,
        unnumbered=int(lists.without_number()),
        report=report_of(found),
    )


def _theme_part(package: Package) -> bytes:
    return package.parts[package.found["theme"].part] if "theme" in package.found else house().theme


@dataclass(frozen=True, slots=True)
class _Trees:
    """The parts of a template that are changed, and what they are judged by."""

    package: Package
    styles: StyleSheet
    lists: Lists
    settings: Element
    theme: Theme
    page: PageFound


def _mend(trees: _Trees) -> Found:
    """Fill in and adjust styles, lists and settings in place; tell what was found."""
    package, page = trees.package, trees.page
    styles, theme = trees.styles, trees.theme
    width = page.page.width - page.page.left - page.page.right
    for root in (styles.root, trees.lists.root):
        forget_revisions(root)
    forget_picture_bullets(trees.lists.root)
    looks.forget_missing(styles)
    dark = looks.darken(styles, theme)
    source = Source(palette_of(styles, theme), width)
    missing = fill_in(styles, source)
    looks.make_default(styles)
    looks.add_page_lines(styles, source)
    linked = link(styles, trees.lists, source.palette)
    looks.keep_together(styles)
    looks.set_tabs(styles, width)
    return Found(
        missing=missing,
        linked=linked,
        language=looks.speak_dutch(styles),
        unflowing=looks.flow(styles),
        cramped=looks.space_out(styles),
        dark=tuple(dict.fromkeys((*dark, *looks.darken(styles, theme)))),
        small=looks.enlarge(styles),
        fonts=doubtful_fonts(styles, theme, _font_table(package)),
        page=page,
        settings=mend_settings(trees.settings),
        leftover=leftover(package.parts, package.types, package.main, package.document),
    )


def _font_table(package: Package) -> bytes | None:
    return package.parts[package.found["fontTable"].part] if "fontTable" in package.found else None


def check_template(data: bytes) -> TemplateReport:
    """What is missing or odd in a template, and what is done about it. Raises as `open_package`."""
    return mended(data).report
