"""The lists of a template: its numbering part as a tree, and which list every style hangs in."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from riec_desktop.word.etree import VAL, Element, W, new, whole_number
from riec_desktop.word.templates.names import BOX_LISTS, BULLETS, NUMBERED_HEADINGS
from riec_desktop.word.templates.order import drop, made, put, put_value
from riec_desktop.word.templates.sheet import StyleSheet, style_id, value

_NO_NUMBER = "5A1C0DFF"
"""The identity of the list that shows nothing, for headings without a number.

Word itself writes `w:numId` 0 for 'no list', which validators take for a list that is not there.
"""


@dataclass(frozen=True, slots=True)
class ListLevel:
    """Where the numbers of a paragraph style come from: an instance (`w:num`), its definition, a level in it."""

    instance: str
    definition: str
    level: int


def forget_picture_bullets(root: Element) -> None:
    """Take the pictures that stand as bullets out of a numbering part, in place: the characters show instead.

    Such a picture carries the name of its file and has no words for who does not see it (ISO/IEC 29500-1, 17.9.20).
    """
    drop(root, "numPicBullet")
    for level in root.iter(f"{W}lvl"):
        drop(level, "lvlPicBulletId")


class Lists:
    """A numbering part as a tree: its definitions (`w:abstractNum`) and instances (`w:num`) by number."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.definitions = {one.get(f"{W}abstractNumId", ""): one for one in root.findall(f"{W}abstractNum")}
        self.instances = {one.get(f"{W}numId", ""): value(one, "abstractNumId") for one in root.findall(f"{W}num")}

    def level_of(self, styles: StyleSheet, style: Element | None) -> ListLevel | None:
        """The level that a style hangs in; None when it has no list, or one that is not there."""
        instance = instance_of(styles, style)
        definition = self._resolved(styles, self.instances.get(instance, ""))
        if style is None or definition not in self.definitions:
            return None
        return ListLevel(instance, definition, self._depth(style, definition))

    def _resolved(self, styles: StyleSheet, definition: str) -> str:
        """A definition may only name a style of lists, which names the instance that counts."""
        found = self.definitions.get(definition)
        link = "" if found is None else value(found, "numStyleLink")
        return self.instances.get(instance_of(styles, styles.by_id.get(link)), "") if link else definition

    def _depth(self, style: Element, definition: str) -> int:
        """The level as the style says, or else the one that names the style."""
        said = style.find(f"{W}pPr/{W}numPr/{W}ilvl")
        if said is not None:
            return whole_number(said.get(VAL, ""))
        named = (one for one in self.levels(definition) if value(one, "pStyle") == style_id(style))
        return next((whole_number(one.get(f"{W}ilvl", "")) for one in named), 0)

    def levels(self, definition: str) -> list[Element]:
        """The levels of a definition, in the order of the file."""
        return self.definitions[definition].findall(f"{W}lvl")

    def level(self, place: ListLevel) -> Element | None:
        """The level itself; None when the definition has none of that depth."""
        wanted = str(place.level)
        return next((one for one in self.levels(place.definition) if one.get(f"{W}ilvl", "") == wanted), None)

    def form(self, place: ListLevel) -> str:
        """How a level counts: 'decimal' (also when unsaid), 'bullet', …; '' when it is not there."""
        level = self.level(place)
        return "" if level is None else (value(level, "numFmt") or "decimal")

    def add(self, source: Element) -> str:
        """Add a copy of a definition, and an instance of it. Gives the number of the instance."""
        definition = str(1 + max(map(whole_number, self.definitions), default=-1))
        instance = str(1 + max(map(whole_number, self.instances), default=0))
        copy = deepcopy(source)
        copy.set(f"{W}abstractNumId", definition)
        self._insert(copy, ("num", "numIdMacAtCleanup"))
        self._insert(_instance(instance, definition), ("numIdMacAtCleanup",))
        self.definitions[definition] = copy
        self.instances[instance] = definition
        return instance

    def _insert(self, element: Element, before: Sequence[str]) -> None:
        for child in self.root:
            if child.tag.removeprefix(W) in before:
                child.addprevious(element)
                return
        self.root.append(element)

    def without_number(self) -> str:
        """The instance of the list that shows nothing, added when it is not there."""
        for instance, definition in self.instances.items():
            found = self.definitions.get(definition)
            if found is not None and value(found, "nsid") == _NO_NUMBER:
                return instance
        return self.add(_empty_list())


def instance_of(styles: StyleSheet, style: Element | None) -> str:
    """The instance that a style names, or the style that it is based on; '' for none."""
    for one in styles.chain(style):
        number = one.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            return number.get(VAL, "")
    return ""


def _instance(number: str, definition: str) -> Element:
    made_one = new(f"{W}num")
    made_one.set(f"{W}numId", number)
    child = new(f"{W}abstractNumId")
    child.set(VAL, definition)
    made_one.append(child)
    return made_one


def _empty_list() -> Element:
    definition = new(f"{W}abstractNum")
    for name, text in (("nsid", _NO_NUMBER), ("multiLevelType", "singleLevel")):
        child = new(W + name)
        child.set(VAL, text)
        definition.append(child)
    level = new(f"{W}lvl")
    level.set(f"{W}ilvl", "0")
    for name, text in (("start", "1"), ("numFmt", "none"), ("suff", "nothing"), ("lvlJc", "left")):
        put_value(level, name, text)
    put(level, new(f"{W}lvlText")).set(VAL, "")
    indent = made(made(level, "pPr"), "ind")
    indent.set(f"{W}left", "0")
    indent.set(f"{W}firstLine", "0")
    definition.append(level)
    return definition


# --- What fits -------------------------------------------------------------------------------------------------------


def heading_levels(styles: StyleSheet, lists: Lists) -> list[ListLevel] | None:
    """The levels of heading 1-4; None unless they hang in one list, each at its own level."""
    found = [lists.level_of(styles, styles.style(name)) for name in NUMBERED_HEADINGS]
    levels = [one for one in found if one is not None]
    fits = [
        one.level == depth and one.definition == levels[0].definition and lists.level(one) is not None
        for depth, one in enumerate(levels)
    ]
    return levels if len(fits) == len(NUMBERED_HEADINGS) and all(fits) else None


def fits_list(styles: StyleSheet, lists: Lists, name: str) -> bool:
    """Whether a style of lists hangs in a list that shows bullets, or numbers, as its name says."""
    place = lists.level_of(styles, styles.style(name))
    form = "" if place is None else lists.form(place)
    if name in BULLETS or name == BOX_LISTS[0]:
        return form == "bullet"
    return form not in {"", "bullet", "none"}
