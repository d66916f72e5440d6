"""Numbers for headings and lists: what a template has is kept, what it misses gets a list of the house template.

Headings 1 to 4 must hang in one multilevel list, each at its own level, and count with plain numbers, because the
chapter says what they show ('3.4.1').
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from riec_desktop.word.etree import VAL, Element, W, new, whole_number
from riec_desktop.word.templates.fill import recolour
from riec_desktop.word.templates.house import house
from riec_desktop.word.templates.lists import ListLevel, Lists, fits_list, heading_levels, instance_of
from riec_desktop.word.templates.names import BOX_LISTS, BULLETS, NUMBERED_HEADINGS, NUMBERS, STYLE_NAMES, kind_of
from riec_desktop.word.templates.order import drop, made, put, put_value
from riec_desktop.word.templates.palette import Palette
from riec_desktop.word.templates.sheet import StyleSheet, style_id, value

_GROUPS = (BULLETS, NUMBERS, BOX_LISTS[:1], BOX_LISTS[1:])
_CHARACTER = 0.39
"""The width of an average character in '3.4.1.1.', half of them dots, as a share of the size of the letters."""
_TWIPS = 10
"""In half a point."""
_SIZE = 22
_LEAST_HANGING = 907
_AFTER = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What was done: whether headings got a list or a plain way to count, and which styles of lists got a list."""

    headings: bool
    forms: bool
    names: tuple[str, ...]


def link(styles: StyleSheet, lists: Lists, palette: Palette) -> Linked:
    """See to it that headings and lists have their numbers, in these colours. All styles are there."""
    had = heading_levels(styles, lists) is not None
    if not had:
        _give_headings_a_list(styles, lists, _definition(NUMBERED_HEADINGS[0], palette))
    changed = [_count_plainly(styles, lists, name) for name in NUMBERED_HEADINGS]
    names: list[str] = []
    for group in _GROUPS:
        names += _give_lists(styles, lists, palette, group)
    _leave_unnumbered(styles, lists.without_number())
    return Linked(headings=not had, forms=had and any(changed), names=tuple(names))


def _definition(name: str, palette: Palette) -> Element:
    """A copy of the list that a style of the house hangs in, in the colours of the template."""
    styles, lists = house().styles, house().lists
    copy = deepcopy(lists.definitions[lists.instances[instance_of(styles, styles.style(name))]])
    recolour(copy, palette)
    return copy


def _give_headings_a_list(styles: StyleSheet, lists: Lists, source: Element) -> None:
    instance = lists.add(source)
    wide = str(_hanging(styles))
    for level in lists.levels(lists.instances[instance]):
        indent = made(made(level, "pPr"), "ind")
        indent.set(f"{W}left", wide)
        indent.set(f"{W}hanging", wide)
    for depth, name in enumerate(NUMBERED_HEADINGS):
        _hang(styles, lists, name, ListLevel(instance, lists.instances[instance], depth))


def _hanging(styles: StyleSheet) -> int:
    """How far the text of headings stands from the margin, in twips: as far as the widest of their numbers needs."""
    looks = [styles.look(styles.style(name), "rPr", "sz") for name in NUMBERED_HEADINGS]
    sizes = [_SIZE if look is None else whole_number(look.get(VAL, "")) for look in looks]
    needs = [2 * depth * _CHARACTER * size * _TWIPS for depth, size in enumerate(sizes, start=1)]
    return max(_LEAST_HANGING, round(max(needs)) + _AFTER)


def _hang(styles: StyleSheet, lists: Lists, name: str, place: ListLevel) -> None:
    """Hang a style in a list, and the list in the style. Its own indent goes: the list has one."""
    style, level = styles.style(name), lists.level(place)
    if style is not None and level is not None:
        drop(made(style, "pPr"), "ind")
        _say(style, place.instance, place.level)
        put_value(level, "pStyle", style_id(style))


def _say(style: Element, instance: str, level: int) -> None:
    """Write down in a style which list it hangs in, also where Word would infer it."""
    numbers = put(made(style, "pPr"), new(f"{W}numPr"))
    put_value(numbers, "ilvl", str(level))
    put_value(numbers, "numId", instance)


def _count_plainly(styles: StyleSheet, lists: Lists, name: str) -> bool:
    """Let a heading count with plain numbers, as the chapter prints them. Tells whether it did not."""
    style = styles.style(name)
    place = lists.level_of(styles, style)
    level = None if place is None else lists.level(place)
    if style is None or place is None or level is None:
        return False
    plain = ".".join(f"%{n + 1}" for n in range(place.level + 1))
    differed = lists.form(place) != "decimal" or value(level, "lvlText").strip(". ") != plain
    _say(style, place.instance, place.level)
    drop(level, "isLgl", "lvlRestart", "lvlPicBulletId")
    put_value(level, "start", value(level, "start") or "1")
    put_value(level, "numFmt", "decimal")
    put_value(level, "lvlText", plain)
    return differed


def _give_lists(styles: StyleSheet, lists: Lists, palette: Palette, names: Sequence[str]) -> list[str]:
    """One new list for those of these styles that have none, each at its own level. Gives their names."""
    wanting = [(depth, name) for depth, name in enumerate(names) if not fits_list(styles, lists, name)]
    if not wanting:
        return []
    instance = lists.add(_definition(names[0], palette))
    for level in lists.levels(lists.instances[instance]):
        drop(level, "pStyle")
    for depth, name in wanting:
        _hang(styles, lists, name, ListLevel(instance, lists.instances[instance], depth))
    return [name for _, name in wanting]


def _leave_unnumbered(styles: StyleSheet, instance: str) -> None:
    """What a chapter never numbers hangs in the list that shows nothing.

    That is the deepest headings, and every style that inherits a number, such as the head of the contents, which Word
    bases on heading 1.
    """
    numbered = {*NUMBERED_HEADINGS, *BULLETS, *NUMBERS, *BOX_LISTS}
    for name in STYLE_NAMES:
        style = styles.style(name) if name not in numbered and kind_of(name) == "paragraph" else None
        if style is not None and instance_of(styles, style) not in {"", instance}:
            _say(style, instance, 0)
