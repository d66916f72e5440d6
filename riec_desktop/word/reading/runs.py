"""The state in which the words of a document are read: what is open around them, and what they become.

Controls, bookmarks, changes, links and fields nest around text in every order; a walk over the tree turns them on and
off here, and each piece of text takes along what is on at that moment.
"""

import re
from dataclasses import dataclass, field, replace

from riec_desktop.chapter.bookmarks import TEXT
from riec_desktop.word.marking import TAG
from riec_desktop.word.reading.read import Stretch

COUNTED_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "SEQ")
"""Fields whose result another program may count differently; what they show is no text of anybody."""
COUNT_SIGN = "#"
_DDE = ("DDE", "DDEAUTO")
_ADDRESS = re.compile(r'HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_OURS = re.compile(rf"{TEXT}_[a-z0-9_]+_[0-9a-f]{{16}}")


@dataclass(slots=True)
class OpenField:
    """A field that began: its instruction, and whether its result is being read."""

    instruction: str = ""
    in_result: bool = False
    said: bool = False

    @property
    def name(self) -> str:
        """'PAGEREF'."""
        words = self.instruction.split(maxsplit=1)
        return words[0].upper() if words else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of text, and who did it."""

    fate: str = ""
    author: str = ""
    when: str = ""
    move: str = ""


@dataclass(slots=True)
class Surroundings:
    """What is open at a place in the text."""

    tags: list[str] = field(default_factory=list[str])
    bookmarks: dict[str, str] = field(default_factory=dict[str, str])
    remarks: dict[str, None] = field(default_factory=dict[str, None])
    fates: list[Fate] = field(default_factory=list[Fate])
    moves: dict[str, str] = field(default_factory=dict[str, str])
    fields: list[OpenField] = field(default_factory=list[OpenField])
    hrefs: list[str] = field(default_factory=list[str])
    oddities: dict[str, None] = field(default_factory=dict[str, None])

    def stretch(self, text: str, *, bold: bool = False, italic: bool = False, thing: str = "") -> Stretch | None:
        """A piece of text with all that is open around it; None when it is not to be read."""
        shown = self._shown(text)
        if not (shown or thing):
            return None
        fate = self.fates[-1] if self.fates else Fate()
        return Stretch(
            text=shown,
            bold=bold,
            italic=italic,
            href=self._href(),
            tag=next((one for one in reversed(self.tags) if one.startswith(f"{TAG}:")), ""),
            bookmark=next(reversed(self.bookmarks.values()), ""),
            fate=fate.fate,
            author=fate.author,
            when=fate.when,
            move=fate.move,
            remarks=tuple(self.remarks),
            thing=thing,
        )

    def _shown(self, text: str) -> str:
        if any(not one.in_result for one in self.fields):
            return ""
        for one in self.fields:
            if one.name in COUNTED_FIELDS:
                sign, one.said = "" if one.said else COUNT_SIGN, True
                return sign if text else ""
        return text

    def _href(self) -> str:
        if self.hrefs:
            return self.hrefs[-1]
        found = (_ADDRESS.match(one.instruction.strip()) for one in self.fields)
        return next((one[1] for one in found if one), "")

    # --- fields ------------------------------------------------------------------------------------------------------

    def turn_field(self, kind: str) -> None:
        """A field begins, comes to its result, or ends."""
        if kind == "begin":
            self.fields.append(OpenField())
        elif self.fields and kind == "separate":
            self.fields[-1].in_result = True
            self._look_at(self.fields[-1])
        elif self.fields and kind == "end":
            self._look_at(self.fields.pop())

    def instruct(self, text: str) -> None:
        """A piece of the instruction of the field that began last."""
        if self.fields:
            self.fields[-1].instruction += text

    def simple_field(self, instruction: str) -> None:
        """A field that is an element: its result is all that is in it."""
        self.fields.append(OpenField(instruction, in_result=True))
        self._look_at(self.fields[-1])

    def _look_at(self, one: OpenField) -> None:
        if one.name in _DDE:
            self.oddities["dde"] = None

    # --- bookmarks ---------------------------------------------------------------------------------------------------

    def start_bookmark(self, number: str, name: str) -> None:
        """A bookmark begins; only ours count."""
        if _OURS.fullmatch(name):
            self.bookmarks[number] = name

    def end_bookmark(self, number: str) -> None:
        """A bookmark ends."""
        self.bookmarks.pop(number, None)


def pointed(line: list[Stretch], remark: str) -> list[Stretch]:
    """A line in which the last word has a remark: one that stands at a place is about what is before it."""
    *before, last = line
    cut = last.text.rstrip().rfind(" ") + 1
    kept = [replace(last, text=last.text[:cut])] if cut else []
    return [*before, *kept, replace(last, text=last.text[cut:], remarks=(*last.remarks, remark))]


def joined(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """Neighbours that differ in nothing but their text become one."""
    found: list[Stretch] = []
    for one in stretches:
        last = found[-1] if found else None
        if last is not None and not (one.thing or last.thing) and replace(last, text=one.text) == one:
            found[-1] = replace(last, text=last.text + one.text)
        else:
            found.append(one)
    return tuple(found)
