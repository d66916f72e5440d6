"""The numbering of a template: which list each style belongs to, and the places where a chapter's numbers go.

The headings must hang in one multilevel list that is linked to Heading 1-4. Its start values and level texts are
replaced by marks, so that writing a chapter is a matter of filling in text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from riec_desktop.errors import RiecError
from riec_desktop.word.etree import VAL, Element, W, parse, serialise, whole_number

NUMBERED_LEVELS = 4
"""Headings of level 1 to 4 are numbered."""

_HEADINGS = tuple(f"heading {level}" for level in range(1, NUMBERED_LEVELS + 1))
_BOX_LISTS = ("kadertekst opsomming", "kadertekst nummering")
_LISTS = tuple(f"list {kind}{level}" for kind in ("bullet", "number") for level in ("", " 2", " 3"))
_END = "</"
_NO_NUMBER = (
    '<w:abstractNum xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:abstractNumId="{0}">'
    '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/>'
    '<w:suff w:val="nothing"/><w:lvlText w:val=""/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum>'
)
_NO_NUMBER_INSTANCE = (
    '<w:num xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:numId="{1}">'
    '<w:abstractNumId w:val="{0}"/></w:num>'
)


@dataclass(frozen=True, slots=True)
class ListLevel:
    """Where the numbers of a paragraph style come from: an instance (`w:num`), its definition, a level in it."""

    instance: str
    definition: str
    level: int


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


def read_numbering(xml: bytes, styles: Mapping[str, Element]) -> Numbering:
    """Read a numbering part; `styles` are the style elements by lower-case English name.

    Raises `RiecError` ('template.numbering_missing', `styles`: names) for headings or lists without a number.
    """
    root = parse(xml)
    definitions = {num.get(f"{W}numId", ""): _value(num, "abstractNumId") for num in root.findall(f"{W}num")}
    levels = {name: level for name in styles if (level := _list_level(styles[name], definitions))}
    _need(levels)
    _mark_headings(root, levels)
    for element in root.findall(f"{W}numIdMacAtCleanup"):
        root.remove(element)
    unnumbered = 1 + max(map(whole_number, definitions))
    _add_no_number(root, unnumbered)
    text = serialise(root).decode()
    cut = text.rindex(_END)
    return Numbering(text[:cut], text[cut:], levels, unnumbered, unnumbered + 1)


def _add_no_number(root: Element, instance: int) -> None:
    """A list that shows nothing, for headings without a number.

    Word itself writes `w:numId` 0 for 'no list', which validators take for a list that is not there.
    """
    taken = [whole_number(each.get(f"{W}abstractNumId", "")) for each in root.findall(f"{W}abstractNum")]
    definition = 1 + max(taken)
    root.findall(f"{W}num")[0].addprevious(parse(_NO_NUMBER.format(definition).encode()))
    root.append(parse(_NO_NUMBER_INSTANCE.format(definition, instance).encode()))


def _list_level(style: Element, definitions: Mapping[str, str]) -> ListLevel | None:
    numbers = style.find(f"{W}pPr/{W}numPr")
    if numbers is None:
        return None
    instance = _value(numbers, "numId")
    if instance not in definitions:
        return None
    return ListLevel(instance, definitions[instance], whole_number(_value(numbers, "ilvl") or "0"))


def _value(element: Element, name: str) -> str:
    child = element.find(W + name)
    return "" if child is None else child.get(VAL, "")


def _need(levels: Mapping[str, ListLevel]) -> None:
    missing = [name for name in (*_HEADINGS, *_LISTS, *_BOX_LISTS) if name not in levels]
    astray = [name for depth, name in enumerate(_HEADINGS) if name in levels and not _fits(levels, name, depth)]
    if missing or astray:
        raise RiecError("template.numbering_missing", styles=", ".join(missing + astray))


def _fits(levels: Mapping[str, ListLevel], name: str, depth: int) -> bool:
    first = levels.get(_HEADINGS[0])
    return first is not None and levels[name].level == depth and levels[name].definition == first.definition


def _mark_headings(root: Element, levels: Mapping[str, ListLevel]) -> None:
    """Put marks into the list of the headings, and take away what its instance changes in it."""
    headings = levels[_HEADINGS[0]]
    for num in root.findall(f"{W}num"):
        if _value(num, "abstractNumId") == headings.definition:
            _remove_all(num, num.findall(f"{W}lvlOverride"))
    for definition in root.findall(f"{W}abstractNum"):
        if definition.get(f"{W}abstractNumId", "") == headings.definition:
            for level in definition.findall(f"{W}lvl"):
                _mark(level, whole_number(level.get(f"{W}ilvl", "")) + 1)


def _remove_all(parent: Element, children: Iterable[Element]) -> None:
    for child in children:
        parent.remove(child)


def _mark(level: Element, number: int) -> None:
    start, text = level.find(f"{W}start"), level.find(f"{W}lvlText")
    if number <= NUMBERED_LEVELS and start is not None and text is not None:
        start.set(VAL, start_mark(number))
        text.set(VAL, text_mark(number))
