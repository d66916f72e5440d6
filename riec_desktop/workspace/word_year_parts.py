"""A chapter of an earlier year as parts: which texts, boxes, facts and tables stand under which heading.

It may be one that this program made, whose bookmarks and styles say what is what, or one that somebody typed: then
headings are known by their names, and boxes and questions by how they look. Nothing is dropped but what the program
writes itself.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from riec_desktop.word.reading.read import Para


class Where(StrEnum):
    """What a heading is about."""

    FRONT = "front"
    OPENING = "opening"
    LIST = "list"
    GOAL = "goal"
    PORTFOLIO = "portfolio"
    REGION = "region"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading: what it is about, its words, and the id of the goal, portfolio or organisation ('': a new one).

    `goal_id` is the goal that a portfolio stands under; `doubt` is a Dutch sentence, '' when the name is known.
    """

    where: Where = Where.FRONT
    title: str = ""
    record_id: str = ""
    goal_id: str = ""
    doubt: str = ""


class What(StrEnum):
    """What a part is."""

    TEXT = "text"
    FACTS = "facts"
    BOX = "box"
    TABLE = "table"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a section. `topic` is what a text is about, '' when nothing says so; a box has a title and a source."""

    what: What
    section: Section
    topic: str = ""
    title: str = ""
    source: str = ""
    paras: tuple[Para, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the dossier knows of headings: each function gives a section or None; `question` gives a topic or ''."""

    section: Callable[[str, Section, int], Section | None]
    question: Callable[[str], str]


NUMBER = re.compile(r"^\s*(\d+(?:\.\d+)+)\.?\s+")
_BOX_STYLE, _BOX_HEAD, _BOX_SOURCE = "kadertekst", "kadertekst kop", "kadertekst bron"
_OURS = ("caption", "figuur bijschrift", "bronregel", "melding", "aandachtspunt", "doel")
_PAGES = ("koptekst", "voettekst")
_CONTENTS = "toc "
_LONGEST_HEADING = 90
_CHARTS = re.compile(r"afbeelding: \w+diagram .*", re.DOTALL)
_SENTENCES = re.compile(
    r"De (strategische )?agenda .*(opgesteld|stappen|doel).*|Dit hoofdstuk volgt de strategische agenda.*"
    r"|In (\d{4}|dit jaar) (waren er .+ portefeuilles?|was er één portefeuille)[:.]"
    r"|(portefeuille .+|geen portefeuille in .+)[;.]|In de kaders staan voorbeelden van RIEC’s of van het LIEC\."
    r"|In deze versie staat .*|De portefeuilles van dit doel staan niet in deze versie\.|Hierna leest u per doel wat .*"
    r"|Voor deze portefeuille is nog geen tekst geschreven\.|In (\d{4}|dit jaar) had dit doel geen portefeuilles\."
    r"|Inhoud"
)
"""Sentences of the program itself (`chapter.phrases`), which it will write again."""


@dataclass(slots=True)
class _Chapter:
    """The chapter while it is read from top to bottom."""

    known: Known
    section: Section = field(default_factory=Section)
    topic: str = ""
    parts: list[Part] = field(default_factory=list[Part])
    level: int = 0


def parts_of(paras: Sequence[Para], known: Known) -> tuple[Part, ...]:
    """The parts of a chapter in its order."""
    chapter = _Chapter(known)
    for para in paras:
        if para.text.strip() or any(one.thing for one in para.stretches):
            _take(chapter, para)
    return tuple(_joined(chapter.parts))


def _take(chapter: _Chapter, para: Para) -> None:
    if para.part in _PAGES or para.style.startswith(_CONTENTS):
        return
    if para.cell is None and not para.part and _is_heading(chapter, para):
        return
    part = _part(chapter, para)
    if part is not None:
        chapter.parts.append(part)


# --- Headings --------------------------------------------------------------------------------------------------------


def _is_heading(chapter: _Chapter, para: Para) -> bool:
    """Whether a paragraph begins a section or the answer to a question; then it is taken in."""
    text = para.text.strip()
    bare = NUMBER.sub("", text)
    number = NUMBER.match(text)
    level = para.level or (number[1].count(".") + 1 if number and len(text) < _LONGEST_HEADING else 0)
    looks = bool(level) or _is_bold_line(para) or para.style == "tussenkop"
    if not looks or len(text) > _LONGEST_HEADING or para.kind != "paragraph":
        return False
    topic = chapter.known.question(bare) if chapter.section.where is Where.PORTFOLIO else ""
    if topic:
        chapter.topic = topic
        return True
    found = chapter.known.section(bare, chapter.section, level)
    if found is None and para.level:
        found = Section(where=Where.FRONT, title=bare)
    if found is not None:
        chapter.section, chapter.topic = found, ""
    return found is not None


