"""The figures of a year: a row for each indicator and organisation, filled in or not, with the totals below."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from riec_desktop.dossier import edits, views
from riec_desktop.dossier.choices import MissingReason, Scope
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import listing, number
from riec_desktop.dossier.lineage import counts_in
from riec_desktop.dossier.records import Indicator, IndicatorValue, Organisation, PortfolioReport, Record
from riec_desktop.figures.shielded import total
from riec_desktop.figures.shown import figure_text, shown
from riec_desktop.figures.values import recorded
from riec_desktop.ui.pages.filter import PortfolioFilter, portfolios_in_order
from riec_desktop.ui.pages.page import Page, PageContext, Spot, label
from riec_desktop.ui.pages.parts import Rows, TablePart
from riec_desktop.ui.pages.uses import UsesList
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.widgets.figure_columns import FIGURE_COLUMNS
from riec_desktop.ui.widgets.table_paste import PastePlan
from riec_desktop.workspace.pasted import years_told
from riec_desktop.workspace.uses import uses

FIELDS = ("target", "actual", "provisional", "reference_date", "missing", "note")
WIDTHS = {"Indicator": 22, "Organisatie": 23, "Doel": 7, "Werkelijk": 10, "Voorlopig": 10, "Ontbreekt": 13}
COLUMNS = tuple(replace(one, width=WIDTHS[one.title]) for one in FIGURE_COLUMNS if one.title in WIDTHS)
"""What most people fill in; the reference date and the note stand in the form below."""
NO_INDICATORS = "Voor deze portefeuille wordt nog niets geteld. U legt dat vast bij Inrichting, Indicatoren."
MOST_TOTALS = 60
MORE_TOTALS = "En nog {count} totalen. Kies hierboven een portefeuille om de totalen daarvan te zien."
EXPLANATION = (
    "Een cijfer vult u één keer in; het hoofdstuk en de overzichten gebruiken het overal. Plakken uit Excel kan ook."
)

YEARS = (
    "Bij uw cijfers staat een jaartal: {years}. In deze tabel staan alleen de cijfers van {year}. Kies ‘Verdelen over "
    "de jaren’: u ziet dan eerst welk getal bij welk jaar komt. Er is nog niets veranderd."
)
SPREAD = "Verdelen over de jaren…"


def values_of(
    dossier: Dossier, indicator: Indicator, year: int, centres: Sequence[Organisation]
) -> Sequence[IndicatorValue]:
    """The rows of an indicator: one for the country, or one for each of the centres of that year."""
    held = {
        one.organisation_id: one
        for one in reversed(dossier.where(IndicatorValue, "indicator_id", indicator.id))
        if one.year == year
    }
    places: list[str | None] = [None] if indicator.scope is Scope.NATIONAL else [one.id for one in centres]
    if None in held and None not in places:
        # A national number of an indicator that is counted per organisation stays in sight when there is one.
        places.append(None)
    return [held.get(one) or edits.figure(dossier, indicator.id, year, one) for one in places]


def total_line(dossier: Dossier, indicator: Indicator, year: int) -> str:
    """'Signalen: 123 signalen, doel 120, vorig jaar 110, zonder RIEC Limburg'.

    Who fills in the figures sees them as they are, and what readers see instead.
    """
    now, before = recorded(dossier, indicator, year).total, recorded(dossier, indicator, year - 1).total
    parts = [f"{figure_text(now, indicator)} {indicator.unit}".strip()]
    if now.target is not None:
        parts.append(f"doel {shown(now.target, indicator)}")
    if before.actual is not None:
        parts.append(f"vorig jaar {shown(before.actual, indicator)}")
    if now.missing and now.actual is not None:
        parts.append(f"zonder {listing(now.missing)}")
    if hidden := total(dossier, indicator, year).instead:
        parts.append(f"naar buiten: {hidden}")
    return f"{indicator.name}: {', '.join(parts)}"


def before_line(dossier: Dossier, value: IndicatorValue) -> str:
    """'vorig jaar 110', 'vorig jaar niet geleverd'; '' where last year says nothing."""
    indicator = dossier.get(Indicator, value.indicator_id)
    if indicator is None or value.year is None:
        return ""
    before = edits.figure(dossier, indicator.id, value.year - 1, value.organisation_id)
    said = before.actual is not None or before.missing is not MissingReason.NONE
    return f"vorig jaar {shown(before.actual, indicator, before.missing)}" if said else ""


def supplier_line(dossier: Dossier, value: IndicatorValue) -> str:
    """'levert: informatiecoördinator van het RIEC'; '' where nobody is named."""
    indicator = dossier.get(Indicator, value.indicator_id)
    return f"levert: {indicator.supplier}" if indicator and indicator.supplier else ""


class FiguresPart(TablePart):
    """The figures of these indicators in the year that is shown."""

    def __init__(self, context: PageContext, indicators: Callable[[], Sequence[Indicator]], title: str) -> None:
        self._indicators = indicators
        rows = Rows(
            kind=IndicatorValue,
            columns=COLUMNS,
            fields=FIELDS,
            records=self._records,
            empty=NO_INDICATORS,
            open_first=False,
        )
        super().__init__(context, rows, title=title, explanation=EXPLANATION)
        self.uses = UsesList(context.jump)
        self.column.addWidget(self.uses)
        self._totals_title, self._totals = label("Totaal", level=3), label("")
        for widget in (self._totals_title, self._totals):
            self.column.addWidget(widget)

    def _year(self) -> int | None:
        return self._context.editing.year.year

    def _records(self) -> Sequence[IndicatorValue]:
        dossier, year = self._context.editing.dossier, self._year()
        if not year:
            return []
        centres = views.centres(dossier, year)
        return [one for indicator in self._indicators() for one in values_of(dossier, indicator, year, centres)]

    def refresh(self) -> None:
        """Rows and totals as they are now."""
        super().refresh()
        dossier, year = self._context.editing.dossier, self._year()
        lines: Sequence[str] = self._total_lines(dossier, year) if year else ()
        self._totals_title.setVisible(bool(lines))
        self._totals.setText("\n".join(lines))
        self._show_uses()

    def _total_lines(self, dossier: Dossier, year: int) -> Sequence[str]:
        return [total_line(dossier, one, year) for one in self._indicators()]

    def refresh_detail(self) -> None:
        """Another figure was chosen."""
        super().refresh_detail()
        self._show_uses()

    def _show_uses(self) -> None:
        """Where the chosen figure is used; a figure that nobody filled in may be used already."""
        chosen = self.chosen()
        found = uses(self._context.editing.dossier, chosen) if isinstance(chosen, IndicatorValue) else None
        self.uses.show_uses(found)

    def _review_paste(self, plan: PastePlan) -> None:
        """Figures of more years have no place in a table of one: they are divided over the years instead."""
        years = years_told(plan.source) if plan.source else ()
        if not years:
            super()._review_paste(plan)
            return
        text = YEARS.format(years=listing([str(one) for one in years]), year=self._year())
        if self._context.dialogs.ask(self, "Cijfers met jaartallen", text, (SPREAD, "Annuleren")) == SPREAD:
            chosen = self.chosen()
            self._context.spread(plan.source, chosen.indicator_id if isinstance(chosen, IndicatorValue) else None)

    def name_of(self, record: Record) -> str:
        """The figure, with what it was a year ago."""
        dossier = self._context.editing.dossier
        if not isinstance(record, IndicatorValue):
            return super().name_of(record)
        parts = (super().name_of(record), before_line(dossier, record), supplier_line(dossier, record))
        return " · ".join(filter(None, parts))


def figures_of_report(context: PageContext, report: Callable[[], PortfolioReport | None]) -> FiguresPart:
    """The figures of one portfolio."""

    def indicators() -> Sequence[Indicator]:
        found = report()
        return views.indicators(context.editing.dossier, found) if found else ()

    return FiguresPart(context, indicators, "Cijfers")


class AllFiguresPart(FiguresPart):
    """The figures of the year, of all portfolios or one."""

    def __init__(self, context: PageContext) -> None:
        self.filter = PortfolioFilter(context.editing, everything=True)
        super().__init__(context, self._chosen_indicators, "Cijfers van dit jaar")
        self.column.insertWidget(0, self.filter)
        self.filter.chosen.connect(self.refresh)

    def _chosen_indicators(self) -> Sequence[Indicator]:
        editing, chosen, year = self._context.editing, self.filter.portfolio_id(), self._year() or 0
        wanted = [one.id for one in portfolios_in_order(editing)] if chosen is None else [chosen]
        found = (editing.dossier.where(Indicator, "portfolio_id", portfolio_id) for portfolio_id in wanted)
        return [one for group in found for one in group if counts_in(one, year)]

    def _total_lines(self, dossier: Dossier, year: int) -> Sequence[str]:
        """Of very many only the first: nobody reads hundreds, and laying them out takes longer than a person waits."""
        indicators = self._indicators()
        lines = [total_line(dossier, one, year) for one in indicators[:MOST_TOTALS]]
        more = len(indicators) - len(lines)
        return [*lines, MORE_TOTALS.format(count=number(more))] if more else lines

    def refresh(self) -> None:
        """The portfolios, then the figures."""
        self.filter.refresh()
        super().refresh()

    def locate(self, spot: Spot) -> QWidget | None:
        """Show all portfolios when the figure is of another one."""
        if spot.kind == IndicatorValue.__name__ and super().locate(spot) is None:
            self.filter.choose(None)
        return super().locate(spot)


def figures_page(context: PageContext, _: Place) -> Page:
    """All figures of the year."""
    page = Page(f"{PageId.FIGURES.value} {context.editing.year.year or ''}".strip())
    page.add(AllFiguresPart(context))
    return page
