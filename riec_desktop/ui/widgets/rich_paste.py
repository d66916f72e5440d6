"""What is pasted, cleaned to what the model knows: HTML from Word, Outlook or a browser becomes blocks.

Looks that the model does not have are dropped, their words are kept: headings become paragraphs, table rows lines
with ` | ` between cells, pictures their description. Word's own lists, which are paragraphs with `mso-list` in their
style, become lists.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from riec_desktop.dossier.richtext import MAX_LEVEL, BlockKind, Blocks, RichBlock, Run, clean_href, normal_blocks

MIME = "application/x-riec-markdown"
"""Our own text on the clipboard: canonical Markdown, with linked numbers."""

_BLOCK = re.compile(
    "address|article|aside|blockquote|body|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li"
    "|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|tr|ul"
)
_OWN_LINE = ("tr", "table", "li")
_SILENT = re.compile("head|script|style|title|template|noscript|xml")
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr")
_WORD_LEVEL = re.compile(r"mso-list:\s*\S+\s+level([1-9])")
_WORD_MARK = re.compile(r"^\s*(?:[^\W_]{1,4}[.)]|\([^\W_]{1,4}\))\s*$")
_BOLD = re.compile(r"(?<![-\w])font-weight:\s*(bold|bolder|[6-9]00)")
_NOT_BOLD = re.compile(r"(?<![-\w])font-weight:\s*(normal|lighter|[1-5]00)")
_ITALIC = re.compile(r"(?<![-\w])font-style:\s*(italic|oblique)")
_NOT_ITALIC = re.compile(r"(?<![-\w])font-style:\s*normal")
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class _Look:
    """The look of the text inside an element."""

    tag: str = ""
    bold: bool = False
    italic: bool = False
    href: str = ""
    silent: bool = False
    marker: bool = False


@dataclass(slots=True)
class _Open:
    """The block that is being read."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    runs: list[Run] = field(default_factory=list[Run])
    mark: str = ""


def _style_switch(style: str, on: re.Pattern[str], off: re.Pattern[str], *, now: bool) -> bool:
    if off.search(style):
        return False
    return now or bool(on.search(style))


def _look(before: _Look, tag: str, attributes: dict[str, str]) -> _Look:
    style = attributes.get("style", "").lower()
    return _Look(
        tag=tag,
        bold=_style_switch(style, _BOLD, _NOT_BOLD, now=before.bold or tag in ("b", "strong", "th")),
        italic=_style_switch(style, _ITALIC, _NOT_ITALIC, now=before.italic or tag in ("i", "em", "cite")),
        href=clean_href(attributes.get("href", "")) if tag == "a" else before.href,
        silent=before.silent or bool(_SILENT.fullmatch(tag)),
        marker=before.marker or "mso-list:ignore" in style.replace(" ", ""),
    )


class _Reader(HTMLParser):
    """Walks through HTML and collects blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[RichBlock] = []
        self._open = _Open()
        self._looks = [_Look()]
        self._lists: list[BlockKind] = []

    # Blocks

    def _close(self) -> None:
        """End the block that is being read."""
        found = self._open
        if found.mark:
            found.kind = BlockKind.NUMBER if _WORD_MARK.match(found.mark) else BlockKind.BULLET
        self.blocks.append(RichBlock(found.kind, tuple(found.runs), found.level))
        self._open = _Open()

    def _begin(self, tag: str, style: str) -> None:
        """Begin the block of an element."""
        self._close()
        word = _WORD_LEVEL.search(style)
        if word:
            self._open = _Open(BlockKind.BULLET, min(int(word[1]) - 1, MAX_LEVEL))
        elif tag == "li" or (self._lists and self._inside("li") and tag in ("p", "div")):
            kind = self._lists[-1] if self._lists else BlockKind.BULLET
            self._open = _Open(kind, min(max(0, len(self._lists) - 1), MAX_LEVEL))

    def _breaks(self, tag: str) -> bool:
        """Whether an element is a block of its own: a whole row of a table is one line."""
        return bool(_BLOCK.fullmatch(tag)) and (tag in _OWN_LINE or not self._inside("tr"))

    def _inside(self, tag: str) -> bool:
        return any(look.tag == tag for look in self._looks)

    # What the parser calls

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        attributes = {name: value or "" for name, value in attrs}
        if tag in ("ul", "ol"):
            self._lists.append(BlockKind.BULLET if tag == "ul" else BlockKind.NUMBER)
        if self._breaks(tag):
            self._begin(tag, attributes.get("style", "").lower())
        self._inline(tag, attributes)
        if not _VOID.fullmatch(tag):
            self._looks.append(_look(self._looks[-1], tag, attributes))

    def _inline(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "br" and (self._open.kind is not BlockKind.PARAGRAPH or self._inside("tr")):
            self._add(" ")
        elif tag == "br":
            self._close()
        elif tag == "img" and attributes.get("alt"):
            self._add(attributes["alt"])
        elif tag in ("td", "th") and self._open.runs:
            self._add(" | ")

    def handle_endtag(self, tag: str) -> None:
        """An element ends; one that never began is passed over."""
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        breaks = self._breaks(tag)
        if self._inside(tag):
            while self._looks.pop().tag != tag:
                pass
        if breaks:
            self._close()

    def handle_data(self, data: str) -> None:
        """Text."""
        look = self._looks[-1]
        if look.silent:
            return
        if look.marker:
            self._open.mark += data.strip()
            return
        self._add(data if self._inside("pre") else _SPACE.sub(" ", data))

    def _add(self, text: str) -> None:
        look = self._looks[-1]
        self._open.runs.append(Run(text, bold=look.bold, italic=look.italic, href=look.href))

    def finished(self) -> Iterable[RichBlock]:
        """All blocks."""
        self.close()
        self._close()
        return self.blocks


def blocks_of_html(html: str) -> Blocks:
    """The text of a piece of HTML in its normal form. Total: any text is some HTML."""
    reader = _Reader()
    reader.feed(html)
    return normal_blocks(reader.finished())


def blocks_of_plain(text: str) -> Blocks:
    """Bare text, every line a paragraph; a line that begins with a bullet sign becomes a bullet."""
    return normal_blocks(_plain_block(line) for line in text.splitlines())


_PLAIN_BULLET = re.compile(r"\s*[•◦▪‣·]\s+(.*)")


def _plain_block(line: str) -> RichBlock:
    bullet = _PLAIN_BULLET.fullmatch(line)
    if bullet:
        return RichBlock(BlockKind.BULLET, (Run(bullet[1]),))
    return RichBlock(BlockKind.PARAGRAPH, (Run(line),))
