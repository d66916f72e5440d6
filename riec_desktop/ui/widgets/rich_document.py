"""Rich text in a QTextDocument and back: blocks of the dossier ↔ paragraphs, lists and characters of Qt.

The document shows exactly what the model can hold: paragraphs, bullets and numbering to three levels, bold, italic,
links and linked numbers. A linked number is one character that `rich_chip` paints; its token travels in the
character format.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextListFormat,
)

from riec_desktop.dossier.richtext import (
    MAX_LEVEL,
    BlockKind,
    Blocks,
    Linked,
    RichBlock,
    Run,
    match_token,
    normal_blocks,
    numbered,
)
from riec_desktop.ui.typed import optional

CHIP_TYPE: Final = QTextFormat.ObjectTypes.UserObject.value + 1
"""The object type of a linked number."""

_TOKEN: Final = QTextFormat.Property.UserProperty.value + 1
OBJECT = "\ufffc"
"""The character that stands for an object in a document."""

LINE_SPACING: Final = 115.0
"""The distance between lines, in percent of the font's own."""

_BULLETS: Final = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)


# --- Character formats -----------------------------------------------------------------------------------------------


def char_format(run: Run, link: QColor) -> QTextCharFormat:
    """The format of a run."""
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
    made.setFontItalic(run.italic)
    if run.href:
        set_link(made, run.href, link)
    if run.linked is not None:
        set_number(made, run.linked)
    return made


def set_link(made: QTextCharFormat, href: str, colour: QColor) -> None:
    """Make a format that of a link."""
    made.setAnchor(True)
    made.setAnchorHref(href)
    made.setFontUnderline(True)
    made.setForeground(QBrush(colour))
    made.setToolTip(href)


def without_link(old: QTextCharFormat) -> QTextCharFormat:
    """The format of the same text when it is no link."""
    made = QTextCharFormat()
    made.setFontWeight(old.fontWeight())
    made.setFontItalic(old.fontItalic())
    if number := number_of(old):
        set_number(made, number)
    return made


def set_number(made: QTextCharFormat, number: Linked) -> None:
    """Make a format that of a linked number; it belongs to one `OBJECT` character."""
    made.setObjectType(CHIP_TYPE)
    made.setProperty(_TOKEN, number.token())
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)


def number_of(found: QTextFormat) -> Linked | None:
    """The linked number that a character format stands for."""
    if found.objectType() != CHIP_TYPE:
        return None
    matched = match_token(str(found.property(_TOKEN)))
    return matched[0] if matched else None


def recolour_links(document: QTextDocument, colour: QColor) -> None:
    """Give every link this colour; the text stays as it is."""
    look = QTextCharFormat()
    look.setForeground(QBrush(colour))
    links = [one for block in paragraphs(document) for one in fragments(block) if one.charFormat().isAnchor()]
    for place, length in [(one.position(), one.length()) for one in links]:
        cursor = QTextCursor(document)
        cursor.setPosition(place)
        cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)


# --- Reading the document --------------------------------------------------------------------------------------------


