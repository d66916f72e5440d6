"""Numbers that Word counts itself: the numbering of the headings and one list instance for every list.

A list that must begin again needs an instance of its own (`w:num` with `w:startOverride` at each level), or Word
counts on from the list before.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from riec_desktop.chapter.blocks import Block, Heading, ListItem
from riec_desktop.word.template_numbering import NUMBERED_LEVELS, ListLevel, Numbering, start_mark, text_mark

DEEPEST = 2
"""Lists have levels 0, 1 and 2; what is deeper is shown at 2."""


@dataclass(frozen=True, slots=True)
class HeadingLevel:
    """How one level of headings counts: its first number, and its level text ('%1.%2.')."""

    start: int
    text: str


def heading_levels(blocks: Iterable[Block]) -> list[HeadingLevel]:
    """Level 1 to 4, such that Word counts what the numbered headings say.

    The first numbered heading tells where the levels above it start ('3.4': 3 and 4). A level that no paragraph uses
    before it is needed counts from its start value, in Word and in LibreOffice alike. A trailing dot is taken over.
    """
    starts = [1] * NUMBERED_LEVELS
    texts = [".".join(f"%{n}" for n in range(1, level + 1)) for level in range(1, NUMBERED_LEVELS + 1)]
    seen = 0
    for block in blocks:
        if isinstance(block, Heading) and block.number and seen < block.level <= NUMBERED_LEVELS:
            _start_at(starts, block, seen)
            texts[block.level - 1] += "." if block.number.endswith(".") else ""
            seen = block.level
    return [HeadingLevel(start, text) for start, text in zip(starts, texts, strict=True)]


def _start_at(starts: list[int], heading: Heading, seen: int) -> None:
    numbers = heading.number.rstrip(".").split(".")
    if len(numbers) == heading.level and all(map(str.isdecimal, numbers)):
        starts[seen : heading.level] = map(int, numbers[seen:])


@dataclass(frozen=True, slots=True)
class Instance:
    """A list of its own: its number, the definition that it follows, and where it starts at which level."""

    number: int
    definition: str
    level: int
    start: int


@dataclass(slots=True)
class Lists:
    """The list instances of a chapter, given out while its items are written, in the order of the chapter."""

    first: int
    instances: list[Instance] = field(default_factory=list[Instance])
    _open: dict[int, list[Instance | None]] = field(default_factory=dict[int, "list[Instance | None]"])

    def number(self, item: ListItem, style: ListLevel) -> int:
        """The instance (`w:numId`) of a numbered item.

        Items of a list share one. An item below another numbered item shares that one's when both belong to one
        definition (Word restarts it under each parent); below a bullet it gets a new one each time.
        """
        level, levels = self._enter(item)
        current = levels[level]
        if current is None or current.definition != style.definition:
            above = levels[level - 1] if level else None
            shared = above is not None and above.definition == style.definition
            current = above if shared else self._begin(style, item.number or 1)
            levels[level] = current
        return current.number if current else 0

    def bullet(self, item: ListItem) -> None:
        """Take notice of an item with a bullet: numbers below it begin again."""
        level, levels = self._enter(item)
        levels[level] = None

    def _enter(self, item: ListItem) -> tuple[int, list[Instance | None]]:
        level = min(item.level, DEEPEST)
        levels = self._open.setdefault(item.list_id, [])
        del levels[level + 1 :]
        levels.extend([None] * (level + 1 - len(levels)))
        return level, levels

    def _begin(self, style: ListLevel, start: int) -> Instance:
        instance = Instance(self.first + len(self.instances), style.definition, style.level, start)
        self.instances.append(instance)
        return instance


def numbering_part(numbering: Numbering, levels: Iterable[HeadingLevel], instances: Iterable[Instance]) -> str:
    """The numbering part: the template's, with the numbers of the headings filled in and the lists added."""
    text = numbering.start
    for number, level in enumerate(levels, start=1):
        text = text.replace(start_mark(number), str(level.start)).replace(text_mark(number), level.text)
    return "".join((text, *map(_instance, instances), numbering.end))


def _instance(instance: Instance) -> str:
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{instance.start if level == instance.level else 1}"/>'
        "</w:lvlOverride>"
        for level in range(DEEPEST + 1)
    )
    return f'<w:num w:numId="{instance.number}"><w:abstractNumId w:val="{instance.definition}"/>{overrides}</w:num>'
