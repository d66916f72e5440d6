"""One text of a draft that came back: what was sent, beside the paragraphs that came back, as pieces with changes.

Where the changes that Word kept lead from exactly what was sent, they are what a person chooses from. Otherwise (the
changes were accepted already, another program saved the file, or record changes was off) the words are compared.
Linked numbers stand in a document as the number that they print; they are found again by their place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.richtext import Blocks, RichBlock, Run, normal_blocks
from riec_desktop.word.reading.read import Para, Stretch
from riec_desktop.word.runs import web_address
from riec_desktop.workspace.marked import Mark
from riec_desktop.workspace.revised import Piece, Pieces, blocks_of, numbered_edits, spelled

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_WORDS = 4_000
"""Beyond this many words paragraphs are compared as a whole: comparing words takes the square of their number."""
_MARKS = {"": Mark.SAME, "in": Mark.ADDED, "out": Mark.GONE}


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPara:
    """A paragraph as it stood in the document that was sent: its words, and what its style made of it."""

    text: str
    kind: str = "paragraph"
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SentText:
    """A text that was sent: its spelling in the dossier, and its paragraphs in the document."""

    spelling: str
    paras: tuple[SentPara, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BackPara:
    """A paragraph that came back, with the number that its control says (None: it has none)."""

    para: Para
    index: int | None = None


def revised(sent: SentText, back: Sequence[BackPara]) -> Pieces:
    """The text as it came back, with its changes against what was sent."""
    base = tuple(_base(sent))
    came = tuple(_came(sent, back))
    tracked = _normal(one for one in came if one.mark is not Mark.ADDED) == _normal(base)
    marked = came if tracked else _compared(base, came)
    return numbered_edits(_linked(marked, _tokens(sent)))


def as_read(back: Sequence[BackPara]) -> SentText:
    """What Word itself remembers of the text before its changes, for a draft of which nobody kept what was sent."""
    nothing = SentText(spelling="")
    spelling = spelled(one for one in _came(nothing, back) if one.mark is not Mark.ADDED)
    return SentText(spelling=spelling, paras=as_printed(back))


def as_printed(back: Sequence[BackPara]) -> tuple[SentPara, ...]:
    """The paragraphs before their changes, as what was sent."""
    return tuple(SentPara(text=one.para.before.strip(), kind=one.para.kind, depth=one.para.depth) for one in back)


def _normal(pieces: Iterable[Piece]) -> Blocks:
    return normal_blocks(blocks_of(pieces))


# --- What was sent ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Token:
    """A linked number or reference in what was sent: its spelling, and where its printed text begins and ends."""

    token: str
    start: int
    end: int


def _base(sent: SentText) -> Iterator[Piece]:
    """The text that was sent, as it was printed."""
    for at, block in enumerate(parse(sent.spelling)):
        yield Piece(block=block.kind.value, depth=block.level)
        texts = _printed(block, sent.paras[at].text if at < len(sent.paras) else "")
        for run, text in zip(block.runs, texts, strict=True):
            yield Piece(text=text, bold=run.bold, italic=run.italic, href=run.href)


def _printed(block: RichBlock, line: str) -> list[str]:
    """What each run of a paragraph printed. Where the words around do not fit the line, nothing is known of it."""
    if not any(run.linked for run in block.runs):
        return [run.text for run in block.runs]
    pattern = "".join("(.*?)" if run.linked else f"({re.escape(run.text)})" for run in block.runs)
    found = re.fullmatch(pattern, line.strip())
    return list(found.groups()) if found else [run.text for run in block.runs]


def _tokens(sent: SentText) -> tuple[tuple[_Token, ...], ...]:
    """The linked numbers of each paragraph that was sent."""
    found: list[tuple[_Token, ...]] = []
    for at, block in enumerate(parse(sent.spelling)):
        texts = _printed(block, sent.paras[at].text if at < len(sent.paras) else "")
        found.append(tuple(_places(block.runs, texts)))
    return tuple(found)


def _places(runs: Sequence[Run], texts: Sequence[str]) -> Iterator[_Token]:
    at = 0
    for run, text in zip(runs, texts, strict=True):
        if run.linked is not None and text:
            yield _Token(run.linked.token(), at, at + len(text))
        at += len(text)


# --- What came back --------------------------------------------------------------------------------------------------


def _came(sent: SentText, back: Sequence[BackPara]) -> Iterator[Piece]:
    """The paragraphs that came back with the changes that are still open in them."""
    starts = _starts([one.para for one in back], is_new=not sent.spelling)
    hrefs = _addresses(sent)
    for one, start in zip(back, starts, strict=True):
        kind, depth = _kind(sent, one)
        yield replace(start, block=kind, depth=depth)
        yield from (_piece(part, hrefs) for part in one.para.stretches)


def _addresses(sent: SentText) -> Mapping[str, str]:
    """The web addresses in what was sent, by how a document has them."""
    runs = (run for block in parse(sent.spelling) for run in block.runs)
    return {_address(web_address(run.href)): run.href for run in runs if run.href}


def _address(href: str) -> str:
    """An address as it is compared: programs put a slash behind the name of a site, or take it away."""
    return href.rstrip("/")


def _piece(one: Stretch, hrefs: Mapping[str, str]) -> Piece:
    return Piece(
        text=one.text.replace("\t", " "),
        bold=one.bold,
        italic=one.italic,
        href=hrefs.get(_address(one.href), one.href),
        mark=_MARKS[one.fate],
        author=one.author,
        when=one.when,
        move=one.move,
    )


def _kind(sent: SentText, one: BackPara) -> tuple[str, int]:
    """What a paragraph is. One that looks as it was sent is what it was: a cell of a table, say, shows no lists."""
    blocks = parse(sent.spelling)
    if one.index is not None and one.index < min(len(blocks), len(sent.paras)):
        was, block = sent.paras[one.index], blocks[one.index]
        if (was.kind, was.depth) == (one.para.kind, one.para.depth):
            return block.kind.value, block.level
    return one.para.kind, one.para.depth


def _starts(paras: Sequence[Para], *, is_new: bool) -> list[Piece]:
    """The beginning of each paragraph with its fate: that of the end of the one before it.

    Word writes what happens to the end of a paragraph. Where a whole paragraph came or went, its own beginning is what
    changed, not that of the next one.
    """
    first = Piece(mark=Mark.ADDED if is_new else Mark.SAME)
    starts = [first, *(_after(one) for one in paras)][: len(paras)]
    for at, one in enumerate(paras):
        end = _after(one)
        if end.mark is not Mark.SAME and all(_MARKS[part.fate] is end.mark for part in one.stretches):
            starts[at : at + 2] = [end, starts[at]][: len(starts) - at]
    return starts


def _after(para: Para) -> Piece:
    return Piece(mark=_MARKS[para.end.fate], author=para.end.author, when=para.end.when)


# --- Comparing -------------------------------------------------------------------------------------------------------


def _compared(base: Sequence[Piece], came: Sequence[Piece]) -> Pieces:
    """What came back against what was sent, paragraph by paragraph, and word by word in those that differ."""
    before, after = _paragraphs(base), _paragraphs(one for one in came if one.mark is not Mark.GONE)
    gone_by = next((one for one in came if one.mark is Mark.GONE and one.author), Piece())
    keys = [[_normal(one) for one in side] for side in (before, after)]
    found: list[Piece] = []
    for kind, low, high, a, b in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind == "equal":
            found += (one for paragraph in before[low:high] for one in paragraph)
        else:
            found += _by_word(_words(before[low:high]), _words(after[a:b]), gone_by)
    return tuple(found)


def _paragraphs(pieces: Iterable[Piece]) -> list[list[Piece]]:
    found: list[list[Piece]] = []
    for one in pieces:
        if one.block or not found:
            found.append([])
        found[-1].append(one)
    return [paragraph for paragraph in found if _normal(paragraph)]


def _words(paragraphs: Iterable[list[Piece]]) -> list[Piece]:
    """Each word as a piece of its own, in neighbours of one look."""
    pieces = [one for paragraph in paragraphs for one in paragraph]
    joined: list[Piece] = []
    for one in pieces:
        if joined and _look(joined[-1]) == _look(one) and not one.block:
            joined[-1] = replace(joined[-1], text=joined[-1].text + one.text, author=joined[-1].author or one.author)
        else:
            joined.append(one)
    return [word for one in joined for word in (_split(one) if not one.block else (one,))]


def _look(piece: Piece) -> tuple[object, ...]:
    return piece.bold, piece.italic, piece.href, piece.block, piece.author


def _split(piece: Piece) -> list[Piece]:
    return [replace(piece, text=word) for word in _WORDS.findall(piece.text)]


def _by_word(before: list[Piece], after: list[Piece], gone_by: Piece) -> Iterator[Piece]:
    if max(len(before), len(after)) > _MOST_WORDS:
        yield from (replace(one, mark=Mark.GONE) for one in before)
        yield from (replace(one, mark=Mark.ADDED) for one in after)
        return
    keys = [
        [(one.text, one.bold, one.italic, one.href, one.block, one.depth) for one in side] for side in (before, after)
    ]
    for kind, low, high, a, b in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from before[low:high]
            continue
        author, when = _who(after[a:b], gone_by)
        yield from (replace(one, mark=Mark.GONE, author=author, when=when) for one in before[low:high])
        yield from (replace(one, mark=Mark.ADDED, author=author, when=when, move="") for one in after[a:b])


def _who(added: Iterable[Piece], gone_by: Piece) -> tuple[str, str]:
    """Who made a change: as the words that came in say, else as another change in this text says."""
    known = next((one for one in added if one.author), gone_by)
    return known.author, known.when


# --- Linked numbers --------------------------------------------------------------------------------------------------


def _linked(pieces: Iterable[Piece], tokens: Sequence[Sequence[_Token]]) -> Iterator[Piece]:
    """The pieces in which every number that nobody touched is a linked number again.

    A number that was typed over is gone as a linked number and comes in as text.
    """
    paragraph, at = -1, 0
    waiting: list[tuple[_Token, Piece]] = []
    for one in pieces:
        if one.mark is Mark.ADDED:
            if waiting and _is_within(waiting[-1], at):
                waiting.append((waiting[-1][0], one))
            else:
                yield from _told(waiting)
                yield one
            continue
        if one.block:
            paragraph, at = paragraph + 1, 0
            yield from _told(waiting)
            yield one
            continue
        known = tokens[paragraph] if 0 <= paragraph < len(tokens) else ()
        for token, part in _cut(one, at, known):
            if waiting and token != waiting[-1][0]:
                yield from _told(waiting)
            if token is None:
                yield part
            else:
                waiting.append((token, part))
        at += len(one.text)
    yield from _told(waiting)


def _is_within(waiting: tuple[_Token, Piece], at: int) -> bool:
    return waiting[0].start < at < waiting[0].end


def _cut(piece: Piece, at: int, tokens: Iterable[_Token]) -> Iterator[tuple[_Token | None, Piece]]:
    """The parts of a piece inside and outside linked numbers; the piece begins at this place of its paragraph."""
    done = at
    end = at + len(piece.text)
    for token in tokens:
        low, high = max(token.start, done), min(token.end, end)
        if low < high:
            if done < low:
                yield None, replace(piece, text=piece.text[done - at : low - at])
            yield token, replace(piece, text=piece.text[low - at : high - at])
            done = high
    if done < end:
        yield None, replace(piece, text=piece.text[done - at :])


def _told(waiting: list[tuple[_Token, Piece]]) -> Iterator[Piece]:
    """What became of one linked number; `waiting` is empty afterwards."""
    if not waiting:
        return
    token, first = waiting[0]
    parts = [part for _, part in waiting]
    marks = {one.mark for one in parts}
    waiting.clear()
    printed = "".join(one.text for one in parts if one.mark is not Mark.ADDED)
    if len(marks) == 1 and len(printed) == token.end - token.start:
        yield replace(first, text=printed, token=token.token)
        return
    changed = next((one for one in parts if one.mark is not Mark.SAME), first)
    who = {"author": changed.author, "when": changed.when}
    yield replace(first, text=printed, token=token.token, mark=Mark.GONE, **who)
    yield from (replace(one, mark=Mark.ADDED, **who) for one in parts if one.mark is not Mark.GONE)