def _is_bold_line(para: Para) -> bool:
    """Whether a paragraph looks like a heading that somebody made by hand."""
    filled = [one for one in para.stretches if one.text.strip() and one.fate != "out"]
    boxed = para.boxed or para.style.startswith(_BOX_STYLE)
    return bool(filled) and not boxed and all(one.bold for one in filled) and not para.text.strip().endswith((".", ";"))


# --- Parts -----------------------------------------------------------------------------------------------------------


def _part(chapter: _Chapter, para: Para) -> Part | None:
    """What a paragraph is by itself; None for what the program writes."""
    section, topic = chapter.section, _bookmarked(para)
    if section.where is Where.ANNEX or (not topic and (para.style in _OURS or _is_said_by_us(para, section))):
        return None
    what = _what(para, section)
    return Part(what=what, section=section, topic=(topic or chapter.topic) if what is What.TEXT else "", paras=(para,))


def _what(para: Para, section: Section) -> What:
    if para.cell is not None:
        return What.TABLE
    if para.style == "feiten":
        return What.FACTS
    if para.style.startswith(_BOX_STYLE) or para.part == "tekstvak" or (para.boxed and para.style != "doel"):
        return What.BOX
    if section.where is Where.FRONT or para.part or not para.text.strip():
        return What.LOOSE
    return What.TEXT


def _bookmarked(para: Para) -> str:
    """The topic that a bookmark of ours gives; '' without one."""
    name = next((one.bookmark for one in para.stretches if one.bookmark), "")
    return name.removeprefix("t_").rpartition("_")[0]


def _is_said_by_us(para: Para, section: Section) -> bool:
    """Whether the program wrote a line: sentences, charts, and the list of goals with their portfolios."""
    if para.cell is not None or section.where is Where.REGION:
        return False
    text = para.text.strip()
    if not text:
        return all(_CHARTS.fullmatch(one.thing) for one in para.stretches if one.thing)
    if section.where is Where.FRONT:
        return text == "Inhoud"
    return (section.where is Where.LIST and para.kind != "paragraph") or _SENTENCES.fullmatch(text) is not None


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Neighbours that belong together as one part: paragraphs of a text, lines of a box, cells of a table."""
    last: Part | None = None
    for one in parts:
        if last is not None and _belongs(last, one):
            last = replace(last, paras=(*last.paras, *one.paras))
            continue
        if last is not None:
            yield _named(last)
        last = one
    if last is not None:
        yield _named(last)


def _belongs(last: Part, one: Part) -> bool:
    if (last.what, last.section, last.topic) != (one.what, one.section, one.topic):
        return False
    before, after = last.paras[-1], one.paras[0]
    if one.what is What.TABLE:
        return before.cell is not None and after.cell is not None and before.cell[0] == after.cell[0]
    if one.what is What.BOX:
        return after.style != _BOX_HEAD and not (_is_all_bold(after) and not _is_all_bold(before))
    return True


def _is_all_bold(para: Para) -> bool:
    filled = [one for one in para.stretches if one.text.strip()]
    return bool(filled) and all(one.bold for one in filled)


def _named(part: Part) -> Part:
    """A box with its title and its source apart from its text."""
    if part.what is not What.BOX:
        return part
    paras = list(part.paras)
    title = paras.pop(0).text.strip() if _is_title(paras) else ""
    source = paras.pop(0).text.strip() if paras and paras[0].style == _BOX_SOURCE else ""
    return replace(part, title=title, source=source, paras=tuple(paras))


def _is_title(paras: Sequence[Para]) -> bool:
    first = paras[0]
    short = len(first.text.strip()) < _LONGEST_HEADING
    return first.style == _BOX_HEAD or (len(paras) > 1 and short and not first.text.strip().endswith("."))


def rows_of(part: Part) -> tuple[tuple[tuple[Para, ...], ...], ...]:
    """The cells of a table, row by row."""
    rows: dict[int, dict[int, list[Para]]] = {}
    for one in part.paras:
        if one.cell is not None:
            rows.setdefault(one.cell[1], {}).setdefault(one.cell[2], []).append(one)
    width = max((column for row in rows.values() for column in row), default=-1) + 1
    return tuple(tuple(tuple(row.get(at, ())) for at in range(width)) for row in rows.values())


def cell_text(cell: Iterable[Para]) -> str:
    """The words in a cell."""
    return " ".join(one.text.strip() for one in cell).strip()
