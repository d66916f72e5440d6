"""Make what people read of the manual from its Markdown: `.venv/bin/python packaging/make_manual.py [FILE.docx]`.

`docs/handleiding/*.md` is the manual. From it come the HTML pages that the program shows (`resources/handleiding/`),
and with a file name one Word document, written by the program's own writer. `inhoud.md` lists the pages, in order.
"""

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from riec_desktop.chapter.blocks import (
    Block,
    Caption,
    Chapter,
    Contents,
    ContentsEntry,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Span,
    Spans,
    State,
)
from riec_desktop.chapter.page_numbers import with_pages
from riec_desktop.chapter.pages import pages as pages_of
from riec_desktop.dossier.choices import Layout
from riec_desktop.office import Office, find_office
from riec_desktop.word.render import render_chapter
from riec_desktop.workspace.layout import Laying, lay_out
from riec_desktop.workspace.progress import never, no_progress

ROOT = Path(__file__).resolve().parent.parent
SOURCE, TARGET = ROOT / "docs" / "handleiding", ROOT / "resources" / "handleiding"
CONTENTS = "inhoud"
PICTURES = {
    "start": "start-licht-100",
    "portefeuille": "pagina-portfolio-licht-100",
    "antwoorden": "pagina-portfolio-2-licht-100",
    "kaderteksten": "pagina-callouts-licht-100",
    "cijfers": "pagina-figures-licht-100",
    "overzicht": "pagina-overview-licht-100",
    "inrichting": "pagina-setup-licht-100",
    "aandachtspunten": "aandachtspunten-licht-100",
    "eigen-regels": "pagina-rules-licht-100",
    "cijfers-inlezen": "dialoog-cijfers-inlezen-licht-100",
    "cijfer": "dialoog-cijfer-licht-100",
    "vervangen": "dialoog-vervangen-licht-100",
    "formulier": "dialoog-formulier-licht-100",
    "nakijken": "dialoog-nakijken-licht-100",
    "word": "dialoog-word-licht-100",
    "excel": "dialoog-excel-licht-100",
    "definitief": "dialoog-definitief-licht-100",
    "deel": "dialoog-deel-delen-licht-100",
    "nieuw-jaar": "dialoog-nieuw-verslagjaar-licht-100",
    "eerder-jaar": "dialoog-eerder-jaar-licht-100",
    "mail": "dialoog-mail-bij-een-formulier-licht-100",
    "controle": "dialoog-word-bestand-controleren-licht-100",
    "reservekopieen": "dialoog-reservekopieen-licht-100",
    "geschiedenis": "dialoog-geschiedenis-licht-100",
}
"""The pictures of the manual, and which of all pictures of the program (`make_pictures.py`) each is."""
_LISTED = 2
"""The level of heading that the contents of the Word document lists: the title of a page."""
_SHIPPED = "../../resources/handleiding/"
"""Where the pictures lie, as the Markdown sees it: they are shipped with the pages, and not kept twice."""

_PAGE = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: "Segoe UI", "Noto Sans", sans-serif; max-width: 46em; margin: 1.5em; line-height: 1.5; }}
img {{ max-width: 100%; height: auto; }}
</style>
</head>
<body>
{body}</body>
</html>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualPage:
    """A page: the stem of its file, its title, and what markdown-it found in it."""

    name: str
    title: str
    tokens: tuple[Token, ...]


def main(words: Sequence[str]) -> int:
    """Write the HTML, and the Word document when it has a name. Gives the exit code."""
    copy_pictures()
    found = pages()
    for page in found:
        (TARGET / f"{page.name}.html").write_text(html_of(page), encoding="utf-8", newline="\n")
    if words:
        Path(words[0]).write_bytes(word_of(found, find_office()))
    return 0


def copy_pictures() -> None:
    """Put the pictures that the manual shows beside its pages."""
    (TARGET / "beelden").mkdir(exist_ok=True)
    for name, picture in PICTURES.items():
        shutil.copy(ROOT / "docs" / "afbeeldingen" / f"{picture}.png", TARGET / "beelden" / f"{name}.png")


def pages() -> tuple[ManualPage, ...]:
    """The contents and every page that it links to, in order."""
    first = page_of(CONTENTS)
    names = (str(token.attrs["href"]) for token in inline(first.tokens) if token.type == "link_open")
    return (first, *(page_of(name.removesuffix(".md")) for name in dict.fromkeys(names) if name.endswith(".md")))


def page_of(name: str) -> ManualPage:
    """One page as read."""
    tokens = tuple(MarkdownIt("commonmark").parse((SOURCE / f"{name}.md").read_text(encoding="utf-8")))
    title = next(after.content for before, after in pairwise(tokens) if before.tag == "h1")
    return ManualPage(name=name, title=title, tokens=tokens)


def inline(tokens: Sequence[Token]) -> Iterator[Token]:
    """Everything inside the paragraphs, headings and items."""
    return (child for token in tokens for child in token.children or ())


# --- HTML ------------------------------------------------------------------------------------------------------------


def html_of(page: ManualPage) -> str:
    """The page as HTML; links go to the HTML of other pages, pictures are beside it."""
    text = MarkdownIt("commonmark").render((SOURCE / f"{page.name}.md").read_text(encoding="utf-8"))
    body = text.replace(_SHIPPED, "").replace('.md"', '.html"').replace(".md#", ".html#")
    return _PAGE.format(title=page.title, body=_with_anchors(body))


