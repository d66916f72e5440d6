"""What is counted for a portfolio, and how."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from riec_desktop.dossier.records import DefinitionChange, Indicator
from riec_desktop.ui.pages.filter import PortfolioFilter
from riec_desktop.ui.pages.page import Page, PageContext, Spot
from riec_desktop.ui.pages.parts import Rows, TablePart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.widgets.columns import field_column
from riec_desktop.workspace.uses import uses_of

COLUMNS = (
    field_column(Indicator, "name", width=36),
    field_column(Indicator, "unit", width=16),
    field_column(Indicator, "scope", title="Geteld", width=16),
    field_column(Indicator, "direction", width=17),
)
FIELDS = (
    "name",
    "unit",
    "unit_one",
    "definition",
    "source",
    "supplier",
    "scope",
    "direction",
    "decimals",
    "small_numbers",
    "small_choice",
    "chart",
    "last_year",
    "portfolio_id",
)
EXPLANATION = "Leg bij elk cijfer vast wat er precies geteld wordt: dan telt iedereen hetzelfde, ook volgend jaar."


LOST = (
    "De cijfers zijn mee verwijderd. Zij stonden in {places}; die krijgen een aandachtspunt. "
    "Met Ctrl+Z haalt u alles terug."
)


class IndicatorsPart(TablePart):
    """The indicators of the chosen portfolio."""

    def __init__(self, context: PageContext) -> None:
        self.filter = PortfolioFilter(context.editing, everything=False)
        self._new_id = context.new_id
        rows = Rows(
            kind=Indicator,
            columns=COLUMNS,
            fields=FIELDS,
            records=self._records,
            new=self._new,
        )
        super().__init__(context, rows, title="Indicatoren")
        self.column.insertWidget(0, self.filter)
        self.filter.chosen.connect(self.refresh)

    def _records(self) -> Sequence[Indicator]:
        portfolio_id = self.filter.portfolio_id()
        return self._context.editing.dossier.where(Indicator, "portfolio_id", portfolio_id) if portfolio_id else ()

    def _new(self) -> Indicator | None:
        portfolio_id = self.filter.portfolio_id()
        return Indicator(id=self._new_id(), portfolio_id=portfolio_id) if portfolio_id else None

    def remove_rows(self, ids: Sequence[str]) -> None:
        """Remove indicators with their figures; texts that name them are counted, because they lose their number."""
        dossier = self._context.editing.dossier
        count = sum(len(uses_of(dossier, one)) for one in ids)
        super().remove_rows(ids)
        gone = all(self._context.editing.dossier.get(Indicator, one) is None for one in ids)
        if count and gone:
            self.table.show_message(LOST.format(places="1 zin" if count == 1 else f"{count} zinnen"))

    def refresh(self) -> None:
        """The portfolios, then the indicators."""
        self.filter.refresh()
        super().refresh()

    def locate(self, spot: Spot) -> QWidget | None:
        """Choose the portfolio of the indicator first."""
        indicator = self._context.editing.dossier.get(Indicator, spot.record_id)
        if indicator is not None and indicator.portfolio_id != self.filter.portfolio_id():
            self.filter.choose(indicator.portfolio_id)
        return super().locate(spot)


CHANGE_COLUMNS = (
    field_column(DefinitionChange, "year", title="Vanaf", width=9),
    field_column(DefinitionChange, "note", width=70),
)
CHANGE_EXPLANATION = (
    "Wordt er vanaf een jaar anders geteld? Leg dat hier vast. Grafieken krijgen daar een onderbreking, tabellen een "
    "toelichting, en cijfers van ervoor en erna worden niet meer vergeleken."
)
NO_CHANGES = "Dit cijfer is altijd op dezelfde manier geteld."


class DefinitionsPart(TablePart):
    """From which years on the chosen indicator is counted in another way."""

    def __init__(self, context: PageContext, indicators: IndicatorsPart) -> None:
        self._indicators = indicators
        self._new_id = context.new_id
        rows = Rows(
            kind=DefinitionChange,
            columns=CHANGE_COLUMNS,
            fields=(),
            records=self._records,
            new=self._new,
            empty=NO_CHANGES,
        )
        super().__init__(context, rows, title="Anders geteld", explanation=CHANGE_EXPLANATION)
        indicators.table.chosen.connect(self.refresh)

    def _records(self) -> Sequence[DefinitionChange]:
        """The oldest first, those without a year last."""
        chosen = self._indicators.table.current_id()
        found = self._context.editing.dossier.where(DefinitionChange, "indicator_id", chosen)
        return sorted(found, key=lambda one: (one.year is None, one.year or 0))

    def _new(self) -> DefinitionChange | None:
        chosen, year = self._indicators.table.current_id(), self._context.editing.year.year
        return DefinitionChange(id=self._new_id(), indicator_id=chosen, year=year) if chosen else None

    def locate(self, spot: Spot) -> QWidget | None:
        """Choose the indicator of the change first."""
        change = self._context.editing.dossier.get(DefinitionChange, spot.record_id)
        if change is not None and change.indicator_id:
            self._indicators.locate(Spot(Indicator.__name__, change.indicator_id))
        return super().locate(spot)


def indicators_page(context: PageContext, _: Place) -> Page:
    """Indicators per portfolio."""
    page = Page(PageId.INDICATORS.value, EXPLANATION)
    indicators = IndicatorsPart(context)
    page.add(indicators, DefinitionsPart(context, indicators))
    return page
