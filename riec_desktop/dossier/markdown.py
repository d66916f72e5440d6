"""The spelling of rich text: a subset of CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/), read and written.

`write` gives the one canonical spelling, `parse(write(blocks)) == blocks` for every normal text. Two deviations from
CommonMark: a line break inside a paragraph is a space, and text after an empty line is a paragraph of its own, also
when it is indented under a list item. Lists are read line by line here; markdown-it-py reads what is inside a line.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from riec_desktop.dossier.richtext import (
    MAX_LEVEL,
    BlockKind,
    Blocks,
    RichBlock,
    Run,
    Runs,
    match_token,
    nested,
    normal_blocks,
    normal_runs,
    numbered,
)
from riec_desktop.dossier.text import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_INDENT = 4
_BULLET = re.compile(r"( *)[-*+] +(\S.*)")
_NUMBER = re.compile(r"( *)([0-9]{1,9})[.)] +(\S.*)")
_SPECIAL = re.compile(r"[\\*_\[&]")
_HAS_TOKEN = re.compile(r"\{(?:cijfer|aantal|zie):")


# --- Reading ---------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Line:
    """A block as its lines tell it: kind, indentation in spaces, source of what is inside."""

    kind: BlockKind
    indent: int
    source: str


def _item(line: str, *, in_paragraph: bool) -> _Line | None:
    """The list item that a line is; only number 1 may interrupt a paragraph (CommonMark 5.3)."""
    if bullet := _BULLET.fullmatch(line):
        return _Line(BlockKind.BULLET, len(bullet[1]), bullet[2])
    number = _NUMBER.fullmatch(line)
    if number and (not in_paragraph or int(number[2]) == 1):
        return _Line(BlockKind.NUMBER, len(number[1]), number[3])
    return None


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    blank = True
    for line in text.split("\n"):
        bare = line.strip()
        item = _item(line, in_paragraph=not blank and found[-1].kind is BlockKind.PARAGRAPH) if bare else None
        if item:
            found.append(item)
        elif bare and blank:
            found.append(_Line(BlockKind.PARAGRAPH, 0, bare))
        elif bare:
            found[-1].source += f" {bare}"
        blank = not bare
    return found


def _levels(lines: Iterable[_Line]) -> Iterator[tuple[_Line, int]]:
    """The nesting of each item by its indentation among the items before it."""
    indents: list[int] = []
    for line in lines:
        if line.kind is BlockKind.PARAGRAPH:
            indents.clear()
        while indents and indents[-1] > line.indent:
            indents.pop()
        if not indents or line.indent > indents[-1] + 1:
            indents.append(line.indent)
        yield line, min(len(indents) - 1, MAX_LEVEL)


def _linked_rule(state: "StateInline", silent: object) -> bool:
    """An inline rule of markdown-it-py for a linked number or a reference."""
    found = match_token(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("linked", "", 0).meta = {"linked": found[0]}
    state.pos = found[1]
    return True


@cache
def _parser() -> "MarkdownIt":
    # Imported when the first marked-up text is read: it takes longer than the rest of the program's start.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["emphasis", "link", "entity", "escape"])
    parser.inline.ruler.after("escape", "linked", _linked_rule)
    # The address is kept as typed; `clean_href` decides which may stay.
    parser.normalizeLink = lambda url: url
    return parser


@dataclass(slots=True)
class _Style:
    """The looks that are open; the same look may be opened twice."""

    bold: int = 0
    italic: int = 0
    href: str = ""

    def turn(self, token: "Token") -> None:
        """Take in an opening or closing token."""
        match token.tag:
            case "strong":
                self.bold += token.nesting
            case "em":
                self.italic += token.nesting
            case _:
                self.href = str(token.attrs.get("href", ""))

    def run(self, token: "Token") -> Run:
        """The run that a token without nesting makes."""
        linked = token.meta.get("linked")
        return Run(token.content, bold=self.bold > 0, italic=self.italic > 0, href=self.href, linked=linked)


def _runs_of(tokens: Iterable["Token"]) -> Iterator[Run]:
    style = _Style()
    for token in tokens:
        if token.nesting:
            style.turn(token)
        else:
            yield style.run(token)


def _linked_and_text(source: str) -> Iterator[Run]:
    """Runs of a line without other markup: nearly every line with a linked number, and much faster."""
    done = 0
    at = source.find("{")
    while at >= 0:
        found = match_token(source, at)
        if found:
            yield from (Run(source[done:at]), Run(linked=found[0]))
            done = found[1]
        at = source.find("{", max(at + 1, done))
    yield Run(source[done:])


def parse_line(source: str) -> Runs:
    """The runs that one line of source spells."""
    if not _SPECIAL.search(source):
        return normal_runs(_linked_and_text(source)) if _HAS_TOKEN.search(source) else (Run(source),)
    return normal_runs(_runs_of(_parser().parseInline(source)[0].children or ()))


@lru_cache(maxsize=16384)
def parse(text: str) -> Blocks:
    """The normal form of any text. Total: what is no markup is text."""
    return nested(RichBlock(line.kind, parse_line(line.source), level) for line, level in _levels(_lines(clean(text))))


# --- Writing ---------------------------------------------------------------------------------------------------------

_ESCAPED = re.compile(r"[\\*_\[\]]|\{(?=cijfer:|aantal:|zie:)|&(?=#?[A-Za-z0-9]{1,32};)")
_LIKE_BULLET = re.compile(r"[-+](?=\s|$)")
_LIKE_NUMBER = re.compile(r"([0-9]{1,9})([.)])(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Source between two marks ('**', '_' or none)."""

    source: str
    mark: str = ""


