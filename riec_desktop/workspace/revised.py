"""A text with the changes that a reader made in it, each of which can be taken or left.

The text is a row of pieces: what stays, what was added, what is gone. Leaving a change out keeps what it took away and
drops what it added, so that every choice gives a whole text again.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from riec_desktop.dossier.markdown import write
from riec_desktop.dossier.richtext import BlockKind, RichBlock, Run, match_token
from riec_desktop.workspace.marked import Mark

ADDED, GONE, REPLACED = "toegevoegd", "weggehaald", "vervangen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a text, or the beginning of a paragraph.

    `block` is '' for text, else the kind of paragraph that begins ('paragraph', 'bullet', 'number') with its `depth`.
    `token` is the spelling of a linked number or a reference, whose printed text is `text`. `edit` is the number of the
    change that it belongs to, 0 for what stays; of that change `author` and `when` (ISO 8601) tell who and when, ''
    when unknown, and `move` names a move.
    """

    text: str = ""
    bold: bool = False
    italic: bool = False
    href: str = ""
    token: str = ""
    block: str = ""
    depth: int = 0
    mark: Mark = Mark.SAME
    edit: int = 0
    author: str = ""
    when: str = ""
    move: str = ""


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change that can be taken or left: its number, who made it and when, and the words."""

    number: int
    author: str
    when: str
    gone: str
    added: str
    moved: bool

    @property
    def what(self) -> str:
        """'toegevoegd', 'weggehaald' or 'vervangen'."""
        if not self.gone:
            return ADDED
        return REPLACED if self.added else GONE


def edits_of(pieces: Iterable[Piece]) -> tuple[Edit, ...]:
    """The changes in a text, in reading order."""
    groups: dict[int, list[Piece]] = {}
    for one in pieces:
        if one.edit:
            groups.setdefault(one.edit, []).append(one)
    return tuple(_edit(number, group) for number, group in groups.items())


def _edit(number: int, group: Sequence[Piece]) -> Edit:
    def words(mark: Mark) -> str:
        return "".join(" ¶ " if one.block else one.text for one in group if one.mark is mark).strip()

    known = next((one for one in group if one.author), group[0])
    return Edit(
        number=number,
        author=known.author,
        when=known.when,
        gone=words(Mark.GONE),
        added=words(Mark.ADDED),
        moved=any(one.move for one in group),
    )


def chosen_pieces(pieces: Iterable[Piece], left_out: Collection[int] = ()) -> Pieces:
    """The text with every change but those left out: what it then consists of."""
    return tuple(one for one in pieces if _stays(one, left_out))


def _stays(piece: Piece, left_out: Collection[int]) -> bool:
    unwanted = Mark.ADDED if piece.edit in left_out else Mark.GONE
    return piece.mark is not unwanted


def before_pieces(pieces: Iterable[Piece]) -> Pieces:
    """The text as it was before any of its changes."""
    return tuple(one for one in pieces if one.mark is not Mark.ADDED)


def settled(pieces: Iterable[Piece], left_out: Collection[int]) -> Pieces:
    """The text in which the changes that were taken are part of it, with those left out still to be decided on."""
    kept = (one for one in pieces if one.edit in left_out or one.mark is not Mark.GONE)
    return tuple(one if one.edit in left_out else replace(one, mark=Mark.SAME, edit=0) for one in kept)


def blocks_of(pieces: Iterable[Piece]) -> tuple[RichBlock, ...]:
    """The paragraphs that pieces make, whatever their marks; not in normal form."""
    blocks: list[RichBlock] = []
    runs: list[list[Run]] = []
    for one in pieces:
        if one.block or not blocks:
            blocks.append(RichBlock(BlockKind(one.block or "paragraph"), (), one.depth))
            runs.append([])
        if not one.block:
            runs[-1].append(_run(one))
    return tuple(replace(block, runs=tuple(made)) for block, made in zip(blocks, runs, strict=True))


def _run(piece: Piece) -> Run:
    found = match_token(piece.token) if piece.token else None
    if found is None:
        return Run(piece.text, bold=piece.bold, italic=piece.italic, href=piece.href)
    return Run(bold=piece.bold, italic=piece.italic, href=piece.href, linked=found[0])


def spelled(pieces: Iterable[Piece]) -> str:
    """The canonical spelling of the text that pieces make."""
    return write(blocks_of(pieces))


def shown_pieces(pieces: Iterable[Piece]) -> str:
    """The text as a person reads it, a line per paragraph."""
    lines = "".join("\n" if one.block else one.text for one in pieces).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def numbered_edits(pieces: Iterable[Piece]) -> Pieces:
    """The pieces with neighbours that one person changed as one change; the two places of a move are one as well."""
    found: list[Piece] = []
    moves: dict[str, int] = {}
    number = 0
    for key, group in groupby(pieces, lambda one: (one.mark is not Mark.SAME, one.author, one.move)):
        changed, _, move = key
        if changed and move not in moves:
            number += 1
        at = moves.setdefault(move, number) if changed and move else number
        found += (replace(one, edit=at if changed else 0) for one in group)
    return tuple(found)
