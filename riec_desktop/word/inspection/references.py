"""Rules on what points elsewhere in the document: references, captions and the contents tell what Word would count."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from riec_desktop.word.inspection.flow import Bookmark, Field, Flow, Paragraph, quoted
from riec_desktop.word.inspection.numbering import formatted
from riec_desktop.word.inspection.opened import Document
from riec_desktop.word.inspection.remarks import Hit, error, warning

_POINTING = {"REF", "PAGEREF", "NOTEREF"}
_TOP = {"", "_top"}
_FORMATS = {
    "roman": "lowerRoman",
    "ROMAN": "upperRoman",
    "alphabetic": "lowerLetter",
    "ALPHABETIC": "upperLetter",
}
_MOST_CONTENTS = 10
_CONTENTS = "in de inhoudsopgave"
_UPDATE = "Werk in Word alle velden bij: Ctrl+A en daarna F9."


def _plain(text: str) -> str:
    """Text with every white space as one space."""
    return " ".join(text.replace("\u2011", "-").split())


def bookmarks(document: Document) -> dict[str, tuple[Flow, Bookmark]]:
    """The bookmarks by lower-case name; Word makes no difference of capitals."""
    found: dict[str, tuple[Flow, Bookmark]] = {}
    for flow in document.flows:
        for bookmark in flow.bookmarks:
            found.setdefault(bookmark.name.lower(), (flow, bookmark))
    return found


def targets(document: Document) -> Iterator[Hit]:
    """Everything that is pointed to is there."""
    known = bookmarks(document)
    for flow in document.flows:
        for field_ in flow.fields:
            name = _pointed(field_)
            if name is not None and name.lower() not in known:
                yield error(
                    field_.spot.place(),
                    f"De verwijzing {quoted(flow.result(field_))} gaat naar een plaats die er niet meer is. Maak de "
                    "verwijzing opnieuw.",
                )
        for link in flow.links:
            anchor = link.anchor.lower()
            if not link.relation and anchor not in _TOP and anchor not in known:
                yield error(
                    link.spot.place(),
                    f"De link {quoted(link.text)} gaat naar een plaats in dit document die er niet meer is."
                    " Maak de link opnieuw.",
                )


def _pointed(one: Field) -> str | None:
    """The bookmark that a field points to; None for a field that points to none."""
    if one.code in _POINTING:
        return one.words[1] if len(one.words) > 1 else ""
    if one.code == "HYPERLINK" and "\\l" in one.words[:-1]:
        return one.words[one.words.index("\\l") + 1]
    return None


def texts(document: Document) -> Iterator[Hit]:
    """A reference shows the text or the number of what it points to."""
    known = bookmarks(document)
    for flow in document.flows:
        for one in flow.fields:
            if one.code == "REF" and len(one.words) > 1 and one.words[1].lower() in known:
                expected = _expected(one, *known[one.words[1].lower()])
                shown = _plain(flow.result(one))
                if expected is not None and shown.casefold().rstrip(".") != expected.casefold().rstrip("."):
                    yield error(
                        one.spot.place(),
                        f"De verwijzing toont {quoted(shown)}, maar daar staat nu {quoted(expected)}. {_UPDATE}",
                    )


def _expected(one: Field, flow: Flow, bookmark: Bookmark) -> str | None:
    """What a REF field must show (17.16.5.58); None when that depends on where it stands."""
    switches = {word.lower() for word in one.words[2:]}
    if switches & {"\\r", "\\p", "\\d", "\\f"}:
        return None
    if switches & {"\\n", "\\w"}:
        here = bookmark.paragraph < len(flow.paragraphs)
        return flow.paragraphs[bookmark.paragraph].number if here else None
    return _plain(flow.stretch(bookmark.start, bookmark.end))


# --- Captions --------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Sequence:
    """A running number: how far it is, and how many headings of its level had come before."""

    count: int = 0
    headings: int = -1


@dataclass(slots=True)
class _Sequences:
    """The numbers of all SEQ fields, counted as Word counts (17.16.5.64)."""

    headings: dict[int, list[int]]
    running: dict[str, _Sequence] = field(default_factory=dict[str, _Sequence])

    def next(self, one: Field) -> str:
        """The number that a field must show."""
        words = one.words
        here = self.running.setdefault(words[1].lower(), _Sequence())
        restart, level = _switch(words, "\\r"), _switch(words, "\\s")
        if level:
            self._begin_after_heading(here, int(level), one.paragraph)
        if restart:
            here.count = int(restart)
        elif "\\c" not in words:
            here.count += 1
        return formatted(here.count, next((_FORMATS[word] for word in words if word in _FORMATS), "decimal"))

    def _begin_after_heading(self, here: _Sequence, level: int, paragraph: int) -> None:
        before = sum(bisect_right(at, paragraph) for depth, at in self.headings.items() if depth <= level)
        if before != here.headings:
            here.headings, here.count = before, 0


def _switch(words: list[str], name: str) -> str:
    """The number after a switch, such as the one to restart; '' when it has none."""
    after = words[words.index(name) + 1] if name in words[:-1] else ""
    return after if after.isdecimal() else ""


def _headings_by_level(flow: Flow) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for at, paragraph in enumerate(flow.paragraphs):
        if paragraph.level:
            found.setdefault(paragraph.level, []).append(at)
    return found


def sequences(document: Document) -> Iterator[Hit]:
    """Captions count through: Word stores the number and computes it anew only when asked."""
    flow = document.body
    counting = _Sequences(_headings_by_level(flow))
    for one in flow.fields:
        if one.code == "SEQ" and len(one.words) > 1:
            expected = counting.next(one)
            shown = _plain(flow.result(one))
            if shown != expected and "\\h" not in one.words:
                yield error(
                    _caption_place(flow, one),
                    f"Dit bijschrift heeft {one.words[1]} nummer {shown or '(niets)'}, maar Word telt {expected}."
                    f" {_UPDATE}",
                )


def _caption_place(flow: Flow, one: Field) -> str:
    return flow.paragraphs[one.paragraph].place if one.paragraph < len(flow.paragraphs) else one.spot.place()


# --- Contents --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the contents: number and title as one text, and the page ('' for none)."""

    text: str
    page: str


