"""The numbering of a template as text, with the places where a chapter's numbers go.

The headings hang in one multilevel list. Its start values and level texts are replaced by marks, so that writing a
chapter is a matter of filling in text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from riec_desktop.word.etree import VAL, Element, W, serialise, whole_number
from riec_desktop.word.templates.lists import ListLevel, Lists
from riec_desktop.word.templates.names import NUMBERED_HEADINGS, NUMBERED_LEVELS, STYLE_NAMES
from riec_desktop.word.templates.order import drop
from riec_desktop.word.templates.sheet import StyleSheet, value

__all__ = ["NUMBERED_LEVELS", "ListLevel", "Numbering", "read_numbering", "start_mark", "text_mark"]

_END = "</"


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbering part of a template.

    `start` is its text up to the end tag, with the marks of `start_mark` and `text_mark`; `end` is the end tag.
    `levels` gives the numbering of styles by lower-case English name; `unnumbered` is the instance of headings without
    a number; `free_instance` is the first free `w:numId`.
    """

    start: str
    end: str
    levels: Mapping[str, ListLevel]
    unnumbered: int
    free_instance: int


def start_mark(level: int) -> str:
    """Stands where the first number of heading level 1-4 goes."""
    return f"[[start {level}]]"


def text_mark(level: int) -> str:
    """Stands where the level text of heading level 1-4 goes."""
    return f"[[text {level}]]"


def read_numbering(lists: Lists, styles: StyleSheet, unnumbered: int) -> Numbering:
    """The numbering of a template that was made whole; `lists` is changed."""
    places = {name.lower(): lists.level_of(styles, styles.style(name)) for name in STYLE_NAMES}
    levels = {name: place for name, place in places.items() if place is not None}
    _mark_headings(lists, levels)
    drop(lists.root, "numIdMacAtCleanup")
    text = serialise(lists.root).decode()
    cut = text.rindex(_END)
    free = 1 + max(map(whole_number, lists.instances))
    return Numbering(text[:cut], text[cut:], levels, unnumbered, free)


def _mark_headings(lists: Lists, levels: Mapping[str, ListLevel]) -> None:
    """Put marks into the list of the headings, and take away what its instances change in it."""
    definition = levels[NUMBERED_HEADINGS[0]].definition
    for instance in lists.root.findall(f"{W}num"):
        if value(instance, "abstractNumId") == definition:
            _remove_all(instance, instance.findall(f"{W}lvlOverride"))
    for level in lists.levels(definition):
        _mark(level, whole_number(level.get(f"{W}ilvl", "")) + 1)


def _remove_all(parent: Element, children: Iterable[Element]) -> None:
    for child in children:
        parent.remove(child)


def _mark(level: Element, number: int) -> None:
    start, text = level.find(f"{W}start"), level.find(f"{W}lvlText")
    if number <= NUMBERED_LEVELS and start is not None and text is not None:
        start.set(VAL, start_mark(number))
        text.set(VAL, text_mark(number))
