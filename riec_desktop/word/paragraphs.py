"""Headings, paragraphs, list items and boxes as WordprocessingML.

Each writer takes a block and gives its paragraphs; looks come from styles only.
"""

from dataclasses import replace

from riec_desktop.chapter.blocks import Callout, Heading, ListItem, Paragraph, Role, TextBlock
from riec_desktop.word.job import Job
from riec_desktop.word.lists import DEEPEST
from riec_desktop.word.runs import runs, text_run
from riec_desktop.word.template_numbering import NUMBERED_LEVELS

ROLE_STYLES = {
    Role.BODY: "Normal",
    Role.FACTS: "Feiten",
    Role.RUN_IN: "Tussenkop",
    Role.GOAL: "Doel",
    Role.SOURCE: "Bronregel",
    Role.NOTICE: "Melding",
    Role.FINDING: "Aandachtspunt",
}
AFTER_TABLE = "Tekst na tabel"
BULLET_STYLES = ("List Bullet", "List Bullet 2", "List Bullet 3")
NUMBER_STYLES = ("List Number", "List Number 2", "List Number 3")
BOX, BOX_HEAD, BOX_SOURCE = "Kadertekst", "Kadertekst kop", "Kadertekst bron"
BOX_BULLET, BOX_NUMBER = "Kadertekst opsomming", "Kadertekst nummering"

KEEP_NEXT = "<w:keepNext/>"
_SHORT_BOX = 1_200
"""A box of fewer characters stays on one page; a longer one may break between paragraphs."""


def start(style: str, extra: str, job: Job) -> str:
    """The beginning of a paragraph; `extra` are properties after its style, in the order of the schema."""
    return f"{job.styles.open[style]}{extra}</w:pPr>" if extra else job.styles.closed[style]


def write_heading(block: Heading, job: Job) -> str:
    """A heading in the outline, with a bookmark around its text. Word counts its number, unless it has none."""
    plain = bool(block.number) or block.level > NUMBERED_LEVELS
    extra = "" if plain else _numbers(0, job.template.numbering.unnumbered)
    text = job.bookmark(block.bookmark, text_run(block.text))
    return f"{start(f'heading {block.level}', extra, job)}{text}</w:p>"


def write_paragraph(block: Paragraph, job: Job) -> str:
    """A paragraph in the style of its role; a table leaves no space below itself, so the text after it makes some."""
    extra = KEEP_NEXT if block.keep_next else ""
    style = AFTER_TABLE if job.after_table and block.role is Role.BODY else ROLE_STYLES[block.role]
    return _text(block, style, extra, job)


def _text(block: TextBlock, style: str, extra: str, job: Job) -> str:
    """A paragraph that somebody typed: the one place where its words, and whatever marks them, are written."""
    return f"{start(style, extra, job)}{job.typed(block.anchor, block.typed, runs(block.spans, job))}</w:p>"


def write_list_item(block: ListItem, job: Job) -> str:
    """An item of a list in the text."""
    level = min(block.level, DEEPEST)
    keep = KEEP_NEXT if block.keep_next else ""
    if not block.ordered:
        job.lists.bullet(block)
        return _text(block, BULLET_STYLES[level], keep, job)
    style = NUMBER_STYLES[level]
    place = job.template.numbering.levels[style.lower()]
    numbers = _numbers(place.level, job.lists.number(block, place))
    return _text(block, style, keep + numbers, job)


def _numbers(level: int, instance: int | str) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'


def write_callout(block: Callout, job: Job) -> str:
    """A box: head, source and text, kept together as far as reason goes. Without a title the source is its head."""
    head, source = (block.title, block.source) if block.title else (block.source, "")
    keep = KEEP_NEXT if _length(block) < _SHORT_BOX else ""
    last = len(block.blocks) - 1
    return "".join(
        (
            _box_line(BOX_HEAD, head, job),
            _box_line(BOX_SOURCE, source, job),
            *(_box_text(text, "" if at == last else keep, job) for at, text in enumerate(block.blocks)),
        )
    )


def _length(block: Callout) -> int:
    return sum(len(span.text) for text in block.blocks for span in text.spans)


def _box_line(style: str, text: str, job: Job) -> str:
    return f"{job.styles.closed[style]}{text_run(text)}</w:p>" if text else ""


def _box_text(block: TextBlock, keep: str, job: Job) -> str:
    if isinstance(block, Paragraph):
        return _text(block, BOX, keep, job)
    return _box_item(block, keep, job)


def _box_item(block: ListItem, keep: str, job: Job) -> str:
    """An item of a list in a box: one style for all levels, because the borders of the box must not differ."""
    style = BOX_NUMBER if block.ordered else BOX_BULLET
    place = job.template.numbering.levels[style.lower()]
    level = min(block.level, DEEPEST)
    if block.ordered:
        instance = job.lists.number(block, replace(place, level=level))
        numbers = _numbers(level, instance)
    else:
        job.lists.bullet(block)
        numbers = _numbers(level, place.instance) if level else ""
    return _text(block, style, keep + numbers, job)