def contents(document: Document) -> Iterator[Hit]:
    """The contents names the headings as they are now: number, text and order."""
    for one in _contents_fields(document):
        listed = [entry.text for entry in _entries(document.body, one)]
        there = [_plain(f"{heading.number} {heading.text}") for heading in _listed_headings(document, one)]
        yield from _differences(_CONTENTS, listed, there)


def _contents_fields(document: Document) -> list[Field]:
    """The contents fields, not lists of tables or figures; no more of them than a document can do with."""
    found = [one for one in document.body.fields if one.code == "TOC" and "\\c" not in one.words]
    return found[:_MOST_CONTENTS]


def _entries(flow: Flow, one: Field) -> list[_Entry]:
    lines = [paragraph.text for paragraph in flow.paragraphs[one.paragraph : one.last + 1]]
    return [_entry(line) for line in lines if line.strip()]


def _entry(line: str) -> _Entry:
    text, tab, page = line.rstrip("\n").rpartition("\t")
    return _Entry(_plain(text), page.strip()) if tab else _Entry(_plain(line), "")


def _listed_headings(document: Document, one: Field) -> Iterator[Paragraph]:
    """The headings that a contents with this instruction holds (17.16.5.68)."""
    range_ = re.search(r'\\o\s+"?(\d)\s*-\s*(\d)', one.instruction)
    first, last = (int(range_[1]), int(range_[2])) if range_ else (1, 9)
    by_level = "\\u" in one.words or range_ is None
    for heading in document.body.headings():
        named = document.styles.name(heading.style).startswith(("heading", "kop"))
        if first <= heading.level <= last and heading.text.strip() and (named or by_level):
            yield heading


def _differences(place: str, listed: list[str], there: list[str]) -> Iterator[Hit]:
    all_listed, all_there = set(listed), set(there)
    missing = [text for text in there if text not in all_listed]
    gone = [text for text in listed if text not in all_there]
    for text in missing:
        yield error(
            place,
            f"De kop {quoted(text)} staat niet zo in de inhoudsopgave. {_UPDATE}",
        )
    for text in gone:
        yield error(
            place,
            f"In de inhoudsopgave staat {quoted(text)}, maar zo’n kop is er niet. {_UPDATE}",
        )
    if not missing and not gone and listed != there:
        yield error(
            place,
            f"De volgorde van de inhoudsopgave is niet die van de koppen. {_UPDATE}",
        )


def pages(document: Document) -> Iterator[Hit]:
    """The page numbers in the contents go up."""
    for one in _contents_fields(document):
        before = 1
        for entry in _entries(document.body, one) if "\\n" not in one.words else ():
            page = int(entry.page) if entry.page.isdecimal() else 0
            if page < before:
                yield warning(
                    one.spot.place(),
                    f"Het bladzijdenummer bij {quoted(entry.text)} in de inhoudsopgave klopt niet. {_UPDATE}",
                )
            before = max(before, page)
