"""Fields and bookmarks while they are being read: both begin in one place and end in another, perhaps far away."""

from dataclasses import dataclass, field

from riec_desktop.word.etree import Element, W
from riec_desktop.word.inspection.flow import Bookmark, Field, Spot

_DEEPEST = 40
"""Word itself nests a handful; a field in so many others is taken for broken, whatever it holds."""


@dataclass(slots=True)
class _Open:
    """A field that has begun."""

    paragraph: int
    spot: Spot
    dirty: bool
    instruction: list[str] = field(default_factory=list[str])
    result: int = -1


@dataclass(slots=True)
class Marks:
    """What has begun and what is finished."""

    fields: list[Field] = field(default_factory=list[Field])
    bookmarks: list[Bookmark] = field(default_factory=list[Bookmark])
    _open: list[_Open] = field(default_factory=list[_Open])
    _named: dict[str, tuple[str, int, int]] = field(default_factory=dict[str, tuple[str, int, int]])
    _waiting: int = 0

    @property
    def shows(self) -> bool:
        """Whether text that comes now is shown: inside an instruction it is not."""
        return self._waiting == 0

    def mark(self, element: Element, at: int, paragraph: int, spot: Spot) -> None:
        """A `w:fldChar`."""
        kind = element.get(f"{W}fldCharType", "")
        if kind == "begin":
            self.begin(paragraph, spot, dirty=element.get(f"{W}dirty", "") in {"1", "true", "on"})
        elif kind == "separate":
            self.separate(at)
        elif kind == "end":
            self.end(at, paragraph)

    def begin(self, paragraph: int, spot: Spot, *, dirty: bool) -> None:
        """A field begins."""
        if len(self._open) < _DEEPEST:
            self._open.append(_Open(paragraph, spot, dirty))
            self._waiting += 1

    def instruct(self, text: str) -> None:
        """Text of the instruction of the innermost field."""
        if self._open and self._open[-1].result < 0:
            self._open[-1].instruction.append(text)

    def separate(self, at: int) -> None:
        """From here on comes the result."""
        if self._open and self._open[-1].result < 0:
            self._open[-1].result = at
            self._waiting -= 1

    def end(self, at: int, paragraph: int) -> None:
        """The innermost field ends; an end without a beginning is passed over."""
        if self._open:
            self._close(self._open.pop(), at, paragraph, complete=True)

    def _close(self, one: _Open, at: int, paragraph: int, *, complete: bool) -> None:
        self._waiting -= one.result < 0
        self.fields.append(
            Field(
                instruction="".join(one.instruction).strip(),
                result=(one.result, at) if one.result >= 0 else None,
                complete=complete,
                dirty=one.dirty,
                paragraph=one.paragraph,
                last=paragraph,
                spot=one.spot,
            )
        )

    def begin_bookmark(self, element: Element, at: int, paragraph: int) -> None:
        """A `w:bookmarkStart`."""
        self._named[element.get(f"{W}id", "")] = (element.get(f"{W}name", ""), at, paragraph)

    def end_bookmark(self, element: Element, at: int) -> None:
        """A `w:bookmarkEnd`; one without a beginning is passed over."""
        found = self._named.pop(element.get(f"{W}id", ""), None)
        if found is not None:
            name, start, paragraph = found
            self.bookmarks.append(Bookmark(name, start, at, paragraph))

    def finish(self, at: int, paragraph: int) -> None:
        """The part ends: what is still open is not complete."""
        while self._open:
            self._close(self._open.pop(), at, paragraph, complete=False)
        self.fields.sort(key=lambda one: one.paragraph)