def _is_word(character: str) -> bool:
    """Neither space nor punctuation as CommonMark 6.2 counts them."""
    return not character.isspace() and unicodedata.category(character)[0] not in "PS"


def _in_the_way(outer: str, inner: str, mark: str) -> bool:
    """Whether the character outside a mark keeps it from opening or closing there (CommonMark 6.2, flanking)."""
    return bool(mark) and _is_word(outer) and (mark == "_" or not _is_word(inner))


def _entity(character: str) -> str:
    return f"&#{ord(character)};"


def _assembled(pieces: Iterable[_Piece]) -> str:
    """Pieces in a row; a letter that would spoil a mark beside it becomes an entity, which counts as punctuation."""
    done: list[str] = []
    before = _Piece("")
    for piece in pieces:
        source = f"{piece.mark}{piece.source}{piece.mark}"
        if done and _in_the_way(done[-1][-1], piece.source[0], piece.mark):
            done[-1] = done[-1][:-1] + _entity(done[-1][-1])
        if before.mark and _in_the_way(source[0], before.source[-1], before.mark):
            source = _entity(source[0]) + source[1:]
        done.append(source)
        before = piece
    return "".join(done)


def _escaped(run: Run) -> str:
    return run.linked.token() if run.linked else _ESCAPED.sub(r"\\\g<0>", run.text)


def _italic_pieces(runs: Iterable[Run]) -> Iterator[_Piece]:
    for italic, group in groupby(runs, lambda run: run.italic):
        yield _Piece("".join(map(_escaped, group)), "_" if italic else "")


def _bold_pieces(runs: Iterable[Run]) -> Iterator[_Piece]:
    for bold, group in groupby(runs, lambda run: run.bold):
        if bold:
            yield _Piece(_assembled(_italic_pieces(group)), "**")
        else:
            yield from _italic_pieces(group)


def _link_pieces(runs: Iterable[Run]) -> Iterator[_Piece]:
    for href, group in groupby(runs, lambda run: run.href):
        if href:
            yield _Piece(f"[{_assembled(_bold_pieces(group))}]({href})")
        else:
            yield from _bold_pieces(group)


def write_line(runs: Sequence[Run]) -> str:
    """The source of one line: links outermost, then bold, then italic."""
    source = _assembled(_link_pieces(runs))
    if _LIKE_BULLET.match(source):
        return f"\\{source}"
    return _LIKE_NUMBER.sub(r"\1\\\2", source, count=1) if _LIKE_NUMBER.match(source) else source


def _block_source(block: RichBlock, number: int) -> str:
    mark = {BlockKind.PARAGRAPH: "", BlockKind.BULLET: "- ", BlockKind.NUMBER: f"{number}. "}[block.kind]
    return f"{' ' * (_INDENT * block.level)}{mark}{write_line(block.runs)}"


def write(blocks: Iterable[RichBlock]) -> str:
    """The canonical spelling of a text in any form; items of a list stand on lines of their own, the rest apart."""
    normal = normal_blocks(blocks)
    done: list[str] = []
    for index, (block, number) in enumerate(numbered(normal)):
        in_list = index and BlockKind.PARAGRAPH not in (block.kind, normal[index - 1].kind)
        done.append(("\n" if in_list else "\n\n") if index else "")
        done.append(_block_source(block, number))
    return "".join(done)


def canonical(text: str) -> str:
    """The canonical spelling of any text."""
    return write(parse(text))


def from_plain(text: str) -> str:
    """The spelling of bare text, every line a paragraph; nothing in it is markup."""
    return write(RichBlock(BlockKind.PARAGRAPH, (Run(line),)) for line in clean(text).split("\n"))
