"""The numbers that Word counts itself, computed: what stands before each paragraph of a list and each heading.

ISO/IEC 29500-1, 17.9. All instances (`w:num`) of one definition share their counters; an instance that overrides the
start of a level begins that level again where it is first used.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from riec_desktop.word.etree import Element, W
from riec_desktop.word.inspection.styles import Styles, inner, value

LEVELS = 9
NO_LIST = "0"
_PLACE = re.compile("%([1-9])")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 3_999


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a definition. `restart` is the level (1-9) after which it begins again, 0 for never."""

    start: int
    format: str
    text: str
    restart: int
    legal: bool
    style: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListInstance:
    """A `w:num`: its definition, the levels as they hold in it, and the starts that it sets anew."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Counter:
    """Counts while the paragraphs pass in the order of the text."""

    instances: Mapping[str, ListInstance]
    styles: Styles
    _counts: dict[str, list[int | None]] = field(default_factory=dict[str, "list[int | None]"])
    _begun: set[str] = field(default_factory=set[str])

    def number(self, properties: Element | None, style: str) -> tuple[str, bool]:
        """What stands before a paragraph ('' for a bullet), and whether it is part of a list at all."""
        instance_id, level = self._place(properties, style)
        instance = self.instances.get(instance_id)
        if instance is None or level not in instance.levels:
            return "", False
        self._count(instance_id, instance, level)
        return self._shown(instance, level), instance.levels[level].format != "none"

    def _place(self, properties: Element | None, style: str) -> tuple[str, int]:
        """The instance and level of a paragraph: its own, else those of its style."""
        own = inner(properties, "numPr")
        of_style = self.styles.found(style, "pPr/numPr")
        instance = value(inner(own, "numId")) or value(inner(of_style, "numId"))
        level = value(inner(own, "ilvl")) or self._level_of_style(instance, style) or value(inner(of_style, "ilvl"))
        return instance, int(level) if level.isdecimal() else 0

    def _level_of_style(self, instance: str, style: str) -> str:
        """The level that a definition links to a style (17.9.23)."""
        if instance not in self.instances or not style:
            return ""
        levels = self.instances[instance].levels
        return next((str(at) for at, level in levels.items() if level.style == style), "")

    def _count(self, instance_id: str, instance: ListInstance, level: int) -> None:
        counts = self._counts.setdefault(instance.definition, [None] * LEVELS)
        if instance_id not in self._begun:
            self._begun.add(instance_id)
            for at in instance.starts:
                counts[at] = None
        before = counts[level]
        counts[level] = _start(instance, level) if before is None else before + 1
        for deeper in range(level + 1, LEVELS):
            if _begins_again(instance.levels.get(deeper), level):
                counts[deeper] = None

    def _shown(self, instance: ListInstance, level: int) -> str:
        shown = instance.levels[level]
        if shown.format == "bullet":
            return ""
        counts = self._counts[instance.definition]
        return _PLACE.sub(lambda found: self._part(instance, counts, int(found[1]) - 1, legal=shown.legal), shown.text)

    def _part(self, instance: ListInstance, counts: list[int | None], level: int, *, legal: bool) -> str:
        count = counts[level]
        style = instance.levels[level].format if level in instance.levels else "decimal"
        return formatted(_start(instance, level) if count is None else count, "decimal" if legal else style)


def _start(instance: ListInstance, level: int) -> int:
    if level in instance.starts:
        return instance.starts[level]
    return instance.levels[level].start if level in instance.levels else 1


def _begins_again(level: Level | None, after: int) -> bool:
    return level is None or (level.restart > 0 and after < level.restart)


def formatted(number: int, style: str) -> str:
    """A number as a list shows it; a style that is not known here is shown in digits (17.18.59)."""
    match style:
        case "none":
            return ""
        case "lowerLetter" | "upperLetter" if number > 0:
            letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, LEVELS)
            return letters.upper() if style == "upperLetter" else letters
        case "lowerRoman" | "upperRoman" if 0 < number <= _MOST_ROMAN:
            return _roman(number).upper() if style == "upperRoman" else _roman(number)
        case "decimalZero":
            return f"{number:02d}"
        case _:
            return str(number)


def _roman(number: int) -> str:
    shown = ""
    for worth, letters in _ROMAN:
        shown += letters * (number // worth)
        number %= worth
    return shown


# --- Reading ---------------------------------------------------------------------------------------------------------


def read_instances(root: Element | None, styles: Styles) -> dict[str, ListInstance]:
    """The list instances of a numbering part by id."""
    if root is None:
        return {}
    definitions = {each.get(f"{W}abstractNumId", ""): each for each in root.findall(f"{W}abstractNum")}
    named = {each.get(f"{W}numId", ""): each for each in root.findall(f"{W}num")}
    return {
        number: _instance(num, _followed(value(inner(num, "abstractNumId")), definitions, named, styles), definitions)
        for number, num in named.items()
        if number != NO_LIST
    }


def _followed(id: str, definitions: Mapping[str, Element], named: Mapping[str, Element], styles: Styles) -> str:
    """The definition itself, or the one that it takes from a list style (17.9.21)."""
    link = value(inner(definitions.get(id), "numStyleLink"))
    instance = value(styles.found(link, "pPr/numPr/numId")) if link else ""
    target = value(inner(named.get(instance), "abstractNumId"))
    return target if target in definitions else id


def _instance(num: Element, definition: str, definitions: Mapping[str, Element]) -> ListInstance:
    base = definitions.get(definition)
    levels = dict(_levels(base.findall(f"{W}lvl") if base is not None else ()))
    starts: dict[int, int] = {}
    for override in num.findall(f"{W}lvlOverride"):
        levels.update(_levels(override.findall(f"{W}lvl")))
        start = value(inner(override, "startOverride"))
        if start:
            starts[_number(override.get(f"{W}ilvl", "")) % LEVELS] = _number(start)
    return ListInstance(definition=definition, levels=levels, starts=starts)


def _levels(elements: Iterable[Element]) -> Iterable[tuple[int, Level]]:
    for element in elements:
        at = _number(element.get(f"{W}ilvl", "")) % LEVELS
        restart = value(inner(element, "lvlRestart"))
        yield (
            at,
            Level(
                start=_number(value(inner(element, "start"))),
                format=value(inner(element, "numFmt")) or "decimal",
                text=value(inner(element, "lvlText")),
                restart=_number(restart) if restart else at,
                legal=inner(element, "isLgl") is not None,
                style=value(inner(element, "pStyle")),
            ),
        )


def _number(text: str) -> int:
    """A count in an attribute; what is none, or absurdly large, is 0."""
    return int(text) if text.isdecimal() and len(text) < LEVELS else 0
