"""What the styles and lists of a document make of a paragraph: a heading, a list item, a box, running text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from riec_desktop.word.etree import VAL, Element, W
from riec_desktop.word.paragraphs import BULLET_STYLES, NUMBER_STYLES

DEEPEST = 2
_HEADING = "heading "
_LONGEST_CHAIN = 20
_DEPTH_BY_NAME = {
    name.lower(): depth for names in (BULLET_STYLES, NUMBER_STYLES) for depth, name in enumerate(names) if depth
}
_OFF = ("0", "false", "off")
_BOX = ("pBdr", "shd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style: its name in small letters, what it is based on, and its own properties."""

    name: str
    based_on: str
    paragraph: Element | None
    run: Element | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """How a paragraph looks, as `Para` has it."""

    style: str
    level: int
    kind: str
    depth: int
    boxed: bool


@dataclass(slots=True, kw_only=True)
class StyleSheet:
    """The styles by id and the formats of the lists by number and level."""

    styles: Mapping[str, Style] = field(default_factory=dict[str, Style])
    formats: Mapping[tuple[str, int], str] = field(default_factory=dict[tuple[str, int], str])
    default: str = ""

    def looks(self, properties: Element | None) -> Looks:
        """The looks of a paragraph with these properties of its own."""
        style_id = value(properties, "pStyle") or self.default
        chain = tuple(self._chain(style_id))
        name = chain[0].name if chain else ""
        own = (properties, *(one.paragraph for one in chain))
        kind, depth = self._list(own, name)
        return Looks(
            style=name,
            level=_outline(own, [one.name for one in chain]),
            kind=kind,
            depth=depth,
            boxed=any(one is not None and one.find(f"{W}{tag}") is not None for one in own for tag in _BOX),
        )

    def is_on(self, properties: Element | None, tag: str) -> bool:
        """Whether a run with these properties is bold ('b') or italic ('i'), by itself or by the style of its words."""
        chain = self._chain(value(properties, "rStyle"))
        for one in (properties, *(style.run for style in chain)):
            found = one.find(f"{W}{tag}") if one is not None else None
            if found is not None:
                return found.get(VAL, "1") not in _OFF
        return False

    def _chain(self, style_id: str) -> Iterator[Style]:
        for _ in range(_LONGEST_CHAIN):
            style = self.styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = style.based_on

    def _list(self, own: tuple[Element | None, ...], name: str) -> tuple[str, int]:
        numbers = [one.find(f"{W}numPr") for one in own if one is not None]
        found = [one for one in numbers if one is not None]
        number = next((value(one, "numId") for one in found if value(one, "numId")), "")
        depth = next((int(text) for one in found if (text := value(one, "ilvl")).isdecimal()), 0)
        made = self.formats.get((number, depth), "") if number and number != "0" else ""
        if made in ("", "none") or name.startswith(_HEADING):
            return "paragraph", 0
        depth = max(depth, _DEPTH_BY_NAME.get(name, 0))
        return "bullet" if made == "bullet" else "number", min(depth, DEEPEST)


def value(properties: Element | None, tag: str) -> str:
    """The value of a property; '' when it is not there."""
    found = properties.find(f"{W}{tag}") if properties is not None else None
    return found.get(VAL, "") if found is not None else ""


def _outline(own: tuple[Element | None, ...], names: list[str]) -> int:
    for name in names:
        number = name.removeprefix(_HEADING)
        if name.startswith(_HEADING) and number.isdecimal():
            return int(number)
    levels = (value(one, "outlineLvl") for one in own)
    return next((int(text) + 1 for text in levels if text.isdecimal() and int(text) < len("123456789")), 0)


def style_sheet(styles: Element | None, numbering: Element | None) -> StyleSheet:
    """The styles and lists of a document, from their parts."""
    found: dict[str, Style] = {}
    default = ""
    for one in styles.iter(f"{W}style") if styles is not None else ():
        style_id = one.get(f"{W}styleId", "")
        found[style_id] = Style(
            name=value(one, "name").lower(),
            based_on=value(one, "basedOn"),
            paragraph=one.find(f"{W}pPr"),
            run=one.find(f"{W}rPr"),
        )
        if one.get(f"{W}type", "") == "paragraph" and one.get(f"{W}default", "0") not in _OFF:
            default = style_id
    return StyleSheet(styles=found, formats=_formats(numbering), default=default)


def _formats(numbering: Element | None) -> Mapping[tuple[str, int], str]:
    if numbering is None:
        return {}
    kinds = {one.get(f"{W}abstractNumId", ""): _levels(one) for one in numbering.iter(f"{W}abstractNum")}
    found: dict[tuple[str, int], str] = {}
    for one in numbering.iter(f"{W}num"):
        for level, made in kinds.get(value(one, "abstractNumId"), {}).items():
            found[one.get(f"{W}numId", ""), level] = made
    return found


def _levels(definition: Element) -> Mapping[int, str]:
    levels = ((one.get(f"{W}ilvl", "0"), value(one, "numFmt")) for one in definition.iter(f"{W}lvl"))
    return {int(level): made for level, made in levels if level.isdecimal()}
