"""The columns of a table of figures."""

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import number
from riec_desktop.dossier.records import Indicator, IndicatorValue, Organisation, Record
from riec_desktop.ui.widgets.columns import ColumnSpec, ShowCell, computed_column, field_column

NATIONAL = "landelijk"
_SOURCES: tuple[type[Record], ...] = (Indicator, Organisation)


def _indicator(dossier: Dossier, record: Record) -> Indicator | None:
    return dossier.get(Indicator, record.indicator_id) if isinstance(record, IndicatorValue) else None


def indicator_name(dossier: Dossier, record: Record) -> str:
    """The name and unit of the indicator of a figure: 'bereik (personen)', 'signalen'."""
    found = _indicator(dossier, record)
    if found is None:
        return ""
    return f"{found.name} ({found.unit})" if found.unit not in ("", found.name) else found.name


def organisation_name(dossier: Dossier, record: Record) -> str:
    """The organisation of a figure, or 'landelijk'."""
    found = dossier.get(Organisation, record.organisation_id) if isinstance(record, IndicatorValue) else None
    return found.name if found else NATIONAL


def _shown_number(field: str) -> ShowCell:
    """A number with the decimals of its indicator."""

    def show(dossier: Dossier, record: Record) -> str:
        value = getattr(record, field)
        found = _indicator(dossier, record)
        return "" if value is None else number(value, found.decimals if found else 0)

    return show


FIGURE_COLUMNS: tuple[ColumnSpec, ...] = (
    computed_column("Indicator", indicator_name, width=26, sources=_SOURCES, names_row=True),
    computed_column("Organisatie", organisation_name, width=24, sources=_SOURCES, names_row=True),
    field_column(IndicatorValue, "target", title="Doel", show=_shown_number("target"), sources=_SOURCES),
    field_column(IndicatorValue, "actual", title="Werkelijk", show=_shown_number("actual"), sources=_SOURCES),
    field_column(IndicatorValue, "provisional", title="Voorlopig"),
    field_column(IndicatorValue, "reference_date", title="Peildatum"),
    field_column(IndicatorValue, "missing", title="Ontbreekt"),
    field_column(IndicatorValue, "note", title="Toelichting"),
)