def _fragment_runs(text: str, found: QTextCharFormat) -> Iterator[Run]:
    bold, italic = found.fontWeight() >= QFont.Weight.DemiBold, found.fontItalic()
    href = found.anchorHref() if found.isAnchor() else ""
    number = number_of(found)
    if number is None:
        yield Run(text, bold=bold, italic=italic, href=href)
    else:
        yield from (Run(bold=bold, italic=italic, href=href, linked=number) for _ in text)


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The stretches of one look in a paragraph."""
    walk = block.begin()
    while not walk.atEnd():
        yield walk.fragment()
        walk += 1


def runs_of(block: QTextBlock) -> tuple[Run, ...]:
    """The runs of one paragraph as they stand there."""
    found = (_fragment_runs(one.text(), one.charFormat()) for one in fragments(block))
    return tuple(run for runs in found for run in runs)


def place_of(block: QTextBlock) -> tuple[BlockKind, int]:
    """What a paragraph of the document is, and its level in a list."""
    found = optional(block.textList())
    if found is None:
        return BlockKind.PARAGRAPH, 0
    form = found.format()
    kind = BlockKind.NUMBER if form.style() is QTextListFormat.Style.ListDecimal else BlockKind.BULLET
    return kind, max(0, min(form.indent() - 1, MAX_LEVEL))


def units(text: str) -> int:
    """How many places a text takes in a document, which counts a sign outside the first plane (an emoji) as two."""
    return len(text) + sum(one > "\uffff" for one in text)


def paragraphs(document: QTextDocument) -> Iterator[QTextBlock]:
    """Every paragraph from top to bottom."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def raw_blocks(document: QTextDocument) -> Iterator[RichBlock]:
    """The paragraphs as they stand, empty ones too."""
    for block in paragraphs(document):
        kind, level = place_of(block)
        yield RichBlock(kind, runs_of(block), level)


def blocks_of(document: QTextDocument) -> Blocks:
    """The text of a document in its normal form."""
    return normal_blocks(raw_blocks(document))


# --- Writing the document --------------------------------------------------------------------------------------------


def insert_runs(cursor: QTextCursor, runs: Iterable[Run], link: QColor) -> None:
    """Put runs at a cursor."""
    for run in runs:
        cursor.insertText(run.text if run.linked is None else OBJECT, char_format(run, link))


def insert_blocks(cursor: QTextCursor, blocks: Iterable[RichBlock], link: QColor) -> None:
    """Put blocks at a cursor: the first continues the paragraph that the cursor is in, unless that is empty."""
    for index, block in enumerate(blocks):
        joins = index == 0 and bool(cursor.block().text())
        if index:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        if not joins:
            set_place(cursor, block.kind, block.level)
        insert_runs(cursor, block.runs, link)


def fill(document: QTextDocument, blocks: Iterable[RichBlock], link: QColor) -> None:
    """Replace the whole document by this text."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    insert_blocks(cursor, blocks, link)
    cursor.endEditBlock()
    renumber(document)


def list_format(kind: BlockKind, level: int) -> QTextListFormat:
    """The format of a list of this kind and level."""
    made = QTextListFormat()
    made.setIndent(level + 1)
    made.setStyle(_BULLETS[level] if kind is BlockKind.BULLET else QTextListFormat.Style.ListDecimal)
    return made


def set_place(cursor: QTextCursor, kind: BlockKind, level: int) -> None:
    """Make the paragraph at a cursor one of this kind; `renumber` then gives it its number."""
    old = optional(cursor.currentList())
    if old is not None:
        old.remove(cursor.block())
    cursor.setBlockFormat(_block_format(cursor.document(), kind))
    if kind is not BlockKind.PARAGRAPH:
        cursor.createList(list_format(kind, level))


def _block_format(document: QTextDocument | None, kind: BlockKind) -> QTextBlockFormat:
    """Air between lines, and more below a paragraph than below an item of a list."""
    height = QFontMetricsF(document.defaultFont()).height() if document else 0
    made = QTextBlockFormat()
    made.setLineHeight(LINE_SPACING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    margin = height * (0.45 if kind is BlockKind.PARAGRAPH else 0.15)
    made.setTopMargin(margin if kind is BlockKind.PARAGRAPH else 0)
    made.setBottomMargin(margin)
    return made


def respace(document: QTextDocument) -> None:
    """Give every paragraph the air that goes with the size of the letters now."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for block in paragraphs(document):
        made = _block_format(document, place_of(block)[0])
        made.setObjectIndex(block.blockFormat().objectIndex())
        QTextCursor(block).setBlockFormat(made)
    cursor.endEditBlock()


