"""The sheets 'Totalen' and 'Cijfers': one row per indicator of the year, and one row per value of all years.

'Cijfers' is tidy data (one value per row, every row complete in itself), ready for a pivot table or Power Query.
Nothing is added up here: `riec_desktop.figures` does that, for the Word chapter too.
"""

from collections.abc import Iterator
from decimal import Decimal

from riec_desktop.dossier.choices import Direction, MissingReason
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import Indicator, IndicatorValue, Organisation, Portfolio, PortfolioReport, ReportYear
from riec_desktop.dossier.views import report_name, reports
from riec_desktop.excel.plan import Amount, Cell, Column, ColumnType, Formula, Mark, Row, SheetPlan, Tone
from riec_desktop.excel.wording import amount_of, marks, own_row
from riec_desktop.figures.rows import FigureRow, figure_rows
from riec_desktop.figures.shielded import value as shown_value

_PROVISIONAL = Mark("voorlopig", Tone.WAITING)
_FINAL = "definitief"
_MET, _NOT_MET = Mark("ja", Tone.DONE), Mark("nee", Tone.LACKING)
_NATIONAL = "landelijk"


def _difference(table: str, value: Decimal | None, indicator: Indicator) -> Cell:
    amount = amount_of(value, indicator)
    return amount and Formula(f"={own_row(table, 'Werkelijk')}-{own_row(table, 'Doel')}", amount)


def _met(difference: Decimal | None, direction: Direction) -> str:
    """Whether the target was reached: the difference has the sign that is good for the indicator."""
    if difference is None or direction is Direction.NEUTRAL:
        return ""
    reached = difference >= 0 if direction is Direction.UP else difference <= 0
    return _MET.word if reached else _NOT_MET.word


def _certainty(actual: Decimal | None, *, provisional: bool) -> str:
    if actual is None:
        return ""
    return _PROVISIONAL.word if provisional else _FINAL


_RESULT_COLUMNS = (
    Column(name="Doel", type=ColumnType.DECIMAL),
    Column(name="Werkelijk", type=ColumnType.DECIMAL),
    Column(name="Verschil", type=ColumnType.DIFFERENCE),
    Column(name="Doel gehaald", marks=(_MET, _NOT_MET), widest=12),
)
_CERTAINTY_COLUMNS = (
    Column(name="Voorlopig of definitief", marks=(_PROVISIONAL,), widest=14),
    Column(name="Reden van ontbreken", marks=marks(MissingReason), widest=16),
)


# --- Totalen ---------------------------------------------------------------------------------------------------------


def totals(dossier: Dossier, year: ReportYear) -> SheetPlan:
    """One row per indicator of the year's portfolios: the numbers of the tables in the Word chapter."""
    return SheetPlan(
        name="Totalen",
        description="Eén regel per indicator: het totaal van dit jaar naast het doel en het jaar ervoor.",
        columns=(
            Column(name="Portefeuille", widest=30),
            Column(name="Indicator", widest=40, bold=True),
            Column(name="Eenheid", widest=18),
            Column(name="Vorig jaar", type=ColumnType.DECIMAL),
            *_RESULT_COLUMNS,
            Column(name="Verandering", type=ColumnType.PERCENTAGE),
            *_CERTAINTY_COLUMNS,
            Column(name="Niet meegeteld", widest=30),
        ),
        rows=tuple(
            _total_row(dossier, report, row)
            for report in reports(dossier, year)
            for row in figure_rows(dossier, report)
        ),
        nothing="Bij de portefeuilles van dit verslagjaar horen nog geen indicatoren.",
        frozen_columns=2,
    )


def _total_row(dossier: Dossier, report: PortfolioReport, row: FigureRow) -> Row:
    indicator = row.indicator
    return (
        report_name(dossier, report),
        indicator.name,
        indicator.unit,
        amount_of(row.previous, indicator),
        amount_of(row.target, indicator),
        amount_of(row.actual, indicator),
        _difference("Totalen", row.difference, indicator),
        _met(row.difference, indicator.direction),
        _change(row.percentage),
        _certainty(row.actual, provisional=row.provisional),
        row.instead or word(row.reason),
        ", ".join(row.missing),
    )


def _change(percentage: Decimal | None) -> Cell:
    now, before = own_row("Totalen", "Werkelijk"), own_row("Totalen", "Vorig jaar")
    return None if percentage is None else Formula(f"=({now}-{before})/ABS({before})", Amount(percentage / 100))


# --- Cijfers ---------------------------------------------------------------------------------------------------------


def figures(dossier: Dossier, year: ReportYear) -> SheetPlan:
    """One row per value, of every year of the dossier; the portfolios of this year come first."""
    return SheetPlan(
        name="Cijfers",
        description="Eén regel per cijfer van alle jaren, geschikt voor een draaitabel of voor Power Query.",
        columns=(
            Column(name="Portefeuille", widest=30),
            Column(name="Indicator", widest=34, bold=True),
            Column(name="Eenheid", widest=16),
            Column(name="Organisatie", widest=24),
            Column(name="Jaar", type=ColumnType.YEAR),
            *_RESULT_COLUMNS,
            *_CERTAINTY_COLUMNS,
            Column(name="Peildatum", type=ColumnType.DATE),
            Column(name="Toelichting", widest=36),
        ),
        rows=tuple(
            _figure_row(dossier, indicator, value)
            for indicator in _indicators(dossier, year)
            for value in _values(dossier, indicator)
        ),
        nothing="Dit dossier heeft nog geen cijfers.",
        frozen_columns=2,
    )


def _indicators(dossier: Dossier, year: ReportYear) -> tuple[Indicator, ...]:
    """Every indicator: by the order of the year's portfolios, then by the names of the others."""
    order = {report.portfolio_id: index for index, report in enumerate(reports(dossier, year))}

    def key(indicator: Indicator) -> tuple[int, str, str]:
        name = _portfolio_name(dossier, indicator)
        return order.get(indicator.portfolio_id, len(order)), name, indicator.portfolio_id or ""

    return tuple(sorted(dossier.all(Indicator), key=key))


def _portfolio_name(dossier: Dossier, indicator: Indicator) -> str:
    """The name of today for all years, so that a pivot table has one row for a portfolio."""
    portfolio = dossier.get(Portfolio, indicator.portfolio_id)
    return portfolio.name if portfolio else ""


def _values(dossier: Dossier, indicator: Indicator) -> Iterator[IndicatorValue]:
    """The values of an indicator by year, then national before organisations in their order."""
    order = {organisation.id: index for index, organisation in enumerate(dossier.all(Organisation))}
    found = dossier.where(IndicatorValue, "indicator_id", indicator.id)
    yield from sorted(found, key=lambda one: (one.year or 0, order.get(one.organisation_id or "", -1)))


def _figure_row(dossier: Dossier, indicator: Indicator, value: IndicatorValue) -> Row:
    figure = shown_value(dossier, indicator, value.year or 0, value.organisation_id)
    organisation = dossier.get(Organisation, value.organisation_id)
    return (
        _portfolio_name(dossier, indicator),
        indicator.name,
        indicator.unit,
        organisation.name if organisation else _NATIONAL,
        value.year,
        amount_of(figure.target, indicator),
        amount_of(figure.actual, indicator),
        _difference("Cijfers", figure.difference, indicator),
        _met(figure.difference, indicator.direction),
        _certainty(figure.actual, provisional=figure.provisional),
        figure.instead or word(figure.reason),
        value.reference_date,
        value.note,
    )
