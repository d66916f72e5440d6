"""Tables: a caption above, then a plain grid in the style of the house.

One header row that repeats on every page, rows that never split, widths that add up to the text column, no merged
cells: what both Word and a screen reader understand (CHAPTER.md).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from riec_desktop.chapter.blocks import Align, Anchor, Cell, Table
from riec_desktop.word.captions import write_caption
from riec_desktop.word.job import Job
from riec_desktop.word.markup import attribute
from riec_desktop.word.paragraphs import KEEP_NEXT, start
from riec_desktop.word.runs import runs, text_run

TABLE_STYLE = "RIEC tabel"
_TEXT_STYLES = {Align.LEFT: "Tabeltekst", Align.RIGHT: "Tabelgetal"}
_HEAD_STYLES = {Align.LEFT: "Tabelkop", Align.RIGHT: "Tabelkop getal"}
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_SHORT_TABLE = 14
_SHORT_TEXT = 600
"""A table of so many rows and characters or fewer stays on one page."""
_LETTER, _LETTER_BOLD = 90, 97
_CELL_SIDES = 190
"""An average letter in a cell and in a head, and the space beside it, in twips."""
_ROWS_MEASURED = 40
_WORD_KEPT_WHOLE = 24


def column_widths(weights: Sequence[int], needs: Sequence[int], total: int) -> list[int]:
    """Widths in twips; together exactly `total`.

    In proportion to the weights, but no column is narrower than it needs, as long as there is room for all.
    """
    loose = set(range(len(weights)))
    room = total
    while tight := {at for at in loose if room * weights[at] < needs[at] * sum(weights[n] for n in loose)}:
        loose -= tight
        room -= sum(needs[at] for at in tight)
    shared = sum(weights[at] for at in loose)
    parts = [room * weight // shared if at in loose else needs[at] for at, weight in enumerate(weights)]
    edges = [total * sum(parts[:at]) // sum(parts) for at in range(len(parts) + 1)]
    return [right - left for left, right in pairwise(edges)]


def needed_widths(block: Table) -> list[int]:
    """For every column the width in twips of its longest word, so that no word is broken.

    Looks at the head and the first rows only, and not at words that are too long to be kept whole.
    """
    letters = [_LETTER_BOLD * _longest_word(column.title) for column in block.columns]
    for row in block.rows[:_ROWS_MEASURED]:
        for at, cell in enumerate(row):
            for spans in cell:
                for span in spans:
                    # A text that would fit as one word needs no closer look: most numbers do.
                    if _LETTER * len(span.text) > letters[at]:
                        letters[at] = max(letters[at], _LETTER * _longest_word(span.text))
    return [_CELL_SIDES + width for width in letters]


@lru_cache(maxsize=4096)
def _longest_word(text: str) -> int:
    words = text.replace("-", "- ").split(" ")
    return min(max(map(len, words)), _WORD_KEPT_WHOLE)


def write_table(block: Table, job: Job) -> str:
    """A table with its caption."""
    total = job.full_width if block.wide else job.width
    weights = [max(column.weight, 1) for column in block.columns]
    widths = column_widths(weights, needed_widths(block), total)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in widths]
    return "".join(
        (
            write_caption(block.caption, job),
            f"<w:tbl>{_properties(block, total, job)}<w:tblGrid>{grid}</w:tblGrid>{_head(block, cells, job)}",
            *_rows(block, cells, job),
            "</w:tbl>",
        )
    )


def _properties(block: Table, total: int, job: Job) -> str:
    last = int(block.totals)
    return (
        f'<w:tblPr><w:tblStyle w:val="{job.template.id(TABLE_STYLE)}"/><w:tblW w:w="{total}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{0x0620 + 0x40 * last:04X}" w:firstRow="1" w:lastRow="{last}" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(block.title)}"/>'
        f'<w:tblDescription w:val="{attribute(block.description)}"/></w:tblPr>'
    )


def _head(block: Table, cells: list[str], job: Job) -> str:
    titles = "".join(
        f"{cell}{job.styles.closed[_HEAD_STYLES[column.align]]}{text_run(column.title)}</w:p></w:tc>"
        for cell, column in zip(cells, block.columns, strict=True)
    )
    return f"{_HEAD_ROW}{titles}</w:tr>"


def _rows(block: Table, cells: list[str], job: Job) -> Iterable[str]:
    styles = [_TEXT_STYLES[column.align] for column in block.columns]
    loose = [cell + job.styles.closed[style] for cell, style in zip(cells, styles, strict=True)]
    kept = [cell + start(style, KEEP_NEXT, job) for cell, style in zip(cells, styles, strict=True)]
    last = len(block.rows) - 1
    short = last < _SHORT_TABLE and _length(block) <= _SHORT_TEXT
    for at, row in enumerate(block.rows):
        # The head never stands with one row alone, nor does the last row.
        keep = job.before_source if at == last else short or at in {0, last - 1}
        typed = block.typed_last[at] if block.typed_last else None
        yield _row(row, kept if keep else loose, typed, job)


def _length(block: Table) -> int:
    return sum([len(span.text) for row in block.rows for cell in row for spans in cell for span in spans])


def _row(row: tuple[Cell, ...], starts: list[str], typed: Anchor | None, job: Job) -> str:
    """A row; `typed` is the field of the text in its last cell, when somebody typed that."""
    places = [*[None] * (len(row) - 1), typed]
    cells = [_cell(cell, begin, place, job) for cell, begin, place in zip(row, starts, places, strict=True)]
    return f"{_ROW}{''.join(cells)}</w:tr>"


def _cell(cell: Cell, begin: str, typed: Anchor | None, job: Job) -> str:
    """A cell; every paragraph of it begins like the first, and a cell without one gets an empty one."""
    if len(cell) == 1 and typed is None:
        return f"{begin}{runs(cell[0], job)}</w:p></w:tc>"
    paragraph = begin[begin.index("<w:p>") :]
    written = (_typed(runs(spans, job), typed, at, job) for at, spans in enumerate(cell))
    return f"{begin}{f'</w:p>{paragraph}'.join(written)}</w:p></w:tc>"


def _typed(text: str, typed: Anchor | None, index: int, job: Job) -> str:
    return job.typed(replace(typed, index=index), typed.field, text) if typed else text
