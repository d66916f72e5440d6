"""Rules about how a text was typed: spaces, quotation marks, lines that play heading, lists without being one."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from riec_desktop.checks.findings import Finding, Repair, Severity
from riec_desktop.checks.place import TextPlace
from riec_desktop.checks.style_rules import beginning
from riec_desktop.dossier.changes import set_field
from riec_desktop.dossier.markdown import parse, write
from riec_desktop.dossier.richtext import BlockKind, Blocks, RichBlock, Run, plain_text

# --- Spaces ----------------------------------------------------------------------------------------------------------

_HINTS = ("  ", " \u00a0", "\u00a0 ", "\u00a0\u00a0", " ,", " ;", " :", " .", " !", " ?")
"""A text without any of these needs no closer look."""
_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)|(?<=\w) (?=[,;:.!?](?:\s|$))")


def spaces(place: TextPlace) -> Iterator[Finding]:
    """Two spaces or more in a row, or one before a mark that ends a sentence or part of it."""
    found = _SPACES.search(place.plain) if any(hint in place.plain for hint in _HINTS) else None
    if found:
        words = _with_neighbours(place.plain, found)
        repairs = place.repair("Haal de spaties weg", _without_spaces)
        yield place.notice(
            Severity.TIP, "typing.spaces", f"er staat een spatie te veel bij ‘{words}’.", repairs=repairs, words=words
        )


def _with_neighbours(text: str, found: re.Match[str]) -> str:
    """A gap with the words at both sides, so that a person sees where it is."""
    before = text[: found.start()].rpartition("\n")[2].rpartition(" ")[2]
    after = text[found.end() :].partition("\n")[0].partition(" ")[0]
    return f"{before}{found[0]}{after}"


def _without_spaces(text: str) -> str:
    return _SPACES.sub(lambda found: " " if len(found[0]) > 1 else "", text)


# --- Quotation marks -------------------------------------------------------------------------------------------------

_STRAIGHT = re.compile(r"['\"]")
_CURLY = re.compile("[‘’“”]")
_OPENS = re.compile(r"(?<![\w.,!?%)\]])(['\"])(?=\S)")
_DECADE = re.compile(r"'(?=\d\d\b|[snt]\b)")


def quotes(place: TextPlace) -> Iterator[Finding]:
    """Straight and curly marks in one text."""
    found = _STRAIGHT.search(place.plain)
    if found and _CURLY.search(place.plain):
        repairs = place.repair("Maak alle aanhalingstekens gebogen", curly)
        problem = f"rechte ({found[0]}) en gebogen (’) aanhalingstekens staan door elkaar."
        yield place.notice(Severity.TIP, "typing.quotes", problem, repairs=repairs, words=found[0])


def curly(text: str) -> str:
    """The text with curly marks: an opening one where a word begins, an apostrophe in 's avonds and '22."""
    text = _DECADE.sub("’", text)
    text = _OPENS.sub(lambda found: "‘" if found[1] == "'" else "“", text)
    return text.replace("'", "’").replace('"', "”")


# --- Headings --------------------------------------------------------------------------------------------------------

_MOST_WORDS = 8


def headings(place: TextPlace) -> Iterator[Finding]:
    """A short paragraph that is all bold or all capitals and has text after it."""
    blocks = parse(place.text)
    for block, after in pairwise(blocks):
        if _like_heading(block) and after.kind is not BlockKind.NUMBER and not _like_heading(after):
            text = _text(block)
            repairs = _rewritten(place, "Maak er gewone tekst van", _plain_looks)
            problem = f"de regel ‘{beginning(text)}’ lijkt een kop, maar is er geen. Maak er een gewone zin van."
            yield place.notice(Severity.TIP, "typing.heading", problem, repairs=repairs, words=text)
            return


def _text(block: RichBlock) -> str:
    return plain_text((block,), lambda _: "0")


def _like_heading(block: RichBlock) -> bool:
    text = _text(block)
    if block.kind is not BlockKind.PARAGRAPH or len(text.split()) > _MOST_WORDS or text.endswith((".", "?", "!", "…")):
        return False
    return all(run.bold for run in block.runs) or (text.isupper() and " " in text)


def _plain_looks(blocks: Blocks) -> Iterator[RichBlock]:
    for block in blocks:
        runs = tuple(replace(run, bold=False) for run in block.runs) if _like_heading(block) else block.runs
        yield replace(block, runs=runs)


# --- Lists -----------------------------------------------------------------------------------------------------------

_BULLET = re.compile(r"(?:[-–•*·▪]|\bo)\s+(?=\S)")
_NUMBER = re.compile(r"(?:\d{1,2}[.)]|\(\d{1,2}\)|[a-z]\))\s+(?=\S)")
_LIST_FROM = 2


def lists(place: TextPlace) -> Iterator[Finding]:
    """Two paragraphs or more in a row that begin with a dash or a number that somebody typed."""
    blocks = parse(place.text)
    for kind, group in groupby(blocks, _typed_as):
        items = list(group)
        if kind is not BlockKind.PARAGRAPH and len(items) >= _LIST_FROM:
            repairs = _rewritten(place, "Maak er een lijst van", _real_lists)
            problem = f"vanaf ‘{beginning(_text(items[0]))}’ staat een getypte lijst. Gebruik de knop voor een lijst."
            yield place.notice(Severity.TIP, "typing.list", problem, repairs=repairs, words=_text(items[0]))
            return


def _typed_as(block: RichBlock) -> BlockKind:
    """What a paragraph pretends to be."""
    first = block.runs[0]
    if block.kind is not BlockKind.PARAGRAPH or first.linked is not None:
        return BlockKind.PARAGRAPH
    if _BULLET.match(first.text):
        return BlockKind.BULLET
    return BlockKind.NUMBER if _NUMBER.match(first.text) else BlockKind.PARAGRAPH


def _real_lists(blocks: Blocks) -> Iterator[RichBlock]:
    for kind, group in groupby(blocks, _typed_as):
        items = list(group)
        listed = kind is not BlockKind.PARAGRAPH and len(items) >= _LIST_FROM
        yield from (_item(one, kind) for one in items) if listed else items


def _item(block: RichBlock, kind: BlockKind) -> RichBlock:
    first = block.runs[0]
    mark = _BULLET if kind is BlockKind.BULLET else _NUMBER
    runs: Sequence[Run] = (replace(first, text=mark.sub("", first.text, count=1)), *block.runs[1:])
    return replace(block, kind=kind, runs=tuple(runs))


def _rewritten(place: TextPlace, title: str, mend: Callable[[Blocks], Iterator[RichBlock]]) -> tuple[Repair, ...]:
    """The repair that gives the text other blocks; none for a record that is not in the dossier."""
    if place.dossier.get(type(place.record), place.record.id) is None:
        return ()
    changes = set_field(place.record, place.spec.name, write(mend(parse(place.text))))
    return (Repair(title=title, changes=changes),) if changes else ()
