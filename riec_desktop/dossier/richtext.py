"""Rich text: what a text may hold, in its normal form.

A text is a list of blocks (paragraph, bullet, numbered item) of runs (bold, italic, link, linked number, reference).
`markdown` reads and writes its one canonical spelling; this module says what the values are and which of them are
normal, so that equal looks are equal values.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby
from urllib.parse import quote

from riec_desktop.dossier.linked import LinkedCount, LinkedNumber, Number, match_number
from riec_desktop.dossier.text import clean, clean_line

MAX_LEVEL = 2
"""Lists nest three deep: levels 0, 1 and 2."""


class BlockKind(Enum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBER = "number"


class Part(Enum):
    """What of a record a reference points to; the value is its Dutch spelling in a text.

    The record is a StrategicGoal, a PortfolioReport (its section and its tables), an Indicator (its chart) or a
    Picture.
    """

    GOAL = "doel"
    PORTFOLIO = "portefeuille"
    ACTIVITIES = "activiteiten"
    FIGURES = "cijfers"
    REGIONS = "regios"
    CHART = "grafiek"
    PICTURE = "afbeelding"


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A reference to another place of the chapter, spelled `{zie:cijfers;id}`; with `;bladzijde` it is to its page."""

    part: Part
    record_id: str
    page: bool = False

    def token(self) -> str:
        """The canonical spelling."""
        return f"{{zie:{self.part.value};{self.record_id}{';bladzijde' if self.page else ''}}}"


Linked = Number | CrossReference
"""What stands in a text without having words of its own."""

_REFERENCE = re.compile(rf"\{{zie:({'|'.join(part.value for part in Part)});([A-Za-z0-9-]{{1,60}})(;bladzijde)?\}}")


def match_token(text: str, position: int = 0) -> tuple[Linked, int] | None:
    """The linked number, count or reference that starts at this place, and where it ends."""
    if found := _REFERENCE.match(text, position):
        part, record_id, page = found.groups()
        return CrossReference(Part(part), record_id, bool(page)), found.end()
    return match_number(text, position)


@dataclass(frozen=True, slots=True)
class Run:
    """Text with one look, or one linked number or reference (then `text` is empty)."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    href: str = ""
    linked: Linked | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class RichBlock:
    """One paragraph or list item; `level` counts from 0 and is 0 for a paragraph."""

    kind: BlockKind
    runs: Runs
    level: int = 0


Blocks = tuple[RichBlock, ...]


def clean_href(href: str) -> str:
    """A web address fit for a link, or '' for anything that is not http or https."""
    address = clean_line(href)
    if not address.lower().startswith(("http://", "https://")):
        return ""
    # A semicolon is encoded because `&copy;` in an address would be read back as a character.
    return quote(address, safe="%/:?#@!$&'+,=~-._")


def _prepared(run: Run) -> Run:
    text = clean(run.text).replace("\n", " ") if run.linked is None else ""
    href = run.href and clean_href(run.href)
    return run if (text, href) == (run.text, run.href) else replace(run, text=text, href=href)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours of one look become one run; empty ones go."""
    for _, group in groupby(runs, lambda run: (run.bold, run.italic, run.href, run.linked is None)):
        same = list(group)
        if same[0].linked is not None or (len(same) == 1 and same[0].text):
            yield from same
        elif text := clean("".join(run.text for run in same)):
            yield replace(same[0], text=text)


def _is_edge(run: Run, character: str) -> bool:
    """Whether a run has space (or nothing) at the side where this character stands."""
    return run.linked is None and (not character or character.isspace())