def _with_anchors(body: str) -> str:
    """Every heading of level 2 gets a name, so that a screen can lead to it."""
    parts = body.split("<h2>")
    named = (f'<h2 id="{anchor_name(part.split("</h2>")[0])}">{part}' for part in parts[1:])
    return "".join([parts[0], *named])


def anchor_name(title: str) -> str:
    """'Een tekst schrijven' as 'een-tekst-schrijven'."""
    kept = "".join(one if one.isalnum() else " " for one in title.lower())
    return "-".join(kept.split())


# --- Word ------------------------------------------------------------------------------------------------------------


def word_of(found: Sequence[ManualPage], office: Office | None = None) -> bytes:
    """The whole manual as a Word document in our own template; its pages are counted by an office program, if any."""
    template = (ROOT / "templates" / "riec.docx").read_bytes()
    laying = Laying(exact_pages=True, pdf=False, office=office)
    chapter = manual_chapter(found, datetime.now(tz=UTC).date())
    return lay_out(chapter, partial(render_chapter, template=template), laying, no_progress, never).docx


def manual_chapter(found: Sequence[ManualPage], made_on: date) -> Chapter:
    """The pages as the blocks that the writer knows."""
    maker = _Maker()
    blocks = [block for page in found[1:] for block in maker.page(page)]
    title = Heading(level=1, text="Handleiding RIEC Jaarverslag", bookmark="titel")
    whole = (title, contents_of(blocks), PageBreak(), *blocks)
    return Chapter(
        year=made_on.year,
        number="",
        title="Handleiding RIEC Jaarverslag",
        subject="Hoe u met het programma werkt",
        organisation="",
        header="",
        footer="Handleiding RIEC Jaarverslag",
        state=State.FINAL,
        landscape=False,
        made_on=made_on,
        blocks=with_pages(whole, dict(pages_of(whole, Layout.PORTRAIT))),
    )


def contents_of(blocks: Sequence[Block]) -> Contents:
    """The titles of the pages."""
    listed = (one for one in blocks if isinstance(one, Heading) and one.level == _LISTED)
    return Contents(
        title="Inhoud",
        entries=tuple(
            ContentsEntry(level=one.level, number="", text=one.text, bookmark=one.bookmark, page=1) for one in listed
        ),
    )


class _Maker:
    """Turns tokens into blocks, counting lists, pictures and bookmarks over the whole document."""

    def __init__(self) -> None:
        self._lists = 0
        self._pictures = 0
        self._headings = 0

    def page(self, page: ManualPage) -> Iterator[Block]:
        """The blocks of a page, on a page of its own."""
        if self._headings:
            yield PageBreak()
        open_lists: list[tuple[bool, int]] = []
        counts: list[int] = []
        for before, token in zip(("", *page.tokens), page.tokens, strict=False):
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    self._lists += 1
                    open_lists.append((token.type == "ordered_list_open", self._lists))
                    counts.append(0)
                case "bullet_list_close" | "ordered_list_close":
                    open_lists.pop()
                    counts.pop()
                case "list_item_open":
                    counts[-1] += 1
                case "inline":
                    level = int(before.tag[1:]) if isinstance(before, Token) and before.tag[:1] == "h" else 0
                    yield from self._block(token, level, open_lists, counts)
                case _:
                    pass

    def _block(
        self, token: Token, level: int, lists: Sequence[tuple[bool, int]], counts: Sequence[int]
    ) -> Iterator[Block]:
        children = token.children or []
        if level:
            self._headings += 1
            yield Heading(level=level + 1, text=token.content, bookmark=f"h{self._headings}")
        elif children and children[0].type == "image":
            yield self._picture(children[0])
        elif lists:
            ordered, list_id = lists[-1]
            number = counts[-1] if ordered else 0
            depth = len(lists) - 1
            yield ListItem(spans=spans_of(children), ordered=ordered, level=depth, list_id=list_id, number=number)
        else:
            yield Paragraph(spans=spans_of(children))

    def _picture(self, token: Token) -> Picture:
        self._pictures += 1
        content = (SOURCE / str(token.attrs["src"])).resolve().read_bytes()
        caption = Caption(
            label="Figuur", prefix="", number=self._pictures, text=token.content, bookmark=f"f{self._pictures}"
        )
        return Picture(
            content=content,
            media_type="image/png",
            width=int.from_bytes(content[16:20], "big"),
            height=int.from_bytes(content[20:24], "big"),
            caption=caption,
            title=token.content,
            description=token.content,
        )


def spans_of(children: Sequence[Token]) -> Spans:
    """The inside of a paragraph; a link to another page is its text."""
    spans: list[Span] = []
    bold = italic = False
    href = ""
    for token in children:
        match token.type:
            case "strong_open" | "strong_close":
                bold = token.type == "strong_open"
            case "em_open" | "em_close":
                italic = token.type == "em_open"
            case "link_open":
                to = str(token.attrs["href"])
                href = to if to.startswith("http") else ""
            case "link_close":
                href = ""
            case "text" | "code_inline":
                spans.append(Span(text=token.content, bold=bold, italic=italic, href=href))
            case _:
                spans.append(Span(text=" "))
    return tuple(spans)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
