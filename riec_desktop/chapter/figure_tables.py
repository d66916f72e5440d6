"""The tables of figures of one portfolio: the country with the year before, and the regions, each with its sources."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache, partial

from riec_desktop.chapter import phrases
from riec_desktop.chapter.blocks import Align, Anchor, Block, Caption, Cell, Column, Role, Table
from riec_desktop.chapter.bookmarks import bookmark
from riec_desktop.chapter.chart_words import break_words
from riec_desktop.chapter.draft import TABLE, Draft, Piece, anchor
from riec_desktop.chapter.prose import plain, sentence
from riec_desktop.dossier.choices import MissingReason
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import long_date
from riec_desktop.dossier.records import Indicator, IndicatorValue, PortfolioReport
from riec_desktop.dossier.richtext import Part
from riec_desktop.dossier.views import indicators
from riec_desktop.figures.rows import FigureRow, Matrix, MatrixRow, figure_rows, matrix
from riec_desktop.figures.shown import figure_text, shown, shown_change, shown_difference
from riec_desktop.figures.values import Figure

Rows = tuple[tuple[Cell, ...], ...]

MOST_COLUMNS = 5
"""So many indicators fit beside the name of an organisation; more go into a next table."""

MOST_NARROW = 2
"""So many fit in one of two columns of a page."""


def figure_tables(draft: Draft, report: PortfolioReport, name: str) -> Iterator[Piece]:
    """Both kinds of tables, each followed by the line that explains it; nothing without figures."""
    year = draft.year.year
    if year is None:
        return
    rows = [row for row in figure_rows(draft.dossier, report) if not row.empty]
    if rows:
        yield Piece(
            TABLE,
            bookmark("tc", report.id),
            f"Cijfers van de portefeuille {name} in {year}",
            lambda caption: draft.dossier.once(
                ("national cells", report.id, caption), lambda: _national_blocks(draft.dossier, caption, rows, year)
            ),
            ((Part.FIGURES, report.id),),
        )
    yield from _regional(draft, report, name, year)


# --- The country -----------------------------------------------------------------------------------------------------


def _national_blocks(dossier: Dossier, caption: Caption, rows: Sequence[FigureRow], year: int) -> tuple[Block, ...]:
    return (_national(caption, rows, year), *_note(dossier, rows, year))


def _national(caption: Caption, rows: Sequence[FigureRow], year: int) -> Table:
    return Table(
        columns=_national_columns(year),
        rows=tuple(_national_row(row) for row in rows),
        caption=caption,
        title=caption.text,
        description=(
            f"Per indicator het cijfer van {year - 1}, het doel voor {year}, het cijfer van {year}, "
            "het verschil met het doel en de verandering in procenten."
        ),
        anchor=_indicator_anchor(rows[0].indicator),
        row_anchors=tuple(_indicator_anchor(row.indicator) for row in rows),
    )


def _indicator_anchor(indicator: Indicator) -> Anchor:
    return anchor(indicator, "name")


@lru_cache
def _national_columns(year: int) -> tuple[Column, ...]:
    return (
        Column(title="Indicator", weight=30),
        _number_column(str(year - 1), 12),
        _number_column(f"Doel {year}", 12),
        _number_column(str(year), 12),
        _number_column("Verschil met doel", 15),
        _number_column(f"Verandering sinds {year - 1}", 21),
    )


@lru_cache(maxsize=1024)
def _number_column(title: str, weight: int) -> Column:
    return Column(title=title, weight=weight, align=Align.RIGHT)


def _national_row(row: FigureRow) -> tuple[Cell, ...]:
    one = row.indicator
    return (
        _cell(phrases.indicator_name(one)),
        _cell(row.previous_instead or shown(row.previous, one)),
        _cell(shown(row.target, one)),
        _cell(row.instead or _marked(row.actual, one, row.reason, provisional=row.provisional)),
        _cell(shown_difference(row.difference, one)),
        _cell(shown_change(row.percentage)),
    )


def _cell(text: str) -> Cell:
    return (plain(text),)


def _marked(value: Decimal | None, indicator: Indicator, reason: MissingReason, *, provisional: bool) -> str:
    return shown(value, indicator, reason) + (phrases.PROVISIONAL if provisional else "")


# --- The regions -----------------------------------------------------------------------------------------------------


def _regional(draft: Draft, report: PortfolioReport, name: str, year: int) -> Iterator[Piece]:
    whole = matrix(draft.dossier, indicators(draft.dossier, report), year)
    for at, start in enumerate(range(0, len(whole.indicators), MOST_COLUMNS), 1):
        part = _columns_of(whole, start)
        rows = partial(draft.dossier.once, ("regional cells", report.id, at, year), partial(_regional_rows, part))
        yield Piece(
            TABLE,
            bookmark(f"tr{at}", report.id),
            f"Cijfers per regio van de portefeuille {name} in {year}",
            partial(_regional_blocks, part, rows),
            ((Part.REGIONS, report.id),) if at == 1 else (),
        )


def _regional_rows(part: Matrix) -> Rows:
    together = (_row_of("Samen", part.together, part.indicators),) if has_together(part) else ()
    return (
        *(_row_of(row.organisation.name, row.figures, part.indicators) for row in part.rows),
        *together,
        _row_of("Totaal", part.totals, part.indicators),
    )


def has_together(part: Matrix) -> bool:
    """Whether some counts may only be shown as one."""
    return any(figure.actual is not None for figure in part.together)


def _regional_blocks(part: Matrix, rows: Callable[[], Rows], caption: Caption) -> Iterator[Block]:
    yield _regional_table(part, rows(), caption)
    told = " ".join(_told_below(part))
    if told:
        yield sentence(told, role=Role.SOURCE)


def _told_below(part: Matrix) -> Iterator[str]:
    """What the marks and words in the cells mean."""
    if any(total.provisional for total in part.totals):
        yield phrases.PROVISIONAL_SENTENCE
    figures = (*(figure for row in part.rows for figure in row.figures), *part.totals)
    yield from phrases.small_sentences({figure.instead for figure in figures})


def _columns_of(whole: Matrix, start: int) -> Matrix:
    """A part of the indicators of a matrix, with all organisations."""
    part = slice(start, start + MOST_COLUMNS)
    rows = (MatrixRow(organisation=row.organisation, figures=row.figures[part]) for row in whole.rows)
    return Matrix(
        indicators=whole.indicators[part],
        rows=tuple(rows),
        together=whole.together[part],
        totals=whole.totals[part],
    )


def _regional_table(part: Matrix, rows: Rows, caption: Caption) -> Table:
    heads = (_number_column(phrases.indicator_name(one), 18) for one in part.indicators)
    return Table(
        columns=(Column(title="Organisatie", weight=30), *heads),
        rows=rows,
        caption=caption,
        title=caption.text,
        description="Per organisatie het cijfer van elke indicator, met een totaal in de laatste rij.",
        totals=True,
        wide=len(part.indicators) > MOST_NARROW,
        anchor=_indicator_anchor(part.indicators[0]),
    )


def _row_of(name: str, figures: Iterable[Figure], indicators: Iterable[Indicator]) -> tuple[Cell, ...]:
    return (_cell(name), *(_figure_cell(figure, one) for figure, one in zip(figures, indicators, strict=True)))


def _figure_cell(figure: Figure, indicator: Indicator) -> Cell:
    return _cell(figure_text(figure, indicator) + (phrases.PROVISIONAL if figure.provisional else ""))


# --- The line below --------------------------------------------------------------------------------------------------


def _note(dossier: Dossier, rows: Sequence[FigureRow], year: int) -> Iterator[Block]:
    """What the mark means, who is not in a total, where the figures come from and of which day they are."""
    provisional = any(row.provisional for row in rows)
    missing = [
        phrases.missing_sentence(row.indicator, row.missing) for row in rows if row.missing and row.actual is not None
    ]
    sources = _distinct(row.indicator.source for row in rows)
    days = _distinct(_reference_dates(dossier, rows, year))
    parts = (
        phrases.PROVISIONAL_SENTENCE if provisional else "",
        *missing,
        phrases.source_sentence(sources),
        phrases.reference_date_sentence(days),
        *(break_words(row.indicator, row.breaks) for row in rows),
        *phrases.small_sentences({word for row in rows for word in (row.instead, row.previous_instead)}),
    )
    text = " ".join(part for part in parts if part)
    if text:
        yield sentence(text, _indicator_anchor(rows[0].indicator), Role.SOURCE)


def _reference_dates(dossier: Dossier, rows: Iterable[FigureRow], year: int) -> Iterator[str]:
    for row in rows:
        for value in dossier.where(IndicatorValue, "indicator_id", row.indicator.id):
            if value.year == year and value.reference_date:
                yield long_date(value.reference_date)


def _distinct(items: Iterable[str]) -> list[str]:
    """Each text once, in the order of its first appearance, without empty ones."""
    return list(dict.fromkeys(item for item in items if item))