def _split_lead(runs: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """The space that a stretch begins with, and the rest."""
    lead: list[Run] = []
    for index, run in enumerate(runs):
        rest = run.text.lstrip()
        if run.linked is not None or rest == run.text:
            return lead, list(runs[index:])
        lead.append(replace(run, text=run.text[: len(run.text) - len(rest)]))
        if rest:
            return lead, [replace(run, text=rest), *runs[index + 1 :]]
    return lead, []


def _mirrored(runs: Iterable[Run]) -> list[Run]:
    return [replace(run, text=run.text[::-1]) for run in reversed(list(runs))]


def _split_edges(runs: Sequence[Run]) -> tuple[list[Run], list[Run], list[Run]]:
    """The space before, what stands between, the space after."""
    if runs and not (_is_edge(runs[0], runs[0].text[:1]) or _is_edge(runs[-1], runs[-1].text[-1:])):
        return [], list(runs), []
    lead, rest = _split_lead(runs)
    tail, core = _split_lead(_mirrored(rest))
    return lead, _mirrored(core), _mirrored(tail)


def _tight(runs: Iterable[Run], style: str) -> Iterator[Run]:
    """Space at the edge of a bold or italic stretch loses that look: CommonMark cannot spell it (section 6.2)."""
    for key, group in groupby(runs, lambda run: (getattr(run, style), run.href, style == "italic" and run.bold)):
        if not key[0]:
            yield from group
            continue
        lead, core, tail = _split_edges(list(group))
        plain = {style: False}
        yield from (replace(run, **plain) for run in lead)
        yield from core
        yield from (replace(run, **plain) for run in tail)


def normal_runs(runs: Iterable[Run]) -> Runs:
    """The normal form of one paragraph: clean text, joined looks, no space at the edges."""
    filled = [run for run in map(_prepared, runs) if run.text or run.linked]
    trimmed = _split_edges(list(_joined(filled)))[1]
    if not any(run.bold or run.italic for run in trimmed):
        return tuple(trimmed)
    return tuple(_joined(_tight(_tight(trimmed, "bold"), "italic")))


def nested(blocks: Iterable[RichBlock]) -> Blocks:
    """Blocks of normal runs without the empty ones, in lists that go at most one level deeper at a time."""
    found: list[RichBlock] = []
    deepest = 0
    for block in blocks:
        if not block.runs:
            continue
        in_list = block.kind is not BlockKind.PARAGRAPH
        level = max(0, min(block.level, deepest, MAX_LEVEL)) if in_list else 0
        found.append(block if level == block.level else replace(block, level=level))
        deepest = level + 1 if in_list else 0
    return tuple(found)


def normal_blocks(blocks: Iterable[RichBlock]) -> Blocks:
    """The normal form of a text."""
    return nested(RichBlock(block.kind, normal_runs(block.runs), block.level) for block in blocks)


def numbered(blocks: Iterable[RichBlock]) -> Iterator[tuple[RichBlock, int]]:
    """Each block with the number that its list shows: 1, 2, 3 per list and level; 0 for what has none."""
    counts = [0] * (MAX_LEVEL + 1)
    for block in blocks:
        counts[block.level + 1 :] = [0] * (MAX_LEVEL - block.level)
        counts[block.level] = counts[block.level] + 1 if block.kind is BlockKind.NUMBER else 0
        yield block, counts[block.level]


def plain_text(blocks: Iterable[RichBlock], show: Callable[[Linked], str]) -> str:
    """The bare text, a line per block; `show` says what a linked number or a reference prints."""
    return "\n".join(
        "".join(run.text if run.linked is None else show(run.linked) for run in block.runs) for block in blocks
    )


def word_count(blocks: Iterable[RichBlock]) -> int:
    """Words as a reader counts them; a linked number or a reference is one."""
    return len(plain_text(blocks, lambda _: "1").split())


def linked_numbers(blocks: Iterable[RichBlock]) -> Iterator[Number]:
    """Every linked number and count in reading order."""
    yield from (linked for linked in _linked(blocks) if isinstance(linked, LinkedNumber | LinkedCount))


def cross_references(blocks: Iterable[RichBlock]) -> Iterator[CrossReference]:
    """Every reference in reading order."""
    yield from (linked for linked in _linked(blocks) if isinstance(linked, CrossReference))


def _linked(blocks: Iterable[RichBlock]) -> Iterator[Linked]:
    return (run.linked for block in blocks for run in block.runs if run.linked is not None)