def _counted(document: QTextDocument) -> Iterator[tuple[QTextBlock, int]]:
    """Each numbered item with the index of the paragraph at which its count starts."""
    places = [RichBlock(kind, (), level) for kind, level in map(place_of, paragraphs(document))]
    starts = [0] * (MAX_LEVEL + 1)
    for index, (block, (place, number)) in enumerate(zip(paragraphs(document), numbered(places), strict=True)):
        if number == 1:
            starts[place.level] = index
        if number:
            yield block, starts[place.level]


def renumber(document: QTextDocument) -> None:
    """Give every numbered item the list it counts in, as the canonical spelling does: 1, 2, 3 per list and level."""
    used: set[int] = set()
    for _, group in groupby(sorted(_counted(document), key=lambda pair: pair[1]), lambda pair: pair[1]):
        used.add(_count_on([block for block, _ in group], used))


def _count_on(items: list[QTextBlock], used: set[int]) -> int:
    """Put items in one list that no other count uses; gives the index of that list."""
    target = items[0].textList()
    if target.objectIndex() in used:
        target = QTextCursor(items[0]).createList(target.format())
    for block in items[1:]:
        if block.textList().objectIndex() != target.objectIndex():
            target.add(block)
    return target.objectIndex()


# --- Selections ------------------------------------------------------------------------------------------------------


def selected_blocks(cursor: QTextCursor) -> Blocks:
    """The selected text in its normal form."""
    part = QTextDocument()
    QTextCursor(part).insertFragment(cursor.selection())
    return blocks_of(part)


def selected_runs(cursor: QTextCursor) -> tuple[Run, ...]:
    """The runs of a selection within one paragraph, spaces at its edges included."""
    part = QTextDocument()
    QTextCursor(part).insertFragment(cursor.selection())
    return runs_of(part.begin())


def in_one_block(cursor: QTextCursor) -> QTextCursor:
    """The same selection, cut off at the end of the paragraph that it begins in."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    made = QTextCursor(cursor)
    made.setPosition(start)
    limit = made.block().position() + made.block().length() - 1
    made.setPosition(min(end, limit), QTextCursor.MoveMode.KeepAnchor)
    return made


def _format_after(cursor: QTextCursor) -> QTextCharFormat:
    """The format of the character behind the cursor; an empty one at the end of a paragraph."""
    if cursor.atBlockEnd():
        return QTextCharFormat()
    probe = QTextCursor(cursor)
    probe.setPosition(cursor.position() + 1)
    return probe.charFormat()


def number_beside(cursor: QTextCursor) -> Linked | None:
    """The linked number or reference just before the cursor, else just after it."""
    before = None if cursor.atBlockStart() else number_of(cursor.charFormat())
    return before or number_of(_format_after(cursor))


def chip_beside(cursor: QTextCursor) -> QTextCursor | None:
    """The linked number or reference that `number_beside` tells of, selected."""
    before = None if cursor.atBlockStart() else number_of(cursor.charFormat())
    if before is None and number_of(_format_after(cursor)) is None:
        return None
    chip = QTextCursor(cursor)
    chip.setPosition(cursor.position())
    move = QTextCursor.MoveOperation.PreviousCharacter if before else QTextCursor.MoveOperation.NextCharacter
    chip.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
    return chip


def inside_link(cursor: QTextCursor) -> bool:
    """Whether the characters on both sides of the cursor are in one link."""
    after = _format_after(cursor)
    return after.isAnchor() and after.anchorHref() == cursor.charFormat().anchorHref()


def around_link(cursor: QTextCursor) -> QTextCursor:
    """The whole link that the cursor is in, selected."""
    href = cursor.charFormat().anchorHref()
    start = QTextCursor(cursor)
    while not start.atBlockStart() and start.charFormat().anchorHref() == href:
        start.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    end = QTextCursor(cursor)
    while _format_after(end).anchorHref() == href:
        end.movePosition(QTextCursor.MoveOperation.NextCharacter)
    start.setPosition(end.position(), QTextCursor.MoveMode.KeepAnchor)
    return start
