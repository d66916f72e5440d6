"""Rich text in a cell of a form and back: lines with '- ' and '1. ' as people type them, in one look.

A cell cannot hold a linked number, a reference or a link, so each is shown in words that a colleague can read and leave
alone: `[cijfer 12: 1.234]`, `[zie 3: tabel met cijfers van Mensenhandel]`, `ons convenant (https://…)`. The numbers 12
and 3 lead back to the tokens that were sent. A line that comes back as it was sent is what it was, to the last mark;
only a line that was changed is read anew, with the looks of the words that stayed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from riec_desktop.dossier.markdown import parse, write
from riec_desktop.dossier.richtext import (
    MAX_LEVEL,
    BlockKind,
    CrossReference,
    Linked,
    RichBlock,
    Run,
    Runs,
    match_token,
    normal_runs,
    numbered,
)
from riec_desktop.dossier.text import clean
from riec_desktop.excel.celltext import Look, Looks, bare, is_plain
from riec_desktop.excel.sent_looks import with_sent_looks

Show = Callable[[Linked], str]
"""What a linked number or a reference prints."""

_INDENT = "    "
_TOKEN = re.compile(r"\[\s*(cijfer|zie)\s*([0-9]{1,6})\s*(?::([^\]\n]*))?\]", re.IGNORECASE)
_BROKEN = re.compile(r"\[\s*(?:cijfer|zie)\s*[0-9]{1,6}\b", re.IGNORECASE)
_BULLET = re.compile(r"([ ]*)[-–—*•·▪◦‣●○][  \t]+(?=\S)")
_NUMBER = re.compile(r"([ ]*)([0-9]{1,2})[.)][  \t]+(?=\S)")


# --- Out -------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Tokens:
    """The numbers that tokens get while a form is made: each token one number, in the order of the form."""

    numbers: dict[str, int] = field(default_factory=dict[str, int])

    def number(self, linked: Linked) -> int:
        """The number of a token; a new one when it was not seen before."""
        return self.numbers.setdefault(linked.token(), len(self.numbers) + 1)

    def by_number(self) -> Mapping[str, str]:
        """Number → token."""
        return {str(number): token for token, number in self.numbers.items()}


def shown_token(linked: Linked, number: int, show: Show) -> str:
    """'[cijfer 12: 1.234]' or '[zie 3: afbeelding …]'."""
    word = "zie" if isinstance(linked, CrossReference) else "cijfer"
    return f"[{word} {number}: {show(linked).replace('[', '(').replace(']', ')')}]"


def _shown_run(run: Run, numbers: Callable[[Linked], int], show: Show) -> Look:
    if run.linked is not None:
        return Look(shown_token(run.linked, numbers(run.linked), show), bold=run.bold, italic=run.italic)
    address = f" ({run.href})" if run.href else ""
    return Look(f"{run.text}{address}", bold=run.bold, italic=run.italic)


def _mark(block: RichBlock, number: int) -> str:
    signs = {BlockKind.PARAGRAPH: "", BlockKind.BULLET: "- ", BlockKind.NUMBER: f"{number}. "}
    return f"{_INDENT * block.level}{signs[block.kind]}"


def _line(block: RichBlock, number: int, numbers: Callable[[Linked], int], show: Show) -> Looks:
    mark = _mark(block, number)
    looks = tuple(_shown_run(run, numbers, show) for run in block.runs)
    return (Look(mark), *looks) if mark else looks


def _joined(looks: Iterable[Look]) -> Looks:
    """Neighbours of one look become one."""
    found: list[Look] = []
    for look in looks:
        if found and (found[-1].bold, found[-1].italic) == (look.bold, look.italic):
            found[-1] = replace(found[-1], text=found[-1].text + look.text)
        elif look.text:
            found.append(look)
    return tuple(found)


def to_cell(text: str, tokens: Tokens, show: Show) -> str:
    """A rich text as a cell of a form shows it; paragraphs stand apart, items of a list on lines of their own."""
    lines: list[str] = []
    before: RichBlock | None = None
    for block, number in numbered(parse(text)):
        if before is not None:
            in_list = BlockKind.PARAGRAPH not in (block.kind, before.kind)
            lines.append("\n" if in_list else "\n\n")
        lines.append(bare(_line(block, number, tokens.number, show)))
        before = block
    return "".join(lines)


# --- Back ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBack:
    """A text that came back, in its canonical spelling, and Dutch sentences on what is doubtful about it."""

    text: str
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Marked:
    """A line without the sign of its list."""

    kind: BlockKind
    level: int
    looks: Looks


def from_cell(looks: Looks, base: str, tokens: Mapping[str, str], show: Show) -> TextBack:
    """The text that a cell holds. `base` is what was sent there, `tokens` the spelling of each token by its number."""
    lines = [_marked(line) for line in filter(bare, map(_trimmed, _lines(looks)))]
    sent = _Sent(_sent_lines(base, tokens, show), {_words(line) for line in lines})
    blocks: list[RichBlock] = []
    doubts: list[str] = []
    for line in lines:
        same = sent.taken(line)
        if same is not None and _adds_no_look(line, same[0]):
            blocks.append(same[1])
        else:
            looked = with_sent_looks(line.looks, [same[0].looks] if same else sent.gone)
            blocks.append(_read_line(replace(line, looks=looked), base, tokens))
            doubts += _doubts(line, tokens, show)
    return TextBack(text=write(blocks), doubts=tuple(dict.fromkeys(doubts)))


def _lines(looks: Looks) -> Iterator[Looks]:
    """The text line by line, with the looks of each."""
    line: list[Look] = []
    for look in looks:
        first, *rest = clean(look.text).split("\n")
        line.append(replace(look, text=first))
        for text in rest:
            yield tuple(line)
            line = [replace(look, text=text)]
    yield tuple(line)


def _trimmed(line: Looks) -> Looks:
    """The line without space at its end; '' when there is nothing in it."""
    kept = list(line)
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return _joined(kept)


def _marked(line: Looks) -> _Marked:
    """The sign that a line begins with, as people type it, and the rest."""
    text = bare(line)
    for kind, pattern in ((BlockKind.BULLET, _BULLET), (BlockKind.NUMBER, _NUMBER)):
        if found := pattern.match(text):
            return _Marked(kind, _level(len(found[1])), _after(line, found.end()))
    return _Marked(BlockKind.PARAGRAPH, 0, _after(line, len(text) - len(text.lstrip())))


def _level(indent: int) -> int:
    """How deep an item lies: a form indents by four spaces, people often by two."""
    return min((indent + 2) // len(_INDENT), MAX_LEVEL)


def _after(line: Looks, length: int) -> Looks:
    """The line without its first characters."""
    found: list[Look] = []
    for look in line:
        found.append(replace(look, text=look.text[length:]))
        length = max(0, length - len(look.text))
    return _joined(found)


# --- A line that was sent --------------------------------------------------------------------------------------------


_Words = tuple[BlockKind, int, str]
_SentLine = tuple[_Marked, RichBlock]


def _words(line: _Marked) -> _Words:
    """What two lines have in common when no word was changed: sign, depth and words."""
    return line.kind, line.level, " ".join(bare(line.looks).split())


def _sent_lines(base: str, tokens: Mapping[str, str], show: Show) -> Iterator[_SentLine]:
    """Each line that a cell was sent with, and the block that it shows."""
    numbers = {token: int(number) for number, token in tokens.items()}
    for block, number in numbered(parse(base)):
        line = _line(block, number, lambda linked: numbers.get(linked.token(), 0), show)
        yield _marked(_joined(line)), block


class _Sent:
    """The lines that were sent: `gone` are the looks of those of which the words do not come back."""

    def __init__(self, sent: Iterable[_SentLine], back: set[_Words]) -> None:
        self._lines: dict[_Words, list[_SentLine]] = {}
        self.gone: list[Looks] = []
        for line, block in sent:
            self._lines.setdefault(_words(line), []).append((line, block))
            if not is_plain(line.looks) and _words(line) not in back:
                self.gone.append(line.looks)

    def taken(self, line: _Marked) -> _SentLine | None:
        """The line with the same words; of several the first that was not taken, and the last again for copies."""
        found = self._lines.get(_words(line), [])
        return found.pop(0) if len(found) > 1 else next(iter(found), None)


def _adds_no_look(line: _Marked, sent: _Marked) -> bool:
    """Whether nobody made a word bold or italic that was not sent so."""
    return is_plain(line.looks) or _looked(with_sent_looks(line.looks, [sent.looks])) == _looked(sent.looks)


def _looked(looks: Looks) -> tuple[tuple[str, ...], tuple[str, ...]]:
    bold, italic = (tuple(one.text.strip() for one in looks if getattr(one, name)) for name in ("bold", "italic"))
    return bold, italic


# --- A line that was changed -----------------------------------------------------------------------------------------


def _read_line(line: _Marked, base: str, tokens: Mapping[str, str]) -> RichBlock:
    addresses = {(run.text, run.href) for block in parse(base) for run in block.runs if run.href}
    runs = (run for look in line.looks for run in _token_runs(look, tokens))
    linked = (part for run in runs for part in _linked_again(run, addresses))
    return RichBlock(line.kind, normal_runs(linked), line.level)


def _token_runs(look: Look, tokens: Mapping[str, str]) -> Runs:
    """The runs of a stretch, with the tokens that it shows back in their own form."""
    runs: list[Run] = []
    done = 0
    for found in _TOKEN.finditer(look.text):
        linked = _token(found[2], tokens)
        if linked is not None:
            runs.append(Run(look.text[done : found.start()], bold=look.bold, italic=look.italic))
            runs.append(Run(bold=look.bold, italic=look.italic, linked=linked))
            done = found.end()
    return (*runs, Run(look.text[done:], bold=look.bold, italic=look.italic))


def _token(number: str, tokens: Mapping[str, str]) -> Linked | None:
    found = match_token(tokens.get(str(int(number)), ""))
    return found[0] if found else None


def _linked_again(run: Run, addresses: Iterable[tuple[str, str]]) -> Iterator[Run]:
    """A run in which links that were sent, shown as 'words (address)', are links again."""
    for words, address in addresses:
        before, shown, after = run.text.partition(f"{words} ({address})")
        if shown and run.linked is None:
            yield replace(run, text=before)
            yield replace(run, text=words, href=address)
            yield from _linked_again(replace(run, text=after), addresses)
            return
    yield run


def _doubts(line: _Marked, tokens: Mapping[str, str], show: Show) -> Iterator[str]:
    """What is doubtful about the tokens of a changed line."""
    text = bare(line.looks)
    for found in _TOKEN.finditer(text):
        linked = _token(found[2], tokens)
        if linked is None:
            yield f"‘{found[0]}’ hoort niet bij dit formulier en is gewone tekst geworden."
        elif found[0] != shown_token(linked, int(found[2]), show):
            yield _altered(linked, found[0], show)
    if len(_BROKEN.findall(text)) > len(_TOKEN.findall(text)):
        yield "Een gekoppeld cijfer of een verwijzing is beschadigd en is gewone tekst geworden."


def _altered(linked: Linked, found: str, show: Show) -> str:
    if not isinstance(linked, CrossReference):
        return (
            f"In de tekst staat {found}; het cijfer in het dossier is {show(linked)}. Het cijfer zelf verandert niet."
        )
    return f"De woorden van de verwijzing {found} zijn veranderd; zij wijst naar: {show(linked)}."
